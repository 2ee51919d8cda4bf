# ruff: noqa: E501 - a pattern reads better whole than broken
"""A work programme: tables of items under the date of each meeting, with their authors."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from papers.reading.committees import committee_name
from papers.reading.dates import MONTH, MONTH_YEAR, MONTHS, PrintedDate, find_dates, find_time, municipal_year
from papers.reading.facts import Programme, ProgrammeMeeting, ProgrammeRow
from papers.reading.labels import BULLET, take_bullet
from papers.reading.lines import Line, cell_paragraphs, cell_text
from papers.reading.people import authors_of
from papers.reading.table_heads import ACTION_HEADS
from papers.reading.venues import without_date_time

_TITLE_HEAD = re.compile(
    r"^(?:(?:proposed |scrutiny |agenda |work |main |planned )?(?:items?|topics?|issues?|reports?|business|subjects?|matters?)(?: ?/ ?\w+)?(?: (?:title|of business|for (?:scrutiny|discussion|consideration|the agenda)|and purpose|to be considered|\([^()]*\)))?|title(?: of (?:item|report))?|report\s?/\s?item|item/topic|review(?: topic)?|agenda|what)$",
    re.I,
)
_AUTHOR_HEAD = re.compile(
    r"\b(?:author|organiser|lead|officer|contact|presented by|report by|report of|responsible|witness|owner|invitees?|presenter|who)",
    re.I,
)
_NUMBER_HEAD = re.compile(r"^(?:no\.?|number|ref\.?|#|item no\.?)$", re.I)
_DATE_HEAD = re.compile(
    r"^(?:(?:proposed |target |scheduled |committee |panel |board |agenda )?(?:meeting )?dates?(?: (?:of|for) (?:the )?(?:meeting|committee|panel|scrutiny))?|(?:target )?meeting(?: and venue)?|when|committee|month|cycle|quarter|report(?:ing|s)? (?:back )?to (?:the )?committee|scheduled(?: for)?|programmed for|timing|timescale)$",
    re.I,
)
_PAPERS_DAY = re.compile(r"\([^()]*\b(?:des?patch|dispatch|deadline|publi\w+|papers?|reports?|agenda)\b[^()]*\)", re.I)
_DATE_LABEL = re.compile(r"^[A-Za-z ]{0,24}\b(?:meeting|date)s?\b[A-Za-z ]{0,16}(?:\d{1,2}\s*)?(?::|-|–)\s*", re.I)
_TITLED = re.compile(r"^(?:title|subject|topic)$", re.I)
_PAGES = re.compile(r"^pages?(?: nos?\.?| numbers?)?$", re.I)
_AGENDA = re.compile(r"^A ?G ?E ?N ?D ?A$", re.I)
_NOTHING_YET = re.compile(
    r"\W*(?:(?:items? )?(?:to be (?:agreed|confirmed|decided|determined)|tbc|tba)|no(?:ne| items)(?: yet| at present)?)?\W*",
    re.I,
)
_PLURAL = re.compile(r"^(?:\w+ )?(?:items|topics|issues|reports|subjects|matters|business|agenda)\b", re.I)
_NAMED = re.compile(
    r"\bwork(?:ing)?[- ]?(?:programme|plan|program)\b|\b(?:programme|plan) of (?:work|business|meetings|scrutiny|reviews)\b|\b(?:scrutiny|forward|business|review|meetings?) programme\b",
    re.I,
)
_OF_THE_PAPER = re.compile(
    r"\b(?:as at|updated|published|revised|version|agreed (?:on|at)|deadline|despatch|dispatch|publication|papers (?:due|to)|reports? (?:due|to) )\b",
    re.I,
)
_MONTH = re.compile(rf"{MONTH} 20\d\d", re.I)
UNDATED = re.compile(
    r"\b(?:to be (?:scheduled|programmed|timetabled|arranged|allocated|confirmed|agreed|decided)|no date\b|(?:un|not yet |yet to be |awaiting (?:a )?)(?:(?:on )?a date|date|scheduling|scheduled|programmed|timetabled|allocated)|date (?:tbc|tba|not set|to be)|(?:future|possible|potential|suggested|reserve|pending|other|additional|later|unallocated|longer[- ]term)\b.{0,24}\b(?:meetings?|items?|topics?|reports?|list|business|inclusion)|(?:items?|topics?|reports?) (?:for|held|in|without|pending)\b.{0,40}|standing items?|reserve list|parking lot|holding list|waiting list|long ?list|backlog)\b",
    re.I,
)
_MONTH_FIRST = re.compile(rf"^{MONTH}(?: 20\d\d)?\s*(?:-|–|—|:)\s*", re.I)
_MONTH_ALONE = re.compile(rf"^{MONTH}\s*[-–—:(]\s*$", re.I)
_SENTENCES = re.compile(r"[a-z]\.\s+[A-Z]|\b(?:should|must|would|could)\b")  # that tell of a programme
_DAYS = 3  # headings that are the days of meetings; fewer may be anything
Heading = tuple[str, int, PrintedDate | None]


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
    several: bool = False


def read_programme(lines: list[Line], *, near: dt.date | None, taken: set[int]) -> list[Found]:
    """Every table of programme rows in the lines; `taken` are the lines other readers have used."""
    found: list[Found] = []
    heading: Heading | None = None
    columns: Columns | None = None
    named = agenda = False
    for line in lines:
        if line.number in taken or line.blank or line.furniture:
            continue
        if line.cells is None:
            named = named or calls_itself_programme(line.text)
            agenda = not named and (agenda or _AGENDA.match(line.text) is not None)
            heading, columns = (
                heading_of(line, named, near) or (_with_venue(heading, line) if columns is None else None),
                None,
            )
            continue
        cells = [cell_text(cell) for cell in line.cells]
        alone = _heading_row(cells, line, named, near)
        if alone:
            heading = alone
            columns = columns or (_bare(cells) if named else None)
            found += [Found(*alone)] if columns and (columns.date is None or alone[2] is None) else []
        elif (
            (heads := _columns(cells)) is not None
            and (heads.date is not None or not any(map(ACTION_HEADS.match, cells)))
            and (columns is None or heads.date is not None or heads.title == columns.title or heads.number is not None)
        ):
            dated = heading is not None or heads.date is not None
            columns = heads if dated and not agenda and (heads.author is not None or named) else None
            if heading is not None and columns is not None and columns.date is None:
                found.append(Found(*heading))
        elif columns is not None:
            _add_row(found, columns, line, cells, near)
    return [each for each in found if each.rows]


def calls_itself_programme(text: str) -> bool:
    """Whether a line of a paper's head says that it is a work programme."""
    return _NAMED.search(text) is not None and len(text) < 140 and _SENTENCES.search(text) is None


