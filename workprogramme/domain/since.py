"""What became of an item since somebody opened it: told to the second of two who save at once."""

from itertools import pairwise

from committees.models import Meeting
from workprogramme.enums import ItemState
from workprogramme.models import Item

MOST = 3


def changes_since(item: Item, version: int) -> str:
    """Who did what to the item after ``version``, in sentences, the latest of them; nothing where nobody did."""
    rows = list(item.history.filter(version__gte=version).select_related("history_user__person").order_by("history_id"))
    changes = [_words(row, before) for before, row in pairwise(rows) if row.version > version]
    return " ".join(changes[-MOST:])


def _words(row, before) -> str:
    who = str(row.history_user or "Somebody")
    why = f" ({row.history_change_reason})" if row.history_change_reason else ""
    return f"{who} {_did(row, before)}{why}."


def _did(row, before) -> str:
    if row.meeting_id != before.meeting_id:
        return _moved(_when(before.meeting_id), _when(row.meeting_id))
    if row.route != before.route:
        return f"changed how it is taken to: {row.get_route_display().lower()}"
    if row.state != before.state:
        return f"made it {ItemState(row.state).label.lower()}"
    return "changed it"


def _moved(from_when: str, to_when: str) -> str:
    if not to_when:
        return f"took it off the meeting of {from_when}"
    if not from_when:
        return f"put it on the meeting of {to_when}"
    return f"moved it from the meeting of {from_when} to {to_when}"


def _when(pk: int | None) -> str:
    meeting = Meeting.objects.filter(pk=pk).first() if pk else None
    return meeting.when if meeting else ""
