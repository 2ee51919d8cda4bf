"""Merging committees into a new one, or into one on record."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from actions.domain.reorganise import merge_committees, prepare_merger
from committees.models import Reorganisation
from council.access import find_only_if
from council.rules import may_reorganise
from scrutiny.pages.reorganising import Way, joined, walk, way_to_setup
from scrutiny.reorganise_choices import MergeChoices
from scrutiny.reorganise_forms import MergeCommittees

LEAD = (
    "What is open goes to the committee that continues them. What was held, minuted, published or closed stays with "
    "those that end. You see everything before anything is done.",
)


@login_required
def committees_merge(request: HttpRequest) -> HttpResponse:
    """Ask which and into which, what becomes of meetings and seats, show what would go where, and merge them."""
    find_only_if(may_reorganise(request.user))
    what = MergeCommittees(request.POST or None)

    def ask(sent) -> MergeChoices:
        from_on = what.cleaned_data["from_on"]
        return MergeChoices(sent, bodies=what.ending, parts=[what.part], from_on=from_on)

    def said(how: MergeChoices):
        return (what.cleaned_data["bodies"],), {
            "into": how.parts_with_remits[0], "choices": how.choices, **what.decided
        }  # fmt: skip

    way = Way(
        heading="Merge committees", submit="Merge the committees", cancel=reverse("setup_committees"), what=what,
        lead=LEAD, ask=ask, said=said, prepare=prepare_merger, carry=merge_committees, done=_done,
        from_on=lambda: what.cleaned_data["from_on"], breadcrumbs=way_to_setup({"text": "Merge"}),
    )  # fmt: skip
    return walk(request, way)


def _done(made: Reorganisation) -> str:
    ended = joined([body.called for body in made.ended.all()])
    return f"{ended} ended. {made.into.get().called} continues."
