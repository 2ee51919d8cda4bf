"""Each answer of the web service becomes its records, however it is shaped, escaped and encoded; or one clear fault."""

import dataclasses
import datetime as dt
import time

import pytest

from papers.moderngov import faults
from papers.moderngov.answers import MOST_BYTES, said
from papers.moderngov.parsing import parse_committees, parse_councillors, parse_meeting, parse_meetings
from papers.moderngov.records import AgendaItem, Attendee, Committee, Councillor, MeetingListed
from papers.moderngov.wording import MOST_TAGS
from tests.intake import moderngov_server as server
from tests.intake import moderngov_xml as xml

MEETING = xml.made(1)[0]
PLAIN = xml.meeting(MEETING)


def parsed(text, **more):
    return parse_meeting(text.encode(), **more)


def test_committees_are_read_with_those_that_are_no_more():
    assert parse_committees(xml.committees().encode()) == (
        Committee("101", "Children's Services Scrutiny Committee", "Overview and scrutiny"),
        Committee("102", "Regeneration and Skills Scrutiny Committee", "Overview and scrutiny"),
        Committee("103", "Adult Social Care Scrutiny Committee", "Overview and scrutiny"),
        Committee("90", "Parks & Leisure Panel", "Overview and scrutiny", expired=True),
    )


def test_a_committee_that_is_no_more_is_not_current():
    assert [each.current for each in parse_committees(xml.committees().encode())] == [True, True, True, False]


def test_the_list_of_meetings_names_their_committee():
    meetings = list(xml.made(4))[::3]
    assert parse_meetings(xml.meetings("101", meetings, {"5004": "cancelled"}).encode()) == (
        MeetingListed("5001", "101", xml.COMMITTEES["101"], dt.date(2024, 1, 9), "6.30 pm", "Confirmed"),
        MeetingListed("5004", "101", xml.COMMITTEES["101"], dt.date(2024, 1, 30), "6.30 pm", "Cancelled"),
    )


def test_one_meeting_in_a_list_fails_alone():
    listed = parse_meetings(xml.meetings("101", list(xml.made(2)), {"5001": "listed_without_id"}).encode())
    assert [type(each) for each in listed] == [faults.MissingId, MeetingListed]


def test_an_empty_list_of_meetings_is_no_fault():
    assert parse_meetings(b"<getmeetings><meetingscount> 0</meetingscount></getmeetings>") == ()


def test_meetings_listed_by_date_name_their_own_committee():
    flat = (
        "<getmeetingsbydate><meetings><meeting><meetingid>7</meetingid><committeeid>101</committeeid>"
        "<committeetitle>Board</committeetitle><meetingdate>32/01/2024</meetingdate></meeting></meetings></getmeetingsbydate>"
    )
    assert parse_meetings(flat.encode()) == (MeetingListed("7", "101", "Board"),)


def test_councillors_are_read_without_their_addresses():
    found = parse_councillors(xml.councillors().encode())
    assert found[1] == Councillor("12", "Councillor Lewis O'Hara", "Harbour", "Independent", None)
    assert "Hidden Lane" not in repr(found)
    assert "council.example" not in repr(found)


def test_a_meeting_is_read_with_its_items_and_people():
    meeting = parsed(PLAIN, committee="Board")
    assert dataclasses.replace(meeting, items=(), attendees=()) == type(meeting)(
        "5001", dt.date(2024, 1, 9), "Board", "6.30 pm", "Town Hall, Bridge Street", "Confirmed; Scrutiny"
    )
    assert meeting.items[1] == AgendaItem(
        "92",
        "2",
        "22",
        "Youth clubs & costs",
        "Report of the Head of Service",
        "",
        "The Committee considered the report of the Head of Service on youth clubs – it’s late.\n\nRESOLVED: That\n\n"
        "(1) the report be noted; and\n\n(2) the Head of Service be requested to report back on youth clubs & costs "
        "to the next meeting of the Committee.",
    )
    assert meeting.attendees[1] == Attendee(
        "12", "Councillor Lewis O'Hara", "Vice-Chair", "Present, as expected", ward="Harbour"
    )
    assert (len(meeting.items), len(meeting.attendees), meeting.held, meeting.cancelled) == (3, 5, True, False)


@pytest.mark.parametrize("shape", ["twice_escaped", "namespaced", "enveloped"])
def test_every_shape_of_an_answer_is_the_same_meeting(shape):
    assert parsed(xml.meeting(MEETING, shape)) == parsed(PLAIN)


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.encode("cp1252"),
        PLAIN.replace("utf-8", "iso-8859-1").encode("cp1252"),
        PLAIN.replace("utf-8", "utf-16").encode("utf-16"),
        PLAIN.replace("Confirmed", "Confirmed&#11;").replace("Town", "\x0bTown").encode(),
        b"\r\n" + PLAIN.encode() + b"\r\n\r\n",
        PLAIN.replace("meetingid", "MeetingID").encode(),
    ],
    ids=["marked", "wrong-charset", "latin-1", "utf-16", "control-characters", "blank-lines", "capitals"],
)
def test_every_encoding_is_the_same_meeting(raw):
    assert parse_meeting(raw) == parsed(PLAIN)


