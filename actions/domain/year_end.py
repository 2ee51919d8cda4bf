"""The year's end: what next year's draft carries, what stays open as it is, what is left behind and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef

from actions.models import Action, Answer
from committees.enums import MeetingState
from committees.models import Meeting
from council.calendar import office_calendar, today
from council.models import MunicipalYear
from council.names import fold
from council.succession import Succession
from deadlines.same_place import same_place, say_place
from workprogramme.domain.expecting import say_rule
from workprogramme.domain.planner import items_of_year
from workprogramme.enums import AskedState, ItemState, Recurrence, RequestState, Returns
from workprogramme.models import Carried, Item, ItemRequest, PreScrutinyRequest, Programme, Series

WAITING = {
    ItemState.SUGGESTED: "Suggested, not answered yet",
    ItemState.ACCEPTED: "Accepted, on no meeting yet",
    ItemState.DEFERRED: "Deferred",
}
COMES_BACK = (Recurrence.STANDING, Recurrence.REGULAR)
NEVER_HELD = (ItemState.WITHDRAWN, ItemState.DECLINED, ItemState.REROUTED)
OF_SERIES = (
    "series__body",
    "series__organisation",
    "series__origin_clause__minute__meeting",
    "series__origin_clause__parent",
)
ASKED = (RequestState.REQUESTED, RequestState.AGREED)


@dataclass(frozen=True)
class Line:
    """One thing at the year's end, with why it is carried, stays or is left.

    ``items`` are all that it is this year, the one that is carried first. ``anew``: it comes back, so that next year
    has an item of its own, and these ``actions`` go with it.
    """

    ref: str
    title: str
    because: str
    items: tuple[Item, ...] = ()
    anew: bool = False
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True)
class Proposed:
    """A meeting for next year at the place of one of this year, to be looked at and edited: never a silent copy."""

    meeting: Meeting
    on: date
    place: str
    why_not: str

    @property
    def was(self) -> str:
        """The place of this year's meeting in its month, in words."""
        return say_place(self.meeting.on)

    @property
    def key(self) -> str:
        """What its fields are called in a form."""
        return f"m{self.meeting.pk}"


@dataclass
class YearEnd:
    """All of a year's end. ``carried`` goes to the next year's draft; ``already`` went there before."""

    programme: Programme
    to_year: str
    carried: list[Line] = field(default_factory=list)
    already: list[Line] = field(default_factory=list)
    stays: list[Line] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    meetings: list[Proposed] = field(default_factory=list)


def label_after(year: MunicipalYear) -> str:
    """The label of the next municipal year: 2023/24 gives 2024/25."""
    return f"{year.starts_on.year + 1}/{(year.starts_on.year + 2) % 100:02}"


def plan_year_end(programme: Programme) -> YearEnd:
    """What carrying the programme over would do now, in a number of queries that does not grow with it.

    What comes back and was last looked at by a committee that this one continues comes back here.
    """
    plan, forebears = YearEnd(programme, label_after(programme.year)), list(Succession().forebears(programme.body_id))
    went = Carried.objects.filter(
        from_programme__body__in=[programme.body_id, *forebears], from_programme__year=programme.year,
        to_programme__year__label=plan.to_year,
    )  # fmt: skip
    went = list(went.select_related("after"))
    plan.already = [
        Line(row.after.ref, row.after.title, row.because) for row in {row.after_id: row for row in went}.values()
    ]
    gone = {row.before_id for row in went}
    every = list(_things(programme, forebears))
    things = [items for items in every if not any(item.pk in gone for item in items)]
    often, unanswered = _on_meetings(programme), _unanswered(programme)
    for items in things:
        actions = tuple(action for item in items for action in unanswered.get(item.pk, ()))
        _place(plan, items, actions, often)
    on_record = {item.series_id for items in every for item in items}
    plan.stays = [*_open_actions(plan), *_open_requests(programme), *_series_without_items(programme, on_record)]
    plan.meetings = list(_propose(programme, plan.to_year))
    return plan


def _things(programme: Programme, forebears: list[int]) -> Iterator[list[Item]]:
    """The items of the year, what comes back together, each list in time's order."""
    before = Item.objects.with_people().filter(programme__body__in=forebears, programme__year=programme.year)
    came_back = before.filter(recurrence__in=COMES_BACK, state=ItemState.HEARD, meeting__isnull=False)
    own = items_of_year(programme.body, programme.year).select_related(*OF_SERIES)
    items = [*own, *(came_back.select_related(*OF_SERIES) if forebears else ())]
    found: dict[tuple, list[Item]] = {}
    for item in sorted(items, key=_in_time):
        found.setdefault(_key(item), []).append(item)
    yield from found.values()


def _in_time(item: Item) -> tuple:
    """By meeting, and what is on none last: databases do not agree on where to put it."""
    on = item.meeting.on if item.meeting else None
    return (on or date.max, item.meeting_id is None, item.order, item.pk)


def _comes_back(item: Item) -> bool:
    if item.recurrence not in COMES_BACK or item.state in (*NEVER_HELD, ItemState.SUGGESTED):
        return False
    return item.series is None or _lasts_beyond(item.series, item.programme.year)


def _lasts_beyond(series: Series, year: MunicipalYear) -> bool:
    return series.until_on is None or series.until_on > year.ends_on


def _key(item: Item) -> tuple:
    """What makes items one thing: their series, else the title and how often it comes back; else each is its own."""
    if not _comes_back(item):
        return (item.pk,)
    return ("series", item.series_id) if item.series_id else (fold(item.title), item.recurrence)


