# ruff: noqa: E501 - a pattern reads better whole than broken
"""What minutes say only under the last item, or in running titles: when and where the meeting was that they are of."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.dates import find_dates, find_time
from papers.reading.lines import Line
from papers.reading.places import Head, read_head
from papers.reading.undertakings import sentences

_LAST = 14  # lines in which such a foot is looked for
_SPAN = re.compile(r"\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:-|–|to)\s?\d{1,2}[.:]\d\d\s?[ap]\.?m\b", re.I)
_BEGAN = re.compile(
    r"\bduration of (?:the )?meeting\s*:?\s*(?:from\s+)?\d|\b(?:meeting|which|session|we|it)\b.{0,60}?\b(?:began|begun|started|commenced|opened)\s+at\s+\d|^(?:it |time |(?:the )?meeting )?(?:began|start(?:ed|s)?|commenced|commencement|opened)(?: time)?(?: at)?\s?:?\s+\d",
    re.I,
)
_HELD = re.compile(
    r"(?:^|\b(?:meeting|it|session|we)\b[^.;]{0,160}?\b)(?:was |were )?(?:held|took place|met|begun|began)\s+(?:on|at|in|by|via)\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:next|future|following|previous|last|adjourned|will be|would be|is to be)\b[^.;]{0,60}\b(?:meeting|held|session|time)\b",
    re.I,
)  # a sentence on another meeting


def complete_from_foot(head: Head, lines: list[Line]) -> None:
    """Add to the head of minutes what it lacks and their last lines print: "2.00 - 3.35 pm", "Held in the Old Library."."""
    if head.time and head.venue and head.printed:
        return
    foot = [line for line in lines if line.cells is None and not line.blank and not line.furniture]
    said = _sentences(foot[-_LAST:])
    if head.time is None:
        times = ((find_time(words), line.number) for line in said if (words := _beginning(line.text)))
        head.time, head.time_line = next(times, (None, None))
    for line in said:
        told = read_head([line]) if not _OTHER.search(line.text) else Head()
        if _HELD.search(line.text) or (told.committee and told.printed and told.time):
            _complete(head, told)
    if head.printed is None:
        running = next((line for line in lines if line.furniture and find_dates(line.text)), None)
        _complete(head, read_head([replace(running, furniture=False)]) if running else head)


def _beginning(text: str) -> str | None:
    """The words of a sentence from the time at which it says that the meeting began, or None."""
    began = _BEGAN.search(text)
    return text if _SPAN.match(text) else text[began.end() - 1 :] if began else None


def _complete(head: Head, told: Head) -> None:
    """Add to one head what another tells besides."""
    head.committee = head.committee or told.committee
    head.venue = head.venue or told.venue
    if head.printed is None:
        head.printed, head.date_line = told.printed, told.date_line
    if head.time is None:
        head.time, head.time_line = told.time, told.time_line


def _sentences(lines: list[Line]) -> list[Line]:
    """The sentences of some lines, those right below one another read as one paragraph, each as a line."""
    told: list[Line] = []
    for at, line in enumerate(lines):
        below = at > 0 and line.number == lines[at - 1].number + 1 and not _SPAN.match(line.text)
        first, *more = sentences(f"{told.pop().text} {line.text}" if below else line.text)
        told.append(Line(line.number, first))
        told += [Line(line.number, sentence) for sentence in more]
    return told
