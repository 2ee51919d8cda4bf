"""What each printed paper says of an edition: chosen from the record, in its own words, and nothing else."""

from dataclasses import replace
from datetime import date, time

import pytest

from papers.writing.appendices import ItemLine, appendix_a, appendix_b, said_of
from papers.writing.brief import chairs_brief
from papers.writing.days import clock, day, listed, whole_day
from papers.writing.edition import (
    NOBODY,
    AgendaLine,
    CarriedMatter,
    Change,
    Decision,
    ForwardPlan,
    InformalRow,
    Since,
    TrackerLine,
    Wording,
)
from papers.writing.front_sheet import AgendaRow, MemberLine, front_sheet
from papers.writing.kinds import KINDS, paper_of
from papers.writing.paper import printable
from papers.writing.report import recommendations, work_programme_report
from papers.writing.sample import BARE, FULL
from papers.writing.standing import STANDING, paragraphs_of, words_of
from papers.writing.tracker import action_tracker

PLAN = ForwardPlan(date(2023, 8, 31), date(2023, 10, 1), date(2024, 1, 31))
NONE_IN_REMIT = (
    "The latest forward plan was published on 31 August 2023 for 1 October 2023 to 31 January 2024. It holds no key "
    "decision within the committee’s remit."
)


def asked(edition):
    return [each.text for each in recommendations(edition)]


def headings(edition):
    return [section.heading for section in work_programme_report(edition).sections]


def paragraphs(edition, heading):
    found = [section for section in work_programme_report(edition).sections if section.heading == heading]
    return [paragraph for section in found for paragraph in section.paragraphs]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(18, 30), "6.30 p.m."),
        (time(12), "12 noon"),
        (time(0, 5), "12.05 a.m."),
        (time(12, 15), "12.15 p.m."),
        (None, ""),
    ],
)
def test_time_is_said_as_papers_say_it(at, said):
    assert clock(at) == said


def test_days_are_said_with_the_weekday_that_is_theirs():
    assert (whole_day(date(2024, 3, 12)), day(date(2024, 3, 2)), day(None)) == (
        "Tuesday 12 March 2024",
        "2 March 2024",
        "",
    )


def test_things_are_listed_in_one_sentence():
    assert [listed(words) for words in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == ["", "a", "a and b", "a, b and c"]


def test_recommendations_are_chosen_from_what_is_on_record():
    assert asked(FULL) == [
        "notes the work programme for 2023/24 at Appendix A, with any items it adds at this meeting;",
        "says whether “Beach safety” should come to a formal meeting or to an informal one;",
        "says how it wishes to take the one earlier request that has no place yet;",
        "says which, if any, of the one key decision within its remit in the forward plan published on 31 August 2023 "
        "it will look at before a decision is made;",
        "notes the informal meetings and visits for 2023/24 at Appendix B; and",
        "notes the training arranged for members.",
    ]


def test_programme_that_no_minute_adopted_is_to_be_adopted_and_nothing_else_is_asked_of_an_empty_record():
    assert asked(BARE) == [
        "adopts the work programme for 2023/24 at Appendix A, with any items it adds at this meeting."
    ]


def test_recommendations_are_numbered_in_turn():
    assert [each.number for each in recommendations(FULL)] == ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]


def test_several_carried_matters_and_requests_are_counted():
    matters = (CarriedMatter("I2", "Beach safety"), CarriedMatter("I3", "Groynes"))
    lines = tuple(TrackerLine(f"A{n}", "Ask", "Nobody", date(2023, 6, 6), overlooked=True) for n in range(3))
    ended = TrackerLine("A9", "Ask", "Nobody", date(2023, 6, 6), overlooked=True, closed=True)
    assert asked(replace(BARE, carried_over=matters, tracker=(*lines, ended)))[1:] == [
        "says whether “Beach safety” and “Groynes” should come to a formal meeting or to an informal one; and",
        "says how it wishes to take the 3 earlier requests that have no place yet.",
    ]


def test_forward_plan_with_nothing_in_remit_says_so_and_that_is_to_be_noted():
    edition = replace(BARE, forward_plan=PLAN)
    assert asked(edition)[1] == (
        "notes that the forward plan published on 31 August 2023 holds no key decision within its remit, so that there "
        "is none for pre-scrutiny."
    )
    assert [each.text for each in paragraphs(edition, "Forward plan and pre-scrutiny")][1:] == [
        NONE_IN_REMIT,
        "The committee is asked to note that there is nothing for pre-scrutiny this time.",
    ]


def test_forward_plan_lists_what_is_in_remit():
    entries = (
        Decision("School places", "Cabinet", when="early 2024"),
        Decision("Fees", "Leader", lead="Director of Care"),
    )
    told = paragraphs(replace(BARE, forward_plan=replace(PLAN, entries=entries)), "Forward plan and pre-scrutiny")
    assert told[1].points == ("School places, Cabinet, early 2024", "Fees, Leader, Director of Care")
    assert told[2].asked is True


