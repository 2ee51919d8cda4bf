"""A programme as it is printed: its meetings with their rows, the informal schedule, what waits, the forward plan."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db.models import F, Max, Q, QuerySet

from committees.enums import MeetingKind, MeetingState
from committees.models import Meeting
from papers.writing.awaited import ToShow
from papers.writing.edition import (
    EXEMPT_ITEM,
    AgendaLine,
    CarriedMatter,
    Decision,
    FormalMeeting,
    Heading,
    InformalRow,
    Row,
)
from papers.writing.edition import ForwardPlan as PrintedPlan
from workprogramme.domain.checklist import Line, checklists_of
from workprogramme.domain.planner import hearings_of_year, items_of_year
from workprogramme.enums import WAITING, ItemState, Origin, Recurrence
from workprogramme.models import Carried, ForwardEntry, ForwardPlan, Hearing, Item, Programme
from workprogramme.rules import title_is_public

ENDED = (ItemState.WITHDRAWN, ItemState.REROUTED)


def items_to_print(programme: Programme) -> list[Item]:
    """Everything on the programme with what its row says, in a number of queries that does not grow with it."""
    items = items_of_year(programme.body, programme.year).select_related("portfolio", "origin_clause__minute__meeting")
    return list(items.prefetch_related(None).prefetch_related("authors__person", "moves"))


def formal_meetings(programme: Programme, items: list[Item]) -> tuple[FormalMeeting, ...]:
    """Appendix A: the formal meetings of the year, each with its rows in the order of the programme.

    The reports of other committees that are heard there follow, each saying whose it is.
    """
    hearings = list(hearings_of_year(programme.body, programme.year).select_related("item__portfolio"))
    meetings = _meetings(programme).deciding().order_by("on", "at", "pk")
    asked = checklists_of([*items, *(hearing.item for hearing in hearings)])
    return tuple(FormalMeeting(heading_of(meeting), _rows_of(meeting, items, hearings, asked)) for meeting in meetings)


def informal_rows(programme: Programme, *, training: bool) -> tuple[InformalRow, ...]:
    """Appendix B: informal meetings and visits as they are scheduled; or the training sessions of the year."""
    found = _meetings(programme).informal().exclude(state=MeetingState.CANCELLED).prefetch_related("organisers__person")
    chosen = found.filter(kind=MeetingKind.TRAINING) if training else found.exclude(kind=MeetingKind.TRAINING)
    in_turn = chosen.order_by("order", F("on").asc(nulls_last=True), "at", "pk")
    return tuple(_informal(meeting, number) for number, meeting in enumerate(in_turn, start=1))


def waiting_rows(items: Iterable[Item]) -> tuple[Row, ...]:
    """What was accepted or deferred and is on no meeting."""
    return tuple(_row(item, 0) for item in items if item.state in WAITING)


def ended_rows(items: Iterable[Item]) -> tuple[Row, ...]:
    """What was withdrawn or taken another way, with the reason."""
    return tuple(_row(item, 0) for item in items if item.state in ENDED)


def carried_on_rows(programme: Programme) -> tuple[Row, ...]:
    """What waited and was moved on to the next year's programme."""
    moved = Carried.objects.filter(from_programme=programme, before=F("after")).select_related("to_programme__year")
    years = {row.after_id: str(row.to_programme.year) for row in moved}
    items = (
        Item.objects.with_people().filter(pk__in=years).select_related("portfolio", "origin_clause__minute__meeting")
    )
    return tuple(
        replace(_row(item, 0), state="Carried over", because=f"Carried over to {years[item.pk]}")
        for item in items.prefetch_related("moves").order_by("pk")
    )


def carried_matters(programme: Programme, items: Iterable[Item]) -> tuple[CarriedMatter, ...]:
    """What was agreed the year before, comes once, and has no meeting yet: the committee says how to take it."""
    came = Carried.objects.filter(after__programme=programme, to_programme__year=programme.year_id)
    carried = set(came.values_list("after", flat=True))
    waiting = [item for item in items if item.state in WAITING and item.recurrence == Recurrence.ONCE]
    return tuple(
        CarriedMatter(row.ref, row.title, row.asked_by, row.because)
        for item in waiting
        if item.origin == Origin.LAST_YEAR or item.pk in carried
        for row in (_row(item, 0),)
    )


def forward_plan_in_remit(programme: Programme, today: date) -> PrintedPlan | None:
    """The forward plan last published, with its decisions to come in the committee's remit; or none on record."""
    plan = ForwardPlan.objects.filter(published_on__lte=today).first()
    entered = ForwardEntry.objects.filter(published_on__lte=today).aggregate(last=Max("published_on"))["last"]
    published_on = max((day for day in (plan and plan.published_on, entered) if day), default=None)
    if published_on is None:
        return None
    period = (plan.from_on, plan.to_on) if plan and plan.published_on == published_on else (None, None)
    return PrintedPlan(published_on, *period, entries=tuple(_decision(entry) for entry in _in_remit(programme, today)))


