"""The list of committees, and the page of one: who sits, the next meeting, the year in short, what is open."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from actions.domain.what_goes import left_open
from actions.models import Action
from committees.domain.meetings import next_formal_meeting
from committees.enums import SeatRole
from committees.models import Meeting, PaperWarning, Reorganisation, Seat
from committees.rules import may_run, sits_on
from council.access import find_only_if, standing_required
from council.calendar import office_calendar, today
from council.enums import COMMITTEE_KINDS
from council.models import Body
from council.rules import may_reorganise
from scrutiny.pages.setup_committees import ended_committees
from workprogramme.domain.expecting import expected_without_place
from workprogramme.domain.items import programme_of
from workprogramme.domain.planner import plan_year, years_of
from workprogramme.domain.run_up import count_down

SITTING = (SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.MEMBER)
A_PAGE = 25
MOST_WARNINGS = 25
MOST_ENDED = 25


@dataclass(frozen=True)
class Row:
    """A committee in the list, with its next meeting and what is open."""

    body: Body
    meeting: Meeting | None
    live: int
    overdue: int


@dataclass(frozen=True)
class Open:
    """How many of a committee's actions are live, overdue, and overlooked."""

    live: int
    overdue: int
    overlooked: int


@standing_required
@require_safe
def committees(request: HttpRequest) -> HttpResponse:
    """Show every committee that still exists, and below those that ended."""
    bodies = Body.objects.filter(kind__in=COMMITTEE_KINDS, ended_on__isnull=True).order_by("name")
    page = Paginator(bodies, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": rows_of(page.object_list, today()),
        "today": today(),
        "ended": ended_committees()[:MOST_ENDED],
        "may_reorganise": may_reorganise(request.user),
    }
    return render(request, "committees/committees.html", context)


def rows_of(bodies, on: date) -> list[Row]:
    """The rows of a page, in a number of queries that does not grow with it."""
    bodies = list(bodies)
    late = Count("pk", filter=Q(due_on__lt=on, met_on__isnull=True, waived_because=""))
    actions = Action.objects.live().filter(body__in=bodies).order_by().values("body")
    counted = {row["body"]: row for row in actions.annotate(live=Count("pk"), late=late)}
    coming = Meeting.objects.deciding().filter(body__in=bodies, on__gte=on).order_by("-on")
    following = {meeting.body_id: meeting for meeting in coming.select_related("venue")}
    none = {"live": 0, "late": 0}
    return [
        Row(body, following.get(body.pk), counted.get(body.pk, none)["live"], counted.get(body.pk, none)["late"])
        for body in bodies
    ]


@standing_required
@require_safe
def committee(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one committee."""
    body = get_object_or_404(Body.objects.prefetch_related("portfolios"), slug=slug)
    find_only_if(body.is_committee)
    day, runs = today(), may_run(request.user, body)
    meeting = next_formal_meeting(body, day - date.resolution)
    years = list(years_of(body, day))
    year = next((year for year in years if year.starts_on <= day <= year.ends_on), None)
    context = {
        "body": body,
        "today": day,
        "meeting": meeting,
        "countdown": count_down(meeting.on, day, office_calendar()) if meeting else None,
        "publication": getattr(meeting, "publication", None),
        "years": years,
        "year": year,
        "plan": plan_year(body, year, day) if year else None,
        "expected": expected_without_place(programme_of(body, year), day) if year else [],
        "open": open_actions(body, day),
        "seats": seats_of(body, body.ended_on or day),
        "may_run": runs,
        "may_add": runs and body.ended_on is None,
        "lives": lives_of(body),
        "left": left_open(body) if runs else [],
        "warnings": warnings_of(body) if runs else [],
        "may_suggest": sits_on(request.user, body, day) and body.ended_on is None,
        "breadcrumbs": [{"text": "Committees", "href": reverse("committees")}, {"text": body.called}],
    }
    return render(request, "committees/committee.html", context)


def warnings_of(body: Body) -> QuerySet[PaperWarning]:
    """What does not agree in the committee's papers, what is not settled first."""
    found = PaperWarning.objects.filter(paper__body=body).select_related("paper", "settled_by__person")
    return found.order_by("settled_on", "line", "pk")[:MOST_WARNINGS]


def lives_of(body: Body) -> QuerySet[Reorganisation]:
    """The reorganisations through which a committee came to be, was renamed or ended; the latest first."""
    made = Reorganisation.objects.filter(Q(ended=body) | Q(into=body)).distinct()
    return made.prefetch_related("ended", "into")


def open_actions(body: Body, on: date) -> Open:
    """What is open of a committee, counted as the actions list counts it."""
    live = Action.objects.live().filter(body=body)
    return Open(live.count(), live.overdue(on).count(), Action.objects.overlooked().filter(body=body).count())


def seats_of(body: Body, on: date) -> dict[str, list]:
    """Who sits on a committee on a day: members each with their substitutes, then everybody else."""
    seats = list(_seats(body, on))
    members = [seat for seat in seats if seat.role in SITTING]
    paired: dict[int, list[Seat]] = {seat.pk: [] for seat in members}
    others = []
    for seat in seats:
        if seat.role == SeatRole.SUBSTITUTE and seat.substitute_for_id in paired:
            paired[seat.substitute_for_id].append(seat)
        elif seat.role not in SITTING:
            others.append(seat)
    return {"members": [(seat, paired[seat.pk]) for seat in members], "others": others}


def _seats(body: Body, on: date) -> QuerySet[Seat]:
    return Seat.objects.on(on).filter(body=body).select_related("person")
