"""What each room is asked for, and what it does not give."""

from datetime import date

import pytest

from actions.enums import ActionState, RecommendationState
from actions.models import Verdict
from committees.enums import MeetingKind, MeetingState
from committees.models import MeetingMove
from council.calendar import office_calendar
from reminders.domain.owed import owed_by
from reminders.domain.plan import plan
from reminders.domain.sweep import sweep
from reminders.enums import Kind
from reminders.models import Reminder
from reminders.timetable import in_force
from tests.reminders.records import (
    action,
    committee,
    item,
    manager,
    meeting,
    person,
    post,
    publication,
    recommendation,
    stage,
    update,
    written_answer,
)
from workprogramme.enums import ItemState

pytestmark = pytest.mark.django_db
TODAY = date(2023, 10, 17)


def planned(day: date = TODAY) -> list[tuple[str, str]]:
    """Kind and step of everything that goes on a day."""
    calendar, timetable = office_calendar(), in_force()
    duties = owed_by(day, today=day, timetable=timetable, calendar=calendar).duties
    return sorted((one.key.kind, one.key.step) for one in plan(day, duties, timetable.rows, calendar) if one.latest)


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        (ItemState.SCHEDULED, True),
        (ItemState.IN_PREPARATION, True),
        (ItemState.PUBLISHED, False),
        (ItemState.HEARD, False),
    ],
)
def test_stages_are_asked_for_while_the_item_is_on_its_way(state, asked):
    of = item(meeting(committee(), date(2023, 11, 14)), "Attendance", (person("Amy Author"),), state=state)
    stage(of, date(2023, 10, 24))
    assert planned() == [(Kind.REPORT_STAGE, "before-5")] * asked


def test_stages_of_a_withdrawn_item_are_not_asked_for():
    of = item(meeting(committee(), date(2023, 11, 14)), "Attendance", state=ItemState.WITHDRAWN, meeting=None)
    stage(of, date(2023, 10, 24))
    assert planned() == []


def test_stages_are_not_asked_for_once_the_meeting_has_been():
    stage(item(meeting(committee(), date(2023, 10, 16)), "Attendance", (person("Amy Author"),)), date(2023, 10, 2))
    assert planned() == []


@pytest.mark.parametrize(
    ("state", "asked"), [(MeetingState.ARRANGED, True), (MeetingState.CANCELLED, False), (MeetingState.HELD, False)]
)
def test_publication_is_asked_for_while_the_meeting_is_to_come(state, asked):
    publication(meeting(committee(), date(2023, 10, 31), state=state), date(2023, 10, 17))
    assert planned() == [(Kind.PUBLICATION, "before-0")] * asked


@pytest.mark.parametrize(
    ("state", "asked"), [(RecommendationState.BEING_IMPLEMENTED, True), (RecommendationState.ACHIEVED, False)]
)
def test_update_is_asked_for_until_the_recommendation_is_signed_off(state, asked):
    update(recommendation(committee(), "Recruit", state=state), date(2023, 10, 24))
    assert planned() == [(Kind.IMPLEMENTATION_UPDATE, "before-5")] * asked


def test_action_without_a_date_is_chased_by_its_age():
    action(committee(), "Arrange a visit", asked_on=date(2023, 6, 19))
    assert planned() == [(Kind.ACTION_NO_DATE, "old-120")]


@pytest.mark.parametrize(
    ("meets", "chased"), [(date(2023, 10, 16), True), (date(2023, 10, 17), False), (date(2023, 11, 14), False)]
)
@pytest.mark.parametrize("linked", ["item", "arranged_as"])
def test_action_without_a_date_is_left_alone_until_the_meeting_that_will_answer_it_has_been(linked, meets, chased):
    body = committee()
    on = meeting(body, meets)
    action(body, "Report on data", asked_on=date(2023, 6, 19), **{linked: item(on, "Data") if linked == "item" else on})
    assert planned() == [(Kind.ACTION_NO_DATE, "old-120")] * chased


def test_action_without_a_date_whose_visit_has_none_either_is_chased():
    body = committee()
    visit = meeting(body, None, kind=MeetingKind.SITE_VISIT)
    action(body, "Arrange a visit", asked_on=date(2023, 6, 19), arranged_as=visit)
    assert planned() == [(Kind.ACTION_NO_DATE, "old-120")]


