"""The first page: *My work* for somebody the record knows, the public front page for anybody else."""

from datetime import date, timedelta
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from council.calendar import today
from council.rules import has_standing, is_officer
from public.views import front_page
from scrutiny.asked import asked_by, waiting_on
from scrutiny.duties import MOST, Duty, duties_of

HEADINGS = ("Overdue", "In the next 7 days", "Coming", "No date given")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What I owe, what waits on me and what I asked for; for anybody without standing, what the public sees."""
    if not has_standing(request.user):
        return front_page(request)
    day = today()
    duties = duties_of(request.user, on=day)
    context = {
        "today": day,
        "groups": by_time(duties, on=day),
        "late": sum(duty.late for duty in duties),
        "most": MOST if len(duties) == MOST else 0,
        "officer": is_officer(request.user),
        "waiting": waiting_on(request.user),
        "asked": asked_by(request.user, on=day),
    }
    return render(request, "scrutiny/my_work.html", context)


def by_time(duties: list[Duty], *, on: date) -> list[tuple[str, list[Duty]]]:
    """The duties under their headings, in the order of ``HEADINGS``; a heading without any is left out."""
    return [(heading, list(group)) for heading, group in groupby(duties, key=lambda duty: _heading(duty, on))]


def _heading(duty: Duty, on: date) -> str:
    if duty.due_on is None:
        return HEADINGS[3]
    if duty.late:
        return HEADINGS[0]
    return HEADINGS[1] if duty.due_on <= on + timedelta(days=7) else HEADINGS[2]
