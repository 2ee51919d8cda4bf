"""One report to several committees: a hearing planned or moved, with every date that would move, or taken off."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from actions.domain.moving import rehearse_hearing_move, rehearse_hearing_plan
from committees.models import Meeting
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from scrutiny.forms import ChooseHearing, ConfirmHearing
from scrutiny.pages.item import breadcrumbs, find_item
from scrutiny.pages.rehearsal import rehearsed
from workprogramme.domain.hearings import (
    meetings_that_may_hear,
    meetings_to_move_to,
    move_hearing,
    plan_hearing,
    withdraw_hearing,
)
from workprogramme.forms import TakeOffHearing
from workprogramme.models import Hearing, Item
from workprogramme.rules import may_place_hearing, may_plan

PLAN = {"heading": "Which committee hears it as well?", "submit": "Plan the hearing"}
MOVE = {"heading": "Move this hearing", "submit": "Move the hearing"}


@standing_required
def hearing_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask at which meeting another committee hears a report, show what would move, and plan it."""
    item = find_item(pk)
    find_only_if(may_plan(request.user, item))
    choice = ChooseHearing(request.GET if "to" in request.GET else None, meetings=meetings_that_may_hear(item))
    to = choice.cleaned_data["to"] if choice.is_valid() else None
    told = rehearsed(choice, rehearse_hearing_plan, item, meeting=to, by=request.user) if to else None
    if told is None:
        return show(request, item, form=choice, **PLAN)
    form = ConfirmHearing(request.POST or None, told=told, version=item.version, needs_why=False)
    if form.is_valid():
        words = {"meeting": to, "why": form.cleaned_data["why"], "by": request.user}
        if carry_out(form, plan_hearing, item, **words):
            messages.success(request, f"{to.body.called} hears it as well, on {to.when}.")
            return redirect("item", item.pk)
    return show(request, item, form=form, to=to, told=told, **PLAN)


@standing_required
def hearing_move(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the other meeting, show what would move with the hearing, and move it."""
    hearing = find_hearing(request, pk)
    choice = ChooseHearing(request.GET if "to" in request.GET else None, meetings=meetings_to_move_to(hearing))
    to = choice.cleaned_data["to"] if choice.is_valid() else None
    told = rehearsed(choice, rehearse_hearing_move, hearing, to=to, by=request.user) if to else None
    item = find_item(hearing.item_id)
    if told is None:
        return show(request, item, form=choice, hearing=hearing, **MOVE)
    form = ConfirmHearing(request.POST or None, told=told, version=hearing.version, needs_why=True)
    if form.is_valid() and carry_out(form, move_hearing, hearing, to=to, by=request.user, **form.cleaned_data):
        messages.success(request, f"{to.body.called} now hears it on {to.when}.")
        return redirect("item", item.pk)
    return show(request, item, form=form, hearing=hearing, to=to, told=told, **MOVE)


@standing_required
def hearing_take_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one hearing off."""
    hearing = find_hearing(request, pk)
    form = TakeOffHearing(request.POST or None, initial={"version": hearing.version})
    if form.is_valid() and carry_out(form, withdraw_hearing, hearing, by=request.user, **form.cleaned_data):
        messages.success(request, f"{hearing.meeting.body.called} does not hear it any more.")
        return redirect("item", hearing.item_id)
    item = find_item(hearing.item_id)
    words = {"heading": "Take this hearing off?", "submit": "Take it off", "variant": "warning"}
    more = [
        f"{hearing.meeting.body.called} does not hear it on {hearing.meeting.when}. The other meetings stay.",
        "Where that was the earliest, the dates of the report follow the next one.",
    ]
    way, back = breadcrumbs(item, {"text": "Take off"}), reverse("item", args=[item.pk])
    context = {"form": form, "caption": f"{item.ref} {item.title}", "breadcrumbs": way, "cancel": back, **words}
    return render(request, "workprogramme/ask.html", {**context, "consequences": more})


def find_hearing(request: HttpRequest, pk: int) -> Hearing:
    """The hearing, where this person may place it; otherwise not found."""
    hearing = get_object_or_404(Hearing.objects.select_related("item__programme__body", "meeting__body"), pk=pk)
    find_only_if(may_place_hearing(request.user, hearing.item, hearing.meeting))
    return hearing


def show(request: HttpRequest, item: Item, *, to: Meeting | None = None, **context) -> HttpResponse:
    """Show the page: the choice of a meeting, or what it would do and yes."""
    context |= {
        "item": item,
        "to": to,
        "today": today(),
        "cancel": reverse("item", args=[item.pk]),
        "here": request.get_full_path(),
        "choose": request.path,
        "breadcrumbs": breadcrumbs(item, {"text": "Hearings"}),
    }
    return render(request, "items/hearing.html", context)
