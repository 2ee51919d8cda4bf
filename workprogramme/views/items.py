"""What is done to an item that moves no other date: added, accepted, deferred, withdrawn, authors named."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from committees.rules import may_run
from council.access import carry_out, find_only_if, go_on, standing_required, way_back
from council.refusal import Refusal
from govuk.words import short_date
from workprogramme.domain.adding import add_item, name_authors, say_whose
from workprogramme.domain.items import accept_item, decline_item, defer_item, withdraw_item
from workprogramme.forms import DeclineItem, ItemAuthors, ItemWhose, LeaveMeeting, NewItem
from workprogramme.models import Item, ReportStage
from workprogramme.rules import may_plan
from workprogramme.views.programme import find_committee, find_year, way_to


@standing_required
def item_new(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Add an item to a committee's programme."""
    body, chosen = find_committee(slug), find_year(year)
    find_only_if(may_run(request.user, body))
    form = NewItem(request.POST or None, body=body)
    place = {"body": body, "year": chosen, "by": request.user}
    if form.is_valid() and carry_out(form, add_item, **place, **form.cleaned_data):
        messages.success(request, f"“{form.cleaned_data['title']}” is on the list.")
        return redirect("programme", body.slug, chosen.slug)
    back = reverse("programme", args=[body.slug, chosen.slug])
    words = {"heading": f"Add an item to {chosen}", "caption": body.called, "submit": "Add the item", "cancel": back}
    return ask(request, form, breadcrumbs=way_to(body, chosen), **words)


@standing_required
@require_POST
def item_accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a suggestion, or take up again what was declined or withdrawn."""
    item = find_item_to_plan(request, pk)
    try:
        accept_item(item, by=request.user)
        messages.success(request, "The item is accepted. Choose a meeting for it when you can.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("item", item.pk)


@standing_required
def item_decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Decline a suggestion, with the reason."""
    item = find_item_to_plan(request, pk)
    form = DeclineItem(request.POST or None)
    if form.is_valid() and carry_out(form, decline_item, item, by=request.user, **form.cleaned_data):
        messages.success(request, "The suggestion is declined.")
        return redirect("item", item.pk)
    return ask(request, form, heading="Decline this suggestion?", submit="Decline", item=item)


@standing_required
def item_defer(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an item off its meeting, without a new one yet."""
    item = find_item_to_plan(request, pk)
    form = LeaveMeeting(request.POST or None, initial={"version": item.version})
    if form.is_valid() and carry_out(form, defer_item, item, by=request.user, **form.cleaned_data):
        messages.success(request, "The item is deferred. It waits among the items not on a meeting yet.")
        return go_on(request, way_back(request, "item", item.pk))
    more = [*what_leaving_does(item), "It waits among the items that are not on a meeting yet."]
    return ask(request, form, heading="Defer this item?", submit="Defer the item", item=item, consequences=more)


@standing_required
def item_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw an item from the programme."""
    item = find_item_to_plan(request, pk)
    form = LeaveMeeting(request.POST or None, initial={"version": item.version})
    if form.is_valid() and carry_out(form, withdraw_item, item, by=request.user, **form.cleaned_data):
        messages.success(request, "The item is withdrawn. Its record stays, and it can be accepted again.")
        return redirect("item", item.pk)
    more = [*what_leaving_does(item), "Its record stays, and it can be accepted again."]
    words = {"heading": "Withdraw this item?", "submit": "Withdraw the item", "variant": "warning"}
    return ask(request, form, item=item, consequences=more, **words)


@standing_required
def item_authors(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who writes an item's report."""
    item = find_item_to_plan(request, pk)
    names = tuple(author.person.name for author in item.authors.all())
    form = ItemAuthors(request.POST or None, initial={"authors": names})
    if form.is_valid() and carry_out(form, name_authors, item, by=request.user, **form.cleaned_data):
        messages.success(request, "The authors are saved.")
        return redirect("item", item.pk)
    return ask(request, form, heading="Who writes the report?", submit="Save", item=item)


@standing_required
def item_whose(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of which post an item is the report, and in whose portfolio it falls."""
    item = find_item_to_plan(request, pk)
    form = ItemWhose(request.POST or None, item=item)
    if form.is_valid() and carry_out(form, say_whose, item, by=request.user, **form.cleaned_data):
        messages.success(request, "It is saved. Who is to be at its meeting follows from it.")
        return redirect("item", item.pk)
    return ask(request, form, heading="Whose report is it?", submit="Save", item=item)


def find_item_to_plan(request: HttpRequest, pk: int) -> Item:
    """The item, where this person may plan it; otherwise not found."""
    item = get_object_or_404(all_of_items(), pk=pk)
    find_only_if(may_plan(request.user, item))
    return item


def all_of_items() -> QuerySet[Item]:
    """Items with everything a page about one shows."""
    return Item.objects.with_people().select_related("origin_clause__minute__meeting", "portfolio", "paper")


def what_leaving_does(item: Item) -> list[str]:
    """What happens when an item leaves its meeting, in words."""
    owed = list(item.stages.owed())
    taken_off = [f"It leaves the meeting of {item.meeting.when}."] if item.meeting else []
    dropped = f"{len(owed)} stage{'s' if len(owed) != 1 else ''} of its report no longer owed, and nobody is reminded"
    named = ", ".join(_stage_in_words(stage) for stage in owed)
    return [*taken_off, *([f"{dropped} of them: {named}."] if owed else [])]


def _stage_in_words(stage: ReportStage) -> str:
    return f"{stage.get_stage_display()} ({short_date(stage.due_on) or 'no date'})"


def ask(request: HttpRequest, form, *, item: Item | None = None, **context) -> HttpResponse:
    """Show a form on a page of its own; one about an item leads back to where one came from, or to the item."""
    if item is not None:
        back = reverse("item", args=[item.pk])
        context |= {
            "cancel": context.get("cancel") or way_back(request, "item", item.pk),
            "caption": f"{item.ref} {item.title}",
        }
        context["breadcrumbs"] = [*way_to(item.programme.body, item.programme.year), {"text": item.ref, "href": back}]
    return render(request, "workprogramme/ask.html", {"form": form, "here": request.get_full_path(), **context})
