"""Cancelling a meeting: its items wait again, what was due there is worked out anew, and it can be taken back."""

from django.db import transaction

from actions.domain.dues import re_work_dues
from actions.models import Action
from committees.domain.meetings import mark_going_ahead
from committees.models import Meeting
from council.calendar import today
from council.history import save_by
from workprogramme.domain.cancelling import call_off_with_items, items_left_waiting, said
from workprogramme.domain.items import schedule_item
from workprogramme.domain.notices import next_open_agenda
from workprogramme.enums import ItemState, Origin
from workprogramme.models import Item, ItemMove


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, why: str, by) -> Meeting:
    """Cancel a meeting with everything that hangs on it.

    Its items wait in the tray for another meeting, their stages no longer owed, and notices go to the next open agenda;
    what was due at that meeting or at the next one is worked out again; what an informal meeting or visit was arranged
    for is asked for again. Reports of other committees and petitions are not heard there. Raises ``Refusal`` as
    ``call_off_with_items`` does.
    """
    notices = [item for item in items_left_waiting(meeting) if item.origin == Origin.NOTICE]
    meeting = call_off_with_items(meeting, why=why, by=by)
    because, then = said(meeting), next_open_agenda(meeting.body, today())
    for item in notices if then else ():
        schedule_item(item, meeting=then, why=because, by=by)
    for action in Action.objects.live().filter(arranged_as=meeting):
        action.arranged_as = None
        save_by(action, by=by, why=because, fields=["arranged_as"])
    re_work_dues(meeting.body, why=because, by=by)
    return meeting


@transaction.atomic
def reinstate_meeting(meeting: Meeting, *, by) -> Meeting:
    """Let a cancelled meeting go ahead after all: the undo of ``cancel_meeting``.

    The items that it left waiting go back on it, except those that went elsewhere meanwhile. What an informal meeting
    or visit was arranged for has to be linked again. Raises ``Refusal`` as ``mark_going_ahead`` does.
    """
    waiting, why = items_to_come_back(meeting), "The meeting goes ahead after all"
    meeting = mark_going_ahead(meeting, by=by)
    for item in waiting:
        schedule_item(item, meeting=meeting, why=why, by=by)
    re_work_dues(meeting.body, why=why, by=by)
    return meeting


def items_to_come_back(meeting: Meeting) -> list[Item]:
    """The items that wait because the meeting was cancelled, in the order they had on it."""
    deferred = Item.objects.filter(programme__body=meeting.body, state=ItemState.DEFERRED)
    deferred = deferred.filter(moves__from_meeting=meeting, moves__to_meeting=None).distinct()
    last = {item.pk: ItemMove.objects.filter(item=item).order_by("-pk").first() for item in deferred}
    here = [item for item in deferred if (move := last[item.pk]) and move.from_meeting_id == meeting.pk]
    return sorted((item for item in here if item.state_because == said(meeting)), key=lambda item: last[item.pk].pk)
