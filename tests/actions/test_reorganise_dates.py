"""Dates when committees are reorganised: none moves without a slip, and what was promised stays promised."""

from datetime import date

import pytest

from actions.domain.assigning import Choices, Part
from actions.domain.moving import arrange_in_year, move_meeting
from committees.domain.meetings import hold_meeting
from committees.models import Publication, Reorganisation
from council.refusal import Refusal
from tests.actions.reorganised import DAY, WHY, again, merge, split
from tests.factories import (
    make_action,
    make_body,
    make_item,
    make_meeting,
    make_post,
)
from tests.ledgers import moves_of
from workprogramme.domain.items import publish_item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]


def test_no_date_moves_where_the_cycle_goes_along(children, adults, june, november, manager):
    item = make_item(november, by=manager)
    due = [stage.due_on for stage in item.stages.all()]
    actions = [
        make_action(june, by=manager, due_kind="next_meeting"),
        make_action(june, by=manager, due_kind="meeting", due_meeting=november),
        make_action(june, by=manager, due_kind="date", due_on=date(2023, 9, 1)),
    ]
    dates = [action.due_on for action in actions]
    merge(children, adults, by=manager)
    assert [stage.due_on for stage in item.stages.all()] == due
    assert [again(action).due_on for action in actions] == dates
    assert [moves_of(again(action)) for action in actions] == [[], [], []]
    assert moves_of(Publication.objects.get(meeting=november)) == []


def test_dates_follow_the_cycle_of_a_committee_on_record_and_the_ledger_says_so(children, adults, november, manager):
    make_meeting(adults, date(2024, 1, 10), by=manager)
    adults.cycle.filter(stage="draft").update(number=25)
    adults.cycle.filter(stage="title").delete()
    item = make_item(november, by=manager)
    before = {stage.stage: stage.due_on for stage in item.stages.all()}
    merge(children, by=manager, into=Part(body=adults))
    draft, title = (again(item).stages.get(stage=stage) for stage in ("draft", "title"))
    assert moves_of(draft) == [(before["draft"], date(2023, 10, 10))]
    assert (draft.slips.get().why, draft.first_due_on) == (WHY, before["draft"])
    assert (title.due_on, title.waived_because) == (before["title"], "Adults has no such stage")
    assert not again(november).stage_dates.filter(stage="title").exists()


def test_what_is_due_at_the_next_meeting_stays_due_at_it(children, adults, june, november, manager):
    adults_june, adults_december = (
        make_meeting(adults, on, by=manager) for on in (date(2023, 6, 20), date(2023, 12, 5))
    )
    theirs = make_action(adults_june, by=manager, due_kind="next_meeting")
    ours = make_action(june, by=manager, due_kind="next_meeting")
    hold_meeting(adults_june, by=manager)
    move_meeting(november, to=date(2023, 11, 21), why="Storm", by=manager)
    merge(children, by=manager, into=Part(body=adults))
    assert [again(action).due_on for action in (ours, theirs)] == [date(2023, 11, 21), date(2023, 12, 5)]
    arrange_in_year(body=adults, on=date(2023, 11, 1), by=manager)
    assert [again(action).due_on for action in (ours, theirs)] == [date(2023, 11, 21), date(2023, 11, 1)]
    move_meeting(adults_december, to=date(2023, 12, 6), why="Storm", by=manager)
    move_meeting(again(november), to=date(2023, 11, 22), why="Storm", by=manager)
    assert [again(action).due_on for action in (ours, theirs)] == [date(2023, 11, 22), date(2023, 11, 1)]


def test_what_is_overdue_since_a_meeting_that_was_held_stays_overdue(children, adults, june, manager):
    september = make_meeting(children, date(2023, 9, 12), by=manager)
    action = make_action(june, by=manager, due_kind="next_meeting")
    hold_meeting(september, by=manager)
    make_meeting(adults, date(2023, 10, 3), by=manager)
    merge(children, by=manager, into=Part(body=adults))
    assert (again(action).due_on, again(action).due_meeting) == (date(2023, 9, 12), september)


