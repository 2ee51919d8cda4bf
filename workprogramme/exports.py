"""Programmes, the register of requests and topics for review as a spreadsheet reads them."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from django.db.models import QuerySet
from django.http import StreamingHttpResponse

from papers.writing.sheet import csv_lines
from workprogramme.domain.attendance import GROUPS
from workprogramme.domain.attendance import Line as AttendanceLine
from workprogramme.domain.expecting import Expected, say_rule
from workprogramme.domain.ranking import Ranked
from workprogramme.domain.register import where_it_went
from workprogramme.models import Hearing, Item, ItemRequest, Series

MOST_ROWS = 10_000
AT_A_TIME = 500
COLUMNS = (
    "Meeting", "Place on agenda", "Reference", "Item", "Written by", "Report of", "State", "What for", "Where from",
    "Next stage", "Stage due",
)  # fmt: skip
REQUEST_COLUMNS = (
    "Reference", "Committee", "Asked as", "Asked by", "Asked on", "What", "Why", "Chair's view", "State", "Decided on",
    "Answer", "Item or topic", "Where it is now", "Signatures", "Outcome of the petition",
)  # fmt: skip
TOPIC_COLUMNS = (
    "Rank", "Reference", "Topic", "Proposed by", "State", "Per cent of points", "Mean points", "Most points", "Lowest",
    "Highest", "People who scored", "Reaches the threshold", "Reason or minute",
)  # fmt: skip


def programme_csv(items: QuerySet[Item], name: str, hearings: Iterable[Hearing] = ()) -> StreamingHttpResponse:
    """Answer with one row an item, line by line, at most ``MOST_ROWS``; a last line says where there are more.

    The reports of other committees follow, each with whose it is.
    """
    rows = chain(_bounded(items, programme_rows, "items"), map(_hearing_row, hearings))
    return _file(COLUMNS, rows, name)


def requests_csv(requests: QuerySet[ItemRequest], name: str) -> StreamingHttpResponse:
    """Answer with one row a request, at most ``MOST_ROWS``; no private person is named."""
    return _file(REQUEST_COLUMNS, _bounded(requests, request_rows, "requests"), name)


def topics_csv(topics: Iterable[Ranked], name: str) -> StreamingHttpResponse:
    """Answer with one row a topic, in the order of their points."""
    return _file(TOPIC_COLUMNS, topic_rows(topics), name)


def _file(columns: Iterable[str], rows: Iterator[list], name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(csv_lines(columns, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _bounded(found: QuerySet, rows_of: Callable[[Iterable], Iterator[list]], what: str) -> Iterator[list]:
    yield from rows_of(found[:MOST_ROWS].iterator(chunk_size=AT_A_TIME))
    if found[MOST_ROWS : MOST_ROWS + 1]:
        yield [f"Only the first {MOST_ROWS:,} {what} are listed."]


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


def request_rows(requests: Iterable[ItemRequest]) -> Iterator[list]:
    """Yield the cells of each request."""
    for asked in requests:
        petition, became = getattr(asked, "petition", None), asked.item or asked.topic
        yield [
            asked.ref, asked.body.called, asked.get_origin_display(), asked.who, asked.asked_on, asked.title, asked.why,
            asked.chair_view, asked.get_state_display(), asked.decided_on, asked.answer,
            f"{became.ref} {became}" if became else "", where_it_went(asked),
            petition.signatures if petition else "", petition.outcome if petition else "",
        ]  # fmt: skip


def topic_rows(topics: Iterable[Ranked]) -> Iterator[list]:
    """Yield the cells of each topic."""
    for row in topics:
        topic = row.topic
        yield [
            row.rank, topic.ref, topic.title, topic.proposed_by, topic.get_state_display(), _round(row.per_cent),
            _round(row.mean), topic.most_points, row.lowest, row.highest, row.scorers, "Yes" if row.reaches else "No",
            topic.state_because,
        ]  # fmt: skip


def _round(number: float | None) -> str:
    return "" if number is None else f"{number:.1f}"


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


def attendance_csv(lines: Iterable[AttendanceLine], name: str) -> StreamingHttpResponse:
    """Answer with one row for everybody who is to be at a meeting."""
    found = csv_lines(ATTENDANCE_COLUMNS, map(attendance_row, lines))
    response = StreamingHttpResponse(found, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def attendance_row(line: AttendanceLine) -> list:
    """The cells of one of them."""
    kept = line.invitation
    return [
        line.meeting.on or line.meeting.when, line.who, " / ".join(map(str, line.holders)), GROUPS[line.group],
        "; ".join(line.reasons), "Yes" if line.must else "No", kept.invited_on if line.is_invited else "", line.stands,
        kept.answered_on if line.answer else "", kept.note if kept else "",
    ]  # fmt: skip
