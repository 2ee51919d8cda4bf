"""When a step is reached: each step and calendar give one date, and a due date is compared with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from deadlines.calendar import Calendar
from deadlines.clock import latest_due_late_by, latest_due_reached, working_days_after
from reminders.timetable import MOST, Step, When

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A step as it stands on one day: it is reached by every date it counts from up to ``latest``."""

    key: str
    latest: date
    step: Step
    times: int = 1


def latest_reached(step: Step, on: date, calendar: Calendar, times: int = 1) -> date:
    """The latest date whose step is reached on a working day.

    A step that would fall on a weekend or bank holiday is reached on the working day before.
    """
    n = step.n * times
    if step.when == When.AT_ONCE:
        return date.max
    if step.when == When.EVERY_OLD:
        return _day_before_work_goes_on(on, calendar) - n * DAY
    if step.is_late:
        return latest_due_late_by(on, n, calendar)
    return latest_due_reached(on, n, calendar) if n else _day_before_work_goes_on(on, calendar)


def first_reached(steps: Sequence[Step], on: date, calendar: Calendar) -> date:
    """The latest date for which any of the steps is reached: nothing later can be owed a reminder yet."""
    return max(latest_reached(step, on, calendar) for step in steps)


def marks(steps: Sequence[Step], on: date, calendar: Calendar, earliest: date) -> list[Mark]:
    """Every step reached on a working day by some date from ``earliest`` on, first step first."""
    found = [mark for step in steps for mark in _marks_of(step, on, calendar, earliest)]
    return sorted(found, key=lambda mark: mark.latest, reverse=True)


def _marks_of(step: Step, on: date, calendar: Calendar, earliest: date) -> Iterator[Mark]:
    for times in range(1, MOST // step.n + 1 if step.repeats else 2):
        latest = latest_reached(step, on, calendar, times)
        if latest < earliest:
            return
        yield Mark(step.key(times), latest, step, times)


def _day_before_work_goes_on(on: date, calendar: Calendar) -> date:
    return working_days_after(on, 1, calendar) - DAY
