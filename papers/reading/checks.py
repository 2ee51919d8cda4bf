# ruff: noqa: E501 - a pattern reads better whole than broken
"""What an officer would want to put right: weekdays, venues, references that lead nowhere, gaps in numbering."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from papers.reading.dates import find_dates, in_words, weekday_of
from papers.reading.facts import Item, Programme, TrackerRow, Warning
from papers.reading.lines import Line
from papers.reading.programme import Found
from papers.reading.references import names_this_meeting
from papers.reading.venues import same_place, without_date_time


@dataclass(frozen=True)
class Settled:
    """What a minute settles of a meeting to come: its venue, "" where it names none, and the line and clause."""

    venue: str
    line: int
    path: str


def owner_warnings(trackers: Sequence[TrackerRow]) -> list[Warning]:
    """Warnings of rows of a tracker that nobody is to act on, beside others that somebody is."""
    owned = any(row.owner for row in trackers)
    return [
        Warning("empty_owner", row.line, f"row {row.ref or 'without a number'}: nobody is named to act on it")
        for row in trackers
        if owned and not row.owner and not row.closed
    ]


def weekday_warnings(lines: list[Line]) -> list[Warning]:
    """Dates printed with a weekday that is not theirs, and dates no calendar has."""
    found: list[Warning] = []
    for line in lines:
        if line.furniture:
            continue
        for printed in find_dates(line.text):
            if printed.on is None:
                found.append(Warning("impossible_date", line.number, f"no calendar has {printed.text}"))
            elif printed.weekday and printed.weekday != weekday_of(printed.on):
                found.append(
                    Warning(
                        "weekday_mismatch",
                        line.number,
                        f"{in_words(printed.on)} is a {weekday_of(printed.on)}, printed {printed.weekday}",
                    )
                )
    return found


def resolved_dates(items: tuple[Item, ...]) -> dict[dt.date, Settled]:
    """The dates of meetings that a minute settles, each with its venue, line and clause."""
    dates: dict[dt.date, Settled] = {}
    for item in items:
        if not re.search(
            r"\b(?:dates?|calendar|timetable|schedule)\b.*\bmeetings?\b|\bmeetings?\b.*\b(?:dates?|calendar)\b|next meeting",
            item.title,
            re.I,
        ):
            continue
        for clause in item.clauses:
            found = [d.on for d in find_dates(clause.text) if d.on]
            if len(found) == 1 and len(clause.text) < 160:
                venue = without_date_time(clause.text)
                named = "" if re.search(r"\b(?:be|held|is|meeting)\b", venue) else venue
                dates[found[0]] = Settled(named, clause.line, clause.path)
    return dates


def venue_warnings(
    programme: tuple[Programme, ...], lines: dict[dt.date, int], resolved: dict[dt.date, Settled]
) -> list[Warning]:
    """Meetings that the programme puts in another place than the minute that settled the dates."""
    found = []
    for each in programme:
        day, venue = each.meeting.date, each.meeting.venue
        if day in resolved and venue and resolved[day].venue and not same_place(venue, resolved[day].venue):
            other = resolved[day]
            found.append(
                Warning(
                    "venue_conflict",
                    lines[day],
                    f"{in_words(day)} is at {other.venue} by minute {other.path}, printed {venue}",
                    (other.path,),
                )
            )
    return found


def reference_warnings(items: tuple[Item, ...]) -> list[Warning]:
    """References to clauses of the same meeting that it does not have."""
    paths = {path for item in items for path in (item.number, *(c.path for c in item.clauses)) if path}
    found = []
    for item in items:
        for clause in item.clauses:
            if not names_this_meeting(clause.text):
                continue
            for reference in clause.refers_to:
                path = reference.minute + "".join(
                    f"/{mark}" for mark in re.findall(r"\((\w+)\)", reference.clause or "")
                )
                if reference.meeting is None and path not in paths:
                    label = f"{reference.minute} {reference.clause or ''}".strip().replace("(", " (").replace("  ", " ")
                    found.append(
                        Warning(
                            "unresolved_reference",
                            reference.line,
                            f"this meeting has no Minute {label}",
                            (clause.path,),
                        )
                    )
    return found


def year_warnings(items: tuple[Item, ...]) -> list[Warning]:
    """Dates of dues printed without a year: the year was taken from the meeting."""
    found = []
    for item in items:
        for clause in item.clauses:
            for follow_up in clause.follow_ups:
                due = follow_up.due
                if (
                    due.kind in ("date", "meeting")
                    and due.on
                    and re.search(r"\d", due.text or "")
                    and not re.search(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d\d", due.text or "")
                ):
                    found.append(
                        Warning(
                            "year_missing",
                            clause.line,
                            f"“{due.text}” prints no year: taken as {due.on.year}",
                            (clause.path,),
                        )
                    )
    return found


def programme_year_warnings(programme: list[Found]) -> list[Warning]:
    """One warning where meetings of a programme print no year: it was taken from the programme's own."""
    bare = [each for each in programme if each.printed and each.printed.on and each.printed.year_missing]
    if not bare or bare[0].printed is None or bare[0].printed.on is None:
        return []
    first = bare[0].printed
    others = f" and {len(bare) - 1} more" if len(bare) > 1 else ""
    text = f"“{first.text}”{others} print no year: taken as {bare[0].printed.on.year} from the title"
    return [Warning("year_missing", bare[0].line, text)]


def numbering_warnings(items: tuple[Item, ...]) -> list[Warning]:
    """Clauses whose labels jump: (1), (2), (4)."""
    found = []
    for item in items:
        groups: dict[str, list[tuple[int, str, int]]] = {}
        for clause in item.clauses:
            above, _, mark = clause.path.rpartition("/")
            if clause.label and mark.isdigit():
                groups.setdefault(above, []).append((int(mark), clause.path, clause.line))
        for above, marks in groups.items():
            for (a, _, _), (b, path, line) in itertools.pairwise(marks):
                if b > a + 1:
                    found.append(Warning("missing_number", line, f"{above} goes from {a} to {b}", (path,)))
    return found
