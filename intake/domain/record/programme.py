"""Recording a work programme and a forward plan: each row an item on its meeting, as far along as the papers show."""

import datetime as dt

from django.urls import reverse
from rapidfuzz import fuzz, utils

from committees.enums import MeetingState
from committees.models import AgendaLine
from council.calendar import today
from council.domain.setting_up import establish_body
from council.enums import BodyKind
from intake.domain.naming import person_named, post_named
from intake.domain.record.making import Making
from intake.models import Proposal
from workprogramme.domain.items import accept_item, hear_item, open_programme, publish_item, schedule_item, suggest_item
from workprogramme.domain.pre_scrutiny import enter_decision
from workprogramme.domain.series import join_by_title
from workprogramme.models import ForwardEntry, Item

ALIKE, APART = 80, 10


def record_row(proposal: Proposal, making: Making) -> str:
    """A row of the programme: on its meeting, or waiting where its meeting has no date or does not exist."""
    says = proposal.now_says
    body = making.body(says)
    meeting = making.meeting(f"meeting:{says['on']}", says) if says["on"] else None
    year = making.year(says)
    programme = open_programme(body=body, year=year)
    item = Item.objects.filter(programme=programme, meeting=meeting, title=says["title"]).first()
    if item is None:
        line = agenda_line_of(says["title"], list(meeting.agenda.all())) if meeting else None
        item = _accept(says, line, programme, making)
        if meeting:
            order = {"order": says["order"]}
            item = schedule_item(item, meeting=meeting, by=making.by, why="On the programme as printed", **order)
            _bring_up_to_date(item, line, by=making.by)
        join_by_title(item, by=making.by)
    return reverse("item", args=[item.pk])


def _accept(says: dict, line: AgendaLine | None, programme, making: Making) -> Item:
    item = suggest_item(
        programme=programme,
        title=says["title"],
        by=making.by,
        authors=tuple(dict.fromkeys(person_named(name) for name in says["authors"])),
        organisation=says["organisation"],
        report_of=post_named(line.report_of) if line and line.report_of else None,
        paper=making.paper,
        line=says["line"],
    )
    return accept_item(item, by=making.by)


def _bring_up_to_date(item: Item, line: AgendaLine | None, *, by) -> None:
    if item.meeting.state == MeetingState.HELD:
        hear_item(item, by=by)
    elif line:
        publish_item(item, on=min(today(), item.meeting.on), by=by, agenda_number=line.number)


def agenda_line_of(title: str, lines: list[AgendaLine]) -> AgendaLine | None:
    """The agenda line that is this row under another name: alike, and clearly more so than any other line."""
    scored = sorted(
        (
            (fuzz.token_set_ratio(title, line.title, processor=utils.default_process), -line.order, line)
            for line in lines
        ),
        reverse=True,
        key=lambda scored: scored[:2],
    )
    if not scored or scored[0][0] < ALIKE or (len(scored) > 1 and scored[0][0] - scored[1][0] < APART):
        return None
    return scored[0][2]


def record_decision(proposal: Proposal, making: Making) -> str:
    """A decision of the forward plan, put on record where it is new."""
    says = proposal.now_says
    maker = establish_body(name=says["decision_maker"], kind=BodyKind.CABINET)
    on = dt.date.fromisoformat(says["decision_on"]) if says["decision_on"] else None
    if not ForwardEntry.objects.filter(title=says["title"], decision_maker=maker, decision_on=on).exists():
        published = dt.date.fromisoformat(says["published_on"]) if says["published_on"] else today()
        enter_decision(
            title=says["title"], decision_maker=maker, published_on=published, by=making.by, decision_on=on,
            decision_text=says["decision_text"], in_remit_of=making.reading.body, lead=says["lead"],
            is_key=says["is_key"], is_exempt=says["is_exempt"],
        )  # fmt: skip
    return reverse("forward_plan")
