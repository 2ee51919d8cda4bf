"""The grammar, module by module, as tables."""

import datetime as dt

import pytest

from papers.reading.dates import find_dates, find_time
from papers.reading.due_rules import Held
from papers.reading.dues import find_due
from papers.reading.labels import meanings, roman_value, to_roman
from papers.reading.people import authors_of
from papers.reading.references import references_in
from papers.reading.requests import request_in
from papers.reading.segments import segments

HELD = Held(dt.date(2024, 7, 9), (dt.date(2024, 9, 10), dt.date(2024, 11, 12)))


@pytest.mark.parametrize(
    ("text", "kind", "on"),
    [
        ("by 31 March 2025", "date", "2025-03-31"),
        ("by 20th September", "date", "2024-09-20"),
        ("within 10 working days", "period", "2024-07-23"),
        ("within two weeks", "period", "2024-07-23"),
        ("in twelve months' time", "period", "2025-07-09"),
        ("by the end of October", "month", "2024-10-31"),
        ("before Easter", "event", None),
        ("ahead of the 4 March meeting", "meeting", "2025-03-04"),
        ("to the next meeting", "next_meeting", "2024-09-10"),
        ("to a future meeting of the Panel", "future_meeting", None),
        ("as soon as practicable", "in_due_course", None),
        ("in due course", "in_due_course", None),
        ("quarterly from January", "recurring", None),
        ("to every meeting", "every_meeting", None),
        ("on a date to be agreed", "to_be_arranged", None),
        ("with the figures", "none", None),
        ("in the week commencing 22 July 2024", "date", "2024-07-22"),
        ("no later than 2 August 2024", "date", "2024-08-02"),
        ("within six months of its introduction", "period", None),
        ("within 14 days of this meeting", "period", "2024-07-23"),
        ("asap", "in_due_course", None),
        ("to the Committee on 5 November 2024", "meeting", "2024-11-05"),
        ("before the end of the municipal year", "event", None),
        ("every six months", "recurring", None),
        ("on a date tbc", "to_be_arranged", None),
        ("by the next cycle of meetings", "next_meeting", "2024-09-10"),
        ("to the November meeting", "meeting", "2024-11-12"),
        ("to the December meeting", "meeting", None),
        ("by the closing date of 2 August 2024", "date", "2024-08-02"),
        ("when it is published", "event", None),
        ("once available", "event", None),
        ("to every second meeting", "recurring", None),
        ("and phased over two years", "none", None),
        ("extend the term until March 2026", "none", None),
        ("defer the item until March 2025", "month", "2025-03-31"),
        ("added to the plan, the item being included for June 2025", "month", "2025-06-30"),
        ("add it to the March 2025 agenda", "month", "2025-03-31"),
        ("to the next meeting but one", "meeting", None),
        ("stop until residents have been asked", "event", None),
    ],
)
def test_due_is_read(text, kind, on):
    due = find_due(f"the report be brought {text}", HELD)
    assert (due.kind, due.on.isoformat() if due.on else None) == (kind, on)


