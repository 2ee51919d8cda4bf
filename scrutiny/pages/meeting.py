"""A meeting's page: the run-up to it, what comes back to it, what is missing, and what was published."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from actions.models import Action
from actions.rules import visible_actions
from actions.standing import Stands, answer_stands, asked_of, is_overdue, where_it_stands, with_standing
from committees.enums import MeetingState
from committees.models import Meeting
from committees.rules import may_run, may_see_exempt
from council.access import standing_required
from council.calendar import office_calendar, today
from council.models import User
from workprogramme.domain.attendance import OFFICERS, attendance_at, gaps_at
from workprogramme.domain.attendance import Line as Attending
from workprogramme.domain.checklist import Line, checklists_of, left_unticked, minute_of
from workprogramme.domain.expecting import expected_without_place
from workprogramme.domain.items import programme_of
from workprogramme.domain.planner import Card, card_of, in_agenda_order
from workprogramme.domain.run_up import (
    Shown,
    count_down,
    explain_meeting,
    track_of_item,
    track_of_meeting,
    weeks_left,
)
from workprogramme.enums import Coming
from workprogramme.models import Item


@dataclass(frozen=True)
class Report:
    """One item of the meeting with the stages of its report."""

    card: Card
    track: list[Shown]
    checklist: list[Line]

    @property
    def is_owed(self) -> bool:
        """Whether anything is still owed on it."""
        return any(stage.state in {"due", "late"} for stage in self.track)

    @property
    def ticked(self) -> int:
        """How many of the points the committee asked to see are ticked."""
        return sum(line.tick is not None for line in self.checklist)


@dataclass(frozen=True)
class Asked:
    """Something asked for earlier that comes back here, with where it stands."""

    action: Action
    owner: str
    stands: Stands
    is_overdue: bool


@standing_required
@require_safe
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one meeting."""
    found, day = find_meeting(pk), today()
    items, hearings = in_agenda_order(items_of(found)), list(found.hearings.live().with_items())
    checklists, attendance = checklists_of(items), attendance_at(found)
    context = {
        "meeting": found,
        "body": found.body,
        "today": day,
        "publication": getattr(found, "publication", None),
        "reports": [Report(card_of(item, day), track_of_item(item, day), checklists[item.pk]) for item in items],
        "hearings": hearings,
        "over": max(0, len(items) + len(hearings) - found.body.item_limit) if found.decides else 0,
        "comes_back": [_asked(action, day) for action in actions_coming_back(found, request.user)],
        "missing": [
            *what_is_missing(found, items, day, len(hearings)),
            *what_is_expected(found, day),
            *what_is_unticked(found, items, checklists, day),
            *who_is_missing(found, items, attendance, day),
        ],
        "attendance": [line for line in attendance if line.group != OFFICERS or line.must],
        "officers": sum(line.group == OFFICERS for line in attendance),
        "written": [(each, answer_stands(each, day)) for each in found.written_answers.with_people()],
        "agenda": found.agenda.all(),
        "petitions": found.petitions.select_related("request").order_by("pk"),
        "may_see_requests": may_see_exempt(request.user, found.body, day),
        "editions": found.editions.defer("content").order_by("number"),
        "has_minutes": found.minutes.exists(),
        "is_over": found.is_over(day),
        **run_up_of(found, items, day),
        **what_may_be_done(found, request.user, day),
        "breadcrumbs": breadcrumbs(found),
    }
    return render(request, "meetings/meeting.html", context)


def find_meeting(pk: int) -> Meeting:
    """The meeting with what its page shows, or not found."""
    found = Meeting.objects.select_related("body", "year", "venue", "publication")
    related = ("stage_dates", "organisers__person", "moves__by__person", "body__cycle")
    return get_object_or_404(found.prefetch_related(*related), pk=pk)


def items_of(found: Meeting) -> QuerySet[Item]:
    """The items on a meeting, with their stages."""
    return found.items.with_people().prefetch_related("stages")


def breadcrumbs(found: Meeting, *more: dict) -> list[dict]:
    """The way from the committees to a meeting."""
    body = found.body
    here = {"text": f"{found.get_kind_display()}, {found.when}"}
    return [
        {"text": "Committees", "href": reverse("committees")},
        {"text": body.called, "href": reverse("committee", args=[body.slug])},
        {**here, "href": reverse("meeting", args=[found.pk])} if more else here,
        *more,
    ]


