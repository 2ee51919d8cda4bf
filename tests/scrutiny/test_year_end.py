"""The page of a year's end."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from committees.models import Meeting
from tests.factories import make_suggestion
from workprogramme.domain.items import accept_item
from workprogramme.models import Carried

pytestmark = pytest.mark.django_db

ADDRESS = reverse("year_end", args=["children", "2023-24"])


@pytest.fixture
def waiting(body, november, officer):
    return accept_item(make_suggestion(body, november.year, "=Waiting", by=officer), by=officer)


def test_page_says_what_would_happen_and_changes_nothing(signed_in, item, waiting):
    page = signed_in("officer").get(ADDRESS)
    for text in (
        "Carry 2023/24 over to 2024/25", "Accepted, on no meeting yet",
        "On the meeting of 14 November 2023, still to come", "second Tuesday of November",
    ):  # fmt: skip
        assertContains(page, text)
    assert Carried.objects.count() == 0


def test_carrying_over_leads_to_the_draft_and_arranges_only_what_is_ticked(signed_in, item, waiting, november, january):
    day = {f"m{november.pk}_on-{part}": value for part, value in (("day", 19), ("month", 11), ("year", 2024))}
    answer = signed_in("officer").post(ADDRESS, {f"m{november.pk}": "on", **day})
    assertRedirects(answer, "/committees/children/programme/2024-25/")
    assert [meeting.on for meeting in Meeting.objects.filter(year__label="2024/25")] == [date(2024, 11, 19)]
    waiting.refresh_from_db()
    assert waiting.programme.year.label == "2024/25"
    page = signed_in("officer").get(ADDRESS)
    assertContains(page, "Carried over already")
    assertContains(page, "Nothing is waiting to be carried over.")


def test_ticked_meeting_without_a_day_is_asked_for_one(signed_in, item, waiting, november):
    page = signed_in("officer").post(ADDRESS, {f"m{november.pk}": "on"})
    assertContains(page, "Enter the day of the meeting in place of 14 November 2023")
    assert Carried.objects.count() == 0


def test_day_on_which_the_committee_meets_already_is_refused_and_nothing_is_carried(signed_in, item, waiting, november):
    day = {f"m{november.pk}_on-{part}": value for part, value in (("day", 14), ("month", 11), ("year", 2023))}
    assertContains(signed_in("officer").post(ADDRESS, {f"m{november.pk}": "on", **day}), "already meets")
    assert Carried.objects.count() == 0


def test_lists_are_given_as_csv_that_no_spreadsheet_runs(signed_in, item, waiting):
    given = signed_in("officer").get(reverse("year_end_csv", args=["children", "2023-24"]))
    lines = given.content.decode("utf-8-sig").splitlines()
    assert lines == [
        "What happens,Reference,Title,Why",
        f'Carried over to 2024/25,{waiting.ref},\'=Waiting,"Accepted, on no meeting yet"',
        f'Left behind,{item.ref},Scorecard,"On the meeting of 14 November 2023, still to come"',
        "Meeting proposed,,Tuesday 12 November 2024,The second Tuesday of November.",
    ]