def reads_as_programme(lines: list[Line]) -> bool:
    """Whether a paper calls itself a work programme at its head, or has the days of meetings for its headings."""
    head = [line.text for line in lines if line.text][:12]
    days = (line for line in lines if line.bold and line.cells is None and len(line.text) < 60)
    dated = [line for line in days if (found := heading_of(line, named=False)) and not venue_of(found[0])]
    return any(map(calls_itself_programme, head)) or len(dated) >= _DAYS


def begins(lines: list[Line]) -> dt.date | None:
    """When the programme begins that the head of a paper names: with the months, or the municipal year, that it prints."""
    head = [line.text for line in lines if line.text and not line.text.endswith(".")][:14]
    for text in (*(each for each in head if _NAMED.search(each)), *head):
        months = MONTH_YEAR.search(text)
        year = municipal_year(text)
        if months and len(MONTH_YEAR.findall(text)) == 2:
            return dt.date(int(months["year"]), MONTHS[months["month"].lower()], 1)
        if year:
            return dt.date(int(year[:4]), 5, 1)
        if _NAMED.search(text) and (alone := re.findall(r"\b20\d\d\b", text)) and not find_dates(text):
            return dt.date(int(alone[0]), 1, 1)
    return None


def heading_of(line: Line, named: bool, near: dt.date | None = None) -> Heading | None:
    """The heading that says of which meeting the items below are: its words, line and date; None when it is none.

    A paper that is `named` a work programme may have a heading for the items that have no meeting yet, and days that
    print no year: those are the first not before `near`.
    """
    text = line.text
    if len(text) > 140 or text[:1].islower() or (text.endswith((".", ";")) and not re.search(r"\bm\.$", text)):
        return None
    dates = find_dates(text) or _within_month(text) or (_without_year(text, near) if named and near else [])
    if len(dates) == 1 and not _OF_THE_PAPER.search(text):
        return text, line.number, dates[0]
    if named and not dates and (UNDATED.search(text) or _MONTH.fullmatch(text)) and len(text) < 80:
        return text, line.number, None
    return None


def _within_month(text: str) -> list[PrintedDate]:
    """The day without a year in a heading that begins with its month and year: "AUGUST 2025 (meeting on 28 August)"."""
    match = MONTH_YEAR.match(text)
    first = dt.date(int(match["year"]), MONTHS[match["month"].lower()], 1) if match else None
    return [replace(each, year_missing=False) for each in find_dates(text[match.end() :], near=first)] if match else []


def _without_year(text: str, near: dt.date) -> list[PrintedDate]:
    """The day that a heading begins with, its year left to the title of the programme."""
    dates = find_dates(text, near=near)
    before = _MONTH_ALONE.sub("", _DATE_LABEL.sub("", text[: dates[0].start])) if dates else ""
    return dates if dates and len(text) < 80 and not before else []


