"""What differs between two editions of a programme, in words and in the order a report tells it.

An item is the same one by its ref, and so is a meeting: an item whose meeting took another day has not moved.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from papers.writing.edition import EXEMPT_ITEM, Change, Edition, FormalMeeting, Heading, InformalRow, Row

KINDS = {
    "meeting_added": "Meeting added",
    "meeting_moved": "Meeting moved",
    "meeting_elsewhere": "Meeting in another place",
    "meeting_dropped": "Meeting no longer on the programme",
    "added": "Added",
    "moved": "Moved",
    "deferred": "Deferred",
    "dropped": "Dropped",
    "rerouted": "Taken another way",
    "retitled": "Retitled",
    "authors_changed": "Author changed",
    "informal_added": "Informal meeting or visit added",
    "informal_changed": "Informal meeting or visit changed",
    "informal_dropped": "Informal meeting or visit no longer on the schedule",
}
NO_MEETING = "No meeting yet"


@dataclass(frozen=True)
class _Place:
    """Where an item stands: its row, and the meeting it is on, or none."""

    row: Row
    heading: Heading | None

    @property
    def words(self) -> str:
        return _day(self.heading.on) if self.heading else NO_MEETING


def compare(before: Edition, after: Edition) -> tuple[Change, ...]:
    """Each difference from one edition to another: by kind, then in the order of the programme."""
    found = [*_of_meetings(before, after), *_of_items(before, after), *_of_informal(before, after)]
    order = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(found, key=lambda change: order[change.kind]))


def _of_meetings(before: Edition, after: Edition) -> Iterator[Change]:
    was, now = _headings(before.meetings), _headings(after.meetings)
    for ref, heading in now.items():
        if ref not in was:
            yield Change("meeting_added", ref, heading.kind, now=_day(heading.on))
        else:
            yield from _of_meeting(was[ref], heading)
    for ref in [ref for ref in was if ref not in now]:
        yield Change("meeting_dropped", ref, was[ref].kind, was=_day(was[ref].on))


def _of_meeting(was: Heading, now: Heading) -> Iterator[Change]:
    if was.on != now.on:
        yield Change("meeting_moved", now.ref, now.kind, was=_day(was.on), now=_day(now.on))
    if (was.venue, was.room) != (now.venue, now.room):
        title = f"{now.kind}, {_day(now.on)}"
        yield Change("meeting_elsewhere", now.ref, title, was=_where(was), now=_where(now))


def _of_items(before: Edition, after: Edition) -> Iterator[Change]:
    was, now = _places(before), _places(after)
    off = {row.ref: row for row in after.taken_off}
    for ref, place in now.items():
        if ref not in was:
            yield Change("added", ref, place.row.title, now=place.words)
        else:
            yield from _of_item(was[ref], place)
    for ref in [ref for ref in was if ref not in now]:
        because = off[ref].because if ref in off else ""
        yield Change("dropped", ref, was[ref].row.title, was=was[ref].words, because=because)


def _of_item(was: _Place, now: _Place) -> Iterator[Change]:
    row, ref, title = now.row, now.row.ref, now.row.title
    if (was.heading and was.heading.ref) != (now.heading and now.heading.ref):
        kind = "moved" if now.heading else "deferred"
        yield Change(kind, ref, title, was.words, now.words, row.because)
    if was.row.route != row.route:
        yield Change("rerouted", ref, title, was.row.route, row.route, row.because)
    if EXEMPT_ITEM in (was.row.title, title):
        return
    if was.row.title != title:
        yield Change("retitled", ref, title, was.row.title, title)
    if was.row.author_column != row.author_column:
        yield Change("authors_changed", ref, title, was.row.author_column, row.author_column)


def _of_informal(before: Edition, after: Edition) -> Iterator[Change]:
    was, now = _schedule(before), _schedule(after)
    for ref, row in now.items():
        if ref not in was:
            yield Change("informal_added", ref, row.title, now=_stands(row))
        elif _stands(was[ref]) != _stands(row):
            yield Change("informal_changed", ref, row.title, _stands(was[ref]), _stands(row))
    for ref in [ref for ref in was if ref not in now]:
        yield Change("informal_dropped", ref, was[ref].title, was=_stands(was[ref]))


def _headings(meetings: tuple[FormalMeeting, ...]) -> dict[str, Heading]:
    return {meeting.heading.ref: meeting.heading for meeting in meetings}


def _places(edition: Edition) -> dict[str, _Place]:
    on = {row.ref: _Place(row, meeting.heading) for meeting in edition.meetings for row in meeting.rows}
    return on | {row.ref: _Place(row, None) for row in edition.unplaced}


def _schedule(edition: Edition) -> dict[str, InformalRow]:
    return {row.ref: row for row in (*edition.informal, *edition.training)}


def _stands(row: InformalRow) -> str:
    return row.when if row.when.lower() == row.state.lower() else f"{row.when} ({row.state.lower()})"


def _where(heading: Heading) -> str:
    return ", ".join(part for part in (heading.room, heading.venue) if part) or "No venue yet"


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"
