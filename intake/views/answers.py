"""How a press is answered: the changed parts for htmx, a way back to the card for a browser without scripts."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_htmx.http import trigger_client_event

from council.access import way_back
from council.refusal import Refusal
from intake.models import Proposal, Reading
from intake.views.cards import Card
from intake.views.filtering import filters_of
from intake.views.reviewing import Review

REFUSED = "review_refused"


def parts(request: HttpRequest, review: Review, cards: Iterable[Card], *, said: str = "", **more) -> HttpResponse:
    """The changed cards with the bar above them, each put in its place by its id.

    ``focus`` is the id of what gets the focus then; ``refused`` why nothing was done, shown in the card.
    """
    focus = more.pop("focus", "")
    context = {"review": review, "cards": list(cards), "said": said, "filters": filters_of(review), **more}
    response = render(request, "intake/review/parts.html", context)
    return trigger_client_event(response, "review:answered", {"focus": focus, "said": said}, after="settle")


def decided(request: HttpRequest, reading: Reading, changed: list[Proposal], verb: str, at: Proposal) -> HttpResponse:
    """After a decision: what changed, and on to the next that is open."""
    if not request.htmx:
        return redirect(f"{way_back(request, reading)}#proposal-{at.pk}")
    review = Review.of(request, reading)
    following = review.next_after(at)
    focus = f"proposal-{following.pk}" if following else "review-record"
    return parts(request, review, review.touched(changed), said=told(review, verb, len(changed)), focus=focus)


def refused(request: HttpRequest, reading: Reading, proposal: Proposal, refusal: Refusal) -> HttpResponse:
    """After a refusal: the card as it is now, with why."""
    if not request.htmx:
        messages.error(request, str(refusal))
        request.session[REFUSED] = {"pk": proposal.pk, "why": str(refusal)}
        return redirect(f"{way_back(request, reading)}#proposal-{proposal.pk}")
    review = Review.of(request, reading)
    card = review.cards[proposal.pk]
    return parts(
        request, review, [card], refused_pk=proposal.pk, refused_why=str(refusal), focus=f"proposal-{proposal.pk}"
    )


def told(review: Review, verb: str, count: int) -> str:
    """What a screen reader says after a press: "Accepted. 24 of 41 decided." """
    how_many = f"{verb} {count}" if count > 1 else verb
    return f"{how_many}. {review.decided} of {review.total} decided."