def _with_venue(heading: Heading | None, line: Line) -> Heading | None:
    """The heading, with the venue or the time that a line of its own below it prints."""
    match = re.match(r"(?:venue|location|place|time)\s*:\s*(?P<what>.+)$", line.text, re.I)
    if heading is None or match is None:
        return heading
    return f"{heading[0]}, {match['what']}", heading[1], heading[2]


def _heading_row(cells: list[str], line: Line, named: bool, near: dt.date | None) -> Heading | None:
    filled = [cell for cell in cells if cell]
    return heading_of(Line(line.number, filled[0]), named, near) if len(filled) == 1 else None


def _columns(cells: list[str]) -> Columns | None:
    def where(pattern: re.Pattern[str], *, search: bool = False) -> int | None:
        test = pattern.search if search else pattern.match
        return next((i for i, cell in enumerate(cells) if cell and len(cell) < 60 and test(cell)), None)

    title, number = where(_TITLE_HEAD), where(_NUMBER_HEAD)
    second = None if title is None else next((i for i in range(title + 1, len(cells)) if _TITLED.match(cells[i])), None)
    if (
        title is not None
        and second is not None
        and number is None
        and re.match(r"(?:agenda )?items?$", cells[title], re.I)
    ):
        title, number = second, title
    if title is None or any(map(_PAGES.match, cells)) or sum(1 for cell in cells if cell) < 2:
        return None
    author = next(
        (i for i, cell in enumerate(cells) if i != title and len(cell) < 60 and _AUTHOR_HEAD.search(cell)), None
    )
    date = where(_DATE_HEAD)
    return Columns(title, number, author, date if date != title else None, _PLURAL.match(cells[title]) is not None)


def _add_row(found: list[Found], columns: Columns, line: Line, cells: list[str], near: dt.date | None) -> None:
    def cell(index: int | None) -> str:
        return cells[index] if index is not None and index < len(cells) else ""

    when = cell(columns.date)
    if columns.date is not None and when and not (found and found[-1].heading == when):
        found.append(Found(when, line.number, next(iter(find_dates(when, near=near)), None)))
    if not found:
        return
    author, rows = cell(columns.author), found[-1].rows
    titles = _titles(line.cells or (), columns)
    if titles and not (cell(columns.number) or author) and rows and columns.number is not None:
        last = rows[-1]
        rows[-1] = ProgrammeRow(last.number, f"{last.title} {titles[0]}", last.authors, last.organisation, last.line)
        return
    people, organisation = authors_of(author) if len(titles) == 1 else ((), None)
    for title in titles:
        number = re.match(r"(?P<number>\d{1,2})[.)]\s+(?=[A-Z])", title) if columns.number is None else None
        printed = number["number"] if number else cell(columns.number).rstrip(".") or None
        rows.append(
            ProgrammeRow(printed, title[number.end() :] if number else title, people, organisation, line.number)
        )


def _bare(cells: list[str]) -> Columns | None:
    """The columns of a table that has dates but no heads: the title comes first, whose it is next."""
    return Columns(0, None, 1, None) if len(cells) == 2 else None


def _titles(printed: tuple[str, ...], columns: Columns) -> list[str]:
    """The titles in a row: a cell under a head in the plural holds one to a paragraph; else further ones tell of the first."""
    parts = cell_paragraphs(printed[columns.title]) if columns.title < len(printed) else []
    if len(parts) == 1 and _NOTHING_YET.fullmatch(parts[0]):
        return []
    if len(parts) == 1 and columns.several and ";" in parts[0]:
        parts = [part.strip() for part in re.split(r";\s+(?:and\s+)?", parts[0].rstrip(" ;."))]
    listed = [take_bullet(part)[1] for part in parts]
    if len(parts) > 1 and (columns.several or all(BULLET.match(part) for part in parts)):
        return listed
    told = len(parts) > 1 and any(part.endswith(".") or len(part) > 80 for part in parts[1:])
    return listed[:1] if told else [" ".join([*listed[:1], *parts[1:]])] if parts else []


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
        venue_of(found.heading),
    )
    return Programme(committee or name, year or (year_of(on) if on and year else None), meeting, tuple(found.rows))


def venue_of(heading: str) -> str | None:
    """What the heading of a meeting's items prints beside its date and time; None for a heading without a date."""
    if not find_dates(heading):
        return None
    bare = _DATE_LABEL.sub("", _PAPERS_DAY.sub("", heading))
    rest = without_date_time(_MONTH_FIRST.sub("", bare))
    within = rest.startswith("(") or rest.count("(") != rest.count(")")
    return (rest.strip(" ,()") if within else rest) or None


def year_of(day: dt.date) -> str:
    """The municipal year of a day, taken to begin with May."""
    first = day.year if day.month >= 5 else day.year - 1
    return f"{first}/{(first + 1) % 100:02}"
