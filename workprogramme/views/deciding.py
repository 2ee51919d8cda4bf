"""What is done with a request: the chair's view, the decision, a petition's outcome, a notice's place."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from committees.models import Meeting
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from govuk.forms import GovukForm
from workprogramme.domain.asked import (
    accept_asked,
    answer_asked,
    decline_asked,
    forget_who_asked,
    give_chairs_view,
    put_petition_on_agenda,
    record_petition_outcome,
)
from workprogramme.domain.notices import place_on_agenda
from workprogramme.domain.topics import take_as_topic
from workprogramme.enums import Origin
from workprogramme.forms.requests import (
    AcceptAsked,
    AnswerAsked,
    ChairsView,
    DeclineAsked,
    HearPetition,
    PetitionOutcome,
    PlaceOnAgenda,
    TakeAsTopic,
)
from workprogramme.models import ItemRequest
from workprogramme.rules import can_be_accepted, is_undecided, may_say_chairs_view
from workprogramme.views.items import ask
from workprogramme.views.requests import find_request, find_request_to_decide, may_choose_place, way_from_register

DECIDED = "This request is decided already. See below where it went."


@standing_required
def request_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what the chair thinks of a request."""
    asked = find_request(request, pk)
    find_only_if(may_say_chairs_view(request.user, asked, today()))
    form = ChairsView(request.POST or None, initial={"view": asked.chair_view, "version": asked.version})
    words = {"heading": "What does the chair think of it?", "submit": "Save the view"}
    more = ["It is a view: the request still waits for a decision."]
    return decide(request, asked, form, give_chairs_view, done="The chair's view is saved.", consequences=more, **words)


@standing_required
def request_accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a request into an item."""
    asked = find_request_to_decide(request, pk)
    form = AcceptAsked(request.POST or None, asked=asked)
    words = {"heading": "Accept this request", "submit": "Accept", "possible": can_be_accepted}
    return decide(request, asked, form, accept_asked, done="The request is accepted.", **words)


@standing_required
def request_topic(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a request as a topic for review."""
    asked = find_request_to_decide(request, pk)
    form = TakeAsTopic(request.POST or None, initial={"title": asked.title, "version": asked.version})
    words = {"heading": "Take this as a topic for review", "submit": "Take it as a topic", "possible": can_be_accepted}
    more = ["It is scored against the checklist with the other topics of the year (Protocol 8.2)."]
    return decide(request, asked, form, take_as_topic, done="It is a topic for review.", consequences=more, **words)


@standing_required
def request_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a request in writing."""
    asked = find_request_to_decide(request, pk)
    form = AnswerAsked(request.POST or None, initial={"version": asked.version})
    words = {"heading": "Answer this request in writing", "submit": "Record the answer"}
    return decide(request, asked, form, answer_asked, done="The answer is recorded.", **words)


@standing_required
def request_decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Decline a request, with the reason."""
    asked = find_request_to_decide(request, pk)
    form = DeclineAsked(request.POST or None, initial={"version": asked.version})
    words = {"heading": "Decline this request?", "submit": "Decline", "variant": "warning"}
    return decide(request, asked, form, decline_asked, done="The request is declined.", **words)


@standing_required
def request_forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a private person's name and way to answer."""
    asked = find_request_to_decide(request, pk)
    form = GovukForm(request.POST if request.method == "POST" else None)
    words = {"heading": "Remove the name?", "submit": "Remove the name", "variant": "warning"}
    more = ["The name and the way to answer are removed. Nothing brings them back.", "What was asked for stays."]
    return decide(
        request, asked, form, forget_who_asked, done="The name is removed.", consequences=more,
        possible=lambda asked: not is_undecided(asked), **words,
    )  # fmt: skip


@standing_required
def petition_hear(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a petition on an agenda, without an item of the programme."""
    asked = find_request_to_decide(request, pk)
    find_only_if(asked.origin == Origin.PETITION)
    form = HearPetition(request.POST or None, asked=asked)
    words = {"heading": "Put the petition on an agenda", "submit": "Put it on the agenda", "possible": can_be_accepted}
    more = ["It is heard as it is: no report is written for it. Accept it instead where a report is wanted."]
    return decide(
        request, asked, form, put_petition_on_agenda, done="The petition is on the agenda.", consequences=more, **words
    )


@standing_required
def petition_outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """Record at which meeting a petition was heard, and what came of it."""
    asked = find_request_to_decide(request, pk)
    find_only_if(asked.origin == Origin.PETITION)
    held = Meeting.objects.deciding().filter(body=asked.body, on__lte=today()).order_by("-on")
    form = PetitionOutcome(request.POST or None, asked=asked, held=held)
    words = {"heading": "What came of the petition?", "submit": "Record the outcome", "possible": None}
    return decide(request, asked, form, record_petition_outcome, done="The outcome is recorded.", **words)


@standing_required
def request_place(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose where on its agenda an item stands of which a member gave notice."""
    asked = find_request_to_decide(request, pk)
    find_only_if(may_choose_place(asked))
    form = PlaceOnAgenda(request.POST if request.method == "POST" else None, item=asked.item)
    if form.is_valid() and carry_out(form, place_on_agenda, asked.item, by=request.user, **form.cleaned_data):
        messages.success(request, "Its place on the agenda is chosen.")
        return redirect("request", asked.pk)
    words = {"heading": f"Place on the agenda of {asked.item.meeting.when}", "submit": "Save the place"}
    return about(request, asked, form, **words)


def decide(
    request: HttpRequest,
    asked: ItemRequest,
    form: GovukForm,
    verb: Callable,
    *,
    done: str,
    possible: Callable[[ItemRequest], bool] | None = is_undecided,
    **words,
) -> HttpResponse:
    """Carry out one verb over a request and lead back to it; where that is not possible any more, say so there."""
    if possible is not None and not possible(asked) and request.method != "POST":
        messages.info(request, DECIDED)
        return redirect("request", asked.pk)
    if form.is_valid() and carry_out(form, verb, asked, by=request.user, **form.cleaned_data):
        messages.success(request, done)
        return redirect("request", asked.pk)
    return about(request, asked, form, **words)


def about(request: HttpRequest, asked: ItemRequest, form: GovukForm, **words) -> HttpResponse:
    """Show a form about a request; it leads back to the request."""
    back = reverse("request", args=[asked.pk])
    way = [*way_from_register(), {"text": asked.ref, "href": back}]
    return ask(request, form, caption=f"{asked.ref} {asked.title}", cancel=back, breadcrumbs=way, **words)
