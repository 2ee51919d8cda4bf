"""Who takes and leaves a seat."""

from datetime import date

from django.db import transaction

from committees.enums import SeatRole
from committees.models import Seat
from council.history import create_by, save_by
from council.models import Body, Person
from council.refusal import Refusal


@transaction.atomic
def take_seat(
    *, body: Body, person: Person | None, role: str, by, from_on: date | None = None, to_on: date | None = None, **more
) -> Seat:
    """Seat somebody on a body, or record a vacancy where ``person`` is nobody. Found again where already seated.

    Raises ``Refusal`` where the term ends before it begins, the person sits there in another role without an end, or
    somebody else is chair for part of the term.
    """
    if from_on and to_on and to_on < from_on:
        raise Refusal("A term cannot end before it begins.")
    seated = Seat.objects.filter(body=body, person=person, role=role, to_on=to_on).first() if person else None
    if seated:
        return seated
    if person and to_on is None and body.seats.filter(person=person, to_on__isnull=True).exists():
        raise Refusal(f"{person} already sits on {body.called} in another role. End that term first.")
    if role == SeatRole.CHAIR and body.seats.during(from_on, to_on).filter(role=SeatRole.CHAIR).exists():
        raise Refusal(f"{body.called} has a chair. End that term first.")
    return create_by(Seat, by=by, body=body, person=person, role=role, from_on=from_on, to_on=to_on, **more)


@transaction.atomic
def end_term(seat: Seat, *, on: date, by, why: str = "") -> Seat:
    """End a seat's term on a day; its record stays."""
    if seat.from_on and on < seat.from_on:
        raise Refusal("A term cannot end before it begins.")
    seat.to_on = on
    save_by(seat, by=by, why=why, fields=["to_on"])
    return seat
