"""What a paper proposes, held against the record: new things once, differences only, doubts said."""

from datetime import date

import pytest

from actions.models import Action
from committees.models import AgendaLine, Meeting
from council.domain.setting_up import create_post
from intake.domain.decide import accept, accept_all, discard
from intake.domain.record import put_on_record
from tests.factories import make_body, make_manager, make_meeting
from tests.intake.papers import COMMITTEE, MINUTES, PROGRAMME, make_reading, the, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return make_manager()


@pytest.fixture
def on_record(manager, hold_date):
    """The minutes, everything of them accepted and put on record."""
    hold_date(date(2023, 9, 8))
    reading = make_reading(MINUTES, by=manager)
    accept_all(reading, by=manager, leaving=set())
    put_on_record(reading, by=manager)
    return reading


def test_minutes_propose_their_meeting_minutes_and_what_was_asked(manager):
    assert told(make_reading(MINUTES, by=manager)) == [
        ("meeting", "Meeting held on Thursday 7 September 2023, The Guildhall, Westport"),
        ("attendance", "Attendance: 3 present, 1 apologised"),
        ("minute", "Minute 1: APOLOGIES FOR ABSENCE"),
        ("minute", "Minute 2: TRAM DEPOT"),
        ("action", "Submit a further report on depot costs to the next meeting of the Committee"),
        ("suggestion", "A report on ferry safety could be submitted to a future meeting."),
        ("minute", "Minute 3: HARBOUR WALL"),
        ("action", "Report back to future meetings of the Committee on the repair of the north wall"),
        ("action", "Report back to future meetings of the Committee on the dredging of the inner basin"),
        ("action", "Circulate the survey to Members by 29 September 2023"),
        ("minute", "Minute 4: WORK PROGRAMME"),
        ("action", "Report back to future meetings on the repair of the north wall"),
        ("appointment", "A seat for Mrs Ida Elm"),
    ]


def test_action_says_who_it_was_matched_to_and_by_which_name(manager):
    post = create_post(title="Director of Trams and Ferries", aliases=("Director of Trams",))
    proposal = the(make_reading(MINUTES, by=manager), "action:2023-09-07:2/2:0")
    assert (proposal.says["who"], proposal.says["found_by"], proposal.is_certain) == (
        f"post:{post.pk}", "also known as “Director of Trams”", True,
    )  # fmt: skip


def test_unknown_post_is_offered_new_beside_those_that_are_like_it(manager):
    near = create_post(title="Director of Trams and Ferries")
    proposal = the(make_reading(MINUTES, by=manager), "action:2023-09-07:2/2:0")
    assert (proposal.says["who"], proposal.says["candidates"], proposal.unsure) == (
        "new_post:Director of Trams", [f"post:{near.pk}"], ["No post called “Director of Trams” is on record."],
    )  # fmt: skip


def test_owner_that_is_nobody_in_particular_is_left_to_the_officer(manager):
    proposal = the(make_reading(MINUTES, by=manager), "action:2023-09-07:3/2:0")
    assert (proposal.says["who"], proposal.is_certain, proposal.unsure) == (
        "", False, ["“officers” is nobody in particular: say who is meant."],
    )  # fmt: skip


def test_suggestion_and_appointment_are_never_certain(manager):
    reading = make_reading(MINUTES, by=manager)
    offered = reading.proposals.filter(sort__in=["suggestion", "appointment"])
    assert [(one.sort, one.is_certain) for one in offered] == [("suggestion", False), ("appointment", False)]
    term = the(reading, "appointment:2023-09-07:4/2").says
    assert (term["name"], term["role"], term["from_on"], term["to_on"]) == (
        "Mrs Ida Elm", "co-opted", "2023-09-07", "2025-09-07",
    )  # fmt: skip


def test_everything_hangs_on_its_minute_and_the_minute_on_its_meeting(manager):
    reading = make_reading(MINUTES, by=manager)
    action = the(reading, "action:2023-09-07:3/1/a:0")
    assert (action.needs.key, action.needs.needs.key) == ("minute:2023-09-07:3", "meeting:2023-09-07")


