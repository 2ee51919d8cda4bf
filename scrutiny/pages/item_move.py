"""Moving an item to another meeting: which, then every date that would move and what it runs into, then why and yes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from actions.domain.moving import Consequences, rehearse_item_move
from committees.models import Meeting
from council.access import carry_out, find_only_if, go_on, standing_required, way_back
from council.calendar import today
from scrutiny.forms import ChooseMeeting, MoveItem
from scrutiny.pages.item import breadcrumbs, find_item
from scrutiny.pages.rehearsal import rehearsed
from workprogramme.domain.items import place_item
from workprogramme.domain.since import changes_since
from workprogramme.models import Item
from workprogramme.rules import may_plan, meeting_to_go_back_to


@standing_required
def item_move(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the meeting, show what would move with the item, and move it."""
    item = find_item(pk)
    find_only_if(may_plan(request.user, item))
    choice = ChooseMeeting(request.GET if "to" in request.GET else None, item=item, initial=request.GET.dict())
    to = choice.cleaned_data["to"] if choice.is_valid() else None
    told = rehearsed(choice, rehearse_item_move, item, to=to, by=request.user) if to else None
    if told is None:
        return show(request, "items/move.html", item, form=choice)
    return _why_and_yes(request, item, to, told)


def _why_and_yes(request: HttpRequest, item: Item, to: Meeting, told: Consequences) -> HttpResponse:
    goes_back = "back" in request.GET and to == meeting_to_go_back_to(item, today())
    form = MoveItem(request.POST or None, item=item, told=told, why="Moved back" if goes_back else "")
    if form.is_valid() and carry_out(form, place_item, item, to=to, by=request.user, **form.cleaned_data):
        messages.success(request, said(item, to))
        return go_on(request, way_back(request, "item", item.pk))
    return show(request, "items/move_confirm.html", item, form=form, to=to, told=told, goes_back=goes_back)


def said(item: Item, to: Meeting) -> str | SafeString:
    """What is said when the item has moved, with the way to take it back where there is one."""
    fresh = Item.objects.get(pk=item.pk)
    words = f"“{item.title}” is now on the meeting of {to.when}."
    back = meeting_to_go_back_to(fresh, today())
    if back is None:
        return words
    link = '{} <a class="govuk-notification-banner__link" href="{}?to={}&amp;back=yes">Move it back to {}</a>'
    return format_html(link, words, reverse("item_move", args=[item.pk]), back.pk, back.when)


def show(request: HttpRequest, page: str, item: Item, **context) -> HttpResponse:
    """Show one of the two pages, with who changed the item since the planner was opened."""
    version = request.POST.get("version") or request.GET.get("version", "")
    context |= {
        "item": item,
        "since": changes_since(item, int(version[:9])) if version.isdecimal() else "",
        "today": today(),
        "cancel": way_back(request, "item", item.pk),
        "here": request.get_full_path(),
        "choose": _without_meeting(request),
        "breadcrumbs": breadcrumbs(item, {"text": "Move"}),
    }
    return render(request, page, context)


def _without_meeting(request: HttpRequest) -> str:
    kept = request.GET.copy()
    for name in ("to", "back"):
        kept.pop(name, None)
    return f"{request.path}?{kept.urlencode()}" if kept else request.path
