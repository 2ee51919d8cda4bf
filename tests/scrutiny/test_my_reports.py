"""My reports: whose they are, what each says, how the list is narrowed, and what it costs."""

import csv
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from actions.domain.actions import put_on_programme
from scrutiny.pages.my_reports import A_PAGE
from tests.factories import make_action, make_body, make_clause, make_item, make_meeting, make_person, make_suggestion
from workprogramme.domain.checklist import add_points, tick_point
from workprogramme.domain.comments import record_comments
from workprogramme.domain.items import defer_item, publish_item
from workprogramme.domain.move_requests import ask_to_move, decline_move

pytestmark = pytest.mark.django_db
SECRET = "Offer of ninety thousand to the landlord"


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


@pytest.fixture
def author(people):
    return people["author"]


@pytest.fixture
def page(signed_in):
    return lambda role="author", **query: signed_in(role).get(reverse("my_reports"), query)


@pytest.fixture
def full(item, june, january, officer, author):
    """The item with a clause to answer, a point that is ticked and one that is not, comments, and a move asked for."""
    clause = make_clause(june, "Future scorecards to have:", path="9/2", sort="request_information")
    put_on_programme(make_action(june, "NEET", clause=clause, by=officer, exempt_note=SECRET), item=item, by=officer)
    points = add_points(clause=clause, item=item, texts=["NEET data", "national averages"], by=officer)
    tick_point(points[0], item=item, where="paragraph 3.2", by=author)
    record_comments(item, fd="7326/23", by=author)
    ask_to_move(item, to=january, why="Data come late", by=author)
    return item


def titles(page):
    return [sheet.item.title for sheet in page.context["sheets"]]


def test_page_shows_all_that_a_report_needs(page, full):
    shown = page()
    for words in (
        "Scorecard", "Title and author confirmed", "Tuesday 3 October 2023", "Future scorecards to have:",
        "Minute 9 (2) of 6 June 2023", "NEET data", "Paragraph 3.2", "national averages", "Not ticked yet",
        "FD.7326/23", "Data come late", "Take the request back", "Matters previously raised",
        "NEET data; see paragraph 3.2.", "national averages; not in this report.",
    ):  # fmt: skip
        assertContains(shown, words)
    assertNotContains(shown, "Ask to move it to another meeting")


def test_page_tells_the_author_what_became_of_the_move(page, full, officer):
    decline_move(full, why="January is full", by=officer)
    shown = page()
    for words in ("Declined by", "January is full", "Ask to move it to another meeting"):
        assertContains(shown, words)


def test_page_holds_the_reports_of_all_committees_and_nobody_elses(page, item, january, officer, author):
    elsewhere = make_meeting(make_body("Adults"), date(2023, 10, 3), by=officer)
    make_item(elsewhere, "Dementia", by=officer, authors=(make_person(), author.person))
    make_item(january, "Not mine", by=officer, authors=(make_person(),))
    make_suggestion(item.programme.body, january.year, "Only suggested", by=officer, authors=(author.person,))
    assert titles(page()) == ["Dementia", "Scorecard"]
    assert titles(page("officer")) == []


def test_page_is_narrowed_by_committee_state_and_next_stage(page, item, january, officer, author):
    written = {"by": officer, "authors": (author.person,)}
    adults = make_body("Adults")
    make_item(make_meeting(adults, date(2023, 10, 3), by=officer), "Dementia", **written)
    defer_item(make_item(january, "Waiting", **written), why="Late", by=officer)
    publish_item(make_item(january, "Out", **written), on=date(2023, 9, 18), by=officer)
    item.stages.filter(stage="title").update(due_on=date(2023, 9, 18))
    narrowed = [
        titles(page(**query))
        for query in (
            {}, {"show": "out"}, {"show": "all"}, {"committee": adults.slug}, {"due": "late"}, {"due": "soon"},
            {"show": "nonsense"},
        )
    ]  # fmt: skip
    assert narrowed == [
        ["Dementia", "Scorecard", "Waiting"], ["Out"], ["Dementia", "Scorecard", "Out", "Waiting"], ["Dementia"],
        ["Dementia", "Scorecard"], ["Dementia"], ["Dementia", "Scorecard", "Waiting"],
    ]  # fmt: skip


