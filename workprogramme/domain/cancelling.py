"""What cancelling a meeting does to the work programme: what is on it waits, and other committees' reports go off."""

from django.db import transaction

from committees.domain.meetings import mark_cancelled
from committees.models import Meeting
from workprogramme.domain.asked import take_petitions_off
from workprogramme.domain.hearings import withdraw_hearing
from workprogramme.domain.items import defer_item
from workprogramme.enums import ItemState, Origin
from workprogramme.models import Item

NOBODY = "Nobody: there is no meeting to take it"
"""Who agreed that an item waits of which notice was given: a right that nobody can give away (Protocol 5.6)."""


@transaction.atomic
def call_off_with_items(meeting: Meeting, *, why: str, by) -> Meeting:
    """Cancel a meeting; what is on it waits for another one, and nothing is owed on it meanwhile.

    So do petitions; reports of other committees are not heard there. Raises ``Refusal`` as ``mark_cancelled`` does, and
    where a report on it still goes to other committees.
    """
    meeting = mark_cancelled(meeting, why=why, by=by)
    take_petitions_off(meeting, why=said(meeting), by=by)
    for hearing in meeting.hearings.planned():
        withdraw_hearing(hearing, why=said(meeting), by=by)
    for item in items_left_waiting(meeting):
        leave(item, because=said(meeting), by=by)
    return meeting


def leave(item: Item, *, because: str, by) -> Item:
    """Take an item off its meeting, to wait for another one."""
    agreed_by = NOBODY if item.origin == Origin.NOTICE else ""
    return defer_item(item, why=because[:300], agreed_by=agreed_by, by=by)


def said(meeting: Meeting) -> str:
    """Why its items wait, in words."""
    return f"The meeting of {meeting.when} was cancelled: {meeting.cancelled_because}"[:300]


def items_left_waiting(meeting: Meeting) -> list[Item]:
    """The items on a meeting that has to be held for them; what was heard there stays where it is."""
    return list(meeting.items.on_a_meeting().exclude(state=ItemState.HEARD).order_by("order", "pk"))
