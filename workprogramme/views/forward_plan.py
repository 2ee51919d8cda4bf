"""The forward plan: decisions to come, the last meeting before each, and requests to look at one first."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from council.rules import is_officer
from workprogramme.domain.editions import record_forward_plan
from workprogramme.domain.forward_list import entries_past, entries_to_come, rows_of
from workprogramme.domain.pre_scrutiny import agree_request, decline_request, enter_decision, request_pre_scrutiny
from workprogramme.forms import AgreeRequest, AskPreScrutiny, DeclineRequest, NewDecision, PlanPublished
from workprogramme.models import ForwardEntry, ForwardPlan, PreScrutinyRequest
from workprogramme.rules import committees_that_may_be_asked, may_decide_request
from workprogramme.views.items import ask

A_PAGE = 25


@standing_required
@require_safe
def forward_plan(request: HttpRequest) -> HttpResponse:
    """Show the decisions to come, or those whose day has passed."""
    past = request.GET.get("when") == "past"
    entries = entries_past(today()) if past else entries_to_come(today())
    page = Paginator(entries, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": rows_of(page.object_list, user=request.user, today=today()),
        "past": past,
        "latest": ForwardPlan.objects.first(),
        "today": today(),
        "may_enter": is_officer(request.user),
    }
    return render(request, "workprogramme/forward_plan.html", context)


@standing_required
def decision_new(request: HttpRequest) -> HttpResponse:
    """Type in one decision of the forward plan."""
    find_only_if(is_officer(request.user))
    form = NewDecision(request.POST or None)
    if form.is_valid() and carry_out(form, enter_decision, by=request.user, **form.cleaned_data):
        messages.success(request, "The decision is on the list.")
        return redirect("forward_plan")
    back = reverse("forward_plan")
    words = {"heading": "Type in a decision", "submit": "Add the decision", "cancel": back}
    return ask(request, form, breadcrumbs=way_from_plan(), **words)


@standing_required
def plan_published(request: HttpRequest) -> HttpResponse:
    """Record that a forward plan was published, whether or not anything in it is in a committee's remit."""
    find_only_if(is_officer(request.user))
    form = PlanPublished(request.POST or None)
    if form.is_valid() and carry_out(form, record_forward_plan, by=request.user, **form.cleaned_data):
        messages.success(request, "The forward plan is on record. Work programme reports name it from now on.")
        return redirect("forward_plan")
    words = {"heading": "Record that a forward plan was published", "submit": "Record it"}
    return ask(request, form, cancel=reverse("forward_plan"), breadcrumbs=way_from_plan(), **words)


@standing_required
def pre_scrutiny_ask(request: HttpRequest, pk: int) -> HttpResponse:
    """A member asks that a committee look at a decision before it is made."""
    entry = get_object_or_404(ForwardEntry, pk=pk)
    bodies = committees_that_may_be_asked(request.user, entry, today())
    find_only_if(bool(bodies))
    form = AskPreScrutiny(request.POST or None, bodies=bodies)
    if form.is_valid():
        words = {"entry": entry, "body": form.chosen, "why": form.cleaned_data["why"], "by": request.user}
        if carry_out(form, request_pre_scrutiny, **words):
            messages.success(request, "Your request is with the committee's officers.")
            return redirect("forward_plan")
    words = {"heading": "Ask to look at this before it is decided", "caption": entry.title, "submit": "Ask"}
    return ask(request, form, cancel=reverse("forward_plan"), breadcrumbs=way_from_plan(), **words)


@standing_required
def pre_scrutiny_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """An officer agrees to a request, on a meeting before the decision, or declines it with the reason."""
    asked = get_object_or_404(PreScrutinyRequest.objects.select_related("entry", "body", "asked_by__person"), pk=pk)
    find_only_if(may_decide_request(request.user, asked))
    declining = "decline" in request.POST
    agree = AgreeRequest(request.POST if request.POST and not declining else None, request=asked)
    decline = DeclineRequest(request.POST if declining else None)
    form, verb = (decline, decline_request) if declining else (agree, agree_request)
    if (
        request.method == "POST"
        and form.is_valid()
        and carry_out(form, verb, asked, by=request.user, **form.cleaned_data)
    ):
        tell_outcome(request, asked)
        return redirect("forward_plan")
    context = {"asked": asked, "agree": agree, "decline": decline, "breadcrumbs": way_from_plan()}
    return render(request, "workprogramme/pre_scrutiny_decide.html", context)


def tell_outcome(request: HttpRequest, asked: PreScrutinyRequest) -> None:
    """Say what became of a request that was just decided."""
    asked.refresh_from_db()
    if asked.item_id:
        messages.success(request, f"It is on the meeting of {asked.item.meeting.when}.")
    else:
        messages.success(request, f"{asked.get_state_display()}. {asked.state_because}".strip())


def way_from_plan() -> list[dict]:
    """The way back to the forward plan."""
    return [{"text": "Forward plan", "href": reverse("forward_plan")}]
