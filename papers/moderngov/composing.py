"""The text of a whole meeting, set as minutes or an agenda are, so that it is read and shown as a paper is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from papers.moderngov.records import AgendaItem, Attendee, MeetingFull
from papers.reading.dates import in_words, weekday_of

WITHHELD = "This item is restricted: nothing more of it is kept."
UNTITLED = "Item without a title"
_CAME = re.compile(r"present|attend|yes\b|virtual|online", re.I)
_GUEST = re.compile(r"officer|attend|guest|observer|witness|cabinet|executive member|director|clerk|visit", re.I)


@dataclass(frozen=True)
class Placed:
    """An item in the text: the number it goes by there, the lines of its heading and of the end of its words."""

    item: AgendaItem
    number: str | None
    line: int
    last_line: int = 0


@dataclass(frozen=True)
class Composed:
    """The text of a meeting, and on which lines its items, its people and its time stand."""

    text: str
    items: tuple[Placed, ...]
    people: tuple[tuple[Attendee, str, int], ...]
    date_line: int


@dataclass
class _Page:
    lines: list[str] = field(default_factory=list)

    def put(self, *lines: str) -> int:
        """Put some lines and a blank one, and give the number of the first."""
        at = len(self.lines) + 1
        self.lines += [*lines, ""]
        return at


def composed(meeting: MeetingFull) -> Composed:
    """The text of a meeting: its head, its people, then each item with its minutes, or its agenda where it has none."""
    page = _Page()
    if meeting.committee:
        page.put(meeting.committee)
    what = "Minutes of the meeting held on" if meeting.held else "Meeting on"
    when = f"{weekday_of(meeting.date)} {in_words(meeting.date)}"
    head = [f"{what} {when}" + (f" at {meeting.time}" if meeting.time else "")]
    date_line = page.put(*head, *([f"Venue: {meeting.venue}"] if meeting.venue else []))
    if meeting.cancelled:
        page.put(f"This meeting was not held on this date: its status is {meeting.status}.")
    people = tuple(_people(page, meeting))
    items = () if meeting.cancelled else tuple(_items(page, meeting))
    return Composed("\n".join(page.lines).rstrip() + "\n", items, people, date_line)


def group_of(who: Attendee) -> str | None:
    """How somebody attended: present, also present, or with apologies; None where it is not said."""
    said = who.attendance or ""
    if re.search(r"apolog", said, re.I):
        return "apologies"
    if re.search(r"absent|not |expected$|no\b", said, re.I) and not re.match(r"present", said, re.I):
        return None
    if not _CAME.search(said):
        return None
    return "also present" if is_guest(who) or re.match(r"in attendance", said, re.I) else "present"


def is_guest(who: Attendee) -> bool:
    """Whether somebody is on the list without a seat on the committee."""
    return _GUEST.search(who.role or "") is not None


_GROUPS = (("present", "Present:"), ("also present", "Also present:"), ("apologies", "Apologies:"))


def _people(page: _Page, meeting: MeetingFull) -> list[tuple[Attendee, str, int]]:
    """Everybody under Present, Also present and Apologies; or, where nothing says who came, under Membership."""
    groups = {who: group_of(who) for who in meeting.attendees}
    found: list[tuple[Attendee, str, int]] = []
    for group, heading in _GROUPS:
        found += _put(page, heading, group, [who for who in meeting.attendees if groups[who] == group])
    if not found:
        seated = [who for who in meeting.attendees if not is_guest(who)]
        found = _put(page, "Membership:", "", seated)
    return found


def _put(page: _Page, heading: str, group: str, people: list[Attendee]) -> list[tuple[Attendee, str, int]]:
    if not people:
        return []
    at = page.put(heading, *(_named(who) for who in people))
    return [(who, group, at + place) for place, who in enumerate(people, start=1)]


def _named(who: Attendee) -> str:
    """A name with what the committee calls its holder, where that is more than a member."""
    role = re.search(r"(?:vice|deputy)[- ]chair\w*|chair\w*|substitute|co-?opted", who.role or "", re.I)
    return f"{who.name} ({role.group()})" if role and not is_guest(who) else who.name


def _items(page: _Page, meeting: MeetingFull) -> list[Placed]:
    if not meeting.held and meeting.items:
        page.put("AGENDA")
    placed: list[Placed] = []
    kept = _kept(meeting)
    printed = [(item.minute_number or item.number) if meeting.held else item.number for item in kept]
    for item, shown, number in zip(kept, printed, _unique(printed), strict=True):
        title = item.title or UNTITLED
        line = page.put(f"{shown}. {title}" if shown else title)
        for part in _parts(item, minutes=meeting.held):
            page.put(*part.split("\n"))
        placed.append(Placed(item, number, line, len(page.lines)))
    return placed


def _kept(meeting: MeetingFull) -> list[AgendaItem]:
    """The items without those that are only a heading over others: no number, and nothing said."""
    return [
        item
        for item in meeting.items
        if item.number or item.minute_number or item.minuted or item.agenda or item.restricted
    ]


def _unique(printed: list[str | None]) -> list[str | None]:
    """The numbers that tell items apart: as printed, a second of the same as "5 (2)".

    An item without a number goes by its position; where another has that number, by the one it stands after.
    """
    taken: dict[str, int] = {}
    found: list[str | None] = []
    above = "0"
    for position, number in enumerate(printed, start=1):
        if number is None and str(position) not in printed:
            found.append(None)
            continue
        above, wanted = (number, number) if number else (above, f"after {above}")
        taken[wanted] = taken.get(wanted, 0) + 1
        found.append(wanted if taken[wanted] == 1 else f"{wanted} ({taken[wanted]})")
    return found


def _parts(item: AgendaItem, *, minutes: bool) -> list[str]:
    if item.restricted:
        return [WITHHELD]
    if not minutes:
        return [item.agenda] if item.agenda else []
    if not item.decision or item.decision in item.minutes:
        return [item.minutes] if item.minutes else []
    decision = ["Decision:", item.decision]
    return [*decision, "Minutes:", item.minutes] if item.minutes else decision
