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
LIKELY = re.compile(
    r"\b(?:informal|(?:site |member |service )?visits?|workshops?|briefings?|seminars?|(?:member )?(?:training|development)|away ?days?|(?:evidence|inquiry|spotlight) sessions?)\b",
    re.I,
)
_COLUMNS = {
    "number": r"^(?:no\.?|number|ref\.?|#)$",
    "on": r"^(?:(?:proposed |provisional |planned )?dates?(?: and time)?(?: of .*)?|when|day/date.*|timing|month|scheduled(?: for)?|date/.*)$",
    "title": r"^(?:(?:report/)?items?|titles?|sessions?|events?|topics?|subjects?|visits?|activit(?:y|ies)|workshops?|briefings?|purpose|description|details?|title of .*|what|(?:visit|session|event|workshop|briefing|topic)\b.*)$",
    "who": r"\b(?:organis\w+|leads?|led by|run by|given by|delivered by|presented by|trainer|provider|officers?|authors?|facilitat\w+|contact|arranged by|presenter|host|who)\b",
    "status": r"^(?:status|progress|position|outcome|notes?|comments?)$",
}
_ABOUT = re.compile(
    rf"\b(?:early|mid|late|end)[- ](?:of )?{MONTH}(?: 20\d\d)?|\b(?:spring|summer|autumn|winter) 20\d\d\b|\b{MONTH} 20\d\d\b",
    re.I,
)
_TO_ARRANGE = re.compile(
    r"\bto be (?:arranged|confirmed|determined|agreed|fixed|set|scheduled)\b|\btbc\b|\btba\b", re.I
)


@dataclass(frozen=True)
class Row:
    """A row of the schedule: its line, its cells as printed, and their words."""

    line: int
    printed: tuple[str, ...]
    cells: list[str]


def read_informal(lines: list[Line], known: set[str]) -> tuple[list[InformalEvent], list[Warning], set[int]]:
    """The rows of the schedule, what is amiss with them, and the lines used; `known` are people named elsewhere."""
    events: list[InformalEvent] = []
    warnings: list[Warning] = []
    used: set[int] = set()
    sure = next((i for i in range(len(lines)) if _starts(lines, i, _HEADING)), None)
    starts = [i for i in range(len(lines)) if _starts(lines, i, LIKELY) and _heads_below(lines, i)]
    for start in sorted({*starts, *([] if sure is None else [sure])}):
        if lines[start].number in used:
            continue
        rows, end = _rows(lines, start)
        heads = _heads_below(lines, start)
        names = known | _names_in_rows(rows)
        for row in rows:
            event, warning = _columned(row, heads) if heads else _positional(row, names)
            events += [event] if event else []
            warnings += warning
        used |= {line.number for line in lines[start:end]}
    return events, warnings, used


def _heads_below(lines: list[Line], start: int) -> dict[str, int] | None:
    """Which column of the table below a heading holds what; None unless it names a title and a date."""
    row = next((line for line in lines[start + 1 : start + 12] if line.cells and any(line.cells)), None)
    where: dict[str, int] = {}
    for index, cell in enumerate(row.cells or () if row else ()):
        words = cell_text(cell)
        name = next((n for n, pattern in _COLUMNS.items() if n not in where and re.search(pattern, words, re.I)), None)
        if name and len(words) < 50:
            where[name] = index
    two = row is not None and sum(map(bool, row.cells or ())) == 2
    return where if {"title", "on"} <= set(where) and (two or len(where) >= 3) else None


def _columned(row: Row, heads: dict[str, int]) -> tuple[InformalEvent | None, list[Warning]]:
    def cell(name: str) -> str:
        index = heads.get(name)
        return row.cells[index] if index is not None and index < len(row.cells) else ""

    if not cell("title") or (
        re.search(_COLUMNS["title"], cell("title"), re.I) and re.search(_COLUMNS["on"], cell("on"), re.I)
    ):
        return None, []
    people, organisation = authors_of(cell("who"))
    when, on, status = when_of(f"{cell('on')}; {cell('status')}".strip("; "))
    number = cell("number").rstrip(".)") or None
    return InformalEvent(
        number, cell("title"), people or ((organisation,) if organisation else ()), when, on, status, row.line
    ), []


def _positional(row: Row, names: set[str]) -> tuple[InformalEvent | None, list[Warning]]:
    """A row that begins with its number, where no head says what the columns hold."""
    if re.match(r"\d{1,3}[.)]?$", row.cells[0]) and len(row.cells) >= 2 and any(row.cells[1:]):
        return _event(row, names)
    return None, []


def _starts(lines: list[Line], index: int, heading: re.Pattern[str]) -> bool:
    line = lines[index]
    if (
        line.cells is not None
        or len(line.text) > 140
        or not heading.search(line.text)
        or (heading is LIKELY and re.search(r"\bwork(?:ing)? (?:programme|plan)\b", line.text, re.I))
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
    when, on, status = when_of(whole)
    number = row.cells[0].rstrip(".)")
    warnings = []
    if re.search(r"/\s*$|^\s*/", who):
        warnings.append(
            Warning("empty_owner", row.line, f"row {number}: the organiser cell has a slash and no name after it")
        )
    unclear = [
        name
        for name in names
        if len(name.split()) > 3 and name in people and re.fullmatch(r"(?:[A-Z][\w'’-]+(?: |$)){4,}", name)
    ]
    warnings += [
        Warning("ambiguous_person", row.line, f"row {number}: the names in “{name}” have nothing between them")
        for name in unclear
    ]
    return InformalEvent(number, title, tuple(names), when, on, status, row.line), warnings


def when_of(text: str) -> tuple[str | None, dt.date | None, str]:
    """What some words say of the time of an event: as printed, its day, and whether it is arranged, hoped for or past."""
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
