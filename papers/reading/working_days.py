"""Working days of councils in England, for dues such as "within 10 working days"."""

from __future__ import annotations

import datetime as dt
from functools import cache

import holidays

_ONE = dt.timedelta(days=1)


def after_working_days(day: dt.date, count: int) -> dt.date:
    """The day that is `count` working days after another: weekends and the bank holidays of England do not count."""
    while count > 0:
        day += _ONE
        count -= day.weekday() < 5 and day not in _bank_holidays(day.year)
    return day


@cache
def _bank_holidays(year: int) -> frozenset[dt.date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year, observed=True))
