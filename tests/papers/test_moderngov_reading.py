"""A meeting of the service is read as its minutes would be from a paper, and shown as the text that was read."""

import datetime as dt
import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from papers.moderngov.parsing import parse_meeting
from papers.moderngov.reading import as_reading, read_meeting
from papers.moderngov.records import AgendaItem, Attendee, MeetingFull
from papers.reading.document import read
from papers.reading.facts import Attendance, Due, FollowUp, Seat
from papers.reading.files import text_of_file
from tests.intake import moderngov_xml as xml

PAPERS = Path(__file__).parent / "fixtures"
MADE = xml.made(4)[1]
HELD = MeetingFull("7", dt.date(2024, 3, 5), "Housing Scrutiny Panel", "6.30 pm", "Guildhall")


def full(shape="", made=MADE):
    return parse_meeting(xml.meeting(made, shape).encode(), committee=made.committee)


def item(number, title, minutes="", **more):
    return AgendaItem(None, number, more.pop("minute", None), title, minutes=minutes, **more)


def held(*items, **more):
    return as_reading(replace(HELD, items=items, **more)).meetings[0]


def line_of(text, number):
    return text.split("\n")[number - 1]


@pytest.mark.parametrize("shape", ["", "twice_escaped", "one_item", "blank", "namespaced", "not_held"])
@pytest.mark.parametrize("made", xml.made(4), ids=lambda each: each.id)
def test_a_meeting_reads_as_its_text_reads_as_a_paper(shape, made):
    meeting = read_meeting(full(shape, made))
    assert meeting.reading == read(meeting.text)


def test_the_text_of_minutes_is_set_as_minutes_are():
    assert read_meeting(full("one_item")).text == (
        "Regeneration and Skills Scrutiny Committee\n\n"
        "Minutes of the meeting held on Tuesday 16 January 2024 at 6.30 pm\nVenue: Town Hall, Bridge Street\n\n"
        "Present:\nCouncillor Amara Finch (Chair)\nCouncillor Lewis O'Hara (Vice-Chair)\n\n"
        "Also present:\nMiriam Stone\n\nApologies:\nCouncillor Joan Pike\n\n"
        "22. School places & costs\n\n"
        "The Committee considered the report of the Head of Service on school places – it’s late.\n\n"
        "RESOLVED: That\n\n(1) the report be noted; and\n\n"
        "(2) the Head of Service be requested to report back on school places & costs to the next meeting of the "
        "Committee.\n"
    )


def test_what_minutes_ask_for_is_read_with_its_line():
    meeting = read_meeting(full())
    clause = meeting.reading.meetings[0].items[1].clauses[1]
    task = "report back on school places & costs to the next meeting of the Committee"
    due = Due("next_meeting", "to the next meeting of the Committee")
    assert (clause.path, clause.sort) == ("22/2", "request_report")
    assert clause.follow_ups == (FollowUp("the Head of Service", "clause", task, due, line=clause.line),)
    assert line_of(meeting.text, clause.line) == f"(2) {clause.text}"


def test_every_line_that_a_reading_names_is_the_line_in_the_text():
    meeting = read_meeting(full())
    read_of = meeting.reading.meetings[0]
    assert [line_of(meeting.text, each.line) for each in read_of.items] == [
        "21. Apologies for absence",
        "22. School places & costs",
        "23. Work programme",
    ]
    assert [line_of(meeting.text, each.line).startswith(each.name) for each in read_of.attendance] == [True] * 4
    assert "6.30 pm" in line_of(meeting.text, read_of.time_line)


def test_who_came_is_what_the_service_says():
    assert as_reading(full()).meetings[0].attendance == (
        Attendance("Councillor Amara Finch", "present", 7),
        Attendance("Councillor Lewis O'Hara", "present", 8),
        Attendance("Miriam Stone", "also present", 11),
        Attendance("Councillor Joan Pike", "apologies", 14),
    )


