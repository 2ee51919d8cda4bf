"""The first page: *My work* for somebody the record knows, the public front page for anybody else."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from committees.rules import committees_sat_on
from council.calendar import today
from council.rules import has_standing, is_officer
from public.views import front_page
from scrutiny.asked import asked_by, waiting_on
from scrutiny.duties import MOST, Duty, duties_of
from scrutiny.oversights import oversights_of

SOON, COMING = timedelta(days=7), timedelta(weeks=6)


@dataclass(frozen=True)
class Stretch:
    """The duties of one stretch of time, under its heading; a folded one is opened by whoever looks that far ahead."""

    heading: str
    duties: list[Duty]
    folded: bool = False
    soon: bool = False


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What I owe, what waits on me and what I asked for; for anybody without standing, what the public sees."""
    if not has_standing(request.user):
        return front_page(request)
    day = today()
    duties = duties_of(request.user, on=day)
    context = {
        "today": day,
        "owed": len(duties),
        "late": sum(duty.late for duty in duties),
        "stretches": in_stretches(duties, on=day),
        "most": MOST if len(duties) == MOST else 0,
        "officer": is_officer(request.user),
        "waiting": waiting_on(request.user),
        "oversights": oversights_of(request.user),
        "member": committees_sat_on(request.user, on=day).exists(),
        "asked": asked_by(request.user, on=day),
    }
    return render(request, "scrutiny/my_work.html", context)


def in_stretches(duties: list[Duty], *, on: date) -> list[Stretch]:
    """The duties by stretches of time: overdue, a week, six weeks, later, no date; an empty stretch is left out."""
    return [
        Stretch(heading, list(group), folded=heading == "Later", soon=heading == "In the next 7 days")
        for heading, group in groupby(duties, key=lambda duty: _heading(duty, on))
    ]


def _heading(duty: Duty, on: date) -> str:
    if duty.due_on is None:
        return "No date given"
    if duty.late:
        return "Overdue"
    if duty.due_on <= on + SOON:
        return "In the next 7 days"
    return "Coming" if duty.due_on <= on + COMING else "Later"
