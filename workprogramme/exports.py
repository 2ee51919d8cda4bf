"""Programmes, the register of requests and topics for review as a spreadsheet reads them."""

from collections.abc import Callable, Iterable, Iterator

from django.db.models import QuerySet
from django.http import StreamingHttpResponse

from papers.writing.sheet import csv_lines
from workprogramme.domain.ranking import Ranked
from workprogramme.domain.register import where_it_went
from workprogramme.models import Item, ItemRequest

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


def programme_csv(items: QuerySet[Item], name: str) -> StreamingHttpResponse:
    """Answer with one row an item, line by line, at most ``MOST_ROWS``; a last line says where there are more."""
    return _file(COLUMNS, _bounded(items, programme_rows, "items"), name)


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
