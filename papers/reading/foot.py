# ruff: noqa: E501 - a pattern reads better whole than broken
"""What minutes print of their meeting only at the foot or in running titles: when it was, where, when it began."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from papers.reading.dates import find_dates, find_time
from papers.reading.lines import Line
from papers.reading.places import Head, read_head
from papers.reading.undertakings import sentences

_BEGAN = re.compile(
    r"\bduration of (?:the )?meeting\s*:?\s*(?:from\s+)?\d|\b(?:meeting|which|it|session)\b[^.]{0,40}\b(?:began|begun|started|commenced|opened)\s+at\s+\d",
    re.I,
)
_SPAN = re.compile(r"\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:-|–|to)\s?\d{1,2}[.:]\d\d\s?[ap]\.?m\b", re.I)
_HELD = re.compile(
    r"^(?:(?:it|the meeting|this meeting|which)\b.{0,20}\b)?(?:held|took place|met|meeting (?:of|held))\b.{0,30}\b(?:on|at|in)\b",
    re.I,
)
_ANOTHER = re.compile(r"\b(?:next|last|previous|again|future|following|earlier)\b", re.I)
_LINES = 14


def complete(head: Head, lines: list[Line]) -> None:
    """Give a head that lacks its date, time or place what the foot of the minutes and their running titles say."""
    foot = list(_sentences([line for line in lines if line.text and line.cells is None][-_LINES:]))
    if head.time is None:
        head.time, head.time_line = _time(foot)
    if head.printed is None or head.venue is None:
        began = [line for line in foot if _HELD.search(line.text) or _BEGAN.search(line.text)]
        running = [line for line in lines if line.furniture and find_dates(line.text)] if head.printed is None else []
        _fill(head, read_head([replace(line, furniture=False) for line in [*began, *running[:1]]]))


def _fill(head: Head, other: Head) -> None:
    if head.printed is None:
        head.printed, head.date_line = other.printed, other.date_line
        head.time, head.time_line = (head.time, head.time_line) if head.time else (other.time, other.time_line)
    head.venue = head.venue or other.venue


def _time(foot: list[Line]) -> tuple[str | None, int | None]:
    """The time some minutes print only under the last item: "2.00 - 3.35 pm"."""
    told = (line for line in foot if _SPAN.match(line.text) or _BEGAN.search(line.text))
    return next(((find_time(line.text), line.number) for line in told), (None, None))


def _sentences(lines: list[Line]) -> Iterator[Line]:
    """The sentences of some lines, those of other meetings left out."""
    for line in lines:
        for part in sentences(line.text) if len(line.text) > 60 else [line.text]:
            if not _ANOTHER.search(part):
                yield replace(line, text=part.strip("()"))
