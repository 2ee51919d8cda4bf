"""How far the reading of a paper has come: a page, and the part of it that asks again by itself."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from govuk.words import clock_time
from intake.models import Reading
from intake.views.finding import find_reading
from jobs.work import WorkState
from jobs.working import is_lost

LONG = 20
VERY_LONG = 120
"""After how many looks, a second apart, a wait is called long, and looks become rarer."""


@login_required
@never_cache
@require_safe
def paper_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The part that says how far the reading has come; leads on once the paper is read."""
    reading = find_reading(request, pk)
    if not request.htmx:
        return redirect(reading) if reading.is_read else waiting_page(request, reading)
    if reading.is_read:
        return HttpResponseClientRedirect(reading.get_absolute_url())
    return render(request, "intake/progress.html", _context(request, reading))


def waiting_page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """The page of a paper that is not read: how far it has come, or why it could not be read and what can be done."""
    return render(request, "intake/waiting.html", _context(request, reading))


def _context(request: HttpRequest, reading: Reading) -> dict:
    looks = request.GET.get("looks", "")
    looks = min(int(looks), VERY_LONG) if looks.isascii() and looks.isdigit() and len(looks) < 5 else 0
    waits = _waits(reading)
    return {
        "reading": reading,
        "failed": reading.state == WorkState.FAILED,
        "waits": waits,
        "again_at": clock_time(timezone.localtime(reading.next_try_at)) if waits == "again" else "",
        "long": looks >= LONG,
        "looks": looks + 1 if waits else 0,
        "every": 5 if looks >= VERY_LONG or waits in ("again", "lost") else 1,
    }


def _waits(reading: Reading) -> str:
    """What it waits for: another worker ("lost"), its next try ("again"), a "worker"; nothing while it runs."""
    if reading.is_running:
        return "lost" if is_lost(reading) else ""
    if reading.next_try_at and reading.next_try_at > timezone.now():
        return "again"
    return "worker"
