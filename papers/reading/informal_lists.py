# ruff: noqa: E501 - a pattern reads better whole than broken
"""Informal meetings, visits and workshops that a work programme lists in lines: "Tour of the depot - 5 October 2022"."""

from __future__ import annotations

import re

from papers.reading.dates import DATE_WORDS, MONTH
from papers.reading.facts import InformalEvent
from papers.reading.informal import LIKELY, when_of
from papers.reading.labels import take_bullet, take_label
from papers.reading.lines import Line
from papers.reading.paragraphs import paragraphs
from papers.reading.programme import calls_itself_programme, reads_as_programme

_DAY = re.sub(r"\?P<\w+>", "?:", DATE_WORDS.pattern)
_WHEN = rf"(?:(?:on|provisionally|week of|w/c|early|mid|late|in) )?(?:{_DAY}|{MONTH} 20\d\d|(?:spring|summer|autumn|winter) 20\d\d|(?:a )?(?:dates?|time|day) (?:and \w+ )?to be|(?:date )?to be (?:arranged|confirmed|fixed|agreed|set|determined)|date (?:tbc|tba)|tbc\b|tba\b|awaiting (?:a )?date)"
_LAST = re.compile(
    rf"(?P<title>[A-Z].{{3,160}}?)(?:\s+[-–—]\s+|:\s+|,\s+|\s*\()(?P<when>{_WHEN}.{{0,120}}?)\)?\.?$", re.I
)
_VISIT = re.compile(rf"\b(?:tour|meeting with|round[- ]table)\b|{LIKELY.pattern}", re.I)
_FIRST = re.compile(
    rf"(?P<when>{_DAY}|{MONTH} 20\d\d|(?:early |late |mid )?(?:spring|summer|autumn|winter) 20\d\d|(?:dates?|time|day) (?:and \w+ )?to be \w+|to be (?:arranged|confirmed|fixed|agreed|set)|(?:date )?tb[ac]\b)[^-–—:,]{{0,40}}(?:\s+[-–—]\s+|:\s+|,\s+)(?P<title>(?-i:[A-Z]).{{3,160}})$",
    re.I,
)
_TOLD = re.compile(
    rf"(?P<title>[A-Z].{{3,160}}?),\s+(?=(?:on|in|at|an?|to be|for|date|early|mid|late)\b)(?P<when>.{{0,60}}?{_WHEN}.*)$",
    re.I,
)


def read_informal_lists(lines: list[Line], taken: set[int]) -> tuple[list[InformalEvent], set[int]]:
    """The events that a work programme lists below a heading of them, and the lines used; `taken` are others' lines."""
    events: list[InformalEvent] = []
    used: set[int] = set()
    if not reads_as_programme(lines):
        return events, used
    for at, line in enumerate(lines):
        if line.number not in taken | used and _heads(line):
            found, last = _told(lines[at + 1 : at + 20])
            found, last = (
                (found, last) if found else _below(lines[at + 1 :], numbered=take_label(line.text)[0] is not None)
            )
            sure = LIKELY.search(line.text) or (len(found) > 1 and any(_VISIT.search(each.title) for each in found))
            found = found if sure else []
            events += found
            used |= set(range(line.number, last + 1)) if found else set()
    return events, used


def _heads(line: Line) -> bool:
    plain = line.cells is None and bool(line.text) and len(line.text) < 100 and not line.text.endswith((".", ";", ","))
    listed = take_bullet(line.text)[0] or _shape(line) is not None
    return (
        plain
        and not listed
        and (LIKELY.search(line.text) is not None or line.bold)
        and not calls_itself_programme(line.text)
    )


def _told(lines: list[Line]) -> tuple[list[InformalEvent], int]:
    """The events that the paragraph below a heading lists, parted by semicolons, and its last line."""
    para = next(iter(paragraphs(lines)), None)
    if para is None or para.cells is not None or para.label or para.bullet or ";" not in para.text:
        return [], 0
    found = []
    for part in re.split(r";\s*(?:and\s+)?", para.text.partition(": ")[2] or para.text):
        match = _TOLD.match(part.strip(" ."))
        if match is None:
            return [], 0
        when, on, status = when_of(match["when"])
        found.append(InformalEvent(None, match["title"].strip(" ,"), (), when, on, status, para.line))
    return found, para.last_line


def _below(lines: list[Line], *, numbered: bool) -> tuple[list[InformalEvent], int]:
    """The events in the lines below a heading, and the last line of them; below one that is `numbered` none has a number."""
    found: list[InformalEvent] = []
    last = 0
    for line in lines:
        if line.blank or line.furniture:
            continue
        shape = _shape(line) if line.cells is None else None
        label = take_label(take_bullet(line.text)[1])[0]
        if shape and not (numbered and label):
            when, on, status = when_of(shape["when"])
            title = shape["title"].strip(" ,-–—")
            found.append(InformalEvent(label.mark if label else None, title, (), when, on, status, line.number))
            last = line.number
        elif found or not line.text.endswith("."):
            break
    return found, last


def _shape(line: Line) -> re.Match[str] | None:
    """What is to be, and when, of a line that says both, one after the other or in two columns."""
    words = take_label(take_bullet(line.text)[1])[1]
    columns = (
        _LAST.match(f"{line.left} - {line.text[len(line.left) :].strip()}")
        if line.left and line.left != line.text
        else None
    )
    return columns or _FIRST.match(words) or _LAST.match(words)
