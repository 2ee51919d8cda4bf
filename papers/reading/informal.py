# ruff: noqa: E501 - a pattern reads better whole than broken
"""A schedule of informal meetings, workshops and visits."""

from __future__ import annotations

import re

from papers.reading.dates import MONTH, find_dates
from papers.reading.facts import InformalEvent, Warning
from papers.reading.lines import Line, cell_paragraphs, cell_text, fold
from papers.reading.people import authors_of, run_together

_HEADING = re.compile(
    r"\b(?:informal (?:meetings?|workshops?|sessions?|briefings?|activit)|workshops?\s*/\s*site visits|site visits\b.{0,40}\b(?:schedule|programme|20\d\d)|schedule of (?:informal|site|visits))",
    re.I,
)
_ORGANISER = re.compile(r"\borganiser|\blead|\bofficer|\bauthor|\bfacilitat", re.I)
_ABOUT = re.compile(
    rf"\b(?:early|mid|late|end)[- ](?:of )?{MONTH}(?: 20\d\d)?|\b(?:spring|summer|autumn|winter) 20\d\d\b|\b{MONTH} 20\d\d\b",
    re.I,
)
_TO_ARRANGE = re.compile(r"\bto be (?:arranged|confirmed|determined|agreed)\b|\btbc\b|\btba\b", re.I)


def read_informal(lines: list[Line], known: set[str]) -> tuple[list[InformalEvent], list[Warning], set[int]]:
    """The rows of the schedule, what is amiss with them, and the lines used; `known` are people named elsewhere."""
    start = next((i for i, line in enumerate(lines) if _starts(lines, i)), None)
    if start is None:
        return [], [], set()
    events, warnings, used = [], [], set()
    rows, end = _rows(lines, start)
    raw = [(line, [cell_text(cell) for cell in line.cells]) for line in rows]
    names = known | _names_in_rows(raw)
    for line, cells in raw:
        if re.match(r"\d{1,3}[.)]?$", cells[0]) and len(cells) >= 2 and any(cells[1:]):
            event, warning = _event(line, cells, names)
            events.append(event)
            warnings += warning
    used.update(line.number for line in lines[start:end])
    return events, warnings, used


def _starts(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if (
        line.cells is not None
        or len(line.text) > 140
        or not _HEADING.search(line.text)
        or line.text.endswith((".", ";"))
    ):
        return False
    table = next(
        (each for each in lines[index + 1 : index + 8] if each.text and not each.furniture and each.cells is not None),
        None,
    )
    return table is not None


def _rows(lines: list[Line], start: int) -> tuple[list[Line], int]:
    rows, index = [], start + 1
    while index < len(lines):
        line = lines[index]
        if line.cells:
            rows.append(line)
        elif line.text and not line.furniture and rows:
            break
        index += 1
    return rows, index


def _names_in_rows(raw: list[tuple[Line, list[str]]]) -> set[str]:
    """People the rows themselves name: alone in a cell, or in the sentence about the event."""
    names: set[str] = set()
    for _, cells in raw:
        for cell in cells:
            for match in re.finditer(r"\b[A-Z][a-z'’]+ (?:Mc)?[A-Z][a-z'’]+\b", cell):
                names.add(match.group())
    alone = {part.strip() for _, cells in raw for part in cells[-1].split("/") if len(part.split()) == 2}
    prose = {
        match.group()
        for _, cells in raw
        for match in re.finditer(r"(?<![A-Z] )\b[A-Z][a-z'’]+ [A-Z][a-z'’]+(?=,|\s[a-z])", " ".join(cells[1:-1]))
    }
    return alone | prose


def _event(line: Line, cells: list[str], known: set[str]) -> tuple[InformalEvent, list[Warning]]:
    paragraphs = cell_paragraphs(line.cells[1])
    title, whole = paragraphs[0] if paragraphs else "", fold(" ".join(paragraphs))
    who = cells[-1] if len(cells) > 2 else ""
    people, organisation = authors_of(who)
    names = [name for person in people for name in run_together(person, known)] or (
        [organisation] if organisation else []
    )
    when, on, status = _when(whole)
    number = cells[0].rstrip(".)")
    warnings = []
    if re.search(r"/\s*$|^\s*/", who):
        warnings.append(
            Warning("empty_owner", line.number, f"row {number}: the organiser cell has a slash and no name after it")
        )
    unclear = [
        name
        for name in names
        if len(name.split()) > 3 and name in people and re.fullmatch(r"(?:[A-Z][\w'’-]+ ?){4,}", name)
    ]
    warnings += [
        Warning("ambiguous_person", line.number, f"row {number}: the names in “{name}” have nothing between them")
        for name in unclear
    ]
    return InformalEvent(number, title, tuple(names), when, on, status, line.number), warnings


def _when(text: str):
    dates = [each for each in find_dates(text) if each.on]
    expected = re.search(r"\banticipated|\bcould be held|\bhoped|\bexpected|\bproposed", text, re.I)
    about = _ABOUT.search(re.sub(r"\b\d{1,2}(?:st|nd|rd|th)? (?=[A-Z])", "@@", text))
    if expected and not dates and about:
        return about.group(), None, "anticipated"
    if dates:
        day = dates[0]
        took_place = re.search(r"\btook place|\bwas held|\bwere held|\bhas been held|\bgave a presentation", text, re.I)
        return day.text, day.on, "held" if took_place else "anticipated" if expected else "arranged"
    if about:
        return about.group(), None, "anticipated"
    match = _TO_ARRANGE.search(text)
    return (match.group() if match else None), None, "to_be_arranged"
