"""Putting a recommendation on record."""

from datetime import date

import pytest
from django.urls import reverse

from actions.models import Recommendation
from tests.factories import make_body, make_meeting, make_officer, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def june(held):
    body = make_body()
    return make_meeting(body, date(2023, 6, 6), by=make_officer(body))


@pytest.fixture
def asked(client, june):
    """Return a sender of the form, signed in as an officer of the committee."""
    client.force_login(make_officer(june.body))
    return lambda **given: client.post(reverse("recommendation_new", args=[june.body.slug]), given)


def test_recommendation_is_on_record_as_made_at_its_meeting(asked, june):
    cabinet, post = make_body("Cabinet", kind="cabinet"), make_post("Director of Trams")
    asked(meeting=june.pk, text="Buy quieter trams", addressed_to=cabinet.pk, lead_post=post.pk)
    made = Recommendation.objects.get()
    assert (made.text, made.made_on, made.addressed_to, made.lead_post) == (
        "Buy quieter trams", date(2023, 6, 6), cabinet, post,
    )  # fmt: skip
    assert made.history.get().history_user is not None


def test_form_without_words_says_what_to_do_and_keeps_nothing(asked, june):
    page = asked(meeting=june.pk, text=" ").content.decode()
    assert "Enter the recommendation as the committee made it" in page
    assert Recommendation.objects.count() == 0


def test_meeting_of_another_committee_is_not_among_the_choices(asked, june):
    other = make_meeting(make_body(), date(2023, 6, 7), by=make_officer(june.body))
    asked(meeting=other.pk, text="Buy trams", addressed_to=make_body().pk)
    assert Recommendation.objects.count() == 0
