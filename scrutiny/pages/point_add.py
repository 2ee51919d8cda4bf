"""Making points of a report's checklist from what a clause asked for."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from actions.models import Action
from actions.rules import visible_actions
from council.access import carry_out, find_only_if, standing_required
from scrutiny.matters import asked_by
from scrutiny.pages.item import breadcrumbs, find_item
from workprogramme.domain.checklist import add_points
from workprogramme.forms import AddPoints
from workprogramme.models import Item
from workprogramme.rules import may_plan


@standing_required
def point_add(request: HttpRequest, pk: int, action: int) -> HttpResponse:
    """An officer says what the committee asked to see, and in which reports."""
    item = find_item(pk)
    find_only_if(may_plan(request.user, item))
    asked = find_action(request, item, action)
    initial = {"texts": asked.clause.text.strip().rstrip(".;"), "subject": item.title}
    form = AddPoints(request.POST if request.method == "POST" else None, initial=initial)
    words = {"clause": asked.clause, "item": item, "by": request.user}
    if form.is_valid() and carry_out(form, add_points, **words, **form.words):
        messages.success(request, "It is on the checklist.")
        return redirect(f"{reverse('item', args=[item.pk])}#checklist")
    context = {
        "form": form,
        "item": item,
        "asked": asked,
        "clauses": asked_by(asked),
        "cancel": reverse("item", args=[item.pk]),
        "breadcrumbs": breadcrumbs(item, {"text": "Checklist"}),
    }
    return render(request, "items/point_add.html", context)


def find_action(request: HttpRequest, item: Item, pk: int) -> Action:
    """The action that this item answers, with the clause that asked; otherwise not found."""
    actions = visible_actions(request.user).filter(clause__isnull=False).defer("exempt_note")
    related = ("clause__parent", "clause__minute__meeting__body")
    action = get_object_or_404(actions.select_related(*related).prefetch_related("answers"), pk=pk)
    find_only_if(item.pk in {action.item_id, *(answer.item_id for answer in action.answers.all())})
    return action
