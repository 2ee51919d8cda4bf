"""Days and times as printed papers say them: "Tuesday 26 September 2023", "6.30 p.m."."""

from datetime import date, time


def day(on: date | None) -> str:
    """A day without its weekday: "26 September 2023"; nothing where there is none."""
    return f"{on.day} {on:%B %Y}" if on else ""


def whole_day(on: date) -> str:
    """A day with its weekday, which is computed: "Tuesday 26 September 2023"."""
    return f"{on:%A} {day(on)}"


def clock(at: time | None) -> str:
    """A time of day: "6.30 p.m.", "12 noon"; nothing where there is none."""
    if at is None:
        return ""
    if (at.hour, at.minute) == (12, 0):
        return "12 noon"
    return f"{at.hour % 12 or 12}.{at.minute:02} {'a.m.' if at.hour < 12 else 'p.m.'}"


def listed(words: tuple[str, ...] | list[str]) -> str:
    """Several things in one sentence: "a, b and c"."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
