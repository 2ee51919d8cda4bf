"""Editing a proposal: in its card where htmx asks, else on a page of its own."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from council.access import way_back
from council.refusal import Refusal, Stale
from intake.domain.alike import alike
from intake.domain.decide import edit
from intake.enums import Decided
from intake.forms.asked import AskedWords
from intake.forms.choosing import can_edit, form_for
from intake.forms.words import WordsForm
from intake.models import Proposal, Reading
from intake.rules import check_can_decide
from intake.views.answers import decided, parts, refused
from intake.views.decisions import find_proposal
from intake.views.finding import find_reading
from intake.views.papers import READ_AND_POST
from intake.views.reviewing import Review


@login_required
@READ_AND_POST
def review_edit(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Put an officer's words in place of what was read, and accept it."""
    reading = find_reading(request, pk)
    proposal = find_proposal(reading, number)
    if not can_edit(proposal) or proposal.decided == Decided.MERGED:
        raise Http404
    try:
        check_can_decide(proposal)
    except Refusal as refusal:
        return refused(request, reading, proposal, refusal)
    review = Review.of(request, reading)
    form = form_for(proposal, review.known, alike(proposal, review.proposals), request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _save(request, reading, proposal, form, review)
    return show(request, review, proposal, "edit", form=form)


def _save(request: HttpRequest, reading: Reading, proposal: Proposal, form: WordsForm, review: Review) -> HttpResponse:
    version = form.cleaned_data["version"]
    words: dict[str, Any] = {"words": form.words(), "by": request.user, "version": version}
    if isinstance(form, AskedWords):
        words |= {"alike": form.others(), "shared": form.shared()}
    try:
        changed = edit(proposal, **words)
    except Stale as stale:
        return refused(request, reading, proposal, stale)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return show(request, review, proposal, "edit", form=form)
    return decided(request, reading, changed, "Edited and accepted", proposal)


def show(request: HttpRequest, review: Review, proposal: Proposal, way: str, **context) -> HttpResponse:
    """A card opened for editing or merging: in its place, or as a page."""
    card = review.cards[proposal.pk]
    if request.htmx:
        return parts(request, review, [card], opened=way, focus=f"{way}-{proposal.pk}", **context)
    back = f"{way_back(request, review.reading)}#proposal-{proposal.pk}"
    crumbs = [
        {"text": "Papers", "href": reverse("intake")},
        {"text": review.reading.paper.name, "href": review.reading.get_absolute_url()},
        {"text": {"edit": "Edit", "merge": "Merge"}[way]},
    ]
    page = {"review": review, "reading": review.reading, "card": card, "opened": way, "cancel": back}
    return render(request, "intake/review/opened.html", page | context | {"breadcrumbs": crumbs})


@login_required
@require_safe
def review_card(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A card as it stands, when its form is closed again."""
    reading = find_reading(request, pk)
    proposal = find_proposal(reading, number)
    if not request.htmx:
        return redirect(f"{reading.get_absolute_url()}#proposal-{proposal.pk}")
    review = Review.of(request, reading)
    return parts(request, review, [review.cards[proposal.pk]], focus=f"proposal-{proposal.pk}")
