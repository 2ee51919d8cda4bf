"""Moving a meeting: the day and the reason, then every date that would move, then yes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from actions.domain.moving import move_meeting, rehearse_meeting_move
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from scrutiny.forms import MoveMeeting
from scrutiny.pages.meeting import breadcrumbs, find_meeting
from scrutiny.pages.rehearsal import rehearsed


@standing_required
def meeting_move(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the new day, show what would move with the meeting, and move it."""
    meeting = find_meeting(pk)
    find_only_if(may_run(request.user, meeting.body))
    form = MoveMeeting(request.POST or None, meeting=meeting)
    context = {"meeting": meeting, "form": form, "breadcrumbs": breadcrumbs(meeting, {"text": "Move"})}
    if form.is_valid():
        wanted = form.cleaned_data
        if "confirmed" in request.POST:
            if carry_out(form, move_meeting, meeting, by=request.user, **wanted):
                messages.success(request, f"The meeting is now on {wanted['to'].day} {wanted['to']:%B %Y}.")
                return redirect("meeting", meeting.pk)
        else:
            moved = rehearsed(form, rehearse_meeting_move, meeting, to=wanted["to"], by=request.user)
            if moved is not None:
                return render(request, "meetings/move_confirm.html", {**context, "moved": moved, "wanted": wanted})
    return render(request, "meetings/move.html", {**context, "cancel": reverse("meeting", args=[meeting.pk])})
