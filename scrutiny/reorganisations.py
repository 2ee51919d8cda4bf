"""What a reorganisation did, or would do: everything that goes somewhere, what stays, each date that moves."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.text import Truncator

from actions.domain.moving import Moved, rehearse
from actions.enums import ENDED, PassedSort
from actions.models import Action, Recommendation, WrittenAnswer
from actions.rules import visible_actions
from committees.models import Meeting, Passed, Reorganisation, Seat
from committees.rules import committees_run
from council.calendar import today
from council.models import Body, User
from council.names import fold
from workprogramme.domain.passing import OPEN
from workprogramme.enums import Recurrence
from workprogramme.models import (
    Edition,
    ForwardEntry,
    Hearing,
    Item,
    ItemRequest,
    PreScrutinyRequest,
    ReviewTopic,
    Series,
    YearlyCall,
)
from workprogramme.rules import requests_seen_by

LONG = 140


@dataclass(frozen=True)
class Line:
    """One thing: what it is called, where to read it, from which committee to which, and by which rule."""

    ref: str
    title: str
    href: str
    before: str
    after: str
    because: str


@dataclass(frozen=True)
class Group:
    """The things of one sort."""

    sort: str
    label: str
    lines: list[Line]

    @property
    def ways(self) -> list[tuple[str, str, list[Line]]]:
        """The things by the way they go: from which committee, to which."""
        found: dict[tuple[str, str], list[Line]] = {}
        for line in self.lines:
            found.setdefault((line.before, line.after), []).append(line)
        return [(before, after, lines) for (before, after), lines in found.items()]


@dataclass
class Told:
    """What a reorganisation would do: what would go where, what stays, which dates move, what is to be looked at."""

    groups: list[Group] = field(default_factory=list)
    stays: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)


def rehearse_reorganisation(verb: Callable[..., Reorganisation], *args, **words) -> Told:
    """Everything that a verb would do with committees; nothing is changed. Raises what the verb raises."""
    told = Told()

    def carried_out(*args, **words) -> None:
        last = Passed.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        made = verb(*args, **words)
        told.groups = what_went(made, words["by"], since=last)
        told.stays, told.notes = list(what_stayed(made)), list(what_to_look_at(made))

    told.moved = rehearse(carried_out, *args, **words)
    return told


def what_went(made: Reorganisation, user: User, *, since: int = 0) -> list[Group]:
    """What went where, sort by sort, as far as somebody may see it: two queries a sort at most, however much it is.

    ``since`` is the key of the last row that is not wanted.
    """
    rows = defaultdict(list)
    for row in made.passed.filter(pk__gt=since).select_related("before", "after"):
        rows[row.sort].append(row)
    groups = [Group(sort.value, sort.label, list(_lines(sort, rows[sort], user))) for sort in PassedSort]
    return [group for group in groups if group.lines]


def _lines(sort: PassedSort, rows: Sequence[Passed], user: User) -> Iterator[Line]:
    if not rows:
        return
    things, look = _SORTS[sort]
    found = things(user).in_bulk([row.number for row in rows])
    for row in rows:
        if row.number in found:
            ref, title, href = look(found[row.number])
            after = row.after.called if row.after else ""
            yield Line(ref, Truncator(title).chars(LONG), href, row.before.called, after, row.because)


def _meeting(meeting: Meeting) -> tuple[str, str, str]:
    named = meeting.title or meeting.get_kind_display()
    return "", f"{named}, {meeting.when}", reverse("meeting", args=[meeting.pk])


def _item(item: Item) -> tuple[str, str, str]:
    return item.ref, item.title, reverse("item", args=[item.pk])


def _decision(entry: ForwardEntry) -> tuple[str, str, str]:
    return "", entry.title, reverse("forward_plan")


def _request(request: PreScrutinyRequest) -> tuple[str, str, str]:
    return "", f"{request.entry.title}, asked for by {request.asked_by}", reverse("forward_plan")


def _action(action: Action) -> tuple[str, str, str]:
    return action.ref, action.task, reverse("action", args=[action.pk])


def _recommendation(recommendation: Recommendation) -> tuple[str, str, str]:
    return recommendation.ref, recommendation.text, reverse("recommendation", args=[recommendation.pk])


def _series(series: Series) -> tuple[str, str, str]:
    return "", series.title, reverse("series", args=[series.pk])


def _topic(topic: ReviewTopic) -> tuple[str, str, str]:
    return topic.ref, topic.title, reverse("topic", args=[topic.pk])


def _call(call: YearlyCall) -> tuple[str, str, str]:
    return "", f"Call for items for {call.year}", reverse("call", args=[call.body.slug, call.year.slug])


def _asked(asked: ItemRequest) -> tuple[str, str, str]:
    return asked.ref, asked.title, reverse("request", args=[asked.pk])


def _written(written: WrittenAnswer) -> tuple[str, str, str]:
    return written.ref, written.question, reverse("written_answer", args=[written.pk])


def _seat(seat: Seat) -> tuple[str, str, str]:
    represents = f", {seat.represents}" if seat.represents else ""
    return "", f"{seat.person or 'Vacant'}: {seat.get_role_display().lower()}{represents}", ""


def _officer(officer: User) -> tuple[str, str, str]:
    return "", str(officer), ""


def _seen_actions(user: User) -> QuerySet[Action]:
    return visible_actions(user).defer("exempt_note")


def _seen_calls(user: User) -> QuerySet[YearlyCall]:
    return YearlyCall.objects.filter(body__in=committees_run(user)).select_related("body", "year")


Look = Callable[[Model], tuple[str, str, str]]
_SORTS: dict[str, tuple[Callable[[User], QuerySet], Look]] = {
    PassedSort.MEETING: (lambda user: Meeting.objects.all(), _meeting),
    PassedSort.ITEM: (lambda user: Item.objects.defer("exempt_note"), _item),
    PassedSort.DECISION: (lambda user: ForwardEntry.objects.all(), _decision),
    PassedSort.REQUEST: (
        lambda user: PreScrutinyRequest.objects.select_related("entry", "asked_by__person"),
        _request,
    ),
    PassedSort.SERIES: (lambda user: Series.objects.all(), _series),
    PassedSort.TOPIC: (lambda user: ReviewTopic.objects.all(), _topic),
    PassedSort.CALL: (_seen_calls, _call),
    PassedSort.ASKED: (lambda user: ItemRequest.objects.filter(pk__in=requests_seen_by(user, today())), _asked),
    PassedSort.ACTION: (_seen_actions, _action),
    PassedSort.OWED: (_seen_actions, _action),
    PassedSort.RECOMMENDATION: (lambda user: Recommendation.objects.all(), _recommendation),
    PassedSort.WRITTEN: (lambda user: WrittenAnswer.objects.all(), _written),
    PassedSort.WRITTEN_OWED: (lambda user: WrittenAnswer.objects.all(), _written),
    PassedSort.SEAT: (lambda user: Seat.objects.select_related("person"), _seat),
    PassedSort.OFFICER: (lambda user: User.objects.select_related("person"), _officer),
}


def what_stayed(made: Reorganisation) -> Iterator[str]:
    """What stays on record with each committee that ended, counted."""
    for body in made.ended.all():
        counted = (
            (Meeting.objects.filter(body=body).count(), "meeting"),
            (Item.objects.filter(programme__body=body).count(), "item"),
            (Action.objects.filter(body=body, state__in=ENDED).count(), "closed action"),
            (Recommendation.objects.filter(body=body).count(), "settled recommendation"),
            (Edition.objects.filter(programme__body=body).count(), "edition"),
        )
        kept = ", ".join(f"{count} {what}{'s' if count != 1 else ''}" for count, what in counted if count)
        yield f"{body.called}: {kept}" if kept else f"{body.called}: its name and papers"


def what_to_look_at(made: Reorganisation) -> Iterator[str]:
    """What the rules leave to an officer afterwards: what one committee has now twice, item or hearing of a report."""
    for body in made.into.all():
        for title, refs in _twice(body).items():
            yield f"“{title}” comes back twice in {body.called}: {', '.join(refs)}. Withdraw one if one is enough"
        heard = Hearing.objects.planned().filter(item__programme__body=body, meeting__body=body)
        for hearing in heard.select_related("item", "meeting"):
            own = hearing.item.ref
            yield f"{own} is of {body.called} itself now, and heard on {hearing.meeting.when} as well. Take off one"


def _twice(body: Body) -> dict[str, list[str]]:
    coming = Item.objects.filter(programme__body=body, state__in=OPEN, recurrence=Recurrence.STANDING)
    rows = list(coming.order_by("pk").values_list("pk", "title", "meeting"))
    often = Counter((fold(title), meeting) for _, title, meeting in rows)
    found: dict[str, list[str]] = {}
    for pk, title, meeting in rows:
        if often[fold(title), meeting] > 1:
            found.setdefault(title, []).append(f"I{pk}")
    return found
