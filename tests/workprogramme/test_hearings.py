"""One report that several committees hear: planned, moved, taken off, published, heard."""

from datetime import date

import pytest

from actions.domain.moving import (
    Moved,
    move_meeting,
    rehearse_hearing_move,
    rehearse_hearing_plan,
    rehearse_item_move,
    replay_calendar,
)
from committees.domain.meetings import hold_meeting
from council.models import Holiday
from council.refusal import Refusal, Stale
from tests.factories import make_body, make_item, make_meeting, make_officer, make_person
from tests.ledgers import as_stored, moves_of, tell_again
from workprogramme.domain.hearings import (
    hear_hearings,
    meetings_that_may_hear,
    meetings_to_move_to,
    move_hearing,
    plan_hearing,
    publish_hearings,
    withdraw_hearing,
)
from workprogramme.domain.items import defer_item, hear_item, move_item, withdraw_item
from workprogramme.domain.meetings import hold_and_hear, meetings_open_to, publish_with_reports
from workprogramme.domain.stages import meet_stage
from workprogramme.models import Hearing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]
TODAY = date(2023, 9, 19)
OCTOBER, NOVEMBER, DECEMBER = date(2023, 10, 31), date(2023, 11, 14), date(2023, 12, 12)


@pytest.fixture
def body():
    return make_body("Children")


@pytest.fixture
def adults():
    return make_body("Adults")


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def item(body, officer):
    """On the meeting of 14 November, to be drafted by 17 October."""
    return make_item(make_meeting(body, NOVEMBER, by=officer), "Abuse", by=officer, authors=(make_person("Ann"),))


@pytest.fixture
def october(adults, officer):
    return make_meeting(adults, OCTOBER, by=officer)


@pytest.fixture
def december(adults, officer):
    return make_meeting(adults, DECEMBER, by=officer)


def draft(item):
    return item.stages.get(stage="draft")


def test_report_is_due_for_the_earliest_of_its_meetings(item, october, officer):
    before = draft(item).due_on
    plan_hearing(item, meeting=october, by=officer)
    stage = draft(item)
    assert (before, stage.due_on, stage.first_due_on) == (date(2023, 10, 17), date(2023, 10, 3), date(2023, 10, 17))
    assert stage.why == "20 working days before the meeting on 31 October 2023"
    assert moves_of(stage) == [(date(2023, 10, 17), date(2023, 10, 3))]
    item.refresh_from_db()
    assert (item.meeting.on, item.state) == (NOVEMBER, "scheduled")


def test_later_hearing_moves_nothing(item, december, officer):
    plan_hearing(item, meeting=december, by=officer)
    assert (draft(item).due_on, draft(item).slip_no) == (date(2023, 10, 17), 0)


def test_rehearsal_shows_what_would_move_and_changes_nothing(item, october, december, officer):
    told = rehearse_hearing_plan(item, meeting=october, by=officer)
    assert (len(told.moved), told.moved[1], Hearing.objects.count()) == (
        5, Moved("First draft", "Ann", date(2023, 10, 17), date(2023, 10, 3)), 0,
    )  # fmt: skip
    hearing = plan_hearing(item, meeting=october, by=officer)
    told = rehearse_hearing_move(hearing, to=december, by=officer)
    assert told.moved[1] == Moved("First draft", "Ann", date(2023, 10, 3), date(2023, 10, 17))
    hearing.refresh_from_db()
    assert (hearing.meeting, draft(item).due_on) == (october, date(2023, 10, 3))


def test_rehearsal_names_a_meeting_that_would_be_too_full(item, october, adults, officer):
    adults.item_limit = 1
    adults.save()
    make_item(october, by=officer)
    october.refresh_from_db()
    assert [clash.short for clash in rehearse_hearing_plan(item, meeting=october, by=officer).clashes] == [
        "1 above the limit of 1"
    ]


def test_moving_one_hearing_moves_the_dates_where_it_was_the_earliest(item, october, december, officer):
    hearing = plan_hearing(item, meeting=october, by=officer)
    moved = move_hearing(hearing, to=december, why="Busy", by=officer)
    assert (moved.meeting, moved.state_because, draft(item).due_on) == (december, "Busy", date(2023, 10, 17))
    assert as_stored(draft(item)) == tell_again(draft(item))


def test_taking_one_off_leaves_the_others(item, october, december, officer):
    first = plan_hearing(item, meeting=october, by=officer)
    with pytest.raises(Refusal, match="Say why"):
        withdraw_hearing(first, why=" ", by=officer)
    withdraw_hearing(first, why="Not in remit", by=officer)
    assert (draft(item).due_on, Hearing.objects.live().count()) == (date(2023, 10, 17), 0)
    again = plan_hearing(item, meeting=october, by=officer)
    assert (again.pk != first.pk, draft(item).due_on) == (True, date(2023, 10, 3))


def test_moving_the_item_leaves_the_dates_of_an_earlier_hearing(item, october, body, officer):
    plan_hearing(item, meeting=october, by=officer)
    january = make_meeting(body, date(2024, 1, 30), by=officer)
    assert rehearse_item_move(item, to=january, by=officer).moved == []
    move_item(item, to=january, why="Busy", by=officer)
    assert draft(item).due_on == date(2023, 10, 3)


def test_dates_follow_when_a_hearing_s_meeting_moves_or_the_calendar_changes(item, october, officer):
    plan_hearing(item, meeting=october, by=officer)
    move_meeting(october, to=date(2023, 11, 1), why="Hall", by=officer)
    assert draft(item).due_on == date(2023, 10, 4)
    Holiday.objects.create(on=date(2023, 10, 20), name="Day of the pier")
    replay_calendar(why="Proclaimed", by=officer)
    assert draft(item).due_on == date(2023, 10, 3)
    assert as_stored(draft(item)) == tell_again(draft(item))


