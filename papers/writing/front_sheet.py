"""The front sheet of an agenda: when and where, who sits, who helps, and the agenda with room for its pages."""

from dataclasses import dataclass

from papers.writing.days import clock, whole_day
from papers.writing.edition import AgendaLine, Edition, Officer, Row, SeatLine
from papers.writing.paper import Fact, Paper, head_of
from papers.writing.standing import paragraphs_of, words_of

WITHOUT_ROLE = ("Member", "Substitute")
ALONGSIDE = ("Co-opted member", "Advisory member")


@dataclass(frozen=True)
class MemberLine:
    """A member and who stands in."""

    member: str
    substitute: str


@dataclass(frozen=True)
class AgendaRow:
    """A line of the agenda. pages: as published, or empty, to be filled in."""

    number: str
    title: str
    report_of: str
    pages: str


@dataclass(frozen=True)
class FrontSheet(Paper):
    """The front sheet.

    facts: date, time and place. members: with their substitutes. others: co-opted and advisory, in a line each.
    officers: names, posts and addresses, in a line each. note: paragraphs below the names. agenda: as published, or
    as planned.
    """

    facts: tuple[Fact, ...]
    members: tuple[MemberLine, ...]
    others: tuple[str, ...]
    officers: tuple[str, ...]
    note: tuple[str, ...]
    agenda: tuple[AgendaRow, ...]


def front_sheet(edition: Edition, *, draft: bool = False) -> FrontSheet:
    """The front sheet of the meeting an edition was made for."""
    return FrontSheet(
        **head_of(edition, "Agenda", draft=draft),
        facts=_facts(edition),
        members=tuple(
            MemberLine(_named(seat), seat.substitute) for seat in edition.seats if seat.role not in ALONGSIDE
        ),
        others=tuple(_alongside(seat) for seat in edition.seats if seat.role in ALONGSIDE),
        officers=tuple(_officer(officer) for officer in edition.officers),
        note=paragraphs_of(edition, "front_note"),
        agenda=agenda_of(edition),
    )


def agenda_of(edition: Edition) -> tuple[AgendaRow, ...]:
    """The agenda on record; where there is none yet, the standing items and then what is planned for the meeting."""
    if edition.agenda:
        return tuple(_line(line) for line in edition.agenda)
    opening = [line.strip() for line in words_of(edition, "agenda_opening").splitlines() if line.strip()]
    rows = [Row("", 0, title) for title in opening] + list(rows_of_meeting(edition))
    return tuple(AgendaRow(f"{place}.", row.title, row.report_of, "") for place, row in enumerate(rows, start=1))


def rows_of_meeting(edition: Edition) -> tuple[Row, ...]:
    """The rows of the meeting the edition was made for."""
    ref = edition.meeting.ref if edition.meeting else ""
    return next((meeting.rows for meeting in edition.meetings if meeting.heading.ref == ref), ())


def _facts(edition: Edition) -> tuple[Fact, ...]:
    meeting = edition.meeting
    if meeting is None:
        return (Fact("Date", "No meeting was chosen for this edition"),)
    where = ", ".join(part for part in (meeting.room, meeting.venue) if part) or "To be announced"
    told = {"Date": whole_day(meeting.on), "Time": clock(meeting.at) or "To be announced", "Venue": where}
    return tuple(Fact(label, value) for label, value in told.items())


def _named(seat: SeatLine) -> str:
    role = "" if seat.role in WITHOUT_ROLE else f" ({seat.role})"
    return f"{seat.name}{role}{f', {seat.represents}' if seat.represents else ''}"


def _alongside(seat: SeatLine) -> str:
    return f"{seat.name}, {seat.represents or seat.role.lower()}"


def _officer(officer: Officer) -> str:
    return ", ".join(part for part in (officer.name, officer.post, officer.email) if part)


def _line(line: AgendaLine) -> AgendaRow:
    number = line.number if not line.number or line.number.endswith(".") else f"{line.number}."
    return AgendaRow(number, line.title, line.report_of, line.pages)
