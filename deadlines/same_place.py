"""The same place in another year: the second Tuesday of March, whatever its date."""

from calendar import monthrange
from datetime import date

ORDINALS = ("first", "second", "third", "fourth", "fifth")


def same_place(day: date, year: int) -> date:
    """The day of that year with the weekday, the month and the place in the month of ``day``.

    12 March 2024, the second Tuesday, gives 11 March 2025. A fifth weekday that a month lacks is its last one.
    """
    first = date(year, day.month, 1)
    earliest = 1 + (day.weekday() - first.weekday()) % 7
    in_month = monthrange(year, day.month)[1]
    wanted = earliest + 7 * _place(day)
    return first.replace(day=wanted if wanted <= in_month else wanted - 7)


def say_place(day: date) -> str:
    """The place of a day in its month, in words: "second Tuesday of March"."""
    return f"{ORDINALS[_place(day)]} {day:%A} of {day:%B}"


def _place(day: date) -> int:
    return (day.day - 1) // 7
