"""Cancelling a meeting: why, what waits and what moves because of it, then yes; and taking that back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from actions.domain.cancelling import cancel_meeting, reinstate_meeting
from actions.domain.moving import rehearse
from committees.models import Meeting
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from council.refusal import Refusal
from scrutiny.forms import CancelMeeting
from scrutiny.pages.meeting import breadcrumbs, find_meeting
from workprogramme.domain.cancelling import items_left_waiting


@standing_required
def meeting_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would wait and what would move, and cancel the meeting with the reason."""
    meeting = find_meeting(pk)
    find_only_if(may_run(request.user, meeting.body))
    try:
        told = what_it_would_do(meeting, request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("meeting", meeting.pk)
    form = CancelMeeting(request.POST or None)
    if form.is_valid() and carry_out(form, cancel_meeting, meeting, by=request.user, **form.cleaned_data):
        messages.success(request, "The meeting is cancelled. What was on it waits for another one.")
        return redirect("meeting", meeting.pk)
    return render(request, "meetings/cancel.html", {"form": form, **told})


def what_it_would_do(meeting: Meeting, by) -> dict:
    """What the page shows: which items would wait, and every date that would move. Raises as cancelling does."""
    return {
        "meeting": meeting,
        "waiting": items_left_waiting(meeting),
        "moved": rehearse(cancel_meeting, meeting, why="Rehearsal", by=by),
        "today": today(),
        "cancel": reverse("meeting", args=[meeting.pk]),
        "breadcrumbs": breadcrumbs(meeting, {"text": "Cancel"}),
    }


@standing_required
@require_POST
def meeting_reinstate(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a cancelled meeting go ahead after all."""
    meeting = find_meeting(pk)
    find_only_if(may_run(request.user, meeting.body))
    try:
        reinstate_meeting(meeting, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The meeting goes ahead. What waited because of it is back on it.")
    return redirect("meeting", meeting.pk)
