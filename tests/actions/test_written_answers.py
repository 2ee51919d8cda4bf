"""Questions that were not answered on the night, and what becomes of them."""

from datetime import date

import pytest

from actions.domain.moving import Moved, replay_calendar
from actions.domain.written_answers import (
    ask_in_writing,
    circulate,
    give_answer,
    need_no_answer,
    reassign_answer,
    set_answer_due,
)
from actions.models import WrittenAnswer
from actions.rules import may_answer
from actions.standing import answer_stands
from council.models import ClockSetting, Holiday
from council.refusal import Refusal, Stale
from tests.factories import make_body, make_item, make_meeting, make_member, make_officer, make_post, make_user
from tests.ledgers import as_stored, moves_of, tell_again
from workprogramme.domain.items import hear_item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]
TODAY, ASKED, DUE = date(2023, 9, 19), date(2023, 9, 12), date(2023, 9, 26)


@pytest.fixture
def body():
    return make_body("Children")


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def september(body, officer):
    return make_meeting(body, ASKED, by=officer)


@pytest.fixture
def holder():
    return make_user("The holder")


@pytest.fixture
def post(holder):
    return make_post("Director", holder=holder.person)


@pytest.fixture
def ask(september, post, officer):
    def ask(**more):
        words = {"meeting": september, "question": "How many?", "owner": post, "by": officer, **more}
        return ask_in_writing(**words)

    return ask


def test_answer_is_due_ten_working_days_after_the_meeting(ask, september, post, officer, body):
    member, item = make_member(body), hear_item(make_item(september, by=officer), by=officer)
    written = ask(asked_by=member.person, item=item)
    assert (written.due_on, written.first_due_on, written.owed_by, written.body, written.asked_on) == (
        DUE, DUE, post, body, ASKED,
    )  # fmt: skip
    assert written.why == (
        "10 working days after the meeting on 12 September 2023 "
        "(Our practice: Executive/Scrutiny Protocol 4.6 names no period)"
    )
    assert (written.asker, ask().asker) == (str(member.person), "Members of the committee")


def test_councils_own_period_takes_the_place_of_ours(ask):
    ClockSetting.objects.create(key="written_answer", number=5, source="Standing order 12")
    written = ask()
    assert (written.due_on, written.why) == (
        date(2023, 9, 19), "5 working days after the meeting on 12 September 2023 (Standing order 12)",
    )  # fmt: skip


def test_day_given_when_it_was_asked_is_its_own(ask):
    written = ask(due_on=date(2023, 9, 30))
    assert (written.due_on, written.why, written.own_date_because != "") == (
        date(2023, 9, 30), "The day given when it was asked", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [({"question": " "}, "Enter the question"), ({"due_on": date(2023, 9, 1)}, "before it was asked")],
)
def test_question_that_cannot_be_asked_says_why(ask, words, said):
    with pytest.raises(Refusal, match=said):
        ask(**words)


def test_nobody_is_asked_at_a_meeting_to_come_or_under_an_item_of_another(ask, body, officer):
    november = make_meeting(body, date(2023, 11, 14), by=officer)
    with pytest.raises(Refusal, match="has not been yet"):
        ask(meeting=november)
    with pytest.raises(Refusal, match="is not on the meeting of 12 September 2023"):
        ask(item=make_item(november, by=officer))


def test_it_is_answered_put_right_and_circulated(ask, holder, officer):
    written = give_answer(ask(), answer="Twelve", by=holder, on=date(2023, 9, 15))
    assert (written.met_on, written.answered_by, answer_stands(written, TODAY).words) == (
        date(2023, 9, 15), holder, "Answered, not circulated yet",
    )  # fmt: skip
    written = give_answer(written, answer="Thirteen", by=officer)
    assert (written.answer, written.met_on) == ("Thirteen", date(2023, 9, 15))
    written = circulate(written, on=date(2023, 9, 18), to="All members", by=officer)
    assert (written.circulated_to, answer_stands(written, TODAY).words) == ("All members", "Answered and circulated")
    for verb, words in ((give_answer, {"answer": "Late"}), (circulate, {"on": TODAY, "to": "Others"})):
        with pytest.raises(Refusal):
            verb(written, by=officer, **words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"answer": " "}, "Enter the answer"), ({"on": date(2023, 9, 11)}, "from the meeting to today"),
        ({"on": date(2023, 9, 20)}, "from the meeting to today"),
    ],
)  # fmt: skip
def test_answer_that_cannot_be_given_says_why(ask, holder, words, said):
    with pytest.raises(Refusal, match=said):
        give_answer(ask(), by=holder, **{"answer": "Twelve", **words})


