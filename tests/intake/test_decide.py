"""Deciding about proposals: what each verb marks, what it takes along, and that undo gives everything back."""

from contextlib import suppress
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.refusal import Refusal, Stale
from intake.domain.certain import certain_of
from intake.domain.decide import (
    accept,
    accept_certain,
    can_undo,
    discard,
    edit,
    keep_apart,
    merge,
    open_again,
    progress,
    undo,
)
from intake.domain.record import put_on_record
from intake.enums import Decided, Sort
from intake.models import Decision, Proposal, Reading
from tests.factories import make_action, make_body, make_meeting, make_officer
from tests.intake.june import JUNE
from tests.intake.papers import COMMITTEE, make_reading, the

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(held):
    return make_body(COMMITTEE)


@pytest.fixture
def officer(body):
    return make_officer(body, "Olive Adams")


@pytest.fixture
def colleague(body):
    return make_officer(body, "Mona Green")


@pytest.fixture
def reading(body, officer) -> Reading:
    return make_reading(JUNE, by=officer)


def action(reading: Reading, path: str) -> Proposal:
    return the(reading, f"action:2023-06-06:{path}:0")


def minute(reading: Reading, number: str) -> Proposal:
    return the(reading, f"minute:2023-06-06:{number}")


def states(reading: Reading) -> dict[str, str]:
    """What is decided, by key; what is open is left out."""
    return dict(reading.proposals.exclude(decided=Decided.OPEN).values_list("key", "decided"))


def test_accepting_takes_along_what_it_needs(reading, officer):
    decided = accept(action(reading, "4/2/a"), by=officer)
    assert [proposal.key for proposal in decided] == [
        "meeting:2023-06-06", "minute:2023-06-06:4", "action:2023-06-06:4/2/a:0",
    ]  # fmt: skip
    assert set(states(reading).values()) == {"accepted"}


def test_accepting_a_double_merges_it_and_keeping_apart_does_not(reading, officer):
    accept(action(reading, "9/2/a/i"), by=officer)
    keep_apart(action(reading, "9/2/a/ii"), by=officer)
    first, second = action(reading, "9/2/a/i"), action(reading, "9/2/a/ii")
    assert (first.decided, first.into, second.decided, second.into) == (
        "merged", action(reading, "4/2/a"), "accepted", None,
    )  # fmt: skip
    assert action(reading, "4/2/a").decided == "accepted"


def test_double_of_something_discarded_is_accepted_as_its_own_but_never_as_certain(reading, officer):
    discard(action(reading, "4/2/a"), by=officer)
    accept_certain(reading, by=officer)
    assert action(reading, "9/2/a/i").decided == "open"
    accept(action(reading, "9/2/a/i"), by=officer)
    assert action(reading, "9/2/a/i").decided == "accepted"


def test_editing_keeps_only_what_is_otherwise_than_read(reading, officer):
    proposal = action(reading, "4/2/a")
    edit(proposal, words={"task": "Measure the noise", "due_kind": proposal.says["due_kind"]}, by=officer)
    proposal.refresh_from_db()
    assert (proposal.edited, proposal.now_says["task"], proposal.decided) == (
        {"task": "Measure the noise"}, "Measure the noise", "accepted",
    )  # fmt: skip


def test_one_edit_answers_the_same_doubt_of_others_in_one_press(reading, officer, body):
    first, second, decided = (action(reading, path) for path in ("5/2", "5/3", "9/5"))
    discard(decided, by=officer)
    words = {"who": f"body:{body.pk}", "remember": True}
    edit(first, words={**words, "task": "Report"}, alike=[second, decided], shared=words, by=officer)
    assert [(action(reading, path).decided, action(reading, path).edited) for path in ("5/2", "5/3", "9/5")] == [
        ("accepted", {**words, "task": "Report"}), ("accepted", words), ("discarded", {}),
    ]  # fmt: skip
    undo(reading, by=officer)
    assert [action(reading, path).decided for path in ("5/2", "5/3", "9/5")] == ["open", "open", "discarded"]


def test_merging_accepts_the_other_and_follows_where_that_was_merged(reading, officer):
    merge(action(reading, "4/2/c"), into=action(reading, "4/2/d"), by=officer)
    merge(action(reading, "5/2"), into=action(reading, "4/2/c"), by=officer)
    assert (action(reading, "4/2/d").decided, action(reading, "5/2").into) == ("accepted", action(reading, "4/2/d"))