def test_paper_whose_words_are_on_record_proposes_nothing(on_record, manager):
    assert told(make_reading(MINUTES + "\n", by=manager)) == []


def test_changed_copy_proposes_its_differences_only(on_record, manager):
    changed = MINUTES.replace("the report be noted", "the report be welcomed").replace(
        "29 September", "6 October"
    ) + (
        "\n5. FERRY FARES\n\nRESOLVED:\n\nThat the Harbour Master be requested to submit a report on fares to the next "
        "meeting of the Committee.\n"
    )  # fmt: skip
    reading = make_reading(changed, by=manager)
    assert told(reading) == [
        ("wording", "2 (1) reads differently here"),
        ("wording", "3 (2) reads differently here"),
        ("action", "Circulate the survey to Members by 6 October 2023"),
        ("minute", "Minute 5: FERRY FARES"),
        ("action", "Submit a report on fares to the next meeting of the Committee"),
    ]
    again = the(reading, "action:2023-09-07:3/2:0")
    known = Action.objects.get(clause__path="3/2")
    assert (again.repeats, again.unsure[-1]) == (
        known, f"{known.ref} follows from this clause already, in its other wording.",
    )  # fmt: skip


def test_what_was_discarded_of_an_earlier_paper_is_not_asked_again(manager):
    reading = make_reading(MINUTES, by=manager, body=make_body(COMMITTEE))
    for key in ("suggestion:2023-09-07:2:1", "appointment:2023-09-07:4/2"):
        discard(the(reading, key), by=manager)
    again = make_reading(MINUTES + "\n", by=manager)
    assert not again.proposals.filter(sort__in=["suggestion", "appointment"]).exists()


def test_double_of_an_earlier_clause_is_offered_as_one_with_it(manager):
    text = MINUTES.replace(
        "(1) the Harbour Master be requested to report back to future meetings on the repair of the north wall.",
        "(1) the Director of Trams be requested to submit a further report on depot costs to the next meeting of the "
        "Committee.",
    )  # fmt: skip
    double = the(make_reading(text, by=manager), "action:2023-09-07:4/1:0")
    assert (double.double_of.key, double.is_certain) == ("action:2023-09-07:2/2:0", True)


def test_programme_proposes_a_row_for_each_item(on_record, manager):
    assert told(make_reading(PROGRAMME, by=manager)) == [
        ("meeting", "Meeting on Tuesday 14 November 2023, 6:30pm, Guildhall, Westport"),
        ("meeting", "Meeting on Tuesday 30 January 2024, 6:30pm, Guildhall, Westport"),
        ("row", "Tram Depot"),
        ("row", "Harbour Wall"),
        ("row", "Ferry Fares"),
    ]


def test_later_programme_proposes_what_moved_and_who_writes_it_now(on_record, manager):
    first = make_reading(PROGRAMME, by=manager)
    accept_all(first, by=manager, leaving=set())
    put_on_record(first, by=manager)
    moved = PROGRAMME.replace("| 1. | Tram Depot | Ann Lee |\n", "").replace(
        "| 1. | Ferry Fares | Cy Hill |", "| 1. | Ferry Fares | Di Moss |\n| 2. | Tram Depot | Ann Lee |"
    )  # fmt: skip
    assert told(make_reading(moved, by=manager)) == [
        ("change", "Ferry Fares: by Di Moss"),
        ("change", "Tram Depot: moved to 30 January 2024"),
    ]


