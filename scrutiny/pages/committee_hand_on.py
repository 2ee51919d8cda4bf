"""Handing on what came to be open of a committee after it ended, as from its last minutes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from actions.domain.reorganise import hand_on, parts_of
from actions.domain.what_goes import left_open
from committees.rules import may_run
from council.access import find_only_if, standing_required
from council.models import Body
from council.succession import standing_heirs
from scrutiny.pages.reorganising import Way, walk
from scrutiny.reorganise_choices import WhatNoRuleDecides


@standing_required
def committee_hand_on(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask what no rule decides, show what would go where, and pass it on."""
    body = get_object_or_404(Body, slug=slug)
    things, heirs = left_open(body), standing_heirs(body)
    find_only_if(may_run(request.user, body) and bool(things) and bool(heirs))
    way = Way(
        heading=f"Pass on what is open of {body.name}",
        submit="Pass it on",
        cancel=reverse("committee", args=[slug]),
        ask=lambda sent: WhatNoRuleDecides(sent, things=things, parts=parts_of(heirs)),
        said=lambda how: ((body,), {"choices": how.choices}),
        prepare=hand_on,
        carry=hand_on,
        done=lambda made: f"What was open of {body.called} is passed on.",
        breadcrumbs=[
            {"text": "Committees", "href": reverse("committees")},
            {"text": body.called, "href": reverse("committee", args=[slug])},
            {"text": "Pass on"},
        ],
    )
    return walk(request, way)
