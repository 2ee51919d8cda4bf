"""The planner: which reminders a day owes to whom. Pure: nothing is read and nothing is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from deadlines.calendar import Calendar
from reminders.domain.duties import Addressee, Duty
from reminders.domain.marks import Mark, latest_reached, marks
from reminders.enums import Kind
from reminders.timetable import Row


class Key(NamedTuple):
    """What makes a reminder one and the same."""

    kind: str
    subject_kind: str
    subject_id: int
    step: str
    slip_no: int
    recipient_id: int


@dataclass(frozen=True, slots=True)
class Planned:
    """One step reached for one person; ``latest`` is false where a later step of the same thing is reached too."""

    key: Key
    duty: Duty
    mark: Mark
    addressee: Addressee
    latest: bool

    @property
    def urgent(self) -> bool:
        """Whether it goes at once, in a mail of its own."""
        return self.mark.step.urgent

    def mark_on(self, day: date, calendar: Calendar) -> Mark:
        """The same step as it stands on another day."""
        latest = latest_reached(self.mark.step, day, calendar, self.mark.times)
        return replace(self.mark, latest=latest)


def plan(on: date, duties: Iterable[Duty], rows: Mapping[Kind, Row], calendar: Calendar) -> list[Planned]:
    """Every step reached on a working day, the latest of each thing and person marked as such.

    A day that is no working day owes nothing: what falls there was owed on the working day before.
    """
    if not calendar.is_working_day(on):
        return []
    found = []
    for kind, alike in _by_kind(duties).items():
        earliest = min((duty.counts_from for duty in alike if duty.counts_from), default=date.max)
        reached = marks(rows[kind].steps, on, calendar, earliest)
        for subject in _by_subject(alike).values():
            found += _latest_of_each_person(_steps(on, subject, reached))
    return found


def nobody_to_tell(on: date, duties: Iterable[Duty]) -> list[Duty]:
    """Duties of which nobody could be told on a day: no holder, no author and no officer stands."""
    return [duty for duty in duties if not duty.hearers(on, late=True)]


def _by_kind(duties: Iterable[Duty]) -> dict[Kind, list[Duty]]:
    found = defaultdict(list)
    for duty in duties:
        found[duty.kind].append(duty)
    return found


def _by_subject(duties: Iterable[Duty]) -> dict[tuple, list[Duty]]:
    found = defaultdict(list)
    for duty in sorted(duties, key=lambda duty: duty.counts_from or date.min):
        found[duty.subject_kind, duty.subject_id].append(duty)
    return found


def _steps(on: date, subject: list[Duty], reached: list[Mark]) -> Iterator[tuple[Duty, Mark, Addressee]]:
    for duty in subject:
        if duty.rests(on) or duty.is_past(on):
            continue
        hearers = {late: duty.hearers(on, late=late) for late in (False, True)}
        for mark in reached:
            if counts(duty, mark):
                for addressee in hearers[mark.step.is_late]:
                    yield duty, mark, addressee


def counts(duty: Duty, mark: Mark) -> bool:
    """Whether a duty has reached a step; one without a date has only the steps that come at once."""
    at_once = mark.latest == date.max
    return at_once if duty.counts_from is None else not at_once and duty.counts_from <= mark.latest


def _latest_of_each_person(steps: Iterable[tuple[Duty, Mark, Addressee]]) -> Iterator[Planned]:
    by_person = defaultdict(list)
    for duty, mark, addressee in steps:
        by_person[addressee.person_id].append((duty, mark, addressee))
    for reached in by_person.values():
        last = len(reached) - 1
        for place, (duty, mark, addressee) in enumerate(reached):
            yield Planned(_key(duty, mark, addressee), duty, mark, addressee, place == last)


def _key(duty: Duty, mark: Mark, addressee: Addressee) -> Key:
    step = f"{mark.key}/{duty.occasion}" if duty.occasion else mark.key
    return Key(duty.kind.value, duty.subject_kind.value, duty.subject_id, step, duty.slip_no, addressee.person_id)
