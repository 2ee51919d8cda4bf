"""Dates, times and weekdays as councils print them: day first, always."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3].lower(): n for n, name in enumerate(calendar.month_name) if name} | {"sept": 9}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_WEEKDAY = r"(?:(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s{1,3}(?:the\s)?)?"
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?(?:\s+day)?(?:\s+of)?"
DATE_WORDS = re.compile(
    rf"\b{_WEEKDAY}{_DAY},?\s{{1,3}}(?P<month>{MONTH})\b\.?(?:,?\s{{1,3}}(?P<year>(?:19|20)\d\d)\b(?![/-]\d\d\b))?",
    re.I,
)
DATE_FIGURES = re.compile(
    rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?P<sep>[/.\-])(?P<month>\d{{1,2}})(?P=sep)(?P<year>\d{{4}}|\d{{2}})\b(?![/.]\d)",
    re.I,
)
DATE_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})\b\.?,?\s{{1,3}}(?P<year>(?:19|20)\d\d)\b", re.I)
TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?<![\d./])\b(?P<hour24>[01]?\d|2[0-3])(?P<point>[.:])(?P<minute24>[0-5]\d)\s?(?:hours|hrs)?\b(?![./]\d)"
    r"|(?<![\d./])\b(?P<hours>[01]\d|2[0-3])(?P<minutes>[0-5]\d)\s?(?:hours|hrs)\b(?!\s+of\b)"
    r"|\b(?P<noon>12\s?noon|noon|midday)\b",
    re.I,
)
_SPAN = re.compile(
    r"\b(?P<from>(?P<hour>\d{1,2})(?:[.:]\d\d)?)\s?(?:-|–|—|to|until)\s?(?P<end>\d{1,2})(?:[.:]\d\d)?\s?(?P<half>[ap])\.?\s?m\b\.?",
    re.I,
)
_HALF_OF_DAY = re.compile(
    r"\b(?P<at>\d{1,2}(?:[.:]\d\d)?)(?: o['’]clock)? in the (?P<half>morning|afternoon|evening)\b", re.I
)
_FIGURES = re.compile(r"\d[/.-]\d")
_DIGIT = re.compile(r"\d")
YEAR_PAIR = re.compile(r"\b(20\d\d)\s?[/\-–]\s?(?:20)?(\d\d)\b")


@dataclass(frozen=True)
class PrintedDate:
    """A date found in text: the day (None when no such day exists), where, and the weekday printed with it."""

    on: dt.date | None
    weekday: str | None
    text: str
    start: int
    end: int
    year_missing: bool = False


def find_dates(text: str, *, near: dt.date | None = None) -> list[PrintedDate]:
    """Every date in the text, in order; a date without a year takes the first such day not before `near`."""
    if _DIGIT.search(text) is None:
        return []
    patterns = (DATE_WORDS, DATE_FIGURES, DATE_ISO) if _FIGURES.search(text) else (DATE_WORDS,)
    found = [_printed(match, near) for pattern in patterns for match in pattern.finditer(text)]
    return sorted((each for each in found if each is not None), key=lambda each: each.start)


def first_date(text: str, *, near: dt.date | None = None) -> PrintedDate | None:
    """The first date in the text that is a day of the calendar, or None."""
    return next((each for each in find_dates(text, near=near) if each.on), None)


def _printed(match: re.Match[str], near: dt.date | None) -> PrintedDate | None:
    groups = match.groupdict()
    month = int(groups["month"]) if groups["month"].isdigit() else MONTHS[groups["month"].lower()]
    weekday = weekday_name(groups.get("weekday"))
    if groups["year"] is not None:
        on = _day(_year(groups["year"]), month, int(groups["day"]))
    elif near is not None:
        on = _first_not_before(near, month, int(groups["day"]))
    else:
        return None
    missing = groups["year"] is None
    return PrintedDate(on, weekday, match.group().strip(" ,."), match.start(), match.end(), missing)


def _first_not_before(near: dt.date, month: int, day: int) -> dt.date | None:
    on = _day(near.year, month, day)
    return _day(near.year + 1, month, day) if on and on < near else on


def _year(printed: str) -> int:
    return int(printed) if len(printed) == 4 else 2000 + int(printed)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def weekday_name(printed: str | None) -> str | None:
    """The full name of a printed weekday, capitalised, or None."""
    if not printed:
        return None
    return next(name.title() for name in WEEKDAYS if name.startswith(printed.lower()[:3]))


def weekday_of(day: dt.date) -> str:
    """The weekday of a day: 14 November 2023 is a Tuesday."""
    return WEEKDAYS[day.weekday()].title()


def in_words(day: dt.date) -> str:
    """A day as councils write it: 14 November 2023."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def find_time(text: str) -> str | None:
    """The first time of day in the text as HH:MM, or None; "7.00 - 9.40 pm" begins at 19:00."""
    text = _HALF_OF_DAY.sub(lambda half: f"{half['at']} {'am' if half['half'].lower() == 'morning' else 'pm'}", text)
    if span := _SPAN.search(text):
        text = f"{text[: span.start()]}{span['from']} {_half(span)}m {text[span.end() :]}"
    for match in TIME.finditer(text):
        if match["noon"]:
            return "12:00"
        if match["half"]:
            hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
            if int(match["hour"]) <= 12 and int(match["minute"] or 0) < 60:
                return f"{hour:02}:{int(match['minute'] or 0):02}"
        elif match["hours"]:
            return f"{match['hours']}:{match['minutes']}"
        elif match["hour24"] and (match["point"] == ":" or int(match["hour24"]) >= 7):
            return f"{int(match['hour24']):02}:{match['minute24']}"
    return None


def _half(span: re.Match[str]) -> str:
    """Whether a span such as "10.30 - 1.00 pm" begins before noon: it does when its hour is past that of its end."""
    begins, ends, half = int(span["hour"]) % 12, int(span["end"]) % 12, span["half"].lower()
    return half if begins <= ends else "a" if half == "p" else "p"


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last day of that month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def municipal_year(text: str) -> str | None:
    """The municipal year a heading prints, as 2023/24."""
    for match in YEAR_PAIR.finditer(text):
        if (int(match[1]) + 1) % 100 == int(match[2]):
            return f"{match[1]}/{match[2]}"
    return None
