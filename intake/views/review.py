"""The review: a paper's text beside its proposals, and the parts of it that are asked for one by one."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from council.access import way_back
from council.rules import is_manager
from intake.enums import Kind
from intake.forms.committee import SayCommittee
from intake.models import Reading
from intake.views.answers import REFUSED, parts
from intake.views.filtering import filters_of, fitting
from intake.views.finding import find_reading
from intake.views.reviewing import KEYS, Review

PAGE = 150


def review_page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """The review of a paper that is read; whose paper it is comes first, where nobody knows."""
    review = Review.of(request, reading)
    if reading.body is None and not _may_be_new(request, reading):
        return render(request, "intake/review/whose.html", _context(review) | _whose(request, reading))
    page = Paginator(fitting(review), PAGE).get_page(request.GET.get("page"))
    shown = {one.pk for one in page.object_list}
    refused = request.session.pop(REFUSED, {})
    context = {
        "page": page,
        "groups": review.groups(page.object_list),
        "elsewhere": [one.pk for one in review.proposals if one.pk not in shown],
        "filters": filters_of(review),
        "stretches": review.text.stretches(),
        "refused_pk": refused.get("pk"),
        "refused_why": refused.get("why"),
    }
    more = _whose(request, reading) if reading.body is None else {}
    return render(request, "intake/review/review.html", _context(review) | context | more)


def _may_be_new(request: HttpRequest, reading: Reading) -> bool:
    return bool(reading.committee) and is_manager(request.user)


def _whose(request: HttpRequest, reading: Reading) -> dict[str, Any]:
    return {"whose": SayCommittee(user=request.user), "may_be_new": _may_be_new(request, reading)}


def _context(review: Review) -> dict[str, Any]:
    reading = review.reading
    read_as = reading.paper.read_as
    return {
        "review": review,
        "reading": reading,
        "read_as": Kind(read_as).label if read_as in Kind.values else "Paper",
        "breadcrumbs": [{"text": "Papers", "href": reverse("intake")}, {"text": reading.paper.name}],
    }


@login_required
@require_safe
def review_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Some lines of the text, where they were folded away; a page of their own without scripts."""
    review = Review.of(request, find_reading(request, pk))
    first, last = (_number(request.GET.get(name)) for name in ("from", "to"))
    stretches = review.text.between(first or 1, last or len(review.text.lines))
    template = "intake/review/stretches.html" if request.htmx else "intake/review/text.html"
    return render(request, template, _context(review) | {"stretches": stretches})


def _number(asked: str | None) -> int:
    return int(asked) if asked and asked.isascii() and asked.isdigit() and len(asked) < 8 else 0


@login_required
@never_cache
@require_safe
def review_news(request: HttpRequest, pk: int) -> HttpResponse:
    """What others decided since an open page was last told; nothing where nobody did."""
    review = Review.of(request, find_reading(request, pk))
    seen, _, version = request.GET.get("seen", "").partition("-")
    if f"{seen}-{version}" == review.seen:
        return HttpResponse(status=204)
    if _number(version) != review.reading.version:
        return parts(
            request, review, [], said="Something of this paper went on record. Load the page again.", moved=True
        )
    news = review.reading.decisions.filter(pk__gt=_number(seen)).select_related("by__person", "proposal")
    by_others = [step for step in news if step.by_id != request.user.pk]
    who = ", ".join(dict.fromkeys(str(step.by) for step in by_others))
    said = f"{who} decided on. {review.decided} of {review.total} decided." if who else ""
    return parts(request, review, review.touched(step.proposal for step in news), said=said)


@login_required
@require_POST
def review_keys(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch the single keys on or off, for as long as one is signed in."""
    reading = find_reading(request, pk)
    request.session[KEYS] = not request.session.get(KEYS, True)
    return redirect(way_back(request, reading))
