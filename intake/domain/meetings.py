"""Adopting what a paper says of meetings: when and where, who sits, who came, what is on the agenda."""

import datetime as dt

from django.db.models import Max

from committees.domain.meetings import arrange_meeting, hold_meeting
from committees.domain.seats import take_seat
from committees.enums import MeetingKind, MeetingState, SeatRole
from committees.models import AgendaLine, Attendance, Meeting, Paper
from committees.venues import venue_for
from council.directory import find_person
from council.history import save_by
from council.models import Body, MunicipalYear
from intake.domain.naming import committee_named, person_named
from papers.reading import facts

_KINDS = (
    ("visit", MeetingKind.SITE_VISIT),
    ("training", MeetingKind.TRAINING),
    ("workshop", MeetingKind.WORKSHOP),
    ("working group", MeetingKind.WORKING_GROUP),
)
_STATES = {
    "arranged": MeetingState.ARRANGED,
    "anticipated": MeetingState.ANTICIPATED,
    "held": MeetingState.HELD,
    "to_be_arranged": MeetingState.TO_BE_ARRANGED,
}


def adopt_meeting(read: facts.Meeting, *, by) -> Meeting:
    """The formal meeting a paper names, arranged where it is new; blanks are filled in, nothing is replaced."""
    body = committee_named(read.committee)
    meeting = Meeting.objects.deciding().filter(body=body, on=read.date).first()
    if meeting is None:
        return _hold_if_held(
            arrange_meeting(body=body, on=read.date, by=by, at=_time(read.time), venue=venue_for(read.venue or "")),
            read,
            by=by,
        )
    filled = [field for field, value in (("at", _time(read.time)), ("venue", venue_for(read.venue or ""))) if
              value and not getattr(meeting, field) and not setattr(meeting, field, value)]  # fmt: skip
    if filled:
        save_by(meeting, by=by, why="Filled in from a paper", fields=filled)
    return _hold_if_held(meeting, read, by=by)


def _hold_if_held(meeting: Meeting, read: facts.Meeting, *, by) -> Meeting:
    return hold_meeting(meeting, by=by) if read.held and meeting.state != MeetingState.HELD else meeting


def _time(printed: str | None) -> dt.time | None:
    return dt.time.fromisoformat(printed) if printed else None


def adopt_seats(read: facts.Meeting, body: Body, *, by) -> int:
    """Seat whoever the front sheet lists and is not seated yet; returns how many."""
    before = body.seats.count()
    seated = {}
    for order, seat in enumerate(read.seats):
        on_record = body.seats.on(read.date).filter(person=person_named(seat.name)).first()
        more = {"substitute_for": seated[seat.stands_for]} if seat.stands_for in seated else {}
        role = _seat_role(seat, body, read.date)
        seated[seat.name] = on_record or take_seat(
            body=body, person=person_named(seat.name), role=role, by=by, order=order,
            from_on=_follows(role, body), represents=(seat.represents or "")[:200], **more,
        )  # fmt: skip
    return body.seats.count() - before


def _seat_role(seat: facts.Seat, body: Body, on: dt.date) -> str:
    chairs = body.seats.during(on, None).filter(role=SeatRole.CHAIR)
    return SeatRole.MEMBER if seat.role == SeatRole.CHAIR and chairs.exists() else seat.role


def _follows(role: str, body: Body) -> dt.date | None:
    # A front sheet does not say since when somebody chairs: no earlier than the chair before them left.
    left = body.seats.filter(role=SeatRole.CHAIR).aggregate(last=Max("to_on"))["last"]
    return left + dt.timedelta(days=1) if left and role == SeatRole.CHAIR else None


def adopt_attendance(read: facts.Meeting, meeting: Meeting) -> None:
    """Record who attended as printed, linked to the people the record knows."""
    for order, somebody in enumerate(read.attendance):
        Attendance.objects.get_or_create(
            meeting=meeting,
            printed=somebody.name[:200],
            defaults={"attended": somebody.attended_as, "person": find_person(somebody.name), "order": order},
        )


def adopt_agenda(read: facts.Meeting, meeting: Meeting, paper: Paper) -> list[AgendaLine]:
    """Record the agenda's lines as printed."""
    return [
        AgendaLine.objects.get_or_create(
            meeting=meeting,
            number=(item.number or str(order))[:12],
            defaults={
                "title": item.title[:300], "report_of": (item.report_of or "")[:300], "pages": (item.pages or "")[:30],
                "paper": paper, "line": item.line, "order": order,
            },
        )[0]
        for order, item in enumerate(read.items, start=1)
    ]  # fmt: skip


def adopt_informal(read: facts.InformalEvent, *, body: Body, year: MunicipalYear, by) -> Meeting:
    """The informal meeting or visit of a schedule's row, put on record where it is new."""
    known = Meeting.objects.informal().filter(body=body, year=year, title=read.title[:300]).first()
    return known or arrange_meeting(
        body=body,
        on=read.on,
        year=year,
        kind=_kind(read.title),
        state=_STATES[read.status],
        title=read.title[:300],
        when_text=(read.when_text or "")[:200],
        organisers=tuple(dict.fromkeys(person_named(name) for name in read.organisers)),
        by=by,
    )


def _kind(title: str) -> str:
    return next((kind for word, kind in _KINDS if word in title.lower()), MeetingKind.INFORMAL)
