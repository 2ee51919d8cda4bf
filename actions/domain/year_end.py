"""The year's end: what next year's draft carries, what stays open as it is, what is left behind and why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from actions.domain.actions import put_on_programme
from actions.domain.moving import arrange_in_year
from actions.models import Action, Answer
from committees.enums import MeetingState
from committees.models import Meeting
from council.calendar import office_calendar, today
from council.history import save_by
from council.models import MunicipalYear
from council.names import fold
from council.refusal import Refusal
from deadlines.same_place import same_place, say_place
from workprogramme.domain.items import accept_item, defer_item, open_programme, set_authors, suggest_item
from workprogramme.domain.planner import items_of_year
from workprogramme.enums import ItemState, Origin, Recurrence, RequestState
from workprogramme.models import Carried, Item, PreScrutinyRequest, Programme

WAITING = {
    ItemState.SUGGESTED: "Suggested, not answered yet",
    ItemState.ACCEPTED: "Accepted, on no meeting yet",
    ItemState.DEFERRED: "Deferred",
}
COMES_BACK = (Recurrence.STANDING, Recurrence.REGULAR)
NEVER_HELD = (ItemState.WITHDRAWN, ItemState.DECLINED, ItemState.REROUTED)
ASKED = (RequestState.REQUESTED, RequestState.AGREED)


@dataclass(frozen=True)
class Line:
    """One thing at the year's end, with why it is carried, stays or is left.

    ``anew``: it comes back, so that next year has an item of its own, and these ``actions`` go with it.
    """

    ref: str
    title: str
    because: str
    item: Item | None = None
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
    """What carrying the programme over would do now. Nothing is changed."""
    plan = YearEnd(programme, label_after(programme.year))
    went = Carried.objects.filter(from_programme=programme, to_programme__year__label=plan.to_year)
    went = list(went.select_related("before__meeting", "after"))
    plan.already = [Line(row.after.ref, row.after.title, row.because) for row in went]
    gone = {_key(row.before) for row in went}
    things = list(_things(programme))
    often = Counter(fold(items[0].title) for items in things if items[0].meeting_id)
    for items in things:
        _place(plan, items, gone, often)
    plan.stays = [*_open_actions(plan), *_open_requests(programme)]
    plan.meetings = list(_propose(programme, plan.to_year))
    return plan


@transaction.atomic
def carry_over(
    programme: Programme, *, to_year: MunicipalYear, by, meetings: Iterable[tuple[Proposed, date]] = ()
) -> YearEnd:
    """Make the next year's draft, and arrange the meetings that were confirmed, each with its day; returns the plan.

    What waits moves to the next year as it is; what comes back begins anew there, and the open actions it was to
    answer go with it. Carried out twice it does nothing more. Raises ``Refusal`` for a year that is not the next one,
    or as arranging a meeting does.
    """
    programme = Programme.objects.select_for_update(of=("self",)).select_related("body", "year").get(pk=programme.pk)
    if to_year.label != label_after(programme.year):
        raise Refusal(f"{programme.year} carries over to {label_after(programme.year)}, not to {to_year}.")
    plan, draft = plan_year_end(programme), open_programme(body=programme.body, year=to_year)
    for line in plan.carried:
        _carry(line, programme, draft, by=by)
    for proposed, on in meetings:
        _arrange(proposed, on, by=by)
    return plan


def _things(programme: Programme) -> Iterator[list[Item]]:
    """The items of the year, what comes back under one title together, each list in time's order."""
    found: dict[tuple, list[Item]] = {}
    for item in items_of_year(programme.body, programme.year):
        found.setdefault(_key(item), []).append(item)
    yield from found.values()


def _comes_back(item: Item) -> bool:
    return item.recurrence in COMES_BACK and item.state not in (*NEVER_HELD, ItemState.SUGGESTED)


def _key(item: Item) -> tuple:
    """What makes items one thing: the title and how often it comes back; else each is its own."""
    return (fold(item.title), item.recurrence) if _comes_back(item) else (item.pk,)


