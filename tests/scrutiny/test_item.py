"""An item's page."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from actions.domain.actions import put_on_programme
from actions.domain.moving import move_meeting
from actions.domain.two_voices import accept_completion, record_answer
from scrutiny.pages.history import history_of
from scrutiny.pages.item import find_item
from scrutiny.pages.thread import thread_of_item
from tests.factories import make_action, make_clause, make_item, make_meeting
from workprogramme.domain.asked import accept_asked, ask_for_item
from workprogramme.domain.checklist import add_points, tick_point
from workprogramme.domain.items import defer_item, move_item, schedule_item
from workprogramme.domain.series import begin_series
from workprogramme.domain.stages import meet_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


@pytest.fixture
def page_of(signed_in):
    return lambda item, role="member": signed_in(role).get(f"/items/I{item.pk}/")


def test_page_shows_stages_with_how_each_date_was_worked_out(page_of, item):
    page = page_of(item, "author")
    assertContains(page, "Mark title and author confirmed as done")
    assertContains(page, "30 working days before Tuesday 14 November 2023")
    assert [row.explained.proof.end for row in page.context["rows"]] == [
        row.stage.due_on for row in page.context["rows"]
    ]


def test_page_offers_the_next_stage_and_the_undo_of_the_last(page_of, item, people):
    meet_stage(item.stages.get(stage="title"), by=people["author"])
    page = page_of(item, "author")
    assertContains(page, "Mark first draft as done")
    assertContains(page, "marked by Ada Brown")
    may = [(row.may_meet, row.may_reopen, row.may_comment) for row in page.context["rows"]]
    later = (True, False, False)
    assert may == [(False, True, False), later, (False, False, True), later, later]


@pytest.mark.parametrize("role", ["member", "officer elsewhere"])
def test_page_offers_others_nothing_to_mark(page_of, item, role):
    page = page_of(item, role)
    assertNotContains(page, "as done")
    assert [(row.may_meet, row.may_reopen) for row in page.context["rows"]] == [(False, False)] * 5


def test_page_tells_how_often_a_date_moved_and_its_first(page_of, item, november, officer):
    for day in (date(2023, 11, 21), date(2023, 11, 28)):
        move_meeting(november, to=day, why="The room is not free", by=officer)
    page = page_of(item)
    assertContains(page, "Moved twice; first due Tuesday 17 October 2023")
    assertContains(page, "Meeting moved: The room is not free")


def test_page_shows_what_it_must_answer_with_the_clause(page_of, item, june, officer):
    clause = make_clause(june, "that figures for exclusions be brought back", path="9/2")
    put_on_programme(make_action(june, "Exclusions", by=officer, clause=clause), item=item, by=officer)
    page = page_of(item)
    assertContains(page, "that figures for exclusions be brought back")
    assertContains(page, f"/meetings/{june.pk}/minutes/#c-9-2")


def test_draft_actions_are_shown_to_officers_alone(page_of, item, june, officer):
    put_on_programme(make_action(june, "Not accepted yet", by=officer, draft=True), item=item, by=officer)
    shown = {
        role: "Not accepted yet" in page_of(item, role).content.decode() for role in ("member", "author", "officer")
    }
    assert shown == {"member": False, "author": False, "officer": True}


@pytest.mark.parametrize(
    ("role", "shown"),
    [("officer", True), ("manager", True), ("member", True), ("author", False), ("officer elsewhere", False)],
)
def test_exempt_text_is_shown_only_with_leave(page_of, item, role, shown):
    item.exempt_note, item.exempt_paragraph = "The child in placement 7", "2"
    item.save()
    page = page_of(item, role)
    assertContains(page, "Part exempt")
    (assertContains if shown else assertNotContains)(page, "The child in placement 7")


@pytest.mark.parametrize(
    ("role", "buttons"),
    [("officer", ["Move to another meeting", "Defer", "Withdraw", "Name the authors"]), ("member", []), ("author", [])],
)
def test_buttons_are_what_may_be_done(page_of, item, role, buttons):
    text = page_of(item, role).content.decode()
    assert [
        word for word in ("Move to another meeting", "Defer", "Withdraw", "Name the authors") if f">{word}<" in text
    ] == buttons


def test_item_in_the_tray_can_be_put_on_a_meeting(page_of, item, officer):
    defer_item(item, why="Figures late", by=officer)
    page = page_of(item, "officer")
    assertContains(page, "Put on a meeting")
    assertContains(page, "Figures late")
    assertNotContains(page, "Move to another meeting")


def test_thread_runs_from_the_clause_to_what_the_committee_made_of_it(june, november, officer, held):
    clause = make_clause(june, "that a report come in November", path="9/2")
    item = make_item(november, "Scorecard", by=officer, origin="resolution", origin_clause=clause)
    action = make_action(june, "Report on exclusions", by=officer, clause=clause)
    record_answer(action, item=item, on=held, by=officer)
    accept_completion(action, meeting=june, by=officer)
    action.refresh_from_db()
    assert [(step.what, step.text, step.on, step.href) for step in thread_of_item(item, [action])] == [
        ("Resolved: Minute 9 (2)", clause.text, date(2023, 6, 6), f"/meetings/{june.pk}/minutes/#c-9-2"),
        ("This item: scheduled", "Scorecard", date(2023, 11, 14), ""),
        ("Answers", f"{action.ref} Report on exclusions", held, f"/actions/A{action.pk}/"),
        ("Accepted by the committee", "", date(2023, 6, 6), f"/meetings/{june.pk}/"),
    ]


def test_page_leads_to_the_clause_that_asked_for_it(page_of, june, november, officer):
    clause = make_clause(june, "that a report come in November", path="9/2")
    item = make_item(november, by=officer, origin="resolution", origin_clause=clause)
    assert [(fact["key"], fact["value"], fact.get("href")) for fact in page_of(item).context["facts"]][:3] == [
        ("Meeting", "14 November 2023", f"/meetings/{november.pk}/"),
        ("Asked for by", "9 (2) of 6 June 2023", f"/meetings/{june.pk}/minutes/#c-9-2"),
        ("Where from", "Resolution of the committee", None),
    ]


def test_thread_begins_with_the_requests_that_became_the_item(item, body, officer):
    asked = accept_asked(ask_for_item(body=body, title="Buses", by=officer), into=item, by=officer)
    first = thread_of_item(item, [], [asked])[0]
    assert (first.what, first.text, first.on, first.href) == (
        "Member's suggestion: As minuted", f"{asked.ref} Buses", date(2023, 9, 19), f"/requests/Q{asked.pk}/",
    )  # fmt: skip


def test_thread_of_an_item_from_nowhere_is_the_item_alone(item):
    assert [step.what for step in thread_of_item(item, [])] == ["This item: scheduled"]


def test_history_tells_states_moves_and_reasons_but_no_text(item, january, officer):
    item.exempt_note = "The child in placement 7"
    item.save()
    item = move_item(item, to=january, why="Figures late", by=officer)
    item = defer_item(item, why="Still late", by=officer)
    schedule_item(item, meeting=january, by=officer)
    told = [(entry.title, entry.text) for entry in history_of(item)]
    assert told == [
        ("Scheduled", ""),
        ("Deferred", "Still late"),
        ("Moved to another meeting", "Figures late"),
        ("Changed", ""),
        ("Scheduled", ""),
        ("Accepted, not yet scheduled", ""),
        ("Put on record", ""),
    ]


def test_page_costs_the_same_for_one_point_and_for_three(signed_in, item, june, officer, people):
    def add_one():
        (point,) = add_points(clause=make_clause(june), item=item, texts=[f"Map {june.minutes.count()}"], by=officer)
        tick_point(point, item=item, where="page 1", by=people["author"])

    def cost():
        client = signed_in("author")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/items/I{item.pk}/")
        return len(queries)

    add_one()
    cost()
    one = cost()
    add_one()
    add_one()
    assert cost() == one


def test_page_costs_the_same_for_one_answer_and_for_three(page_of, item, june, officer):
    put_on_programme(make_action(june, by=officer), item=item, by=officer)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            page_of(item)
        return len(queries)

    cost()
    one = cost()
    for _ in range(2):
        put_on_programme(make_action(june, by=officer), item=item, by=officer)
    assert cost() == one


@pytest.mark.parametrize("number", ["999", "99999999999999999999"])
def test_page_of_no_item_is_not_found(signed_in, number):
    assert signed_in("officer").get(f"/items/I{number}/").status_code == 404


def test_item_is_found_with_its_stages(item):
    assert len(find_item(item.pk).stages.all()) == 5


def test_page_says_what_the_item_comes_back_as(signed_in, item, body, officer):
    series = begin_series(body=body, title="Education scorecard", returns="term", by=officer, items=[item])
    page = signed_in("officer").get(f"/items/I{item.pk}/")
    assertContains(page, "Education scorecard: Once in each school term")
    assertContains(page, f'href="/returning/{series.pk}/"')
    assertContains(page, "It comes once")
