"""An item's page: its stages with their proof, what it must answer, its golden thread, moves and history."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from actions.models import Action, Answer
from actions.rules import visible_actions
from actions.standing import Stands, asked_of, is_overdue, where_it_stands, with_standing
from committees.models import Clause
from committees.rules import may_see_exempt
from council.access import standing_required
from council.calendar import office_calendar, today
from council.models import User
from scrutiny.pages.history import history_of
from scrutiny.pages.thread import thread_of_item
from scrutiny.sheets import sheets_of, with_reports
from workprogramme.domain.expecting import say_rule
from workprogramme.domain.register import with_ways
from workprogramme.domain.run_up import Explained, explain_item, state_of, track_of_item
from workprogramme.enums import BEING_WRITTEN, ITEM_LIFE, ON_A_MEETING, ItemState
from workprogramme.models import Hearing, Item, ItemMove, ItemRequest, ReportStage
from workprogramme.rules import (
    is_met_by_comments,
    may_meet_stage,
    may_place_hearing,
    may_plan,
    meeting_to_go_back_to,
    requests_seen_by,
)


@dataclass(frozen=True)
class StageRow:
    """One stage of the report: where it stands, how its date was worked out, and what this person may do."""

    stage: ReportStage
    state: str
    explained: Explained
    may_mark: bool

    @property
    def may_meet(self) -> bool:
        """Whether "Mark as done" is shown: comments meet their stage themselves."""
        return self.may_mark and self.stage.is_owed and not self.by_comments

    @property
    def may_reopen(self) -> bool:
        """Whether "Undo" is shown."""
        return self.may_mark and self.stage.met_on is not None and not self.by_comments

    @property
    def may_comment(self) -> bool:
        """Whether the way to enter the comments is shown."""
        return self.may_mark and self.stage.is_owed and self.by_comments

    @property
    def by_comments(self) -> bool:
        """Whether it is done once finance and legal officers commented."""
        return is_met_by_comments(self.stage)


@dataclass(frozen=True)
class ToAnswer:
    """Something asked for that this item must answer, with the clause that asked."""

    action: Action
    owner: str
    stands: Stands
    is_overdue: bool
    clause: Clause | None


@standing_required
@require_safe
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one item."""
    found, day = find_item(pk), today()
    body = found.programme.body
    to_answer = list(actions_answered_by(found, request.user))
    rows = stage_rows(found, request.user, day)
    context = {
        "item": found,
        "body": body,
        "today": day,
        "track": track_of_item(found, day),
        "rows": rows,
        "settled": not any(row.stage.is_owed or row.may_reopen for row in rows),
        "upcoming": next((row for row in rows if row.may_meet or row.may_comment), None),
        "sheet": sheets_of([found], request.user, day)[0],
        "here": request.path,
        "to_answer": [_to_answer(action, day) for action in to_answer],
        "thread": thread_of_item(found, to_answer, requests_of(found, request.user, day)),
        "moves": moves_of(found),
        "hearings": hearings_of(found, request.user, day),
        "may_plan_hearing": may_plan(request.user, found) and found.state in ON_A_MEETING,
        "guests": found.invitations.standing().with_who(),
        "reroutings": found.reroutings.select_related("by__person"),
        "history": history_of(found),
        "exempt_note": found.exempt_note if may_see_exempt(request.user, body, day) else "",
        "facts": facts_of(found),
        **what_may_be_done(found, request.user),
        "breadcrumbs": breadcrumbs(found),
    }
    return render(request, "items/item.html", context)


def find_item(pk: int) -> Item:
    """The item with what its page shows, or not found."""
    series = ("series__origin_clause__minute__meeting", "series__origin_clause__parent")
    found = with_reports(Item.objects.all()).select_related(
        "origin_clause__minute__meeting", "portfolio", "paper", *series
    )
    related = ("stages__slips__by__person", "stages__owed_by_body", "programme__body__cycle")
    return get_object_or_404(found.prefetch_related(*related), pk=pk)


def stage_rows(found: Item, user: User, day: date) -> list[StageRow]:
    """The stages of the report, each with its proof and what this person may do with it."""
    stages = list(found.stages.all())
    explained = explain_item(found, office_calendar()) if stages else {}
    may_mark = bool(stages) and may_meet_stage(user, stages[0]) and found.state in BEING_WRITTEN
    return [StageRow(stage, state_of(stage, day), explained[stage.pk], may_mark) for stage in stages]


