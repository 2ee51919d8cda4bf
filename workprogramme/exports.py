"""A programme as a spreadsheet reads it."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from django.http import StreamingHttpResponse

from papers.writing.sheet import csv_lines
from workprogramme.models import Item

MOST_ROWS = 10_000
AT_A_TIME = 500
COLUMNS = (
    "Meeting", "Place on agenda", "Reference", "Item", "Written by", "Report of", "State", "What for", "Where from",
    "Next stage", "Stage due",
)  # fmt: skip


def programme_csv(items: QuerySet[Item], name: str) -> StreamingHttpResponse:
    """Answer with one row an item, line by line, at most ``MOST_ROWS``; a last line says where there are more."""
    lines = csv_lines(COLUMNS, _bounded(items))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _bounded(items: QuerySet[Item]) -> Iterator[list[str]]:
    yield from programme_rows(items[:MOST_ROWS].iterator(chunk_size=AT_A_TIME))
    if items[MOST_ROWS : MOST_ROWS + 1]:
        yield [f"Only the first {MOST_ROWS:,} items are listed."]


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
