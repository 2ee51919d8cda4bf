"""Which days an office works, and how to find the nth of them without walking there."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

WEEKEND = frozenset({5, 6})
WEEK = range(7)


class OutOfRange(ValueError):
    """A date that would fall before the year 1 or after the year 9999."""


def from_ordinal(ordinal: int) -> date:
    """The day of a proleptic Gregorian ordinal; raises `OutOfRange` where there is no such day."""
    if not 1 <= ordinal <= date.max.toordinal():
        raise OutOfRange("The answer falls outside the years 1 to 9999.")
    return date.fromordinal(ordinal)


@dataclass(frozen=True)
class Calendar:
    """The days an office works: its weekend, its bank holidays, and how far that list is known.

    `weekend` holds weekday numbers, Monday being 0. Council `closures` are working days all the same: a clock counts
    them and its proof warns. The list of bank holidays is known from `begins` to `horizon`; None means no such limit.
    """

    weekend: frozenset[int] = WEEKEND
    holidays: Mapping[date, str] = field(default_factory=dict, hash=False, repr=False)
    closures: Mapping[date, str] = field(default_factory=dict, hash=False, repr=False)
    horizon: date | None = None
    begins: date | None = None

    def __post_init__(self) -> None:
        if not self.weekend < set(WEEK):
            raise ValueError("A weekend is made of weekday numbers from 0 to 6 and leaves at least one day to work.")

    def is_working_day(self, day: date) -> bool:
        """Whether a day counts as a working day."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def why_not(self, day: date) -> str | None:
        """Why a day does not count: the weekday's name or the holiday's. None for a working day."""
        if day.weekday() in self.weekend:
            return f"{day:%A}"
        return self.holidays.get(day)

    def working_days_up_to(self, ordinal: int) -> int:
        """How many working days there are from the year 1 up to and including a day, given as its ordinal."""
        return self._weekdays_up_to(ordinal) - bisect_right(self._days_off, ordinal)

    def working_day(self, number: int) -> date:
        """The working day of this number in that count; raises `OutOfRange` where there is none."""
        number += bisect_left(self._worked_before_each_day_off, number)
        weeks, place = divmod(number - 1, len(self._weekdays))
        return from_ordinal(7 * weeks + self._weekdays[place] + 1)

    def _weekdays_up_to(self, ordinal: int) -> int:
        # Ordinal 1 is a Monday, so every whole week starts on one.
        weeks, rest = divmod(ordinal, 7)
        return weeks * len(self._weekdays) + bisect_left(self._weekdays, rest)

    @cached_property
    def _weekdays(self) -> list[int]:
        return [weekday for weekday in WEEK if weekday not in self.weekend]

    @cached_property
    def _days_off(self) -> list[int]:
        return sorted(day.toordinal() for day in self.holidays if day.weekday() not in self.weekend)

    @cached_property
    def _worked_before_each_day_off(self) -> list[int]:
        return [self._weekdays_up_to(day) - place for place, day in enumerate(self._days_off, start=1)]
