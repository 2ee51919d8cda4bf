"""Which form edits which proposal."""

from typing import Any

from intake.domain.known import Known
from intake.enums import Sort
from intake.forms.asked import ActionWords, AskedWords, TrackedWords
from intake.forms.words import SIMPLE, WordsForm
from intake.models import Proposal

_ASKED: dict[str, type[AskedWords]] = {Sort.ACTION: ActionWords, Sort.TRACKED: TrackedWords}


def can_edit(proposal: Proposal) -> bool:
    """Whether an officer can put words of their own in place of what was read."""
    return proposal.sort in SIMPLE or proposal.sort in _ASKED


def form_for(proposal: Proposal, known: Known, alike: list[Proposal], data: Any = None) -> WordsForm:
    """The form of a proposal's sort, opened on what would go on record now."""
    if proposal.sort in _ASKED:
        return _ASKED[proposal.sort](data, proposal=proposal, known=known, alike=alike)
    return SIMPLE[proposal.sort](data, proposal=proposal)