def agenda_lines(meeting: Meeting, items: Iterable[Item]) -> tuple[AgendaLine, ...]:
    """The agenda of a meeting as it is on record, each line with its programme row where it is known."""
    rows = {item.agenda_number: f"I{item.pk}" for item in items if item.meeting_id == meeting.pk and item.agenda_number}
    return tuple(
        AgendaLine(line.number, line.title, line.report_of, line.pages, rows.get(line.number, ""))
        for line in meeting.agenda.all()
    )


def heading_of(meeting: Meeting) -> Heading:
    """What stands above the rows of a formal meeting."""
    return Heading(
        ref=f"M{meeting.pk}",
        on=meeting.on,
        kind=meeting.get_kind_display(),
        state=meeting.get_state_display(),
        at=meeting.at,
        venue=str(meeting.venue or ""),
        room=meeting.room,
    )


def title_in_print(item: Item) -> str:
    """The title of an item as anybody may read it."""
    return item.title if title_is_public(item) else EXEMPT_ITEM


def _meetings(programme: Programme) -> QuerySet[Meeting]:
    return Meeting.objects.filter(body=programme.body, year=programme.year).select_related("venue")


def _rows(items: Iterable[Item], asked: dict[int, list[Line]]) -> tuple[Row, ...]:
    in_turn = sorted(items, key=lambda item: (item.order, item.pk))
    return tuple(_row(item, number, asked.get(item.pk, ())) for number, item in enumerate(in_turn, start=1))


def _rows_of(
    meeting: Meeting, items: Iterable[Item], hearings: Iterable[Hearing], asked: dict[int, list[Line]]
) -> tuple[Row, ...]:
    rows = _rows((item for item in items if item.meeting_id == meeting.pk), asked)
    heard = [hearing for hearing in hearings if hearing.meeting_id == meeting.pk]
    return (*rows, *(_heard(hearing, number, asked) for number, hearing in enumerate(heard, start=len(rows) + 1)))


def _heard(hearing: Hearing, number: int, asked: dict[int, list[Line]]) -> Row:
    """A report of another committee: as its row, with whose it is for where it came from."""
    whose = f"Report of {hearing.item.programme.body.called}"
    row = _row(hearing.item, number, asked.get(hearing.item_id, ()))
    row = replace(row, state=hearing.get_state_display(), agenda_number="", returns="once")
    return row if row.title == EXEMPT_ITEM else replace(row, origin=whose, asked_by="", because=hearing.state_because)


def _row(item: Item, number: int, asked: Iterable[Line] = ()) -> Row:
    facts = {
        "ref": item.ref,
        "number": number,
        "route": item.get_route_display(),
        "state": item.get_state_display(),
        "returns": item.recurrence,
        "agenda_number": item.agenda_number,
        "exempt": item.is_exempt,
    }
    if not title_is_public(item):
        return Row(title=EXEMPT_ITEM, **facts)
    to_show = tuple(
        ToShow(line.point.text, str(line.point.clause), line.tick.where if line.tick else "") for line in asked
    )
    return Row(title=item.title, **facts, **_told(item), to_show=to_show)


def _told(item: Item) -> dict:
    return {
        "authors": tuple(author.person.name for author in item.authors.all()),
        "organisation": str(item.organisation or ""),
        "report_of": str(item.report_of or ""),
        "origin": "" if item.origin == Origin.NOT_STATED else item.get_origin_display(),
        "asked_by": str(item.origin_clause or ""),
        "portfolio": str(item.portfolio or ""),
        "because": _last_move(item) if item.meeting_id else item.state_because,
        "decision_on": item.decision_on,
    }


def _last_move(item: Item) -> str:
    moves = [move for move in item.moves.all() if move.from_meeting_id]
    return moves[-1].why if moves else ""


def _informal(meeting: Meeting, number: int) -> InformalRow:
    return InformalRow(
        ref=f"M{meeting.pk}",
        number=number,
        kind=meeting.get_kind_display(),
        title=meeting.title or meeting.get_kind_display(),
        detail=meeting.detail,
        when=meeting.when,
        on=meeting.on,
        at=meeting.at,
        where=meeting.where,
        state=meeting.get_state_display(),
        organisers=tuple(organiser.person.name for organiser in meeting.organisers.all()),
    )


def _in_remit(programme: Programme, today: date) -> QuerySet[ForwardEntry]:
    coming = Q(decision_on__gte=today) | Q(decision_on__isnull=True)
    entries = ForwardEntry.objects.filter(coming, in_remit_of=programme.body, published_on__lte=today)
    in_turn = entries.order_by(F("decision_on").asc(nulls_last=True), "pk")
    return in_turn.select_related("decision_maker", "portfolio")


def _decision(entry: ForwardEntry) -> Decision:
    on = entry.decision_on
    return Decision(
        title=entry.title,
        decision_maker=str(entry.decision_maker),
        decision_on=on,
        when=entry.decision_text or (f"{on.day} {on:%B %Y}" if on else ""),
        lead=entry.lead,
        portfolio=str(entry.portfolio or ""),
        key=entry.is_key,
    )
