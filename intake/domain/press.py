"""One press of an officer: every step it takes is written down under one number, so that undo takes all back."""

from django.db.models import Max

from actions.models import Action
from council.calendar import now
from intake.enums import Decided
from intake.models import Decision, Proposal, Reading
from intake.rules import check_can_decide, check_can_merge, check_is_no_target

_KEPT = ("decided", "edited", "into_id", "into_action_id", "decided_by_id")
UNDONE = "undone"


class Press:
    """One press under way. The reading is locked from its first line to the end of its transaction."""

    def __init__(self, reading: Reading, verb: str, by) -> None:
        self.reading, self.verb, self.by = locked(reading), verb, by
        self.number = (self.reading.decisions.aggregate(last=Max("press"))["last"] or 0) + 1
        self.steps: dict[int, Proposal] = {}

    def take(self, proposal: Proposal) -> None:
        """Accept it as it was offered: merged where it was offered as a double, else as a thing of its own."""
        if (proposal.double_of_id and not loses_its_double(proposal)) or proposal.repeats_id:
            self.merge(proposal, into=proposal.double_of, into_action=proposal.repeats)
        else:
            self.accept(proposal)

    def take_if_open(self, proposal: Proposal) -> None:
        """Take one of many, unless an earlier one took it along, or what it asks the same as was discarded."""
        proposal = fresh(proposal)
        if proposal.is_open and not loses_its_double(proposal):
            self.take(proposal)

    def accept(self, proposal: Proposal, *, edited: dict | None = None) -> None:
        """Accept it, and first whatever it needs."""
        self._accept_needed(proposal)
        self.mark(proposal, Decided.ACCEPTED, edited=proposal.edited if edited is None else edited)

    def merge(self, proposal: Proposal, *, into: Proposal | None, into_action: Action | None) -> None:
        """Merge it into another, which is accepted with it, or into an action on record."""
        check_is_no_target(proposal)
        if into is not None:
            into = _read(into.into_id or into.pk)
            check_can_merge(proposal, into)
            if into.is_open:
                self.accept(into)
        self._accept_needed(proposal)
        self.mark(proposal, Decided.MERGED, into=into, into_action=None if into else into_action)

    def discard(self, proposal: Proposal) -> None:
        """Leave it off the record, and first whatever open hangs on it, however far."""
        for hanging in proposal.needed_by.filter(decided=Decided.OPEN):
            self.discard(hanging)
        self.mark(proposal, Decided.DISCARDED)

    def mark(self, proposal: Proposal, decided: str, *, edited: dict | None = None, **merged) -> None:
        """Write one decision down."""
        before = kept(proposal)
        is_open = decided == Decided.OPEN
        proposal.decided, proposal.edited = decided, {} if edited is None else edited
        proposal.into, proposal.into_action = merged.get("into"), merged.get("into_action")
        proposal.decided_by = None if is_open else self.by
        self._keep(proposal, before)

    def take_back(self, step: Decision) -> None:
        """Give a proposal back what it had before a step, and write that down as well."""
        before = kept(step.proposal)
        for name, value in step.before.items():
            setattr(step.proposal, name, value)
        self._keep(step.proposal, before, undone_at=now())

    def end(self) -> list[Proposal]:
        """Everything that was decided, in the order of the paper."""
        return sorted(self.steps.values(), key=lambda proposal: proposal.order)

    def _keep(self, proposal: Proposal, before: dict, **more) -> None:
        proposal.decided_at = None if proposal.is_open else now()
        proposal.version += 1
        proposal.save()
        self.steps[proposal.pk] = proposal
        Decision.objects.create(
            reading=self.reading, proposal=proposal, press=self.number, verb=self.verb, before=before,
            after=kept(proposal), by=self.by, **more,
        )  # fmt: skip

    def _accept_needed(self, proposal: Proposal) -> None:
        needed = Proposal.objects.select_related("needs").filter(pk=proposal.needs_id).first()
        if needed is None or needed.is_recorded or needed.decided == Decided.ACCEPTED:
            return
        self.accept(needed)


def fresh(proposal: Proposal, version: int | None = None) -> Proposal:
    """The proposal read again. Raises ``Refusal`` for what is on record, ``Stale`` where it is not ``version``."""
    found = _read(proposal.pk)
    check_can_decide(found, version)
    return found


def _read(pk: int) -> Proposal:
    related = ("reading", "needs", "double_of", "into", "repeats", "decided_by__person")
    return Proposal.objects.select_related(*related).get(pk=pk)


def locked(reading: Reading) -> Reading:
    """The reading, locked: presses on one paper come one after the other."""
    return Reading.objects.select_for_update(of=("self",)).get(pk=reading.pk)


def kept(proposal: Proposal) -> dict:
    """What a decision changes of a proposal, and undo gives back."""
    return {name: getattr(proposal, name) for name in _KEPT}


def loses_its_double(proposal: Proposal) -> bool:
    """Whether what it asks the same as was discarded, so that it can only stand on its own."""
    return proposal.double_of is not None and proposal.double_of.decided == Decided.DISCARDED
