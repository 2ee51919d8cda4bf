"""Cancelling a meeting: what was on it waits, what was due there is worked out anew, and it can be taken back."""

from datetime import date

import pytest

from actions.domain.cancelling import cancel_meeting, reinstate_meeting
from actions.domain.moving import arrange_in_year
from actions.models import Action
from committees.models import Meeting, Publication
from council.refusal import Refusal
from tests.factories import make_action, make_body, make_item, make_meeting, make_officer
from tests.ledgers import as_stored, tell_again
from workprogramme.domain.asked import put_petition_on_agenda, receive_petition
from workprogramme.domain.items import hear_item, schedule_item
from workprogramme.models import Item, ReportStage

pytestmark = pytest.mark.django_db


@pytest.fixture
def autumn(held):
    body = make_body()
    officer = make_officer(body)
    days = (date(2023, 6, 6), date(2023, 11, 14), date(2024, 1, 30))
    june, november, january = (make_meeting(body, on, by=officer) for on in days)
    items = [make_item(november, title, by=officer) for title in ("First", "Second")]
    due = ({"due_kind": "next_meeting"}, {"due_kind": "meeting", "due_meeting": november})
    actions = [make_action(june, by=officer, **each) for each in due]
    return november, january, items, actions, officer


def cancelled(autumn):
    return cancel_meeting(autumn[0], why="Not enough members", by=autumn[4])


def where(items):
    fresh = Item.objects.filter(pk__in=[item.pk for item in items]).order_by("pk")
    return list(fresh.values_list("state", "meeting__on"))


def due(actions):
    return list(
        Action.objects.filter(pk__in=[action.pk for action in actions]).order_by("pk").values_list("due_on", flat=True)
    )


def test_items_wait_with_the_reason_and_nothing_is_owed_on_them(autumn):
    cancelled(autumn)
    assert where(autumn[2]) == [("deferred", None)] * 2
    said = "The meeting of 14 November 2023 was cancelled: Not enough members"
    assert set(Item.objects.values_list("state_because", flat=True)) == {said}
    assert ReportStage.objects.owed().count() == 0


def test_what_was_due_at_the_next_meeting_or_at_this_one_is_due_at_the_one_after(autumn):
    november = cancelled(autumn)
    assert due(autumn[3]) == [date(2024, 1, 30)] * 2
    named = Action.objects.get(pk=autumn[3][1].pk)
    said = "The meeting after that of 14 November 2023, which is cancelled, on 30 January 2024"
    assert (named.due_meeting, named.why) == (november, said)


def test_what_was_due_at_the_last_meeting_has_no_date_once_that_is_cancelled(autumn):
    november, january, *_, officer = autumn
    make_action(november, by=officer, due_kind="meeting", due_meeting=january)
    cancel_meeting(january, why="Snow", by=officer)
    action = Action.objects.latest("pk")
    assert (action.due_on, action.why) == (None, "The meeting of 30 January 2024 was cancelled: no new date yet")


def test_agenda_is_owed_no_more(autumn):
    cancelled(autumn)
    publication = Publication.objects.get(meeting=autumn[0])
    assert (publication.is_owed, publication.waived_because) == (False, "The meeting was cancelled: Not enough members")


def test_visit_that_an_action_was_arranged_as_is_asked_for_again(autumn):
    *_, actions, officer = autumn
    visit = make_meeting(autumn[0].body, date(2023, 10, 2), kind="site_visit", title="Centre", by=officer)
    Action.objects.filter(pk=actions[0].pk).update(arranged_as=visit)
    cancel_meeting(visit, why="Snow", by=officer)
    assert list(Action.objects.overlooked()) == actions


def test_meeting_that_goes_ahead_after_all_is_as_it_was(autumn):
    owed = list(ReportStage.objects.order_by("pk").values_list("due_on", "first_due_on"))
    november = reinstate_meeting(cancelled(autumn), by=autumn[4])
    assert (november.state, november.cancelled_because) == ("arranged", "")
    assert where(autumn[2]) == [("scheduled", date(2023, 11, 14))] * 2
    assert list(ReportStage.objects.owed().order_by("pk").values_list("due_on", "first_due_on")) == owed
    assert due(autumn[3]) == [date(2023, 11, 14)] * 2
    assert Publication.objects.get(meeting=november).is_owed
    assert [as_stored(each) == tell_again(each) for each in Action.objects.all()] == [True, True]


def test_item_that_went_elsewhere_meanwhile_stays_there(autumn):
    november, january, items, _, officer = autumn
    cancelled(autumn)
    schedule_item(items[0], meeting=january, by=officer)
    reinstate_meeting(Meeting.objects.get(pk=november.pk), by=officer)
    assert where(items) == [("scheduled", date(2024, 1, 30)), ("scheduled", date(2023, 11, 14))]


def test_what_was_heard_stays_heard(autumn):
    _, _, items, _, officer = autumn
    hear_item(items[0], by=officer)
    cancelled(autumn)
    assert where(items) == [("heard", date(2023, 11, 14)), ("deferred", None)]


def test_item_of_which_notice_was_given_goes_to_the_next_open_agenda(autumn):
    november, january, items, _, officer = autumn
    Item.objects.filter(pk=items[0].pk).update(origin="notice")
    cancel_meeting(november, why="Snow", by=officer)
    assert where(items) == [("scheduled", january.on), ("deferred", None)]
    cancel_meeting(january, why="More snow", by=officer)
    assert where(items) == [("deferred", None)] * 2


def test_petition_that_was_to_be_heard_there_waits_for_a_decision_again(autumn):
    november, officer = autumn[0], autumn[4]
    petition = receive_petition(body=november.body, title="A crossing", petitioner="Pat", signatures=90, by=officer)
    put_petition_on_agenda(petition, meeting=november, by=officer)
    cancelled(autumn)
    petition.refresh_from_db()
    assert (petition.state, petition.petition.heard_at) == ("asked", None)


@pytest.mark.parametrize("why", ["", "  "])
def test_meeting_is_not_cancelled_without_a_reason(autumn, why):
    with pytest.raises(Refusal):
        cancel_meeting(autumn[0], why=why, by=autumn[4])
    assert where(autumn[2]) == [("scheduled", date(2023, 11, 14))] * 2


def test_meeting_is_cancelled_once(autumn):
    meeting = cancelled(autumn)
    with pytest.raises(Refusal, match="This meeting is cancelled, so it cannot be cancelled"):
        cancel_meeting(meeting, why="Again", by=autumn[4])


def test_meeting_does_not_go_ahead_where_another_took_its_day(autumn):
    meeting = cancelled(autumn)
    arrange_in_year(body=meeting.body, on=meeting.on, by=autumn[4])
    with pytest.raises(Refusal, match="already meets on 14 November 2023"):
        reinstate_meeting(meeting, by=autumn[4])


def test_meeting_of_the_past_does_not_go_ahead(autumn, hold_date):
    meeting = cancelled(autumn)
    hold_date(date(2023, 11, 15))
    with pytest.raises(Refusal, match="has passed"):
        reinstate_meeting(meeting, by=autumn[4])
