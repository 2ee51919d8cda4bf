"""The meetings of one committee, each once, gathered from the minutes, the front sheet, and the programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from papers.reading.checks import Settled
from papers.reading.dates import find_time
from papers.reading.facts import Item, Meeting, Seat
from papers.reading.minutes import Minutes
from papers.reading.places import Head
from papers.reading.programme import Found, venue_of


def minuted(minutes: Minutes, committee: str | None) -> Meeting:
    """The meeting that the minutes record."""
    head = minutes.head
    on = head.printed.on if head.printed else None
    weekday = head.printed.weekday if head.printed else None
    return Meeting(
        committee,
        on,
        weekday,
        head.time,
        head.time_line,
        head.venue,
        True,
        (),
        tuple(minutes.attendance),
        minutes.items,
    )


def called(head: Head, committee: str | None, seats: tuple[Seat, ...], items: tuple[Item, ...]) -> Meeting:
    """The meeting that an agenda calls."""
    on = head.printed.on if head.printed else None
    weekday = head.printed.weekday if head.printed else None
    return Meeting(committee, on, weekday, head.time, head.time_line, head.venue, False, seats, (), items)


def planned(found: Iterable[Found], committee: str | None) -> list[Meeting]:
    """The meetings that the headings of a programme name."""
    meetings = []
    for each in found:
        if each.printed and each.printed.on:
            time = find_time(each.heading)
            line = each.line if time else None
            meetings.append(
                Meeting(committee, each.printed.on, each.printed.weekday, time, line, venue_of(each.heading))
            )
    return meetings


def settled(resolved: dict[dt.date, Settled], committee: str | None, times: dict[int, str | None]) -> list[Meeting]:
    """The meetings whose dates a minute settles."""
    return [
        Meeting(
            committee, day, None, times.get(each.line), each.line if times.get(each.line) else None, each.venue or None
        )
        for day, each in resolved.items()
    ]


def each_once(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """The meetings by date, those of one date as one; what an earlier one prints is not overwritten by a later one."""
    dated: dict[dt.date, Meeting] = {}
    undated = []
    for meeting in meetings:
        if meeting.date is None:
            undated.append(meeting)
        elif meeting.date in dated:
            dated[meeting.date] = _joined(dated[meeting.date], meeting)
        else:
            dated[meeting.date] = meeting
    return (*undated, *(dated[day] for day in sorted(dated)))


def _joined(first: Meeting, other: Meeting) -> Meeting:
    timed = first if first.time else other
    return replace(
        first,
        committee=first.committee or other.committee,
        weekday_printed=first.weekday_printed or other.weekday_printed,
        time=timed.time,
        time_line=timed.time_line,
        venue=first.venue or other.venue,
        held=first.held or other.held,
        seats=first.seats or other.seats,
        attendance=first.attendance or other.attendance,
        items=first.items
        if any(item.clauses for item in first.items) or not other.items
        else other.items
        if not first.items
        else first.items,
    )
