"""What meetings do to the items on them: meetings still open to items, the agenda going out, the meeting held."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Case, Count, F, Q, QuerySet, When

from committees.domain.meetings import arrange_meeting, hold_meeting, publish_agenda
from committees.enums import DECIDING_KINDS, MeetingState
from committees.models import Meeting
from committees.venues import venue_for
from council.calendar import today
from council.domain.setting_up import register_person
from council.models import Body
from council.refusal import Refusal
from workprogramme.domain.hearings import hear_hearings, publish_hearings
from workprogramme.domain.items import hear_item, publish_item
from workprogramme.domain.notices import land_notices
from workprogramme.enums import LIVE_HEARINGS, ON_A_MEETING, ItemState
from workprogramme.models import Hearing, Item


def meetings_open_to(body: Body) -> QuerySet[Meeting]:
    """The committee's meetings that items can still go on, formal ones first, each with its ``load`` of items."""
    over = [MeetingState.HELD, MeetingState.CANCELLED]
    coming = Meeting.objects.filter(Q(on__gte=today()) | Q(on__isnull=True), body=body).exclude(state__in=over)
    own = Count("items", filter=Q(items__state__in=ON_A_MEETING), distinct=True)
    load = own + Count("hearings", filter=Q(hearings__state__in=LIVE_HEARINGS), distinct=True)
    informal = Case(When(kind__in=DECIDING_KINDS, then=0), default=1)
    in_turn = (informal, F("on").asc(nulls_last=True), "order", "pk")
    return coming.select_related("body").annotate(load=load).order_by(*in_turn)


def items_to_publish(meeting: Meeting) -> QuerySet[Item]:
    """The items on a meeting whose reports are not out yet."""
    return meeting.items.filter(state__in=[ItemState.SCHEDULED, ItemState.IN_PREPARATION])


def items_to_hear(meeting: Meeting) -> QuerySet[Item]:
    """The items on a meeting that the committee has not considered yet."""
    return meeting.items.on_a_meeting().exclude(state=ItemState.HEARD)


@transaction.atomic
def add_meeting(
    *, body: Body, by, on: date | None, venue: str = "", organisers: tuple[str, ...] = (), **more
) -> Meeting:
    """Put a meeting on record with its venue and organisers by name; one without a date is to be arranged.

    Notices of items that waited for a meeting land on it where it is the next open agenda (Protocol 5.6).
    Raises ``Refusal`` as ``committees.domain.meetings.arrange_meeting`` does.
    """
    state = MeetingState.ARRANGED if on else MeetingState.TO_BE_ARRANGED
    people = tuple(register_person(name=name) for name in organisers)
    meeting = arrange_meeting(body=body, by=by, on=on, state=state, venue=venue_for(venue), organisers=people, **more)
    land_notices(meeting, by=by)
    return meeting


@transaction.atomic
def publish_with_reports(
    meeting: Meeting, *, on: date, items: Iterable[Item], by, hearings: Iterable[Hearing] = ()
) -> Meeting:
    """Record that the agenda went out on a day, with these reports, also those of other committees (s100B(3)).

    Raises ``Refusal`` where the meeting owes no publication, or the day has not come.
    """
    publication = getattr(meeting, "publication", None)
    if publication is None or not publication.is_owed:
        raise Refusal("This meeting has no agenda still to be published.")
    if on > today():
        raise Refusal("An agenda cannot be out on a day that has not come.")
    for item in items:
        publish_item(item, on=on, by=by)
    publish_hearings(hearings, by=by)
    return publish_agenda(meeting, on=on, by=by)


@transaction.atomic
def hold_and_hear(meeting: Meeting, *, items: Iterable[Item], by, hearings: Iterable[Hearing] = ()) -> Meeting:
    """Record that the meeting took place and considered these items, and these reports of other committees.

    Raises ``Refusal`` where it has no date, its day has not come, or it was cancelled.
    """
    if meeting.on is None or meeting.on > today():
        raise Refusal("This meeting's day has not come, so it cannot be recorded as held.")
    for item in items:
        hear_item(item, by=by)
    hear_hearings(hearings, by=by)
    return hold_meeting(meeting, by=by)
