"""Where duties come from: one module for each kind of thing, each a set of SQL statements.

Only named columns are read, and no column that may hold exempt text is among them.
"""

from reminders.domain.sources import (
    actions,
    failures,
    proposals,
    publications,
    report_stages,
    updates,
    written_answers,
)
from reminders.domain.sources.source import Source

SOURCES: tuple[Source, ...] = (
    report_stages.SOURCE,
    publications.SOURCE,
    *actions.SOURCES,
    updates.SOURCE,
    written_answers.SOURCE,
    proposals.SOURCE,
    failures.SOURCE,
)

__all__ = ["SOURCES", "Source"]
