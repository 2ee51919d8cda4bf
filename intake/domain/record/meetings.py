"""Recording meetings: when and where, who sits, who came, what is on the agenda."""

import datetime as dt

from django.db.models import Max
from django.urls import reverse

from committees.domain.meetings import arrange_meeting, hold_meeting
from committees.domain.seats import take_seat
from committees.enums import MeetingKind, MeetingState, SeatRole
from committees.models import AgendaLine, Attendance, Meeting
from committees.venues import venue_for
from council.directory import find_person
from council.history import save_by
from council.models import Body
from intake.domain.naming import person_named
from intake.domain.record.making import Making
from intake.models import Proposal

_KINDS = (
    ("visit", MeetingKind.SITE_VISIT),
    ("training", MeetingKind.TRAINING),
    ("workshop", MeetingKind.WORKSHOP),
    ("working group", MeetingKind.WORKING_GROUP),
)


def record_meeting(proposal: Proposal, making: Making) -> str:
    """The formal meeting, arranged where it is new; blanks are filled in, nothing is replaced."""
    says = proposal.now_says
    body, on, at, venue = making.body(says), _day(says["on"]), _time(says["at"]), venue_for(says["venue"] or "")
    meeting = Meeting.objects.deciding().filter(body=body, on=on).first()
    if meeting is None:
        meeting = arrange_meeting(body=body, on=on, by=making.by, at=at, venue=venue)
    else:
        _fill_in(meeting, by=making.by, at=at, venue=venue)
    if says["held"] and meeting.state != MeetingState.HELD:
        hold_meeting(meeting, by=making.by)
    return _page(meeting)


def _fill_in(meeting: Meeting, *, by, **values) -> None:
    filled = [field for field, value in values.items() if value and not getattr(meeting, field)]
    for field in filled:
        setattr(meeting, field, values[field])
    if filled:
        save_by(meeting, by=by, why="Filled in from a paper", fields=filled)


def record_conflict(proposal: Proposal, making: Making) -> str:
    """What an officer chose where a paper says otherwise than the record, or than itself."""
    says = proposal.now_says
    meeting = making.meeting(says["meeting"], says)
    chosen = says["choices"][says["chosen"]]["value"]
    value = venue_for(chosen) if says["field"] == "venue" else _time(chosen)
    if getattr(meeting, says["field"]) != value:
        setattr(meeting, says["field"], value)
        save_by(meeting, by=making.by, why=f"Chosen over what {making.paper} also says", fields=[says["field"]])
    return _page(meeting)


def record_seat(proposal: Proposal, making: Making) -> str:
    """A seat of the front sheet; a substitute stands beside the member they stand for."""
    says = proposal.now_says
    body, on, person = making.body(says), _day(says["on"]), person_named(says["name"])
    seated = body.seats.on(on).filter(person=person).first()
    if seated is None:
        stands_for = find_person(says["stands_for"]) if says["stands_for"] else None
        member = body.seats.on(on).filter(person=stands_for).first() if stands_for else None
        role = _role(says["role"], body, on)
        take_seat(
            body=body, person=person, role=role, by=making.by, order=says["order"], from_on=_follows(role, body),
            represents=says["represents"][:200], **({"substitute_for": member} if member else {}),
        )  # fmt: skip
    return reverse("committee", args=[body.slug])


def _role(role: str, body: Body, on: dt.date) -> str:
    chairs = body.seats.during(on, None).filter(role=SeatRole.CHAIR)
    return SeatRole.MEMBER if role == SeatRole.CHAIR and chairs.exists() else role


def _follows(role: str, body: Body) -> dt.date | None:
    # A front sheet does not say since when somebody chairs: no earlier than the chair before them left.
    left = body.seats.filter(role=SeatRole.CHAIR).aggregate(last=Max("to_on"))["last"]
    return left + dt.timedelta(days=1) if left and role == SeatRole.CHAIR else None


def record_appointment(proposal: Proposal, making: Making) -> str:
    """The seat that a clause appointed somebody to, for its term."""
    says = proposal.now_says
    body = making.body(says)
    take_seat(
        body=body, person=person_named(says["name"]), role=says["role"], by=making.by, from_on=_day(says["from_on"]),
        to_on=_day(says["to_on"]), represents=(says["represents"] or "")[:200],
    )  # fmt: skip
    return reverse("committee", args=[body.slug])


def record_attendance(proposal: Proposal, making: Making) -> str:
    """Who attended as printed, linked to the people the record knows."""
    says = proposal.now_says
    meeting = making.meeting(says["meeting"], says)
    for somebody in says["people"]:
        Attendance.objects.get_or_create(
            meeting=meeting,
            printed=somebody["name"][:200],
            defaults={
                "attended": somebody["attended"], "person": find_person(somebody["name"]), "order": somebody["order"]
            },
        )  # fmt: skip
    return reverse("meeting_minutes", args=[meeting.pk])


def record_agenda_line(proposal: Proposal, making: Making) -> str:
    """One line of an agenda as printed."""
    says = proposal.now_says
    meeting = making.meeting(says["meeting"], says)
    replaced = {"replaced_by": making.paper} if "replacement" in says["flags"] else {}
    AgendaLine.objects.get_or_create(
        meeting=meeting,
        number=says["number"],
        defaults={
            "title": says["title"], "report_of": says["report_of"], "pages": says["pages"], "paper": making.paper,
            "line": proposal.line, "order": says["order"], **replaced,
        },
    )  # fmt: skip
    return _page(meeting)


def record_informal(proposal: Proposal, making: Making) -> str:
    """The informal meeting or visit of a schedule's row, put on record where it is new."""
    says = proposal.now_says
    body, year = making.body(says), making.year({**says, "on": None} if says.get("year") else says)
    known = Meeting.objects.informal().filter(body=body, year=year, title=says["title"]).first()
    meeting = known or arrange_meeting(
        body=body,
        on=_day(says["on"]),
        year=year,
        kind=says["kind"] or _kind(says["title"]),
        state=MeetingState(says["status"]),
        title=says["title"],
        when_text=says["when_text"],
        organisers=tuple(dict.fromkeys(person_named(name) for name in says["organisers"])),
        by=making.by,
    )
    return _page(meeting)


def _kind(title: str) -> str:
    return next((kind for word, kind in _KINDS if word in title.lower()), MeetingKind.INFORMAL)


def _page(meeting: Meeting) -> str:
    return reverse("meeting", args=[meeting.pk])


def _day(printed: str | None) -> dt.date | None:
    return dt.date.fromisoformat(printed) if printed else None


def _time(printed: str | None) -> dt.time | None:
    return dt.time.fromisoformat(printed) if printed else None
