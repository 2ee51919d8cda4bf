"""How a date was worked out: the rule, its source, and day by day what counted and what did not."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from deadlines.calendar import Calendar
from deadlines.clock import month_after
from deadlines.words import in_words, nth, quantity


@dataclass(frozen=True)
class ProofDay:
    """One day on the way: whether it counted, and why or why not."""

    day: date
    counted: bool
    why: str


@dataclass(frozen=True)
class Proof:
    """A worked-out date: `end` is the answer, `days` and `steps` the way to it, `warnings` what to look at again."""

    rule: str
    source: str
    start: date
    end: date
    days: tuple[ProofDay, ...] = ()
    steps: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def counted(self) -> int:
        """How many days counted."""
        return sum(day.counted for day in self.days)


def show_working_days(start: date, end: date, calendar: Calendar) -> tuple[ProofDay, ...]:
    """Every day from the one counted from to the answer, in the order of counting."""
    return (
        ProofDay(start, False, "the day counted from"),
        *_count(_walk(start, end), "working day", calendar),
    )


def show_clear_days(meeting_day: date, published: date, calendar: Calendar) -> tuple[ProofDay, ...]:
    """Every day from the meeting back to publication, neither of which is a clear day."""
    between = (day for day in _walk(meeting_day, published) if day != published)
    return (
        ProofDay(meeting_day, False, "the day of the meeting"),
        *_count(between, "clear day", calendar),
        ProofDay(published, False, "the day of publication"),
    )


def show_calendar_days(start: date, end: date) -> tuple[ProofDay, ...]:
    """Every day after the one counted from, all of which count."""
    return (
        ProofDay(start, False, "the day counted from"),
        *_count(_walk(start, end), "day", None),
    )


def say_months_after(day: date, n: int, end: date) -> tuple[str, ...]:
    """The steps from a day to the end of `n` months after it."""
    return (
        f"Start from {in_words(day)}.",
        f"{quantity(n, 'month')} later is {_month(day, n)}.",
        _lacks(day, n, end) or f"The corresponding date is {in_words(end)}.",
    )


def say_months_beginning_with(day: date, n: int, end: date) -> tuple[str, ...]:
    """The steps from the first day of a period of `n` months to its last."""
    return (
        f"The period begins with {in_words(day)}, which is its first day.",
        f"{quantity(n, 'month')} later is {_month(day, n)}.",
        _lacks(day, n, end) or f"The period ends on the day before the {nth(day.day)} of that month: {in_words(end)}.",
    )


def warn_about_days(start: date, end: date, calendar: Calendar) -> tuple[str, ...]:
    """What to look at again in a count of days: where the list of holidays ends, and closures that were counted."""
    first, last = sorted((start, end))
    return (*_beyond_the_list(first, last, calendar), *_closures(first, last, calendar))


def warn_about_end(end: date, calendar: Calendar) -> tuple[str, ...]:
    """What to look at again in a period that runs through weekends and holidays: whether it ends on one."""
    why = calendar.why_not(end) or calendar.closures.get(end)
    return (f"{in_words(end)} is not a working day ({why}); the period is not extended.",) if why else ()


def _walk(start: date, end: date) -> Iterator[date]:
    towards = 1 if end > start else -1
    for distance in range(1, abs((end - start).days) + 1):
        yield start + timedelta(days=towards * distance)


def _count(days: Iterator[date], unit: str, calendar: Calendar | None) -> Iterator[ProofDay]:
    counted = 0
    for day in days:
        why_not = calendar.why_not(day) if calendar else None
        counted += why_not is None
        yield ProofDay(day, why_not is None, why_not or f"{unit} {counted}")


def _month(day: date, n: int) -> str:
    year, month = month_after(day, n)
    return f"{date(year, month, 1):%B} {year}"


def _lacks(day: date, n: int, end: date) -> str | None:
    if day.day <= monthrange(*month_after(day, n))[1]:
        return None
    return f"{_month(day, n)} has no {nth(day.day)}, so the period ends on its last day: {in_words(end)}."


def _beyond_the_list(first: date, last: date, calendar: Calendar) -> Iterator[str]:
    if calendar.horizon and last > calendar.horizon:
        yield f"The list of bank holidays is published to {in_words(calendar.horizon)}; after that this date may move."
    if calendar.begins and first < calendar.begins:
        yield f"The list of bank holidays begins on {in_words(calendar.begins)}; days before that may not be right."


def _closures(first: date, last: date, calendar: Calendar) -> Iterator[str]:
    for day, name in sorted(calendar.closures.items()):
        if first <= day <= last and calendar.is_working_day(day):
            yield f"The council is closed on {in_words(day)} ({name}); the day counts all the same."