def test_past_reports_are_not_still_to_be_written(page, item, hold_date):
    hold_date(date(2023, 11, 15))
    shown = page()
    assert titles(shown) == []
    assertContains(shown, "No report fits these filters")


def test_page_of_somebody_who_writes_none_is_kind(page):
    assertContains(page("member"), "You write no reports yet")


def test_late_report_asks_for_the_reason(page, item, hold_date):
    hold_date(date(2023, 10, 4))
    assertContains(page(), "Mark it done, and say why it is late")


def test_stage_is_marked_done_and_leads_back_here(signed_in, item):
    stage = item.stages.get(stage="title")
    done = signed_in("author").post(reverse("stage_done", args=[stage.pk]), {"next": "/my-reports/?show=all"})
    assert done.url == "/my-reports/?show=all"


def test_exempt_text_is_nowhere_on_the_page_or_in_the_file(signed_in, full, june, officer, author):
    full.exempt_note, full.exempt_paragraph = SECRET, "3"
    full.save()
    client = signed_in("author")
    answers = [client.get(reverse(name)) for name in ("my_reports", "my_reports_csv")]
    texts = [b"".join(answer).decode() for answer in answers]
    assert [("Scorecard" in text, SECRET in text) for text in texts] == [(True, False), (True, False)]


def test_file_tells_each_report_of_the_list(signed_in, full):
    file = signed_in("author").get(reverse("my_reports_csv"))
    rows = list(csv.reader(b"".join(file).decode("utf-8-sig").splitlines()))
    assert rows[1] == [
        "Children and families", "2023-11-14", full.ref, "Scorecard", "Ada Brown", "Scheduled",
        "Title and author confirmed", "2023-10-03", "No", "FD.7326/23", "", "1", "2", "1", "national averages",
        "30 January 2024: asked for",
    ]  # fmt: skip
    assert 'filename="my-reports-2023-09-19.csv"' in file["Content-Disposition"]


def test_file_is_narrowed_as_the_list_is(signed_in, item):
    file = signed_in("author").get(reverse("my_reports_csv"), {"show": "out"})
    assert len(b"".join(file).decode().splitlines()) == 1


def test_page_holds_ten(page, body, officer, author):
    for week in range(A_PAGE + 1):
        meeting = make_meeting(body, date(2023, 11, 21) + timedelta(weeks=week), by=officer)
        make_item(meeting, by=officer, authors=(author.person,))
    assert [len(titles(page())), len(titles(page(page=2)))] == [A_PAGE, 1]


def with_everything(body, june, officer, author, number):
    meeting = make_meeting(body, date(2024, 2, 6) + timedelta(weeks=number), by=officer)
    to = make_meeting(body, date(2024, 3, 19) + timedelta(weeks=number), by=officer)
    item = make_item(meeting, f"Report {number}", by=officer, authors=(author.person, make_person()))
    asked = make_action(june, by=officer, sort="request_information")
    put_on_programme(asked, item=item, by=officer)
    points = add_points(clause=make_clause(june), item=item, texts=["A map", "Costs"], by=officer)
    tick_point(points[0], item=item, where="page 2", by=author)
    record_comments(item, fd="7326/23", ld_not_required="Update", by=author)
    ask_to_move(item, to=to, why="Late", by=author)


@pytest.mark.parametrize("name", ["my_reports", "my_reports_csv"])
def test_page_and_file_cost_the_same_for_one_report_and_for_three(signed_in, body, june, officer, author, name):
    costs = []
    for number in (1, 2, 3):
        with_everything(body, june, officer, author, number)
        client = signed_in("author")
        client.get(reverse(name))
        with CaptureQueriesContext(connection) as asked:
            b"".join(client.get(reverse(name)))
        costs.append(len(asked))
    assert costs[0] == costs[2]
