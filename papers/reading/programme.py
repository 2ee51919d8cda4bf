# ruff: noqa: E501 - a pattern reads better whole than broken
"""A work programme: tables of items under the date of each meeting, with their authors."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from papers.reading.dates import PrintedDate, find_dates, find_time, municipal_year
from papers.reading.facts import Programme, ProgrammeMeeting, ProgrammeRow
from papers.reading.lines import Line, cell_text
from papers.reading.people import authors_of
from papers.reading.places import committee_name, without_date_time

_TITLE_HEAD = re.compile(
    r"^(?:report\s?/\s?item|items?|topics?|subject|report(?: title)?|title|agenda items?|item/topic|issue|business|item of business|matter|item title)$",
    re.I,
)
_AUTHOR_HEAD = re.compile(
    r"\b(?:author|organiser|lead|officer|contact|presented by|report by|responsible|witness|owner|invitees?)", re.I
)
_NUMBER_HEAD = re.compile(r"^(?:no\.?|number|ref\.?|#|item no\.?)$", re.I)
_DATE_HEAD = re.compile(
    r"^(?:(?:meeting |committee )?date(?: of meeting)?|meeting|when|committee|scheduled(?: for)?)$", re.I
)
_NAMED = re.compile(r"\bwork(?:ing)? (?:programme|plan)|forward work programme|programme of work\b", re.I)


@dataclass
class Found:
    """The rows under one meeting, and the heading that gave its date."""

    heading: str
    line: int
    printed: PrintedDate | None
    rows: list[ProgrammeRow] = field(default_factory=list)


@dataclass
class Columns:
    """Which column of a table holds what; None where it has no such column."""

    title: int
    number: int | None
    author: int | None
    date: int | None


def read_programme(lines: list[Line], *, near: dt.date | None, taken: set[int]) -> list[Found]:
    """Every table of programme rows in the lines; `taken` are the lines other readers have used."""
    found: list[Found] = []
    heading: tuple[str, int, PrintedDate] | None = None
    columns: Columns | None = None
    named = False
    for line in lines:
        if line.number in taken or line.blank or line.furniture:
            continue
        if line.cells is None:
            named = named or (_NAMED.search(line.text) is not None and len(line.text) < 140)
            heading, columns = _heading_of(line.text, line.number) or (heading if columns is None else None), None
            continue
        cells = [cell_text(cell) for cell in line.cells]
        alone = _heading_row(cells, line.number)
        if alone:
            heading, columns = alone, None
        elif (heads := _columns(cells)) is not None:
            columns = (
                heads
                if (heading is not None or heads.date is not None) and (heads.author is not None or named)
                else None
            )
            if heading is not None and columns is not None and columns.date is None:
                found.append(Found(*heading))
        elif columns is not None:
            _add_row(found, columns, cells, line.number)
    return [each for each in found if each.rows]


def _heading_of(text: str, line: int) -> tuple[str, int, PrintedDate] | None:
    if len(text) > 140:
        return None
    dates = find_dates(text)
    if len(dates) != 1 or len(text) > 140 or (text.endswith((".", ";")) and not re.search(r"\bm\.$", text)):
        return None
    return text, line, dates[0]


def _heading_row(cells: list[str], line: int) -> tuple[str, int, PrintedDate] | None:
    filled = [cell for cell in cells if cell]
    return _heading_of(filled[0], line) if len(filled) == 1 else None


def _columns(cells: list[str]) -> Columns | None:
    def where(pattern: re.Pattern[str], *, search: bool = False) -> int | None:
        test = pattern.search if search else pattern.match
        return next((i for i, cell in enumerate(cells) if cell and len(cell) < 60 and test(cell)), None)

    title = where(_TITLE_HEAD)
    if title is None or sum(1 for cell in cells if cell) < 2:
        return None
    author = next(
        (i for i, cell in enumerate(cells) if i != title and len(cell) < 60 and _AUTHOR_HEAD.search(cell)), None
    )
    date = where(_DATE_HEAD)
    return Columns(title, where(_NUMBER_HEAD), author, date if date != title else None)


def _add_row(found: list[Found], columns: Columns, cells: list[str], line: int) -> None:
    def cell(index: int | None) -> str:
        return cells[index] if index is not None and index < len(cells) else ""

    if columns.date is not None and cell(columns.date):
        dates = find_dates(cell(columns.date))
        found.append(Found(cell(columns.date), line, dates[0] if dates else None))
    if not found:
        return
    title, author = cell(columns.title), cell(columns.author)
    rows = found[-1].rows
    if title and not (cell(columns.number) or author) and rows and columns.number is not None:
        last = rows[-1]
        rows[-1] = ProgrammeRow(last.number, f"{last.title} {title}", last.authors, last.organisation, last.line)
        return
    if title:
        people, organisation = authors_of(author)
        rows.append(ProgrammeRow(cell(columns.number).rstrip(".") or None, title, people, organisation, line))


def as_programme(found: list[Found], lines: list[Line], committee: str | None) -> tuple[Programme, ...]:
    """The programme of each meeting, with the committee and the municipal year its title prints."""
    return tuple(_programme(each, lines, committee) for each in found)


def _programme(found: Found, lines: list[Line], committee: str | None) -> Programme:
    year = name = None
    for line in reversed(lines[max(0, found.line - 120) : found.line - 1]):
        if line.cells is None and line.text and _NAMED.search(line.text) and len(line.text) < 140:
            year = municipal_year(line.text)
            before = next(
                (each.text for each in reversed(lines[max(0, line.number - 4) : line.number - 1]) if each.text), ""
            )
            name = (
                committee_name(before)
                if re.search(r"\b(?:committee|board|panel|commission)\b", before, re.I) and len(before) < 120
                else None
            )
            break
    on = found.printed.on if found.printed else None
    meeting = ProgrammeMeeting(
        on,
        found.printed.weekday if found.printed else None,
        find_time(found.heading),
        without_date_time(found.heading) or None,
    )
    return Programme(committee or name, year or (year_of(on) if on and year else None), meeting, tuple(found.rows))


def year_of(day: dt.date) -> str:
    """The municipal year of a day, taken to begin with May."""
    first = day.year if day.month >= 5 else day.year - 1
    return f"{first}/{(first + 1) % 100:02}"
