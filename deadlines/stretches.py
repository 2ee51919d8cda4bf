"""Stretches of the year, each from the month it begins in to the eve of the next: school terms, quarters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

QUARTERS = {1: "quarter", 4: "quarter", 7: "quarter", 10: "quarter"}
"""Calendar quarters; the first of a council's financial year begins in April."""


@dataclass(frozen=True)
class Stretch:
    """One stretch with its first and last day."""

    name: str
    first: date
    last: date

    @property
    def words(self) -> str:
        """Its name and months: "autumn term (September to December 2023)"."""
        start = f"{self.first:%B}" if self.first.year == self.last.year else f"{self.first:%B %Y}"
        months = f"{self.last:%B %Y}" if _same_month(self.first, self.last) else f"{start} to {self.last:%B %Y}"
        return f"{self.name} ({months})"

    def holds(self, day: date | None) -> bool:
        """Whether a day falls in it."""
        return day is not None and self.first <= day <= self.last


def stretches_ending(names: Mapping[int, str], first: date, last: date) -> list[Stretch]:
    """The stretches whose last day falls from one day to another, first to last.

    ``names`` says in which month each begins. A municipal year holds a stretch that ends in it, so that none belongs
    to two years. Raises ValueError where no stretch is named.
    """
    if not names:
        raise ValueError("Name at least one stretch by the month it begins in.")
    return [stretch for stretch in _from_year(names, first.year - 1, last.year) if first <= stretch.last <= last]


def _from_year(names: Mapping[int, str], first_year: int, last_year: int) -> Iterator[Stretch]:
    begins = [date(year, month, 1) for year in range(first_year, last_year + 2) for month in sorted(names)]
    for first, following in pairwise(begins):
        yield Stretch(names[first.month], first, following - timedelta(days=1))


def _same_month(first: date, last: date) -> bool:
    return (first.year, first.month) == (last.year, last.month)
