"""Items of what comes back: put on the meetings where they are expected, or left out of one with the reason."""

from datetime import date

from django.db import transaction
from django.db.models import F

from committees.enums import MeetingKind
from committees.models import Meeting
from council.calendar import today
from council.models import Body, Person
from council.refusal import Refusal
from workprogramme.domain.clashes import Clash, ClashKind
from workprogramme.domain.items import accept_item, open_programme, schedule_item, suggest_item
from workprogramme.enums import ON_A_MEETING, WAITING, Origin, Returns
from workprogramme.models import Item, LeftOut, Programme, Series

SAME = ("purpose", "route", "report_of", "origin_clause")
"""What an item takes from its series as it is."""


def live_series(body: Body, day: date) -> list[Series]:
    """What comes back to a committee on a day."""
    return list(Series.objects.live_on(day).filter(body=body).select_related("body", "organisation").order_by("pk"))


@transaction.atomic
def place_expected(series: Series, *, meeting: Meeting, by, why: str = "") -> Item:
    """Put one of its items on a meeting: the one that waits, or a new one.

    Raises ``Refusal`` where one is on that meeting, it does not come back on that day, or the meeting has passed.
    """
    series = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    if meeting.on is None or not series.is_live_on(meeting.on):
        raise Refusal(f"{series} does not come back on the day of that meeting.")
    if meeting.is_over(today()):
        raise Refusal(f"The meeting of {meeting.when} has passed. Choose one to come.")
    if series.items.filter(meeting=meeting, state__in=ON_A_MEETING).exists():
        raise Refusal(f"{series} is on the meeting of {meeting.when} already.")
    return _place(series, meeting, by=by, why=why or f"Comes back: {series.get_returns_display().lower()}")


def _place(series: Series, meeting: Meeting, *, by, why: str) -> Item:
    programme = open_programme(body=series.body, year=meeting.year)
    waiting = series.items.filter(programme=programme, state__in=WAITING).order_by("pk").first()
    item = waiting or next_item(series, programme=programme, by=by)
    LeftOut.objects.filter(series=series, meeting=meeting).delete()
    return schedule_item(item, meeting=meeting, by=by, why=why[:300], order=_usual_place(series))


def next_item(series: Series, *, programme: Programme, by, authors: tuple[Person, ...] | None = None) -> Item:
    """The next item of a series, accepted on to a programme, on no meeting yet."""
    people = tuple(author.person for author in series.authors.all()) if authors is None else authors
    portfolios = list(series.portfolios.all())
    item = suggest_item(
        programme=programme, title=series.title, by=by, authors=people, series=series, recurrence=series.recurrence,
        organisation=series.organisation.name if series.organisation else "", origin=_origin(series),
        portfolio=portfolios[0] if len(portfolios) == 1 else None, **{name: getattr(series, name) for name in SAME},
    )  # fmt: skip
    return accept_item(item, by=by, why=f"Comes back: {series.get_returns_display().lower()}")


def _origin(series: Series) -> str:
    if series.returns == Returns.EVERY_MEETING:
        return Origin.STANDING
    return Origin.RESOLUTION if series.origin_clause_id else Origin.NOT_STATED


def _usual_place(series: Series) -> int | None:
    """The place on the agenda that it last had, if it had any."""
    placed = series.items.filter(state__in=ON_A_MEETING, order__gt=0)
    last = placed.order_by(F("meeting__on").desc(nulls_last=True), "-pk").first()
    return last.order if last else None


def stand_on(meeting: Meeting, *, by) -> list[Item]:
    """Put on a formal meeting to come what stands at every one, unless it is there or was left out."""
    if meeting.kind != MeetingKind.FORMAL or not _takes_items(meeting):
        return []
    standing = [
        series for series in live_series(meeting.body, meeting.on)
        if series.returns == Returns.EVERY_MEETING and not _is_settled(series, meeting)
    ]  # fmt: skip
    return [_place(series, meeting, by=by, why=series.get_returns_display()) for series in standing]


def stand_where_expected(series: Series, *, by) -> list[Item]:
    """Put what stands at every formal meeting on each to come whose agenda is not out, in time's order."""
    if series.returns != Returns.EVERY_MEETING:
        return []
    coming = Meeting.objects.filter(body=series.body, kind=MeetingKind.FORMAL, on__gte=today()).order_by("on")
    return [
        _place(series, meeting, by=by, why=series.get_returns_display())
        for meeting in coming.select_related("body", "year", "publication")
        if series.is_live_on(meeting.on) and _takes_items(meeting) and not _is_settled(series, meeting)
    ]


def _takes_items(meeting: Meeting) -> bool:
    publication = getattr(meeting, "publication", None)
    is_out = publication is not None and publication.met_on is not None
    return not is_out and not meeting.is_over(today())


def _is_settled(series: Series, meeting: Meeting) -> bool:
    on_it = series.items.filter(meeting=meeting, state__in=ON_A_MEETING).exists()
    return on_it or series.left_out.filter(meeting=meeting).exists()


def clashes_of_return(item: Item, to: Meeting) -> list[Clash]:
    """What moving an item that comes back does to the meetings it comes to: one without it, or one with it twice."""
    series, clashes = item.series, []
    if series is None:
        return clashes
    if series.items.filter(meeting=to, state__in=ON_A_MEETING).exclude(pk=item.pk).exists():
        clashes.append(Clash(ClashKind.SERIES, f"{series} is on that meeting already.", "On it twice"))
    if series.returns == Returns.EVERY_MEETING and item.meeting and item.meeting.kind == MeetingKind.FORMAL:
        words = f"The meeting of {item.meeting.when} would be without it, and it stands at every formal meeting."
        clashes.append(Clash(ClashKind.SERIES, words, "Stands at every meeting"))
    return clashes


@transaction.atomic
def leave_out(
    series: Series, *, because: str, by, meeting: Meeting | None = None, from_on: date | None = None
) -> LeftOut:
    """Say that it does not come this time - at a meeting, or in the stretch that begins on a day - and why."""
    series = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    if not because.strip():
        raise Refusal("Say why it is left out.")
    if meeting is not None and meeting.body_id != series.body_id:
        raise Refusal(f"{meeting} is a meeting of another committee.")
    if meeting is not None and series.items.filter(meeting=meeting, state__in=ON_A_MEETING).exists():
        raise Refusal(f"{series} is on the meeting of {meeting.when}. Move, defer or withdraw that item instead.")
    said = {"because": because.strip()[:300], "by": by}
    left, made = LeftOut.objects.get_or_create(series=series, meeting=meeting, from_on=from_on, defaults=said)
    if not made:
        raise Refusal(f"It is left out already: {left.because}")
    return left


@transaction.atomic
def expect_again(left: LeftOut, *, by) -> Series:
    """Take back that it was left out: it is expected then after all."""
    series = left.series
    left.delete()
    stand_where_expected(series, by=by)
    return series
