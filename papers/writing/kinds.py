"""The papers that can be printed, each made from an edition alone."""

from collections.abc import Callable
from dataclasses import dataclass

from papers.writing.appendices import AppendixA, AppendixB, appendix_a, appendix_b
from papers.writing.brief import Brief, chairs_brief
from papers.writing.edition import Edition
from papers.writing.front_sheet import FrontSheet, front_sheet
from papers.writing.paper import Paper
from papers.writing.report import Report, work_programme_report
from papers.writing.tracker import Tracker, action_tracker


@dataclass(frozen=True)
class Kind:
    """A paper that can be printed: what it is called, how it is made, and the facts it is made of."""

    label: str
    make: Callable[..., Paper]
    facts: type[Paper]


KINDS = {
    "report": Kind("Work programme report", work_programme_report, Report),
    "appendix-a": Kind("Appendix A: work programme", appendix_a, AppendixA),
    "appendix-b": Kind("Appendix B: informal meetings and visits", appendix_b, AppendixB),
    "tracker": Kind("Action tracker", action_tracker, Tracker),
    "front-sheet": Kind("Front sheet", front_sheet, FrontSheet),
    "brief": Kind("Brief for the chair", chairs_brief, Brief),
}


def paper_of(kind: str, edition: Edition, *, draft: bool = False) -> Paper:
    """A paper made from an edition; a draft says that it is one. Raises ``KeyError`` for a kind that is unknown."""
    return KINDS[kind].make(edition, draft=draft)
