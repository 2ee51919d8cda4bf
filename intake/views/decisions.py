"""The presses of a review: each finds, carries out one verb, and answers with what changed."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from council.access import carry_out, way_back
from council.refusal import Refusal
from intake.domain import decide
from intake.domain.committee import say_committee
from intake.domain.press import UNDONE
from intake.enums import Sort
from intake.forms.committee import SayCommittee
from intake.models import Proposal, Reading
from intake.views.answers import decided, parts, refused, told
from intake.views.finding import find_reading
from intake.views.reviewing import Review


def find_proposal(reading: Reading, pk: int) -> Proposal:
    """A proposal of a reading, or not found."""
    return get_object_or_404(reading.proposals.select_related("reading"), pk=pk)


def version_of(request: HttpRequest) -> int:
    """On which version a press was made; one that does not say is stale."""
    sent = request.POST.get("version", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 9 else -1


VERBS: dict[str, tuple[Callable, str]] = {
    "accept": (decide.accept, "Accepted"),
    "apart": (decide.keep_apart, "Kept apart"),
    "discard": (decide.discard, "Discarded"),
    "open": (decide.open_again, "Opened again"),
}


@login_required
@require_POST
def review_decide(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Decide about one proposal: accept, keep apart, discard, open again, or choose between two that differ."""
    reading = find_reading(request, pk)
    proposal = find_proposal(reading, number)
    verb, _, place = request.POST.get("verb", "").partition(":")
    try:
        if verb == "choose":
            changed, said = _choose(request, proposal, place), "Chosen"
        elif verb in VERBS:
            changed = VERBS[verb][0](proposal, by=request.user, version=version_of(request))
            said = VERBS[verb][1]
        else:
            raise Http404
    except Refusal as refusal:
        return refused(request, reading, proposal, refusal)
    return decided(request, reading, changed, said, proposal)


def _choose(request: HttpRequest, proposal: Proposal, place: str) -> list[Proposal]:
    if proposal.sort != Sort.CONFLICT or place not in map(str, range(len(proposal.says["choices"]))):
        raise Http404
    return decide.edit(proposal, words={"chosen": int(place)}, by=request.user, version=version_of(request))


@login_required
@require_POST
def review_certain(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept everything that is certain, in one press."""
    reading = find_reading(request, pk)
    changed = decide.accept_certain(reading, by=request.user)
    return _all(request, reading, changed, "Accepted")


@login_required
@require_POST
def review_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own last press back."""
    reading = find_reading(request, pk)
    try:
        changed = decide.undo(reading, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        if request.htmx:
            return parts(request, Review.of(request, reading), [], alert=messages.get_messages(request))
        return redirect(way_back(request, reading))
    first = reading.decisions.filter(verb=UNDONE).order_by("-press", "pk").first()
    return _all(request, reading, changed, "Taken back", at=first.proposal)


def _all(
    request: HttpRequest, reading: Reading, changed: list[Proposal], verb: str, at: Proposal | None = None
) -> HttpResponse:
    """After a press over the whole paper: on to ``at``, or to the first that is open."""
    review = Review.of(request, reading)
    said, at = told(review, verb, len(changed)), at or review.next_open
    if not request.htmx:
        messages.success(request, said)
        return redirect(f"{way_back(request, reading)}{f'#proposal-{at.pk}' if at else ''}")
    focus = f"proposal-{at.pk}" if at else "review-record"
    return parts(request, review, review.touched(changed), said=said, focus=focus)


@login_required
@require_POST
def review_committee(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whose paper it is; everything is proposed anew, against that committee's record."""
    reading = find_reading(request, pk)
    form = SayCommittee(request.POST, user=request.user)
    if form.is_valid() and carry_out(form, say_committee, reading, by=request.user, **form.cleaned_data):
        messages.success(request, f"This is a paper of {form.cleaned_data['body'].called}.")
    else:
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    return redirect(reading)
