"""The history of an item, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from workprogramme.domain.stages import OPEN_AGAIN
from workprogramme.enums import ItemState
from workprogramme.models import Item, ReportStage

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
    marked = Q(met_on__isnull=False) | Q(history_change_reason=OPEN_AGAIN)
    rows = ReportStage.history.filter(marked, item=item).select_related("history_user__person")
    return [_marked(row) for row in rows[:MOST]]


def _marked(row) -> Entry:
    done = f"done on {row.met_on.day} {row.met_on:%B %Y}" if row.met_on else "open again"
    late = f"Late: {row.late_because}" if row.late_because else ""
    return Entry(f"{row.get_stage_display()} {done}", str(row.history_user or ""), row.history_date, late)


def _entry(row, before) -> Entry:
    why = row.history_change_reason or (row.state_because if before and row.state != before.state else "")
    return Entry(_what(row, before), str(row.history_user or ""), row.history_date, why)


def _what(row, before) -> str:
    if before is None:
        return "Put on record" if row.history_type == "+" else "Changed"
    if row.state != before.state:
        return ItemState(row.state).label
    return "Moved to another meeting" if row.meeting_id != before.meeting_id else "Changed"
