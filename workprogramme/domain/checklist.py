"""The content checklist: what a committee asked to see in a report, ticked where the report answers it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from committees.enums import Stage
from committees.models import Clause
from council.calendar import today
from council.models import Body
from council.names import fold
from council.refusal import Refusal
from council.succession import Succession
from workprogramme.domain.items import locked
from workprogramme.enums import BEING_WRITTEN, ItemState
from workprogramme.models import ContentPoint, Item, Tick
from workprogramme.rules import can_be_ticked, check_is_of_committee, is_asked_of

MOST = 1000
"""The most points, and the most reports, of the committees in question that are looked at."""


@dataclass(frozen=True)
class Line:
    """One point as it stands for one report: ticked, with where, or not yet."""

    point: ContentPoint
    tick: Tick | None


@transaction.atomic
def add_points(*, clause: Clause, item: Item, texts: Iterable[str], by, subject: str = "") -> list[ContentPoint]:
    """Put what a clause asked to see on the checklist of a report, and of later reports that begin with ``subject``.

    Raises ``Refusal`` where nothing is said, the clause is another committee's, the report is not called so, or the
    same point is asked of it already.
    """
    texts = [" ".join(text.split())[:200] for text in texts if text.strip()]
    if not texts:
        raise Refusal("Enter what the committee asked to see.")
    check_is_of_committee(clause, item.programme.body)
    if subject and not fold(item.title).startswith(fold(subject) or "?"):
        raise Refusal(f"This report is called “{item.title}”. Enter the words that its title begins with.")
    _check_new(item, texts)
    added = {"added_by": by, "added_on": today()}
    return [
        ContentPoint.objects.create(
            body=item.programme.body, clause=clause, item=item, subject=subject.strip()[:300], text=text, **added
        )
        for text in texts
    ]


def _check_new(item: Item, texts: list[str]) -> None:
    there = {fold(line.point.text) for line in checklist_of(item)}
    for text in texts:
        if fold(text) in there:
            raise Refusal(f"“{text}” is on the checklist of this report already.")
        there.add(fold(text))


@transaction.atomic
def end_point(point: ContentPoint, *, why: str, by) -> ContentPoint:
    """Ask for a point no longer, with the reason; reports of meetings before keep it with their ticks."""
    point = ContentPoint.objects.select_for_update(of=("self",)).get(pk=point.pk)
    if point.ended_on:
        raise Refusal(f"This was ended on {point.ended_on.day} {point.ended_on:%B %Y}.")
    if not why.strip():
        raise Refusal("Say why it is no longer asked for.")
    point.ended_on, point.ended_by, point.ended_because = today(), by, why.strip()[:300]
    point.save(update_fields=["ended_on", "ended_by", "ended_because"])
    return point


@transaction.atomic
def tick_point(point: ContentPoint, *, item: Item, where: str, by) -> Tick:
    """Say that a report answers a point, and where.

    Raises ``Refusal`` where the point is not asked of the report, the report is on no meeting, it is ticked already,
    or no paragraph or page is named.
    """
    item = locked(item)
    if not is_asked_of(point, item):
        raise Refusal("This is not asked of this report.")
    if not can_be_ticked(item):
        raise Refusal(f"This item is {item.get_state_display().lower()}, so there is no report to tick it for.")
    if not where.strip():
        raise Refusal("Enter where the report answers it, like paragraph 3.2 or page 12.")
    kept = item.ticks.filter(point=point, taken_back_on__isnull=True).select_related("by__person").first()
    if kept:
        raise Refusal(f"{kept.by} ticked this on {kept.on.day} {kept.on:%B %Y}: {kept.where}.")
    return item.ticks.create(point=point, where=where.strip().rstrip(".")[:120], by=by, on=today())


@transaction.atomic
def take_back_tick(tick: Tick, *, by) -> Tick:
    """The report does not answer the point after all; that it was ticked stays on record."""
    tick = Tick.objects.select_for_update(of=("self",)).get(pk=tick.pk)
    if tick.taken_back_on:
        raise Refusal("This tick was taken back already.")
    tick.taken_back_by, tick.taken_back_on = by, today()
    tick.save(update_fields=["taken_back_by", "taken_back_on"])
    return tick


def checklist_of(item: Item) -> list[Line]:
    """The checklist of one report."""
    return checklists_of([item])[item.pk]


def checklists_of(items: Iterable[Item]) -> dict[int, list[Line]]:
    """The checklist of each report, by the item's key: three queries, however many there are."""
    items, line = list(items), Succession()
    asking = {item.programme.body_id for item in items}
    points = _points_of(asking.union(*map(line.forebears, asking)))
    ticks = Tick.objects.filter(item__in=items, taken_back_on__isnull=True).select_related("by__person")
    by_place = {(tick.item_id, tick.point_id): tick for tick in ticks}
    return {
        item.pk: [Line(point, by_place.get((item.pk, point.pk))) for point in points if is_asked_of(point, item, line)]
        for item in items
    }


def _points_of(bodies: set[int]) -> list[ContentPoint]:
    related = ("clause__parent", "clause__minute__meeting", "added_by__person")
    return list(ContentPoint.objects.filter(body__in=bodies).select_related(*related)[:MOST])


def is_at_clearance(item: Item, on: date) -> bool:
    """Whether its report is due to be cleared, was cleared, or is out."""
    cleared = cleared_by(item)
    return item.state in (ItemState.PUBLISHED, ItemState.HEARD) or (cleared is not None and cleared <= on)


def cleared_by(item: Item) -> date | None:
    """The day its report was cleared, or else is due to be; nothing where it has no such stage."""
    stage = next((stage for stage in item.stages.all() if stage.stage == Stage.CLEARANCE), None)
    return stage and (stage.met_on or stage.due_on)


def unticked_at_clearance(bodies: QuerySet[Body], *, on: date) -> Iterator[tuple[Item, list[ContentPoint]]]:
    """The reports for meetings to come that are at clearance without all that was asked for, the next meeting first."""
    ahead = Q(meeting__on__gte=on) | Q(meeting__on__isnull=True)
    asking = Q(content_points__isnull=False) | Q(successions_before__isnull=False)
    asked = Item.objects.filter(ahead, programme__body__in=bodies.filter(asking))
    owed = asked.filter(state__in=[*BEING_WRITTEN, ItemState.PUBLISHED]).with_people().defer("exempt_note")
    items = list(owed.prefetch_related("stages").order_by("meeting__on", "order", "pk")[:MOST])
    for item, lines in zip(items, checklists_of(items).values(), strict=True):
        if points := left_unticked(item, lines, on):
            yield item, points


def left_unticked(item: Item, lines: Iterable[Line], on: date) -> list[ContentPoint]:
    """What the committee asked to see and nobody ticked, once the report is at clearance; before, nothing."""
    return [line.point for line in lines if line.tick is None] if is_at_clearance(item, on) else []


def minute_of(clause: Clause) -> str:
    """As a report cites it: "Minute 7 (3) of 6 June 2023"; a bullet that has no label is cited by what it stands in."""
    cited = clause.parent.cited if clause.parent and not clause.label else clause.cited
    return f"Minute {cited} of {clause.minute.meeting.when}"
