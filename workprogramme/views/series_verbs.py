"""What is done to something that comes back: changed, ended, taken up again, and which items are it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from council.access import carry_out, standing_required
from council.calendar import today
from council.refusal import Refusal
from workprogramme.domain.series import (
    end_series,
    items_that_may_join,
    join_all,
    leave_series,
    planned_after,
    resume_series,
    revise_series,
)
from workprogramme.forms import EndSeries, ReviseSeries, SeriesItems
from workprogramme.views.items import find_item_to_plan
from workprogramme.views.series import MOST_ITEMS, about, find_series_to_plan


@standing_required
def series_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Say anew what comes back, how often and by whom."""
    found = find_series_to_plan(request, pk)
    form = ReviseSeries(request.POST or None, series=found)
    if form.is_valid() and carry_out(form, revise_series, found, by=request.user, **_revised(form.cleaned_data)):
        messages.success(request, "The changes are saved. What is planned already keeps its title and its authors.")
        return redirect("series", found.pk)
    return about(request, form, found, heading="Change what comes back", submit="Save")


def _revised(told: dict) -> dict:
    return {"portfolios": (), **told}


@standing_required
def series_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it comes back no more, why, and what becomes of what is planned."""
    found = find_series_to_plan(request, pk)
    form = EndSeries(request.POST or None, series=found)
    if form.is_valid() and carry_out(form, end_series, found, by=request.user, **form.cleaned_data):
        messages.success(request, f"“{found}” comes back no more.")
        return redirect("series", found.pk)
    planned = planned_after(found, today())
    named = ", ".join(f"{item.meeting.when}" if item.meeting else "on no meeting yet" for item in planned)
    more = [f"It is planned {len(planned)} more time{'s' if len(planned) != 1 else ''}: {named}."] if planned else []
    more.append("Its record stays, and nothing warns of it any more. The end can be taken back.")
    words = {"heading": "End this?", "submit": "End it", "variant": "warning", "consequences": more}
    return about(request, form, found, **words)


@standing_required
@require_POST
def series_resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the end back."""
    found = find_series_to_plan(request, pk)
    try:
        resume_series(found, by=request.user)
        messages.success(request, f"“{found}” comes back again.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("series", found.pk)


@standing_required
def series_items(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which items already planned, whatever they are called, are it."""
    found = find_series_to_plan(request, pk)
    free = list(items_that_may_join(found.body).values_list("pk", flat=True)[:MOST_ITEMS])
    form = SeriesItems(
        request.POST if request.method == "POST" else None, items=items_that_may_join(found.body).filter(pk__in=free)
    )
    if form.is_valid() and carry_out(form, join_all, found, items=form.cleaned_data["items"], by=request.user):
        messages.success(request, "The items are part of it.")
        return redirect("series", found.pk)
    lead = [] if free else ["Everything planned from this year on is part of something that comes back already."]
    return about(request, form, found, heading="Add what is planned already", submit="Add them", lead=lead)


@standing_required
@require_POST
def item_leave_series(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that an item comes once after all."""
    item = find_item_to_plan(request, pk)
    try:
        leave_series(item, by=request.user)
        messages.success(request, "The item now comes once.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("item", item.pk)
