"""The page of a committee's report stages: first what would move, then yes."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from tests.factories import make_body, make_item, make_meeting, make_officer, make_person
from workprogramme.models import ReportStage

pytestmark = pytest.mark.django_db
DAYS = {"title": "30", "draft": "25", "comments": "15", "clearance": "10", "final": "7", "why": "Drafts came late"}


@pytest.fixture
def address(client, held):
    body = make_body()
    officer = make_officer(body)
    make_item(
        make_meeting(body, date(2023, 11, 14), by=officer), "Harbour report", by=officer, authors=(make_person(),)
    )
    client.force_login(officer)
    return reverse("committee_cycle", args=[body.slug])


def draft():
    return ReportStage.objects.get(stage="draft")


def test_page_shows_each_stage_with_its_days_and_where_they_come_from(client, address):
    page = client.get(address)
    assertContains(page, "First draft: working days before the meeting")
    assertContains(page, "Our default: the papers give none")
    assertContains(page, "5 clear days before the meeting")


def test_what_would_move_is_shown_and_nothing_changes(client, address):
    page = client.post(address, DAYS)
    assertContains(page, "1 date would move with it")
    assert draft().due_on == date(2023, 10, 17)


def test_saying_yes_moves_the_dates(client, address):
    client.post(address, DAYS | {"confirmed": "yes"})
    assert (draft().due_on, draft().first_due_on) == (date(2023, 10, 10), date(2023, 10, 17))
    assert draft().slips.last().why == "Report stages changed: Drafts came late"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"draft": "20"}, "Every stage has that many days already"),
        ({"comments": "26"}, "comes after first draft, so it cannot be more than 25 days before the meeting"),
        ({"draft": "many"}, "Enter a whole number of days"),
        ({"draft": "-1"}, "0"),
        ({"why": ""}, "Enter the reason"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_moves(client, address, changed, said):
    assertContains(client.post(address, DAYS | changed), said)
    assert draft().due_on == date(2023, 10, 17)


def test_officer_elsewhere_does_not_find_the_page(client, address):
    client.force_login(make_officer(make_body("Elsewhere")))
    assert client.get(address).status_code == 404
