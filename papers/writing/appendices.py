"""Appendix A, the programme meeting by meeting, and Appendix B, the informal meetings and visits."""

from dataclasses import dataclass

from papers.writing.days import clock
from papers.writing.edition import Edition, FormalMeeting, InformalRow, Row
from papers.writing.paper import Paper, head_of, when_and_where

HELD, EXPECTED = "Held", "Anticipated"


@dataclass(frozen=True)
class ItemLine:
    """A row of Appendix A. number: its place, or its reference where it is on no meeting. authors: joined by "/"."""

    number: str
    title: str
    authors: str


@dataclass(frozen=True)
class MeetingTable:
    """A table of Appendix A. heading: weekday, date, time and venue."""

    heading: str
    rows: tuple[ItemLine, ...]


@dataclass(frozen=True)
class InformalLine:
    """A row of Appendix B. when: in a sentence. detail: a line for each paragraph. organisers: joined by "/"."""

    number: str
    title: str
    when: str
    detail: str
    organisers: str


@dataclass(frozen=True)
class AppendixA(Paper):
    """The programme: a table for each meeting, and what is on none yet."""

    meetings: tuple[MeetingTable, ...]
    unplaced: tuple[ItemLine, ...]


@dataclass(frozen=True)
class AppendixB(Paper):
    """The informal meetings and visits of the year."""

    rows: tuple[InformalLine, ...]


def appendix_a(edition: Edition, *, draft: bool = False) -> AppendixA:
    """Appendix A of an edition."""
    head = head_of(edition, f"Work programme {edition.year}", draft=draft)
    return AppendixA(
        **head,
        meetings=tuple(_table(meeting) for meeting in edition.meetings),
        unplaced=tuple(_item(row, row.ref) for row in edition.unplaced),
    )


def appendix_b(edition: Edition, *, draft: bool = False) -> AppendixB:
    """Appendix B of an edition."""
    head = head_of(edition, f"Informal meetings and visits {edition.year}", draft=draft)
    return AppendixB(**head, rows=tuple(_informal(row) for row in edition.informal))


def said_of(row: InformalRow) -> str:
    """When an informal meeting or visit is, in a sentence that says how sure that is."""
    if not row.when or row.when.lower() == row.state.lower():
        return f"{row.state or 'To be arranged'}."
    where = ", ".join(part for part in (row.when, clock(row.at), row.where) if part)
    if row.state == HELD:
        return f"Was held on {where}." if row.on else f"Was held: {where}."
    if row.state == EXPECTED:
        return f"Anticipated {'on' if row.on else 'in'} {where}."
    return f"{row.state} for {where}."


def _table(meeting: FormalMeeting) -> MeetingTable:
    heading = when_and_where(meeting.heading, room=False)
    if meeting.heading.state == "Cancelled":
        heading = f"{heading} (cancelled)"
    return MeetingTable(heading, tuple(_item(row, f"{row.number}.") for row in meeting.rows))


def _item(row: Row, number: str) -> ItemLine:
    return ItemLine(number, row.title, row.author_column)


def _informal(row: InformalRow) -> InformalLine:
    when = said_of(row)
    return InformalLine(f"{row.number}.", row.title, when, row.detail.strip(), "/".join(row.organisers))
