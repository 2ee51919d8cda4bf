"""The minutes of a meeting, with what became of each clause."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from actions.domain.actions import ask, ask_again
from actions.domain.recommendations import make_recommendation
from committees.domain.minutes import record_clause, record_minute
from committees.models import Attendance, IssueRaised
from scrutiny.pages.minutes import attendance_of
from tests.factories import make_item, make_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


@pytest.fixture
def minute(june):
    return record_minute(meeting=june, number="6", title="Improvement programme")


@pytest.fixture
def page_of(signed_in, june):
    return lambda role="member": signed_in(role).get(f"/meetings/{june.pk}/minutes/")


def clause_of(minute, path, text="that a report be brought back", **more):
    return record_clause(minute=minute, path=path, text=text, order=minute.clauses.count(), **more)


def test_clauses_are_printed_with_their_anchors_and_what_became_of_them(page_of, minute, november, officer):
    clause = clause_of(minute, "6/2/d", "the work to attract social workers", label="(d)")
    action = ask(clause=clause, task="Report back", owner=None, by=officer)
    item = make_item(november, "Workforce", by=officer, origin_clause=clause)
    page = page_of()
    for text in ('id="c-6-2-d"', "the work to attract social workers", action.ref, "Nothing on record yet"):
        assertContains(page, text)
    for text in (f"{item.ref} Workforce", "14 November 2023"):
        assertContains(page, text)


def test_recommendation_of_a_clause_is_shown(page_of, minute, june, officer):
    clause = clause_of(minute, "6/3")
    made = make_recommendation(body=june.body, text="Fund it", made_on=june.on, clause=clause, by=officer)
    assertContains(page_of(), f"/recommendations/R{made.pk}/")


def test_clause_that_asks_again_leads_to_the_first_and_its_action(page_of, minute, june, officer):
    first = clause_of(minute, "6/2")
    action = ask(clause=first, task="Report back", owner=None, by=officer)
    later = record_minute(meeting=june, number="13", title="Programme", order=1)
    again = clause_of(later, "13/2/i", same_as=first)
    ask_again(action, again)
    page = page_of()
    assertContains(page, 'Asks the same as <a class="govuk-link" href="#c-6-2">6 (2)</a>')
    assert [
        [became.action for became in line.became] for printed in page.context["printed"] for line in printed.lines
    ] == [
        [action],
        [action],
    ]


def test_noted_clauses_are_folded_unless_something_hangs_on_them(page_of, minute, officer):
    clause_of(minute, "6/1", "the report be noted", sort="noted")
    asking = clause_of(minute, "6/2", "the update be noted", sort="noted")
    ask(clause=asking, task="Report back", owner=None, by=officer)
    [printed] = page_of().context["printed"]
    assert [line.clause.path for line in printed.quiet] == ["6/1"]


def test_issues_raised_say_which_clause_took_them_up(page_of, minute):
    clause = clause_of(minute, "6/2")
    IssueRaised.objects.create(minute=minute, text="Complaints?", is_suggestion=True, taken_up_by=clause)
    IssueRaised.objects.create(minute=minute, text="Costs?", is_suggestion=True, order=1)
    page = page_of()
    for text in ("Complaints?", 'href="#c-6-2">6 (2)</a>', "Costs?", "No clause takes it up"):
        assertContains(page, text)


@pytest.mark.parametrize(("role", "shown"), [("member", False), ("officer elsewhere", False), ("officer", True)])
def test_draft_actions_are_shown_to_officers_alone(page_of, minute, officer, role, shown):
    action = ask(clause=clause_of(minute, "6/2"), task="Not accepted yet", owner=None, by=officer, draft=True)
    (assertContains if shown else assertNotContains)(page_of(role), f"/actions/A{action.pk}/")


def test_attendance_is_listed_by_kind(june):
    for order, (name, attended) in enumerate([("Cllr Vale", "present"), ("Mrs Wood", "apologies")]):
        Attendance.objects.create(meeting=june, printed=name, attended=attended, order=order)
    assert attendance_of(june) == [("Present", ["Cllr Vale"]), ("Apologies", ["Mrs Wood"])]


def test_page_without_minutes_says_so(page_of):
    assertContains(page_of(), "No minutes on record yet")


def test_page_costs_the_same_for_one_minute_and_for_three(page_of, june, minute, november, officer):
    def fill(minute, number):
        clause = clause_of(minute, f"{number}/1")
        ask_again(ask(clause=clause, task="Report back", owner=None, by=officer), clause_of(minute, f"{number}/2"))
        make_item(november, by=officer, origin_clause=clause)
        IssueRaised.objects.create(minute=minute, text="Costs?", taken_up_by=clause)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            page_of()
        return len(queries)

    fill(minute, 6)
    cost()
    one = cost()
    for number in (7, 8):
        fill(record_minute(meeting=june, number=str(number), title="More"), number)
    assert cost() == one
