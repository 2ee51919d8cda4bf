"""The client asks politely, asks one host only, and stops where asking on would be wrong."""

import datetime as dt
import itertools
import time

import httpx
import pytest

from intake.moderngov.address import is_ours, service_url
from intake.moderngov.client import MOST_REDIRECTS, TRIES, Client
from intake.moderngov.pace import LONGEST_REST, Pace, asked_rest, rest_after
from intake.moderngov.refusals import AskedToWait, BadAddress, LeftHost, NoAnswer, Refused, TooMuchAsked
from papers.moderngov.answers import MOST_BYTES
from papers.moderngov.faults import ChallengePage, CutOff, NotXml, TooLarge
from papers.moderngov.parsing import parse_meeting
from tests.intake import moderngov_xml as xml
from tests.intake.moderngov_server import Clock, Service, serving

NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def service(clock):
    with serving(Service(xml.made(6), clock=clock.read)) as running:
        yield running


@pytest.fixture
def client(service, clock):
    with _client(service, clock) as one:
        yield one


def _client(service, clock, **more):
    address = "https://scrutiny.council.example"
    return Client(service.url, site_url=address, clock=clock.read, sleep=clock.sleep, now=lambda: NOW, **more)


def gaps(service):
    return [round(after.at - before.at, 6) for before, after in itertools.pairwise(service.asked)]


def test_a_meeting_is_given_as_the_bytes_of_its_answer(client):
    assert client.meeting("5001") == xml.meeting(xml.made(1)[0]).encode()


def test_the_questions_are_those_of_the_service(client, service):
    client.committees()
    client.meetings("101", dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    client.meeting("5001")
    client.councillors()
    assert [(each.operation, each.params) for each in service.asked] == [
        ("GetCommittees", {}),
        ("GetMeetings", {"lCommitteeId": "101", "sFromDate": "01/01/2024", "sToDate": "31/12/2024"}),
        ("GetMeeting", {"lMeetingId": "5001"}),
        ("GetCouncillorsByWard", {}),
    ]


def test_the_records_are_those_of_the_service(client):
    assert [each.id for each in client.committees()] == ["101", "102", "103", "90"]
    assert [each.id for each in client.meetings("101", dt.date(2024, 1, 1), dt.date(2024, 1, 29))] == ["5001"]
    assert [each.id for each in client.councillors()] == ["11", "12", "13", "14"]


def test_a_service_that_takes_only_posts_is_asked_by_post(service, clock):
    with _client(service, clock, method="POST") as client:
        assert client.meeting("5001") == xml.meeting(xml.made(1)[0]).encode()
        assert len(client.committees()) == 4
    assert [(each.verb, each.params) for each in service.asked] == [("POST", {"lMeetingId": "5001"}), ("POST", {})]


def test_every_request_says_who_asks(client, service):
    client.committees()
    client.meeting("5001")
    assert {each.agent for each in service.asked} == {
        "Scrutiny (committee work programme; +https://scrutiny.council.example)"
    }


def test_requests_are_a_second_apart(client, service):
    for meeting in service.meetings:
        client.meeting(meeting.id)
    assert gaps(service) == [1.0] * 5


def test_time_that_has_passed_anyway_is_not_waited_again(client, service, clock):
    client.meeting("5001")
    clock.at += 0.75
    client.meeting("5002")
    clock.at += 30
    client.meeting("5003")
    assert (gaps(service), clock.slept) == ([1.0, 30.0], 0.25)


def test_a_sleep_that_ends_early_is_slept_again():
    clock = Clock()
    pace = Pace(clock.read, lambda seconds: clock.sleep(max(seconds / 2, 0.001)))
    pace.turn()
    began = clock.at
    pace.turn()
    assert clock.at >= began + 1


@pytest.mark.slow
def test_requests_are_a_second_apart_on_the_real_clock():
    with (
        serving(Service(xml.made(3))) as service,
        Client(service.url, site_url="https://scrutiny.council.example") as client,
    ):
        for meeting in service.meetings:
            client.meeting(meeting.id)
        assert all(gap >= 0.99 for gap in gaps(service))


def test_redirects_and_second_tries_keep_the_gap_too(client, service):
    service.once = {"5001": "http_500"}
    service.shapes = {"5002": "within"}
    client.meeting("5001")
    client.meeting("5002")
    assert [each.operation for each in service.asked] == ["GetMeeting"] * 4
    assert min(gaps(service)) >= 1.0


def test_a_service_that_is_busy_is_given_the_rest_it_asks_for(client, service):
    service.once = {"5001": "busy"}
    assert parse_meeting(client.meeting("5001")).id == "5001"
    assert gaps(service) == [7.0]


def test_a_service_that_stays_busy_is_given_up_after_longer_and_longer_rests(client, service):
    service.shapes = {"5001": "busy_503"}
    with pytest.raises(NoAnswer, match=r"too busy to answer \(HTTP 503\), asked 3 times"):
        client.meeting("5001")
    assert gaps(service) == [2.0, 4.0]


def test_a_service_that_asks_for_an_hour_is_left_alone(client, service, clock):
    service.shapes = {"5001": "busy_long"}
    with pytest.raises(AskedToWait, match="left alone for 60 minutes"):
        client.meeting("5001")
    assert (len(service.asked), clock.slept) == (1, 0)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("7", 7.0),
        (" 90 ", 90.0),
        ("soon", None),
        ("-5", None),
        ("²", None),
        ("Tue, 24 Nov 99999999999999999999 12:00:30 GMT", None),
        (", ,", None),
        ("Tue, 24 Nov 2026 12:00:30 -0000", 30.0),
        ("Tue, 24 Nov 2026 12:00:30 GMT", 30.0),
        ("Tue, 24 Nov 2026 11:00:00 GMT", 0.0),
        ("9" * 40, 999_999_999.0),
    ],
)
def test_the_rest_that_is_asked_for(header, seconds):
    assert asked_rest(header, NOW) == seconds


