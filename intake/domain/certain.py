"""What can be accepted without a look: that about which the reader has no doubt, and which takes no doubt along."""

from collections.abc import Iterable

from intake.enums import TAKEN
from intake.models import Proposal


def certain_of(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Those still open that are certain, and whose minute, meeting or double is certain too or accepted already."""
    known = {proposal.pk: proposal for proposal in proposals}
    return [proposal for proposal in known.values() if proposal.is_open and _is_certain(proposal, known)]


def _is_certain(proposal: Proposal, known: dict[int, Proposal]) -> bool:
    leans_on = [pk for pk in (proposal.needs_id, proposal.double_of_id) if pk in known]
    return proposal.is_certain and all(_stands(known[pk], known) for pk in leans_on)


def _stands(other: Proposal, known: dict[int, Proposal]) -> bool:
    return other.decided in TAKEN or (other.is_open and _is_certain(other, known))
