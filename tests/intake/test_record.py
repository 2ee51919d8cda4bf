"""Putting accepted proposals on record: whole or not at all, with who and which paper, and never twice."""

from datetime import date

import pytest

from actions.domain.assigning import Part
from actions.domain.reorganise import merge_committees, rename_committee
from actions.models import Action, ActionClause, Recommendation
from committees.models import Attendance, Clause, IssueRaised, Meeting, Minute, OtherWording, Seat
from council.directory import find_post
from council.domain.setting_up import create_post
from council.models import Body, Post
from council.refusal import Refusal
from intake.domain.decide import accept, accept_all, accept_certain, discard, edit, merge
from intake.domain.record import put_on_record
from intake.models import Recording
from tests.factories import make_body, make_manager, make_meeting, make_officer
from tests.intake.papers import COMMITTEE, MINUTES, PROGRAMME, make_reading, the
from workprogramme.domain.series import begin_series
from workprogramme.models import Item, ItemRequest

pytestmark = pytest.mark.django_db
DEPOT = "action:2023-09-07:2/2:0"
WALL = "action:2023-09-07:3/1/a:0"


@pytest.fixture
def manager(hold_date):
    hold_date(date(2023, 9, 8))
    return make_manager()


@pytest.fixture
def reading(manager):
    return make_reading(MINUTES, by=manager, body=make_body(COMMITTEE))


def record_counts() -> dict[str, int]:
    tables = (Meeting, Minute, Clause, Action, Attendance, Seat, Item, IssueRaised, Recording, Post)
    return {table.__name__: table.objects.count() for table in tables}


def test_nothing_exists_until_it_is_recorded(reading, manager):
    before = record_counts()
    accept_all(reading, by=manager, leaving=set())
    assert record_counts() == before


def test_accepted_action_is_on_record_with_its_minute_and_meeting_alone(reading, manager):
    accept(the(reading, DEPOT), by=manager)
    recording = put_on_record(reading, by=manager)
    action = Action.objects.get()
    assert (action.task, str(action.owed_by), action.due_kind, action.clause.path, action.asked_as_printed) == (
        "Submit a further report on depot costs to the next meeting of the Committee",
        "Director of Trams", "next_meeting", "2/2", "the Director of Trams",
    )  # fmt: skip
    assert recording.counts == {"meeting": 1, "minute": 1, "action": 1}
    assert [minute.number for minute in Minute.objects.all()] == ["2"]
    assert (Meeting.objects.get().state, the(reading, DEPOT).recorded_as) == ("held", f"/actions/{action.ref}/")


def test_words_an_officer_wrote_go_on_record_and_the_clause_stays_as_printed(reading, manager):
    post = create_post(title="Head of Depots")
    words = {"task": "Say what the depot costs", "who": f"post:{post.pk}", "due_kind": "date", "due_on": "2023-10-02"}
    edit(the(reading, DEPOT), words=words, by=manager)
    put_on_record(reading, by=manager)
    action = Action.objects.get()
    assert (action.task, action.owed_by, action.due_on) == ("Say what the depot costs", post, date(2023, 10, 2))
    assert Clause.objects.get(path="2/2").text.startswith("the Director of Trams be requested to submit")


def test_printed_name_is_remembered_where_the_officer_says_so(reading, manager):
    post = create_post(title="Head of Depots")
    edit(the(reading, DEPOT), words={"who": f"post:{post.pk}", "remember": True}, by=manager)
    put_on_record(reading, by=manager)
    assert find_post("the Director of Trams") == post


def test_merged_actions_are_one_told_by_both_clauses(reading, manager):
    double = the(reading, "action:2023-09-07:4/1:0")
    merge(double, into=the(reading, WALL), by=manager)
    put_on_record(reading, by=manager)
    action = Action.objects.get()
    assert (action.clause.path, [repeat.clause.path for repeat in action.repeats.all()]) == ("3/1/a", ["4/1"])


def test_action_is_merged_into_one_on_record(reading, manager):
    accept(the(reading, WALL), by=manager)
    put_on_record(reading, by=manager)
    merge(the(reading, "action:2023-09-07:4/1:0"), into_action=Action.objects.get(), by=manager)
    put_on_record(reading, by=manager)
    assert (Action.objects.count(), ActionClause.objects.get().clause.path) == (1, "4/1")


