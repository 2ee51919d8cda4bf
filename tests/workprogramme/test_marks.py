"""The clashes of a year as the planner marks them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from committees.domain.meetings import publish_agenda
from council.calendar import office_calendar
from tests.factories import make_body, make_item, make_meeting, make_person
from workprogramme.domain.marks import reports_due, with_clashes
from workprogramme.domain.planner import plan_year
from workprogramme.domain.stages import meet_stage
from workprogramme.models import Item

pytestmark = pytest.mark.django_db


def marked(body, year, day):
    plan = with_clashes(plan_year(body, year, day), office_calendar(), day)
    on_meetings = {column.meeting.on: [clash.short for clash in column.clashes] for column in plan.columns}
    on_cards = {
        card.item.title: [clash.short for clash in card.clashes] for column in plan.columns for card in column.cards
    }
    return on_meetings, on_cards


def test_meetings_are_marked_with_their_load_and_the_days_off_before_their_stages(
    body, november, january, officer, held
):
    for _ in range(4):
        make_item(january, by=officer)
    on_meetings, _ = marked(body, november.year, held)
    assert on_meetings == {
        date(2023, 11, 14): [],
        date(2024, 1, 30): [
            "1 above the limit of 3",
            "Christmas Day, Boxing Day and New Year's Day before: First draft",
        ],
    }


def test_cards_are_marked_with_what_they_run_into(body, november, item, officer, held):
    september = make_meeting(body, date(2023, 9, 26), by=officer)
    late = make_item(september, "Late one", by=officer)
    publish_agenda(september, on=date(2023, 9, 18), by=officer)
    Item.objects.filter(pk=item.pk).update(decision_on=date(2023, 11, 7))
    make_item(november, "Quiet one", by=officer)
    assert marked(body, november.year, held)[1] == {
        late.title: ["Not out with the agenda of 18 Sep 2023"],
        "Scorecard": ["After its decision, 7 Nov 2023"],
        "Quiet one": [],
    }


def test_author_is_crowded_by_reports_for_another_committee_too(body, november, officer, held):
    joe = make_person("Joe Banham")
    elsewhere = make_meeting(make_body("Regeneration"), date(2023, 11, 15), by=officer)
    for meeting, number in ((november, 2), (elsewhere, 2)):
        for _ in range(number):
            make_item(meeting, by=officer, authors=(joe, make_person()))
    cards = marked(body, november.year, held)[1]
    weeks = ("2 Oct", "16 Oct", "23 Oct", "30 Oct")
    assert list(cards.values()) == [[f"Joe Banham: 4 reports due in the week of {week} 2023" for week in weeks]] * 2


def test_what_has_passed_is_not_marked(body, officer, item, november, hold_date):
    Item.objects.filter(pk=item.pk).update(decision_on=date(2023, 11, 7))
    on_meetings, on_cards = marked(body, november.year, hold_date(date(2023, 11, 15)))
    assert (on_meetings, on_cards) == ({date(2023, 11, 14): []}, {"Scorecard": []})


def test_reports_due_are_those_still_owed_from_this_week_on(item, people, officer, hold_date):
    author = people["author"].person
    meet_stage(item.stages.get(stage="draft"), by=officer)
    found = reports_due({author.pk}, date(2023, 10, 5))
    assert [due.on for due in found] == [
        date(2023, 10, 3),
        date(2023, 10, 24),
        date(2023, 10, 31),
        date(2023, 11, 3),
    ]
    assert reports_due({make_person().pk}, date(2023, 10, 5)) == []


def test_marking_a_year_costs_one_query_however_full_it_is(body, november, item, officer, held):
    def cost():
        plan, calendar = plan_year(body, november.year, held), office_calendar()
        with CaptureQueriesContext(connection) as queries:
            with_clashes(plan, calendar, held)
        return len(queries)

    one = cost()
    for _ in range(3):
        make_item(november, by=officer, authors=(make_person(), make_person()))
    assert (one, cost()) == (1, 1)