def test_rests_double_and_have_a_bound():
    assert [rest_after(attempt) for attempt in (1, 2, 3, 10)] == [2.0, 4.0, 8.0, LONGEST_REST]


@pytest.mark.parametrize(
    ("fault", "kind", "line", "requests"),
    [
        ("http_500", NoAnswer, r"The web service failed \(HTTP 500\), asked 3 times\.", TRIES),
        ("truncated", CutOff, "The answer ends in the middle", TRIES),
        ("huge", TooLarge, "The answer is larger than 5 MB", 1),
        ("compressed", NotXml, "The answer came compressed", 1),
        ("round", NoAnswer, "The web service sent the question round in circles", MOST_REDIRECTS + 1),
        ("challenge", ChallengePage, "a check for robots or a login page", 1),
        ("challenge_503", ChallengePage, "a check for robots or a login page", 1),
        ("challenge_200", ChallengePage, "a check for robots or a login page", 1),
        ("login", ChallengePage, "a check for robots or a login page", 1),
        ("to_login", ChallengePage, "a check for robots or a login page", 2),
        ("forbidden", Refused, r"refuses to answer this service \(HTTP 403\)", 1),
        ("away", LeftHost, "sends every question on to another address", 1),
    ],
)
def test_each_fault_of_the_asking_is_one_clear_line(client, service, fault, kind, line, requests):
    service.shapes = {"5001": fault}
    with pytest.raises(kind, match=line) as raised:
        client.meeting("5001")
    assert type(raised.value) is kind
    assert "\n" not in str(raised.value)
    assert len(service.asked) == requests


def test_a_record_that_is_not_there_is_asked_for_once(client, service):
    with pytest.raises(NoAnswer, match=r"does not know this record \(HTTP 404\)"):
        client.meeting("404")
    assert len(service.asked) == 1


