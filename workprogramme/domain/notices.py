"""Notice of an item: a right that lands on the next open agenda (Protocol 5.6). Only its place there is chosen."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from committees.enums import MeetingKind, MeetingState
from committees.models import Meeting
from council.calendar import today
from council.domain.setting_up import year_of
from council.history import save_by
from council.models import Body, Person
from council.refusal import Refusal
from workprogramme.domain.asked import ask_for_item, decide
from workprogramme.domain.items import accept_item, locked, open_programme, schedule_item, suggest_item
from workprogramme.enums import BEING_WRITTEN, AskedState, ItemState, Origin
from workprogramme.models import AskingRules, Item, ItemRequest
from workprogramme.rules import has_right_of_notice

WHY = "Notice of an item (Protocol 5.6)"


def open_until(meeting: Meeting, rules: AskingRules) -> date:
    """The last day on which notice still reaches a meeting: its date for the stage that the settings name."""
    stage = next((row for row in meeting.stage_dates.all() if row.stage == rules.notice_until), None)
    return stage.on if stage else meeting.on


def next_open_agenda(body: Body, on: date, given_on: date | None = None) -> Meeting | None:
    """The next formal meeting whose agenda is not out and whose cycle still allows an item; or none.

    ``given_on`` is the day on which notice was given, where it is put on record later.
    """
    coming = Meeting.objects.filter(body=body, kind=MeetingKind.FORMAL, on__gte=on)
    coming = coming.exclude(state__in=[MeetingState.HELD, MeetingState.CANCELLED])
    not_out = Q(publication__isnull=True) | Q(publication__met_on__isnull=True)
    rules = AskingRules.of(body)
    found = coming.filter(not_out).select_related("body", "year").prefetch_related("stage_dates").order_by("on")
    return next((meeting for meeting in found if open_until(meeting, rules) >= (given_on or on)), None)


@transaction.atomic
def give_notice(
    *, body: Body, person: Person, title: str, by, why: str = "", asked_on: date | None = None
) -> ItemRequest:
    """A member gives notice: the item is on the next open agenda at once, or waits for the next meeting arranged.

    It stands last on that agenda until its place is chosen. Nobody can decline it. What counts is the day on which it
    was given. Raises ``Refusal`` where ``person`` is not a member of the committee that day.
    """
    if not has_right_of_notice(person, body, asked_on or today()):
        raise Refusal(f"Only members of {body.called}, voting or co-opted, give notice of an item (Protocol 5.6).")
    meeting = next_open_agenda(body, today(), asked_on)
    asked = ask_for_item(body=body, title=title, why=why, origin=Origin.NOTICE, person=person, by=by, asked_on=asked_on)
    programme = open_programme(body=body, year=meeting.year if meeting else year_of(today()))
    item = accept_item(
        suggest_item(programme=programme, title=asked.title, by=by, origin=Origin.NOTICE), by=by, why=WHY
    )
    asked.item = schedule_item(item, meeting=meeting, by=by, why=WHY) if meeting else item
    return decide(asked, AskedState.ACCEPTED, by=by, also=["item"])


@transaction.atomic
def land_notices(meeting: Meeting, *, by) -> list[Item]:
    """Put the notices that wait for a meeting on one that was just arranged, where it is the next open agenda."""
    waiting = Item.objects.filter(
        programme__body=meeting.body_id, origin=Origin.NOTICE, state=ItemState.ACCEPTED, requests__origin=Origin.NOTICE
    )
    if not waiting.exists() or next_open_agenda(meeting.body, today()) != meeting:
        return []
    return [schedule_item(item, meeting=meeting, by=by, why=WHY) for item in waiting.distinct().order_by("pk")]


@transaction.atomic
def place_on_agenda(item: Item, *, after: Item | None, by) -> Item:
    """Choose an item's place on its meeting: after another item of it, or first of all. The others keep their order.

    Raises ``Refusal`` where it is on no meeting to come, its report is out, or the other item is not on that meeting.
    """
    item = locked(item)
    if item.meeting is None or item.state not in BEING_WRITTEN or item.meeting.is_over(today()):
        raise Refusal("Its place can be chosen while it is on a meeting to come and its report is not out.")
    others = list(item.meeting.items.select_for_update(of=("self",)).exclude(pk=item.pk).order_by("order", "pk"))
    if after is not None and after not in others:
        raise Refusal("That item is on another meeting. Choose one of this meeting.")
    place = others.index(after) + 1 if after else 0
    for order, one in enumerate([*others[:place], item, *others[place:]], start=1):
        if one.order != order:
            one.order, one.version = order, one.version + 1
            save_by(one, by=by, why="Place on the agenda chosen", fields=["order", "version"])
    return item
