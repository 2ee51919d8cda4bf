"""Cancelling a meeting on its page: what it would do, then yes; and taking it back."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import make_item

pytestmark = pytest.mark.django_db


def state_of(meeting):
    meeting.refresh_from_db()
    return meeting.state


def test_what_would_wait_and_move_is_shown_and_nothing_changes(signed_in, november, item, officer):
    make_item(november, "Another report", by=officer)
    page = signed_in("officer").get(f"/meetings/{november.pk}/cancel/")
    assertContains(page, "2 items would wait for another meeting")
    assert state_of(november) == "arranged"


def test_cancelled_meeting_says_why_and_offers_the_way_back(signed_in, november, item):
    client = signed_in("officer")
    page = client.post(f"/meetings/{november.pk}/cancel/", {"why": "Not enough members"}, follow=True)
    assertContains(page, "Cancelled: Not enough members")
    assertContains(page, "The meeting goes ahead after all")
    assertNotContains(page, "Move the meeting")
    page = client.post(f"/meetings/{november.pk}/goes-ahead/", follow=True)
    assertContains(page, "What waited because of it is back on it.")
    assert state_of(november) == "arranged"


def test_reason_is_asked_for(signed_in, november):
    assertContains(signed_in("officer").post(f"/meetings/{november.pk}/cancel/", {"why": ""}), "Enter the reason")
    assert state_of(november) == "arranged"


def test_meeting_cancelled_meanwhile_leads_back_to_it(signed_in, november):
    client = signed_in("officer")
    client.post(f"/meetings/{november.pk}/cancel/", {"why": "Snow"})
    page = client.get(f"/meetings/{november.pk}/cancel/", follow=True)
    assertContains(page, "This meeting is cancelled, so it cannot be cancelled")
