"""Putting a recommendation on record."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from actions.domain.recommendations import make_recommendation
from actions.forms.recommendations import NewRecommendationForm
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from council.models import Body


@standing_required
def recommendation_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Record what a committee recommended at one of its formal meetings."""
    body = get_object_or_404(Body, slug=slug)
    find_only_if(body.is_committee and may_run(request.user, body))
    form = NewRecommendationForm(request.POST or None, body=body)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("text", "addressed_to", "lead_post")}
        made_on = form.cleaned_data["meeting"].on
        if carry_out(form, make_recommendation, body=body, made_on=made_on, by=request.user, **given):
            messages.success(request, "The recommendation is on record. Record next when Council approves it.")
            return redirect("recommendations")
    home = reverse("committee", args=[body.slug])
    way = [{"text": "Committees", "href": reverse("committees")}, {"text": body.called, "href": home}]
    words = {"heading": "Record a recommendation", "submit": "Record it", "cancel": home, "caption": body.called}
    return render(request, "workprogramme/ask.html", {"form": form, "breadcrumbs": way, **words})
