"""What a reorganisation does to the work programme: what is open goes to the committee that continues, and the year."""

from datetime import date

from django.db import transaction
from django.db.models import F, Q, QuerySet

from committees.domain.passing import OVER, meetings_to_come, pass_meeting
from committees.models import Meeting
from council.history import save_by
from council.models import Body
from workprogramme.domain.items import locked, open_programme
from workprogramme.domain.stages import dates_to_meet, follow_meeting_dates
from workprogramme.enums import BEING_WRITTEN, WAITING, ItemState, RequestState
from workprogramme.models import ForwardEntry, Item, PreScrutinyRequest, Programme

OPEN = (ItemState.SUGGESTED, *WAITING, *BEING_WRITTEN, ItemState.PUBLISHED)
RUNNING = (RequestState.REQUESTED, RequestState.AGREED, RequestState.SCHEDULED)


def open_items(body: Body, from_on: date) -> QuerySet[Item]:
    """What a committee has still to look at: on no meeting, on one to come, or not reached at one that is over."""
    not_reached = Q(meeting__isnull=True) | Q(meeting__in=meetings_to_come(body, from_on)) | Q(meeting__state__in=OVER)
    items = Item.objects.filter(not_reached, programme__body=body, state__in=OPEN)
    related = ("programme__year", "meeting", "portfolio", "report_of__portfolio")
    return items.select_related(*related).order_by(F("meeting__on").asc(nulls_last=True), "order", "pk")


def unheard_items(body: Body, from_on: date) -> QuerySet[Item]:
    """What is on a meeting before a day that is neither recorded as held nor cancelled."""
    before = Item.objects.filter(programme__body=body, state__in=OPEN, meeting__on__lt=from_on)
    return before.exclude(meeting__state__in=OVER).select_related("meeting").order_by("meeting__on", "pk")


def running_requests(body: Body) -> QuerySet[PreScrutinyRequest]:
    """The requests for pre-scrutiny that a committee has not answered or not yet dealt with."""
    asked = PreScrutinyRequest.objects.filter(body=body, state__in=RUNNING)
    return asked.select_related("entry", "asked_by__person").order_by("asked_on", "pk")


def decisions_in_remit(body: Body, from_on: date) -> QuerySet[ForwardEntry]:
    """The decisions to come that fall in a committee's remit."""
    coming = Q(decision_on__gte=from_on) | Q(decision_on__isnull=True)
    return (
        ForwardEntry.objects.filter(coming, in_remit_of=body)
        .select_related("portfolio")
        .order_by(F("decision_on").asc(nulls_last=True), "pk")
    )


def pass_programmes(before: Body, after: Body, from_on: date) -> None:
    """Begin the programmes of the years that go on; their adoption stays with the committee that adopted them."""
    for programme in Programme.objects.filter(body=before, year__ends_on__gte=from_on).select_related("year"):
        open_programme(body=after, year=programme.year)


@transaction.atomic
def pass_meeting_with_items(meeting: Meeting, *, to: Body, why: str, by) -> Meeting:
    """Make a meeting one of another committee with what is on it; its authors' dates follow that committee's cycle.

    Reports of other committees stay to be heard there, and who is invited stays invited. What is on it and goes
    elsewhere has to leave it first. Raises ``Refusal`` as ``pass_meeting`` does.
    """
    meeting = pass_meeting(meeting, to=to, why=why, by=by)
    for item in meeting.items.select_related("organisation"):
        item.meeting = meeting
        follow_meeting_dates(item, why=why, by=by)
        if item.state in BEING_WRITTEN and meeting.decides:
            _drop_others(item, to)
    for hearing in meeting.hearings.planned().select_related("item"):
        follow_meeting_dates(hearing.item, why=why, by=by)
    return meeting


def _drop_others(item: Item, to: Body) -> None:
    kept = [row.stage for row in dates_to_meet(item.meeting)]
    if kept:
        item.stages.owed().exclude(stage__in=kept).update(waived_because=f"{to.called} has no such stage"[:300])


@transaction.atomic
def pass_item(item: Item, *, to: Body, why: str, by) -> Item:
    """Put an item on another committee's programme of the same year; it stays the same item, under its reference."""
    item = locked(item)
    year = Programme.objects.select_related("year").get(pk=item.programme_id).year
    item.programme, item.version = open_programme(body=to, year=year), item.version + 1
    save_by(item, by=by, why=why, fields=["programme", "version"])
    return item


@transaction.atomic
def pass_request(request: PreScrutinyRequest, *, to: Body) -> str:
    """Let another committee answer a request. Where it was asked for the same already, that request stands for both.

    Returns what became of it where that is not plain.
    """
    same = running_requests(to).filter(entry=request.entry_id).exclude(pk=request.pk).first()
    if same is None:
        return _save_request(request, to)
    stands, joins = (request, same) if request.item_id and not same.item_id else (same, request)
    asked = f"{stands.asked_on.day} {stands.asked_on:%B %Y}"
    joins.state = RequestState.DECLINED
    joins.state_because = f"Joined with what {stands.asked_by} asked for on {asked}: one committee looks at it now"
    _save_request(joins, to)
    return _save_request(stands, to) or joins.state_because


def _save_request(request: PreScrutinyRequest, to: Body) -> str:
    request.body = to
    request.save(update_fields=["body", "state", "state_because"])
    return ""


def pass_entry(entry: ForwardEntry, *, to: Body) -> None:
    """Let a decision fall in another committee's remit."""
    entry.in_remit_of = to
    entry.save(update_fields=["in_remit_of"])
