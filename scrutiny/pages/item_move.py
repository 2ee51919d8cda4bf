"""Moving an item to another meeting: which and why, then every date that would move, then yes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from actions.domain.moving import rehearse_item_move
from committees.models import Meeting
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from scrutiny.forms import MoveItem
from scrutiny.pages.item import breadcrumbs, find_item
from scrutiny.pages.rehearsal import rehearsed
from workprogramme.domain.items import move_item
from workprogramme.models import Item
from workprogramme.rules import may_plan


@standing_required
def item_move(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the meeting, show what would move with the item, and move it."""
    item = find_item(pk)
    find_only_if(may_plan(request.user, item))
    form = MoveItem(request.POST or None, item=item)
    context = {"item": item, "form": form, "today": today(), "breadcrumbs": breadcrumbs(item, {"text": "Move"})}
    if form.is_valid():
        wanted = form.cleaned_data
        if "confirmed" in request.POST:
            if carry_out(form, move_item, item, by=request.user, **wanted):
                messages.success(request, f"The item moved to the meeting of {wanted['to'].when}.")
                return redirect("item", item.pk)
        else:
            moved = rehearsed(form, rehearse_item_move, item, to=wanted["to"], by=request.user)
            if moved is not None:
                shown = {
                    **context,
                    "moved": moved,
                    "wanted": wanted,
                    "over": over_limit(wanted["to"]),
                    "owed": owed_on(item),
                }
                return render(request, "items/move_confirm.html", shown)
    return render(request, "items/move.html", {**context, "cancel": reverse("item", args=[item.pk])})


def owed_on(item: Item) -> int:
    """How many stages of its report are still owed."""
    return sum(stage.is_owed for stage in item.stages.all())


def over_limit(to: Meeting) -> int:
    """How many items above the limit the meeting would have with one more (Protocol 5.3)."""
    return max(0, to.load + 1 - to.body.item_limit) if to.decides else 0