def test_merging_into_an_action_on_record(reading, officer, body):
    known = make_action(make_meeting(body, date(2023, 3, 7), by=officer), by=officer)
    merge(action(reading, "4/2/a"), into_action=known, by=officer)
    assert (action(reading, "4/2/a").decided, action(reading, "4/2/a").into_action) == ("merged", known)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("action:2023-06-06:4/2/a:0", "action:2023-06-06:4/2/a:0", "Choose another action"),
        ("action:2023-06-06:4/2/a:0", "minute:2023-06-06:4", "Choose another action"),
        ("minute:2023-06-06:4", "action:2023-06-06:4/2/a:0", "Only actions"),
        ("action:2023-06-06:4/2/a:0", "action:2023-06-06:5/4:0", "discarded itself"),
        ("action:2023-06-06:4/2/b:0", "action:2023-06-06:4/2/a:0", "the other way round"),
    ],
)
def test_merging_refuses_what_cannot_be_one_action(reading, officer, one, other, why):
    discard(action(reading, "5/4"), by=officer)
    accept(action(reading, "9/2/a/ii"), by=officer)
    with pytest.raises(Refusal, match=why):
        merge(the(reading, one), into=the(reading, other), by=officer)


def test_discarding_takes_along_what_hangs_on_it_however_far(reading, officer):
    discard(the(reading, "meeting:2023-06-06"), by=officer)
    assert set(reading.proposals.open().values_list("sort", flat=True)) == {Sort.MEETING}
    undo(reading, by=officer)
    assert states(reading) == {}


def test_discarding_and_opening_again_refuse_where_something_accepted_hangs_on_it(reading, officer):
    accept(action(reading, "9/2/a/i"), by=officer)
    for verb in (discard, open_again):
        for proposal in (minute(reading, "9"), action(reading, "4/2/a")):
            with pytest.raises(Refusal, match="on this"):
                verb(proposal, by=officer)


def test_opening_again_keeps_what_an_officer_wrote(reading, officer):
    edit(action(reading, "4/2/a"), words={"task": "Measure the noise"}, by=officer)
    open_again(action(reading, "4/2/a"), by=officer)
    proposal = action(reading, "4/2/a")
    assert (proposal.decided, proposal.decided_by, proposal.now_says["task"]) == ("open", None, "Measure the noise")


def test_accepting_all_certain_is_one_press_and_takes_no_doubt_along(reading, officer):
    accept_certain(reading, by=officer)
    assert set(reading.proposals.exclude(decided=Decided.OPEN).values_list("is_certain", flat=True)) == {True}
    assert certain_of(reading.proposals.all()) == []
    undo(reading, by=officer)
    assert (states(reading), can_undo(reading, by=officer)) == ({}, False)


def test_double_of_a_doubtful_action_is_certain_once_that_is_accepted(reading, officer):
    first, double = action(reading, "4/2/a"), action(reading, "9/2/a/i")
    assert (first.is_certain, double.is_certain) == (False, True), "nobody of that name is on record"
    accept(first, by=officer)
    accept(minute(reading, "9"), by=officer)
    assert double in certain_of(reading.proposals.all())


def test_second_officer_hears_who_decided_what(reading, officer, colleague):
    seen = action(reading, "4/2/a")
    discard(seen, by=colleague)
    with pytest.raises(Stale, match="Mona Green discarded this"):
        accept(seen, version=seen.version, by=officer)
    seen.refresh_from_db()
    open_again(seen, by=colleague)
    with pytest.raises(Stale, match="Mona Green opened this again"):
        accept(seen, version=seen.version, by=officer)


def test_undo_takes_back_only_ones_own_press(reading, officer, colleague):
    accept(minute(reading, "1"), by=officer)
    accept(minute(reading, "2"), by=colleague)
    undo(reading, by=officer)
    assert minute(reading, "2").decided == "accepted"
    with pytest.raises(Refusal, match="nothing of yours"):
        undo(reading, by=officer)


def test_undo_refuses_where_others_decided_on(reading, officer, colleague):
    accept(minute(reading, "1"), by=officer)
    discard(minute(reading, "1"), by=colleague)
    with pytest.raises(Refusal, match="discarded by Mona Green since"):
        undo(reading, by=officer)
    assert minute(reading, "1").decided == "discarded"


def test_undo_refuses_what_others_built_on(reading, officer, colleague):
    accept(minute(reading, "4"), by=officer)
    accept(action(reading, "4/2/a"), by=colleague)
    with pytest.raises(Refusal, match="hangs on this since"):
        undo(reading, by=officer)
    assert minute(reading, "4").decided == "accepted"


