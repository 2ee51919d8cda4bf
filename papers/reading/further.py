"""The minutes of further meetings that a pack prints below those of the first."""

from __future__ import annotations

import re

from papers.reading.dates import find_dates
from papers.reading.lines import Line
from papers.reading.sections import PRESENT

_HEAD = 10  # lines with words above those present
_LEAST = 12  # lines of minutes before others can begin
_MINUTES = re.compile(
    r"\b(?:minutes?|notes?|record) of\b|^(?:draft )?(?:minutes|notes)\b|\bmeeting held\b|\bheld on\b", re.I
)
_ASIDE = re.compile(r"(?:also|others?|officers?) ", re.I)


def each_minutes(lines: list[Line]) -> list[list[Line]]:
    """The lines of each minutes among some lines of a pack: others begin where a head names a day and people come."""
    starts = [0]
    present = [at for at, line in enumerate(lines) if _says_who_came(line)]
    for at in present[1:]:
        start = _head_above(lines, at)
        if start is not None and start - starts[-1] >= _LEAST:
            starts.append(start)
    return [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _says_who_came(line: Line) -> bool:
    plain = line.cells is None and not line.furniture and not _ASIDE.match(line.text)
    return plain and PRESENT.match(line.text) is not None


def _head_above(lines: list[Line], at: int) -> int | None:
    """Where the head begins above a line of those present; None where no day of a meeting stands there."""
    start, words = at, 0
    head: list[str] = []
    while start and words < _HEAD and not _ends_above(lines[start - 1]):
        start -= 1
        words += not lines[start].blank
        head.append(lines[start].text)
    while start < at and (lines[start].blank or lines[start].text[:1].islower()):
        start += 1
    dated = any(find_dates(text) for text in head)
    return start if dated and any(_MINUTES.search(text) for text in head) else None


def _ends_above(line: Line) -> bool:
    """Whether a line belongs to what stands above the head of minutes: the foot of a page, or a sentence of its own."""
    told = line.text.endswith((".", ";", "?")) and not (find_dates(line.text) and _MINUTES.search(line.text))
    return line.furniture or line.cells is not None or told or re.match(r"\d{1,4}[.)]?\s", line.text) is not None
