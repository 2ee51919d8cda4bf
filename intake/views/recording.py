"""Putting what was accepted on record: what it would be, then the press, then what it became."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from council.refusal import Refusal
from intake.domain.record import put_on_record
from intake.enums import Decided, Sort
from intake.models import Proposal, Reading
from intake.views.filtering import plural
from intake.views.finding import find_reading
from intake.views.papers import READ_AND_POST
from intake.views.reviewing import Review

CHANGED = "Something more was decided while you had this page open. Look at it again, then put it on record."


@login_required
@READ_AND_POST
def review_record(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then put everything accepted on record in one transaction; what was decided since is shown first."""
    reading = find_reading(request, pk)
    review = Review.of(request, reading)
    refusal = ""
    if request.method == "POST":
        refusal = _put(request, review)
        if not refusal:
            return redirect("review_recorded", reading.pk)
    context = _context(review, "Put on record") | {
        "counts": counts_of(review.to_record),
        "nobodys": [one for one in review.to_record if _is_nobodys(one)],
        "discarded": sum(one.decided == Decided.DISCARDED for one in review.proposals),
        "refusal": refusal,
    }
    return render(request, "intake/review/record.html", context)


def _put(request: HttpRequest, review: Review) -> str:
    """Why nothing was put on record; nothing where it was."""
    if request.POST.get("seen") != review.seen:
        return CHANGED
    try:
        put_on_record(review.reading, by=request.user)
    except Refusal as refusal:
        return str(refusal)
    return ""


@login_required
@require_safe
def review_recorded(request: HttpRequest, pk: int) -> HttpResponse:
    """What of a paper is on record, each with where, and what is left to decide."""
    reading = find_reading(request, pk)
    review = Review.of(request, reading)
    recordings = list(reading.recordings.select_related("by__person").order_by("-pk"))
    if not recordings:
        return redirect(reading)
    last = [one for one in review.proposals if one.recording_id == recordings[0].pk]
    context = _context(review, "On record") | {
        "recordings": recordings,
        "count": len(last),
        "sorts": [(plural(Sort(sort)), [review.cards[one.pk] for one in of]) for sort, of in _by_sort(review)],
    }
    return render(request, "intake/review/recorded.html", context)


def _by_sort(review: Review) -> Iterable[tuple[str, list[Proposal]]]:
    recorded = [one for one in review.proposals if one.is_recorded]
    for sort in (Sort.ACTION, Sort.RECOMMENDATION, *Sort):
        of_sort = [one for one in recorded if one.sort == sort]
        recorded = [one for one in recorded if one.sort != sort]
        if of_sort:
            yield sort, of_sort


def counts_of(proposals: Iterable[Proposal]) -> list[dict[str, Any]]:
    """How many of each sort, in the order of sorts; what was merged is counted by itself."""
    counts = Counter(("merged" if one.decided == Decided.MERGED else one.sort) for one in proposals)
    rows = [{"key": plural(sort), "value": str(counts[sort])} for sort in Sort if counts[sort]]
    merged = [{"key": "Asked again, so no action of their own", "value": str(counts["merged"])}]
    return rows + (merged if counts["merged"] else [])


def _is_nobodys(proposal: Proposal) -> bool:
    return (
        proposal.sort in {Sort.ACTION, Sort.TRACKED}
        and proposal.decided != Decided.MERGED
        and not proposal.now_says["who"]
    )


def _context(review: Review, here: str) -> dict[str, Any]:
    reading: Reading = review.reading
    crumbs = [
        {"text": "Papers", "href": reverse("intake")},
        {"text": reading.paper.name, "href": reading.get_absolute_url()},
        {"text": here},
    ]
    return {"review": review, "reading": reading, "breadcrumbs": crumbs}