def test_plan_that_nobody_recorded_is_said_to_be_missing_and_nothing_is_asked():
    told = paragraphs(BARE, "Forward plan and pre-scrutiny")
    assert [each.text for each in told][1:] == ["No forward plan was on record when this was made."]


def test_what_is_on_no_meeting_is_told_once():
    told = [each.points for each in paragraphs(FULL, "Work programme 2023/24") if each.points]
    assert told == [("Rock pools (I3)",)]


def test_request_that_nobody_was_named_for_says_so():
    line = TrackerLine("A1", "Count the groynes", NOBODY, date(2023, 6, 6), "6 (1)", overlooked=True)
    told = paragraphs(replace(BARE, tracker=(line,)), "Requests that have no place yet")
    assert told[0].points == ("Count the groynes (A1, minute 6 (1) of 6 June 2023; nobody was named)",)


def test_sections_are_those_the_record_fills_and_numbered():
    assert headings(BARE) == ["Work programme 2023/24", "Forward plan and pre-scrutiny"]
    report = work_programme_report(FULL)
    assert [section.number for section in report.sections] == ["1", "2", "3", "4", "5", "6"]
    assert report.sections[2].paragraphs[1].number == "3.2"


@pytest.mark.parametrize(
    ("since", "changes", "said"),
    [
        (None, (), "This is the first edition of the work programme for 2023/24."),
        (
            Since(1, date(2023, 6, 1)),
            (),
            "Nothing on the programme has changed since edition 1 of 1 June 2023.",
        ),
        (
            Since(1, date(2023, 6, 1), "6 June 2023"),
            (Change("added", "I1", "A"),),
            "One thing has changed since edition 1 of 1 June 2023, which went to the meeting of 6 June 2023:",
        ),
        (
            Since(2, date(2023, 9, 18)),
            (Change("added", "I1", "A"), Change("added", "I2", "B")),
            "2 things have changed since edition 2 of 18 September 2023:",
        ),
    ],
)
def test_report_opens_with_how_much_changed(since, changes, said):
    assert work_programme_report(replace(BARE, since=since, changes=changes)).opening == said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            Change("moved", "I1", "Plan", "14 November 2023", "30 January 2024", "More time."),
            "Moved: Plan, from 14 November 2023 to 30 January 2024. Reason: More time.",
        ),
        (Change("added", "I1", "Plan", now="30 January 2024"), "Added: Plan (30 January 2024)."),
        (Change("dropped", "I1", "Plan", was="30 January 2024"), "Dropped: Plan (30 January 2024)."),
        (Change("rerouted", "I1", "Plan"), "Taken another way: Plan."),
    ],
)
def test_each_change_is_told_in_a_line(change, said):
    assert work_programme_report(replace(BARE, changes=(change,))).changes == (said,)


def test_box_of_the_report_leaves_out_what_is_not_known():
    facts = {fact.label: fact.value for fact in work_programme_report(FULL).facts}
    assert (facts["Report of"], facts["Contact officers"]) == ("Director of Place", "Ada Brown")
    assert [fact.label for fact in work_programme_report(BARE).facts] == [
        "Report to",
        "Subject",
        "Key decision",
        "Exempt or confidential",
    ]


def test_standing_paragraphs_are_those_the_edition_froze_with_its_names_in_them():
    edition = replace(BARE, words=(Wording("purpose", "{committee} in {year}, {council}, {other}\n\nAnd  more"),))
    assert paragraphs_of(edition, "purpose") == (
        "Scrutiny Committee in 2023/24, Your council, {other}",
        "And more",
    )
    assert words_of(edition, "background") == STANDING["background"].text


def test_standing_paragraph_that_was_emptied_is_left_out_and_its_list_stays():
    edition = replace(FULL, words=(Wording("carried_over", ""), Wording("costs", " ")))
    assert paragraphs(edition, "Carried over from the year before")[0].points == (
        "Beach safety (Agreed on 6 March 2023)",
    )
    assert "Costs" not in [fact.label for fact in work_programme_report(edition).closing]


def test_appendix_a_has_a_table_a_meeting_and_what_is_on_none():
    paper = appendix_a(FULL)
    assert [table.heading for table in paper.meetings] == [
        "Tuesday 26 September 2023, 6.30 p.m., Town Hall",
        "Tuesday 14 November 2023",
    ]
    assert paper.meetings[0].rows == (ItemLine("1.", "Flood & coast <plan>", "Ada Brown/Ben Cole"),)
    assert paper.unplaced == (ItemLine("I2", "Beach safety", "Coastguard"), ItemLine("I3", "Rock pools", ""))


