"""Arranging meetings, and the half of moving one that this room sees.

The whole of a move, with report stages and actions, is ``actions.domain.moving.move_meeting``.
"""

from datetime import date

from django.db import transaction

from committees.domain.cycle import write_publication, write_stage_dates
from committees.enums import DECIDING_KINDS, MeetingKind, MeetingState
from committees.models import Meeting, MeetingMove, Organiser, Publication
from committees.rules import check_can_cancel, check_can_move, check_can_reinstate
from council.calendar import office_calendar, today
from council.domain.setting_up import year_of
from council.history import create_by, save_by
from council.models import Body, MunicipalYear, Person
from council.refusal import Refusal, Stale
from council.rules import check_stands
from deadlines.calendar import Calendar


@transaction.atomic
def arrange_meeting(
    *,
    body: Body,
    by,
    on: date | None = None,
    kind: str = MeetingKind.FORMAL,
    year: MunicipalYear | None = None,
    organisers: tuple[Person, ...] = (),
    **more,
) -> Meeting:
    """Put a meeting on record. A formal one gets its stage dates and the duty to publish its agenda.

    ``on`` may be left out for a meeting that is to be arranged, except a formal one. A meeting of the past has
    nothing to prepare, so it gets no publication duty. Raises ``Refusal`` where the body already meets that day, or had
    ended by then.
    """
    check_stands(Body.objects.select_for_update(no_key=True).get(pk=body.pk), on)
    if kind in DECIDING_KINDS and on is None:
        raise Refusal("Enter the date of the meeting: a formal meeting needs one.")
    if kind in DECIDING_KINDS and Meeting.objects.deciding().filter(body=body, on=on).exists():
        raise Refusal(f"{body.called} already meets on {on.day} {on:%B %Y}.")
    if on is None and year is None:
        raise Refusal("Say which municipal year the meeting belongs to.")
    meeting = create_by(Meeting, by=by, body=body, on=on, kind=kind, year=year or year_of(on), **more)
    for order, person in enumerate(organisers):
        Organiser.objects.create(meeting=meeting, person=person, order=order)
    lead_up_to(meeting, by=by, why="Meeting arranged")
    return meeting


def lead_up_to(meeting: Meeting, *, by, why: str, calendar: Calendar | None = None) -> None:
    """Work out the meeting's stage dates, and what its officers owe where it is still to come."""
    write_stage_dates(meeting, calendar or office_calendar())
    if meeting.decides and meeting.on >= today():
        write_publication(meeting, by=by, why=why)


@transaction.atomic
def change_date(meeting: Meeting, *, to: date, why: str, by, version: int | None = None) -> Meeting:
    """Change a meeting's date with its stage dates and publication duty, and write the move down.

    Raises ``Refusal`` where it has passed or was held, where ``to`` has passed or is no other day, or no reason is
    given; ``Stale`` where somebody saved it since ``version``.
    """
    fresh = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if version is not None and version != fresh.version:
        raise Stale("Somebody else changed this meeting while you had it open. Check its date, then try again.")
    if not why.strip():
        raise Refusal("Say why the meeting moves.")
    Body.objects.select_for_update(no_key=True).get(pk=fresh.body_id)
    check_can_move(fresh, to, today())
    MeetingMove.objects.create(meeting=fresh, from_on=fresh.on, to_on=to, why=why[:300], by=by)
    fresh.on, fresh.year, fresh.version = to, year_of(to), fresh.version + 1
    fresh.state = MeetingState.ARRANGED
    save_by(fresh, by=by, why=why, fields=["on", "year", "state", "version"])
    lead_up_to(fresh, by=by, why=why)
    return fresh


@transaction.atomic
def publish_agenda(meeting: Meeting, *, on: date, by) -> Meeting:
    """Record that the agenda and its reports were opened to the public on a day (s100B(3)).

    Raises ``Refusal`` where no agenda is owed: the meeting is not formal, or was past when it was put on record, or its
    agenda is out.
    """
    publication = Publication.objects.select_for_update().filter(meeting=meeting).first()
    if publication is None:
        raise Refusal("No agenda is owed: only a formal meeting to come has one to publish.")
    if publication.met_on:
        raise Refusal(f"This agenda was published on {publication.met_on.day} {publication.met_on:%B %Y}.")
    if on > today():
        raise Refusal("An agenda cannot have been published on a day that has not come.")
    publication.met_on = on
    publication.save(update_fields=["met_on"])
    return meeting


@transaction.atomic
def hold_meeting(meeting: Meeting, *, by) -> Meeting:
    """Record that a meeting took place."""
    if meeting.state == MeetingState.CANCELLED:
        raise Refusal("This meeting was cancelled, so it was not held.")
    meeting.state = MeetingState.HELD
    save_by(meeting, by=by, fields=["state"])
    return meeting


@transaction.atomic
def mark_cancelled(meeting: Meeting, *, why: str, by) -> Meeting:
    """Cancel a meeting, with the reason; no agenda is owed for it any more.

    The whole of it, with reports and actions, is ``actions.domain.cancelling.cancel_meeting``. Raises ``Refusal``
    without a reason, and where the meeting was held or is cancelled already.
    """
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    check_can_cancel(meeting)
    if not why.strip():
        raise Refusal(f"Say why {meeting.in_words} is cancelled.")
    because = f"The meeting was cancelled: {why.strip()}"[:300]
    Publication.objects.owed().filter(meeting=meeting).update(waived_because=because)
    return _become(meeting, MeetingState.CANCELLED, because=why.strip()[:300], why=why, by=by)


@transaction.atomic
def mark_going_ahead(meeting: Meeting, *, by) -> Meeting:
    """Take a cancellation back: the meeting goes ahead, and its agenda is owed again.

    Raises ``Refusal`` where it is not cancelled, its day has passed, or the committee meets that day otherwise.
    """
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)
    Body.objects.select_for_update(no_key=True).get(pk=meeting.body_id)
    check_can_reinstate(meeting, today())
    state = MeetingState.ARRANGED if meeting.on else MeetingState.TO_BE_ARRANGED
    Publication.objects.filter(meeting=meeting, met_on__isnull=True).update(waived_because="")
    meeting = _become(meeting, state, because="", why="The meeting goes ahead after all", by=by)
    lead_up_to(meeting, by=by, why="The meeting goes ahead after all")
    return meeting


def _become(meeting: Meeting, state: str, *, because: str, why: str, by) -> Meeting:
    meeting.state, meeting.cancelled_because, meeting.version = state, because, meeting.version + 1
    save_by(meeting, by=by, why=why, fields=["state", "cancelled_because", "version"])
    return meeting


def next_formal_meeting(body: Body, after: date) -> Meeting | None:
    """The first meeting that can resolve after a day, or nothing where none is arranged."""
    return Meeting.objects.deciding().filter(body=body, on__gt=after).order_by("on").first()