def test_action_is_merged_into_one_of_its_paper_that_is_on_record_already(reading, manager):
    accept(the(reading, WALL), by=manager)
    put_on_record(reading, by=manager)
    merge(the(reading, "action:2023-09-07:4/1:0"), into=the(reading, WALL), by=manager)
    put_on_record(reading, by=manager)
    assert (Action.objects.count(), ActionClause.objects.get().clause.path) == (1, "4/1")


def test_suggestion_becomes_a_request_and_appointment_a_seat_for_its_term(reading, manager):
    for key in ("suggestion:2023-09-07:2:1", "appointment:2023-09-07:4/2"):
        accept(the(reading, key), by=manager)
    put_on_record(reading, by=manager)
    asked, seat = ItemRequest.objects.get(), Seat.objects.get()
    assert (asked.title, asked.state, asked.origin, asked.asked_on, asked.who, Item.objects.count()) == (
        "A report on ferry safety could be submitted to a future meeting", "asked", "suggestion", date(2023, 9, 7),
        "As minuted", 0,
    )  # fmt: skip
    assert (str(seat.person), seat.from_on, seat.to_on) == ("Mrs Ida Elm", date(2023, 9, 7), date(2025, 9, 7))


def test_recording_twice_puts_nothing_there_twice(reading, manager):
    accept_all(reading, by=manager, leaving=set())
    put_on_record(reading, by=manager)
    before = record_counts()
    with pytest.raises(Refusal, match="Nothing is accepted"):
        put_on_record(reading, by=manager)
    assert record_counts() == before


def test_two_papers_of_one_meeting_put_it_on_record_once(reading, manager):
    other = make_reading(MINUTES + "\n", by=manager)
    for each in (reading, other):
        accept_all(each, by=manager, leaving=set())
    put_on_record(reading, by=manager)
    before = record_counts()
    put_on_record(other, by=manager)
    after = record_counts()
    assert {name for name in after if after[name] != before[name]} == {"Recording"}


def test_one_that_cannot_stand_keeps_everything_off_the_record(reading, manager):
    post = create_post(title="Head of Depots")
    accept_certain(reading, by=manager)
    edit(the(reading, DEPOT), words={"who": f"post:{post.pk}"}, by=manager)
    post.delete()
    before = record_counts()
    with pytest.raises(Refusal, match="Choose again"):
        put_on_record(reading, by=manager)
    assert record_counts() == before


def test_officer_of_another_committee_puts_nothing_on_record(reading, manager):
    stranger = make_officer(make_body("Bridges Committee"))
    accept_certain(reading, by=stranger)
    before = record_counts()
    with pytest.raises(Refusal, match="Only its own officers"):
        put_on_record(reading, by=stranger)
    assert record_counts() == before


def test_only_a_manager_adds_a_committee(manager):
    officer = make_officer(make_body("Bridges Committee"))
    reading = make_reading(MINUTES, by=officer)
    accept_certain(reading, by=officer)
    with pytest.raises(Refusal, match="Ask the scrutiny manager"):
        put_on_record(reading, by=officer)
    put_on_record(reading, by=manager)
    assert Body.objects.get(name=COMMITTEE).pk == Meeting.objects.get().body_id


def test_other_wording_is_kept_beside_the_clause_and_the_clause_is_not_edited(reading, manager):
    accept_certain(reading, by=manager)
    put_on_record(reading, by=manager)
    final = make_reading(MINUTES.replace("the report be noted", "the report be welcomed"), by=manager)
    accept(final.proposals.get(sort="wording"), by=manager)
    put_on_record(final, by=manager)
    clause = Clause.objects.get(path="2/1")
    assert (clause.text, OtherWording.objects.get(clause=clause).text) == (
        "the report be noted; and", "the report be welcomed; and",
    )  # fmt: skip


def test_conflict_puts_the_chosen_value_on_record(reading, manager):
    make_meeting(reading.body, date(2023, 11, 14), by=manager)
    first = make_reading(PROGRAMME.replace("Guildhall, Westport", "Pier"), by=manager)
    accept_certain(first, by=manager)
    put_on_record(first, by=manager)
    later = make_reading(PROGRAMME, by=manager)
    conflict = later.proposals.get(key="conflict:meeting:2023-11-14:venue")
    edit(conflict, words={"chosen": 1}, by=manager)
    put_on_record(later, by=manager)
    assert str(Meeting.objects.get(on="2023-11-14").venue) == "Guildhall, Westport"


