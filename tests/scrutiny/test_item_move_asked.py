"""An officer answers an author who asks for a move."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from tests.factories import make_item
from workprogramme.domain.items import defer_item, move_item, withdraw_item
from workprogramme.domain.move_requests import ask_to_move
from workprogramme.models import Item, MoveRequest

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(item, january, people):
    return ask_to_move(item, to=january, why="Data come late", by=people["author"])


@pytest.fixture
def address(item, asked):
    return reverse("item_move_asked", args=[item.pk])


def where(item):
    return Item.objects.get(pk=item.pk).meeting


def test_every_date_that_would_move_is_shown_and_nothing_moves(signed_in, address, item, november):
    page = signed_in("officer").get(address)
    assert [(row.from_on, row.to_on) for row in page.context["moved"]][:2] == [
        (date(2023, 10, 3), date(2023, 12, 14)),
        (date(2023, 10, 17), date(2024, 1, 2)),
    ]
    for words in ("Ada Brown asked on", "Data come late", "5 dates would move with it"):
        assertContains(page, words)
    assert (where(item), MoveRequest.objects.get().state) == (november, "asked")


def test_move_is_granted_and_the_author_is_told(signed_in, address, item, january):
    assertRedirects(signed_in("officer").post(address, {"version": item.version}), f"/items/I{item.pk}/")
    assert (where(item), MoveRequest.objects.get().state) == (january, "granted")


def test_move_is_declined_with_the_reason(signed_in, address, item, november):
    client = signed_in("officer")
    assertContains(client.post(address, {"decline": "decline", "why": ""}), "Enter the reason")
    client.post(address, {"decline": "decline", "why": "January is full"})
    asked = MoveRequest.objects.get()
    assert (where(item), asked.state, asked.state_because) == (november, "declined", "January is full")


def test_grant_above_the_limit_warns(signed_in, address, january, officer):
    for _ in range(3):
        make_item(january, by=officer)
    assertContains(signed_in("officer").get(address), "1 above the limit of 3 (Protocol 5.3)")


def test_second_officer_is_told_and_can_go_on(signed_in, address, item, january):
    client = signed_in("officer")
    page = client.post(address, {"version": item.version - 1})
    assertContains(page, "Somebody else changed this item while you had it open")
    client.post(address, {"version": page.context["grant"]["version"].value()})
    assert where(item) == january


def test_grant_that_is_not_possible_says_why_and_can_be_declined(signed_in, address, item, officer):
    withdraw_item(item, why="Overtaken", by=officer)
    assertContains(signed_in("officer").get(address), "It cannot be granted now. ")
    signed_in("officer").post(address, {"decline": "decline", "why": "It is withdrawn"})
    assert MoveRequest.objects.get().state == "declined"


def test_grant_puts_an_item_deferred_meanwhile_on_the_meeting(signed_in, address, item, january, officer):
    deferred = defer_item(item, why="Late", by=officer)
    signed_in("officer").post(address, {"version": deferred.version})
    assert (where(item), MoveRequest.objects.get().state) == (january, "granted")


def test_request_for_where_the_item_is_already_is_granted_without_a_move(signed_in, address, item, january, officer):
    moved = move_item(item, to=january, why="Room", by=officer)
    client = signed_in("officer")
    assertContains(client.get(address), "nothing would move")
    client.post(address, {"version": moved.version})
    assert (MoveRequest.objects.get().state, item.moves.count()) == ("granted", 2)


def test_request_that_was_answered_leads_to_the_item(signed_in, address, item):
    client = signed_in("officer")
    client.post(address, {"decline": "decline", "why": "Full"})
    page = client.get(address, follow=True)
    assertContains(page, "No move of this report is asked for any more.")


@pytest.mark.parametrize("role", ["author", "member", "officer elsewhere"])
def test_others_find_nothing(signed_in, address, item, november, role):
    assert signed_in(role).post(address, {"version": item.version}).status_code == 404
    assert where(item) == november
