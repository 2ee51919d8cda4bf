"""The clocks themselves: a day and a number in, a day out.

Every function is exact and pure; `deadlines.rules` gives the same answers with their proof. Days are London days
(`deadlines.london`). Numbers run from 0 to 3660; anything else is a ValueError, and so is an answer outside the years
1 to 9999.
"""

from calendar import monthrange
from datetime import date

from deadlines.calendar import Calendar, OutOfRange, from_ordinal

MOST = 3660


def working_days_before(day: date, n: int, calendar: Calendar) -> date:
    """The day `n` working days before a day, which is not counted itself. No working days before a day is that day."""
    check_number(n)
    return _back(day, n, calendar) if n else day


def working_days_after(day: date, n: int, calendar: Calendar) -> date:
    """The day `n` working days after a day, which is not counted itself. No working days after a day is that day."""
    check_number(n)
    if n == 0:
        return day
    return calendar.working_day(calendar.working_days_up_to(day.toordinal()) + n)


def clear_days_before(meeting_day: date, n: int, calendar: Calendar) -> date:
    """The last working day after which `n` clear days still follow before the meeting.

    Neither the day of publication nor the day of the meeting is a clear day, nor are weekends and bank holidays
    (Local Government Act 1972 s100A and s100B; Elitestone 1993). With no clear days it is the working day before.
    """
    check_number(n)
    return _back(meeting_day, n + 1, calendar)


def calendar_days_after(day: date, n: int) -> date:
    """The day `n` days after a day, which is not counted itself; weekends and holidays count."""
    check_number(n)
    return from_ordinal(day.toordinal() + n)


def months_after(day: date, n: int) -> date:
    """The corresponding date `n` months later, or that month's last day where the month lacks it."""
    check_number(n)
    year, month = month_after(day, n)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def months_beginning_with(day: date, n: int) -> date:
    """The last day of a period of `n` months of which this day is the first.

    It is the day before the corresponding date, or the month's last day where that month lacks the corresponding date.
    A period is at least one month long (a ValueError otherwise).
    """
    check_number(n)
    if n == 0:
        raise ValueError("A period of months beginning with a day is at least one month long.")
    year, month = month_after(day, n)
    last = monthrange(year, month)[1]
    if day.day > last:
        return date(year, month, last)
    return from_ordinal(date(year, month, day.day).toordinal() - 1)


def latest_due_reached(today: date, n: int, calendar: Calendar) -> date:
    """The latest due date whose step "`n` working days before" has come by today.

    The exact inverse of `working_days_before`: `working_days_before(due, n) <= today` holds for a due date when, and
    only when, `due <= latest_due_reached(today, n)`. So a sweep compares each due date with one date.
    """
    return working_days_after(today, n, calendar)


def latest_due_late_by(today: date, n: int, calendar: Calendar) -> date:
    """The latest due date that is late by `n` working days or more today.

    The exact inverse of `working_days_after`: `working_days_after(due, n) <= today` holds when, and only when,
    `due <= latest_due_late_by(today, n)`.
    """
    check_number(n)
    if n == 0:
        return today
    nth_back_from_today = calendar.working_day(calendar.working_days_up_to(today.toordinal()) - n + 1)
    return from_ordinal(nth_back_from_today.toordinal() - 1)


def previous_working_day_or_same(day: date, calendar: Calendar) -> date:
    """The day itself where it is a working day, or else the last working day before it."""
    return calendar.working_day(calendar.working_days_up_to(day.toordinal()))


def next_working_day_or_same(day: date, calendar: Calendar) -> date:
    """The day itself where it is a working day, or else the first working day after it."""
    return calendar.working_day(calendar.working_days_up_to(day.toordinal() - 1) + 1)


def month_after(day: date, n: int) -> tuple[int, int]:
    """The year and month `n` months after a day's month; raises `OutOfRange` after the year 9999."""
    months = 12 * day.year + day.month - 1 + n
    year, month = months // 12, months % 12 + 1
    if year > date.max.year:
        raise OutOfRange("The answer falls outside the years 1 to 9999.")
    return year, month


def check_number(n: int) -> None:
    """Raises ValueError unless a number of days or months is a whole one from 0 to 3660."""
    if isinstance(n, bool) or not isinstance(n, int) or not 0 <= n <= MOST:
        raise ValueError(f"The number of days or months must be a whole number from 0 to {MOST}, not {n!a}.")


def _back(day: date, n: int, calendar: Calendar) -> date:
    return calendar.working_day(calendar.working_days_up_to(day.toordinal() - 1) - n + 1)
