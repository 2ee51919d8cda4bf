"""The meetings a paper tells of: the one it calls or records, and those that its programme and its minutes name."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace

from papers.reading import checks
from papers.reading.dates import find_dates, find_time
from papers.reading.facts import InformalEvent, Item, Meeting, Recommendation, Report, TrackerRow
from papers.reading.gathering import called, each_once, minuted, planned, settled
from papers.reading.lines import Line, cell_text
from papers.reading.minutes import Minutes
from papers.reading.places import Head, read_head
from papers.reading.programme import Found
from papers.reading.seats import read_seats
from papers.reading.sections import Sections
from papers.reading.venues import without_date_time

_OF_MEETING = re.compile(r"\b(?:meeting|committee|board|panel|commission)\b", re.I)
_COMMITTEE_AND_DAY = re.compile(
    r".{3,120}\b(?:committee|board|panel|commission)\s*(?:[-–—,:|(]|\bmeeting\b)\s*"
    r"(?:of |on )?(?P<day>[^,;:(]{6,40}?)\)?",
    re.I,
)
_OF_A_REVIEW = re.compile(r"\breports?\b|\breview\b|\bmembers|\.$", re.I)


def meetings_of(
    sections: Sections,
    items: tuple[Item, ...],
    head: Head | None,
    recorded: list[Minutes],
    programme: list[Found],
    reports: tuple[Report, ...],
    resolved: dict[dt.date, checks.Settled],
    committee: str | None,
    lines: list[Line],
    informal: list[InformalEvent],
    trackers: list[TrackerRow],
    recommended: tuple[Recommendation, ...],
) -> tuple[Meeting, ...]:
    """Every meeting of the paper, each once, by date: with what its minutes or agenda, reports and programme say of it.

    `resolved` are the dates that a minute settles; `committee` is the one name the paper's committee goes by.
    """
    found: list[Meeting] = []
    found += [minuted(each, committee if n == 0 else each.head.committee) for n, each in enumerate(recorded)]
    if head is not None:
        seats = read_seats(front_sheet(sections, items)) or read_seats(_below(sections, items))
        found.append(called(head, committee, seats, items))
    if not found and len({(r.to, r.dates) for r in reports}) == 1 and (day := _day_of(reports[0], committee)):
        found.append(Meeting(committee, day))
    settling = {each.line for each in resolved.values()}
    times = {line.number: find_time(line.text) for line in sections.minutes if line.number in settling}
    if not found:
        found += _own(lines, bool(programme or informal), trackers, recommended, committee)
    own = {meeting.date for meeting in found}
    found += settled({day: place for day, place in resolved.items() if day not in own or place.venue}, committee, times)
    found += planned(programme, committee)
    return each_once(_times_from_programme(found, programme))


def _day_of(report: Report, committee: str | None) -> dt.date | None:
    """The day of the committee's meeting that a report is for, of those of all the bodies it goes to."""
    if len(report.dates) == len(report.to) > 1 and committee in report.to:
        return report.dates[report.to.index(committee)]
    return report.dates[0] if len(report.dates) == 1 else None


def _own(
    lines: list[Line],
    planned_only: bool,
    trackers: list[TrackerRow],
    recommended: tuple[Recommendation, ...],
    committee: str | None,
) -> list[Meeting]:
    """The meeting a tracker or the report of a review is for; of a programme no more than whose it is, for it is no
    meeting's own."""
    if trackers:
        return [called(head_of(_not_headings(_before(lines, trackers[0].line), lines)), committee, (), ())]
    if recommended:
        front = [line for line in _before(lines, recommended[0].line) if line.text][:14]
        own = head_of([line for line in front if _OF_MEETING.search(line.text) and not _OF_A_REVIEW.search(line.text)])
        return [called(own, own.committee, (), ())] if own.committee or own.printed else []
    day = next((on for line in [each for each in lines if each.text][:6] if (on := _day_beside(line))), None)
    return [Meeting(committee, day)] if planned_only and committee else []


def _day_beside(line: Line) -> dt.date | None:
    """The day that a line names beside a committee and nothing else: "Scrutiny Committee – 12 March 2025"."""
    match = _COMMITTEE_AND_DAY.fullmatch(line.text) if line.cells is None else None
    days = find_dates(match["day"]) if match else []
    return days[0].on if len(days) == 1 and not without_date_time(match["day"] if match else "") else None


def _not_headings(above: list[Line], lines: list[Line]) -> list[Line]:
    """The lines above the rows of a tracker without the headings of its groups: "Meeting of 26 May" and more."""
    stems = Counter(without_date_time(line.text) for line in lines if line.cells is None and find_dates(line.text))
    return [line for line in above if not find_dates(line.text) or stems[without_date_time(line.text)] < 2]


def _times_from_programme(found: list[Meeting], programme: list[Found]) -> list[Meeting]:
    """A meeting's own paper says its time first, then the heading of the programme, then a minute on dates."""
    headings = {f.printed.on: (find_time(f.heading), f.line) for f in programme if f.printed and f.printed.on}
    return [
        replace(m, time=headings[m.date][0], time_line=headings[m.date][1])
        if m.date in headings and headings[m.date][0] and not m.held and not m.items and not m.seats
        else m
        for m in found
    ]


def front_sheet(sections: Sections, items: tuple[Item, ...]) -> list[Line]:
    """The front sheet: all that stands above the first item."""
    first = items[0].line if items else 0
    return [line for line in (*sections.front, *sections.agenda) if not first or line.number < first]


def _below(sections: Sections, items: tuple[Item, ...]) -> list[Line]:
    """What an agenda prints below its last item."""
    return [line for line in sections.agenda if items and line.number > items[-1].line]


def head_of(lines: list[Line]) -> Head:
    """The head that the first lines of a paper print, those among them that are rows of a label and its value."""
    return read_head([made for line in lines if (made := _plain(line)) is not None][:90])


def _plain(line: Line) -> Line | None:
    """A line for the head of a paper: a row of a label and its value as one line, or of one title; no other row."""
    if line.cells is None:
        return replace(line, furniture=False)
    filled = [cell_text(cell).strip(" :") for cell in line.cells]
    if len([cell for cell in filled if cell]) == 1:
        return Line(line.number, "".join(filled))
    return Line(line.number, f"{filled[0]}: {filled[1]}") if len(filled) == 2 and all(filled) else None


def _before(lines: list[Line], number: int) -> list[Line]:
    """What a paper prints above its first row or block."""
    first = next((at for at, line in enumerate(lines) if line.cells or line.number >= number), len(lines))
    return lines[: min(first, 40)]