def _place(plan: YearEnd, items: list[Item], gone: set[tuple], often: Counter[str]) -> None:
    """Say of one thing whether it is carried or left, and why."""
    item = next((item for item in items if item.state in WAITING), items[-1])
    if _key(item) in gone:
        return
    if _comes_back(item):
        anew = item.state not in WAITING
        plan.carried.append(Line(item.ref, item.title, _returns(items), item, anew, tuple(_unanswered(items))))
    elif because := _waits(item) or _not_reached(item):
        plan.carried.append(Line(item.ref, item.title, because, item))
    else:
        because = _left_because(item) + _often(often[fold(item.title)])
        plan.left.append(Line(item.ref, item.title, because, item))


def _returns(items: list[Item]) -> str:
    times = sum(1 for row in items if row.meeting_id)
    return f"{items[0].get_recurrence_display()}, on {times} meeting{'s' if times != 1 else ''} this year"


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


def _left_because(item: Item) -> str:
    if item.state == ItemState.HEARD:
        return f"Heard on {item.meeting.when}{_still_open(item)}"
    if item.meeting is None:
        return f"{item.get_state_display()}: {item.state_because}" if item.state_because else item.get_state_display()
    if item.meeting.is_over(today()):
        return f"On the meeting of {item.meeting.when}, which is not recorded as held yet: record it, then carry over"
    return f"On the meeting of {item.meeting.when}, still to come"


def _often(times: int) -> str:
    """What an officer should know of a title that was on so many meetings that it may be one that comes back."""
    return f". Its title is on {times} meetings, yet it is not marked as coming back" if times > 2 else ""


def _still_open(item: Item) -> str:
    refs = ", ".join(action.ref for action in _unanswered([item]))
    return f"; {refs} still has no answer" if refs else ""


def _unanswered(items: list[Item]) -> QuerySet[Action]:
    """The live actions that a heard one of these items was to answer, and did not."""
    heard = [item.pk for item in items if item.state == ItemState.HEARD]
    answered = Answer.objects.filter(item__in=heard).values("action")
    return Action.objects.live().filter(item__in=heard).exclude(pk__in=answered).order_by("pk")


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


def _propose(programme: Programme, to_year: str) -> Iterator[Proposed]:
    """A meeting for each formal one of this year, unless next year has one in that month already."""
    formal = Meeting.objects.deciding().filter(body=programme.body).select_related("venue", "body").order_by("on")
    taken = {meeting.on.month for meeting in formal.filter(year__label=to_year)}
    calendar = office_calendar()
    for meeting in formal.filter(year=programme.year, kind="formal"):
        on = same_place(meeting.on, meeting.on.year + 1)
        if on.month not in taken:
            yield Proposed(meeting, on, say_place(on), calendar.why_not(on) or "")


def _carry(line: Line, programme: Programme, draft: Programme, *, by) -> None:
    item = line.item
    after = _begin_anew(item, draft, by=by) if line.anew else _move_on(item, draft, because=line.because, by=by)
    for action in line.actions:
        put_on_programme(action, item=after, by=by)
    Carried.objects.create(
        from_programme=programme, to_programme=draft, before=item, after=after, because=line.because[:300], by=by
    )


def _begin_anew(item: Item, draft: Programme, *, by) -> Item:
    origin = Origin.STANDING if item.recurrence == Recurrence.STANDING else Origin.LAST_YEAR
    same = ("purpose", "route", "recurrence", "report_of", "portfolio", "origin_clause")
    after = suggest_item(
        programme=draft, title=item.title, by=by, origin=origin, **{name: getattr(item, name) for name in same}
    )
    if item.organisation_id:
        after.organisation = item.organisation
        save_by(after, by=by, why="Carried over", fields=["organisation"])
    set_authors(after, tuple(author.person for author in item.authors.all()))
    return accept_item(after, by=by, why=f"Carried over from {item.programme.year}")


def _move_on(item: Item, draft: Programme, *, because: str, by) -> Item:
    if item.meeting_id:
        item = defer_item(item, why=because, by=by)
    item.programme, item.version = draft, item.version + 1
    save_by(item, by=by, why=f"Carried over to {draft.year}", fields=["programme", "version"])
    return item


def _arrange(proposed: Proposed, on: date, *, by) -> Meeting:
    was = proposed.meeting
    return arrange_in_year(body=was.body, on=on, by=by, at=was.at, venue=str(was.venue or ""), room=was.room)
