"""Statements every public service makes, and what robots are told."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

OPEN_TO_ROBOTS = ("/$", "/dates/$", "/public/", "/accessibility/", "/privacy/", "/static/", "/theme.css")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far the service can be used by everybody, and whom to tell where it cannot."""
    return render(request, "scrutiny/accessibility.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What the service keeps about people and why."""
    return render(request, "scrutiny/privacy.html")


@require_safe
@cache_control(public=True, max_age=86400)
def robots(request: HttpRequest) -> HttpResponse:
    """The public pages are open to robots; everything else stands behind the sign-in and is closed."""
    lines = ["User-agent: *", *(f"Allow: {path}" for path in OPEN_TO_ROBOTS), "Disallow: /", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