def test_before_the_meeting_the_list_of_members_gives_the_seats():
    meeting = as_reading(full("not_held")).meetings[0]
    assert (meeting.held, meeting.attendance) == (False, ())
    assert meeting.seats == (
        Seat("Councillor Amara Finch", "chair", None, None, 7),
        Seat("Councillor Lewis O'Hara", "vice-chair", None, None, 8),
        Seat("Councillor Joan Pike", "member", None, None, 9),
        Seat("Councillor Ravi Dunn", "member", None, None, 10),
    )


@pytest.mark.parametrize(
    ("role", "attendance", "group"),
    [
        ("Committee Member", "Present", "present"),
        ("Committee Member", "Present, as expected", "present"),
        ("Committee Member", "In attendance", "also present"),
        ("Committee Member", "Apologies, sent representative", "apologies"),
        ("Committee Member", "Absent", None),
        ("Committee Member", "Did not attend", None),
        ("Committee Member", "Expected", None),
        ("Cabinet Member for Housing", "Present", "also present"),
        ("Officer", "Present", "also present"),
        (None, "Present", "present"),
        (None, None, None),
    ],
)
def test_the_words_for_attendance(role, attendance, group):
    who = Attendee("1", "Councillor Amara Finch", role, attendance)
    found = held(item("1", "Minutes", "Agreed."), attendees=(who,)).attendance
    assert [each.attended_as for each in found] == ([group] if group else [])


def test_apologies_are_taken_from_the_minute_where_nobody_kept_the_roll():
    found = held(item("1", "Apologies", "Apologies were received from Councillors Hall and Lee.")).attendance
    assert [each.name for each in found] == ["Councillor Hall", "Councillor Lee"]


def test_a_cancelled_meeting_offers_nothing_of_its_agenda():
    meeting = read_meeting(full("cancelled"))
    assert (meeting.reading.meetings[0].items, meeting.reading.meetings[0].held) == ((), False)
    assert "This meeting was not held on this date: its status is Cancelled." in meeting.text


def test_an_item_begins_where_the_service_says_and_not_where_the_text_seems_to():
    minutes = (
        "The Panel noted:\n\n2. Rents\n\nRESOLVED: That the Head of Housing be asked to write to tenants by 1 May 2024."
    )
    found = held(item("1", "to consider the rents", minutes), item("2", "VOIDS", "the Panel's thanks be recorded;"))
    assert [(each.number, [c.path for c in each.clauses if c.follow_ups]) for each in found.items] == [
        ("1", ["1"]),
        ("2", []),
    ]


def test_the_agenda_entry_gives_whose_report_it_is_and_its_minutes_what_was_decided():
    agenda = "Report of the Head of Housing\n\nThe Panel is asked to request the Head of Law to report back."
    found = held(item("4", "Voids - to follow", "RESOLVED: That the report be noted.", agenda=agenda)).items[0]
    assert (found.report_of, found.flags, [c.text for c in found.clauses]) == (
        "Head of Housing",
        ("to_follow",),
        ["That the report be noted."],
    )


def test_a_decision_printed_twice_is_one():
    decision = "That the Head of Housing be requested to circulate the figures by 1 May 2024."
    found = held(item("4", "Voids", f"RESOLVED:\n\n{decision}", decision=decision)).items[0]
    apart = held(item("4", "Voids", "The Head of Housing spoke.", decision=decision)).items[0]
    alone = held(item("4", "Voids", decision=decision)).items[0]
    assert [[f.due.on for c in each.clauses for f in c.follow_ups] for each in (found, apart, alone)] == [
        [dt.date(2024, 5, 1)]
    ] * 3


def test_an_action_table_keeps_its_rows():
    table = (
        "&lt;p&gt;It was discussed.&lt;/p&gt;&lt;table&gt;&lt;tr&gt;&lt;th&gt;&lt;p&gt;Action&lt;/p&gt;&lt;/th&gt;"
        "&lt;th&gt;&lt;p&gt;Owner&lt;/p&gt;&lt;/th&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;p&gt;Circulate the\nfigures"
        "&lt;/p&gt;&lt;/td&gt;&lt;td&gt;&lt;p&gt;Head of Housing&lt;/p&gt;&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;"
    )
    raw = (
        "<meeting><meetingid>7</meetingid><meetingdate>05/03/2024</meetingdate><agendaitem><agendaitemtitle>Voids"
        f"</agendaitemtitle><minutesnonemptyhtmlbody>{table}</minutesnonemptyhtmlbody></agendaitem></meeting>"
    )
    found = as_reading(parse_meeting(raw.encode(), committee="Panel")).meetings[0].items[0]
    assert [(f.asked, f.task) for c in found.clauses for f in c.follow_ups] == [
        ("Head of Housing", "Circulate the figures")
    ]


