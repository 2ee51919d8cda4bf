"""Meetings when committees are reorganised: passed on with their dates, or cancelled."""

from datetime import date

import pytest

from committees.domain.cycle import override_stage_date
from committees.domain.meetings import hold_meeting, mark_cancelled
from committees.domain.passing import copy_cycle, meetings_to_come, pass_meeting
from council.refusal import Refusal
from tests.factories import make_body, make_manager, make_meeting
from tests.ledgers import moves_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

DAY = date(2023, 9, 19)


@pytest.fixture
def by():
    return make_manager()


@pytest.fixture
def children():
    return make_body("Children")


@pytest.fixture
def adults(by):
    body = make_body("Adults")
    make_meeting(body, date(2024, 1, 10), by=by)
    return body


@pytest.fixture
def november(children, by):
    return make_meeting(children, date(2023, 11, 14), by=by)


def test_meetings_to_come_are_those_from_the_day_on_and_those_without_a_date(children, november, by):
    hold_meeting(make_meeting(children, date(2023, 9, 12), by=by), by=by)
    make_meeting(children, date(2023, 9, 14), by=by)
    mark_cancelled(make_meeting(children, date(2023, 12, 5), by=by), why="Storm", by=by)
    visit = make_meeting(children, None, by=by, kind="site_visit", title="A visit", year=november.year)
    assert set(meetings_to_come(children, DAY)) == {november, visit}


def test_passed_meeting_has_the_stages_of_the_other_cycle_and_keeps_what_was_set_for_it(children, adults, november, by):
    override_stage_date(november.stage_dates.get(stage="final"), on=date(2023, 11, 1), why="Half term")
    adults.cycle.filter(stage="title").delete()
    adults.cycle.filter(stage="published").update(number=10)
    passed = pass_meeting(november, to=adults, why="Merged", by=by)
    assert (passed.body, passed.version, passed.history.first().history_change_reason) == (adults, 1, "Merged")
    stages = {stage.stage: stage.on for stage in passed.stage_dates.all()}
    assert (stages.get("title"), stages["final"], stages["published"]) == (None, date(2023, 11, 1), date(2023, 10, 30))
    assert moves_of(passed.publication) == [(date(2023, 11, 6), date(2023, 10, 30))]


def test_meeting_is_not_passed_to_a_committee_that_meets_on_the_day(adults, november, by):
    make_meeting(adults, november.on, by=by)
    with pytest.raises(Refusal, match="Children and Adults both meet on 14 November 2023"):
        pass_meeting(november, to=adults, why="Merged", by=by)


def test_informal_meetings_can_be_on_one_day(children, adults, by):
    visits = [
        make_meeting(body, DAY, by=by, kind="site_visit", title=f"Visit of {body}") for body in (children, adults)
    ]
    assert pass_meeting(visits[0], to=adults, why="Merged", by=by).body == adults


def test_cancelled_meeting_says_why_and_owes_no_agenda(november, by):
    with pytest.raises(Refusal, match=r"Say why the meeting of 14 November 2023 is cancelled\."):
        mark_cancelled(november, why=" ", by=by)
    cancelled = mark_cancelled(november, why="One is enough", by=by)
    assert (cancelled.state, cancelled.history.first().history_change_reason) == ("cancelled", "One is enough")
    assert cancelled.publication.waived_because == "The meeting was cancelled: One is enough"


def test_cycle_is_copied_once(children, adults, november):
    families = make_body("Families")
    children.cycle.filter(stage="draft").update(number=25)
    for body in (children, adults):
        copy_cycle(body, families)
    rows = {row.stage: (row.number, row.counting, row.order) for row in families.cycle.all()}
    assert rows == {row.stage: (row.number, row.counting, row.order) for row in children.cycle.all()}
