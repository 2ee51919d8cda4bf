"""A run reads every meeting it can, says of every other why not, and ends where it must."""

import datetime as dt
import hashlib

import pytest

from intake.moderngov.client import Client
from intake.moderngov.fetch import MOST_IN_A_ROW, Failure, Fetched, fetch
from papers.moderngov.parsing import parse_meeting
from papers.moderngov.reading import read_meeting
from tests.intake import moderngov_xml as xml
from tests.intake.moderngov_server import FIVE_FAULTS, Clock, Service, council, serving

SINCE, UNTIL = dt.date(2024, 1, 1), dt.date(2030, 1, 1)
FIRST = xml.COMMITTEES["101"]


def run(service, committees=tuple(xml.COMMITTEES), since=SINCE, until=UNTIL):
    clock = Clock()
    service.clock = clock.read
    with (
        serving(service),
        Client(service.url, site_url="https://s.council.example", clock=clock.read, sleep=clock.sleep) as client,
    ):
        return list(fetch(client, since, until, committees))


def failures(records):
    return [record for record in records if isinstance(record, Failure)]


def test_a_record_says_where_it_comes_from_and_what_it_says():
    service = Service(xml.made(1))
    (record,) = run(service)
    raw = xml.meeting(service.meetings[0]).encode()
    read = read_meeting(parse_meeting(raw, committee=FIRST))
    assert record == Fetched(
        "101", FIRST, "5001", dt.date(2024, 1, 9), False,
        f"{service.url}/ieListDocuments.aspx?CId=101&MId=5001",
        hashlib.sha256(raw).hexdigest(), read.text, read.reading,
    )  # fmt: skip


def test_of_two_hundred_meetings_five_fail_in_their_own_ways_and_the_rest_are_read():
    service = council(200, broken=True)
    records = run(service)
    failed = failures(records)
    read = {record.service_id: record for record in records if isinstance(record, Fetched)}
    broken = {number for number, shape in service.shapes.items() if shape in FIVE_FAULTS}
    assert (len(read), len(failed), len(broken)) == (195, 5, 5)
    assert set(read) == {each.id for each in service.meetings} - broken
    assert sorted(each.code for each in failed) == ["cut_off", "impossible_date", "missing_id", "no_answer", "not_xml"]
    assert not any(each.stopped for each in failed)
    for each in service.meetings:
        if each.id in read:
            same = read_meeting(
                parse_meeting(xml.meeting(each, service.shapes[each.id]).encode(), committee=each.committee)
            )
            assert (read[each.id].text, read[each.id].reading) == (same.text, same.reading)


def test_the_order_is_that_of_the_committees_asked_for():
    records = run(council(6), ("103", "101", "103"))
    assert [record.service_id for record in records] == ["5003", "5006", "5001", "5004"]


def test_only_the_days_asked_for_are_read():
    records = run(Service(xml.made(6)), since=dt.date(2024, 1, 16), until=dt.date(2024, 1, 30))
    assert sorted(record.date for record in records) == [dt.date(2024, 1, day) for day in (16, 23, 30)]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("broken_xml", "The answer is broken XML (line "),
        ("http_500", "The web service failed (HTTP 500), asked 3 times."),
        ("truncated", "The answer ends in the middle, so none of it was taken: the next run asks again."),
        ("cut_off", "The answer ends in the middle, so none of it was taken: the next run asks again."),
        ("missing_id", "The meeting has no number of its own in the web service, so it cannot be told from others."),
        (
            "impossible_date",
            "The date of the meeting is given as '31/02/2024', which is no day of the calendar: put it",
        ),
        ("another", "Meeting 5004 was asked for and the web service answered with meeting 5504."),
        ("error_element", "The web service answered with an error of its own in place of the record."),
        ("empty", "The answer is empty."),
        ("moved", "A web page came back in place of the XML that was asked for."),
        ("huge", "The answer is larger than 5 MB, which no meeting is, so it was not read."),
        ("laughs", "The answer declares a document type or entities, as attacks do: it was not read."),
        ("external", "The answer declares a document type or entities, as attacks do: it was not read."),
        ("compressed", "The answer came compressed, which was not asked for."),
        ("restricted_meeting", "The meeting is restricted as a whole, so nothing of it was kept."),
        ("round", "The web service sent the question round in circles."),
    ],
)
def test_a_record_that_fails_fails_alone(fault, reason):
    records = run(Service(xml.made(9), {"5004": fault}), ("101",))
    assert [type(record) for record in records] == [Fetched, Failure, Fetched]
    assert records[1].what == f"{FIRST} of 30 January 2024 (meeting 5004)"
    assert records[1].reason.startswith(reason)
    assert not records[1].stopped


