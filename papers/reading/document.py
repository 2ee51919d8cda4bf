# ruff: noqa: E501 - a pattern reads better whole than broken
"""The reader: the text of a council paper in, everything it says out."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from papers.reading import checks
from papers.reading.agenda import read_agenda
from papers.reading.aligned import as_tables
from papers.reading.blanks import as_numbered, blanks_as_one
from papers.reading.by_name import bare_names, given_names
from papers.reading.columns import split_columns
from papers.reading.dates import find_dates
from papers.reading.due_rules import Held
from papers.reading.errors import NotAPaper
from papers.reading.facts import InformalEvent, Item, Programme, Reading, Reference, TrackerRow, Warning
from papers.reading.furniture import set_aside_furniture
from papers.reading.further import each_minutes
from papers.reading.informal import read_informal
from papers.reading.informal_lists import read_informal_lists
from papers.reading.kinds import KINDS, is_minutes, is_other, kind_of, may_recommend, says_something
from papers.reading.left_titles import with_titles_above
from papers.reading.letters import body_of, letter_items
from papers.reading.lines import Line, read_lines
from papers.reading.loose_numbers import with_numbers_first
from papers.reading.meetings import front_sheet, head_of, meetings_of
from papers.reading.minutes import NEXT_MEETING, Minutes, find_items, read_items
from papers.reading.places import Head, read_head
from papers.reading.plan_blocks import is_plan, read_plans
from papers.reading.programme import Found, as_programme, begins, read_programme
from papers.reading.recommendations import read_recommendations
from papers.reading.references import references_in
from papers.reading.reports import read_report
from papers.reading.schedule import read_schedule
from papers.reading.sections import Sections, action_rows, find_sections, headed_minutes
from papers.reading.trackers import calls_itself_tracker, read_trackers
from papers.reading.whose import committee_of, council_of, people_in

MOST_CHARACTERS = 4_000_000  # the largest packs of councils have about a tenth of that
_BODY = re.compile(r"\b(?:committee|board|panel|council|cabinet|commission|scrutiny|councillors?)\b", re.I)


def read(text: str, *, kind: str = "auto") -> Reading:
    """Read one council paper.

    `kind` is one of KINDS; "auto" tells it from what the paper holds. Raises NotAPaper, with one line saying how
    to mend it, when the text holds nothing of a council paper; ValueError for a kind that is not one of KINDS.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind} is no kind of paper: use one of {', '.join(KINDS)}")
    _refuse_noise(text, kind)
    text, numbers = blanks_as_one(text)
    lines = with_titles_above(read_lines(as_tables(text)))
    lines = with_numbers_first(lines) if headed_minutes(lines) else lines
    reading = as_numbered(_read(set_aside_furniture(split_columns(lines)), kind), numbers)
    if not says_something(reading):
        raise NotAPaper(
            "There is nothing of a council paper in this text: no meeting, item, resolution, programme or report was found."
        )
    return reading


def _refuse_noise(text: str, kind: str) -> None:
    if not text.strip():
        raise NotAPaper("The text is empty: choose the file that holds the paper.")
    if len(text) > MOST_CHARACTERS:
        raise NotAPaper(
            f"This text is longer than {MOST_CHARACTERS // 1_000_000} million characters: read one paper of it at a time."
        )
    sample = text[:100_000]
    if kind == "auto" and _BODY.search(sample) is None and _BODY.search(text[100_000:]) is None:
        raise NotAPaper("This is not a council paper: it names no committee, board, council or councillor.")
    spaces = sum(sample.count(c) for c in " \n\t")
    if len(sample) > 5_000 and spaces < len(sample) / 60:
        raise NotAPaper("This text has hardly any spaces between its words: save the paper as text again.")


@dataclass(frozen=True)
class _Tables:
    """What the tables and lists of a paper give before its sections are found, and the lines they take."""

    informal: list[InformalEvent]
    warnings: list[Warning]
    programme: list[Found]
    trackers: list[TrackerRow]
    taken: set[int]
    listed: set[int]


def _tables(lines: list[Line], kind: str) -> _Tables:
    informal, warnings, taken = read_informal(lines, people_in(lines))
    more, listed = read_informal_lists(lines, taken)
    taken |= listed
    used = taken | action_rows(lines)
    programme = read_programme(lines, near=begins(lines), taken=used) if _may_plan(lines, kind) else []
    trackers, tracked = read_trackers(lines, used) if kind in ("auto", "pack", "tracker") else ([], set())
    rows = {row.line for found in programme for row in found.rows} | {found.line for found in programme}
    return _Tables([*informal, *more], warnings, programme, trackers, taken | tracked | rows, listed)


@dataclass(frozen=True)
class _Parts:
    """What a paper is made of: its sections, the agenda's items and head, the minutes in it, and its programme."""

    sections: Sections
    items: tuple[Item, ...]
    head: Head | None
    minutes: list[Minutes]
    programme: list[Found]

    @property
    def first(self) -> Minutes | None:
        """The minutes of the meeting that the paper is of, where it has any."""
        return self.minutes[0] if self.minutes else None


