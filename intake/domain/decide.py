"""Deciding about proposals: accept, edit, merge, keep apart, discard, open again - and undo, one press at a time.

A decision is a mark. Nothing is on record until ``intake.domain.record`` puts the accepted there.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from actions.models import Action
from council.refusal import Refusal
from intake.enums import Decided
from intake.models import Decision, Proposal, Reading
from intake.rules import check_can_decide, check_can_discard, check_can_merge

_KEPT = ("decided", "edited", "into_id", "into_action_id", "decided_by_id")


@transaction.atomic
def accept(proposal: Proposal, *, by, version: int | None = None) -> list[Proposal]:
    """Accept a proposal as it stands, with what it needs; one that asks the same as an earlier one is merged into it.

    Returns everything that was decided by it. Raises ``Refusal`` where it is on record already, ``Stale`` where
    somebody decided it since ``version``. So do the other verbs.
    """
    press = _Press(proposal.reading, "accepted", by)
    proposal = _fresh(proposal, version)
    press.take(proposal)
    return press.end()


@transaction.atomic
def keep_apart(proposal: Proposal, *, by, version: int | None = None) -> list[Proposal]:
    """Accept one that was offered as a double as a thing of its own."""
    press = _Press(proposal.reading, "kept apart", by)
    press.accept(_fresh(proposal, version))
    return press.end()


@transaction.atomic
def edit(proposal: Proposal, *, words: dict, by, version: int | None = None) -> list[Proposal]:
    """Accept a proposal with an officer's words in place of what was read; ``words`` were checked by its form."""
    press = _Press(proposal.reading, "edited", by)
    proposal = _fresh(proposal, version)
    changed = {name: value for name, value in words.items() if proposal.says.get(name) != value}
    press.accept(proposal, edited=changed)
    return press.end()


@transaction.atomic
def merge(
    proposal: Proposal, *, by, into: Proposal | None = None, into_action: Action | None = None,
    version: int | None = None,
) -> list[Proposal]:  # fmt: skip
    """Take an action as the same as another of this paper, or as one on record: one action, told by both clauses."""
    if (into is None) == (into_action is None):
        raise Refusal("Choose what to merge it with.")
    press = _Press(proposal.reading, "merged", by)
    press.merge(_fresh(proposal, version), into=into and _read(into), into_action=into_action)
    return press.end()


@transaction.atomic
def discard(proposal: Proposal, *, by, version: int | None = None) -> list[Proposal]:
    """Leave it off the record, with what hangs on it and is not accepted; it stays here and can be opened again."""
    press = _Press(proposal.reading, "discarded", by)
    proposal = _fresh(proposal, version)
    check_can_discard(proposal)
    for hanging in proposal.needed_by.filter(decided=Decided.OPEN):
        press.mark(hanging, Decided.DISCARDED)
    press.mark(proposal, Decided.DISCARDED)
    return press.end()


@transaction.atomic
def open_again(proposal: Proposal, *, by, version: int | None = None) -> list[Proposal]:
    """Take a decision back; what an officer wrote is kept for the next look."""
    press = _Press(proposal.reading, "opened again", by)
    proposal = _fresh(proposal, version)
    check_can_discard(proposal)
    press.mark(proposal, Decided.OPEN, edited=proposal.edited)
    return press.end()


@transaction.atomic
def accept_certain(reading: Reading, *, by) -> list[Proposal]:
    """Accept everything open about which the reader has no doubt; doubles are merged."""
    return _take_each(reading, reading.proposals.open().certain(), by=by)


@transaction.atomic
def accept_all(reading: Reading, *, by, leaving: set[str]) -> list[Proposal]:
    """Accept everything open, certain or not, but the sorts that are left to an officer; doubles are merged."""
    return _take_each(reading, reading.proposals.open().exclude(sort__in=leaving), by=by)


def _take_each(reading: Reading, proposals, *, by) -> list[Proposal]:
    press = _Press(reading, "accepted", by)
    for pk in list(proposals.values_list("pk", flat=True)):
        proposal = _fresh(Proposal(pk=pk))
        if proposal.is_open and not _loses_its_double(proposal):
            press.take(proposal)
    return press.end()


def _loses_its_double(proposal: Proposal) -> bool:
    return proposal.double_of is not None and proposal.double_of.decided == Decided.DISCARDED


