"""The list of committees, and the page of one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from actions.domain.two_voices import record_answer
from committees.domain.meetings import arrange_meeting
from committees.domain.seats import take_seat
from committees.models import Paper, PaperWarning
from council.models import Body
from scrutiny.pages.committees import open_actions, seats_of
from tests.factories import make_action, make_body, make_item, make_meeting, make_person
from workprogramme.domain.series import begin_series

pytestmark = pytest.mark.django_db
PAGE = "/committees/children/"


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


def test_list_has_the_next_meeting_and_what_is_open(signed_in, june, november, officer):
    make_action(june, by=officer, due_kind="date", due_on=date(2023, 9, 1))
    make_action(june, by=officer)
    rows = signed_in("member").get("/committees/").context["rows"]
    assert [(row.body.called, row.meeting, row.live, row.overdue) for row in rows] == [
        ("Adults", None, 0, 0),
        ("Children", november, 2, 1),
    ]


def test_list_leaves_out_what_is_no_committee_or_has_ended(signed_in, body):
    make_body("Cabinet", kind="cabinet")
    make_body("Old committee", ended_on=date(2022, 5, 1))
    assert [row.body.called for row in signed_in("member").get("/committees/").context["rows"]] == [
        "Adults",
        "Children",
    ]


def test_list_costs_the_same_for_two_committees_and_for_four(signed_in, june, november, officer):
    client = signed_in("member")

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get("/committees/")
        return len(queries)

    cost()
    two = cost()
    for name in ("Regeneration", "Regulatory"):
        make_action(make_meeting(make_body(name), date(2023, 10, 3), by=officer), by=officer)
    assert cost() == two


def test_page_counts_down_to_the_next_meeting(signed_in, june, body, officer):
    make_meeting(body, date(2023, 9, 26), by=officer)
    page = signed_in("member").get(PAGE)
    assertContains(page, "Tuesday 26 September 2023")
    assertContains(page, "5 working days, today included")
    assert (page.context["countdown"].days, page.context["publication"].due_on) == (7, date(2023, 9, 18))


def test_page_says_where_no_meeting_is_arranged(signed_in, june):
    assertContains(signed_in("officer").get(PAGE), "No formal meeting is arranged.")


def test_page_has_the_year_in_short_and_visits_to_be_arranged(signed_in, november, officer):
    for _ in range(4):
        make_item(november, by=officer)
    arrange_meeting(
        body=november.body,
        by=officer,
        kind="site_visit",
        year=november.year,
        state="to_be_arranged",
        title="Family hub",
    )
    page = signed_in("member").get(PAGE)
    for text in ("4 of 3 items", "1 above the limit (Protocol 5.3)", "Family hub", "To be arranged"):
        assertContains(page, text)


def test_open_actions_are_counted_as_the_list_counts_them(june, officer, body, held):
    make_action(june, by=officer, due_kind="date", due_on=date(2023, 9, 1))
    answered = make_action(june, by=officer)
    make_action(june, by=officer, draft=True)
    record_answer(answered, on=held, note="Sent to members", by=officer)
    counted = open_actions(body, held)
    assert (counted.live, counted.overdue, counted.overlooked) == (2, 1, 1)


def test_members_are_paired_with_their_substitutes(body, officer, held, people):
    seat = take_seat(body=body, person=make_person("Cllr Vale"), role="chair", by=officer)
    take_seat(body=body, person=make_person("Cllr Wood"), role="substitute", substitute_for=seat, by=officer)
    take_seat(body=body, person=make_person("Past"), role="member", to_on=date(2023, 5, 1), by=officer)
    take_seat(body=body, person=None, role="co-opted", represents="Archdiocese", by=officer)
    seats = seats_of(body, held)
    assert [(str(member.person), [str(sub.person) for sub in subs]) for member, subs in seats["members"]] == [
        (str(people["member"].person), []),
        ("Cllr Vale", ["Cllr Wood"]),
    ]
    assert [str(seat) for seat in seats["others"]] == ["Vacant, Co-opted member"]


def test_page_says_what_is_vacant(signed_in, body, officer):
    take_seat(body=body, person=None, role="co-opted", represents="Archdiocese", by=officer)
    assertContains(signed_in("member").get(PAGE), "Vacant: co-opted member, Archdiocese")


@pytest.mark.parametrize(
    ("role", "shown"), [("officer", True), ("manager", True), ("member", False), ("author", False)]
)
def test_warnings_of_papers_are_for_officers(signed_in, body, officer, role, shown):
    paper = Paper.objects.create(body=body, name="Agenda", sha256="0" * 64, read_as="agenda", kept_by=officer)
    PaperWarning.objects.create(paper=paper, code="weekday", line=12, text="14 November 2023 is a Tuesday")
    page = signed_in(role).get(PAGE)
    (assertContains if shown else assertNotContains)(page, "14 November 2023 is a Tuesday")


@pytest.mark.parametrize("address", ["/committees/none/", "/committees/cabinet/"])
def test_page_of_no_committee_is_not_found(signed_in, address):
    make_body("Cabinet", kind="cabinet")
    assert Body.objects.filter(slug="cabinet").exists()
    assert signed_in("officer").get(address).status_code == 404


def test_committee_page_counts_what_is_expected_without_a_place(signed_in, body, officer, november):
    begin_series(body=body, title="Attendance", returns="chosen", by=officer)
    page = signed_in("member").get("/committees/children/")
    assertContains(page, 'programme/2023-24/#expected">1 expected item</a>: Attendance, 14 November 2023.')
