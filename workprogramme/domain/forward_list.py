"""The forward plan as a list: each decision with the last meeting before it, and where each request went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from committees.models import Meeting, Seat
from council.models import User
from workprogramme.enums import RequestState
from workprogramme.models import ForwardEntry, PreScrutinyRequest
from workprogramme.rules import may_decide_request

STANDING = (RequestState.REQUESTED, RequestState.AGREED, RequestState.SCHEDULED)


@dataclass(frozen=True)
class Asked:
    """One request, and whether this reader may decide it."""

    request: PreScrutinyRequest
    may_decide: bool


@dataclass(frozen=True)
class Row:
    """One decision: the last meeting at which it can still be looked at, its requests, and whether one may be made."""

    entry: ForwardEntry
    last_chance: Meeting | None
    asked: list[Asked]
    may_ask: bool


def entries_to_come(today: date) -> QuerySet[ForwardEntry]:
    """Decisions whose day has not passed, and those without one; the next first."""
    coming = Q(decision_on__gte=today) | Q(decision_on__isnull=True)
    return _entries().filter(coming).order_by(F("decision_on").asc(nulls_last=True), "pk")


def entries_past(today: date) -> QuerySet[ForwardEntry]:
    """Decisions whose day has passed; the latest first."""
    return _entries().filter(decision_on__lt=today).order_by("-decision_on", "-pk")


def rows_of(entries: Iterable[ForwardEntry], *, user: User, today: date) -> list[Row]:
    """The rows of a page of entries, in a number of queries that does not grow with them."""
    entries = list(entries)
    meetings = _meetings_to_come({entry.in_remit_of_id for entry in entries}, today)
    seats = set(Seat.objects.on(today).filter(person=user.person_id or 0).values_list("body_id", flat=True))
    return [_row(entry, meetings, seats, user, today) for entry in entries]


def _row(entry: ForwardEntry, meetings: list[Meeting], seats: set[int], user: User, today: date) -> Row:
    asked = [Asked(request, _may_decide(user, request)) for request in entry.requests.all()]
    standing = {request.body_id for request in entry.requests.all() if request.state in STANDING}
    wanted = seats if entry.in_remit_of_id is None else seats & {entry.in_remit_of_id}
    to_come = entry.decision_on is None or entry.decision_on >= today
    return Row(entry, last_chance(entry, meetings), asked, bool(wanted - standing) and to_come)


def last_chance(entry: ForwardEntry, meetings: list[Meeting]) -> Meeting | None:
    """The last of these meetings to come, given in time's order, at which its committee can still look at it."""
    own = [meeting for meeting in meetings if meeting.body_id == entry.in_remit_of_id]
    before = [meeting for meeting in own if entry.decision_on is None or meeting.on < entry.decision_on]
    return before[-1] if before else None


def _may_decide(user: User, request: PreScrutinyRequest) -> bool:
    return request.state == RequestState.REQUESTED and may_decide_request(user, request)


def _entries() -> QuerySet[ForwardEntry]:
    people = ("requests__asked_by__person", "requests__body", "requests__item__meeting")
    return ForwardEntry.objects.select_related("decision_maker", "in_remit_of", "portfolio").prefetch_related(*people)


def _meetings_to_come(bodies: set[int | None], today: date) -> list[Meeting]:
    return list(Meeting.objects.deciding().filter(body__in=bodies - {None}, on__gte=today).order_by("on"))