@transaction.atomic
def undo(reading: Reading, *, by) -> list[Proposal]:
    """Take back an officer's own last press. Raises ``Refusal`` where there is none, or others decided on since."""
    press = _last_press(reading, by)
    if press is None:
        raise Refusal("There is nothing of yours to undo.")
    _locked(reading)
    steps = list(reading.decisions.filter(press=press).select_related("proposal").order_by("-pk"))
    for step in steps:
        _take_back(step)
    reading.decisions.filter(press=press).update(undone_at=timezone.now())
    return [step.proposal for step in steps]


def can_undo(reading: Reading, *, by) -> bool:
    """Whether an officer has a press left to take back."""
    return _last_press(reading, by) is not None


def _last_press(reading: Reading, by) -> int | None:
    mine = reading.decisions.filter(by=by, undone_at__isnull=True, proposal__recording__isnull=True)
    return mine.aggregate(last=Max("press"))["last"]


def _take_back(step: Decision) -> None:
    proposal = step.proposal
    check_can_decide(proposal)
    if _kept(proposal) != step.after:
        raise Refusal(f"“{proposal}” was decided again since, by {proposal.decided_by}. Open it again instead.")
    for name, value in step.before.items():
        setattr(proposal, name, value)
    proposal.decided_at = None if proposal.is_open else timezone.now()
    proposal.version += 1
    proposal.save()


def _fresh(proposal: Proposal, version: int | None = None) -> Proposal:
    fresh = _read(proposal)
    check_can_decide(fresh, version)
    return fresh


def _read(proposal: Proposal) -> Proposal:
    related = ("reading", "needs", "double_of__into", "into", "repeats", "decided_by")
    return Proposal.objects.select_related(*related).get(pk=proposal.pk)


def _locked(reading: Reading) -> Reading:
    return Reading.objects.select_for_update(of=("self",)).get(pk=reading.pk)


def _kept(proposal: Proposal) -> dict:
    return {name: getattr(proposal, name) for name in _KEPT}


class _Press:
    """One press of an officer: every step it takes is written down under one number, so that undo takes all back."""

    def __init__(self, reading: Reading, verb: str, by) -> None:
        self.reading, self.verb, self.by = _locked(reading), verb, by
        self.number = (self.reading.decisions.aggregate(last=Max("press"))["last"] or 0) + 1
        self.steps: dict[int, Proposal] = {}

    def take(self, proposal: Proposal) -> None:
        """Accept it as it was offered: merged where it was offered as a double, else as a thing of its own."""
        if proposal.double_of_id or proposal.repeats_id:
            self.merge(proposal, into=proposal.double_of, into_action=proposal.repeats)
        else:
            self.accept(proposal)

    def accept(self, proposal: Proposal, *, edited: dict | None = None) -> None:
        """Accept it, and first whatever it needs."""
        self._accept_needed(proposal)
        self.mark(proposal, Decided.ACCEPTED, edited=proposal.edited if edited is None else edited)

    def merge(self, proposal: Proposal, *, into: Proposal | None, into_action: Action | None) -> None:
        """Merge it into another, which is accepted with it, or into an action on record."""
        if into is not None:
            into = _read(into.into) if into.into else into
            check_can_merge(proposal, into)
            if into.is_open:
                self.accept(into)
        self._accept_needed(proposal)
        self.mark(proposal, Decided.MERGED, into=into, into_action=None if into else into_action)

    def mark(self, proposal: Proposal, decided: str, *, edited: dict | None = None, **merged) -> None:
        """Write one decision down."""
        before = _kept(proposal)
        is_open = decided == Decided.OPEN
        proposal.decided, proposal.edited = decided, {} if edited is None else edited
        proposal.into, proposal.into_action = merged.get("into"), merged.get("into_action")
        proposal.decided_by, proposal.decided_at = (None, None) if is_open else (self.by, timezone.now())
        proposal.version += 1
        proposal.save()
        self.steps[proposal.pk] = proposal
        Decision.objects.create(
            reading=self.reading, proposal=proposal, press=self.number, verb=self.verb, before=before,
            after=_kept(proposal), by=self.by,
        )  # fmt: skip

    def end(self) -> list[Proposal]:
        """Everything that was decided, in the order of the paper."""
        return sorted(self.steps.values(), key=lambda proposal: proposal.order)

    def _accept_needed(self, proposal: Proposal) -> None:
        needed = Proposal.objects.select_related("needs").filter(pk=proposal.needs_id).first()
        if needed is None or needed.is_recorded or needed.decided == Decided.ACCEPTED:
            return
        self.accept(needed)


def progress(proposals: Iterable[Proposal]) -> tuple[int, int]:
    """How many of the proposals are decided, and of how many: 23 of 41."""
    states = [proposal.decided for proposal in proposals]
    return sum(state != Decided.OPEN for state in states), len(states)
