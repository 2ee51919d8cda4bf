"""The page of holidays: first what would move, then yes."""

from datetime import date

import pytest
from django.urls import reverse

from council.models import Holiday
from tests.factories import make_body, make_item, make_manager, make_meeting, make_officer, make_person
from workprogramme.models import ReportStage

pytestmark = pytest.mark.django_db
GIVEN = {"on-day": "19", "on-month": "10", "on-year": "2023", "name": "Jubilee", "kind": "bank_holiday", "source": ""}


@pytest.fixture
def manager(client, held):
    manager = make_manager()
    meeting = make_meeting(make_body(), date(2023, 11, 14), by=manager)
    make_item(meeting, "Harbour report", by=manager, authors=(make_person("Ann Author"),))
    client.force_login(manager)
    return manager


def test_adding_a_day_first_shows_what_would_move_and_changes_nothing(client, manager):
    page = client.post(reverse("holidays"), GIVEN).content.decode()
    assert "2 dates would move" in page
    assert "First draft: Harbour report" in page
    assert Holiday.objects.count() == 0


def test_saying_yes_changes_the_calendar(client, manager):
    page = client.post(reverse("holidays"), GIVEN)
    answer = client.post(reverse("holidays"), {**page.context["given"], "sure": "yes"})
    assert answer.url == reverse("holidays")
    assert Holiday.objects.get().on == date(2023, 10, 19)
    assert ReportStage.objects.get(stage="draft").due_on == date(2023, 10, 16)


def test_refusal_is_shown_beside_the_date(client, manager):
    page = client.post(reverse("holidays"), GIVEN | {"on-day": "25", "on-month": "12"}).content.decode()
    assert "is on the list already: Christmas Day" in page


def test_day_is_taken_off_again(client, manager):
    client.post(reverse("holidays"), GIVEN | {"sure": "yes"})
    address = reverse("holiday_remove", args=[Holiday.objects.get().pk])
    page = client.post(address).content.decode()
    assert ("2 dates would move" in page, f'action="{address}"' in page, Holiday.objects.count()) == (True, True, 1)
    client.post(address, {"sure": "yes"})
    assert Holiday.objects.count() == 0


@pytest.mark.parametrize("name", ["dates", "reminders"])
def test_way_to_the_page_is_shown_to_those_who_find_it(client, manager, name):
    shown = reverse("holidays") in client.get(reverse(name)).content.decode()
    client.force_login(make_officer(make_body()))
    assert (shown, reverse("holidays") in client.get(reverse(name)).content.decode()) == (True, False)


def test_officer_does_not_find_the_page(client, manager):
    client.force_login(make_officer(make_body()))
    assert client.get(reverse("holidays")).status_code == 404
