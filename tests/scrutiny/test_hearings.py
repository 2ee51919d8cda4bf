"""The pages of one report that several committees hear."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from actions.domain.editions import build_edition
from tests.factories import make_body, make_item, make_meeting
from workprogramme.domain.attendance import attendance_at
from workprogramme.domain.hearings import plan_hearing
from workprogramme.domain.items import open_programme
from workprogramme.domain.planner import plan_year
from workprogramme.models import Hearing, Item

pytestmark = pytest.mark.django_db


@pytest.fixture
def adults(people):
    return make_body("Adults", short_name="Adults")


@pytest.fixture
def october(adults, officer):
    return make_meeting(adults, date(2023, 10, 31), by=officer)


@pytest.fixture
def december(adults, officer):
    return make_meeting(adults, date(2023, 12, 12), by=officer)


@pytest.fixture
def hearing(item, october, officer):
    return plan_hearing(item, meeting=october, by=officer)


def confirmed(page, **more):
    """What the page's form would send."""
    form = page.context["form"]
    return {name: form[name].value() or "" for name in ("version", "seen")} | more


def test_planning_shows_every_date_that_would_move_and_does_it(signed_in, item, october):
    client, address = signed_in("officer"), f"/items/I{item.pk}/hearings/new/"
    assertContains(client.get(address), "Adults, 31 October 2023")
    page = client.get(f"{address}?to={october.pk}")
    for text in ("5 dates would move with it", "17 Oct 2023", "3 Oct 2023"):
        assertContains(page, text)
    assert Hearing.objects.count() == 0
    assertRedirects(client.post(f"{address}?to={october.pk}", confirmed(page)), f"/items/I{item.pk}/")
    assert Hearing.objects.get().meeting == october


def test_planning_says_what_to_do_where_no_committee_meets(signed_in, item):
    assertContains(signed_in("officer").get(f"/items/I{item.pk}/hearings/new/"), "Add one first")


def test_moving_needs_a_reason_and_shows_what_moves(signed_in, hearing, december, item):
    client, address = signed_in("officer"), f"/hearings/{hearing.pk}/move/"
    page = client.get(f"{address}?to={december.pk}")
    assertContains(page, "Move from 31 October 2023 to 12 December 2023?")
    assertContains(client.post(f"{address}?to={december.pk}", confirmed(page, why="")), "Enter the reason")
    assertRedirects(client.post(f"{address}?to={december.pk}", confirmed(page, why="Busy")), f"/items/I{item.pk}/")
    hearing.refresh_from_db()
    assert hearing.meeting == december


def test_yes_to_what_has_changed_meanwhile_is_asked_again(signed_in, hearing, december):
    client, address = signed_in("officer"), f"/hearings/{hearing.pk}/move/?to={december.pk}"
    page = client.post(address, confirmed(client.get(address), why="Busy", seen="0000"))
    assertContains(page, "What would move has changed since you opened this")


def test_taking_off_says_what_it_does(signed_in, hearing, item):
    client, address = signed_in("officer"), f"/hearings/{hearing.pk}/take-off/"
    assertContains(client.get(address), "Adults does not hear it on 31 October 2023. The other meetings stay.")
    assertRedirects(client.post(address, {"why": "Not in remit", "version": 0}), f"/items/I{item.pk}/")
    assert Hearing.objects.live().count() == 0


def test_item_page_shows_who_else_hears_it(signed_in, hearing, item):
    page = signed_in("member").get(f"/items/I{item.pk}/")
    assertContains(page, "Other committees that hear it")
    assertContains(page, f'href="/meetings/{hearing.meeting_id}/">31 October 2023</a>')
    assertNotContains(page, f"/hearings/{hearing.pk}/move/")
    assertContains(signed_in("officer").get(f"/items/I{item.pk}/"), f"/hearings/{hearing.pk}/move/")


def test_meeting_of_the_other_committee_shows_whose_report_it_is(signed_in, hearing, october):
    page = signed_in("member").get(f"/meetings/{october.pk}/")
    for text in ("Reports of other committees heard here", "Scorecard", "Report of Children, Ada Brown"):
        assertContains(page, text)
    assertNotContains(page, "Nothing is on its agenda")


def test_planner_of_the_other_committee_has_it_on_its_column_and_it_does_not_move_like_an_item(
    signed_in, hearing, adults, october
):
    (column,) = plan_year(adults, october.year, date(2023, 9, 19)).columns
    assert [(card.item.title, card.hearing, card.is_movable) for card in column.cards] == [
        ("Scorecard", hearing, False)
    ]
    page = signed_in("manager").get("/committees/adults/programme/2023-24/")
    for text in ("Report of Children", f"/hearings/{hearing.pk}/move/", "1 item of 8"):
        assertContains(page, text)
    lines = signed_in("member").get("/committees/adults/programme/2023-24/export.csv").getvalue().decode()
    assert f"2023-10-31,1,{hearing.item.ref},Scorecard,Ada Brown,,Planned,Not stated,Report of Children,," in lines


def test_edition_of_each_committee_lists_it(hearing, item, adults, october):
    own = build_edition(item.programme)
    other = build_edition(open_programme(body=adults, year=october.year))
    assert [(row.ref, row.title, row.number, row.state, row.origin) for row in (*own.rows, *other.rows)] == [
        (item.ref, "Scorecard", 1, "Scheduled", ""), (item.ref, "Scorecard", 1, "Planned", "Report of Children"),
    ]  # fmt: skip


def test_edition_of_the_other_committee_says_nothing_exempt(hearing, item, adults, october):
    Item.objects.filter(pk=item.pk).update(exempt_paragraph="3")
    (row,) = build_edition(open_programme(body=adults, year=october.year)).rows
    assert (row.title, row.authors, row.origin) == ("Exempt item", (), "")


def test_whoever_writes_it_is_expected_there_too(hearing, item, october):
    assert [(str(line.who), line.reasons) for line in attendance_at(october)] == [
        ("Ada Brown", (f"Writes {item.ref} Scorecard",))
    ]


def test_recording_the_agenda_and_the_meeting_asks_about_it(signed_in, hearing, october, hold_date):
    client = signed_in("manager")
    when = {"on-day": "19", "on-month": "9", "on-year": "2023"}
    page = client.get(f"/meetings/{october.pk}/published/")
    assertContains(page, "Scorecard (report of Children)")
    client.post(f"/meetings/{october.pk}/published/", {**when, "hearings": [hearing.pk]})
    hearing.refresh_from_db()
    assert hearing.state == "published"
    hold_date(date(2023, 11, 1))
    client.post(f"/meetings/{october.pk}/held/", {"hearings": [hearing.pk]})
    hearing.refresh_from_db()
    assert (hearing.state, hearing.heard_on) == ("heard", october.on)


@pytest.mark.parametrize("where", ["/meetings/{}/", "/committees/adults/programme/2023-24/"])
def test_pages_cost_the_same_for_one_as_for_many(signed_in, hearing, october, november, officer, where):
    client, where = signed_in("manager"), where.format(october.pk)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(where)
        return len(queries)

    cost()
    one = cost()
    for _ in range(3):
        plan_hearing(make_item(november, by=officer), meeting=october, by=officer)
    assert cost() == one
