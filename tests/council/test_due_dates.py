"""The slip ledger: the one way a due date changes, held on report stages and on actions alike."""

from datetime import date

import pytest

from council.domain.due_dates import move_due
from council.refusal import Refusal
from tests.factories import make_action, make_body, make_item, make_meeting, make_officer
from tests.ledgers import as_stored, moves_of, tell_again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

NOVEMBER = date(2023, 11, 14)


@pytest.fixture
def officer():
    return make_officer(make_body())


@pytest.fixture
def meeting(officer):
    return make_meeting(officer.grants.get().body, NOVEMBER, by=officer)


@pytest.fixture
def stage(meeting, officer):
    return make_item(meeting, by=officer).stages.get(stage="draft")


def test_move_due_writes_a_row_and_keeps_the_first_date(stage, officer):
    first = stage.due_on
    slip = move_due(
        stage, to=date(2023, 10, 20), why="The data come late", by=officer, agreed_by="Chair", rule="Agreed"
    )
    assert (slip.number, slip.from_on, slip.to_on) == (1, first, date(2023, 10, 20))
    assert (slip.why, slip.by, slip.agreed_by) == ("The data come late", officer, "Chair")
    assert (stage.due_on, stage.first_due_on, stage.why, stage.slip_no) == (date(2023, 10, 20), first, "Agreed", 1)


def test_move_due_without_a_rule_keeps_the_words_of_the_old_one(stage, officer):
    words = stage.why
    move_due(stage, to=date(2023, 10, 20), why="The data come late", by=officer)
    assert stage.why == words


def test_move_due_back_is_a_move_of_its_own_so_that_reminders_start_anew(stage, officer):
    first = stage.due_on
    move_due(stage, to=date(2023, 10, 20), why="Later", by=officer)
    move_due(stage, to=first, why="On time after all", by=officer)
    assert moves_of(stage) == [(first, date(2023, 10, 20)), (date(2023, 10, 20), first)]
    assert as_stored(stage) == tell_again(stage) == (2, first, first)


def test_move_due_to_the_same_day_is_no_move(stage, officer):
    assert move_due(stage, to=stage.due_on, why="", by=officer) is None
    assert (stage.slip_no, moves_of(stage)) == (0, [])


def test_move_due_to_the_same_day_by_another_rule_says_the_new_rule(stage, officer):
    assert move_due(stage, to=stage.due_on, why="Another way there", by=officer, rule="Another rule") is None
    told = stage.why
    stage.refresh_from_db()
    assert (told, stage.why, stage.slip_no) == ("Another rule", "Another rule", 0)


def test_move_due_from_no_date_sets_the_first_date(meeting, officer):
    action = make_action(meeting, by=officer)
    move_due(action, to=date(2023, 12, 1), why="Agreed with the chair", by=officer)
    assert (action.due_on, action.first_due_on, moves_of(action)) == (
        date(2023, 12, 1),
        date(2023, 12, 1),
        [(None, date(2023, 12, 1))],
    )


def test_move_due_to_no_date_keeps_the_first_one(meeting, officer):
    action = make_action(meeting, by=officer, due_kind="date", due_on=date(2023, 12, 1))
    move_due(action, to=None, why="In due course", by=officer)
    assert as_stored(action) == tell_again(action) == (1, date(2023, 12, 1), None)


def test_move_due_moves_what_is_on_record_not_what_the_caller_still_holds(stage, officer):
    held = type(stage).objects.get(pk=stage.pk)
    move_due(stage, to=date(2023, 10, 20), why="Later", by=officer)
    move_due(held, to=date(2023, 10, 25), why="Later still", by=officer)
    assert moves_of(held)[1] == (date(2023, 10, 20), date(2023, 10, 25))
    assert as_stored(held) == tell_again(held)


@pytest.mark.parametrize("why", ["", "   ", "\n"])
def test_move_due_refuses_without_a_reason_and_changes_nothing(stage, officer, why):
    before = as_stored(stage)
    with pytest.raises(Refusal) as refused:
        move_due(stage, to=date(2023, 10, 20), why=why, by=officer)
    stage.refresh_from_db()
    assert (str(refused.value), as_stored(stage), moves_of(stage)) == ("Say why the date moves.", before, [])


@pytest.mark.parametrize("ended", [{"met_on": date(2023, 9, 1)}, {"waived_because": "Not needed"}])
def test_move_due_refuses_where_nothing_is_owed(stage, officer, ended):
    type(stage).objects.filter(pk=stage.pk).update(**ended)
    with pytest.raises(Refusal) as refused:
        move_due(stage, to=date(2023, 10, 20), why="Later", by=officer)
    assert str(refused.value) == "This is already met or waived, so its date cannot move."
    assert stage.slips.count() == 0


def test_move_due_of_a_tracked_record_says_in_its_history_who_and_why(meeting, officer):
    action = make_action(meeting, by=officer)
    move_due(action, to=date(2023, 12, 1), why="Agreed with the chair", by=officer)
    row = action.history.first()
    assert (row.history_user, row.history_change_reason) == (officer, "Agreed with the chair")


@pytest.mark.parametrize(
    ("due_on", "met_on", "waived", "late"),
    [
        (date(2023, 9, 18), None, "", True),
        (date(2023, 9, 19), None, "", False),
        (date(2023, 9, 20), None, "", False),
        (None, None, "", False),
        (date(2023, 9, 18), date(2023, 9, 19), "", False),
        (date(2023, 9, 18), None, "Withdrawn", False),
    ],
)
def test_overdue_is_owed_and_its_day_has_ended(stage, due_on, met_on, waived, late):
    stages = type(stage).objects.filter(pk=stage.pk)
    stages.update(due_on=due_on, met_on=met_on, waived_because=waived)
    assert stages.overdue(date(2023, 9, 19)).exists() == late
    assert stages.get().is_late(date(2023, 9, 19)) == late


def test_what_has_no_date_is_told_apart(meeting, officer):
    make_action(meeting, by=officer, due_kind="date", due_on=date(2023, 12, 1))
    undated = make_action(meeting, by=officer)
    assert list(type(undated).objects.without_date()) == [undated]
