"""What a reorganisation does to seats: they end on the day before, and begin anew in the committee that follows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max, Q, QuerySet

from committees.domain.seats import end_term
from committees.enums import SeatRole
from committees.models import Seat
from council.history import create_by
from council.models import Body

RANKS = (
    SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.MEMBER, SeatRole.CO_OPTED, SeatRole.ADVISORY, SeatRole.SUBSTITUTE,
)  # fmt: skip
LEADING = (SeatRole.CHAIR, SeatRole.VICE_CHAIR)


@dataclass(frozen=True)
class Seated:
    """What became of one seat in the committee that follows: the seat there, and what is different in words."""

    seat: Seat
    because: str


def seats_lasting(body: Body, from_on: date) -> QuerySet[Seat]:
    """The seats of a committee whose term reaches a day, or begins later."""
    return body.seats.filter(Q(to_on__isnull=True) | Q(to_on__gte=from_on)).select_related("person", "body")


@transaction.atomic
def seat_anew(
    seats: Iterable[Seat], *, on: Body, from_on: date, by, chosen: Mapping[str, int | None] | None = None
) -> dict[int, Seated]:
    """Let whoever holds these seats sit on another committee from a day; what became of each, by its key.

    Nobody sits there twice: a second seat of theirs is not begun. ``chosen`` says who chairs a new committee, by role;
    otherwise chairs stay chairs, but of a committee that has members already they become members.
    """
    joins = on.seats.exists()
    held = {seat.person_id: seat for seat in seats_lasting(on, from_on) if seat.person_id}
    first = (on.seats.aggregate(last=Max("order"))["last"] or 0) + 1
    wanted = sorted(((_role(seat, joins, chosen), seat) for seat in seats), key=lambda pair: RANKS.index(pair[0]))
    became: dict[int, Seated] = {}
    for order, (role, seat) in enumerate(wanted, start=first):
        there = held.get(seat.person_id)
        if there is not None:
            became[seat.pk] = Seated(there, f"Sits on it already as {there.get_role_display().lower()}")
            continue
        more = {"role": role, "order": order, "substitute_for": _member(seat, became)}
        began = _begin(seat, on, from_on, by=by, **more)
        became[seat.pk] = Seated(began, _in_words(seat, began))
        if seat.person_id:
            held[seat.person_id] = began
    return became


def _role(seat: Seat, joins: bool, chosen: Mapping[str, int | None] | None) -> str:
    if chosen is not None and seat.person_id:
        for role in LEADING:
            if chosen.get(role) == seat.person_id:
                return role
    demoted = seat.role in LEADING and (joins or chosen is not None)
    return SeatRole.MEMBER if demoted else SeatRole(seat.role)


def _member(seat: Seat, became: dict[int, Seated]) -> Seat | None:
    there = became.get(seat.substitute_for_id)
    return there.seat if there else None


def _begin(seat: Seat, on: Body, from_on: date, *, by, **more) -> Seat:
    term = {"from_on": max(from_on, seat.from_on or from_on), "to_on": seat.to_on}
    same = {"person": seat.person, "represents": seat.represents, "voting": seat.voting}
    return create_by(Seat, by=by, body=on, **same, **term, **more)


def _in_words(seat: Seat, began: Seat) -> str:
    if began.role == seat.role:
        return ""
    return f"{began.get_role_display()}, {seat.get_role_display().lower()} before"


def end_seats(body: Body, *, from_on: date, why: str, by) -> None:
    """End every term on the committee on the day before; a term that would only begin later is ended as it begins."""
    for seat in seats_lasting(body, from_on):
        end_term(seat, on=max(from_on - timedelta(days=1), seat.from_on or date.min), by=by, why=why)