def test_what_is_done_stays_done(item, october, officer):
    meet_stage(item.stages.get(stage="title"), by=officer)
    told = rehearse_hearing_plan(item, meeting=october, by=officer)
    assert (len(told.moved), told.done) == (4, 1)


def test_report_that_went_out_for_one_committee_is_owed_to_none(item, october, december, officer):
    hearing = plan_hearing(item, meeting=october, by=officer)
    publish_hearings([hearing], by=officer)
    assert (item.stages.owed().count(), draft(item).waived_because) == (
        0, "The report went out for Adults, 31 October 2023.",
    )  # fmt: skip
    move_meeting(item.meeting, to=date(2023, 11, 21), why="Hall", by=officer)
    assert item.stages.owed().count() == 0
    with pytest.raises(Refusal, match="its report is out"):
        move_hearing(hearing, to=december, why="Busy", by=officer)
    with pytest.raises(Refusal, match="This hearing is published"):
        withdraw_hearing(hearing, why="Busy", by=officer)


def test_agenda_goes_out_and_meeting_is_held_with_the_reports_of_others(item, adults, officer, hold_date):
    meeting = make_meeting(adults, date(2023, 9, 26), by=officer)
    hearing = plan_hearing(item, meeting=meeting, by=officer)
    publish_with_reports(meeting, on=TODAY, items=[], hearings=[hearing], by=officer)
    hearing.refresh_from_db()
    assert hearing.state == "published"
    hold_date(date(2023, 9, 27))
    hold_and_hear(meeting, items=[], hearings=[hearing], by=officer)
    hearing.refresh_from_db()
    item.refresh_from_db()
    assert (hearing.state, hearing.heard_on, item.state) == ("heard", date(2023, 9, 26), "scheduled")


def test_hearing_of_the_past_is_put_on_record(item, adults, officer):
    past = hold_meeting(make_meeting(adults, date(2023, 9, 5), by=officer), by=officer)
    hearing = plan_hearing(item, meeting=past, by=officer)
    assert (hearing.is_movable(TODAY), draft(item).due_on) == (False, date(2023, 10, 17))
    hear_hearings([hearing], by=officer)
    assert hearing.heard_on == past.on


def test_later_hearing_stays_when_its_own_committee_has_heard_it(item, december, officer):
    hearing = plan_hearing(item, meeting=december, by=officer)
    hear_item(item, by=officer)
    hearing.refresh_from_db()
    assert hearing.state == "planned"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda f: {"meeting": f["own"]}, "move the item there instead"),
        (lambda f: {"meeting": f["informal"]}, "Choose a formal meeting"),
        (lambda f: {"meeting": f["december"]}, "Adults hears this report already"),
        (lambda f: {"item": f["tray"]}, "on a meeting of its own committee first"),
    ],
)
def test_hearing_that_cannot_be_says_why(item, october, december, body, adults, officer, change, said):
    plan_hearing(item, meeting=october, by=officer)
    words = {"own": make_meeting(body, DECEMBER, by=officer), "december": december}
    words["informal"] = make_meeting(adults, TODAY, by=officer, kind="informal", title="Visit")
    words["tray"] = defer_item(make_item(item.meeting, by=officer), why="Later", by=officer)
    told = {"item": item, "meeting": october, **change(words)}
    with pytest.raises(Refusal, match=said):
        plan_hearing(told.pop("item"), by=officer, **told)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"why": " "}, "Say why"), ({"to": "october"}, "already"), ({"to": "own"}, "another committee"),
        ({"to": "past"}, "has passed"), ({"version": 4}, "Somebody else changed this hearing"),
    ],
)  # fmt: skip
def test_move_that_cannot_be_says_why(item, october, december, adults, officer, words, said):
    meetings = {
        "october": october, "december": december, "own": item.meeting,
        "past": make_meeting(adults, date(2023, 9, 5), by=officer),
    }  # fmt: skip
    hearing = plan_hearing(item, meeting=october, by=officer)
    words = {"to": "december", "why": "Busy", **words}
    with pytest.raises((Refusal, Stale), match=said):
        move_hearing(hearing, by=officer, **{**words, "to": meetings[words["to"]]})


@pytest.mark.parametrize("verb", [defer_item, withdraw_item])
def test_item_does_not_leave_its_meeting_while_others_are_to_hear_it(item, october, officer, verb):
    hearing = plan_hearing(item, meeting=october, by=officer)
    with pytest.raises(Refusal, match=r"also goes to: Adults \(31 October 2023\). Move the item, or take those"):
        verb(item, why="Busy", by=officer)
    withdraw_hearing(hearing, why="Not needed", by=officer)
    assert verb(item, why="Busy", by=officer).meeting is None


def test_meetings_to_choose_from(item, october, december, adults, body, officer):
    make_meeting(body, DECEMBER, by=officer)
    make_meeting(adults, date(2023, 9, 5), by=officer)
    skills = make_meeting(make_body("Skills"), OCTOBER, by=officer)
    assert list(meetings_that_may_hear(item)) == [october, december, skills]
    hearing = plan_hearing(item, meeting=october, by=officer)
    assert (list(meetings_that_may_hear(item)), list(meetings_to_move_to(hearing))) == ([skills], [december])


def test_hearing_counts_towards_the_load_of_its_meeting(item, october, adults, officer):
    make_item(october, by=officer)
    plan_hearing(item, meeting=october, by=officer)
    assert [meeting.load for meeting in meetings_open_to(adults)] == [2]
