"""A committee's year as the planner shows it: meetings with their items, the tray, and lanes for what is informal."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, Q, QuerySet

from committees.enums import MeetingKind
from committees.models import Meeting
from council.models import Body, MunicipalYear
from workprogramme.domain.clashes import Clash
from workprogramme.domain.expecting import Expected
from workprogramme.enums import ItemState
from workprogramme.models import Hearing, Item, Programme, ReportStage
from workprogramme.rules import is_movable, waits_for_a_meeting

LAST = 10_000
MOST_ITEMS = 1_000
"""The most items a plan holds; the CSV file of a year has them all."""

LANES = (
    ("informal", "Informal meetings", ()),
    ("visits", "Visits", (MeetingKind.SITE_VISIT,)),
    ("training", "Training", (MeetingKind.TRAINING,)),
)


@dataclass(frozen=True)
class Card:
    """One item with the report stage that is due first, if any is owed.

    With a ``hearing`` it is another committee's report, which is heard here as well.
    """

    item: Item
    due: ReportStage | None
    is_late: bool
    clashes: tuple[Clash, ...] = ()
    hearing: Hearing | None = None

    @property
    def is_movable(self) -> bool:
        """Whether it can go to another meeting as things stand; a hearing moves on a page of its own."""
        return self.hearing is None and is_movable(self.item)


@dataclass(frozen=True)
class Column:
    """One meeting with its items in agenda order, held against the committee's limit (Protocol 5.3).

    ``expected`` is what comes back, should be on it, and is not.
    """

    meeting: Meeting
    cards: list[Card]
    limit: int
    is_next: bool
    is_past: bool
    clashes: tuple[Clash, ...] = ()
    expected: tuple[Expected, ...] = ()

    @property
    def takes_items(self) -> bool:
        """Whether items can still go on it."""
        return not self.is_past

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
class Lane:
    """Meetings that do not decide, of one sort."""

    name: str
    title: str
    columns: list[Column]


@dataclass(frozen=True)
class YearPlan:
    """All that is planned for a committee in a municipal year; ``is_cut`` where it had to stop at ``MOST_ITEMS``."""

    columns: list[Column]
    informal: list[Column]
    tray: list[Card]
    suggested: list[Card]
    ended: list[Item]
    is_cut: bool = False

    @property
    def lanes(self) -> list[Lane]:
        """Informal meetings, visits and training, each in a lane of its own."""
        taken = [kind for *_, kinds in LANES for kind in kinds]
        return [
            Lane(name, title, [one for one in self.informal if _belongs(one.meeting.kind, kinds, taken)])
            for name, title, kinds in LANES
        ]


def _belongs(kind: str, kinds: tuple[str, ...], taken: list[str]) -> bool:
    return kind in kinds if kinds else kind not in taken


def plan_year(body: Body, year: MunicipalYear, today: date) -> YearPlan:
    """The year of a committee, in a number of queries that does not grow with it."""
    found = list(items_of_year(body, year)[: MOST_ITEMS + 1])
    items = found[:MOST_ITEMS]
    off = [item for item in items if item.meeting_id is None]
    columns = _columns(body, year, items, today)
    return YearPlan(
        columns=[column for column in columns if column.meeting.decides],
        informal=[column for column in columns if not column.meeting.decides],
        tray=[card_of(item, today) for item in off if waits_for_a_meeting(item)],
        suggested=[card_of(item, today) for item in off if item.state == ItemState.SUGGESTED],
        ended=[item for item in off if not waits_for_a_meeting(item) and item.state != ItemState.SUGGESTED],
        is_cut=len(found) > MOST_ITEMS,
    )


def items_of_year(body: Body, year: MunicipalYear) -> QuerySet[Item]:
    """Everything on the committee's meetings of a year, and everything on its programme that is on none."""
    meetings, programmes = (kind.objects.filter(body=body, year=year).values("pk") for kind in (Meeting, Programme))
    on_meetings, on_none = Q(meeting__in=meetings), Q(programme__in=programmes, meeting__isnull=True)
    ordered = Item.objects.with_people().filter(on_meetings | on_none).order_by("meeting__on", "order", "pk")
    return ordered.prefetch_related("stages")


def hearings_of_year(body: Body, year: MunicipalYear) -> QuerySet[Hearing]:
    """The reports of other committees that a committee hears as well in a year, meeting by meeting."""
    heard = Hearing.objects.live().filter(meeting__body=body, meeting__year=year).with_items()
    return heard.order_by("meeting__on", "order", "pk")[:MOST_ITEMS]


def years_of(body: Body, today: date) -> QuerySet[MunicipalYear]:
    """The years in which a committee has meetings or a programme, and this one; the latest first."""
    this_year = Q(starts_on__lte=today, ends_on__gte=today)
    return MunicipalYear.objects.filter(this_year | Q(meetings__body=body) | Q(programmes__body=body)).distinct()


def with_expected(plan: YearPlan, missing: Iterable[Expected]) -> YearPlan:
    """The plan with what is expected at a meeting, and has no place there, on its column."""
    by_meeting = defaultdict(list)
    for expected in missing:
        by_meeting[expected.meeting and expected.meeting.pk].append(expected)
    columns = [replace(column, expected=tuple(by_meeting[column.meeting.pk])) for column in plan.columns]
    return replace(plan, columns=columns)


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
    on_meeting = defaultdict(list)
    for item in in_agenda_order(items):
        on_meeting[item.meeting_id].append(card_of(item, today))
    for hearing in hearings_of_year(body, year):
        on_meeting[hearing.meeting_id].append(replace(card_of(hearing.item, today), hearing=hearing))
    meetings = list(_meetings(body, year))
    coming = [meeting.pk for meeting in meetings if meeting.decides and not meeting.is_over(today)][:1]
    return [
        Column(meeting, on_meeting[meeting.pk], body.item_limit, meeting.pk in coming, meeting.is_over(today))
        for meeting in meetings
    ]


def _meetings(body: Body, year: MunicipalYear) -> QuerySet[Meeting]:
    found = Meeting.objects.filter(body=body, year=year).select_related("body", "year", "venue", "publication")
    in_time = (F("on").asc(nulls_last=True), "at", "order", "pk")
    return found.prefetch_related("organisers__person", "stage_dates").order_by(*in_time)
