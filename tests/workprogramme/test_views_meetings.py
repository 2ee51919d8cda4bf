"""Adding a meeting, and recording that its agenda went out and that it was held."""

from datetime import date, time

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from committees.models import Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def new(body):
    return reverse("meeting_new", args=[body.slug])


def on(day, month, year):
    return {"on-day": day, "on-month": month, "on-year": year}


@pytest.mark.parametrize("role", ["member", "author", "officer elsewhere", "nobody"])
def test_pages_are_not_found_by_others_than_the_officers(signed_in, new, november, role):
    client = signed_in(role)
    addresses = [new, *(reverse(name, args=[november.pk]) for name in ("meeting_published", "meeting_held"))]
    assert [client.post(address, on(18, 9, 2023)).status_code for address in addresses] == [404, 404, 404]


def test_formal_meeting_is_added_with_time_and_place(signed_in, new):
    signed_in("officer").post(new, {"kind": "formal", **on(14, "Nov", 2023), "at": "18:30", "venue": "Town Hall"})
    meeting = Meeting.objects.get()
    assert (meeting.on, meeting.at, str(meeting.venue), meeting.stage_dates.count()) == (
        date(2023, 11, 14),
        time(18, 30),
        "Town Hall",
        6,
    )


def test_visit_is_added_to_be_arranged(signed_in, new, november):
    words = {"kind": "site_visit", "title": "Family hub", "year": november.year_id, "organisers": "Ada Brown"}
    signed_in("officer").post(new, words)
    visit = Meeting.objects.get(kind="site_visit")
    assert (visit.title, visit.on, visit.state, [str(o) for o in visit.organisers.all()]) == (
        "Family hub",
        None,
        "to_be_arranged",
        ["Ada Brown"],
    )


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kind": "formal"}, "Enter the date of the meeting: a formal meeting needs one"),
        ({"kind": "formal", **on(31, 11, 2023)}, "Date must be a real date"),
        ({"kind": "formal", **on(14, 11, 2023)}, "already meets on 14 November 2023"),
        ({"kind": "formal", **on(21, 11, 2023), "at": "25:00"}, "Time must be a real time, like 18:30"),
        ({"kind": "informal", **on(21, 11, 2023)}, "Enter what the informal meeting or visit is about"),
        ({"kind": "site_visit", "title": "Hub"}, "Select the municipal year, or enter a date"),
    ],
)
def test_meeting_that_cannot_be_added_says_why(signed_in, new, november, given, message):
    assertContains(signed_in("officer").post(new, given), message)
    assert Meeting.objects.count() == 1


def test_agenda_is_recorded_as_published_with_its_reports(signed_in, november, item, hold_date):
    hold_date(date(2023, 11, 6))
    address = reverse("meeting_published", args=[november.pk])
    assertContains(signed_in("officer").get(address), "Scorecard")
    signed_in("officer").post(address, {**on(6, 11, 2023), "items": [item.pk]})
    item.refresh_from_db()
    november.publication.refresh_from_db()
    assert (item.state, november.publication.met_on) == ("published", date(2023, 11, 6))


def test_agenda_published_on_a_day_to_come_says_why_not(signed_in, november):
    page = signed_in("officer").post(reverse("meeting_published", args=[november.pk]), on(20, 9, 2023))
    assertContains(page, "Published on must be the same as or before 19 September 2023")


def test_meeting_is_recorded_as_held_with_what_was_considered(signed_in, november, item, hold_date):
    hold_date(date(2023, 11, 14))
    signed_in("officer").post(reverse("meeting_held", args=[november.pk]), {"items": [item.pk]})
    item.refresh_from_db()
    november.refresh_from_db()
    assert (november.state, item.state) == ("held", "heard")


def test_meeting_to_come_is_not_held(signed_in, november, item):
    page = signed_in("officer").post(reverse("meeting_held", args=[november.pk]), {"items": [item.pk]})
    assertContains(page, "day has not come")
    item.refresh_from_db()
    assert item.state == "scheduled"
