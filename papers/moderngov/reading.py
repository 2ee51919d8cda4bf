"""A meeting of the service as a reading: items, people and dates as the service has them, clauses by the grammar.

The service says where each item begins, so that is not guessed from the text; what minutes ask for is read from it
exactly as from a paper.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from papers.moderngov.composing import UNTITLED, Composed, Placed, composed
from papers.moderngov.records import Attendee, MeetingFull
from papers.reading import checks, facts
from papers.reading.agenda import read_agenda
from papers.reading.columns import split_columns
from papers.reading.dates import find_dates, find_time, weekday_of
from papers.reading.due_rules import Held
from papers.reading.lines import Line, read_lines
from papers.reading.minutes import Minutes, read_items
from papers.reading.names import apologies_in
from papers.reading.paragraphs import Para, paragraphs
from papers.reading.places import Head
from papers.reading.titles import Heading

_NEXT_MEETINGS = re.compile(
    r"\b(?:next|future|dates?)\b.*\bmeetings?\b|\bmeetings?\b.*\bdates?\b",
    re.I,
)


@dataclass(frozen=True)
class MeetingRead:
    """A meeting as text, which the review shows with its line numbers, and as the reading of that text."""

    text: str
    reading: facts.Reading


def read_meeting(meeting: MeetingFull) -> MeetingRead:
    """The text of a meeting and its reading; the lines of the reading are those of the text."""
    page = composed(meeting)
    time = find_time(meeting.time or "")
    minutes = _minutes(page, meeting) if meeting.held else None
    items = minutes.items if minutes else tuple(_bare(placed) for placed in page.items)
    read = facts.Meeting(
        meeting.committee,
        meeting.date,
        weekday_of(meeting.date),
        time,
        page.date_line if time else None,
        meeting.venue,
        meeting.held,
        _seats(page),
        _attendance(page, minutes),
        tuple(_with_agenda(item, placed) for item, placed in zip(items, page.items, strict=True)),
    )
    kind = "minutes" if meeting.held else "agenda"
    warnings = _warnings(minutes) if minutes else ()
    return MeetingRead(page.text, facts.Reading(kind, meetings=(read,), warnings=warnings))


def as_reading(meeting: MeetingFull) -> facts.Reading:
    """The reading of a meeting; `read_meeting` gives the text that its lines count, too."""
    return read_meeting(meeting).reading


def _minutes(page: Composed, meeting: MeetingFull) -> Minutes:
    lines = split_columns(read_lines(page.text))
    sections = [(_heading(placed), _body(lines, placed)) for placed in page.items]
    minutes = Minutes(Head(), 1, len(lines), sections=sections)
    read_items(minutes, Held(meeting.date, _later(sections, meeting.date)))
    return minutes


def _heading(placed: Placed) -> Heading:
    return Heading(placed.number, placed.item.title or UNTITLED, placed.line, 0, 0, False)


def _body(lines: list[Line], placed: Placed) -> list[Para]:
    if placed.item.restricted:
        return []
    return paragraphs([line for line in lines if placed.line < line.number <= placed.last_line])


def _later(sections: list[tuple[Heading, list[Para]]], on: dt.date) -> tuple[dt.date, ...]:
    """The meetings after this one that its own minutes give the dates of."""
    named = (para for heading, body in sections if _NEXT_MEETINGS.search(heading.title) for para in body)
    return tuple(date.on for para in named for date in find_dates(para.text) if date.on and date.on > on)


def _bare(placed: Placed) -> facts.Item:
    return facts.Item(placed.number, placed.item.title or UNTITLED, line=placed.line)


def _with_agenda(item: facts.Item, placed: Placed) -> facts.Item:
    """The item with what its entry on the agenda says of it: whose report, to follow, exempt."""
    if placed.item.restricted:
        return replace(item, flags=("exempt",))
    entry = read_agenda(read_lines(f"1. {item.title}\n\n{placed.item.agenda}"))
    if not entry:
        return item
    flags = dict.fromkeys((*item.flags, *entry[0].flags))
    return replace(item, report_of=item.report_of or entry[0].report_of, pages=entry[0].pages, flags=tuple(flags))


_ROLES = (
    ("vice-chair", re.compile(r"(?:vice|deputy)[- ]?chair", re.I)),
    ("chair", re.compile(r"chair", re.I)),
    ("substitute", re.compile(r"substitut|reserve|deputis", re.I)),
    ("co-opted", re.compile(r"co-?opt|church|faith|diocesan|parent governor", re.I)),
    ("advisory", re.compile(r"advis|independent|non-voting", re.I)),
)


def _seats(page: Composed) -> tuple[facts.Seat, ...]:
    """Who sits, from the list of members; the roll of one meeting lacks some and has others' substitutes."""
    return tuple(
        facts.Seat(who.name, _role(who), None, who.represents, line) for who, group, line in page.people if not group
    )


def _role(who: Attendee) -> str:
    return next((role for role, pattern in _ROLES if pattern.search(who.role or "")), "member")


def _attendance(page: Composed, minutes: Minutes | None) -> tuple[facts.Attendance, ...]:
    """Who came and who apologised, by the service; else, of apologies, by the minute on them."""
    found = tuple(facts.Attendance(who.name, group, line) for who, group, line in page.people if group)
    if found or minutes is None:
        return found
    said = (para for heading, body in minutes.sections if re.search(r"\bapolog", heading.title, re.I) for para in body)
    return tuple(one for para in said if para.cells is None for one in apologies_in(para.text, para.line))


def _warnings(minutes: Minutes) -> tuple[facts.Warning, ...]:
    items = minutes.items
    found = [*minutes.warnings, *checks.reference_warnings(items), *checks.year_warnings(items)]
    found += checks.numbering_warnings(items)
    return tuple(sorted(set(found), key=lambda warning: (warning.line, warning.code, warning.text)))
