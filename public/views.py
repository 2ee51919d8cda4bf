"""The pages of the public room. They see ``public.visible`` and nothing else; what is sent goes to one verb."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from council.access import find_only_if
from council.calendar import today
from council.limits import Limit, address_of
from council.models import Body
from council.refusal import Refusal
from public.forms import SuggestAsPublic
from public.visible import next_meetings, open_committees, requests_and_outcomes
from workprogramme.domain.asked import suggest_as_public

FROM_ONE_PLACE = Limit("suggestions-from", 5, 60)
FROM_EVERYWHERE = Limit("suggestions", 100, 60)
WAIT = (
    "Too many suggestions were sent in the last hour. Nothing you typed is lost: "
    "wait an hour, then send it again, or write to the council."
)


def front_page(request: HttpRequest) -> HttpResponse:
    """The next formal meetings and what is on them, for anybody."""
    context = {"meetings": next_meetings(on=today()), "today": today(), "may_suggest": bool(open_committees())}
    return render(request, "public/front_page.html", context)


def suggest(request: HttpRequest) -> HttpResponse:
    """Suggest an item without signing in, where the council allows it. Five an hour from one place."""
    committees = open_committees()
    find_only_if(bool(committees))
    form = SuggestAsPublic(request.POST or None, committees=committees)
    if form.is_valid() and _is_received(request, form):
        return redirect("public_received")
    return render(request, "public/suggest.html", {"form": form})


def _is_received(request: HttpRequest, form: SuggestAsPublic) -> bool:
    place = address_of(request)
    if FROM_ONE_PLACE.is_reached(place) or FROM_EVERYWHERE.is_reached("all"):
        form.add_error(None, WAIT)
        return False
    given = dict(form.cleaned_data)
    try:
        suggest_as_public(body=Body.objects.get(pk=given.pop("committee")), **given)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    FROM_ONE_PLACE.count(place)
    FROM_EVERYWHERE.count("all")
    return True


@require_safe
def received(request: HttpRequest) -> HttpResponse:
    """Say that a suggestion came in, and what happens next."""
    return render(request, "public/received.html")


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """Petitions and accepted suggestions, and what came of each."""
    context = {"page": requests_and_outcomes(request.GET.get("page")), "may_suggest": bool(open_committees())}
    return render(request, "public/requests.html", context)