def _place(plan: YearEnd, items: list[Item], actions: tuple[Action, ...], often: Counter[str]) -> None:
    """Say of one thing whether it is carried or left, and why; ``actions`` were to be answered by it, and were not."""
    item = next((item for item in items if item.state in WAITING), items[-1])
    parts = (item, *(other for other in items if other != item))
    if _comes_back(item):
        anew = item.state not in WAITING
        title = str(item.series or item.title)
        plan.carried.append(Line(item.ref, title, _returns(items), parts, anew, actions))
    elif because := _waits(item) or _not_reached(item):
        plan.carried.append(Line(item.ref, item.title, because, parts))
    else:
        because = _left_because(item, actions) + _often(often[fold(item.title)])
        plan.left.append(Line(item.ref, item.title, because, parts))


def _returns(items: list[Item]) -> str:
    times, series = sum(1 for row in items if row.meeting_id), items[0].series
    rule = say_rule(series) if series else items[0].get_recurrence_display()
    return f"{rule}, on {times} meeting{'s' if times != 1 else ''} this year"


def _waits(item: Item) -> str:
    words = WAITING.get(item.state, "")
    return f"{words}: {item.state_because}" if words and item.state_because else words


def _not_reached(item: Item) -> str:
    meeting = item.meeting
    if meeting is None or item.state == ItemState.HEARD:
        return ""
    if meeting.state == MeetingState.CANCELLED:
        return f"The meeting of {meeting.when} was cancelled"
    return f"Not reached at the meeting of {meeting.when}" if meeting.state == MeetingState.HELD else ""


def _left_because(item: Item, actions: tuple[Action, ...]) -> str:
    if item.state == ItemState.HEARD:
        refs = ", ".join(action.ref for action in actions)
        unanswered = f"; {refs} still has no answer" if refs else ""
        return f"Heard on {item.meeting.when}{unanswered}{_ended(item)}"
    if item.meeting is None:
        return f"{item.get_state_display()}: {item.state_because}" if item.state_because else item.get_state_display()
    if item.meeting.is_over(today()):
        return f"On the meeting of {item.meeting.when}, which is not recorded as held yet: record it, then carry over"
    return f"On the meeting of {item.meeting.when}, still to come"


def _ended(item: Item) -> str:
    """Why what came back does so no more, where nobody would expect it of the item itself."""
    series = item.series
    return f"; it comes back no more: {series.ended_because}" if series and series.ended_because else ""


def _often(times: int) -> str:
    """What an officer should know of a title that was on so many meetings that it may be one that comes back."""
    return f". Its title is on {times} meetings, yet it is not marked as coming back" if times > 2 else ""


def _on_meetings(programme: Programme) -> Counter[str]:
    """On how many meetings of the year each title is that is not marked as coming back."""
    once = items_of_year(programme.body, programme.year).filter(recurrence=Recurrence.ONCE, meeting__isnull=False)
    return Counter(fold(title) for title in once.values_list("title", flat=True))


def _unanswered(programme: Programme) -> dict[int, list[Action]]:
    """The live actions that a heard item was to answer, and did not, by the item."""
    answered = Answer.objects.filter(action=OuterRef("pk"), item=OuterRef("item"))
    heard = Action.objects.live().filter(body=programme.body, item__state=ItemState.HEARD)
    found: dict[int, list[Action]] = {}
    for action in heard.filter(~Exists(answered)).order_by("pk"):
        found.setdefault(action.item_id, []).append(action)
    return found


def _open_actions(plan: YearEnd) -> Iterator[Line]:
    follow = {action.pk: line for line in plan.carried for action in line.actions}
    for action in (
        Action.objects.live().filter(body=plan.programme.body).select_related("item", "arranged_as").order_by("pk")
    ):
        line = follow.get(action.pk)
        if line:
            because = f"Stays open, to be answered by {line.title} next year"
        elif action.item_id:
            because = f"Stays open, with {action.item.ref}"
        elif action.arranged_as_id:
            because = f"Stays open: {action.arranged_as.get_kind_display().lower()}, {action.arranged_as.when}"
        else:
            because = "Stays open, on no programme row"
        yield Line(action.ref, action.task, because)


def _open_requests(programme: Programme) -> Iterator[Line]:
    asked = PreScrutinyRequest.objects.filter(body=programme.body, state__in=ASKED).select_related("entry")
    for request in asked.order_by("asked_on", "pk"):
        yield Line("", str(request), "Stays open: it waits for an answer, whatever the year")
    waiting = ItemRequest.objects.filter(body=programme.body, state=AskedState.ASKED)
    for request in waiting.order_by("asked_on", "pk"):
        yield Line(request.ref, request.title, "Stays open: it waits for an answer, whatever the year")


def _series_without_items(programme: Programme, on_record: set[int | None]) -> Iterator[Line]:
    """What comes back next year by its rule, and had no item this year that could be carried."""
    year = programme.year
    live = (
        Series.objects.live_in(year.starts_on, year.ends_on).filter(body=programme.body).exclude(returns=Returns.AFTER)
    )
    for series in live.select_related("origin_clause__minute__meeting", "origin_clause__parent"):
        if series.pk not in on_record and _lasts_beyond(series, year):
            yield Line("", series.title, f"{say_rule(series)}: on no meeting this year, and expected again next year")


def _propose(programme: Programme, to_year: str) -> Iterator[Proposed]:
    """A meeting for each formal one of this year, unless next year has one in that month already."""
    formal = Meeting.objects.deciding().filter(body=programme.body).select_related("venue", "body").order_by("on")
    taken = {meeting.on.month for meeting in formal.filter(year__label=to_year)}
    calendar = office_calendar()
    for meeting in formal.filter(year=programme.year, kind="formal"):
        on = same_place(meeting.on, meeting.on.year + 1)
        if on.month not in taken:
            yield Proposed(meeting, on, say_place(on), calendar.why_not(on) or "")
