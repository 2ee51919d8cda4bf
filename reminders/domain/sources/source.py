"""The shape of a source."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, TextChoices

from reminders.domain.duties import Duty
from reminders.domain.roll import Roll
from reminders.enums import Kind, SubjectKind

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Source:
    """How duties of one kind are found.

    ``duties`` is asked with a condition, the roll and today, and gives what is still owed, and nothing in place of a
    record that is broken. ``dated`` names the column
    that steps count from, where they count from one of the subject's own. ``table`` holds the subjects, ``state`` is
    the column that says how they ended, and ``answerable`` whether being met or waived ends them too.
    """

    kind: Kind
    subject_kind: SubjectKind
    duties: Callable[[Q, Roll, date], Iterator[Duty | None]]
    table: QuerySet
    state: str
    states: type[TextChoices]
    dated: str = ""
    answerable: bool = True

    def up_to(self, latest: date) -> Q:
        """The condition for what has reached a step: one comparison with one date."""
        return Q(**{f"{self.dated}__lte": latest}) if self.dated else Q()

    @property
    def fate(self) -> tuple[str, ...]:
        """The columns that say why a subject is no longer owed."""
        return ("met_on", "waived_because", "slip_no", self.state) if self.answerable else (self.state,)


def built(rows: Iterable[Mapping], duty: Callable[[Mapping], Duty]) -> Iterator[Duty | None]:
    """The duty of every row; nothing in place of one that cannot be made, which the log tells of by its number."""
    for row in rows:
        try:
            made = duty(row)
        except Exception:
            log.exception("no reminder can be made of record %s", row["pk"])
            made = None
        yield made
