"""The minutes of a meeting as printed, each clause with what became of it."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from actions.models import Action, ActionClause, Recommendation
from actions.rules import visible_actions
from actions.standing import is_overdue, where_it_stands, with_standing
from committees.enums import Attended, ClauseSort
from committees.models import Clause, IssueRaised, Meeting, Minute
from council.access import standing_required
from council.calendar import today
from council.models import User
from scrutiny.pages.meeting import breadcrumbs, find_meeting
from workprogramme.models import Item


@dataclass(frozen=True)
class Became:
    """An action that follows from a clause, with where it stands."""

    action: Action
    stands: str
    is_overdue: bool


@dataclass(frozen=True)
class Line:
    """One clause as printed, with what became of it."""

    clause: Clause
    became: list[Became]
    items: list[Item]
    recommendations: list[Recommendation]

    @property
    def is_quiet(self) -> bool:
        """Whether nothing follows from it: noted, and nothing hangs on it."""
        return self.clause.sort == ClauseSort.NOTED and not (self.became or self.items or self.recommendations)


@dataclass(frozen=True)
class Printed:
    """One minute with its clauses and what members raised."""

    minute: Minute
    lines: list[Line]
    issues: list[IssueRaised]

    @property
    def quiet(self) -> list[Line]:
        """The clauses from which nothing follows."""
        return [line for line in self.lines if line.is_quiet]


@standing_required
@require_safe
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was minuted, and what became of it."""
    meeting = find_meeting(pk)
    context = {
        "meeting": meeting,
        "printed": [_printed(minute) for minute in minutes_of(meeting, request.user)],
        "attendance": attendance_of(meeting),
        "breadcrumbs": breadcrumbs(meeting, {"text": "Minutes"}),
    }
    return render(request, "meetings/minutes.html", context)


def minutes_of(meeting: Meeting, user: User) -> QuerySet[Minute]:
    """The minutes with all that hangs on their clauses, at the same number of queries for one as for many."""
    actions = with_standing(visible_actions(user)).order_by("pk")
    repeats = ActionClause.objects.filter(action__in=visible_actions(user).values("pk"))
    clauses = Clause.objects.select_related("minute__meeting", "same_as__minute__meeting").order_by("order", "pk")
    clauses = clauses.prefetch_related(
        Prefetch("actions", actions),
        Prefetch("repeats_action", repeats.prefetch_related(Prefetch("action", actions))),
        Prefetch("items", Item.objects.select_related("meeting__body").order_by("pk")),
        "recommendations",
    )
    issues = IssueRaised.objects.select_related("taken_up_by__minute__meeting")
    return meeting.minutes.prefetch_related(Prefetch("clauses", clauses), Prefetch("issues", issues))


def _printed(minute: Minute) -> Printed:
    return Printed(minute, [_line(clause) for clause in minute.clauses.all()], list(minute.issues.all()))


def _line(clause: Clause) -> Line:
    repeated = getattr(clause, "repeats_action", None)
    actions = [*clause.actions.all(), *([repeated.action] if repeated else [])]
    return Line(
        clause, [_became(action) for action in actions], list(clause.items.all()), list(clause.recommendations.all())
    )


def _became(action: Action) -> Became:
    return Became(action, where_it_stands(action).words, is_overdue(action, today()))


def attendance_of(meeting: Meeting) -> list[tuple[str, list[str]]]:
    """Who was there and who sent apologies, as printed."""
    rows = list(meeting.attendance.all())
    listed = [(label, [row.printed for row in rows if row.attended == value]) for value, label in Attended.choices]
    return [(label, names) for label, names in listed if names]