def test_a_slow_answer_is_not_waited_for(clock):
    began = time.monotonic()
    with (
        serving(Service(xml.made(1), {"5001": "slow_answer"}, clock=clock.read, slow=5)) as service,
        _client(service, clock, timeout=0.1) as client,
    ):
        with pytest.raises(NoAnswer, match=r"did not answer in time, asked 3 times\."):
            client.meeting("5001")
        assert len(service.asked) == TRIES
    assert time.monotonic() - began < 3


def test_a_service_that_is_not_there_could_not_be_reached(clock):
    with serving(Service(xml.made(1))) as service:
        pass
    with _client(service, clock) as client, pytest.raises(NoAnswer, match="could not be reached"):
        client.meeting("5001")


def test_a_large_answer_is_not_read_to_its_end(client, service):
    service.shapes = {"5001": "huge"}
    began = time.monotonic()
    with pytest.raises(TooLarge):
        client.meeting("5001")
    assert time.monotonic() - began < 2
    assert MOST_BYTES == 5_000_000


def test_no_redirect_leads_off_the_host(clock):
    with (
        serving(Service(xml.made(1), clock=clock.read)) as inside,
        serving(Service(xml.made(1), {"5001": "away"}, clock=clock.read, elsewhere=f"{inside.url}/secret")) as service,
        _client(service, clock) as client,
    ):
        with pytest.raises(LeftHost):
            client.meeting("5001")
        assert inside.asked == []


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("https://mg.example/mgWebService.asmx/GetMeeting", True),
        ("https://mg.example:443/other", True),
        ("https://MG.EXAMPLE/other", True),
        ("http://mg.example/", False),
        ("https://mg.example:8443/", False),
        ("https://mg.example.evil.example/", False),
        ("https://evil.example/mg.example", False),
        ("https://mg.example@evil.example/", False),
        ("https://user:word@mg.example/", False),
        ("https://mg.example./", False),
        ("file:///etc/passwd", False),
        ("ftp://mg.example/", False),
        ("//169.254.169.254/latest", False),
    ],
)
def test_which_addresses_are_the_same_host(address, ours):
    configured = service_url("https://mg.example")
    assert is_ours(configured.join(address), configured) is ours


def test_a_redirect_may_lead_up_to_https_and_never_down():
    plain, secure = service_url("http://mg.example"), service_url("https://mg.example")
    assert (is_ours(secure, plain), is_ours(plain, secure)) == (True, False)
    assert not is_ours(httpx.URL("https://mg.example:8443/"), plain)


@pytest.mark.parametrize(
    ("base", "address"),
    [
        ("https://mg.example", "https://mg.example/mgWebService.asmx"),
        (" https://mg.example/ ", "https://mg.example/mgWebService.asmx"),
        ("http://mg.example/modern.gov/", "http://mg.example/modern.gov/mgWebService.asmx"),
        ("https://mg.example/mgWebService.asmx", "https://mg.example/mgWebService.asmx"),
        ("https://mg.example/mgwebservice.asmx/", "https://mg.example/mgWebService.asmx"),
    ],
)
def test_the_address_may_be_given_with_or_without_the_service(base, address):
    assert str(service_url(base)) == address


@pytest.mark.parametrize(
    "base",
    ["", "mg.example", "ftp://mg.example", "file:///etc/passwd", "https://", "https://mg.example/?a=1",
     "https://user:word@mg.example", "https://mg.example/#top", "https://mg.example:port", "javascript:alert(1)"],
)  # fmt: skip
def test_any_other_address_is_refused(base):
    with pytest.raises(BadAddress, match="The address of ModernGov in the settings"):
        service_url(base)


def test_a_run_has_a_bound(client, service, monkeypatch):
    monkeypatch.setattr("intake.moderngov.client.MOST_REQUESTS", 2)
    client.meeting("5001")
    client.meeting("5002")
    with pytest.raises(TooMuchAsked, match="ended after 2 requests"):
        client.meeting("5003")
    assert len(service.asked) == 2
