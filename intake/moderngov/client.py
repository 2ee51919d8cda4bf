"""A polite client of one ModernGov web service: one question a second, under our own name, to one host."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from contextlib import closing
from typing import Literal

import httpx

from intake.moderngov.address import is_ours, service_url
from intake.moderngov.pace import LONGEST_REST, Pace, asked_rest, rest_after
from intake.moderngov.refusals import AskedToWait, LeftHost, NoAnswer, Refused, TooMuchAsked
from papers.moderngov.answers import MOST_BYTES, decoded, is_web_page, wants_a_person
from papers.moderngov.faults import ChallengePage, CutOff, Fault, NotXml, TooLarge
from papers.moderngov.parsing import parse_committees, parse_councillors, parse_meetings
from papers.moderngov.records import Committee, Councillor, MeetingListed

TRIES = 3
MOST_REDIRECTS = 3
MOST_REQUESTS = 5_000  # of one run; at one a second an hour and a half
MOST_SECONDS = 120.0  # for one whole answer
_PAGE_BYTES = 200_000  # enough of a page to tell a challenge


class _Later(Exception):
    """An answer that may be better in a while; `rest` is what the service asks for."""

    def __init__(self, fault: Fault, rest: float | None = None) -> None:
        self.fault = fault
        self.rest = rest


class Client:
    """Asks one web service, and nothing else.

    `base` is the address of the council's ModernGov site, `site_url` that of this service, which it is told. Some
    councils' services take questions by GET only, others by POST only. `clock`, `sleep` and `now` are the time.
    """

    def __init__(
        self,
        base: str,
        *,
        site_url: str,
        method: Literal["GET", "POST"] = "GET",
        timeout: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self.service = service_url(base)
        self._method = method
        self._clock, self._now = clock, now
        self._pace = Pace(clock, sleep)
        self._asked = 0
        self._http = httpx.Client(
            headers={
                "User-Agent": f"Scrutiny (committee work programme; +{site_url})",
                "Accept": "text/xml, application/xml",
                "Accept-Encoding": "identity",
            },
            timeout=timeout,
            follow_redirects=False,
            limits=httpx.Limits(max_connections=1),
        )

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connection."""
        self._http.close()

    def committees(self) -> tuple[Committee | Fault, ...]:
        """Every committee the service knows. Raises the fault of the whole answer."""
        return parse_committees(self.ask("GetCommittees"))

    def meetings(self, committee_id: str, since: dt.date, until: dt.date) -> tuple[MeetingListed | Fault, ...]:
        """The meetings of a committee from one day to another. Raises the fault of the whole answer."""
        days = {"sFromDate": f"{since:%d/%m/%Y}", "sToDate": f"{until:%d/%m/%Y}"}
        return parse_meetings(self.ask("GetMeetings", lCommitteeId=committee_id, **days))

    def meeting(self, meeting_id: str) -> bytes:
        """The bytes of the answer on one meeting. Raises the fault that there is in the asking."""
        return self.ask("GetMeeting", lMeetingId=meeting_id)

    def councillors(self) -> tuple[Councillor | Fault, ...]:
        """The councillors of every ward. Raises the fault of the whole answer."""
        return parse_councillors(self.ask("GetCouncillorsByWard"))

    def ask(self, operation: str, **params: str) -> bytes:
        """Ask one question, again after a rest where the service is busy, and give the bytes of its answer.

        Raises a Fault after `TRIES` attempts, and one that stops the run at once where asking on would be wrong.
        """
        url = self.service.copy_with(path=f"{self.service.path}/{operation}")
        for attempt in range(1, TRIES + 1):
            try:
                return self._follow(url, params)
            except _Later as later:
                if later.rest is not None and later.rest > LONGEST_REST:
                    raise AskedToWait(later.rest) from None
                if attempt == TRIES:
                    raise later.fault from None
                self._pace.rest(max(later.rest or 0.0, rest_after(attempt)))
        raise AssertionError("unreachable")

    def _follow(self, url: httpx.URL, params: dict[str, str]) -> bytes:
        """The answer, over redirects within the host."""
        data = params if self._method == "POST" else None
        request = self._http.build_request(self._method, url, params=None if data else params, data=data)
        for _ in range(MOST_REDIRECTS + 1):
            response, body = self._send(request)
            if not response.has_redirect_location:
                return self._answer(response, body)
            url = self._joined(response)
            request = self._http.build_request(self._method, url, data=data)
        raise NoAnswer("The web service sent the question round in circles.")

    def _joined(self, response: httpx.Response) -> httpx.URL:
        """Where a redirect leads, if that is on the host."""
        try:
            url = response.url.join(response.headers["Location"])
        except httpx.InvalidURL:
            raise LeftHost from None
        if not is_ours(url, self.service):
            raise LeftHost
        return url

    def _send(self, request: httpx.Request) -> tuple[httpx.Response, bytes]:
        if self._asked >= MOST_REQUESTS:
            raise TooMuchAsked(MOST_REQUESTS)
        self._asked += 1
        self._pace.turn()
        try:
            with closing(self._http.send(request, stream=True)) as response:
                return response, self._body(response)
        except httpx.RemoteProtocolError:
            raise _Later(CutOff()) from None
        except httpx.TimeoutException:
            raise _Later(NoAnswer(f"The web service did not answer in time, asked {TRIES} times.")) from None
        except httpx.TransportError:
            raise _Later(NoAnswer(f"The web service could not be reached, asked {TRIES} times.")) from None

    def _body(self, response: httpx.Response) -> bytes:
        """The body, up to the bound: an answer that is too large is not read on, one that drips is let go."""
        most = MOST_BYTES if response.is_success else _PAGE_BYTES
        until = self._clock() + MOST_SECONDS
        parts, size = [], 0
        for part in response.iter_raw():
            parts.append(part)
            size += len(part)
            if size > most and response.is_success:
                raise TooLarge(f"{MOST_BYTES // 1_000_000} MB")
            if size > most:
                break
            if self._clock() > until:
                raise _Later(NoAnswer(f"The web service did not answer in time, asked {TRIES} times."))
        return b"".join(parts)

    def _answer(self, response: httpx.Response, body: bytes) -> bytes:
        """The body of a good answer; any other as what it means for the run."""
        status = response.status_code
        page = decoded(body) if is_web_page(decoded(body[:4_000])) else ""
        if response.headers.get("cf-mitigated") == "challenge" or (page and (status == 403 or wants_a_person(page))):
            raise ChallengePage
        if status in (401, 403):
            raise Refused(f"The web service refuses to answer this service (HTTP {status}): ask whoever runs it.")
        if status in (429, 503):
            rest = asked_rest(response.headers.get("Retry-After"), self._now())
            raise _Later(NoAnswer(f"The web service is too busy to answer (HTTP {status}), asked {TRIES} times."), rest)
        if status >= 500:
            raise _Later(NoAnswer(f"The web service failed (HTTP {status}), asked {TRIES} times."))
        if not response.is_success:
            raise NoAnswer(f"The web service does not know this record (HTTP {status}).")
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise NotXml("The answer came compressed, which was not asked for.")
        return body
