"""What is said of one report: who commented on it, what it answers, and that it should move."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from committees.enums import Stage
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required, way_back
from council.calendar import today
from council.refusal import Refusal
from workprogramme.domain.checklist import end_point, minute_of, take_back_tick, tick_point
from workprogramme.domain.comments import record_comments, take_back_comments
from workprogramme.domain.move_requests import ask_to_move, take_back_move
from workprogramme.forms import AskToMove, CommentsNumbers, EndPoint, TickPoint
from workprogramme.models import Comments, ContentPoint, Item, Tick
from workprogramme.rules import can_ask_to_move, is_asked_of, may_prepare, writes
from workprogramme.views.items import all_of_items, ask


@standing_required
def item_comments(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the FD and LD numbers on record, or why one is not required."""
    item = find_report(request, pk)
    back = way_back(request, "item", item.pk)
    late = any(stage.stage == Stage.COMMENTS and stage.is_late(today()) for stage in item.stages.all())
    posted = request.POST if request.method == "POST" else None
    form = CommentsNumbers(posted, item=item, is_late=late, initial=where_from(request))
    if form.is_valid() and carry_out(form, record_comments, item, by=request.user, **form.words):
        messages.success(request, "The comments are on record.")
        return redirect(back)
    lead = ["With both there, or not required, the stage of comments is done."]
    return ask(request, form, heading="Finance and legal comments", submit="Save", item=item, lead=lead, cancel=back)


@standing_required
@require_POST
def comments_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a number, or the reason for none, off a report."""
    kept = get_object_or_404(Comments.objects.select_related("item__programme__body"), pk=pk)
    find_only_if(may_prepare(request.user, kept.item))
    press(request, f"{kept} is taken off.", take_back_comments, kept)
    return redirect(way_back(request, "item", kept.item_id))


@standing_required
def point_tick(request: HttpRequest, pk: int, point: int) -> HttpResponse:
    """Say where a report answers a point."""
    item = find_report(request, pk)
    asked, back = find_point(item, point), way_back(request, "item", item.pk)
    form = TickPoint(request.POST if request.method == "POST" else None, initial=where_from(request))
    if form.is_valid() and carry_out(form, tick_point, asked, item=item, by=request.user, **form.words):
        messages.success(request, f"Ticked: {asked}.")
        return redirect(back)
    lead = [f"{minute_of(asked.clause)} asked for: {asked}."]
    return ask(request, form, heading="Tick what the report answers", submit="Tick", item=item, lead=lead, cancel=back)


@standing_required
@require_POST
def tick_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The report does not answer a point after all."""
    tick = get_object_or_404(Tick.objects.select_related("item__programme__body", "point"), pk=pk)
    find_only_if(may_prepare(request.user, tick.item))
    press(request, f"Not ticked any more: {tick.point}.", take_back_tick, tick)
    return redirect(way_back(request, "item", tick.item_id))


@standing_required
def point_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a point no longer, with the reason."""
    related = ("body", "item__programme__body", "item__programme__year", "clause__parent", "clause__minute__meeting")
    point = get_object_or_404(ContentPoint.objects.select_related(*related), pk=pk)
    find_only_if(may_run(request.user, point.body))
    back = way_back(request, "item", point.item_id)
    form = EndPoint(request.POST if request.method == "POST" else None, initial=where_from(request))
    if form.is_valid() and carry_out(form, end_point, point, by=request.user, **form.words):
        messages.success(request, f"No longer asked for: {point}.")
        return redirect(back)
    more = ["Reports to come are no longer asked for it.", "Reports of earlier meetings keep it, with their ticks."]
    words = {"heading": f"Stop asking for {point}?", "submit": "Stop asking for it", "consequences": more}
    return ask(request, form, item=point.item, cancel=back, **words)


@standing_required
def item_ask_move(request: HttpRequest, pk: int) -> HttpResponse:
    """An author asks that the report go to another meeting."""
    item = get_object_or_404(all_of_items(), pk=pk)
    find_only_if(writes(request.user, item) and can_ask_to_move(item))
    back = way_back(request, "item", item.pk)
    form = AskToMove(request.POST if request.method == "POST" else None, item=item, initial=where_from(request))
    if form.is_valid() and carry_out(form, ask_to_move, item, by=request.user, **form.words):
        messages.success(request, "Your request is with the committee's officers. Until they answer, your dates stay.")
        return redirect(back)
    lead = [f"It is on the meeting of {item.meeting.when}. An officer decides; until then your dates stay."]
    return ask(request, form, heading="Ask to move this report", submit="Ask", item=item, lead=lead, cancel=back)


@standing_required
@require_POST
def item_take_back_move(request: HttpRequest, pk: int) -> HttpResponse:
    """An author asks for the move no longer."""
    item = get_object_or_404(all_of_items(), pk=pk)
    find_only_if(writes(request.user, item))
    press(request, "You no longer ask for the move.", take_back_move, item)
    return redirect(way_back(request, "item", item.pk))


def find_report(request: HttpRequest, pk: int) -> Item:
    """The item, where this person may say something of its report; otherwise not found."""
    item = get_object_or_404(all_of_items().prefetch_related("stages", "comments"), pk=pk)
    find_only_if(may_prepare(request.user, item))
    return item


def find_point(item: Item, pk: int) -> ContentPoint:
    """The point, where it is asked of this report; otherwise not found."""
    related = ("clause__parent", "clause__minute__meeting")
    point = get_object_or_404(ContentPoint.objects.select_related(*related), pk=pk)
    find_only_if(is_asked_of(point, item))
    return point


def where_from(request: HttpRequest) -> dict[str, str]:
    """The page to go back to, as the address says."""
    return {"next": request.GET.get("next", "")}


def press(request: HttpRequest, done: str, verb, record) -> None:
    """Carry out a verb that needs no words, and say that it is done or why not."""
    try:
        verb(record, by=request.user)
        messages.success(request, done)
    except Refusal as refusal:
        messages.error(request, str(refusal))