def test_html_that_is_not_escaped_at_all_is_read_too():
    bare = PLAIN.replace("&lt;p class=&quot;MsoNormal&quot;&gt;", "<p>").replace("&lt;/p&gt;", "</p>")
    for tag in ("<p>", "<div>", "</div>"):
        bare = bare.replace(tag.replace("<", "&lt;").replace(">", "&gt;"), tag)
    bare = bare.replace("&lt;div class=&quot;WordSection1&quot;&gt;", "<div>")
    assert parsed(bare).items[2] == parsed(PLAIN).items[2]


def test_one_item_is_a_list_of_one():
    assert parsed(xml.meeting(MEETING, "one_item")).items == parsed(PLAIN).items[1:2]


def test_blank_fields_are_none_or_empty():
    blank = parsed(xml.meeting(MEETING, "blank")).items[2]
    assert blank == AgendaItem("93", "3", "23", "")
    bare = parsed("<meeting><meetingid>7</meetingid><meetingdate> 09/01/2024 </meetingdate><meetingtime/></meeting>")
    assert (bare.time, bare.venue, bare.status, bare.items, bare.attendees) == (None, None, None, (), ())


def test_what_is_not_published_is_left_out():
    draft = PLAIN.replace("<isminutepublished>True", "<isminutepublished>False")
    assert [item.minutes for item in parsed(draft).items] == ["", "", ""]
    silent = PLAIN.replace("<isminutepublished>True", "<isminutepublished>").replace(
        "<minutepublished>True", "<minutepublished>no"
    )
    assert [item.minutes for item in parsed(silent).items] == ["", "", ""]
    unannounced = xml.meeting(MEETING, "not_held").replace("<agendapublished>True", "<agendapublished>0")
    assert parsed(unannounced).items == ()


@pytest.mark.parametrize(
    ("printed", "sub", "number"),
    [("7", "", "7"), ("7", "a", "7a"), ("7", "1", "7.1"), ("7", "0", "7"), ("0", "", None), ("", "", None),
     ("24/06/02", "", "24/06/02"), ("OS 12", "", "OS 12"), ("Part A", "", None), ("1234567890123", "", None)],
)  # fmt: skip
def test_the_number_of_a_minute_is_as_councils_print_it(printed, sub, number):
    text = (
        "<meeting><meetingid>7</meetingid><meetingdate>09/01/2024</meetingdate><agendaitem><minutesitemnumber>"
        f"{printed}</minutesitemnumber><minutesitemsubnumber>{sub}</minutesitemsubnumber></agendaitem></meeting>"
    )
    assert parsed(text).items[0].minute_number == number


def test_the_number_on_the_agenda_is_the_one_shown_and_not_the_count_of_the_service():
    assert [item.number for item in parsed(PLAIN).items] == ["1", "2", "3"]
    unshown = PLAIN.replace("<fulldisplaynumberformat>1.</fulldisplaynumberformat>", "")
    assert [item.number for item in parsed(unshown).items] == ["4", "2", "3"]
    headed = PLAIN.replace("<fulldisplaynumberformat>1.<", "<fulldisplaynumberformat>Part A<")
    assert [item.number for item in parsed(headed).items] == [None, "2", "3"]


def test_a_date_with_a_time_behind_it_is_a_date():
    assert parsed(PLAIN.replace("09/01/2024", "09/01/2024 18:30")).date == dt.date(2024, 1, 9)


@pytest.mark.parametrize(
    ("word", "says"),
    [("True", True), ("false", False), ("Yes", True), ("No", False), ("1", True), ("0", False), ("-1", True),
     (" TRUE ", True), ("", None), ("perhaps", None)],
)  # fmt: skip
def test_booleans_are_words(word, says):
    assert said(word) is says


@pytest.mark.parametrize("word", ["True", "true", "Yes", "1", "-1", "Perhaps", "RESTRICTED"])
def test_of_a_restricted_item_only_its_numbers_are_kept(word):
    text = xml.meeting(MEETING, "restricted_item").replace(
        "<isrestricted>True</isrestricted>", f"<isrestricted>{word}</isrestricted>"
    )
    assert parsed(text).items[3] == AgendaItem("94", "4", "24", "Restricted item", restricted=True)
    assert xml.SECRET not in repr(parsed(text))


def test_an_item_that_may_not_be_shown_is_restricted_too():
    hidden = PLAIN.replace(
        "<isdisplayallowed>True</isdisplayallowed><minutes", "<isdisplayallowed>no</isdisplayallowed><minutes"
    )
    assert [item.restricted for item in parsed(hidden).items] == [True, True, True]


