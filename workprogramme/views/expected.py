"""A time at which something is expected: put on a meeting, or left out with the reason."""

from datetime import date

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from committees.enums import MeetingKind, MeetingState
from committees.models import Meeting
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required, way_back
from council.calendar import today
from workprogramme.domain.returning import expect_again, leave_out, place_expected
from workprogramme.forms import LeaveOut, PlaceExpected
from workprogramme.models import LeftOut, Series
from workprogramme.views.series import about, find_series_to_plan


@standing_required
def series_place(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one of its items on a formal meeting to come."""
    found = find_series_to_plan(request, pk)
    meetings = meetings_for(found)
    form = PlaceExpected(request.POST or None, meetings=meetings, initial={"meeting": request.GET.get("meeting")})
    if form.is_valid() and carry_out(form, place_expected, found, by=request.user, **form.cleaned_data):
        messages.success(request, f"“{found}” is on the meeting of {form.cleaned_data['meeting'].when}.")
        return redirect(way_back(request, "series", found.pk))
    lead = [] if meetings else ["No formal meeting to come is without it. Add a meeting first."]
    words = {"heading": "Put it on a meeting", "submit": "Put it on", "lead": lead}
    return about(request, form, found, cancel=way_back(request, "series", found.pk), **words)


def meetings_for(found: Series) -> QuerySet[Meeting]:
    """The formal meetings to come of its committee on which it could be put, first to last."""
    coming = Meeting.objects.filter(body=found.body, kind=MeetingKind.FORMAL, on__gte=max(today(), found.from_on))
    coming = coming.filter(on__lte=found.until_on) if found.until_on else coming
    over = [MeetingState.HELD, MeetingState.CANCELLED]
    return coming.exclude(state__in=over).exclude(items__series=found).select_related("body").order_by("on")


@standing_required
def series_leave_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it does not come this time, and why."""
    found = find_series_to_plan(request, pk)
    time, when = _time(request, found)
    form = LeaveOut(request.POST or None)
    if form.is_valid() and carry_out(form, leave_out, found, by=request.user, **time, **form.cleaned_data):
        messages.success(request, f"“{found}” is left out {when}.")
        return redirect(way_back(request, "series", found.pk))
    more = ["It is no longer shown as missing then. You can take this back."]
    words = {"heading": f"Leave it out {when}?", "submit": "Leave it out", "consequences": more}
    return about(request, form, found, cancel=way_back(request, "series", found.pk), **words)


def _time(request: HttpRequest, found: Series) -> tuple[dict, str]:
    """The meeting, or the first day of the stretch, that the address names; otherwise not found."""
    meeting = request.GET.get("meeting", "")
    if meeting.isdecimal() and len(meeting) < 10:
        at = get_object_or_404(Meeting.objects.select_related("body"), pk=int(meeting), body=found.body)
        return {"meeting": at}, f"on {at.when}"
    try:
        first = date.fromisoformat(request.GET.get("from", ""))
    except ValueError as error:
        raise Http404 from error
    return {"from_on": first}, f"from {first.day} {first:%B %Y}"


@standing_required
@require_POST
def left_out_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back that it was left out."""
    left = get_object_or_404(LeftOut.objects.select_related("series__body"), pk=pk)
    find_only_if(may_run(request.user, left.series.body))
    found = expect_again(left, by=request.user)
    messages.success(request, f"“{found}” is expected then after all.")
    return redirect("series", found.pk)
