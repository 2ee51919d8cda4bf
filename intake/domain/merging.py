"""What an action can be merged with: others of its paper, and those of the committee on record, the likest first."""

from collections.abc import Iterable

from rapidfuzz import fuzz, utils

from actions.models import Action
from council.models import Body
from intake.enums import Decided, Sort
from intake.models import Proposal

MOST = 8
_MOST_READ = 2_000


def others_to_merge_with(proposal: Proposal, proposals: Iterable[Proposal], words: str = "") -> list[Proposal]:
    """Other actions of the paper that stand for themselves, none offered as a double; ``words`` narrow them down."""
    fit = [
        one
        for one in proposals
        if one.sort == Sort.ACTION
        and one.pk != proposal.pk
        and one.decided not in {Decided.MERGED, Decided.DISCARDED}
        and not (one.double_of_id and one.is_open)
    ]
    return _likest(proposal, fit, words, lambda one: one.now_says["task"])


def actions_to_merge_with(proposal: Proposal, body: Body | None, words: str = "") -> list[Action]:
    """Live actions of the committee on record; ``words`` narrow them down."""
    if body is None:
        return []
    live = Action.objects.live().filter(body=body).select_related("clause__minute__meeting").order_by("-pk")
    return _likest(proposal, list(live[:_MOST_READ]), words, lambda one: one.task)


def _likest(proposal: Proposal, found: list, words: str, task_of) -> list:
    wanted = words.lower().split()
    fit = [one for one in found if all(word in task_of(one).lower() for word in wanted)]
    task = proposal.now_says["task"]
    fit.sort(key=lambda one: -fuzz.token_sort_ratio(task, task_of(one), processor=utils.default_process))
    return fit[:MOST]
