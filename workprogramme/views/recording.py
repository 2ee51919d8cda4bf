"""An officer records what somebody else asked for: a member, Cabinet or Council, petitioners."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from committees.models import Seat
from committees.rules import committees_run, may_run
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from council.models import Body, Person
from council.rules import is_officer
from workprogramme.domain.asked import receive_petition, refer_matter
from workprogramme.domain.notices import next_open_agenda
from workprogramme.forms.requests import AskedByMember, ReceivePetition, ReferMatter
from workprogramme.views.items import ask
from workprogramme.views.programme import find_committee, way_to
from workprogramme.views.requests import carry_out_asking, way_from_register


@standing_required
def request_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Record what a member asked for by word or letter, as a suggestion or a notice."""
    body = find_committee_to_run(request, slug)
    lands_on = next_open_agenda(body, today())
    form = AskedByMember(request.POST or None, people=people_of(body), lands_on=lands_on, initial={"asked_on": today()})
    if form.is_valid():
        asked = carry_out_asking(form, body, by=request.user, **form.cleaned_data)
        if asked:
            messages.success(request, f"{asked.ref} is on record.")
            return redirect("request", asked.pk)
    context = {
        "form": form,
        "body": body,
        "heading": "Record what a member asked for",
        "submit": "Put it on record",
        "breadcrumbs": [*way_to(body), {"text": "Record what a member asked for"}],
    }
    return render(request, "requests/suggest.html", context)


@standing_required
def petition_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Record a petition that was handed in."""
    body = find_committee_to_run(request, slug)
    form = ReceivePetition(request.POST or None, initial={"asked_on": today()})
    if form.is_valid() and carry_out(form, receive_petition, body=body, by=request.user, **form.cleaned_data):
        messages.success(request, "The petition is on record. Accept it to give it a place on an agenda.")
        return redirect(f"{reverse('requests')}?origin=petition")
    words = {"heading": "Record a petition", "submit": "Put it on record", "caption": body.called}
    return ask(request, form, cancel=reverse("committee", args=[slug]), breadcrumbs=way_to(body), **words)


@standing_required
def referral_new(request: HttpRequest) -> HttpResponse:
    """Record what Cabinet, Council or the management board referred to one or more committees."""
    find_only_if(is_officer(request.user))
    form = ReferMatter(request.POST or None, bodies=committees_run(request.user), initial={"asked_on": today()})
    if form.is_valid() and carry_out(form, refer_matter, by=request.user, **form.cleaned_data):
        messages.success(request, "The referral is on record, as a request of each committee.")
        return redirect("requests")
    words = {"heading": "Record a referral", "submit": "Put it on record", "cancel": reverse("requests")}
    return ask(request, form, breadcrumbs=way_from_register(), **words)


def find_committee_to_run(request: HttpRequest, slug: str) -> Body:
    """The committee, where this person runs it; otherwise not found."""
    body = find_committee(slug)
    find_only_if(may_run(request.user, body))
    return body


def people_of(body: Body):
    """Whoever sits on a committee today."""
    return Person.objects.filter(pk__in=Seat.objects.on(today()).filter(body=body).values("person"))
