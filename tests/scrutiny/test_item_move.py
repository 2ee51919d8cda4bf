"""Moving an item: asked, rehearsed, confirmed."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from committees.domain.meetings import arrange_meeting
from tests.factories import make_item
from workprogramme.models import Item

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(item):
    return f"/items/I{item.pk}/move/"


@pytest.fixture
def wanted(item, january):
    return {"to": january.pk, "why": "Figures late", "agreed_by": "Chair", "version": item.version}


def where(item):
    return Item.objects.get(pk=item.pk).meeting


def test_every_date_that_would_move_is_shown_and_nothing_moves(signed_in, address, wanted, item, november):
    page = signed_in("officer").post(address, wanted)
    assert [(row.from_on, row.to_on) for row in page.context["moved"]] == [
        (date(2023, 10, 3), date(2023, 12, 14)),
        (date(2023, 10, 17), date(2024, 1, 2)),
        (date(2023, 10, 24), date(2024, 1, 9)),
        (date(2023, 10, 31), date(2024, 1, 16)),
        (date(2023, 11, 3), date(2024, 1, 19)),
    ]
    assertContains(page, "5 dates would move with it")
    assert where(item) == november


def test_item_moves_when_confirmed_and_its_authors_dates_follow(signed_in, address, wanted, item, january):
    page = signed_in("officer").post(address, {**wanted, "confirmed": "yes"})
    assertRedirects(page, f"/items/I{item.pk}/")
    draft, move = item.stages.get(stage="draft"), item.moves.last()
    assert (where(item), draft.due_on, draft.first_due_on, move.why, move.agreed_by) == (
        january,
        date(2024, 1, 2),
        date(2023, 10, 17),
        "Figures late",
        "Chair",
    )


@pytest.mark.parametrize(("others", "warned"), [(2, False), (3, True)])
def test_move_warns_above_the_limit_of_the_other_meeting(signed_in, address, wanted, january, officer, others, warned):
    for _ in range(others):
        make_item(january, by=officer)
    page = signed_in("officer").post(address, wanted)
    (assertContains if warned else assertNotContains)(page, "1 above its limit of 3 items (Protocol 5.3)")


def test_move_to_an_informal_meeting_says_what_is_no_longer_owed(signed_in, address, wanted, body, officer):
    informal = arrange_meeting(body=body, by=officer, kind="informal", on=date(2023, 11, 21), title="Workshop")
    page = signed_in("officer").post(address, {**wanted, "to": informal.pk})
    assertContains(page, "5 stages of this report would no longer be owed")


@pytest.mark.parametrize(
    ("given", "message"),
    [({"why": ""}, "Enter the reason"), ({"to": ""}, "Select the meeting"), ({"to": "999999"}, "from the list")],
)
def test_move_that_is_not_possible_says_why(signed_in, address, wanted, item, november, given, message):
    assertContains(signed_in("officer").post(address, {**wanted, **given, "confirmed": "yes"}), message)
    assert where(item) == november


def test_second_officer_is_told_and_can_go_on(signed_in, address, wanted, item, november):
    page = signed_in("officer").post(address, {**wanted, "version": item.version - 1, "confirmed": "yes"})
    assertContains(page, "Somebody else changed this item while you had it open")
    assert (where(item), page.context["form"]["version"].value()) == (november, str(item.version))


@pytest.mark.parametrize("role", ["member", "author", "officer elsewhere", "nobody"])
def test_moving_is_not_found_by_others_than_the_officers(signed_in, address, wanted, item, november, role):
    assert signed_in(role).post(address, {**wanted, "confirmed": "yes"}).status_code == 404
    assert where(item) == november