def actions_answered_by(found: Item, user: User) -> QuerySet[Action]:
    """What was asked for that names this item as its answer, or that it has answered."""
    answered = Answer.objects.filter(item=found).values("action")
    return with_standing(visible_actions(user).filter(Q(item=found) | Q(pk__in=answered))).order_by("pk")


def _to_answer(action: Action, day: date) -> ToAnswer:
    return ToAnswer(action, asked_of(action), where_it_stands(action), is_overdue(action, day), action.clause)


def requests_of(found: Item, user: User, day: date) -> list[ItemRequest]:
    """The requests that became this item and that this person may see, the first first."""
    seen = with_ways(requests_seen_by(user, day).filter(item=found))
    return list(seen.order_by("asked_on", "pk"))


def moves_of(found: Item) -> list[ItemMove]:
    """The item's moves between meetings, in order."""
    return list(found.moves.select_related("from_meeting__body", "to_meeting__body", "by__person"))


def hearings_of(found: Item, user: User, day: date) -> list[tuple[Hearing, bool]]:
    """The further committees that hear it, each with whether this person may move that hearing now."""
    hearings = found.hearings.select_related("meeting__body").order_by("meeting__on", "pk")
    return [
        (hearing, hearing.is_movable(day) and may_place_hearing(user, found, hearing.meeting)) for hearing in hearings
    ]


def facts_of(found: Item) -> list[dict]:
    """The facts of an item; what nobody has said is left out."""
    facts = [
        ("Where from", "" if found.origin == "not_stated" else found.get_origin_display()),
        ("What for", "" if found.purpose == "not_stated" else found.get_purpose_display()),
        ("How it is taken", found.get_route_display()),
        ("How often", "" if found.series or found.recurrence == "once" else found.get_recurrence_display()),
        ("Written by", found.written_by or "No author yet"),
        ("Report of", str(found.report_of or "")),
        ("Portfolio", str(found.portfolio or "")),
        ("Decided by Cabinet on", f"{found.decision_on.day} {found.decision_on:%B %Y}" if found.decision_on else ""),
        ("Exempt", f"Schedule 12A paragraph {found.exempt_paragraph}" if found.exempt_paragraph else ""),
    ]
    return [*_places(found), *({"key": key, "value": value} for key, value in facts if value)]


def _places(found: Item) -> Iterator[dict]:
    meeting, clause = found.meeting, found.origin_clause
    if meeting:
        address = reverse("meeting", args=[meeting.pk])
        yield {"key": "Meeting", "value": meeting.when, "href": address, "action": "Open", "about": "the meeting"}
    else:
        yield {"key": "Meeting", "value": "None yet"}
    if clause:
        address = f"{reverse('meeting_minutes', args=[clause.minute.meeting_id])}#{clause.anchor}"
        yield {"key": "Asked for by", "value": str(clause), "href": address, "action": "Open", "about": "the clause"}
    if found.series:
        address, value = reverse("series", args=[found.series_id]), f"{found.series}: {say_rule(found.series)}"
        yield {"key": "Comes back as", "value": value, "href": address, "action": "Open", "about": "what comes back"}


def what_may_be_done(found: Item, user: User) -> dict:
    """Which of the officers' buttons are shown: what may be done, and is possible now."""
    leads_to = ITEM_LIFE[found.state] if may_plan(user, found) else frozenset()
    return {
        "may_plan": may_plan(user, found),
        "may_move": bool(leads_to) and found.state in BEING_WRITTEN,
        "may_schedule": ItemState.SCHEDULED in leads_to and found.meeting_id is None,
        "may_reroute": ItemState.REROUTED in leads_to,
        "goes_back_to": meeting_to_go_back_to(found, today()) if leads_to else None,
        "may_defer": ItemState.DEFERRED in leads_to,
        "may_withdraw": ItemState.WITHDRAWN in leads_to,
        "may_accept": ItemState.ACCEPTED in leads_to,
        "may_decline": ItemState.DECLINED in leads_to,
    }


def breadcrumbs(found: Item, *more: dict) -> list[dict]:
    """The way from the committees to an item."""
    body, year = found.programme.body, found.programme.year
    way = [
        {"text": "Committees", "href": reverse("committees")},
        {"text": body.called, "href": reverse("committee", args=[body.slug])},
        {"text": f"Work programme {year}", "href": reverse("programme", args=[body.slug, year.slug])},
    ]
    here = {"text": found.ref} | ({"href": reverse("item", args=[found.pk])} if more else {})
    return [*way, here, *more]
