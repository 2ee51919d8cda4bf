"""A committee's year as the planner shows it: meetings with their items, the tray, and the informal lane."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from committees.models import Meeting
from council.models import Body, MunicipalYear
from workprogramme.enums import ItemState
from workprogramme.models import Item, ReportStage

LAST = 10_000
WAITING = (ItemState.ACCEPTED, ItemState.DEFERRED)


@dataclass(frozen=True)
class Card:
    """One item with the report stage that is due first, if any is owed."""

    item: Item
    due: ReportStage | None
    is_late: bool


@dataclass(frozen=True)
class Column:
    """One meeting with its items in agenda order, held against the committee's limit (Protocol 5.3)."""

    meeting: Meeting
    cards: list[Card]
    limit: int
    is_next: bool
    is_past: bool

    @property
    def load(self) -> int:
        """How many items are on it."""
        return len(self.cards)

    @property
    def over(self) -> int:
        """How many items it has above the limit."""
        return max(0, self.load - self.limit)

    @property
    def late(self) -> int:
        """How many of its items have a stage that is late."""
        return sum(card.is_late for card in self.cards)


@dataclass(frozen=True)
class YearPlan:
    """All that is planned for a committee in a municipal year."""

    columns: list[Column]
    informal: list[Column]
    tray: list[Card]
    suggested: list[Card]
    ended: list[Item]


def plan_year(body: Body, year: MunicipalYear, today: date) -> YearPlan:
    """The year of a committee, in a number of queries that does not grow with it."""
    items = list(items_of_year(body, year))
    off = [item for item in items if item.meeting_id is None]
    columns = _columns(body, year, items, today)
    return YearPlan(
        columns=[column for column in columns if column.meeting.decides],
        informal=[column for column in columns if not column.meeting.decides],
        tray=[card_of(item, today) for item in off if item.state in WAITING],
        suggested=[card_of(item, today) for item in off if item.state == ItemState.SUGGESTED],
        ended=[item for item in off if item.state not in (*WAITING, ItemState.SUGGESTED)],
    )


def items_of_year(body: Body, year: MunicipalYear) -> QuerySet[Item]:
    """Everything on the committee's meetings of a year, and everything on its programme that is on none."""
    on_meetings = Q(meeting__body=body, meeting__year=year)
    on_none = Q(programme__body=body, programme__year=year, meeting__isnull=True)
    ordered = Item.objects.with_people().filter(on_meetings | on_none).order_by("meeting__on", "order", "pk")
    return ordered.prefetch_related("stages")


def years_of(body: Body, today: date) -> QuerySet[MunicipalYear]:
    """The years in which a committee has meetings or a programme, and this one; the latest first."""
    this_year = Q(starts_on__lte=today, ends_on__gte=today)
    return MunicipalYear.objects.filter(this_year | Q(meetings__body=body) | Q(programmes__body=body)).distinct()


def card_of(item: Item, today: date) -> Card:
    """An item with the stage that is due first."""
    owed = [stage for stage in item.stages.all() if stage.is_owed and stage.due_on]
    due = min(owed, key=lambda stage: stage.due_on, default=None)
    return Card(item, due, due is not None and due.is_late(today))


def in_agenda_order(items: Iterable[Item]) -> list[Item]:
    """Items as the agenda prints them where it has given them numbers, then as they were placed."""
    return sorted(items, key=lambda item: (_agenda_number(item), item.order, item.pk))


def _agenda_number(item: Item) -> int:
    digits = re.match(r"[0-9]+", item.agenda_number)
    return int(digits[0]) if digits else LAST


def _columns(body: Body, year: MunicipalYear, items: list[Item], today: date) -> list[Column]:
    meetings = list(_meetings(body, year))
    coming = [meeting for meeting in meetings if meeting.decides and not meeting.is_over(today)]
    return [_column(meeting, items, body, today, meeting in coming[:1]) for meeting in meetings]


def _column(meeting: Meeting, items: list[Item], body: Body, today: date, is_next: bool) -> Column:
    cards = [card_of(item, today) for item in in_agenda_order(items) if item.meeting_id == meeting.pk]
    return Column(meeting, cards, body.item_limit, is_next, meeting.is_over(today))


def _meetings(body: Body, year: MunicipalYear) -> QuerySet[Meeting]:
    found = Meeting.objects.filter(body=body, year=year).select_related("body", "year", "venue", "publication")
    in_time = (F("on").asc(nulls_last=True), "at", "order", "pk")
    return found.prefetch_related("organisers__person").order_by(*in_time)
