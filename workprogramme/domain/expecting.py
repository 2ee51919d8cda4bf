"""When what comes back is expected, by its rule in words, and what came of each time: the one place that says so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db.models import Q

from committees.enums import MeetingKind, MeetingState
from committees.models import Meeting
from council.terms import term_months
from deadlines.clock import months_after
from deadlines.stretches import QUARTERS, Stretch, stretches_ending
from deadlines.words import quantity
from workprogramme.domain.checklist import minute_of
from workprogramme.enums import BY_MEETING, ON_A_MEETING, WAITING, Returns
from workprogramme.models import Item, LeftOut, Programme, Series

BEFORE = timedelta(days=366)
"""A stretch that ends in a year may begin so long before it."""


@dataclass(frozen=True)
class Expected:
    """One time at which an item that comes back is expected: at ``meeting``, or in the stretch from ``from_on``.

    ``words`` name the time, ``why`` is the rule. ``places`` are the formal meetings to come at which it can be taken,
    ``waiting`` is an item of it that is on no meeting yet.
    """

    series: Series
    words: str
    why: str
    on: date
    meeting: Meeting | None = None
    from_on: date | None = None
    places: tuple[Meeting, ...] = ()
    items: tuple[Item, ...] = ()
    left_out: LeftOut | None = None
    waiting: Item | None = None
    is_over: bool = False

    @property
    def state(self) -> str:
        """Placed, left out, missing, or missed where the time has passed without it."""
        if self.items:
            return "placed"
        if self.left_out:
            return "left_out"
        return "missed" if self.is_over else "missing"

    @property
    def lacks_place(self) -> bool:
        """Whether it is expected and has no place, and something can still be done about it."""
        return self.state == "missing"


@dataclass
class _Record:
    """All that is on record of some committees' series, loaded once."""

    today: date
    terms: dict[int, str]
    series: dict[int, list[Series]] = field(default_factory=lambda: defaultdict(list))
    meetings: dict[int, list[Meeting]] = field(default_factory=lambda: defaultdict(list))
    items: dict[int, list[Item]] = field(default_factory=lambda: defaultdict(list))
    left_out: dict[tuple, LeftOut] = field(default_factory=dict)


def say_rule(series: Series) -> str:
    """The rule of a series in words, with the clause that asked for it where one did."""
    asked = f" ({minute_of(series.origin_clause)})" if series.origin_clause else ""
    return f"{_rule(series)}{asked}"


def _rule(series: Series) -> str:
    if series.returns != Returns.AFTER:
        return series.get_returns_display()
    return f"Once, {quantity(series.months, 'month')} after {_long(series.counts_from)}"


def expected_of(programme: Programme, today: date) -> list[Expected]:
    """Every time in a programme's year at which something that comes back is expected, first to last."""
    return expected_of_each([programme], today)[programme.pk]


def expected_without_place(programme: Programme, today: date) -> list[Expected]:
    """What a committee expects in a programme's year and has no place for, first to last: each is a warning."""
    return [expected for expected in expected_of(programme, today) if expected.lacks_place]


def expected_of_each(programmes: Iterable[Programme], today: date) -> dict[int, list[Expected]]:
    """The same of several programmes, by their key, in five queries however many there are."""
    programmes = list(programmes)
    record = _load(programmes, today)
    return {programme.pk: _in_time(programme, record) for programme in programmes}


def _load(programmes: list[Programme], today: date) -> _Record:
    record = _Record(today, term_months())
    if not programmes:
        return record
    bodies = {programme.body_id for programme in programmes}
    first = min(programme.year.starts_on for programme in programmes)
    last = max(programme.year.ends_on for programme in programmes)
    for series in Series.objects.live_in(first - BEFORE, last).filter(body__in=bodies).select_related(*_ASKED):
        record.series[series.body_id].append(series)
    found = [series.pk for of_body in record.series.values() for series in of_body]
    formal = Meeting.objects.filter(body__in=bodies, kind=MeetingKind.FORMAL, on__gte=first - BEFORE)
    for meeting in formal.exclude(state=MeetingState.CANCELLED).select_related("body").order_by("on"):
        record.meetings[meeting.body_id].append(meeting)
    stands = Q(state__in=ON_A_MEETING) | Q(state__in=WAITING)
    items = Item.objects.filter(stands, series__in=found).select_related("meeting").defer("exempt_note")
    for item in items.order_by("meeting__on", "pk"):
        record.items[item.series_id].append(item)
    for left in LeftOut.objects.filter(series__in=found):
        record.left_out[left.series_id, left.meeting_id, left.from_on] = left
    return record


