"""What surrounds every request."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from council.models import FormerSlug
from council.profile import profile_kept
from council.rules import has_standing

_OF_A_COMMITTEE = re.compile(r"/committees/(?P<slug>[-\w]+)/(?P<rest>.*)")


def one_profile_a_request(get_response):
    """Read the council's row at most once while a request is answered."""

    def middleware(request):
        with profile_kept():
            return get_response(request)

    return middleware


def former_addresses_lead_on(get_response):
    """Lead from an address a committee had before it was renamed to the one it has now: its pages, and narrowed lists.

    Only for those the record knows, and only where nothing is found at the old address. The way is not a permanent
    one, as a committee can get its old name back.
    """

    def middleware(request):
        asked = request.GET.get("committee") if request.method == "GET" else None
        if asked and (now := _now_at(request, asked)):
            query = request.GET.copy()
            query["committee"] = now
            return redirect(f"{request.path}?{query.urlencode()}")
        response = get_response(request)
        if response.status_code == 404 and request.method == "GET":
            return _led_on(request) or response
        return response

    return middleware


def _led_on(request: HttpRequest) -> HttpResponse | None:
    asked = _OF_A_COMMITTEE.match(request.get_full_path())
    now = _now_at(request, asked["slug"]) if asked else None
    return redirect(f"/committees/{now}/{asked['rest']}") if now else None


def _now_at(request: HttpRequest, slug: str) -> str | None:
    if not has_standing(request.user):
        return None
    return FormerSlug.objects.filter(slug=slug).values_list("body__slug", flat=True).first()
