"""What comes back: begun, changed, ended, and which items are it."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import F, QuerySet

from committees.models import Clause
from council.calendar import today
from council.domain.setting_up import outside_body, register_person
from council.history import create_by, save_by
from council.models import Body, Person, Portfolio
from council.names import fold
from council.refusal import Refusal, Stale
from workprogramme.domain.items import locked, withdraw_item
from workprogramme.domain.returning import live_series, stand_where_expected
from workprogramme.enums import BEING_WRITTEN, WAITING, ItemState, Recurrence, Returns
from workprogramme.models import Item, Series, SeriesAuthor
from workprogramme.rules import check_can_return


@transaction.atomic
def begin_series(
    *,
    body: Body,
    title: str,
    returns: str,
    by,
    from_on: date | None = None,
    authors: tuple[str, ...] = (),
    organisation: str = "",
    portfolios: Iterable[Portfolio] = (),
    items: Iterable[Item] = (),
    counts_from: date | None = None,
    origin_clause: Clause | None = None,
    **more,
) -> Series:
    """Say that an item of a committee comes back, by which rule; ``items`` already planned are those of it.

    ``authors`` are names; without any it takes those of the last of its items. What stands at every formal meeting is
    put on each that is still to come. What is counted from a clause is counted from the day of its meeting. Raises
    ``Refusal`` without a title, where the committee has one of that title already, or with no day to count from.
    """
    asked_on = origin_clause.minute.meeting.on if origin_clause else None
    facts = {
        "title": title.strip()[:300], "returns": returns, "from_on": from_on or asked_on or today(),
        "counts_from": (counts_from or asked_on) if returns == Returns.AFTER else None, "origin_clause": origin_clause,
    }  # fmt: skip
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    check_can_return(body, **facts)
    writer = outside_body(organisation) if organisation else None
    series = create_by(Series, by=by, body=body, organisation=writer, **facts, **more)
    series.portfolios.set(portfolios)
    for item in items:
        join_series(item, series=series, by=by)
    _set_authors(series, _people(authors) or _last_authors(series))
    stand_where_expected(series, by=by)
    return series


@transaction.atomic
def revise_series(
    series: Series,
    *,
    by,
    authors: tuple[str, ...],
    portfolios: Iterable[Portfolio],
    why: str = "",
    organisation: str = "",
    version: int | None = None,
    **facts,
) -> Series:
    """Say anew what comes back, how often and by whom; items already planned keep their titles and authors.

    Raises ``Refusal`` as ``begin_series`` does, ``Stale`` where somebody saved it since ``version``.
    """
    series = _locked(series, version)
    facts |= {"organisation": outside_body(organisation) if organisation else None}
    for name, value in facts.items():
        setattr(series, name, value)
    if series.returns == Returns.AFTER and series.counts_from is None and series.origin_clause:
        series.counts_from = series.origin_clause.minute.meeting.on
    checked = ("title", "returns", "from_on", "counts_from", "until_on")
    check_can_return(series.body, **{name: getattr(series, name) for name in checked}, but=series)
    _save(series, by=by, why=why, fields=[*facts, "counts_from"])
    series.portfolios.set(portfolios)
    _set_authors(series, _people(authors))
    for item in series.items.exclude(recurrence=series.recurrence):
        _mark(item, series, by=by)
    stand_where_expected(series, by=by)
    return series


@transaction.atomic
def end_series(
    series: Series, *, on: date, because: str, by, withdraw: bool = False, version: int | None = None
) -> list[Item]:
    """Say that it comes back no more after a day, and why; where asked, withdraw what is planned after that day.

    Returns what was withdrawn. What was published or heard stays.
    """
    series = _locked(series, version)
    if not because.strip():
        raise Refusal("Say why it comes back no more.")
    if on < series.from_on:
        raise Refusal(f"It comes back from {_long(series.from_on)}, so it cannot end before that.")
    series.until_on, series.ended_because = on, because.strip()[:300]
    _save(series, by=by, why=because, fields=["until_on", "ended_because"])
    if not withdraw:
        return []
    return [
        withdraw_item(item, why=f"Comes back no more: {because}"[:300], by=by) for item in planned_after(series, on)
    ]


def planned_after(series: Series, day: date) -> list[Item]:
    """Its items that wait for a meeting, or stand on one after a day, and are not out yet."""
    items = series.items.filter(state__in=[*BEING_WRITTEN, *WAITING]).select_related("meeting")
    return [item for item in items if item.meeting is None or item.meeting.on is None or item.meeting.on > day]


@transaction.atomic
def resume_series(series: Series, *, by, version: int | None = None) -> Series:
    """Take its end back: it comes back again as before."""
    series = _locked(series, version)
    if series.until_on is None:
        raise Refusal("It has no end to take back.")
    series.until_on, series.ended_because = None, ""
    _save(series, by=by, why="Comes back again", fields=["until_on", "ended_because"])
    stand_where_expected(series, by=by)
    return series


@transaction.atomic
def join_all(series: Series, *, items: Iterable[Item], by) -> Series:
    """Say of several items that they are one of a series."""
    for item in items:
        join_series(item, series=series, by=by)
    return series


@transaction.atomic
def join_series(item: Item, *, series: Series, by) -> Item:
    """Say that an item is one of a series: whatever it is called, it is the same thing that comes back."""
    item = locked(item)
    if item.programme.body_id != series.body_id:
        raise Refusal("That item is on another committee's programme.")
    return item if item.series_id == series.pk else _mark(item, series, by=by)


@transaction.atomic
def leave_series(item: Item, *, by) -> Item:
    """Say that an item is not one of its series after all: it comes once."""
    item = locked(item)
    if item.series_id is None:
        raise Refusal("This item is not one that comes back.")
    item.series, item.recurrence, item.version = None, Recurrence.ONCE, item.version + 1
    save_by(item, by=by, why="Comes once", fields=["series", "recurrence", "version"])
    return item


def _mark(item: Item, series: Series, *, by) -> Item:
    item.series, item.recurrence, item.version = series, series.recurrence, item.version + 1
    save_by(item, by=by, why=f"Comes back: {series}", fields=["series", "recurrence", "version"])
    return item


def join_by_title(item: Item, *, by) -> Item:
    """Make an item one of the series of its committee that is called the same, where there is one on its day."""
    day = item.meeting.on if item.meeting and item.meeting.on else today()
    called = [series for series in live_series(item.programme.body, day) if fold(series.title) == fold(item.title)]
    return join_series(item, series=called[0], by=by) if called else item


def items_called(title: str, body: Body) -> list[Item]:
    """What is planned of a committee under a title, from this year on, and is of no series."""
    return [item for item in items_that_may_join(body) if fold(item.title) == fold(title)]


def items_that_may_join(body: Body, most: int = 1_000) -> QuerySet[Item]:
    """What is planned of a committee, from this year on, and is of no series: in time's order, so many at most."""
    free = Item.objects.filter(programme__body=body, programme__year__ends_on__gte=today(), series__isnull=True)
    planned = free.exclude(state__in=[ItemState.WITHDRAWN, ItemState.DECLINED, ItemState.SUGGESTED])
    in_time = (F("meeting__on").asc(nulls_last=True), "order", "pk")
    first = list(planned.order_by(*in_time).values_list("pk", flat=True)[:most])
    found = Item.objects.filter(pk__in=first).select_related("meeting", "programme").defer("exempt_note")
    return found.order_by(*in_time)


def _people(names: Iterable[str]) -> tuple[Person, ...]:
    return tuple(register_person(name=name) for name in names)


def _set_authors(series: Series, authors: Iterable[Person]) -> None:
    authors = tuple(dict.fromkeys(authors))
    series.authors.exclude(person__in=authors).delete()
    for order, person in enumerate(authors):
        SeriesAuthor.objects.update_or_create(series=series, person=person, defaults={"order": order})


def _last_authors(series: Series) -> list[Person]:
    latest = series.items.order_by(F("meeting__on").desc(nulls_last=True), "-pk")
    last = latest.prefetch_related("authors__person").first()
    return [author.person for author in last.authors.all()] if last else []


def _locked(series: Series, version: int | None = None) -> Series:
    fresh = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    if version is not None and version != fresh.version:
        raise Stale("Somebody else changed this while you had it open. Check what it says now, then try again.")
    return fresh


def _save(series: Series, *, by, why: str, fields: list[str]) -> None:
    series.version += 1
    save_by(series, by=by, why=why, fields=[*fields, "version"])


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
