"""The records of the service, as small as Scrutiny needs them; nobody's address is among them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Committee:
    """A committee; the service keeps those that are no more, marked deleted or expired."""

    id: str
    title: str
    category: str | None = None
    deleted: bool = False
    expired: bool = False

    @property
    def current(self) -> bool:
        """Whether the committee still is."""
        return not (self.deleted or self.expired)


@dataclass(frozen=True)
class MeetingListed:
    """A meeting as the list of a committee's meetings has it; `date` is None where it is no day."""

    id: str
    committee_id: str | None
    committee: str | None
    date: dt.date | None = None
    time: str | None = None
    status: str | None = None


@dataclass(frozen=True)
class AgendaItem:
    """An item of a meeting. Of a restricted one only the numbers are kept, and that it is restricted."""

    id: str | None
    number: str | None
    minute_number: str | None
    title: str
    agenda: str = ""
    decision: str = ""
    minutes: str = ""
    restricted: bool = False

    @property
    def minuted(self) -> bool:
        """Whether anything is published of what became of the item."""
        return bool(self.minutes or self.decision)


@dataclass(frozen=True)
class Attendee:
    """Somebody on the list of a meeting; role and attendance are the words of the service."""

    id: str | None
    name: str
    role: str | None = None
    attendance: str | None = None
    party: str | None = None
    ward: str | None = None
    represents: str | None = None


@dataclass(frozen=True)
class MeetingFull:
    """One meeting with its agenda, minutes and attendance."""

    id: str
    date: dt.date
    committee: str | None = None
    time: str | None = None
    venue: str | None = None
    status: str | None = None
    items: tuple[AgendaItem, ...] = ()
    attendees: tuple[Attendee, ...] = ()

    @property
    def cancelled(self) -> bool:
        """Whether the meeting will not be, or was not, held on its date."""
        status = (self.status or "").casefold()
        return any(word in status for word in ("cancel", "postpone", "abandon", "withdrawn"))

    @property
    def held(self) -> bool:
        """Whether minutes or decisions of it are published."""
        return not self.cancelled and any(item.minuted for item in self.items)


@dataclass(frozen=True)
class Councillor:
    """A councillor of a ward."""

    id: str
    name: str
    ward: str | None = None
    party: str | None = None
    key_posts: str | None = None