def test_without_a_next_meeting_the_next_of_the_successor_sets_the_date(children, adults, june, manager):
    make_meeting(adults, date(2023, 7, 4), by=manager)
    action = make_action(june, by=manager, due_kind="next_meeting")
    families = merge(children, adults, by=manager, choices=Choices())
    assert again(action).due_on is None
    arrange_in_year(body=families, on=date(2023, 10, 3), by=manager)
    assert moves_of(again(action)) == [(None, date(2023, 10, 3))]


def test_cancelled_meeting_leaves_its_items_waiting_and_its_dues_to_the_next(children, adults, june, november, manager):
    item, action = make_item(november, by=manager), make_action(june, by=manager, due_kind="next_meeting")
    named = make_action(june, by=manager, due_kind="meeting", due_meeting=november)
    adults_meet = make_meeting(adults, date(2023, 12, 5), by=manager)
    choices = Choices(cancelled={f"meeting-{november.pk}": "One meeting is enough"})
    merge(children, by=manager, into=Part(body=adults), choices=choices)
    meeting, item = again(november), again(item)
    assert (meeting.state, meeting.body, meeting.publication.is_owed) == ("cancelled", children, False)
    assert (item.state, item.meeting, item.programme.body) == ("deferred", None, adults)
    assert item.state_because == "Off the meeting of 14 November 2023, which is cancelled: One meeting is enough"
    assert not item.stages.owed().exists()
    assert [again(one).due_on for one in (action, named)] == [adults_meet.on, adults_meet.on]
    assert moves_of(again(named)) == [(date(2023, 11, 14), adults_meet.on)]


def test_two_meetings_on_one_day_are_refused_until_one_is_cancelled(children, adults, november, manager):
    other = make_meeting(adults, november.on, by=manager)
    with pytest.raises(Refusal, match=r"both meet on 14 November 2023\. Cancel one of the two meetings"):
        merge(children, adults, by=manager)
    assert (Reorganisation.objects.count(), again(november).body) == (0, children)
    choices = Choices(cancelled={f"meeting-{other.pk}": "On the same day"})
    families = merge(children, adults, by=manager, choices=choices)
    assert list(families.meetings.all()) == [november]


def test_what_a_held_meeting_did_not_reach_goes_along(children, adults, june, manager):
    item = make_item(make_meeting(children, date(2023, 9, 12), by=manager), by=manager)
    with pytest.raises(Refusal, match=rf"{item.ref} is on the meeting of 12 September 2023 of Children, which is not"):
        merge(children, adults, by=manager)
    hold_meeting(item.meeting, by=manager)
    families = merge(children, adults, by=manager)
    item = again(item)
    assert (item.programme.body, item.state) == (families, "deferred")
    assert item.state_because == "Not reached at the meeting of 12 September 2023"


def test_published_item_of_a_meeting_to_come_stays_published(children, adults, november, manager):
    item = publish_item(make_item(november, by=manager), on=DAY, by=manager)
    families = merge(children, adults, by=manager)
    assert (again(item).state, again(item).meeting, again(item).programme.body) == ("published", november, families)


def test_generations_of_committees_keep_every_reference_and_date(children, adults, june, november, manager):
    action = make_action(june, by=manager, due_kind="next_meeting")
    places = make_body("Places Scrutiny Committee")
    make_meeting(places, date(2023, 10, 3), by=manager)
    families = merge(children, adults, by=manager)
    merge(families, by=manager, into=Part(body=places))
    action = again(action)
    assert (action.body, action.due_on, action.due_meeting) == (places, date(2023, 11, 14), november)
    assert moves_of(action) == []


def test_due_at_a_meeting_that_goes_to_the_other_keeps_its_date_while_there_is_no_own(
    children, june, november, care, parts, manager
):
    action = make_action(june, by=manager, owner=make_post(portfolio=care), due_kind="next_meeting")
    _, care_committee = split(children, *parts, by=manager, choices=Choices(rest=0))
    assert (again(action).body, again(action).due_on, moves_of(again(action))) == (care_committee, november.on, [])
    move_meeting(again(november), to=date(2023, 11, 15), why="Storm", by=manager)
    assert again(action).due_on == date(2023, 11, 15)
    arrange_in_year(body=care_committee, on=date(2023, 12, 5), by=manager)
    assert again(action).due_on == date(2023, 12, 5)
