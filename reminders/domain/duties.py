"""What the planner is told: who might be reminded of what. Plain types that cannot carry exempt text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reminders.enums import Kind, SubjectKind

MOST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who is told, why, from which day to which, and whether only once it is late."""

    person_id: int
    because: str
    from_on: date | None = None
    to_on: date | None = None
    late_only: bool = False

    def stands(self, day: date) -> bool:
        """Whether the reason holds on a day."""
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or self.to_on >= day)


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that is owed, with the date its steps count from and everybody who may be told of it.

    ``told`` are told; where none of them stands on a day, ``officers`` are. Nobody is told up to ``rests_until``, and
    ``until`` is the last day it matters.
    ``occasion`` sets apart the steps of one subject that count from several dates, such as several meetings.
    """

    kind: Kind
    subject_kind: SubjectKind
    subject_id: int
    ref: str
    title: str
    path: str
    body_id: int | None
    counts_from: date | None
    told: Sequence[Addressee]
    officers: Sequence[Addressee] = ()
    slip_no: int = 0
    exempt: bool = False
    rests_until: date | None = None
    until: date | None = None
    occasion: str = ""

    @property
    def order(self) -> date:
        """Where it stands in a mail: by its date, and last without one."""
        return self.counts_from or date.max

    def rests(self, day: date) -> bool:
        """Whether it is left alone on a day."""
        return self.rests_until is not None and day <= self.rests_until

    def is_past(self, day: date) -> bool:
        """Whether it matters no more on a day."""
        return self.until is not None and self.until < day

    def hearers(self, day: date, *, late: bool) -> list[Addressee]:
        """Who is told on a day of a step that is late or not: one entry a person."""
        standing = [one for one in self.told if one.stands(day)]
        if not any(not one.late_only for one in standing):
            standing += [one for one in self.officers if one.stands(day)]
        once: dict[int, Addressee] = {}
        for one in standing:
            if late or not one.late_only:
                once.setdefault(one.person_id, one)
        return list(once.values())


def plain(title: str) -> str:
    """A title on one line, without control characters, at most 200 long."""
    words = "".join(" " if not character.isprintable() else character for character in title).split()
    line = " ".join(words)
    return line if len(line) <= MOST_TITLE else line[: MOST_TITLE - 1].rstrip() + "…"
