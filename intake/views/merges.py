"""Merging an action with another: in its card where htmx asks, else on a page of its own."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from council.refusal import Refusal, Stale
from intake.domain.decide import merge
from intake.domain.merging import actions_to_merge_with, others_to_merge_with
from intake.forms.merge import MergeForm
from intake.models import Proposal
from intake.rules import check_can_decide, check_is_no_target
from intake.views.answers import decided, refused
from intake.views.decisions import find_proposal
from intake.views.edits import show
from intake.views.finding import find_reading
from intake.views.papers import READ_AND_POST
from intake.views.reviewing import Review


@login_required
@READ_AND_POST
def review_merge(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take an action as the same as another."""
    reading = find_reading(request, pk)
    proposal = find_proposal(reading, number)
    if "task" not in proposal.says or "path" not in proposal.says:
        raise Http404
    review = Review.of(request, reading)
    words = (request.POST.get("words") or request.GET.get("words") or "").strip()[:100]
    form = _form(request, review, proposal, words)
    try:
        check_can_decide(proposal)
        check_is_no_target(proposal)
        if request.method == "POST" and form.is_valid():
            version = form.cleaned_data["version"]
            changed = merge(proposal, by=request.user, version=version, **form.chosen())
            return decided(request, reading, changed, "Merged", proposal)
    except Stale as stale:
        return refused(request, reading, proposal, stale)
    except Refusal as refusal:
        if request.method != "POST":
            return refused(request, reading, proposal, refusal)
        form.add_error(None, str(refusal))
    return show(request, review, proposal, "merge", form=form, words=words)


def _form(request: HttpRequest, review: Review, proposal: Proposal, words: str) -> MergeForm:
    others = others_to_merge_with(proposal, review.proposals, words)
    actions = actions_to_merge_with(proposal, review.reading.body, words)
    return MergeForm(request.POST or None, proposal=proposal, others=others, actions=actions)