def test_chase_that_waits_is_cancelled_once_the_action_is_on_a_meeting_to_come(hold_date):
    hold_date(TODAY)
    body, owner = committee(), person("Petra Post")
    action(body, "Report on staff", asked_on=date(2023, 6, 19), owed_by_person=owner)
    sweep()
    waits = action(body, "Report on data", asked_on=date(2023, 6, 19), owed_by_person=owner)
    sweep()
    on = item(meeting(body, date(2023, 11, 14)), "Data")
    type(waits).objects.filter(pk=waits.pk).update(item=on)
    sweep()
    told = Reminder.objects.filter(subject_id=waits.pk, step="old-120").values_list("state", "because")
    assert set(told) == {("cancelled", "A meeting to come will answer it.")}


def test_proposal_is_told_at_once_and_before_the_meeting_and_anew_when_opened_again(hold_date):
    body, by = committee(), manager("Mina Manager")
    on = meeting(body, date(2023, 11, 14))
    waits = action(body, "Report on data", date(2023, 10, 10), state=ActionState.PROPOSED, met_on=TODAY)

    def swept(day: date) -> list[str]:
        hold_date(day)
        before = set(Reminder.objects.values_list("pk", flat=True))
        sweep()
        return list(Reminder.objects.exclude(pk__in=before).order_by("pk").values_list("step", flat=True))

    assert swept(TODAY) == ["at-once"]
    assert swept(date(2023, 11, 6)) == []
    assert swept(date(2023, 11, 7)) == [f"before-5/meeting-{on.pk}"]
    MeetingMove.objects.create(meeting=on, from_on=on.on, to_on=date(2023, 11, 15), why="Hall", by=by)
    type(on).objects.update(on=date(2023, 11, 15))
    assert swept(date(2023, 11, 8)) == [f"before-5/meeting-{on.pk}-moved-1"]
    Verdict.objects.create(action=waits, satisfied=False, meeting=on, why="Not enough", by=by)
    type(waits).objects.update(state=ActionState.PROPOSED, met_on=date(2023, 11, 17))
    assert swept(date(2023, 11, 17)) == ["at-once"]


@pytest.mark.parametrize(
    ("more", "asked"), [({}, True), ({"met_on": TODAY, "answer": "Twelve"}, False), ({"waived_because": "No"}, False)]
)
def test_written_answer_is_asked_for_until_it_is_given_or_not_needed(more, asked):
    body = committee()
    written_answer(meeting(body, date(2023, 10, 3)), date(2023, 10, 18), **more)
    assert planned() == [(Kind.WRITTEN_ANSWER, "before-1")] * asked


def test_written_answer_is_asked_of_the_holder_of_the_post_else_of_the_officers():
    body, holder = committee(), person("Petra Post")
    on = meeting(body, date(2023, 10, 3))
    written_answer(on, date(2023, 10, 18), owed_by_post=post("Director", holder))
    written_answer(on, date(2023, 10, 18))
    duties = owed_by(TODAY, today=TODAY, timetable=in_force(), calendar=office_calendar()).duties
    told = [one.hearers(TODAY, late=False)[0] for one in duties if one.kind == Kind.WRITTEN_ANSWER]
    assert [one.because for one in told] == [
        "The post you hold owes this answer",
        "You are an officer of the committee",
    ]


def test_sources_cost_the_same_for_one_row_as_for_three(count_queries):
    body = committee()

    def more():
        on = meeting(body, date(2023, 11, len(body.meetings.all()) + 14))
        publication(on, date(2023, 10, 17))
        stage(item(on, "Attendance", (person(f"Amy{on.pk} Author"),)), date(2023, 10, 24))
        action(body, "Report", date(2023, 9, 1))
        action(body, "Visit", asked_on=date(2023, 6, 1))
        action(body, "Done", state=ActionState.PROPOSED)
        update(recommendation(body, "Recruit"), date(2023, 10, 24))
        written_answer(on, date(2023, 10, 18))

    more()
    one = count_queries(planned)
    more()
    more()
    assert count_queries(planned) == one