def test_cancelled_meeting_is_said_to_be():
    first = FULL.meetings[0]
    cancelled = replace(first, heading=replace(first.heading, state="Cancelled"))
    heading = appendix_a(replace(FULL, meetings=(cancelled,))).meetings[0].heading
    assert heading == "Tuesday 26 September 2023, 6.30 p.m., Town Hall (cancelled)"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            {"when": "31 August 2023", "on": date(2023, 8, 31), "at": time(10), "where": "Pier", "state": "Held"},
            "Was held on 31 August 2023, 10.00 a.m., Pier.",
        ),
        ({"when": "in the spring", "state": "Held"}, "Was held: in the spring."),
        (
            {"when": "21 September 2023", "on": date(2023, 9, 21), "state": "Arranged"},
            "Arranged for 21 September 2023.",
        ),
        ({"when": "mid-September 2023", "state": "Anticipated"}, "Anticipated in mid-September 2023."),
        (
            {"when": "2 October 2023", "on": date(2023, 10, 2), "state": "Anticipated"},
            "Anticipated on 2 October 2023.",
        ),
        ({"when": "to be arranged", "state": "To be arranged"}, "To be arranged."),
        ({}, "To be arranged."),
    ],
)
def test_informal_meeting_says_how_sure_its_day_is(row, said):
    assert said_of(InformalRow("M1", 1, "Site visit", "Pier", **row)) == said


def test_appendix_b_joins_its_organisers():
    assert [(row.number, row.title, row.organisers) for row in appendix_b(FULL).rows] == [
        ("1.", "Sea wall", "Ada Brown/Ben Cole")
    ]


def test_tracker_says_what_is_late_what_moved_and_what_was_asked_again():
    paper = action_tracker(FULL)
    first = paper.actions[0]
    assert paper.overdue == "3 actions are open; 1 is overdue."
    assert first.minute == "6 (1), 6 June 2023; asked again in 9 (2)"
    assert first.due == "26 September 2023; next meeting; first due 12 September 2023, moved once; overdue"
    assert (paper.actions[1].minute, paper.actions[1].due) == ("6 June 2023", "No date")
    assert paper.recommendations[0].views == "Owner: On track; Committee: Slipped"


def test_front_sheet_has_the_agenda_with_its_pages_and_how_to_reach_officers():
    paper = front_sheet(FULL)
    assert paper.members == (MemberLine("Councillor Dee (Chair)", "Councillor Eve"),)
    assert paper.others == ("Fay Green, Healthwatch",)
    assert paper.officers == ("Ada Brown, Democratic Services Manager, ada.brown@council.example",)
    assert paper.agenda == (AgendaRow("1.", "Work programme", "Director of Place", "3-12"),)


def test_front_sheet_without_an_agenda_on_record_plans_one_with_pages_to_fill_in():
    opening = Wording("agenda_opening", "Apologies\n\nInterests\n")
    planned = front_sheet(replace(FULL, agenda=(), words=(opening,))).agenda
    assert planned == (
        AgendaRow("1.", "Apologies", "", ""),
        AgendaRow("2.", "Interests", "", ""),
        AgendaRow("3.", "Flood & coast <plan>", "Director of Place", ""),
    )


def test_brief_tells_what_comes_back_with_each_item_and_each_action_once():
    paper = chairs_brief(FULL)
    assert paper.items[0].asked == (
        "A1: Report on the sea wall (6 (1), 6 June 2023)\n"
        "Director of Place. 26 September 2023; next meeting; first due 12 September 2023, moved once; overdue. On the "
        "programme.",
    )
    assert [len(lines) for lines in (paper.overdue, paper.unplaced, paper.open, paper.updates)] == [1, 1, 1, 1]
    assert (paper.carried, paper.decisions) == (
        ("Beach safety (Agreed on 6 March 2023)",),
        ("Sea wall contract, Cabinet, 2 November 2023, Director of Place",),
    )


def test_brief_tells_what_each_report_is_to_show_and_what_it_does_not():
    assert chairs_brief(FULL).items[0].to_show == (
        "Heights of the tide (6 (1), 6 June 2023): paragraph 3.2",
        "What it costs: not shown yet",
    )


def test_brief_tells_the_written_answers_that_members_have_not_had():
    assert chairs_brief(FULL).written == (
        "How many groynes are there? (asked on 6 June 2023)\nDirector of Place. Due 20 June 2023. No answer yet.",
        "When is low tide? (asked on 6 June 2023)\nNobody named. Answered on 13 June 2023, to be circulated.",
    )


@pytest.mark.parametrize("kind", KINDS)
def test_draft_says_that_it_is_one(kind):
    assert paper_of(kind, FULL).edition == "Edition 2, 18 September 2023"
    assert paper_of(kind, FULL, draft=True).edition == "Draft of 18 September 2023, from the record of that day"


def test_agenda_line_keeps_the_number_it_was_published_with():
    agenda = (AgendaLine("10a.", "Late item"), AgendaLine("", "Close"))
    assert [row.number for row in front_sheet(replace(FULL, agenda=agenda)).agenda] == ["10a.", ""]


def test_marks_that_no_document_holds_are_left_out():
    assert printable("a\x00b\x0bc\ud800d\ufffe\r\ne\tf") == "abcd\ne\tf"
