"""A move that an author asks for, and what becomes of it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from council.refusal import Refusal, Stale
from tests.factories import make_body, make_meeting
from workprogramme.domain.items import defer_item, move_item, withdraw_item
from workprogramme.domain.move_requests import ask_to_move, decline_move, grant_move, take_back_move
from workprogramme.models import Item, MoveRequest

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(people):
    return people["author"]


@pytest.fixture
def request_(item, january, author):
    return ask_to_move(item, to=january, why="Data come in December", by=author)


def told(request):
    request.refresh_from_db()
    return request.state, request.state_because, request.answered_by, request.answered_on


def test_move_is_asked_for_and_nothing_moves(request_, item, november, january, author, held):
    assert (request_.from_meeting, request_.to, request_.asked_by, request_.asked_on) == (
        november,
        january,
        author,
        held,
    )
    assert (Item.objects.get(pk=item.pk).meeting, told(request_)) == (november, ("asked", "", None, None))


def test_move_granted_moves_the_item_and_says_who_asked_and_who_agreed(request_, item, january, officer, held):
    grant_move(item, by=officer, version=item.version)
    move = item.moves.last()
    assert told(request_) == ("granted", "", officer, held)
    assert (move.to_meeting, move.why, move.agreed_by) == (
        january,
        "Asked for by Ada Brown: Data come in December",
        str(officer),
    )
    draft = item.stages.get(stage="draft")
    assert (draft.due_on, draft.first_due_on) == (date(2024, 1, 2), date(2023, 10, 17))


def test_move_granted_after_the_item_went_there_anyway_moves_nothing_again(request_, item, january, officer):
    move_item(item, to=january, why="Room", by=officer)
    grant_move(item, by=officer)
    assert (told(request_)[0], item.moves.count()) == ("granted", 2)


def test_move_declined_leaves_the_item_with_the_reason(request_, item, november, officer, held):
    decline_move(item, why="January is full", by=officer)
    assert told(request_) == ("declined", "January is full", officer, held)
    assert Item.objects.get(pk=item.pk).meeting == november


def test_move_taken_back_lets_another_be_asked_for(request_, item, january, author):
    take_back_move(item, by=author)
    again = ask_to_move(item, to=january, why="After all", by=author)
    assert [told(request)[0] for request in (request_, again)] == ["taken_back", "asked"]


def test_only_one_request_is_open_for_an_item(request_, item, january, author, held):
    with pytest.raises(Refusal) as refused:
        ask_to_move(item, to=january, why="Again", by=author)
    assert "asked for already" in str(refused.value)
    with pytest.raises(IntegrityError), transaction.atomic():
        MoveRequest.objects.create(
            item=item, from_meeting=item.meeting, to=january, why="Again", asked_by=author, asked_on=held
        )
    assert MoveRequest.objects.count() == 1


def test_move_granted_on_an_old_page_is_stale_and_stays_open(request_, item, november, officer):
    with pytest.raises(Stale):
        grant_move(item, by=officer, version=item.version - 1)
    assert (told(request_)[0], Item.objects.get(pk=item.pk).meeting) == ("asked", november)


def test_move_granted_of_an_item_deferred_meanwhile_puts_it_on_the_meeting(request_, item, january, officer):
    defer_item(item, why="Data late", by=officer)
    grant_move(item, by=officer)
    assert (told(request_)[0], Item.objects.get(pk=item.pk).meeting) == ("granted", january)


def test_move_cannot_be_granted_once_the_item_is_withdrawn(request_, item, officer):
    withdraw_item(item, why="Overtaken", by=officer)
    with pytest.raises(Refusal):
        grant_move(item, by=officer)
    assert told(request_)[0] == "asked"


@pytest.mark.parametrize("verb", [grant_move, take_back_move, lambda item, by: decline_move(item, why="Full", by=by)])
def test_what_is_answered_already_is_not_answered_again(request_, item, officer, verb):
    decline_move(item, why="January is full", by=officer)
    with pytest.raises(Refusal) as refused:
        verb(item, by=officer)
    assert str(refused.value) == "No move of this report is asked for any more."


def test_move_is_not_declined_without_a_reason(request_, item, officer):
    with pytest.raises(Refusal) as refused:
        decline_move(item, why=" ", by=officer)
    assert (str(refused.value), told(request_)[0]) == ("Say why the report cannot move.", "asked")


def test_move_that_is_not_possible_is_refused_in_words(item, november, january, body, officer, author):
    def refused(to, why="Data"):
        with pytest.raises(Refusal) as said:
            ask_to_move(item, to=to, why=why, by=author)
        return str(said.value)

    elsewhere, past = make_meeting(make_body(), date(2024, 1, 30), by=officer), date(2023, 9, 5)
    assert refused(november) == "This item is already on the meeting of 14 November 2023."
    assert refused(make_meeting(body, past, by=officer)).endswith("has passed. Choose one to come.")
    assert refused(elsewhere).endswith("is a meeting of another committee.")
    assert refused(january, " ") == "Say why the report should move."
    defer_item(item, why="Late", by=officer)
    assert refused(january) == "This item is deferred, so it cannot move to another meeting."
    assert MoveRequest.objects.count() == 0
