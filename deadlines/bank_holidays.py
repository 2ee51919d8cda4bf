"""The bank holidays of England and Wales, from the `holidays` library, and how far that list is to be trusted."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

import holidays

FIRST_YEAR, LAST_YEAR = 1978, 2100
"""The years listed: from the first with today's eight bank holidays to well after any clock of ours ends."""

CHECKED_VERSION, CHECKED_YEAR = "0.109", 2026
"""The release of the library last held against the government's list, and the year in which that was done."""

BEGINS = date(FIRST_YEAR, 1, 1)
HORIZON = date(CHECKED_YEAR + 2, 12, 31)
"""The government publishes its list to the end of the second year ahead. What the library says of later days it
works out by rule, so a holiday proclaimed for one of them is not in it."""


@cache
def england_and_wales() -> Mapping[date, str]:
    """Every bank holiday from `FIRST_YEAR` to `LAST_YEAR` with its name, substitute days included.

    The subdivision matters: without it the library leaves out Easter Monday and the summer bank holiday. Scotland and
    Northern Ireland have lists of their own.
    """
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    listed = holidays.country_holidays("GB", subdiv="ENG", years=years, observed=True, language="en_GB")
    return MappingProxyType({day: name.replace("(observed)", "(substitute day)") for day, name in listed.items()})


def warns(today: date) -> bool:
    """Whether less than a year is left before the list's horizon, so that a newer list is wanted."""
    return today > HORIZON.replace(year=HORIZON.year - 1)
