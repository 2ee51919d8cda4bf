"""What meetings do to the items on them."""

from datetime import date

import pytest

from committees.domain.meetings import arrange_meeting
from council.domain.setting_up import open_year
from council.models import Body
from council.refusal import Refusal
from tests.factories import make_body, make_item, make_meeting, make_officer
from workprogramme.domain.meetings import (
    add_meeting,
    hold_and_hear,
    items_to_hear,
    items_to_publish,
    meetings_open_to,
    publish_with_reports,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(held):
    return make_officer(make_body("Children"))


@pytest.fixture
def body(officer):
    return Body.objects.get(name="Children")


def test_meetings_open_to_items_are_formal_first_with_their_load(body, officer):
    visit = arrange_meeting(body=body, by=officer, kind="site_visit", year=open_year("2023/24"), title="Visit")
    informal = arrange_meeting(body=body, by=officer, kind="informal", on=date(2023, 9, 21), title="Health")
    make_meeting(body, date(2023, 6, 6), by=officer)
    make_meeting(make_body("Adults"), date(2023, 11, 14), by=officer)
    formal = make_meeting(body, date(2023, 11, 14), by=officer)
    make_item(formal, by=officer)
    assert [(meeting, meeting.load) for meeting in meetings_open_to(body)] == [(formal, 1), (informal, 0), (visit, 0)]


def test_meeting_is_added_with_venue_and_organisers_by_name(body, officer):
    meeting = add_meeting(
        body=body,
        by=officer,
        on=date(2023, 11, 21),
        kind="informal",
        venue="Town Hall, Bootle",
        organisers=("Ada Brown",),
    )
    assert (str(meeting.venue), [str(organiser) for organiser in meeting.organisers.all()], meeting.state) == (
        "Town Hall, Bootle",
        ["Ada Brown"],
        "arranged",
    )


def test_meeting_without_a_day_is_to_be_arranged(body, officer):
    meeting = add_meeting(body=body, by=officer, on=None, kind="site_visit", year=open_year("2023/24"), title="Visit")
    assert (meeting.state, meeting.on, str(meeting.year)) == ("to_be_arranged", None, "2023/24")


def test_publishing_takes_only_the_reports_that_went_out(body, officer, held):
    meeting = make_meeting(body, date(2023, 9, 26), by=officer)
    out, follows = make_item(meeting, by=officer), make_item(meeting, by=officer)
    publish_with_reports(meeting, on=held, items=[out], by=officer)
    out.refresh_from_db()
    meeting.publication.refresh_from_db()
    assert (out.state, list(items_to_publish(meeting)), meeting.publication.met_on) == ("published", [follows], held)


def test_publishing_twice_is_refused_and_changes_nothing(body, officer, held):
    meeting = make_meeting(body, date(2023, 9, 26), by=officer)
    publish_with_reports(meeting, on=held, items=[], by=officer)
    meeting.refresh_from_db()
    item = make_item(meeting, by=officer)
    with pytest.raises(Refusal, match="no agenda still to be published"):
        publish_with_reports(meeting, on=held, items=[item], by=officer)
    item.refresh_from_db()
    assert item.state == "scheduled"


def test_publishing_on_a_day_to_come_is_refused(body, officer):
    meeting = make_meeting(body, date(2023, 9, 26), by=officer)
    with pytest.raises(Refusal, match="a day that has not come"):
        publish_with_reports(meeting, on=date(2023, 9, 20), items=[], by=officer)
    assert meeting.publication.met_on is None


def test_holding_hears_the_items_considered(body, officer, hold_date):
    meeting = make_meeting(body, date(2023, 9, 26), by=officer)
    heard, left = make_item(meeting, by=officer), make_item(meeting, by=officer)
    hold_date(date(2023, 9, 26))
    hold_and_hear(meeting, items=[heard], by=officer)
    heard.refresh_from_db()
    meeting.refresh_from_db()
    assert (meeting.state, heard.state, list(items_to_hear(meeting))) == ("held", "heard", [left])


def test_holding_before_the_day_is_refused(body, officer):
    meeting = make_meeting(body, date(2023, 9, 26), by=officer)
    with pytest.raises(Refusal, match="has not come"):
        hold_and_hear(meeting, items=[], by=officer)
    meeting.refresh_from_db()
    assert meeting.state == "arranged"