def test_undo_refuses_to_give_back_what_lost_its_footing(reading, officer, colleague):
    accept(minute(reading, "4"), by=colleague)
    accept(action(reading, "4/2/a"), by=officer)
    open_again(action(reading, "4/2/a"), by=officer)
    undo(reading, by=officer)
    open_again(action(reading, "4/2/a"), by=officer)
    open_again(minute(reading, "4"), by=colleague)
    with pytest.raises(Refusal, match="decided otherwise since"):
        undo(reading, by=officer)


def test_undo_is_written_down_and_cannot_be_undone(reading, officer):
    accept(minute(reading, "1"), by=officer)
    undo(reading, by=officer)
    assert list(Decision.objects.values_list("verb", "press").order_by("pk"))[-2:] == [("undone", 2), ("undone", 2)]
    assert can_undo(reading, by=officer) is False


def test_what_is_on_record_can_neither_be_decided_nor_undone(reading, officer):
    accept(minute(reading, "1"), by=officer)
    put_on_record(reading, by=officer)
    assert can_undo(reading, by=officer) is False
    for verb in (accept, discard, open_again):
        with pytest.raises(Refusal, match="on record already"):
            verb(minute(reading, "1"), by=officer)


def test_double_of_what_is_on_record_already_is_merged_into_it(reading, officer):
    accept(action(reading, "4/2/a"), by=officer)
    put_on_record(reading, by=officer)
    accept(action(reading, "9/2/a/i"), by=officer)
    put_on_record(reading, by=officer)
    assert action(reading, "9/2/a/i").recorded_as == action(reading, "4/2/a").recorded_as


def test_progress_counts_what_is_decided(reading, officer):
    discard(minute(reading, "1"), by=officer)
    assert progress(reading.proposals.all()) == (1, 38)


VERBS = st.sampled_from(["accept", "apart", "edit", "merge", "discard", "open", "certain", "undo"])
PRESSES = st.lists(st.tuples(VERBS, st.integers(0, 200), st.integers(0, 200)), max_size=25)


def press(reading: Reading, officer, verb: str, n: int, other: int) -> None:
    proposals = list(reading.proposals.all())
    actions = [proposal for proposal in proposals if proposal.sort == Sort.ACTION]
    one = proposals[n % len(proposals)]
    with suppress(Refusal):
        match verb:
            case "certain":
                accept_certain(reading, by=officer)
            case "undo":
                undo(reading, by=officer)
            case "merge":
                merge(actions[n % len(actions)], into=actions[other % len(actions)], by=officer)
            case "edit":
                edit(one, words={"title": f"Title {other}"}, by=officer)
            case _:
                verbs = {"accept": accept, "apart": keep_apart, "discard": discard, "open": open_again}
                verbs[verb](one, by=officer)


def as_decided(reading: Reading) -> list[tuple]:
    fields = ("pk", "decided", "edited", "into_id", "into_action_id", "decided_by_id")
    return [tuple(row) for row in reading.proposals.order_by("pk").values_list(*fields)]


def check_everything_stands(reading: Reading) -> None:
    """What is accepted has what it needs accepted; what is merged leads to something accepted, in one step."""
    for proposal in reading.proposals.select_related("needs", "into"):
        if proposal.decided in {Decided.ACCEPTED, Decided.MERGED} and proposal.needs:
            assert proposal.needs.decided == Decided.ACCEPTED
        if proposal.decided == Decided.MERGED:
            assert proposal.into is None or proposal.into.decided == Decided.ACCEPTED
        assert (proposal.decided_by is None) == (proposal.decided_at is None) == proposal.is_open


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=PRESSES)
def test_any_presses_keep_what_is_accepted_standing_and_undo_all_gives_back_the_first_state(reading, officer, presses):
    with transaction.atomic():
        first = as_decided(reading)
        for verb, n, other in presses:
            press(reading, officer, verb, n, other)
            check_everything_stands(reading)
        while can_undo(reading, by=officer):
            undo(reading, by=officer)
            check_everything_stands(reading)
        assert as_decided(reading) == first
        transaction.set_rollback(True)


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=st.lists(st.tuples(VERBS, st.integers(0, 200), st.integers(0, 200), st.booleans()), max_size=25))
def test_two_officers_pressing_at_will_keep_what_is_accepted_standing(reading, officer, colleague, presses):
    with transaction.atomic():
        for verb, n, other, first in presses:
            press(reading, officer if first else colleague, verb, n, other)
            check_everything_stands(reading)
        transaction.set_rollback(True)
