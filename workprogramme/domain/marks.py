"""The clashes of a whole year and of one item, loaded in a number of queries that does not grow with them."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from committees.enums import Stage
from committees.models import Meeting
from deadlines.calendar import Calendar
from workprogramme.domain.clashes import (
    Clash,
    ReportDue,
    StageDue,
    above_limit,
    days_off_inside,
    late_at_once,
    of_item,
    too_many_at_once,
)
from workprogramme.domain.planner import Card, Column, YearPlan
from workprogramme.enums import BEING_WRITTEN, ON_A_MEETING
from workprogramme.models import Item, ReportStage


def with_clashes(plan: YearPlan, calendar: Calendar, today: date) -> YearPlan:
    """The plan with what clashes marked on each meeting and card still to come. One query."""
    cards = [card for column in (*plan.columns, *plan.informal) for card in column.cards]
    crowded = too_many_at_once(reports_due(_authors(card.item for card in cards), today))
    words = {"crowded": crowded, "calendar": calendar, "today": today}
    return replace(
        plan,
        columns=[_marked(column, **words) for column in plan.columns],
        informal=[_marked(column, **words) for column in plan.informal],
    )


def _marked(column: Column, *, crowded: dict[int, list[Clash]], calendar: Calendar, today: date) -> Column:
    if column.is_past:
        return column
    cards = [
        card if card.hearing else replace(card, clashes=tuple(of_item(card.item, column.meeting, crowded)))
        for card in column.cards
    ]
    return replace(column, cards=cards, clashes=tuple(_of_meeting(column.meeting, cards, calendar, today)))


def _of_meeting(meeting: Meeting, cards: list[Card], calendar: Calendar, today: date) -> list[Clash]:
    load = above_limit(len(cards), meeting.body.item_limit) if meeting.decides else []
    return [*load, *days_off_inside(_stages_of_meeting(meeting), calendar, today)]


def _stages_of_meeting(meeting: Meeting) -> list[StageDue]:
    publication = getattr(meeting, "publication", None)
    is_out = publication is not None and publication.met_on is not None
    return [StageDue(row.get_stage_display(), row.on, not is_out) for row in meeting.stage_dates.all()]


def clashes_of_item(item: Item, calendar: Calendar, today: date) -> list[Clash]:
    """Everything an item runs into on the meeting it is on, the meeting's own load and days with it."""
    meeting = item.meeting
    load = meeting.items.filter(state__in=ON_A_MEETING).count() + meeting.hearings.live().count()
    stages = [
        StageDue(stage.get_stage_display(), stage.due_on, stage.is_owed) for stage in item.stages.all() if stage.due_on
    ]
    published = [
        StageDue(row.get_stage_display(), row.on) for row in meeting.stage_dates.all() if row.stage == Stage.PUBLISHED
    ]
    return [
        *(above_limit(load, meeting.body.item_limit) if meeting.decides else []),
        *of_item(item, meeting, too_many_at_once(reports_due(_authors([item]), today))),
        *late_at_once(stages, today),
        *days_off_inside([*stages, *published] if stages else [], calendar, today),
    ]


def reports_due(people: Collection[int], today: date) -> list[ReportDue]:
    """What these people owe on reports from this week on, for whichever committee. One query."""
    monday = today - timedelta(days=today.weekday())
    owed = ReportStage.objects.owed().filter(
        item__authors__person__in=people, item__state__in=BEING_WRITTEN, due_on__gte=monday
    )
    rows = owed.order_by("pk").values_list("item", "item__authors__person", "item__authors__person__name", "due_on")
    return [ReportDue(*row) for row in rows]


def _authors(items: Iterable[Item]) -> set[int]:
    return {author.person_id for item in items for author in item.authors.all()}
