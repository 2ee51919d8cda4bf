"""The year planner."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from committees.domain.meetings import arrange_meeting
from tests.factories import make_item, make_person
from workprogramme.domain import planner
from workprogramme.domain.items import defer_item, publish_item
from workprogramme.models import Item

WHERE = "programme"


@pytest.fixture
def address(body, november):
    return reverse(WHERE, args=[body.slug, "2023-24"])


def test_planner_shows_meetings_items_tray_and_informal_lane(signed_in, address, body, item, january, officer, held):
    defer_item(make_item(january, "Attendance", by=officer), why="Figures late", by=officer)
    visit = arrange_meeting(
        body=body, by=officer, kind="site_visit", year=item.programme.year, state="to_be_arranged", title="Family hub"
    )
    page = signed_in("member").get(address)
    for text in ("14 November 2023", "30 January 2024", "Scorecard", "Ada Brown", "due 3 Oct 2023", "1 item of 3"):
        assertContains(page, text)
    for text in ("Attendance", "Figures late", "Family hub", "To be arranged", reverse("meeting", args=[visit.pk])):
        assertContains(page, text)


def test_planner_shows_what_an_informal_meeting_takes(signed_in, address, body, officer):
    informal = arrange_meeting(body=body, by=officer, kind="informal", on=date(2023, 9, 21), title="Health partners")
    taken = make_item(informal, "Waiting times", by=officer)
    assertContains(signed_in("member").get(address), f'href="/items/I{taken.pk}/">Waiting times</a>')


def test_planner_warns_above_the_limit(signed_in, address, november, officer):
    for _ in range(4):
        make_item(november, by=officer)
    assertContains(signed_in("member").get(address), "4 items: 1 above the limit of 3 (Protocol 5.3)")


def test_planner_marks_a_late_stage_in_words(signed_in, address, item, hold_date):
    hold_date(date(2023, 10, 5))
    assertContains(
        signed_in("member").get(address), "Title and author confirmed <strong>2 days late</strong>", html=False
    )


@pytest.mark.parametrize(
    ("role", "shown"), [("officer", True), ("manager", True), ("member", False), ("author", False)]
)
def test_planner_offers_to_add_only_where_one_may(signed_in, address, role, shown):
    page = signed_in(role).get(address)
    assert [word in page.content.decode() for word in ("Add an item", "Add a meeting")] == [shown, shown]


def test_planner_says_what_to_do_where_there_are_no_meetings(signed_in, body, item, officer):
    empty = reverse(WHERE, args=[body.slug, "2023-24"])
    item.delete()
    body.meetings.all().delete()
    assertContains(signed_in("officer").get(empty), "Add the committee's meetings first")


@pytest.mark.parametrize(("role", "offered"), [("officer", True), ("member", False)])
def test_planner_offers_to_move_what_is_not_out_to_whoever_may(
    signed_in, address, november, item, officer, role, offered
):
    publish_item(make_item(november, "Out already", by=officer), on=date(2023, 9, 18), by=officer)
    page = signed_in(role).get(address)
    move = f'href="/items/I{item.pk}/move/?next={address}&amp;version={item.version}"'
    found = [words in page.content.decode() for words in (move, "data-drop", "planner.js")]
    assert found == [offered] * 3
    assert page.content.decode().count("data-card=") == offered


def test_planner_marks_clashes_in_words(signed_in, address, january, item):
    Item.objects.filter(pk=item.pk).update(decision_on=date(2023, 11, 7))
    page = signed_in("member").get(address)
    assertContains(page, "After its decision, 7 Nov 2023")
    assertContains(page, "Christmas Day, Boxing Day and New Year&#x27;s Day before: First draft")


def test_planner_says_where_it_had_to_stop(signed_in, address, november, item, officer, monkeypatch):
    monkeypatch.setattr(planner, "MOST_ITEMS", 1)
    make_item(november, by=officer)
    assertContains(signed_in("member").get(address), "This year has more items than one page can show")


def test_planner_shows_no_exempt_text(signed_in, address, november, officer):
    make_item(november, "Placements", by=officer, exempt_note="The child in placement 7")
    page = signed_in("member").get(address)
    assertContains(page, "Part exempt")
    assertNotContains(page, "placement 7")


@pytest.mark.parametrize(
    "where",
    [
        "/committees/children/programme/2031-32/",
        "/committees/children/programme/x/",
        "/committees/none/programme/2023-24/",
    ],
)
def test_planner_of_nothing_is_not_found(signed_in, address, where):
    assert signed_in("officer").get(where).status_code == 404


@pytest.mark.parametrize("where", [WHERE, "programme_csv"])
def test_year_costs_the_same_for_one_item_and_for_many(signed_in, body, november, item, officer, where):
    client, address = signed_in("officer"), reverse(where, args=[body.slug, "2023-24"])

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(address).getvalue()
        return len(queries)

    cost()
    one = cost()
    for _ in range(3):
        make_item(november, by=officer, authors=(make_person(), make_person()))
        defer_item(make_item(november, by=officer), why="Later", by=officer)
    assert cost() == one


def test_export_downloads_the_year(signed_in, body, item):
    page = signed_in("member").get(reverse("programme_csv", args=[body.slug, "2023-24"]))
    assert (page["Content-Type"], page["Content-Disposition"]) == (
        "text/csv; charset=utf-8",
        'attachment; filename="children-programme-2023-24.csv"',
    )
    assertContains(page, "Scorecard")
