"""What is possible for meetings now, and who may change them."""

from datetime import date

from committees.enums import MeetingState
from committees.models import Meeting, Seat
from council.models import Body, User
from council.refusal import Refusal
from council.rules import is_officer_of
from council.succession import standing_heirs


def may_run(user: User, body: Body) -> bool:
    """May arrange and move its meetings, and put things on record for it."""
    return is_officer_of(user, body)


def sits_on(user: User, body: Body, on: date) -> bool:
    """Holds a seat on the body that day, of whatever kind."""
    return user.person_id is not None and Seat.objects.on(on).filter(body=body, person=user.person_id).exists()


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


def _another_that_day(meeting: Meeting, day: date) -> bool:
    return Meeting.objects.deciding().filter(body=meeting.body, on=day).exclude(pk=meeting.pk).exists()


def check_can_resolve(meeting: Meeting) -> None:
    """Only a formal meeting decides (Protocol 8.3, as proposed in September 2023)."""
    if not meeting.decides:
        raise Refusal(
            f"{meeting.get_kind_display()}s have no decision-making powers (Protocol 8.3). "
            "Put it to the next formal meeting as a suggestion."
        )
