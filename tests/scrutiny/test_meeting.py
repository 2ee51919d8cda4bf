"""A meeting's page."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from actions.domain.actions import arrange, put_on_programme
from committees.domain.meetings import arrange_meeting
from committees.models import AgendaLine
from scrutiny.pages.meeting import actions_coming_back, what_is_missing
from tests.factories import make_action, make_clause, make_item, make_meeting, make_person
from workprogramme.domain.checklist import add_points
from workprogramme.domain.series import begin_series
from workprogramme.models import Item

pytestmark = pytest.mark.django_db


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


@pytest.fixture
def page_of(signed_in):
    return lambda meeting, role="member": signed_in(role).get(f"/meetings/{meeting.pk}/")


def test_page_shows_the_run_up_with_its_proof(page_of, november, item):
    page = page_of(november)
    for text in ("56", "40 working days, today included", "Scorecard", "Ada Brown", "How these dates were worked out"):
        assertContains(page, text)
    assertContains(page, "5 clear days before Tuesday 14 November 2023")


def test_page_of_a_past_meeting_has_no_run_up(page_of, june):
    page = page_of(june)
    assert ("weeks" in page.context, "countdown" in page.context) == (False, False)


def test_page_of_a_visit_shows_who_arranges_it_and_why(page_of, june, body, officer):
    visit = arrange_meeting(
        body=body, by=officer, kind="site_visit", year=june.year, state="to_be_arranged", title="Family hub",
        organisers=(make_person("Bo Green"),),
    )  # fmt: skip
    arrange(make_action(june, "Visit the hub", by=officer), meeting=visit, by=officer)
    page = page_of(visit)
    for text in ("Family hub", "To be arranged", "Bo Green", "What it was arranged for", "Visit the hub"):
        assertContains(page, text)


def test_what_comes_back_is_answered_here_or_due_here(june, november, item, officer, people):
    by_item = make_action(june, "By item", by=officer)
    put_on_programme(by_item, item=item, by=officer)
    due_here = make_action(june, "Due here", by=officer, due_kind="next_meeting")
    make_action(june, "Elsewhere", by=officer)
    draft = make_action(june, "Draft", by=officer, due_kind="next_meeting", draft=True)
    seen = {role: set(actions_coming_back(november, people[role])) for role in ("member", "officer")}
    assert seen == {"member": {by_item, due_here}, "officer": {by_item, due_here, draft}}


def test_what_is_missing_is_said_in_words(november, item, officer, held):
    make_item(november, "Unwritten", by=officer)
    for _ in range(2):
        make_item(november, by=officer, authors=(make_person(),))
    item.stages.filter(stage="title").update(due_on=date(2023, 9, 18))
    missing = what_is_missing(november, list(Item.objects.prefetch_related("stages").order_by("pk")), held)
    assert [(gap["text"], str(gap.get("item", ""))) for gap in missing] == [
        ("4 items: 1 above the limit of 3 (Protocol 5.3)", ""),
        ("Title and author confirmed is late (1 day) for", "Scorecard"),
        ("No author is named for", "Unwritten"),
        ("No venue", ""),
    ]


@pytest.mark.parametrize(("day", "told"), [(date(2023, 10, 30), False), (date(2023, 10, 31), True)])
def test_what_is_not_ticked_at_clearance_is_missing(page_of, june, november, item, officer, hold_date, day, told):
    add_points(clause=make_clause(june, path="9/2"), item=item, texts=["NEET data"], by=officer)
    hold_date(day)
    page = page_of(november, "officer")
    assertContains(page, "0 of 1 ticked")
    said = "Not ticked: NEET data (Minute 9 (2) of 6 June 2023), asked for in"
    assert [gap["text"] for gap in page.context["missing"] if "ticked" in gap["text"]] == [said] * told


def test_what_is_expected_here_and_is_not_here_is_missing(page_of, november, item, body, officer):
    begin_series(body=body, title="Attendance", returns="chosen", by=officer)
    page = page_of(november)
    assertContains(page, "Expected here, without a place:")
    assertContains(page, "Regularly, at chosen meetings: this one is neither chosen nor left out")


def test_nothing_is_missing_from_a_meeting_that_is_over(june, held):
    assert what_is_missing(june, [], held) == []


def test_page_shows_the_agenda_as_published(page_of, november):
    AgendaLine.objects.create(meeting=november, number="4", title="Petition")
    assertContains(page_of(november), "Petition")


@pytest.mark.parametrize(
    ("role", "on", "buttons"),
    [
        ("officer", date(2023, 9, 19), ["Move the meeting", "Record the agenda as published"]),
        (
            "officer",
            date(2023, 11, 14),
            ["Move the meeting", "Record the agenda as published", "Record the meeting as held"],
        ),
        ("officer", date(2023, 11, 20), ["Record the agenda as published", "Record the meeting as held"]),
        ("member", date(2023, 11, 14), []),
        ("officer elsewhere", date(2023, 11, 14), []),
    ],
)
def test_buttons_are_what_may_be_done_and_is_possible(page_of, november, hold_date, role, on, buttons):
    hold_date(on)
    every = ("Move the meeting", "Record the agenda as published", "Record the meeting as held")
    text = page_of(november, role).content.decode()
    assert [button for button in every if button in text] == buttons


def test_page_shows_no_exempt_text(page_of, november, june, officer):
    make_item(november, by=officer, exempt_note="The child in placement 7")
    make_action(june, by=officer, due_kind="next_meeting", exempt_note="The child in placement 8")
    for role in ("member", "author", "officer elsewhere"):
        assertNotContains(page_of(november, role), "The child in placement")


def test_page_costs_the_same_for_one_item_and_for_three(page_of, june, november, item, officer):
    make_action(june, by=officer, due_kind="next_meeting")
    add_points(clause=make_clause(june), item=item, texts=["A map"], by=officer)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            page_of(november)
        return len(queries)

    cost()
    one = cost()
    for _ in range(2):
        made = make_item(november, by=officer, authors=(make_person(), make_person()))
        add_points(clause=make_clause(june), item=made, texts=["A map"], by=officer)
        put_on_programme(make_action(june, by=officer, due_kind="next_meeting"), item=made, by=officer)
    assert cost() == one


def test_page_of_no_meeting_is_not_found(signed_in):
    assert signed_in("officer").get("/meetings/999/").status_code == 404