def test_moved_row_moves_its_item_with_the_paper_as_the_reason(reading, manager):
    first = make_reading(PROGRAMME, by=manager)
    accept_certain(first, by=manager)
    put_on_record(first, by=manager)
    moved = PROGRAMME.replace("| 1. | Tram Depot | Ann Lee |\n", "") + "| 2. | Tram Depot | Ann Lee |\n"
    later = make_reading(moved, by=manager, name="October programme.txt")
    accept(later.proposals.get(sort="change"), by=manager)
    put_on_record(later, by=manager)
    item = Item.objects.get(title="Tram Depot")
    assert (item.meeting.on, item.moves.last().why) == (
        date(2024, 1, 30), "On the programme as printed in October programme.txt",
    )  # fmt: skip


def test_row_of_what_comes_back_is_one_of_it(reading, manager):
    series = begin_series(body=reading.body, title="Ferry fares", returns="chosen", by=manager)
    programme = make_reading(PROGRAMME, by=manager, body=reading.body)
    accept_certain(programme, by=manager)
    put_on_record(programme, by=manager)
    assert dict(Item.objects.values_list("title", "series")) == {
        "Tram Depot": None, "Harbour Wall": None, "Ferry Fares": series.pk,
    }  # fmt: skip


RECOMMENDED = """
OVERVIEW AND SCRUTINY COMMITTEE (HARBOURS AND TRAMS)

Minutes of the meeting held on Thursday 7 September 2023

1. FARES

RESOLVED: That the Committee recommends to Cabinet that fares be frozen.
"""


def test_recommendation_to_a_body_is_one_and_no_action(manager):
    cabinet = make_body("Cabinet", kind="cabinet")
    make_body(COMMITTEE)
    reading = make_reading(RECOMMENDED, by=manager)
    accept_all(reading, by=manager, leaving=set())
    put_on_record(reading, by=manager)
    made = Recommendation.objects.get()
    assert (made.addressed_to, made.made_on, made.clause.path, Action.objects.count()) == (
        cabinet, date(2023, 9, 7), "1", 0,
    )  # fmt: skip


TRACKER = """
Overview and Scrutiny Committee (Harbours and Trams)

Action tracker

| Ref | Action | Owner | Due | Status |
|---|---|---|---|---|
| 1 | Circulate the survey of the pier | Harbour Master | 29 September 2023 | Open |
| 2 | Write to the ferry company | Harbour Master | 1 June 2023 | Complete |
"""


def test_open_row_of_a_tracker_becomes_an_action_without_a_clause(manager):
    reading = make_reading(TRACKER, by=manager, body=make_body(COMMITTEE))
    accept_all(reading, by=manager, leaving=set())
    put_on_record(reading, by=manager)
    action = Action.objects.get()
    assert (action.task, action.clause, action.due_on, str(action.owed_by)) == (
        "Circulate the survey of the pier", None, date(2023, 9, 29), "Harbour Master",
    )  # fmt: skip


def test_discarded_proposal_stays_off_the_record(reading, manager):
    discard(the(reading, DEPOT), by=manager)
    accept_all(reading, by=manager, leaving=set())
    put_on_record(reading, by=manager)
    assert not Action.objects.filter(clause__path="2/2").exists()
    assert Clause.objects.filter(path="2/2").exists()


DECIDED = {"why": "One portfolio", "decided_in": "Council, 20 July 2023, minute 9"}


@pytest.mark.parametrize(("from_on", "goes_to"), [(date(2023, 9, 1), "Places"), (date(2023, 9, 8), COMMITTEE)])
def test_what_met_after_its_committee_ended_is_put_on_record_for_the_one_that_continues_it(manager, from_on, goes_to):
    old, into = make_body(COMMITTEE), Part(name="Places")
    merge_committees([old, make_body("Parks")], into=into, from_on=from_on, by=manager, **DECIDED)
    reading = make_reading(MINUTES, by=manager)
    accept(the(reading, DEPOT), by=manager)
    put_on_record(reading, by=manager)
    assert (reading.body, Meeting.objects.get().body.name, Action.objects.get().body.name) == (old, goes_to, goes_to)


def test_paper_under_the_old_name_is_of_the_renamed_committee(manager):
    body = make_body(COMMITTEE)
    rename_committee(body, name="Places Committee", from_on=date(2023, 9, 1), by=manager, **DECIDED)
    assert make_reading(MINUTES, by=manager).body == body