_ASKED = ("body", "origin_clause__minute__meeting", "origin_clause__parent", "report_of", "organisation")


def _in_time(programme: Programme, record: _Record) -> list[Expected]:
    found = [expected for series in record.series[programme.body_id] for expected in _of(series, programme, record)]
    waiting = {pk: iter(_waiting(items, programme)) for pk, items in record.items.items()}
    told = sorted(found, key=lambda expected: (expected.on, expected.series.title, expected.series.pk))
    return [_with_waiting(expected, waiting) for expected in told]


def _waiting(items: Iterable[Item], programme: Programme) -> list[Item]:
    return [item for item in items if item.meeting_id is None and item.programme_id == programme.pk]


def _with_waiting(expected: Expected, waiting: dict[int, Iterator[Item]]) -> Expected:
    if not expected.lacks_place or expected.series.pk not in waiting:
        return expected
    return replace(expected, waiting=next(waiting[expected.series.pk], None))


def _of(series: Series, programme: Programme, record: _Record) -> Iterator[Expected]:
    if series.returns in BY_MEETING:
        return _at_meetings(series, programme, record)
    if series.returns == Returns.AFTER:
        return _after(series, programme, record)
    return _in_stretches(series, programme, record)


def _at_meetings(series: Series, programme: Programme, record: _Record) -> Iterator[Expected]:
    for meeting in record.meetings[series.body_id]:
        if meeting.year_id == programme.year_id and series.is_live_on(meeting.on):
            over = meeting.is_over(record.today)
            yield Expected(
                series, meeting.when, _why_at_meeting(series), meeting.on, meeting=meeting,
                places=() if over else (meeting,), is_over=over,
                items=tuple(item for item in record.items[series.pk] if item.meeting_id == meeting.pk),
                left_out=record.left_out.get((series.pk, meeting.pk, None)),
            )  # fmt: skip


def _why_at_meeting(series: Series) -> str:
    if series.returns == Returns.CHOSEN:
        return f"{say_rule(series)}: this one is neither chosen nor left out"
    return say_rule(series)


def _in_stretches(series: Series, programme: Programme, record: _Record) -> Iterator[Expected]:
    meetings = [meeting for meeting in record.meetings[series.body_id] if series.is_live_on(meeting.on)]
    for stretch in _stretches(series, programme, record):
        within = [meeting for meeting in meetings if stretch.holds(meeting.on)]
        if within or series.is_live_on(stretch.first):
            yield Expected(
                series, stretch.words, f"{say_rule(series)}: here the {stretch.words}", stretch.first,
                from_on=stretch.first, is_over=stretch.last < record.today,
                places=tuple(meeting for meeting in within if not meeting.is_over(record.today)),
                items=tuple(item for item in record.items[series.pk] if stretch.holds(_day_of(item))),
                left_out=record.left_out.get((series.pk, None, stretch.first)),
            )  # fmt: skip


def _stretches(series: Series, programme: Programme, record: _Record) -> list[Stretch]:
    year = programme.year
    if series.returns == Returns.YEAR:
        return [_Year(str(year), year.starts_on, year.ends_on)]
    names = record.terms if series.returns == Returns.TERM else QUARTERS
    return stretches_ending(names, year.starts_on, year.ends_on)


class _Year(Stretch):
    """A municipal year, which everybody knows by its label."""

    @property
    def words(self) -> str:
        return f"municipal year {self.name}"


def _after(series: Series, programme: Programme, record: _Record) -> Iterator[Expected]:
    due, year = months_after(series.counts_from, series.months), programme.year
    items = [item for item in record.items[series.pk] if _day_of(item) and _day_of(item) > series.counts_from]
    still_owed = not items and due < year.starts_on <= record.today <= year.ends_on
    if year.starts_on <= due <= year.ends_on or still_owed:
        coming = [meeting for meeting in record.meetings[series.body_id] if meeting.on >= due]
        yield Expected(
            series, f"from {_long(due)} on", say_rule(series), due, from_on=due, items=tuple(items),
            places=tuple(meeting for meeting in coming if not meeting.is_over(record.today)),
            left_out=record.left_out.get((series.pk, None, due)),
            is_over=not series.is_live_on(max(due, record.today)),
        )  # fmt: skip


def _day_of(item: Item) -> date | None:
    return item.meeting.on if item.meeting else None


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