FAULTS = [
    (b"", faults.NotXml, "The answer is empty."),
    (b"System.ArgumentException: no such meeting", faults.NotXml, "The answer is not XML."),
    (b'{"meeting": 1}', faults.NotXml, "The answer is not XML."),
    (b"<meeting><a></b></meeting>", faults.NotXml, "The answer is broken XML (line 1, column 14)."),
    (xml.committees().encode(), faults.NotXml, "The XML that came back holds no meeting, so"),
    (server.MOVED.encode(), faults.WebPage, "A web page came back in place of the XML that was asked for."),
    (server.CHALLENGE.encode(), faults.ChallengePage, "The website answered with a check for robots or a login page"),
    (server.LOGIN.encode(), faults.ChallengePage, "The website answered with a check for robots or a login page"),
    (b"<error>Object reference</error>", faults.ServiceError, "The web service answered with an error of its own"),
    (xml.meeting(MEETING, "missing_id").encode(), faults.MissingId, "The meeting has no number of its own"),
    (PLAIN.replace(">5001<", ">none<").encode(), faults.MissingId, "The meeting has no number of its own"),
    (PLAIN.replace(">5001<", ">5001 OR 1=1<").encode(), faults.MissingId, "The meeting has no number of its own"),
    (xml.meeting(MEETING, "impossible_date").encode(), faults.ImpossibleDate, "The date of the meeting is given as"),
    (PLAIN.replace("09/01/2024", "").encode(), faults.ImpossibleDate, "The date of the meeting is not given"),
    (PLAIN.replace("09/01/2024", "30/12/1899").encode(), faults.ImpossibleDate, "The date of the meeting is given as"),
    (PLAIN.replace("09/01/2024", "2024-01-09").encode(), faults.ImpossibleDate, "The date of the meeting is given as"),
    (PLAIN[: len(PLAIN) // 2].encode(), faults.CutOff, "The answer ends in the middle"),
    (PLAIN[: PLAIN.index("</meetingtime>") + 5].encode(), faults.CutOff, "The answer ends in the middle"),
    (b"<meeting>" + b" " * MOST_BYTES, faults.TooLarge, "The answer is larger than 5 MB"),
    (b"<meeting>" + b"<a/>" * 400_001 + b"</meeting>", faults.TooLarge, "The answer is larger than 200,000 elements"),
    (b"<meeting><meetingid>1</meetingid><meetingdate>01/01/2024</meetingdate>" + b"<agendaitem/>" * 301 + b"</meeting>",
     faults.TooLarge, "The answer is larger than 300 of agendaitem"),
    (server.LAUGHS.encode(), faults.Hostile, "The answer declares a document type or entities"),
    (server.EXTERNAL.encode(), faults.Hostile, "The answer declares a document type or entities"),
    (b"<!DOCTYPE meeting><meeting/>", faults.Hostile, "The answer declares a document type or entities"),
    (xml.meeting(MEETING, "restricted_meeting").encode(), faults.Restricted, "The meeting is restricted as a whole"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "fault", "line"), FAULTS, ids=[f"{n}-{each[1].code}" for n, each in enumerate(FAULTS)])
def test_each_fault_is_one_class_with_one_clear_line(raw, fault, line):
    began = time.perf_counter()
    with pytest.raises(faults.Fault) as raised:
        parse_meeting(raw)
    assert type(raised.value) is fault
    assert str(raised.value).startswith(line)
    assert "\n" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert time.perf_counter() - began < 2


def test_only_a_challenge_among_the_faults_of_answers_stops_a_run():
    every = [each for each in vars(faults).values() if isinstance(each, type) and issubclass(each, faults.Fault)]
    assert [each.code for each in every if each.stops] == ["challenge_page"]
    assert len({each.code for each in every}) == len(every)


HOSTILE = {
    "comments": "&lt;!--" * 200_000,
    "tags": "&lt;a " * 200_000,
    "declarations": "&lt;![bad[ &gt; &lt;![CDATA[ &lt;!foo bar",
    "cells": "&lt;td&gt;" * 100_000,
    "paragraphs": "&lt;p&gt;" * 200_000,
    "escaped": "&amp;lt;p" * 200_000,
    "scripts": "&lt;script&gt;" * 50_000,
    "points": "&lt;li&gt; " * 100_000,
    "just few enough": "&lt;li&gt; " * (MOST_TAGS - 100),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_html_is_read_or_refused_in_good_time(name):
    text = PLAIN.replace("&lt;div class=&quot;WordSection1&quot;&gt;", f"&lt;p&gt;{HOSTILE[name]}", 1)
    began = time.process_time()
    try:
        found = parsed(text).id
    except faults.TooLarge as refusal:
        found = str(refusal)
    refused = "The answer is larger than 20,000 tags in one item, which no meeting is, so it was not read."
    few = name in ("declarations", "escaped", "just few enough")
    assert found == ("5001" if few else refused)
    assert time.process_time() - began < 1


def test_a_deep_answer_does_not_overwhelm_the_reader():
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    with pytest.raises(faults.TooLarge, match="100 elements deep"):
        parse_meeting(b"<meeting>" + deep + b"</meeting>")