def _parts(lines: list[Line], kind: str, tables: _Tables) -> _Parts:
    trackers, programme = tables.trackers, tables.programme
    tracked = kind == "auto" and bool(trackers) and calls_itself_tracker(lines)
    sections = find_sections(lines, kind="tracker" if tracked else kind, taken=tables.taken)
    items = read_agenda(list(sections.agenda)) if sections.agenda else letter_items(sections.letter)
    head = _front_head(sections, items)
    first, *further = each_minutes(list(sections.minutes)) if sections.agenda else [list(sections.minutes)]
    minutes = find_items(first) if first else None
    if minutes is not None:
        read_items(minutes, _held(minutes, head, programme))
        other = kind == "auto" and is_other(lines, minutes, planned=bool(programme), tracked=bool(trackers))
        minutes = minutes if is_minutes(minutes, kind) and not other else None
    if not (programme or minutes or sections.agenda or sections.letter or sections.reports):
        free = [line for line in lines if line.number not in tables.listed]
        programme = read_schedule(free, begins(lines)) if kind in ("auto", "programme") else []
    every = [minutes, *_further(further, head, programme)] if minutes else []
    return _Parts(sections, items, head, every, programme)


def _read(lines: list[Line], kind: str) -> Reading:
    tables = _tables(lines, kind)
    parts = _parts(lines, kind, tables)
    sections, minutes, programme, trackers = parts.sections, parts.first, parts.programme, tables.trackers
    reports = tuple(read_report(list(report)) for report in sections.reports if report)
    committee = committee_of(parts.head, minutes, reports, lines)
    resolved = checks.resolved_dates(minutes.items) if minutes else {}
    programmes = as_programme(programme, lines, committee)
    recommendations = (
        tuple(read_recommendations(lines)) if may_recommend(kind, minutes, sections, programme or trackers) else ()
    )
    meetings = meetings_of(
        sections, parts.items, parts.head, parts.minutes, programme, reports, resolved, committee, lines,
        tables.informal, trackers, recommendations,
    )  # fmt: skip
    plans, plan_warnings = read_plans(lines, tables.taken, kind, reported=bool(reports))
    warnings = [*tables.warnings, *plan_warnings, *checks.owner_warnings(trackers)]
    warnings += _warnings(lines, parts.minutes, programme, programmes, resolved)
    reading = Reading(
        "",
        council_of(lines),
        meetings,
        programmes,
        tuple(tables.informal),
        plans,
        reports,
        recommendations,
        tuple(trackers),
        _references_outside(lines, minutes),
        tuple(sorted(set(warnings), key=lambda w: (w.line, w.code, w.text))),
    )
    return replace(reading, kind=kind if kind != "auto" else kind_of(reading, sections, minutes))


def _further(parts: list[list[Line]], head: Head | None, programme: list[Found]) -> list[Minutes]:
    """The minutes of other meetings below the first in a pack."""
    found = [find_items(part) for part in parts]
    for minutes in found:
        read_items(minutes, _held(minutes, head, programme))
    return [minutes for minutes in found if is_minutes(minutes, "auto")]


def _may_plan(lines: list[Line], kind: str) -> bool:
    """Whether the tables of a paper may be those of a work programme."""
    other = kind == "auto" and (is_plan(lines) or calls_itself_tracker(lines))
    return kind in ("auto", "pack", "programme", "agenda", "report") and not other


def _warnings(
    lines: list[Line],
    recorded: list[Minutes],
    programme: list[Found],
    programmes: tuple[Programme, ...],
    resolved: dict[dt.date, checks.Settled],
) -> list[Warning]:
    """What is amiss with the dates, the minutes and the programme."""
    found = checks.weekday_warnings(lines)
    for minutes in recorded:
        items = minutes.items
        found += [*minutes.warnings, *checks.reference_warnings(items), *checks.year_warnings(items)]
        found += checks.numbering_warnings(items)
    found += checks.programme_year_warnings(programme)
    headings = {each.printed.on: each.line for each in programme if each.printed and each.printed.on}
    return found + checks.venue_warnings(programmes, headings, resolved)


def _front_head(sections: Sections, items: tuple[Item, ...]) -> Head | None:
    """The head of the agenda or the letter, all that stands above the first item; None when the paper has neither."""
    if sections.letter:
        return read_head(list(body_of(sections.letter)[:80]))
    if not sections.agenda:
        return None
    above = head_of(front_sheet(sections, items))
    return above if above.committee and above.printed else head_of([*sections.front, *sections.agenda[:25]])


def _held(minutes: Minutes, head: Head | None, programme: list[Found]) -> Held:
    """What is known of meetings before the clauses are read: this one, and those that come after."""
    on = minutes.head.printed.on if minutes.head.printed else None
    later = [found.printed.on for found in programme if found.printed and found.printed.on]
    if head is not None and head.printed and head.printed.on:
        later.append(head.printed.on)
    for heading, body in minutes.sections:
        if re.search(r"\b(?:next|future|dates?)\b.*\bmeetings?\b|\bmeetings?\b.*\bdates?\b", heading.title, re.I):
            told = [para for para in body if para.cells is None and find_dates(para.text)]  # beside a table of actions
            later += [d.on for para in told or body for d in find_dates(para.text) if d.on]
    foretold = (para.text for _, body in minutes.sections for para in body if NEXT_MEETING.search(para.text))
    later += [d.on for text in foretold for d in find_dates(text) if d.on]
    return Held(
        on,
        tuple(day for day in later if on is None or day > on),
        given_names(minutes.attendance),
        bare_names(minutes.attendance),
    )


def _references_outside(lines: list[Line], minutes: Minutes | None) -> tuple[Reference, ...]:
    inside = range(minutes.first_line, minutes.last_line + 1) if minutes else range(0)
    return tuple(r for line in lines if line.number not in inside for r in references_in(line.text, line.number))
