"""Recording that a meeting was held."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from committees.models import Meeting
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from workprogramme.domain.hearings import hearings_to_hear
from workprogramme.domain.meetings import hold_and_hear, items_to_hear
from workprogramme.forms import MeetingHeld
from workprogramme.views.items import ask
from workprogramme.views.programme import way_to


@standing_required
def meeting_held(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the meeting took place."""
    meeting = find_meeting_to_run(request, pk)
    open_still = {"items": items_to_hear(meeting), "hearings": hearings_to_hear(meeting)}
    form = MeetingHeld(request.POST if request.method == "POST" else None, **open_still)
    heard = {name: form.cleaned_data.get(name, ()) for name in open_still} if form.is_valid() else {}
    if form.is_valid() and carry_out(form, hold_and_hear, meeting, by=request.user, **heard):
        messages.success(request, "The meeting is recorded as held.")
        return redirect("meeting", meeting.pk)
    return about(request, form, meeting, heading="Record that the meeting was held", submit="Record it")


def find_meeting_to_run(request: HttpRequest, pk: int) -> Meeting:
    """The meeting, where this person may arrange it; otherwise not found."""
    meeting = get_object_or_404(Meeting.objects.select_related("body", "publication"), pk=pk)
    find_only_if(may_run(request.user, meeting.body))
    return meeting


def about(request: HttpRequest, form, meeting: Meeting, **context) -> HttpResponse:
    """Show a form about a meeting; it leads back to the meeting."""
    back = reverse("meeting", args=[meeting.pk])
    way = [*way_to(meeting.body), {"text": f"{meeting.get_kind_display()}, {meeting.when}", "href": back}]
    return ask(request, form, caption=meeting.body.called, cancel=back, breadcrumbs=way, **context)
