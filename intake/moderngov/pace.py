"""How often we ask, and how long we rest when we are asked to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from email.utils import parsedate_to_datetime

GAP = 1.0  # seconds from one request to the next
LONGEST_REST = 120.0  # seconds; a service that asks for more ends the run
_FIRST_REST = 2.0


class Pace:
    """Keeps requests `GAP` seconds apart; `clock` counts seconds and `sleep` lets them pass."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._clock = clock
        self._sleep = sleep
        self._last: float | None = None

    def turn(self) -> None:
        """Wait until the next request may be made, and count it as made."""
        if self._last is not None:
            self.rest(self._last + GAP - self._clock())
        self._last = self._clock()

    def rest(self, seconds: float) -> None:
        """Let so many seconds pass, however short the sleep of the machine turns out."""
        until = self._clock() + seconds
        while (left := until - self._clock()) > 0:
            self._sleep(left)


def rest_after(attempt: int) -> float:
    """The rest after the first, second, ... failed attempt, each twice as long as the one before."""
    return min(_FIRST_REST * 2.0 ** (attempt - 1), LONGEST_REST)


def asked_rest(header: str | None, now: dt.datetime) -> float | None:
    """The seconds that a Retry-After asks for, given as a number or as a date; None where it says neither."""
    if not header:
        return None
    if re.fullmatch(r"[0-9]+", header.strip()):
        return float(header.strip()[:9])
    try:
        until = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):  # each of them, for one date or another
        return None
    until = until if until.tzinfo else until.replace(tzinfo=dt.UTC)
    return max(0.0, (until - now).total_seconds())
