"""The planner's year."""

from datetime import date

import pytest

from committees.domain.meetings import arrange_meeting
from council.domain.setting_up import open_year
from council.models import Body
from tests.factories import make_body, make_item, make_meeting, make_officer, make_person
from workprogramme.domain import planner
from workprogramme.domain.items import (
    accept_item,
    defer_item,
    open_programme,
    publish_item,
    suggest_item,
    withdraw_item,
)
from workprogramme.domain.planner import card_of, in_agenda_order, plan_year, years_of
from workprogramme.models import Item

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(held):
    return make_officer(make_body("Children"))


@pytest.fixture
def body(officer):
    return Body.objects.get(name="Children")


@pytest.fixture
def year(held):
    return open_year("2023/24")


def test_plan_has_formal_meetings_in_time_with_the_next_one_marked(body, officer, year, held):
    for day in (date(2024, 1, 30), date(2023, 9, 26), date(2023, 6, 6)):
        make_meeting(body, day, by=officer)
    columns = plan_year(body, year, held).columns
    assert [(column.meeting.on, column.is_past, column.is_next) for column in columns] == [
        (date(2023, 6, 6), True, False),
        (date(2023, 9, 26), False, True),
        (date(2024, 1, 30), False, False),
    ]


def test_plan_leaves_out_another_committee_and_another_year(body, officer, year, held):
    make_meeting(make_body("Adults"), date(2023, 11, 14), by=officer)
    make_meeting(body, date(2024, 6, 4), by=officer)
    assert plan_year(body, year, held).columns == []


def test_plan_has_informal_meetings_with_those_to_be_arranged_last(body, officer, year, held):
    arrange_meeting(body=body, by=officer, kind="site_visit", year=year, state="to_be_arranged", title="Visit")
    arrange_meeting(body=body, by=officer, kind="informal", on=date(2023, 9, 21), title="Health")
    assert [column.meeting.title for column in plan_year(body, year, held).informal] == ["Health", "Visit"]


def test_plan_sorts_what_is_on_no_meeting(body, officer, year, held):
    meeting = make_meeting(body, date(2023, 11, 14), by=officer)
    programme = open_programme(body=body, year=year)
    accept_item(suggest_item(programme=programme, title="Accepted", by=officer), by=officer)
    suggest_item(programme=programme, title="Suggested", by=officer)
    defer_item(make_item(meeting, "Deferred", by=officer), why="Figures late", by=officer)
    withdraw_item(make_item(meeting, "Withdrawn", by=officer), why="Done elsewhere", by=officer)
    plan = plan_year(body, year, held)
    assert sorted(card.item.title for card in plan.tray) == ["Accepted", "Deferred"]
    assert [card.item.title for card in plan.suggested] == ["Suggested"]
    assert [item.title for item in plan.ended] == ["Withdrawn"]
    assert plan.columns[0].load == 0


@pytest.mark.parametrize(("items", "over"), [(2, 0), (3, 1)])
def test_column_is_held_against_the_limit(body, officer, year, held, items, over):
    Body.objects.filter(pk=body.pk).update(item_limit=2)
    body.refresh_from_db()
    meeting = make_meeting(body, date(2023, 11, 14), by=officer)
    for _ in range(items):
        make_item(meeting, by=officer)
    column = plan_year(body, year, held).columns[0]
    assert (column.load, column.over) == (items, over)


def test_card_tells_the_stage_that_is_due_first_and_whether_it_is_late(body, officer, hold_date):
    hold_date(date(2023, 9, 19))
    meeting = make_meeting(body, date(2023, 11, 14), by=officer)
    item = make_item(meeting, by=officer, authors=(make_person(),))
    seen = [
        (card.due.stage, card.is_late) for card in (card_of(item, date(2023, 10, 3)), card_of(item, date(2023, 10, 4)))
    ]
    assert seen == [("title", False), ("title", True)]


def test_agenda_order_follows_the_printed_numbers_then_the_places(body, officer, held):
    meeting = make_meeting(body, date(2023, 9, 26), by=officer)
    items = [make_item(meeting, title, by=officer) for title in ("First", "Second", "Third", "Fourth")]
    published = [
        publish_item(items[0], on=date(2023, 9, 18), by=officer, agenda_number="10"),
        publish_item(items[1], on=date(2023, 9, 18), by=officer, agenda_number="7"),
    ]
    assert [item.title for item in in_agenda_order([*published, *items[2:]])] == ["Second", "First", "Third", "Fourth"]


def test_years_are_those_with_something_in_them_and_this_one(body, officer, year, held):
    make_meeting(body, date(2022, 11, 14), by=officer)
    open_year("2020/21")
    assert [str(found) for found in years_of(body, held)] == ["2023/24", "2022/23"]


def test_plan_has_lanes_for_informal_meetings_visits_and_training(body, officer, year, held):
    kinds = ("training", "site_visit", "informal", "workshop", "working_group")
    for day, kind in enumerate(kinds, start=1):
        arrange_meeting(body=body, by=officer, kind=kind, on=date(2023, 10, day), title=kind)
    lanes = plan_year(body, year, held).lanes
    assert {lane.title: [column.meeting.title for column in lane.columns] for lane in lanes} == {
        "Informal meetings": ["informal", "workshop", "working_group"],
        "Visits": ["site_visit"],
        "Training": ["training"],
    }


def test_plan_stops_at_a_bound_and_says_so(body, officer, year, held, monkeypatch):
    meeting = make_meeting(body, date(2023, 11, 14), by=officer)
    for _ in range(3):
        make_item(meeting, by=officer)
    plans = []
    for most in (3, 2):
        monkeypatch.setattr(planner, "MOST_ITEMS", most)
        plans.append(plan_year(body, year, held))
    assert [(plan.columns[0].load, plan.is_cut) for plan in plans] == [(3, False), (2, True)]


@pytest.mark.parametrize(
    ("state", "movable"),
    [
        ("suggested", False),
        ("accepted", True),
        ("declined", False),
        ("scheduled", True),
        ("in_preparation", True),
        ("published", False),
        ("heard", False),
        ("deferred", True),
        ("withdrawn", False),
        ("rerouted", True),
    ],
)
def test_card_is_movable_while_its_report_is_not_out(state, movable, held):
    assert planner.Card(Item(state=state), None, False).is_movable == movable