@pytest.mark.parametrize(
    ("clause", "asked"),
    [
        ("That the report be noted.", []),
        ("That the Head of Parks be thanked for the report.", []),
        ("That no further action be taken.", []),
        ("That the minutes be confirmed as a correct record.", []),
        ("That the report be noted and the Head of Parks be asked to circulate the map.", ["the Head of Parks"]),
        (
            "That the Clerk be requested to write to the trust and that the Chair be asked to visit it.",
            ["the Clerk", "the Chair"],
        ),
        ("Head of Parks to circulate the map", ["Head of Parks"]),
        ("The Parks Manager undertook to share the survey", ["The Parks Manager"]),
        ("That officers circulate the figures", ["officers"]),
        ("clarification could be sought from the Monitoring Officer", ["the Monitoring Officer"]),
        ("That a letter be sent by the Chair", ["the Chair"]),
        ("That the matter be referred to Cabinet", [None]),
        ("To recommend to the Cabinet that fees be frozen", ["the Cabinet"]),
        ("further to Minutes numbered 5 (1) and 6 (2) above, the item be added to the work programme", [None]),
        (
            "That the Policy and Improvement Officer arranges a visit, to take place in May",
            ["the Policy and Improvement Officer"],
        ),
        ("That the Head of Parks furnish the Panel with the costs before the decision is taken", ["the Head of Parks"]),
        ("that the offer be accepted and the Scrutiny Officer make the arrangements", ["the Scrutiny Officer"]),
        ("set up a task group, with Cllr Fenn to draft the scope", [None, "Cllr Fenn"]),
        ("Authority be delegated to the Director of Place to make minor amendments", ["the Director of Place"]),
        ("the Chair be given delegated authority to agree the final wording", ["the Chair"]),
        ("remitted to the Executive Director to consult parent councils", ["the Executive Director"]),
        ("the leisure operator be pressed to publish its figures", ["the leisure operator"]),
        ("Task the Head of Planning with producing a summary", ["the Head of Planning"]),
        ("The item to come back to the Committee in twelve months", [None]),
        ("The comments made by Members to be taken away by officers", ["officers"]),
        ("subject to the inclusion of an item on trees, the work programme be agreed", [None]),
        ("That Councillor Lee act as the lead on this topic", []),
        ("That no decision be taken until the autumn", []),
        ("That the sums be written off", []),
        ("That the decision be referred back to the Leader for reconsideration", ["the Leader"]),
        ("That Stagecoach be asked to attend", ["Stagecoach"]),
        ("That First Westham and Severn Trent be invited", ["First Westham and Severn Trent"]),
        ("That Nominations be invited by the Clerk", ["the Clerk"]),
        ("That the Head of Parks be thanked and asked to return in May", ["the Head of Parks"]),
        ("That Councillors Lee and Khan form a task group", ["Councillors Lee and Khan"]),
        ("That the Executive be requested to endorse the findings", ["the Executive"]),
        ("That within 28 days the Clerk be requested to publish the map", ["the Clerk"]),
        ("once the review is over, the Cabinet Member - Parks be asked to attend", ["the Cabinet Member - Parks"]),
        ("the Clerk be asked to write to Town and Community Councils and to inform members", ["the Clerk"]),
        ("the plan be agreed, subject to an item on taxis being added for June 2025", [None]),
        ("a task group be set up, to be chaired by Councillor Lee", [None]),
        ("the Head of Parks and the Clerk both be asked to attend", ["the Head of Parks and the Clerk"]),
        ("the Clerk and lead members would meet, on a date to be confirmed", ["the Clerk and lead members"]),
        ("request a report from the Director of Place on the lease", ["the Director of Place"]),
        ("That the decision be upheld and may be implemented", []),
        ("the Clerk's report be approved, the Parks Team having been asked to do all it could", []),
    ],
)
def test_requests_are_read(clause, asked):
    found = [request_in(part) for part in segments(clause)]
    assert [request.owner for request in found if request] == asked


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("TUESDAY 6TH JUNE, 2023", "2023-06-06"),
        ("Tuesday 26 th September 2023", "2023-09-26"),
        ("06/03/23", "2023-03-06"),
        ("2 Sept 2024", "2024-09-02"),
    ],
)
def test_dates_are_read_day_first(text, day):
    assert [found.on.isoformat() for found in find_dates(text)] == [day]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("6.30 p.m.", "18:30"),
        ("7pm", "19:00"),
        ("10.00 am", "10:00"),
        ("18:30", "18:30"),
        ("12 noon", "12:00"),
        ("paragraph 5.1", None),
        ("7.00 - 9.40 PM", "19:00"),
        ("10.30 - 1.00 pm", "10:30"),
    ],
)
def test_times_are_read(text, time):
    assert find_time(text) == time


def test_roman_numbers_go_both_ways():
    assert [roman_value(to_roman(n)) for n in range(1, 90)] == list(range(1, 90))


@pytest.mark.parametrize(
    ("mark", "kinds"),
    [("i", ["roman", "letter"]), ("a", ["letter"]), ("v", ["letter", "roman"]), ("3", ["digit"]), ("ii", ["roman"])],
)
def test_marks_have_their_meanings(mark, kinds):
    assert [kind for kind, _ in meanings(mark)] == kinds


@pytest.mark.parametrize(
    ("cell", "people", "organisation"),
    [
        ("Ann Lee/Bob Ray /Cat Poe", ("Ann Lee", "Bob Ray", "Cat Poe"), None),
        ("Ann Lee and Bob Ray", ("Ann Lee", "Bob Ray"), None),
        ("Ann Lee /", ("Ann Lee",), None),
        ("Northern Care Board, Kelford Place", (), "Northern Care Board, Kelford Place"),
        ("///", (), None),
    ],
)
def test_author_cells_are_split(cell, people, organisation):
    assert authors_of(cell) == (people, organisation)


def test_references_are_split():
    found = references_in(
        "further to Minutes numbered 5 (1), 6 (2) (a) and 9 above, and Minute No. 12 (3) of 6 March 2023", 7
    )
    assert [(r.minute, r.clause, r.meeting) for r in found] == [
        ("5", "(1)", None),
        ("6", "(2)(a)", None),
        ("9", None, None),
        ("12", "(3)", dt.date(2023, 3, 6)),
    ]
