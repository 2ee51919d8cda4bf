"""Recording that a meeting's agenda went out, which freezes an edition of the programme."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from actions.domain.editions import publish_papers
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from scrutiny.forms import AgendaPublished
from scrutiny.pages.meeting import breadcrumbs, find_meeting
from workprogramme.domain.hearings import hearings_to_publish
from workprogramme.domain.meetings import items_to_publish


@standing_required
def meeting_published(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the agenda went out, and with which reports."""
    meeting = find_meeting(pk)
    find_only_if(may_run(request.user, meeting.body))
    reports = {"items": items_to_publish(meeting), "hearings": hearings_to_publish(meeting)}
    form = AgendaPublished(request.POST or None, today=today(), **reports)
    if form.is_valid():
        out = {name: form.cleaned_data.get(name, ()) for name in reports}
        words = {**out, "on": form.cleaned_data["on"], "by": request.user}
        if carry_out(form, publish_papers, meeting, **words):
            messages.success(request, "The agenda is recorded as published, and the programme is kept as it went out.")
            return redirect("meeting", meeting.pk)
    back = reverse("meeting", args=[meeting.pk])
    words = {"heading": "Record that the agenda was published", "submit": "Record it", "cancel": back}
    more = ["The programme as it stands is kept as an edition. It can be shown and printed as it was from then on."]
    way = breadcrumbs(meeting, {"text": "Published"})
    context = {"form": form, "caption": meeting.body.called, "consequences": more, "breadcrumbs": way, **words}
    return render(request, "workprogramme/ask.html", context)
