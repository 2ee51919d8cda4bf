"""Dates in words, the British way."""

from datetime import date, datetime, time

from django.utils import timezone


def as_day(value: date | datetime) -> date:
    """Return the day of a date or of a moment, as it was in the council's own time zone."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def long_date(value: date | datetime | None) -> str:
    """Return Tuesday 26 September 2023, or nothing for no date."""
    if not value:
        return ""
    day = as_day(value)
    return f"{day:%A} {day.day} {day:%B %Y}"


def short_date(value: date | datetime | None) -> str:
    """Return 26 Sep 2023, or nothing for no date."""
    if not value:
        return ""
    day = as_day(value)
    return f"{day.day} {day:%b %Y}"


def clock_time(value: time | datetime | None) -> str:
    """Return 6:30pm, or 6pm on the hour, or nothing for no time."""
    if not value:
        return ""
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'pm' if value.hour >= 12 else 'am'}"


def times(number: int) -> str:
    """Return how often: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def relative_to(value: date | datetime | None, today: date) -> str:
    """Return how far a due date is from today in calendar days: today, tomorrow, in 7 days, 5 days late."""
    if not value:
        return ""
    days = (as_day(value) - today).days
    if days in (0, 1):
        return ("today", "tomorrow")[days]
    if days > 0:
        return f"in {days} days"
    return "1 day late" if days == -1 else f"{-days} days late"


def ago(value: date | datetime, today: date) -> str:
    """Return how long ago a day was: today, yesterday, 3 days ago."""
    days = (today - as_day(value)).days
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
