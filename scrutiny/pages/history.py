"""The history of an item, in words."""

from dataclasses import dataclass
from datetime import datetime

from workprogramme.enums import ItemState
from workprogramme.models import Item, StageMark

MOST = 25


@dataclass(frozen=True)
class Entry:
    """One change: what, by whom, when, and why where somebody said."""

    title: str
    by: str
    at: datetime
    text: str


def history_of(item: Item) -> list[Entry]:
    """The latest changes of an item and of its stages, the newest first.

    Only states, meetings, stages done and reasons are told, never its text.
    """
    rows = list(item.history.select_related("history_user__person")[: MOST + 1])
    earlier = [*rows[1:], None]
    changes = [_entry(row, before) for row, before in zip(rows[:MOST], earlier, strict=False)]
    return sorted([*changes, *_stages(item)], key=lambda entry: entry.at, reverse=True)[:MOST]


def _stages(item: Item) -> list[Entry]:
    marks = StageMark.objects.filter(stage__item=item).select_related("stage", "by__person").order_by("-pk")
    return [_marked(mark) for mark in marks[:MOST]]


def _marked(mark: StageMark) -> Entry:
    return Entry(str(mark), str(mark.by), mark.at, f"Late: {mark.late_because}" if mark.late_because else "")


def _entry(row, before) -> Entry:
    why = row.history_change_reason or (row.state_because if before and row.state != before.state else "")
    return Entry(_what(row, before), str(row.history_user or ""), row.history_date, why)


def _what(row, before) -> str:
    if before is None:
        return "Put on record" if row.history_type == "+" else "Changed"
    if row.state != before.state:
        return ItemState(row.state).label
    if row.programme_id != before.programme_id:
        return "Moved to another programme"
    return "Moved to another meeting" if row.meeting_id != before.meeting_id else "Changed"
