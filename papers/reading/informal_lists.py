# ruff: noqa: E501 - a pattern reads better whole than broken
"""Informal meetings, visits and workshops that a work programme lists in lines: "Tour of the depot - 5 October 2022"."""

from __future__ import annotations

import re

from papers.reading.dates import DATE_WORDS, MONTH
from papers.reading.facts import InformalEvent
from papers.reading.informal import LIKELY, when_of
from papers.reading.labels import take_bullet, take_label
from papers.reading.lines import Line
from papers.reading.programme import calls_itself_programme, reads_as_programme

_DAY = re.sub(r"\?P<\w+>", "?:", DATE_WORDS.pattern)
_WHEN = rf"(?:(?:on|provisionally|week of|w/c|early|mid|late|in) )?(?:{_DAY}|{MONTH} 20\d\d|(?:spring|summer|autumn|winter) 20\d\d|(?:a )?(?:dates?|time|day) (?:and \w+ )?to be|(?:date )?to be (?:arranged|confirmed|fixed|agreed|set|determined)|date (?:tbc|tba)|tbc\b|tba\b|awaiting (?:a )?date)"
_LAST = re.compile(
    rf"(?P<title>[A-Z].{{3,160}}?)(?:\s+[-–—]\s+|:\s+|,\s+|\s*\()(?P<when>{_WHEN}.{{0,120}}?)\)?\.?$", re.I
)
_VISIT = re.compile(rf"\b(?:tour|meeting with|round[- ]table)\b|{LIKELY.pattern}", re.I)
_FIRST = re.compile(rf"(?P<when>{_DAY})[^-–—:,]{{0,40}}(?:\s+[-–—]\s+|:\s+|,\s+)(?P<title>[A-Z].{{3,160}})$")


def read_informal_lists(lines: list[Line], taken: set[int]) -> tuple[list[InformalEvent], set[int]]:
    """The events that a work programme lists below a heading of them, and the lines used; `taken` are others' lines."""
    events: list[InformalEvent] = []
    used: set[int] = set()
    if not reads_as_programme(lines):
        return events, used
    for at, line in enumerate(lines):
        if line.number not in taken | used and _heads(line):
            found, last = _below(lines[at + 1 :])
            sure = LIKELY.search(line.text) or (len(found) > 1 and any(_VISIT.search(each.title) for each in found))
            found = found if sure else []
            events += found
            used |= set(range(line.number, last + 1)) if found else set()
    return events, used


def _heads(line: Line) -> bool:
    plain = line.cells is None and bool(line.text) and len(line.text) < 100 and not line.text.endswith((".", ";", ","))
    listed = take_bullet(line.text)[0] or take_label(line.text)[0] is not None or _shape(line.text) is not None
    return (
        plain
        and not listed
        and (LIKELY.search(line.text) is not None or line.bold)
        and not calls_itself_programme(line.text)
    )


def _below(lines: list[Line]) -> tuple[list[InformalEvent], int]:
    """The events in the lines below a heading, and the last line of them."""
    found: list[InformalEvent] = []
    last = 0
    for line in lines:
        if line.blank or line.furniture:
            continue
        shape = _shape(line.text) if line.cells is None else None
        if shape:
            when, on, status = when_of(shape["when"])
            number = take_label(take_bullet(line.text)[1])[0]
            title = shape["title"].strip(" ,-–—")
            found.append(InformalEvent(number.mark if number else None, title, (), when, on, status, line.number))
            last = line.number
        elif found or not line.text.endswith("."):
            break
    return found, last


def _shape(text: str) -> re.Match[str] | None:
    words = take_label(take_bullet(text)[1])[1]
    return _FIRST.match(words) or _LAST.match(words)
