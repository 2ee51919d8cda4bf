# ruff: noqa: E501 - a pattern reads better whole than broken
"""A schedule of informal meetings, workshops and visits."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Row:
    """A row of the schedule: its line, its cells as printed, and their words."""

    line: int
    printed: tuple[str, ...]
    cells: list[str]


def read_informal(lines: list[Line], known: set[str]) -> tuple[list[InformalEvent], list[Warning], set[int]]:
    """The rows of the schedule, what is amiss with them, and the lines used; `known` are people named elsewhere."""
    start = next((i for i, line in enumerate(lines) if _starts(lines, i)), None)
    if start is None:
        return [], [], set()
    events: list[InformalEvent] = []
    warnings: list[Warning] = []
    rows, end = _rows(lines, start)
    names = known | _names_in_rows(rows)
    for row in rows:
        if re.match(r"\d{1,3}[.)]?$", row.cells[0]) and len(row.cells) >= 2 and any(row.cells[1:]):
            event, warning = _event(row, names)
            events.append(event)
            warnings += warning
    return events, warnings, {line.number for line in lines[start:end]}


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


def _rows(lines: list[Line], start: int) -> tuple[list[Row], int]:
    rows: list[Row] = []
    index = start + 1
    while index < len(lines):
        line = lines[index]
        if line.cells:
            rows.append(Row(line.number, line.cells, [cell_text(cell) for cell in line.cells]))
        elif line.text and not line.furniture and rows:
            break
        index += 1
    return rows, index


def _names_in_rows(rows: list[Row]) -> set[str]:
    """People the rows themselves name: alone in a cell, or in the sentence about the event."""
    alone = {part.strip() for row in rows for part in row.cells[-1].split("/") if len(part.split()) == 2}
    prose = {
        match.group()
        for row in rows
        for match in re.finditer(r"(?<![A-Z] )\b[A-Z][a-z'’]+ [A-Z][a-z'’]+(?=,|\s[a-z])", " ".join(row.cells[1:-1]))
    }
    return alone | prose


def _event(row: Row, known: set[str]) -> tuple[InformalEvent, list[Warning]]:
    paragraphs = cell_paragraphs(row.printed[1])
    title, whole = paragraphs[0] if paragraphs else "", fold(" ".join(paragraphs))
    who = row.cells[-1] if len(row.cells) > 2 else ""
    people, organisation = authors_of(who)
    names = [name for person in people for name in run_together(person, known)] or (
        [organisation] if organisation else []
    )
    when, on, status = _when(whole)
    number = row.cells[0].rstrip(".)")
    warnings = []
    if re.search(r"/\s*$|^\s*/", who):
        warnings.append(
            Warning("empty_owner", row.line, f"row {number}: the organiser cell has a slash and no name after it")
        )
    unclear = [
        name
        for name in names
        if len(name.split()) > 3 and name in people and re.fullmatch(r"(?:[A-Z][\w'’-]+ ?){4,}", name)
    ]
    warnings += [
        Warning("ambiguous_person", row.line, f"row {number}: the names in “{name}” have nothing between them")
        for name in unclear
    ]
    return InformalEvent(number, title, tuple(names), when, on, status, row.line), warnings


def _when(text: str) -> tuple[str | None, dt.date | None, str]:
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
