"""Open proposals about which the reader has the same doubt, so that one answer can serve them all."""

from collections.abc import Iterable

from council.names import fold
from intake.models import Proposal


def alike(proposal: Proposal, others: Iterable[Proposal]) -> list[Proposal]:
    """Other open ones of the sort that print the same owner, and doubt nothing that this one does not doubt as well.

    Where nobody is named they must stand under the same clause: who is meant there is seldom meant elsewhere.
    """
    if "asked" not in proposal.says or not proposal.unsure:
        return []
    return [
        other
        for other in others
        if other.is_open
        and other.pk != proposal.pk
        and other.sort == proposal.sort
        and other.unsure
        and set(other.unsure) <= set(proposal.unsure)
        and _asked(other) == _asked(proposal)
    ]


def _asked(proposal: Proposal) -> tuple[str, str]:
    asked = fold(proposal.says["asked"])
    return asked, "" if asked else proposal.says.get("path", "").rpartition("/")[0]
