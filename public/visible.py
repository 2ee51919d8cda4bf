"""What anybody may read: plain types that cannot carry exempt text, filled from named columns alone."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Case, When

from committees.enums import MeetingState
from committees.models import Meeting
from workprogramme.enums import ON_A_MEETING
from workprogramme.models import Hearing, Item

MOST_MEETINGS = 6


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
    """The titles of open items, and the number of exempt ones, by meeting: an exempt title is not read at all."""
    titles, in_private = defaultdict(list), defaultdict(int)
    items = Item.objects.filter(meeting__in=meetings, state__in=ON_A_MEETING).order_by("order", "pk")
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