@pytest.mark.parametrize(
    ("words", "said"),
    [({"to": " "}, "to whom"), ({"on": date(2023, 9, 14)}, "from the answer to today")],
)
def test_answer_that_cannot_go_round_says_why(ask, officer, words, said):
    written = give_answer(ask(), answer="Twelve", on=date(2023, 9, 15), by=officer)
    with pytest.raises(Refusal, match=said):
        circulate(written, by=officer, **{"to": "All", "on": TODAY, **words})
    with pytest.raises(Refusal, match="no answer to be circulated"):
        circulate(ask(), to="All", on=TODAY, by=officer)


def test_other_day_goes_through_the_ledger_and_stands_by_itself(ask, officer):
    written = set_answer_due(ask(), on=date(2023, 10, 10), why="Figures late", agreed_by="Chair", by=officer)
    assert (written.due_on, written.first_due_on, written.why, moves_of(written)) == (
        date(2023, 10, 10), DUE, "Agreed: Figures late", [(DUE, date(2023, 10, 10))],
    )  # fmt: skip
    Holiday.objects.create(on=date(2023, 9, 20), name="Day of the pier")
    replay_calendar(why="Proclaimed", by=officer)
    written.refresh_from_db()
    assert (written.due_on, as_stored(written)) == (date(2023, 10, 10), tell_again(written))
    with pytest.raises(Refusal, match="has passed"):
        set_answer_due(written, on=ASKED, why="Back", by=officer)


def test_replay_of_the_calendar_moves_what_has_no_day_of_its_own(ask, officer):
    written, met = ask(), give_answer(ask(question="Which?"), answer="That", by=officer)
    Holiday.objects.create(on=date(2023, 9, 20), name="Day of the pier")
    moved = replay_calendar(why="Proclaimed", by=officer)
    assert moved == [Moved("How many?", "Director", DUE, date(2023, 9, 27))]
    written.refresh_from_db()
    met.refresh_from_db()
    assert (written.due_on, met.due_on, as_stored(written)) == (date(2023, 9, 27), DUE, tell_again(written))


def test_it_is_owed_by_somebody_else_or_not_needed(ask, officer):
    written = reassign_answer(ask(), owner=make_post("Head"), why="Reorganised", by=officer)
    assert str(written.owed_by) == "Head"
    written = need_no_answer(written, why="Answered in the report", by=officer)
    assert (written.is_owed, answer_stands(written, TODAY).words) == (False, "Needs no answer")
    with pytest.raises(Refusal, match="Nothing is owed"):
        need_no_answer(written, why="Again", by=officer)
    with pytest.raises(Refusal, match="Say why"):
        need_no_answer(ask(), why=" ", by=officer)
    with pytest.raises(Refusal, match="settled"):
        give_answer(written, answer="Twelve", by=officer)


def test_second_to_save_is_told(ask, officer, holder):
    written = ask()
    give_answer(written, answer="Twelve", by=holder, version=0)
    with pytest.raises(Stale, match="Somebody else changed this"):
        give_answer(written, answer="Thirteen", by=officer, version=0)


def test_stands_are_told_by_date(ask, hold_date):
    written = ask()
    assert [answer_stands(written, day).words for day in (DUE, date(2023, 9, 27))] == ["Owed", "Overdue"]


def test_who_may_answer(ask, holder, officer, body):
    written = ask()
    users = (holder, officer, make_member(body), make_officer(make_body("Adults")))
    assert [may_answer(user, written, TODAY) for user in users] == [True, True, False, False]
    named = ask(owner=users[2].person)
    assert may_answer(users[2], named, TODAY)


def test_lists_by_where_they_stand(ask, officer):
    owed, waived = ask(question="Owed?"), need_no_answer(ask(question="Needed?"), why="No", by=officer)
    answered = give_answer(ask(question="Answered?"), answer="Yes", by=officer)
    sent = circulate(give_answer(ask(question="Sent?"), answer="Yes", by=officer), on=TODAY, to="All", by=officer)
    found = WrittenAnswer.objects.order_by("pk")
    assert [list(each) for each in (found.owed(), found.to_circulate(), found.settled())] == [
        [owed], [answered], [waived, sent],
    ]  # fmt: skip
