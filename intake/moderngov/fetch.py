"""Every meeting of some committees between two days, each read or failed by itself."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import httpx

from intake.moderngov.client import Client
from intake.moderngov.refusals import GivenUp, NoAnswer
from papers.moderngov.faults import AnotherRecord, Fault, Unreadable, WebPage
from papers.moderngov.parsing import parse_meeting
from papers.moderngov.reading import MeetingRead, read_meeting
from papers.moderngov.records import MeetingFull, MeetingListed
from papers.reading.facts import Reading

MOST_IN_A_ROW = 10  # records without an answer, after which the service is taken to be out of order
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Fetched:
    """A meeting that was read: where it comes from, the hash of the bytes it came as, its text and its reading."""

    committee_id: str
    committee: str | None
    service_id: str
    date: dt.date
    cancelled: bool
    address: str
    sha256: str
    text: str
    reading: Reading


@dataclass(frozen=True)
class Failure:
    """A record that was not taken: what it is and why, each in one line; `stopped` where the run ended with it."""

    what: str
    reason: str
    code: str
    stopped: bool = False


def fetch(client: Client, since: dt.date, until: dt.date, committees: Sequence[str]) -> Iterator[Fetched | Failure]:
    """Read every meeting of the committees, by their numbers in the service, from `since` to `until`.

    A record that fails is a Failure and the next is read. Where going on would be wrong - a check for robots, a
    refusal, a service that is down - the last Failure says so and nothing more is asked.
    """
    run = _Run(client)
    for committee_id in dict.fromkeys(committees):
        for record in run.of_committee(committee_id, since, until):
            yield record
            if isinstance(record, Failure) and record.stopped:
                return


class _Run:
    """One run: the meetings already seen, and how many records in a row had no answer."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._seen: set[str] = set()
        self._silent = 0

    def of_committee(self, committee_id: str, since: dt.date, until: dt.date) -> Iterator[Fetched | Failure]:
        try:
            listed = self._client.meetings(committee_id, since, until)
        except Fault as fault:
            yield from self._failed(f"The meetings of committee {committee_id}", fault)
            return
        for meeting in listed:
            if isinstance(meeting, Fault):
                yield from self._failed(f"A meeting of committee {committee_id}", meeting)
            elif meeting.id not in self._seen:
                self._seen.add(meeting.id)
                yield from self._one(meeting, committee_id)

    def _one(self, listed: MeetingListed, committee_id: str) -> Iterator[Fetched | Failure]:
        try:
            fetched = self._fetched(listed, committee_id)
        except Fault as fault:
            yield from self._failed(_named(listed), fault)
            return
        self._silent = 0
        yield fetched

    def _fetched(self, listed: MeetingListed, committee_id: str) -> Fetched:
        raw = self._client.meeting(listed.id)
        meeting, read = _read(raw, listed)
        return Fetched(
            committee_id,
            meeting.committee,
            meeting.id,
            meeting.date,
            meeting.cancelled,
            self._address(committee_id, meeting.id),
            hashlib.sha256(raw).hexdigest(),
            read.text,
            read.reading,
        )

    def _address(self, committee_id: str, meeting_id: str) -> str:
        """The page of the meeting that anybody can open."""
        page = self._client.service.join("ieListDocuments.aspx")
        return str(httpx.URL(page, params={"CId": committee_id, "MId": meeting_id}))

    def _failed(self, what: str, fault: Fault) -> Iterator[Failure]:
        yield Failure(what, str(fault), fault.code, fault.stops)
        self._silent = self._silent + 1 if isinstance(fault, NoAnswer | WebPage) else 0
        if self._silent >= MOST_IN_A_ROW and not fault.stops:
            end = GivenUp(self._silent)
            yield Failure("The run", str(end), end.code, stopped=True)


def _read(raw: bytes, listed: MeetingListed) -> tuple[MeetingFull, MeetingRead]:
    try:
        meeting = parse_meeting(raw, committee=listed.committee)
        if meeting.id != listed.id:
            raise AnotherRecord(listed.id, meeting.id)
        return meeting, read_meeting(meeting)
    except Fault:
        raise
    except Exception as error:
        _LOG.exception("ModernGov meeting %s could not be read", listed.id)
        raise Unreadable(type(error).__name__) from None


def _named(meeting: MeetingListed) -> str:
    when = f" of {meeting.date:%-d %B %Y}" if meeting.date else ""
    return f"{meeting.committee or 'The meeting'}{when} (meeting {meeting.id})"