@pytest.mark.parametrize(
    ("numbers", "known_by"),
    [
        (["1", "2", "3"], ["1", "2", "3"]),
        ([None, None], [None, None]),
        (["1", None, "2", None], ["1", "after 1", "2", None]),
        ([None, "1"], ["after 0", "1"]),
        (["5", "5", "5"], ["5", "5 (2)", "5 (3)"]),
    ],
)
def test_no_two_items_are_known_by_the_same_number(numbers, known_by):
    found = held(*(item(number, "Voids", "RESOLVED: That this be noted.") for number in numbers)).items
    assert [each.number for each in found] == known_by
    paths = [clause.path for each in found for clause in each.clauses]
    assert len(set(paths)) == len(numbers)


def test_a_heading_over_other_items_is_no_item():
    assert [each.title for each in held(item(None, "PART A"), item("1", "Voids", "Noted.")).items] == ["Voids"]


def test_nothing_of_a_restricted_item_is_in_the_text_or_the_reading():
    meeting = read_meeting(full("restricted_item"))
    kept = meeting.reading.meetings[0].items[3]
    assert (kept.number, kept.title, kept.flags, kept.clauses, kept.issues) == (
        "24",
        "Restricted item",
        ("exempt",),
        (),
        (),
    )
    for word in ("Zebrafish", "settlement", "41,250", "Head of Law", "1 May"):
        assert word not in f"{meeting.text}{meeting.reading}"


def test_a_meeting_without_anything_is_a_date_and_a_committee():
    meeting = read_meeting(MeetingFull("7", dt.date(2024, 3, 5)))
    assert meeting.text == "Meeting on Tuesday 5 March 2024\n"
    assert meeting.reading.meetings[0].items == ()


def dressed(text, meeting):
    """Minutes as the service would give them: each item by itself, its paragraphs as escaped HTML."""
    lines = text.split("\n")
    ends = [each.line - 1 for each in meeting.items[1:]] + [len(lines)]
    items = "".join(
        f"<agendaitem><agendaitemtitle>{html.escape(each.title)}</agendaitemtitle>"
        f"<minutesitemnumber>{each.number or ''}</minutesitemnumber>"
        f"<minutesnonemptyhtmlbody>{html.escape(_html(lines[each.line : end]))}</minutesnonemptyhtmlbody></agendaitem>"
        for each, end in zip(meeting.items, ends, strict=True)
    )
    return f"<meeting><meetingid>7</meetingid><meetingdate>{meeting.date:%d/%m/%Y}</meetingdate>{items}</meeting>"


def _html(lines):
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines))
    return "".join(f"<p>{html.escape(each).replace(chr(10), '<br/>')}</p>" for each in paragraphs)


@pytest.mark.parametrize(
    "paper",
    [
        "alderbrook-district", "ashcombe-no-words", "cotsmere-recommend", "fernley-mayoral", "dunsford-t-h-a-t",
        "dunmarsh-unanimous-roman", "ellerby-reasons", "estbury-agreed-action", "garsdale-national-park",
        "glanmawr-that", "kelford-resolved-dash",
    ],
)  # fmt: skip
def test_minutes_ask_for_the_same_whether_from_a_paper_or_from_the_service(paper):
    text = text_of_file(PAPERS / f"{paper}.txt")
    printed = next(each for each in read(text).meetings if each.held)
    served = as_reading(parse_meeting(dressed(text, printed).encode(), committee=printed.committee)).meetings[0]
    assert [_asked(each) for each in served.items] == [_asked(each) for each in printed.items]


def _asked(item):
    """What an item asks for, without the lines it stands on."""
    return [(clause.path, replace(each, line=0)) for clause in item.clauses for each in clause.follow_ups]
