"""Days, numbers and reasons as they are written in a proof."""

from datetime import date

ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def in_words(day: date) -> str:
    """A day as councils print it: Tuesday 26 September 2023."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def quantity(n: int, unit: str) -> str:
    """A number with its unit: 1 month, 5 clear days."""
    return f"{n} {unit}" if n == 1 else f"{n} {unit}s"


def nth(n: int) -> str:
    """A place in a row: 1st, 22nd, 113th."""
    ending = "th" if n % 100 in (11, 12, 13) else ENDINGS.get(n % 10, "th")
    return f"{n}{ending}"
