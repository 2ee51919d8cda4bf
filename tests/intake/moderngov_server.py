"""A small ModernGov web service of our own, over real HTTP, with a fault to switch on for each meeting."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from tests.intake import moderngov_xml as xml

CHALLENGE = (
    "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>"
    "<div id='cf-chl-widget'>Verify you are human</div></body></html>"
)
LOGIN = "<html><head><title>Sign in</title></head><body><form><input type='password' name='p'></form></body></html>"
MOVED = "<html><body><h1>Our committee pages have moved</h1></body></html>"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE meeting [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><meeting><meetingid>&j;</meetingid></meeting>"
)
EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE meeting [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    "<meeting><meetingid>1</meetingid><meetingstatus>&x;</meetingstatus></meeting>"
)
FIVE_FAULTS = ("broken_xml", "http_500", "truncated", "missing_id", "impossible_date")


@dataclass
class Clock:
    """Time that passes only when somebody sleeps."""

    at: float = 1000.0
    slept: float = 0.0

    def read(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.at += seconds
        self.slept += seconds


@dataclass(frozen=True)
class Asked:
    """One request as it came in: when by the clock of the test, what for, and who asked."""

    at: float
    operation: str
    params: dict[str, str]
    agent: str
    verb: str


@dataclass
class Service:
    """The council's records and the fault or shape of each meeting; keeps every request it gets.

    `clock` is the clock the client is given, so that the times of requests can be compared. A fault in `once` is
    shown the first time a meeting is asked for and then mended.
    """

    meetings: tuple[xml.Made, ...]
    shapes: dict[str, str] = field(default_factory=dict)
    once: dict[str, str] = field(default_factory=dict)
    whole: dict[str, str] = field(default_factory=dict)
    clock: Callable[[], float] = time.monotonic
    elsewhere: str = "http://other.example/"
    slow: float = 1.0
    asked: list[Asked] = field(default_factory=list)
    url: str = ""
    over: threading.Event = field(default_factory=threading.Event)

    def shape_for(self, operation: str, params: dict[str, str]) -> str:
        """The fault or shape of what is asked for, "" where it is a plain one."""
        number = params.get("lMeetingId", "")
        return self.once.pop(number, "") or self.whole.get(operation, "") or self.shapes.get(number, "")

    def answer(self, operation: str, params: dict[str, str], shape: str) -> str | None:
        """The XML of an answer, None where there is no such record."""
        if operation == "GetCommittees":
            return xml.committees()
        if operation == "GetCouncillorsByWard":
            return xml.councillors()
        if operation == "GetMeetings":
            since, until = (_iso(params[name]) for name in ("sFromDate", "sToDate"))
            listed = [m for m in self.meetings if m.committee_id == params["lCommitteeId"]]
            within = [m for m in listed if since <= m.date.isoformat() <= until]
            return xml.meetings(params["lCommitteeId"], within, self.shapes)
        found = next((m for m in self.meetings if m.id == params.get("lMeetingId")), None)
        return xml.meeting(found, shape) if found and operation == "GetMeeting" else None


def council(count: int = 200, *, broken: bool = False, **more: object) -> Service:
    """So many meetings in every shape the real service has; where `broken`, five of them in five ways."""
    meetings = xml.made(count)
    ways = ("", "twice_escaped", "one_item", "blank", "restricted_item", "namespaced", "not_held", "cancelled")
    shapes = {each.id: ways[n % len(ways)] for n, each in enumerate(meetings)}
    if broken:
        shapes |= {meetings[count // 6 * (n + 1)].id: fault for n, fault in enumerate(FIVE_FAULTS)}
    return Service(meetings, shapes, **more)  # type: ignore[arg-type]


@contextmanager
def serving(service: Service) -> Iterator[Service]:
    """Serve on a port of its own until the block ends; `service.url` is the address of the site."""
    handler = type("Handler", (_Handler,), {"service": service})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    service.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _iso(printed: str) -> str:
    day, month, year = printed.split("/")
    return f"{year}-{month}-{day}"


class _Handler(BaseHTTPRequestHandler):
    service: Service
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._handle(urlsplit(self.path).query)

    def do_POST(self) -> None:
        self._handle(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def log_message(self, *_: object) -> None:
        """Say nothing on the console."""

    def _handle(self, query: str) -> None:
        params = {name: values[0] for name, values in parse_qs(query).items()}
        operation = urlsplit(self.path).path.rpartition("/")[2]
        agent = self.headers["User-Agent"]
        self.service.asked.append(Asked(self.service.clock(), operation, params, agent, self.command))
        shape = self.service.shape_for(operation, params)
        fault = getattr(self, f"_{shape}", None)
        if operation == "login.aspx":
            self._login(None)
            return
        text = self.service.answer(operation, params, shape)
        if fault is not None:
            fault(text)
        elif text is None:
            self._send(404, b"Not found", "text/plain")
        else:
            self._send(200, text.encode())

    def _send(self, status: int, body: bytes, kind: str = "text/xml; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", headers.pop("length", str(len(body))))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _broken_xml(self, text: str) -> None:
        self._send(200, text.replace("</agendaitemtitle>", "</agendaitem>", 1).encode())

    def _http_500(self, _: object) -> None:
        self._send(500, b"System.ArgumentException: no such thing", "text/plain")

    def _challenge(self, _: object) -> None:
        self._send(403, CHALLENGE.encode(), "text/html", cf_mitigated="challenge")

    def _challenge_503(self, _: object) -> None:
        self._send(503, CHALLENGE.encode(), "text/html")

    def _challenge_200(self, _: object) -> None:
        self._send(
            200, b'<html style="height:100%"><head><script src="/_Incapsula_Resource?SW=1"></script></head></html>'
        )

    def _login(self, _: object) -> None:
        self._send(200, LOGIN.encode(), "text/html")

    def _moved(self, _: object) -> None:
        self._send(200, MOVED.encode(), "text/html")

    def _forbidden(self, _: object) -> None:
        self._send(403, b"Forbidden", "text/plain")

    def _to_login(self, _: object) -> None:
        self._send(302, b"", Location="/login.aspx")

    def _away(self, _: object) -> None:
        self._send(302, b"", Location=self.service.elsewhere)

    def _within(self, _: object) -> None:
        number = parse_qs(urlsplit(self.path).query)["lMeetingId"][0]
        self.service.shapes[number] = ""
        self._send(302, b"", Location=self.path.replace("mgWebService", "mgwebservice"))

    def _round(self, _: object) -> None:
        self._send(302, b"", Location=self.path)

    def _error_element(self, _: object) -> None:
        self._send(200, b"<?xml version='1.0'?><error>Object reference not set</error>")

    def _truncated(self, text: str) -> None:
        body = text.encode()
        self._send(200, body[: len(body) // 2], length=str(len(body)))
        self.close_connection = True

    def _cut_off(self, text: str) -> None:
        self._send(200, text[: len(text) // 2].encode())

    def _empty(self, _: object) -> None:
        self._send(200, b"")

    def _huge(self, text: str) -> None:
        """More than any meeting, without saying beforehand how much."""
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for _ in range(200):
            if self.service.over.is_set():
                return
            try:
                self.wfile.write(b"<padding>" + b"x" * 60_000 + b"</padding>")
            except OSError:
                return

    def _slow_answer(self, text: str) -> None:
        self.service.over.wait(self.service.slow)
        try:
            self._send(200, text.encode())
        except OSError:
            return

    def _wrong_charset(self, text: str) -> None:
        self._send(200, text.encode("cp1252"))

    def _latin_1(self, text: str) -> None:
        body = text.replace("utf-8", "iso-8859-1", 1).encode("cp1252")
        self._send(200, body, "text/xml; charset=iso-8859-1")

    def _busy(self, _: object) -> None:
        self._send(429, b"Slow down", "text/plain", Retry_After="7")

    def _busy_503(self, _: object) -> None:
        self._send(503, MOVED.encode(), "text/html")

    def _busy_long(self, _: object) -> None:
        self._send(503, b"Back tomorrow", "text/plain", Retry_After="3600")

    def _laughs(self, _: object) -> None:
        self._send(200, LAUGHS.encode())

    def _external(self, _: object) -> None:
        self._send(200, EXTERNAL.encode())

    def _compressed(self, text: str) -> None:
        self._send(200, b"\x1f\x8b rest", Content_Encoding="gzip")