def test_a_meeting_listed_without_a_number_fails_alone():
    records = run(Service(xml.made(9), {"5004": "listed_without_id"}), ("101",))
    assert [type(record) for record in records] == [Fetched, Failure, Fetched]
    assert (records[1].what, records[1].code) == ("A meeting of committee 101", "missing_id")


@pytest.mark.parametrize("fault", ["wrong_charset", "latin_1", "within"])
def test_what_can_be_mended_is_read_like_any_other(fault):
    plain, mended = run(Service(xml.made(1))), run(Service(xml.made(1), {"5001": fault}))
    assert (mended[0].text, mended[0].reading) == (plain[0].text, plain[0].reading)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("challenge", "challenge_page"),
        ("challenge_503", "challenge_page"),
        ("challenge_200", "challenge_page"),
        ("login", "challenge_page"),
        ("to_login", "challenge_page"),
        ("forbidden", "refused"),
        ("away", "left_host"),
        ("busy_long", "asked_to_wait"),
    ],
)
def test_the_run_ends_where_asking_on_would_be_wrong(fault, code):
    service = Service(xml.made(9), {"5004": fault})
    records = run(service)
    assert [type(record) for record in records] == [Fetched, Failure]
    assert (records[1].code, records[1].stopped) == (code, True)
    assert service.asked[-1].params.get("lMeetingId", "5004") == "5004"


def test_a_challenge_on_the_first_question_is_the_only_question():
    service = Service(xml.made(3), whole={"GetMeetings": "challenge"})
    records = run(service)
    assert [(each.what, each.stopped) for each in records] == [("The meetings of committee 101", True)]
    assert len(service.asked) == 1


def test_a_list_that_fails_costs_only_its_committee():
    service = Service(xml.made(3), whole={"GetMeetings": "http_500"})
    assert [(each.what, each.code) for each in run(service)] == [
        (f"The meetings of committee {number}", "no_answer") for number in xml.COMMITTEES
    ]


def test_a_service_that_is_down_is_given_up():
    meetings = xml.made(3 * (MOST_IN_A_ROW + 5))
    service = Service(meetings, dict.fromkeys((each.id for each in meetings), "http_500"))
    records = run(service)
    assert [each.code for each in records] == ["no_answer"] * MOST_IN_A_ROW + ["given_up"]
    assert records[-1].stopped


def test_records_that_are_broken_do_not_make_a_service_be_given_up():
    meetings = xml.made(3 * (MOST_IN_A_ROW + 5))
    service = Service(meetings, dict.fromkeys((each.id for each in meetings), "broken_xml"))
    assert len(run(service)) == len(meetings)


def test_nothing_restricted_is_in_any_record():
    meetings = xml.made(4)
    shapes = {"5001": "restricted_item", "5002": "restricted_word", "5003": "restricted_meeting"}
    records = run(Service(meetings, shapes))
    kept = repr(records)
    assert len(records) == 4
    for word in ("Zebrafish", "41,250", "Head of Law"):
        assert word not in kept
    assert [item.title for r in records if isinstance(r, Fetched) for item in r.reading.meetings[0].items].count(
        "Restricted item"
    ) == 2


def test_a_cancelled_meeting_is_read_as_cancelled():
    (record,) = run(Service(xml.made(1), {"5001": "cancelled"}))
    assert (record.cancelled, record.reading.meetings[0].items) == (True, ())


def test_the_same_record_has_the_same_hash_every_time():
    first, second = run(council(6)), run(council(6))
    assert [each.sha256 for each in first] == [each.sha256 for each in second]
    assert len({each.sha256 for each in first}) == 6
