"""The run-up to a meeting."""

from datetime import date, timedelta

import pytest

from committees.domain.cycle import override_stage_date
from council.calendar import office_calendar
from council.models import Body
from tests.factories import make_body, make_item, make_meeting, make_officer
from workprogramme.domain.meetings import publish_with_reports
from workprogramme.domain.run_up import (
    count_down,
    explain_item,
    explain_meeting,
    state_of,
    track_of_item,
    track_of_meeting,
    weeks_left,
)
from workprogramme.domain.stages import meet_stage
from workprogramme.models import Item

pytestmark = pytest.mark.django_db
ON = date(2023, 11, 14)


@pytest.fixture
def officer(held):
    return make_officer(make_body("Children"))


@pytest.fixture
def meeting(officer):
    return make_meeting(Body.objects.get(name="Children"), ON, by=officer)


@pytest.mark.parametrize(
    ("today", "days", "working"),
    [
        (date(2023, 9, 19), 7, 5),
        (date(2023, 9, 23), 3, 1),
        (date(2023, 9, 25), 1, 1),
        (date(2023, 9, 26), 0, 0),
        (date(2023, 8, 25), 32, 21),
    ],
)
def test_count_down_leaves_out_weekends_and_bank_holidays(today, days, working):
    counted = count_down(date(2023, 9, 26), today, office_calendar())
    assert (counted.days, counted.working_days) == (days, working)


def test_state_of_a_stage_is_derived(meeting, officer):
    stage = make_item(meeting, by=officer).stages.get(stage="title")
    assert [state_of(stage, stage.due_on + timedelta(days=days)) for days in (0, 1)] == ["due", "late"]
    assert state_of(meet_stage(stage, by=officer), stage.due_on) == "met"
    stage.met_on, stage.waived_because = None, "Not needed"
    assert state_of(stage, stage.due_on) == "waived"


def test_track_of_an_item_has_its_stages_in_order(meeting, officer, held):
    track = track_of_item(make_item(meeting, by=officer), held)
    assert [(shown.name, shown.due) for shown in track] == [
        ("Title and author confirmed", date(2023, 10, 3)),
        ("First draft", date(2023, 10, 17)),
        ("Finance and legal comments", date(2023, 10, 24)),
        ("Clearance", date(2023, 10, 31)),
        ("Final", date(2023, 11, 3)),
    ]


def test_track_of_a_meeting_is_met_when_every_report_is(meeting, officer, held):
    one, other = make_item(meeting, by=officer), make_item(meeting, by=officer)
    meet_stage(one.stages.get(stage="title"), by=officer)
    first = track_of_meeting(meeting, list(Item.objects.all()), held)[0]
    meet_stage(other.stages.get(stage="title"), by=officer)
    then = track_of_meeting(meeting, list(Item.objects.all()), held)[0]
    assert [(shown.state, shown.note) for shown in (first, then)] == [("due", "1 of 2 done"), ("met", "2 of 2 done")]


def test_track_of_a_meeting_is_late_when_one_report_is(meeting, officer):
    make_item(meeting, by=officer)
    track = track_of_meeting(meeting, list(Item.objects.all()), date(2023, 10, 20))
    assert [shown.state for shown in track] == ["late", "late", "due", "due", "due", "due"]


def test_track_of_a_meeting_ends_with_the_day_it_was_published(meeting, officer, hold_date):
    day = hold_date(date(2023, 11, 3))
    publish_with_reports(meeting, on=day, items=[make_item(meeting, by=officer)], by=officer)
    meeting.refresh_from_db()
    track = track_of_meeting(meeting, list(Item.objects.all()), day)
    assert [(shown.name, shown.state, shown.due) for shown in track] == [("Published", "met", day)]


def test_explained_dates_carry_the_proof_of_the_cycle(meeting):
    explained = explain_meeting(meeting, office_calendar())
    assert [row.proof.end for row in explained] == [row.on for row in explained]
    assert explained[-1].proof.rule == "5 clear days before Tuesday 14 November 2023"


def test_overridden_date_is_explained_by_its_reason_alone(meeting):
    override_stage_date(meeting.stage_dates.get(stage="draft"), on=date(2023, 10, 10), why="Half term")
    explained = explain_meeting(meeting, office_calendar())[1]
    assert (explained.on, explained.why, explained.proof) == (
        date(2023, 10, 10),
        "Set for this meeting: Half term",
        None,
    )


def test_stages_of_an_item_are_explained_each(meeting, officer):
    item = make_item(meeting, by=officer)
    explained = explain_item(item, office_calendar())
    assert [explained[stage.pk].proof.end for stage in item.stages.all()] == [
        stage.due_on for stage in item.stages.all()
    ]


def test_weeks_left_run_from_this_week_to_the_meeting(meeting, held):
    near = weeks_left(meeting, date(2023, 11, 1), office_calendar())
    assert (near[0][0].on, near[-1][-1].on, len(near)) == (date(2023, 10, 30), date(2023, 11, 19), 3)
    assert [day.on for week in near for day in week if day.is_meeting] == [ON]
    assert [(day.on, day.due) for week in near for day in week if day.due] == [
        (date(2023, 10, 31), ("Clearance",)),
        (date(2023, 11, 3), ("Final",)),
        (date(2023, 11, 6), ("Published",)),
    ]


def test_weeks_left_are_eight_at_most(meeting, held):
    assert len(weeks_left(meeting, date(2023, 6, 1), office_calendar())) == 8
