"""Deciding about proposals: accept, edit, merge, keep apart, discard, open again - and undo, one press at a time.

A decision is a mark. Nothing is on record until ``intake.domain.record`` puts the accepted there.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max

from actions.models import Action
from council.calendar import now
from council.refusal import Refusal
from intake.domain.certain import certain_of
from intake.domain.press import UNDONE, Press, fresh, kept
from intake.enums import TAKEN, Decided
from intake.models import Decision, Proposal, Reading
from intake.rules import check_can_decide, check_can_discard, check_stands, is_held


@transaction.atomic
def accept(proposal: Proposal, *, by, version: int | None = None) -> list[Proposal]:
    """Accept a proposal as it stands, with what it needs; one that asks the same as an earlier one is merged into it.

    Returns everything that was decided by it. Raises ``Refusal`` where it is on record already, ``Stale`` where
    somebody decided it since ``version``. So do the other verbs.
    """
    press = Press(proposal.reading, "accepted", by)
    proposal = fresh(proposal, version)
    press.take(proposal)
    return press.end()


@transaction.atomic
def keep_apart(proposal: Proposal, *, by, version: int | None = None) -> list[Proposal]:
    """Accept one that was offered as a double as a thing of its own."""
    press = Press(proposal.reading, "kept apart", by)
    press.accept(fresh(proposal, version))
    return press.end()


@transaction.atomic
def edit(
    proposal: Proposal, *, words: dict, by, version: int | None = None, alike: Iterable[Proposal] = (),
    shared: dict | None = None,
) -> list[Proposal]:  # fmt: skip
    """Accept a proposal with an officer's words in place of what was read; ``words`` were checked by its form.

    Those ``alike`` that are still open are accepted with it, each with the ``shared`` words.
    """
    press = Press(proposal.reading, "edited", by)
    proposal = fresh(proposal, version)
    press.accept(proposal, edited=_changed(proposal, words))
    for other in map(fresh, alike):
        if other.is_open:
            press.accept(other, edited={**other.edited, **_changed(other, shared or {})})
    return press.end()


def _changed(proposal: Proposal, words: dict) -> dict:
    return {name: value for name, value in words.items() if proposal.says.get(name) != value}


@transaction.atomic
def merge(
    proposal: Proposal, *, by, into: Proposal | None = None, into_action: Action | None = None,
    version: int | None = None,
) -> list[Proposal]:  # fmt: skip
    """Take an action as the same as another of this paper, or as one on record: one action, told by both clauses."""
    if (into is None) == (into_action is None):
        raise Refusal("Choose what to merge it with.")
    press = Press(proposal.reading, "merged", by)
    press.merge(fresh(proposal, version), into=into, into_action=into_action)
    return press.end()


@transaction.atomic
def discard(proposal: Proposal, *, by, version: int | None = None) -> list[Proposal]:
    """Leave it off the record, with what hangs on it and is not accepted; it stays here and can be opened again."""
    press = Press(proposal.reading, "discarded", by)
    proposal = fresh(proposal, version)
    check_can_discard(proposal)
    press.discard(proposal)
    return press.end()


@transaction.atomic
def open_again(proposal: Proposal, *, by, version: int | None = None) -> list[Proposal]:
    """Take a decision back; what an officer wrote is kept for the next look."""
    press = Press(proposal.reading, "opened again", by)
    proposal = fresh(proposal, version)
    check_can_discard(proposal)
    press.mark(proposal, Decided.OPEN, edited=proposal.edited)
    return press.end()


@transaction.atomic
def accept_certain(reading: Reading, *, by) -> list[Proposal]:
    """Accept everything open that is certain and takes no doubt along, see ``certain_of``; doubles are merged."""
    press = Press(reading, "accepted", by)
    for proposal in certain_of(reading.proposals.all()):
        press.take_if_open(proposal)
    return press.end()


@transaction.atomic
def accept_all(reading: Reading, *, by, leaving: set[str]) -> list[Proposal]:
    """Accept everything open, certain or not, but the sorts that are left to an officer; doubles are merged."""
    press = Press(reading, "accepted", by)
    for proposal in reading.proposals.open().exclude(sort__in=leaving):
        press.take_if_open(proposal)
    return press.end()


@transaction.atomic
def undo(reading: Reading, *, by) -> list[Proposal]:
    """Take back an officer's own last press; what it took along stays where somebody else's decision stands on it.

    Raises ``Refusal`` where there is nothing to take back, or others decided the same proposals since.
    """
    press = Press(reading, UNDONE, by)
    last = _last_press(reading, by)
    if last is None:
        raise Refusal("There is nothing of yours to undo.")
    for step in reading.decisions.filter(press=last).select_related("proposal__decided_by__person").order_by("-pk"):
        _check_is_last(step)
        if not (is_held(step.proposal) and step.before["decided"] not in TAKEN):
            press.take_back(step)
    if not press.steps:
        raise Refusal("Somebody accepted what hangs on this since. Open that again first.")
    reading.decisions.filter(press=last).update(undone_at=now())
    for proposal in press.end():
        check_stands(proposal)
    return press.end()


def can_undo(reading: Reading, *, by) -> bool:
    """Whether an officer has a press left to take back."""
    return _last_press(reading, by) is not None


def _last_press(reading: Reading, by) -> int | None:
    mine = reading.decisions.filter(by=by, undone_at__isnull=True, proposal__recording__isnull=True)
    return mine.aggregate(last=Max("press"))["last"]


def _check_is_last(step: Decision) -> None:
    proposal = step.proposal
    check_can_decide(proposal)
    if kept(proposal) != step.after:
        raise Refusal(f"“{proposal}” was {_how(proposal)} since. Decide it again instead.")


def _how(proposal: Proposal) -> str:
    if proposal.is_open:
        return "opened again"
    return f"{proposal.get_decided_display().lower()} by {proposal.decided_by}"


def progress(proposals: Iterable[Proposal]) -> tuple[int, int]:
    """How many of the proposals are decided, and of how many: 23 of 41."""
    states = [proposal.decided for proposal in proposals]
    return sum(state != Decided.OPEN for state in states), len(states)
