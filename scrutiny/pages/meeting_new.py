"""Adding a meeting of any kind: a formal one may take the place of the one that was next."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from actions.domain.moving import arrange_in_year
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from council.models import Body, MunicipalYear
from scrutiny.forms import NewMeeting


@standing_required
def meeting_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a meeting to a committee's year."""
    body = get_object_or_404(Body, slug=slug)
    find_only_if(body.is_committee and may_run(request.user, body))
    this_year = MunicipalYear.objects.filter(starts_on__lte=today(), ends_on__gte=today()).first()
    form = NewMeeting(request.POST or None, initial={"year": this_year})
    if form.is_valid() and carry_out(form, arrange_in_year, body=body, by=request.user, **form.cleaned_data):
        messages.success(request, "The meeting is on record.")
        return redirect("committee", body.slug)
    home = reverse("committee", args=[body.slug])
    way = [{"text": "Committees", "href": reverse("committees")}, {"text": body.called, "href": home}]
    words = {"heading": "Add a meeting", "submit": "Add the meeting", "cancel": home, "caption": body.called}
    return render(request, "workprogramme/ask.html", {"form": form, "breadcrumbs": way, **words})