def test_place_that_the_record_has_otherwise_is_a_conflict_to_decide(on_record, manager):
    make_meeting(Meeting.objects.get().body, date(2023, 11, 14), by=manager)
    text = PROGRAMME.replace(
        "Tuesday, 14 November 2023, 6.30 p.m., Guildhall, Westport", "14 November 2023, 7 p.m., Pier"
    )
    first = make_reading(text, by=manager)
    accept_all(first, by=manager, leaving=set())
    put_on_record(first, by=manager)
    conflicts = make_reading(PROGRAMME, by=manager).proposals.filter(sort="conflict")
    assert [(one.title, one.says["choices"], one.is_certain) for one in conflicts] == [
        (
            f"Meeting on Tuesday 14 November 2023: {word}",
            [{"value": was, "source": "the record"}, {"value": now, "source": "this paper"}],
            False,
        )
        for word, was, now in (("where it meets", "Pier", "Guildhall, Westport"), ("when it begins", "19:00", "18:30"))
    ]


LETTER = """
Westport Council

To: Members of the Overview and Scrutiny Committee (Harbours and Trams)

Dear Councillor

OVERVIEW AND SCRUTINY COMMITTEE (HARBOURS AND TRAMS) - TUESDAY 14TH NOVEMBER, 2023

I refer to the agenda for the above meeting and now enclose the following replacement report.

Agenda No. Item

4. Tram Depot
(Pages 3 - 6)

Yours sincerely
"""


def test_replacement_letter_proposes_a_change_of_the_line_it_replaces(on_record, manager):
    meeting = make_meeting(Meeting.objects.get().body, date(2023, 11, 14), by=manager)
    AgendaLine.objects.create(meeting=meeting, number="4", title="Tram Depot", order=4)
    reading = make_reading(LETTER, by=manager)
    assert told(reading) == [("change", "Item 4: Tram Depot: a replacement paper was issued")]
    accept(reading.proposals.get(), by=manager)
    put_on_record(reading, by=manager)
    assert AgendaLine.objects.get().replaced_by == reading.paper


PROMISED = """
OVERVIEW AND SCRUTINY COMMITTEE (HARBOURS AND TRAMS)

Minutes of the meeting held on Thursday 7 September 2023

1. FERRIES

The Harbour Master presented the report. The Harbour Master undertook to circulate the timetable to Members.

RESOLVED: That the report be noted.
"""


def test_promise_in_the_discussion_is_offered_and_never_certain(manager):
    create_post(title="Harbour Master")
    reading = make_reading(PROMISED, by=manager)
    promised = reading.proposals.get(sort="action")
    assert (promised.title, promised.says["sort"], promised.unsure) == (
        "Circulate the timetable to Members", "undertaking", ["Said in the discussion, not resolved."],
    )  # fmt: skip


NOTES = """
OVERVIEW AND SCRUTINY COMMITTEE (HARBOURS AND TRAMS)

Notes of the informal meeting held on Thursday 7 September 2023

1. FERRIES

AGREED: That the Harbour Master be requested to prepare an induction pack for new Members.
"""


def test_what_an_informal_meeting_agrees_is_a_suggestion_and_no_action(manager):
    reading = make_reading(NOTES, by=manager, body=make_body(COMMITTEE))
    assert [(one.sort, one.title, one.is_certain) for one in reading.proposals.all()] == [
        ("informal", "Notes of the informal meeting held on Thursday 7 September 2023", True),
        ("suggestion", "prepare an induction pack for new Members", False),
    ]
    accept_all(reading, by=manager, leaving=set())
    put_on_record(reading, by=manager)
    assert (Action.objects.count(), Meeting.objects.informal().get().on) == (0, date(2023, 9, 7))


SCHEDULE = (
    PROGRAMME
    + """
INFORMAL MEETINGS AND SITE VISITS 2023/24

| No. | Report/Item | Organiser |
|---|---|---|
| 1. | <p>Ferry Depot</p> <p>It took place on 31 August 2023. Members agreed that a pack be made.</p> | Ann Lee |
"""
)


def test_what_a_row_of_the_schedule_says_was_agreed_is_a_suggestion(manager):
    reading = make_reading(SCHEDULE, by=manager)
    offered = reading.proposals.filter(sort__in=["informal", "suggestion"])
    assert [(one.sort, one.title, one.is_certain) for one in offered] == [
        ("informal", "Ferry Depot", True),
        ("suggestion", "Members agreed that a pack be made", False),
    ]
