"""A programme as a spreadsheet reads it."""

from collections.abc import Iterable, Iterator

from django.http import HttpResponse

from papers.writing.sheet import csv_lines
from workprogramme.models import Item

COLUMNS = (
    "Meeting", "Place on agenda", "Reference", "Item", "Written by", "Report of", "State", "What for", "Where from",
    "Next stage", "Stage due",
)  # fmt: skip


def programme_csv(items: Iterable[Item], name: str) -> HttpResponse:
    """Answer with one row an item."""
    response = HttpResponse(csv_lines(COLUMNS, programme_rows(items)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def programme_rows(items: Iterable[Item]) -> Iterator[list[str]]:
    """Yield the cells of each item."""
    for item in items:
        owed = [stage for stage in item.stages.all() if stage.is_owed and stage.due_on]
        due = min(owed, key=lambda stage: stage.due_on, default=None)
        yield [
            (item.meeting.on.isoformat() if item.meeting.on else item.meeting.when) if item.meeting else "",
            str(item.order) if item.meeting else "",
            item.ref,
            item.title,
            item.written_by,
            str(item.report_of or ""),
            item.get_state_display(),
            item.get_purpose_display(),
            item.get_origin_display(),
            due.get_stage_display() if due else "",
            due.due_on.isoformat() if due else "",
        ]