def run_up_of(found: Meeting, items: list[Item], day: date) -> dict:
    """The days left and the stage dates of a formal meeting still to come, with their proof."""
    if found.on is None or found.is_over(day):
        return {}
    calendar = office_calendar()
    countdown = {"countdown": count_down(found.on, day, calendar)}
    if not found.decides:
        return countdown
    return countdown | {
        "track": track_of_meeting(found, items, day),
        "explained": explain_meeting(found, calendar),
        "weeks": weeks_left(found, day, calendar),
    }


def actions_coming_back(found: Meeting, user: User) -> QuerySet[Action]:
    """What was asked for that is answered by an item here, is due at this meeting, or is what it was arranged for."""
    here = Q(item__meeting=found) | Q(due_meeting=found) | Q(arranged_as=found)
    return with_standing(visible_actions(user).filter(here)).order_by("due_on", "pk")


def _asked(action: Action, day: date) -> Asked:
    return Asked(action, asked_of(action), where_it_stands(action), is_overdue(action, day))


def what_is_missing(found: Meeting, items: list[Item], day: date, hearings: int = 0) -> list[dict]:
    """What still has to be put right before a formal meeting, in words, each with its item where there is one.

    The ``hearings`` of other committees' reports count towards its load.
    """
    if not found.decides or found.is_over(day):
        return []
    limit, count = found.body.item_limit, len(items) + hearings
    missing = [gap for item in items for gap in _missing_of(item, day)]
    if count > limit:
        text = f"{count} items: {count - limit} above the limit of {limit} (Protocol 5.3)"
        missing.insert(0, {"text": text})
    if not count:
        missing.append({"text": "Nothing is on its agenda"})
    if found.venue is None:
        missing.append({"text": "No venue"})
    return missing


def _missing_of(item: Item, day: date) -> list[dict]:
    gaps = [] if item.written_by else [{"text": "No author is named for", "item": item}]
    late = [stage for stage in item.stages.all() if stage.is_late(day)]
    return gaps + [
        {"text": f"{stage.get_stage_display()} is late ({_days(stage, day)}) for", "item": item} for stage in late
    ]


def what_is_unticked(found: Meeting, items: list[Item], checklists: dict[int, list[Line]], day: date) -> list[dict]:
    """What was asked for in a report and is not ticked at clearance, in words, each with its item."""
    if found.is_over(day):
        return []
    return [
        {"text": f"Not ticked: {point} ({minute_of(point.clause)}), asked for in", "item": item}
        for item in items
        for point in left_unticked(item, checklists[item.pk], day)
    ]


def what_is_expected(found: Meeting, day: date) -> list[dict]:
    """What comes back, is expected here by its rule, and is not on this meeting."""
    if not found.decides or found.is_over(day):
        return []
    missing = expected_without_place(programme_of(found.body, found.year), day)
    here = [each for each in missing if each.meeting and each.meeting.pk == found.pk]
    return [{"text": "Expected here, without a place:", "series": each.series, "why": each.why} for each in here]


def who_is_missing(found: Meeting, items: list[Item], attendance: list[Attending], day: date) -> list[dict]:
    """What is to be said so that it is known who comes, and who must come and cannot (Protocol 6.6, 6.7)."""
    if found.is_over(day):
        return []
    cannot = [line for line in attendance if line.must and line.answer == Coming.CANNOT]
    return [
        *({"text": gap.words, "item": gap.item} for gap in gaps_at(found, items)),
        *({"text": f"Must attend and cannot come: {line.who}"} for line in cannot),
    ]


def _days(stage, day: date) -> str:
    late = (day - stage.due_on).days
    return f"{late} day{'s' if late != 1 else ''}"


def what_may_be_done(found: Meeting, user: User, day: date) -> dict:
    """Which of the officers' buttons are shown: what may be done, and is possible now."""
    runs, publication = may_run(user, found.body), getattr(found, "publication", None)
    open_still = found.state not in {MeetingState.HELD, MeetingState.CANCELLED}
    return {
        "may_move": runs and not found.is_over(day),
        "may_publish": runs and publication is not None and publication.is_owed,
        "may_cancel": runs and open_still,
        "may_reinstate": runs and found.state == MeetingState.CANCELLED and not (found.on and found.on < day),
        "may_hold": runs and open_still and found.on is not None and found.on <= day,
        "may_ask": runs and found.on is not None and found.on <= day and found.state != MeetingState.CANCELLED,
    }
