"""A programme as a spreadsheet reads it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from django.db.models import QuerySet
from django.http import StreamingHttpResponse

from papers.writing.sheet import csv_lines
from workprogramme.domain.attendance import GROUPS, Line
from workprogramme.domain.expecting import Expected, say_rule
from workprogramme.models import Hearing, Item, Series

MOST_ROWS = 10_000
AT_A_TIME = 500
COLUMNS = (
    "Meeting", "Place on agenda", "Reference", "Item", "Written by", "Report of", "State", "What for", "Where from",
    "Next stage", "Stage due",
)  # fmt: skip


def programme_csv(items: QuerySet[Item], name: str, hearings: Iterable[Hearing] = ()) -> StreamingHttpResponse:
    """Answer with one row an item, line by line, at most ``MOST_ROWS``; a last line says where there are more.

    The reports of other committees follow, each with whose it is.
    """
    lines = csv_lines(COLUMNS, chain(_bounded(items), map(_hearing_row, hearings)))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _bounded(items: QuerySet[Item]) -> Iterator[list[str]]:
    yield from programme_rows(items[:MOST_ROWS].iterator(chunk_size=AT_A_TIME))
    if items[MOST_ROWS : MOST_ROWS + 1]:
        yield [f"Only the first {MOST_ROWS:,} items are listed."]


def _hearing_row(hearing: Hearing) -> list[str]:
    item, meeting = hearing.item, hearing.meeting
    whose = f"Report of {item.programme.body.called}"
    facts = [item.ref, item.title, item.written_by, str(item.report_of or ""), hearing.get_state_display()]
    return [meeting.on.isoformat(), str(hearing.order), *facts, item.get_purpose_display(), whose, "", ""]


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


SERIES_COLUMNS = (
    "Comes back", "How often", "From", "Until", "Ended because", "Next written by", "Report of", "Expected", "Stands",
    "Item", "Meeting", "Left out because",
)  # fmt: skip
STANDS = {"placed": "On a meeting", "left_out": "Left out", "missing": "Without a place", "missed": "Missed"}


def series_csv(found: Iterable[Series], expected: Iterable[Expected], name: str) -> StreamingHttpResponse:
    """Answer with one row for each time something is expected, and one for what is expected at no time this year."""
    response = StreamingHttpResponse(
        csv_lines(SERIES_COLUMNS, series_rows(found, list(expected))), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def series_rows(found: Iterable[Series], expected: list[Expected]) -> Iterator[list]:
    """Yield the cells of each time, series by series."""
    for series in found:
        names = " / ".join(str(author.person) for author in series.authors.all())
        told = [
            series.title, say_rule(series), series.from_on, series.until_on, series.ended_because,
            names or str(series.organisation or ""), str(series.report_of or ""),
        ]  # fmt: skip
        times = [each for each in expected if each.series.pk == series.pk]
        yield from ([*told, *_time_cells(each)] for each in times)
        if not times:
            yield [*told, *[""] * 5]


def _time_cells(each: Expected) -> list[str]:
    refs = ", ".join(item.ref for item in each.items)
    meetings = ", ".join(item.meeting.when for item in each.items if item.meeting)
    return [each.words, STANDS[each.state], refs, meetings, each.left_out.because if each.left_out else ""]


ATTENDANCE_COLUMNS = (
    "Meeting", "Who", "Held by", "Sort", "Why", "Must attend", "Invited on", "Stands", "Answered on", "Note",
)  # fmt: skip


def attendance_csv(lines: Iterable[Line], name: str) -> StreamingHttpResponse:
    """Answer with one row for everybody who is to be at a meeting."""
    found = csv_lines(ATTENDANCE_COLUMNS, map(attendance_row, lines))
    response = StreamingHttpResponse(found, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def attendance_row(line: Line) -> list:
    """The cells of one of them."""
    kept = line.invitation
    return [
        line.meeting.on or line.meeting.when, line.who, " / ".join(map(str, line.holders)), GROUPS[line.group],
        "; ".join(line.reasons), "Yes" if line.must else "No", kept.invited_on if line.is_invited else "", line.stands,
        kept.answered_on if line.answer else "", kept.note if kept else "",
    ]  # fmt: skip
