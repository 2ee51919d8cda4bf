"""What anybody may read: plain types that cannot carry exempt text, filled from named columns alone."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, Q, QuerySet, When

from committees.enums import DECIDING_KINDS, MeetingState
from committees.models import Meeting
from workprogramme.enums import BEING_WRITTEN, ON_A_MEETING, AskedState, ItemState, Origin
from workprogramme.models import Hearing, Item, ItemRequest, committees_open_to_the_public

MOST_MEETINGS = 6
A_PAGE = 25
SHOWN_ONCE_ACCEPTED = (Origin.SUGGESTION, Origin.PUBLIC)


@dataclass(frozen=True)
class PublicMeeting:
    """A formal meeting: of which committee, when, where, and what is open to the public on its agenda.

    ``in_private`` says how many items are to be taken in private; of them nothing else is known here.
    """

    committee: str
    on: date
    at: time | None
    where: str
    titles: tuple[str, ...]
    in_private: int


def next_meetings(*, on: date) -> list[PublicMeeting]:
    """The next formal meetings from a day on, the soonest first, at most six. Three queries."""
    to_come = Meeting.objects.deciding().filter(on__gte=on).exclude(state=MeetingState.HELD)
    columns = ("pk", "body__name", "on", "at", "venue__name", "room")
    rows = list(to_come.order_by("on", "at", "pk").values_list(*columns)[:MOST_MEETINGS])
    titles, in_private = _agendas([pk for pk, *_ in rows])
    return [
        PublicMeeting(committee, day, at, _where(venue, room), tuple(titles[pk]), in_private[pk])
        for pk, committee, day, at, venue, room in rows
    ]


def _agendas(meetings: list[int]) -> tuple[dict[int, list[str]], dict[int, int]]:
    """The titles of open items, and the number of exempt ones, by meeting: an exempt title is not read at all.

    Nor is the title of a notice before its report is out: a member chose its words, and no officer has looked yet.
    """
    titles, in_private = defaultdict(list), defaultdict(int)
    items = Item.objects.filter(meeting__in=meetings, state__in=ON_A_MEETING).order_by("order", "pk")
    items = items.exclude(origin=Origin.NOTICE, state__in=BEING_WRITTEN)
    heard = Hearing.objects.live().filter(meeting__in=meetings).order_by("order", "pk")
    own = items.annotate(shown=_open_title()).values_list("meeting", "shown")
    of_others = heard.annotate(shown=_open_title("item__")).values_list("meeting", "shown")
    for meeting, title in (*own, *of_others):
        if title is None:
            in_private[meeting] += 1
        else:
            titles[meeting].append(title)
    return titles, in_private


def _open_title(of: str = "") -> Case:
    open_to_all = {f"{of}exempt_paragraph": "", f"{of}exempt_note": ""}
    return Case(When(**open_to_all, then=f"{of}title"), default=None)


def _where(venue: str | None, room: str) -> str:
    return ", ".join(part for part in (room, venue) if part)


@dataclass(frozen=True)
class PublicRequest:
    """A petition, or a suggestion that was accepted: to which committee, when, its title, and what came of it.

    It has no room for who asked, why, or how they want to be answered.
    """

    committee: str
    kind: str
    title: str
    asked_on: date
    outcome: str


def requests_and_outcomes(number: str | None) -> Page:
    """One page of petitions and accepted suggestions, the latest first. Two queries.

    What was accepted is called by the title of its item, which officers chose; where part of that is exempt, it is not
    shown at all.
    """
    page = Paginator(_shown_requests(), A_PAGE).get_page(number)
    page.object_list = [_public_request(*row) for row in page.object_list]
    return page


def open_committees() -> list[tuple[int, str, str]]:
    """The committees to which anybody may suggest an item: key, name and remit. None, unless the council allows it."""
    return list(committees_open_to_the_public().values_list("pk", "name", "remit"))


def _shown_requests() -> QuerySet:
    accepted = Q(origin__in=SHOWN_ONCE_ACCEPTED, state=AskedState.ACCEPTED, item__isnull=False)
    nothing_exempt = Q(item__isnull=True) | Q(item__exempt_paragraph="", item__exempt_note="")
    shown = ItemRequest.objects.filter(nothing_exempt, Q(origin=Origin.PETITION) | accepted)
    called = Case(When(item__isnull=False, then=F("item__title")), default=F("title"))
    columns = (
        "body__name", "origin", "called", "asked_on", "state", "petition__outcome", "item__state", "item__meeting__on",
        "item__meeting__kind", "petition__heard_at__on",
    )  # fmt: skip
    return shown.annotate(called=called).order_by("-asked_on", "-pk").values_list(*columns)


def _public_request(committee, origin, title, asked_on, state, outcome, item, on, kind, heard_on) -> PublicRequest:
    words = outcome or _outcome(state, item, on if kind in DECIDING_KINDS else None, heard_on)
    return PublicRequest(committee, "Petition" if origin == Origin.PETITION else "Suggestion", title, asked_on, words)


def _outcome(state: str, item: str | None, on: date | None, heard_on: date | None) -> str:
    on = on or heard_on
    day = f"{on.day} {on:%B %Y}" if on else ""
    if item == ItemState.HEARD:
        return f"Considered on {day}" if day else "Considered"
    if day and (item in ON_A_MEETING or heard_on):
        return f"Planned for the meeting on {day}"
    if item == ItemState.WITHDRAWN:
        return "Taken off the work programme"
    if state == AskedState.ACCEPTED:
        return "On the work programme" if item else "Accepted as a topic for review"
    ended = {AskedState.ANSWERED: "Answered in writing", AskedState.DECLINED: "Not taken further"}
    return ended.get(state, "Waiting for a decision")
