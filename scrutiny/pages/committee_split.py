"""Splitting a committee into several, new ones or ones on record."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from actions.domain.reorganise import prepare_split, split_committee
from committees.models import Reorganisation
from scrutiny.pages.reorganising import Way, joined, walk, way_to_setup
from scrutiny.pages.setup_committees import find_standing
from scrutiny.reorganise_choices import SplitChoices
from scrutiny.reorganise_forms import SplitCommittee

LEAD = (
    "What is open goes by its portfolio, or with what it hangs on; you are asked about the rest. What was held, "
    "minuted, published or closed stays with the committee that ends. You see everything before anything is done.",
)


@login_required
def committee_split(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask into which, what no rule decides, show what would go where, and split the committee."""
    body = find_standing(request, slug)
    what = SplitCommittee(request.POST or None, body=body)

    def ask(sent) -> SplitChoices:
        return SplitChoices(sent, bodies=[body], parts=what.parts, from_on=what.cleaned_data["from_on"])

    def said(how: SplitChoices):
        return (body,), {"into": how.parts_with_remits, "choices": how.choices, **what.decided}

    way = Way(
        heading=f"Split {body.name}", submit="Split the committee", cancel=reverse("setup_committees"), what=what,
        first_page="reorganisation/split.html", lead=LEAD, ask=ask, said=said, prepare=prepare_split,
        carry=split_committee, done=_done, from_on=lambda: what.cleaned_data["from_on"],
        breadcrumbs=way_to_setup({"text": "Split"}),
    )  # fmt: skip
    return walk(request, way)


def _done(made: Reorganisation) -> str:
    following = list(made.into.order_by("name"))
    continues = "continue" if len(following) > 1 else "continues"
    return f"{made.ended.get().called} ended. {joined([body.called for body in following])} {continues}."
