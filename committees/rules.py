"""What is possible for meetings now, and who may change them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from committees.enums import LEADING, MeetingState, SeatRole
from committees.models import Meeting, Seat
from council.enums import Role
from council.models import Body, User
from council.refusal import Refusal
from council.rules import is_manager, is_officer_of
from council.succession import standing_heirs


def may_run(user: User, body: Body) -> bool:
    """May arrange and move its meetings, and put things on record for it."""
    return is_officer_of(user, body)


def sits_on(user: User, body: Body, on: date) -> bool:
    """Holds a seat on the body that day, of whatever kind."""
    return user.person_id is not None and Seat.objects.on(on).filter(body=body, person=user.person_id).exists()


def leads(user: User, body: Body, on: date) -> bool:
    """Is its chair or vice-chair that day."""
    return _sits_as(user, body, on, LEADING)


def chairs(user: User, body: Body, on: date) -> bool:
    """Is its chair that day."""
    return _sits_as(user, body, on, (SeatRole.CHAIR,))


def _sits_as(user: User, body: Body, on: date, roles: Iterable[str]) -> bool:
    held = Seat.objects.on(on).filter(body=body, role__in=roles)
    return user.person_id is not None and held.filter(person=user.person_id).exists()


def committees_run(user: User) -> QuerySet[Body]:
    """The committees a user is officer of: for a manager, all."""
    if is_manager(user):
        return Body.objects.all()
    return Body.objects.filter(grants__user=user, grants__role=Role.OFFICER)


def committees_sat_on(user: User, *, on: date, roles: tuple[str, ...] = ()) -> QuerySet[Body]:
    """The committees a user holds a seat on that day, in one of these roles where some are named."""
    seats = Seat.objects.on(on).filter(person=user.person_id or 0)
    if roles:
        seats = seats.filter(role__in=roles)
    return Body.objects.filter(pk__in=seats.values("body"))


def may_see_exempt(user: User, body: Body, on: date) -> bool:
    """Exempt matter (Schedule 12A): the committee's officers and those who sit on it.

    Of a committee that ended, those who sat on it then and sit on one that continues it.
    """
    return is_officer_of(user, body) or sits_on(user, body, on) or _goes_on_from(user, body, on)


def _goes_on_from(user: User, body: Body, on: date) -> bool:
    if body.ended_on is None or not sits_on(user, body, body.ended_on):
        return False
    return Seat.objects.on(on).filter(body__in=standing_heirs(body), person=user.person_id).exists()


def check_can_move(meeting: Meeting, to: date, today: date) -> None:
    """Raises ``Refusal``, saying why, where the meeting cannot move to that day."""
    if meeting.state in {MeetingState.HELD, MeetingState.CANCELLED}:
        raise Refusal(f"This meeting is {meeting.get_state_display().lower()}, so it cannot move.")
    if meeting.on and meeting.on < today:
        raise Refusal("This meeting has passed, so it cannot move.")
    if to == meeting.on:
        raise Refusal(f"This meeting is already on {to.day} {to:%B %Y}.")
    if to < today:
        raise Refusal(f"{to.day} {to:%B %Y} has passed. Enter a day from {today.day} {today:%B %Y} on.")
    if meeting.decides and _another_that_day(meeting, to):
        raise Refusal(f"{meeting.body.called} already meets on {to.day} {to:%B %Y}. Choose another day.")


def check_can_cancel(meeting: Meeting) -> None:
    """Raises ``Refusal``, saying why, where the meeting cannot be cancelled."""
    if meeting.state in {MeetingState.HELD, MeetingState.CANCELLED}:
        raise Refusal(f"This meeting is {meeting.get_state_display().lower()}, so it cannot be cancelled.")


def check_can_reinstate(meeting: Meeting, today: date) -> None:
    """Raises ``Refusal``, saying why, where a cancelled meeting cannot go ahead after all."""
    if meeting.state != MeetingState.CANCELLED:
        raise Refusal("This meeting is not cancelled.")
    if meeting.on and meeting.on < today:
        raise Refusal("The day of this meeting has passed. Add the meeting that takes its place.")
    if meeting.decides and _another_that_day(meeting, meeting.on):
        raise Refusal(f"{meeting.body.called} already meets on {meeting.when}.")


def _another_that_day(meeting: Meeting, day: date) -> bool:
    return Meeting.objects.deciding().filter(body=meeting.body, on=day).exclude(pk=meeting.pk).exists()


def check_can_resolve(meeting: Meeting) -> None:
    """Only a formal meeting decides (Protocol 8.3, as proposed in September 2023)."""
    if not meeting.decides:
        raise Refusal(
            f"{meeting.get_kind_display()}s have no decision-making powers (Protocol 8.3). "
            "Put it to the next formal meeting as a suggestion."
        )
