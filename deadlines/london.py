"""What day it is in London, and when a day ends there."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from deadlines.calendar import from_ordinal

LONDON = ZoneInfo("Europe/London")


def london_today(now: datetime) -> date:
    """The day it is in London at a moment; raises ValueError for a moment without a time zone."""
    if now.tzinfo is None:
        raise ValueError("A moment needs a time zone before its day in London is known.")
    return now.astimezone(LONDON).date()


def end_of_day(day: date) -> datetime:
    """The midnight in London at which a day ends, as a moment in UTC: something due that day is late from then on."""
    following = from_ordinal(day.toordinal() + 1)
    return datetime(following.year, following.month, following.day, tzinfo=LONDON).astimezone(UTC)
