"""What the public sees of meetings, held against data that could leak."""

from dataclasses import fields
from datetime import date, time

import pytest

from committees.enums import MeetingKind, MeetingState
from committees.models import Venue
from public.visible import MOST_MEETINGS, PublicMeeting, next_meetings
from tests.factories import make_body, make_item, make_manager, make_meeting, make_member, make_user
from workprogramme.domain.hearings import plan_hearing, withdraw_hearing
from workprogramme.domain.items import accept_item, open_programme, publish_item, suggest_item, withdraw_item
from workprogramme.domain.notices import give_notice

pytestmark = pytest.mark.django_db
DAY = date(2023, 9, 19)
MEETING = date(2023, 9, 26)
SECRETS = {"exempt_paragraph": "3", "exempt_note": "Offer of ninety thousand to the landlord"}


@pytest.fixture(autouse=True)
def held(hold_date):
    hold_date(DAY)


@pytest.fixture
def by():
    return make_manager()


def test_meeting_shows_open_titles_in_the_order_of_the_agenda(by):
    hall = Venue.objects.create(name="Town Hall, Bootle")
    body = make_body("Children's Services Committee")
    meeting = make_meeting(body, MEETING, by=by, at=time(18, 30), venue=hall, room="Ballroom")
    make_item(meeting, "Attendance", by=by)
    make_item(meeting, "Fostering", by=by)
    assert next_meetings(on=DAY) == [
        PublicMeeting(
            "Children's Services Committee", MEETING, time(18, 30), "Ballroom, Town Hall, Bootle",
            ("Attendance", "Fostering"), 0,
        )
    ]  # fmt: skip


@pytest.mark.parametrize("secret", [SECRETS, {"exempt_note": "Offer"}, {"exempt_paragraph": "3"}], ids=str)
def test_exempt_item_is_counted_and_nothing_else_is_known(by, secret):
    make_item(make_meeting(make_body(), MEETING, by=by), "Purchase of 12 Sea View", by=by, **secret)
    seen = next_meetings(on=DAY)[0]
    assert (seen.titles, seen.in_private) == ((), 1)


def test_items_not_on_the_meeting_are_not_shown(by):
    meeting = make_meeting(make_body(), MEETING, by=by)
    programme = open_programme(body=meeting.body, year=meeting.year)
    accept_item(suggest_item(programme=programme, title="In the tray", by=by), by=by)
    suggest_item(programme=programme, title="Only suggested", by=by)
    withdraw_item(make_item(meeting, "Withdrawn", by=by), why="No longer wanted", by=by)
    assert next_meetings(on=DAY)[0].titles == ()


def test_notice_is_shown_once_its_report_is_out(by):
    body = make_body()
    meeting, member = make_meeting(body, date(2023, 11, 14), by=by), make_member(body)
    item = give_notice(body=body, person=member.person, title="What the head of Sea View did", by=member).item
    before = next_meetings(on=DAY)[0].titles
    publish_item(item, on=DAY, by=by)
    assert (before, next_meetings(on=DAY)[0].titles, item.meeting) == ((), (item.title,), meeting)


def test_only_formal_meetings_to_come_are_shown(by):
    body = make_body()
    make_meeting(body, date(2023, 9, 18), by=by)
    make_meeting(body, MEETING, by=by, kind=MeetingKind.INFORMAL, title="Visit to the children's home at Sea View")
    make_meeting(body, date(2023, 10, 3), by=by, state=MeetingState.CANCELLED)
    make_meeting(body, DAY, by=by)
    assert [meeting.on for meeting in next_meetings(on=DAY)] == [DAY]


def test_list_is_bounded_and_costs_the_same_however_long(by, django_assert_num_queries):
    for day in range(1, MOST_MEETINGS + 3):
        make_item(make_meeting(make_body(), date(2023, 10, day), by=by), by=by)
    with django_assert_num_queries(3):
        assert len(next_meetings(on=DAY)) == MOST_MEETINGS


def test_types_have_no_room_for_exempt_text():
    assert [field.name for field in fields(PublicMeeting)] == [
        "committee", "on", "at", "where", "titles", "in_private",
    ]  # fmt: skip


def test_front_page_shows_nothing_exempt_and_offers_to_sign_in(client, by):
    meeting = make_meeting(make_body(), MEETING, by=by)
    make_item(meeting, "Purchase of 12 Sea View", by=by, **SECRETS)
    make_item(meeting, "Attendance", by=by)
    page = client.get("/").content.decode()
    leaks = [word for word in ("Sea View", "ninety thousand", "exempt") if word in page]
    assert leaks == []
    assert ("Attendance" in page, "1 item is to be taken in private" in page) == (True, True)
    assert '<a href="/accounts/sign-in/" role="button"' in page


def test_front_page_without_meetings_says_so(client):
    assert "No formal meeting is arranged" in client.get("/").content.decode()


def test_somebody_signed_in_whom_the_record_does_not_know_sees_the_public_page(client):
    user = make_user()
    user.person = None
    user.save()
    client.force_login(user)
    page = client.get("/").content.decode()
    assert ("the record does not know you yet" in page, 'class="govuk-service-navigation__link" href' in page) == (
        True, False,
    )  # fmt: skip


def test_report_of_another_committee_is_shown_where_it_is_heard_and_an_exempt_one_is_counted(by):
    own = make_meeting(make_body(), date(2023, 10, 3), by=by)
    other = make_meeting(make_body(), date(2023, 10, 10), by=by)
    make_item(other, "Attendance", by=by)
    plan_hearing(make_item(own, "Domestic abuse", by=by), meeting=other, by=by)
    plan_hearing(
        make_item(make_meeting(make_body(), MEETING, by=by), "12 Sea View", by=by, **SECRETS), meeting=other, by=by
    )
    taken_off = plan_hearing(make_item(own, "Vaping", by=by), meeting=other, by=by)
    withdraw_hearing(taken_off, why="Not in remit", by=by)
    seen = next_meetings(on=DAY)[2]
    assert (seen.on, seen.titles, seen.in_private) == (other.on, ("Attendance", "Domestic abuse"), 1)
