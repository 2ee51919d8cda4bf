"""How far the reading of a paper has come: a page, and the part of it that asks again by itself."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from intake.models import Reading
from intake.views.finding import find_reading
from jobs.following import follow


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
    return {"reading": reading, **vars(follow(reading, request.GET.get("looks", "")))}
