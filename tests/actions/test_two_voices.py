"""The owner says where it stands; the committee says whether that will do."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from actions.domain.moving import move_meeting
from actions.domain.two_voices import (
    accept_completion,
    give_update,
    open_again,
    propose_completion,
    record_answer,
)
from actions.models import Action, ActionSlip, Answer, Update, Verdict
from committees.models import Paper
from council.refusal import Refusal
from tests.factories import make_action, make_body, make_clause, make_item, make_meeting, make_officer, make_user
from tests.ledgers import as_stored, moves_of, tell_again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

JUNE, SEPTEMBER, NOVEMBER, JANUARY = date(2023, 6, 6), date(2023, 9, 26), date(2023, 11, 14), date(2024, 1, 23)


@pytest.fixture
def body():
    return make_body()


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def june(body, officer):
    return make_meeting(body, JUNE, by=officer)


@pytest.fixture
def september(body, officer):
    return make_meeting(body, SEPTEMBER, by=officer)


@pytest.fixture
def action(june, september, officer):
    return make_action(june, by=officer, due_kind="next_meeting")


@pytest.fixture
def owner():
    return make_user()


def everything() -> list:
    tables = (Action, ActionSlip, Answer, Update, Verdict, Action.history.model)
    return [list(table.objects.order_by("pk").values()) for table in tables]


@pytest.mark.parametrize(
    ("now", "standing", "then"),
    [
        ("open", "on_track", "in_progress"),
        ("open", "slipped", "in_progress"),
        ("open", "awaiting", "awaiting"),
        ("open", "done", "proposed"),
        ("in_progress", "on_track", "in_progress"),
        ("in_progress", "slipped", "in_progress"),
        ("in_progress", "awaiting", "awaiting"),
        ("in_progress", "done", "proposed"),
        ("awaiting", "on_track", "in_progress"),
        ("awaiting", "awaiting", "awaiting"),
        ("awaiting", "done", "proposed"),
        ("proposed", "on_track", "proposed"),
    ],
)
def test_give_update_takes_the_state_with_it(action, owner, now, standing, then):
    Action.objects.update(state=now)
    update = give_update(action, standing=standing, text="As it is", asks_for=JANUARY, by=owner, version=0)
    action.refresh_from_db()
    assert (action.state, action.version, action.due_on) == (then, 1, SEPTEMBER)
    assert (update.standing, update.text, update.by, update.on) == (standing, "As it is", owner, date(2023, 9, 19))


def test_give_update_asking_for_a_date_moves_nothing(action, owner):
    update = give_update(action, standing="slipped", text="Data are late", asks_for=JANUARY, by=owner)
    action.refresh_from_db()
    assert (update.asks_for, action.due_on, action.slip_no) == (JANUARY, SEPTEMBER, 0)


def test_give_update_waiting_says_for_whom(action, owner):
    give_update(action, standing="awaiting", text="The regulator", by=owner)
    action.refresh_from_db()
    assert action.awaiting == "The regulator"


@pytest.mark.parametrize(
    ("state", "said", "message"),
    [
        ("open", {"standing": "on_track", "text": " "}, "Say where it stands."),
        ("open", {"standing": "slipped", "text": "Late"}, "Enter the new date you ask for: a day to come."),
        (
            "open",
            {"standing": "slipped", "text": "Late", "asks_for": date(2023, 9, 18)},
            "Enter the new date you ask for: a day to come.",
        ),
        (
            "draft",
            {"standing": "on_track", "text": "Yes"},
            "This action is read from minutes, not yet accepted, so it takes no updates.",
        ),
        ("complete", {"standing": "on_track", "text": "Yes"}, "This action is complete, so it takes no updates."),
        (
            "proposed",
            {"standing": "done", "text": "Yes"},
            "This action is completion proposed, so it cannot become completion proposed.",
        ),
    ],
)
def test_give_update_refuses_and_changes_nothing(action, owner, state, said, message):
    Action.objects.update(state=state)
    before = everything()
    with pytest.raises(Refusal) as refused:
        give_update(action, by=owner, **said)
    assert (str(refused.value), everything()) == (message, before)


def test_propose_completion_stops_the_chasing_but_does_not_close(action, owner):
    propose_completion(action, text="Report is in the pack", by=owner)
    action.refresh_from_db()
    assert (action.state, action.met_on, action.is_owed) == ("proposed", date(2023, 9, 19), False)
    assert Verdict.objects.count() == 0


def test_accept_completion_is_the_committee_s_word_at_a_meeting_by_a_minute(action, june, owner, officer):
    propose_completion(action, text="Report is in the pack", by=owner)
    clause = make_clause(june)
    verdict = accept_completion(action, meeting=june, clause=clause, minute_text="Minute 4 (2)", by=officer)
    action.refresh_from_db()
    assert (verdict.satisfied, verdict.meeting, verdict.clause, verdict.minute_text) == (
        True,
        june,
        clause,
        "Minute 4 (2)",
    )
    assert (action.state, action.met_on, action.state_because) == (
        "complete",
        date(2023, 9, 19),
        "Accepted at the meeting of 6 June 2023",
    )
    assert [Update.objects.get().by, verdict.by] == [owner, officer]


def test_accept_completion_of_what_nobody_proposed_is_met_by_the_meeting(action, june, officer):
    accept_completion(action, meeting=june, by=officer)
    action.refresh_from_db()
    assert (action.state, action.met_on) == ("complete", JUNE)


@pytest.mark.parametrize("verb", ["accept", "open again"])
def test_only_a_meeting_that_can_resolve_gives_the_committee_s_view(action, body, owner, officer, verb):
    propose_completion(action, text="Done", by=owner)
    informal = make_meeting(body, date(2023, 9, 12), by=officer, kind="informal")
    before = everything()
    with pytest.raises(Refusal) as refused:
        if verb == "accept":
            accept_completion(action, meeting=informal, by=officer)
        else:
            open_again(action, meeting=informal, why="Not enough", by=officer)
    assert str(refused.value).startswith("Informal meetings have no decision-making powers (Protocol 8.3).")
    assert everything() == before


def test_open_again_owes_it_anew_with_the_date_the_committee_gave(action, june, owner, officer):
    propose_completion(action, text="Done", by=owner)
    verdict = open_again(action, meeting=june, why="No figures", due_on=JANUARY, minute_text="5 (1)", by=officer)
    action.refresh_from_db()
    assert (action.state, action.met_on, action.is_owed, action.state_because) == ("open", None, True, "No figures")
    assert (action.due_on, action.first_due_on, action.due_kind, action.due_meeting) == (
        JANUARY,
        SEPTEMBER,
        "date",
        None,
    )
    assert as_stored(action) == tell_again(action)
    slip = action.slips.get()
    assert (slip.from_on, slip.to_on, slip.why) == (SEPTEMBER, JANUARY, "Opened again: No figures")
    assert slip.agreed_by == "Meeting of 6 June 2023"
    assert (verdict.satisfied, verdict.why, verdict.minute_text) == (False, "No figures", "5 (1)")


def test_open_again_with_a_new_date_keeps_it_when_meetings_move(action, june, september, owner, officer):
    propose_completion(action, text="Done", by=owner)
    open_again(action, meeting=june, why="No figures", due_on=JANUARY, by=officer)
    move_meeting(september, to=date(2023, 10, 3), why="Storm", by=officer)
    action.refresh_from_db()
    assert (action.due_on, action.slip_no) == (JANUARY, 1)


def test_open_again_without_a_new_date_is_a_row_too_so_that_reminders_start_anew(action, june, owner, officer):
    propose_completion(action, text="Done", by=owner)
    open_again(action, meeting=june, why="No figures", by=officer)
    action.refresh_from_db()
    assert (moves_of(action), action.due_kind) == ([(SEPTEMBER, SEPTEMBER)], "next_meeting")
    assert as_stored(action) == tell_again(action) == (1, SEPTEMBER, SEPTEMBER)


def test_open_again_gives_a_first_date_to_what_had_none(june, owner, officer):
    action = make_action(june, by=officer)
    accept_completion(action, meeting=june, by=officer)
    open_again(action, meeting=june, why="No figures", due_on=JANUARY, by=officer)
    action.refresh_from_db()
    assert as_stored(action) == tell_again(action) == (1, JANUARY, JANUARY)


@pytest.mark.parametrize("why", ["", " "])
def test_open_again_refuses_without_a_reason(action, june, owner, officer, why):
    propose_completion(action, text="Done", by=owner)
    before = everything()
    with pytest.raises(Refusal) as refused:
        open_again(action, meeting=june, why=why, by=officer)
    assert (str(refused.value), everything()) == ("Say why the committee was not satisfied.", before)


def test_open_again_without_a_reason_is_held_off_by_the_database(action, june, officer):
    with pytest.raises(IntegrityError), transaction.atomic():
        Verdict.objects.create(action=action, satisfied=False, meeting=june, by=officer)
    assert Verdict.objects.count() == 0


def test_record_answer_stops_the_chasing_and_leaves_the_state(action, september, officer):
    item = make_item(september, by=officer)
    answer = record_answer(action, item=item, on=date(2023, 9, 18), by=officer)
    action.refresh_from_db()
    assert (action.state, action.met_on, action.item, action.is_owed) == ("open", date(2023, 9, 18), item, False)
    assert (answer.item, answer.on, answer.by, str(answer)) == (item, date(2023, 9, 18), officer, str(item))


def test_record_answer_keeps_the_first_day_and_the_first_item(action, september, officer):
    first, second = make_item(september, by=officer), make_item(september, by=officer)
    record_answer(action, item=first, on=date(2023, 9, 18), by=officer)
    record_answer(action, item=second, on=date(2023, 9, 19), by=officer)
    action.refresh_from_db()
    assert (action.met_on, action.item, action.answers.count()) == (date(2023, 9, 18), first, 2)


@pytest.mark.parametrize("by_what", ["item", "paper", "note"])
def test_record_answer_again_changes_nothing(action, september, officer, by_what):
    said = {
        "item": {"item": make_item(september, by=officer)},
        "paper": {"paper": Paper.objects.create(name="Pack", sha256="1" * 64, read_as="pack", kept_by=officer)},
        "note": {"note": "Sent round"},
    }[by_what]
    first = record_answer(action, on=date(2023, 9, 18), by=officer, **said)
    before = everything()
    again = record_answer(action, on=date(2023, 9, 19), by=make_user(), **said)
    assert (again, everything()) == (first, before)


def test_record_answer_in_other_words_is_another_answer(action, officer):
    for note in ("Sent round", "And spoken to on the night", "Sent round"):
        record_answer(action, note=note, on=date(2023, 9, 18), by=officer)
    assert [str(answer) for answer in action.answers.all()] == ["Sent round", "And spoken to on the night"]


def test_record_answer_by_an_item_and_later_its_paper_is_one_answer(action, september, officer):
    item = make_item(september, by=officer)
    paper = Paper.objects.create(name="Pack", sha256="1" * 64, read_as="pack", kept_by=officer)
    first = record_answer(action, item=item, on=date(2023, 9, 18), by=officer)
    assert record_answer(action, item=item, paper=paper, on=date(2023, 9, 19), by=officer) == first
    assert Answer.objects.count() == 1


def test_record_answer_by_the_item_that_did_not_satisfy_before_counts_anew(action, june, september, officer):
    item = make_item(september, by=officer)
    record_answer(action, item=item, on=date(2023, 6, 20), by=officer)
    open_again(action, meeting=june, why="No figures", by=officer)
    answer = record_answer(action, item=item, on=date(2023, 9, 18), by=officer)
    action.refresh_from_db()
    assert (action.met_on, action.answers.get(), answer.on) == (date(2023, 9, 18), answer, date(2023, 9, 18))


@pytest.mark.parametrize("state", ["draft", "complete"])
def test_record_answer_refuses_what_nobody_is_asked_for(action, officer, state):
    Action.objects.update(state=state)
    before = everything()
    with pytest.raises(Refusal, match="takes no answer"):
        record_answer(action, note="Sent round", on=date(2023, 9, 18), by=officer)
    assert everything() == before


@pytest.mark.parametrize("verb", [accept_completion, open_again])
@pytest.mark.parametrize(("where", "message"), [("elsewhere", "another committee"), ("to come", "has not been held")])
def test_committee_s_view_is_given_where_it_asked_and_not_before(action, september, officer, verb, where, message):
    meeting = september if where == "to come" else make_meeting(make_body(), JUNE, by=officer)
    propose_completion(action, text="Done", by=officer)
    before = everything()
    with pytest.raises(Refusal, match=message):
        verb(action, meeting=meeting, by=officer, **({"why": "Not enough"} if verb is open_again else {}))
    assert everything() == before


def test_record_answer_refuses_to_say_nothing(action, officer):
    before = everything()
    with pytest.raises(Refusal) as refused:
        record_answer(action, note=" ", on=date(2023, 9, 18), by=officer)
    assert (str(refused.value), everything()) == ("Say which item or paper answered it, or how.", before)
