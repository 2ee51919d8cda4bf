"""Answering an author who asks that a report go to another meeting: every date that would move, then yes or no."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from actions.domain.moving import Consequences, rehearse_item_move
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from council.refusal import Refusal
from scrutiny.forms import GrantMove
from scrutiny.pages.item import breadcrumbs, find_item
from workprogramme.domain.move_requests import decline_move, grant_move
from workprogramme.enums import MoveState
from workprogramme.forms import DeclineMove
from workprogramme.models import Item, MoveRequest
from workprogramme.rules import may_plan


@standing_required
def item_move_asked(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would move with the report, and grant the move or decline it with the reason."""
    item = find_item(pk)
    find_only_if(may_plan(request.user, item))
    asked = open_request(item)
    if asked is None:
        messages.info(request, "No move of this report is asked for any more.")
        return redirect("item", item.pk)
    declining, posted = "decline" in request.POST, request.method == "POST"
    grant = GrantMove(request.POST if posted and not declining else None, initial={"version": item.version})
    decline = DeclineMove(request.POST if declining else None)
    form, verb, done = (
        (decline, decline_move, "The report stays where it is. Its author sees why.")
        if declining
        else (grant, grant_move, f"The report moved to the meeting of {asked.to.when}.")
    )
    if form.is_valid() and carry_out(form, verb, item, by=request.user, **form.cleaned_data):
        messages.success(request, done)
        return redirect("item", item.pk)
    context = {"grant": grant, "decline": decline, **what_it_would_do(item, asked, request.user)}
    return render(request, "items/move_asked.html", context)


def what_it_would_do(item: Item, asked: MoveRequest, by) -> dict:
    """What the page shows beside its two forms: the request, and what it would do to dates and to the meeting."""
    told, refusal = would_move(item, asked, by)
    return {
        "item": item,
        "asked": asked,
        "today": today(),
        "told": told,
        "refusal": refusal,
        "cancel": reverse("item", args=[item.pk]),
        "breadcrumbs": breadcrumbs(item, {"text": "Move asked for"}),
    }


def open_request(item: Item) -> MoveRequest | None:
    """The move that is asked for and not answered yet."""
    related = ("to__body", "from_meeting__body", "asked_by__person")
    return item.move_requests.filter(state=MoveState.ASKED).select_related(*related).first()


def would_move(item: Item, asked: MoveRequest, by) -> tuple[Consequences | None, str]:
    """Every date that would move and what that runs into, or why it cannot be granted, in words."""
    if asked.to_id == item.meeting_id:
        return None, ""
    try:
        return rehearse_item_move(item, to=asked.to, by=by), ""
    except Refusal as refusal:
        return None, str(refusal)
