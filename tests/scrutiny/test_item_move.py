"""Putting an item on another meeting: which, every date that would move and what it runs into, why, and yes."""

import re
from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from committees.domain.meetings import arrange_meeting, publish_agenda
from tests.factories import make_item, make_meeting, make_officer
from workprogramme.domain.items import defer_item, move_item
from workprogramme.domain.routing import reroute_item
from workprogramme.models import Item

pytestmark = pytest.mark.django_db
PLANNER = "/committees/children/programme/2023-24/"


@pytest.fixture
def address(item):
    return f"/items/I{item.pk}/move/"


@pytest.fixture
def to_january(address, january):
    return f"{address}?to={january.pk}"


def where(item):
    return Item.objects.get(pk=item.pk).meeting


def yes(page, **more):
    """The answer of somebody who was shown this page."""
    form = page.context["form"]
    hidden = {name: form[name].value() for name in ("version", "seen")}
    return {"why": "Figures late", "agreed_by": "Chair", **hidden, **more}


def go(client, address, **more):
    return client.post(address, yes(client.get(address), **more))


def test_choice_offers_each_other_meeting_to_come_with_its_load(signed_in, address, january, body, officer):
    make_meeting(body, date(2023, 9, 5), by=officer)
    make_meeting(body, date(2024, 3, 12), by=officer)
    page = signed_in("officer").get(address)
    offered = [str(label) for _, label in page.context["form"].fields["to"].choices]
    assert offered == [
        "30 January 2024, formal meeting: 0 of 3 items",
        "12 March 2024, formal meeting: 0 of 3 items",
    ]


def test_choice_without_another_meeting_says_so(signed_in, address):
    assertContains(signed_in("officer").get(address), "There is no other meeting to come. Add one first.")


def test_every_date_that_would_move_is_shown_and_nothing_moves(signed_in, to_january, item, november):
    page = signed_in("officer").get(to_january)
    moved = page.context["told"].moved
    assert [(row.what, row.whose, row.from_on, row.to_on) for row in moved] == [
        ("Title and author confirmed", "Ada Brown", date(2023, 10, 3), date(2023, 12, 14)),
        ("First draft", "Ada Brown", date(2023, 10, 17), date(2024, 1, 2)),
        ("Finance and legal comments", "Ada Brown", date(2023, 10, 24), date(2024, 1, 9)),
        ("Clearance", "Ada Brown", date(2023, 10, 31), date(2024, 1, 16)),
        ("Final", "Ada Brown", date(2023, 11, 3), date(2024, 1, 19)),
    ]
    for words in ("5 dates would move with it", "17 Oct 2023", "2 Jan 2024", "Christmas Day (25 Dec 2023)"):
        assertContains(page, words)
    assert where(item) == november


def test_item_moves_and_its_authors_dates_follow(signed_in, to_january, item, january):
    page = go(signed_in("officer"), to_january)
    assertRedirects(page, f"/items/I{item.pk}/")
    draft, move = item.stages.get(stage="draft"), item.moves.last()
    assert (where(item), draft.due_on, draft.first_due_on, move.why, move.agreed_by, draft.slips.get().why) == (
        january,
        date(2024, 1, 2),
        date(2023, 10, 17),
        "Figures late",
        "Chair",
        "Figures late",
    )


def test_item_from_the_tray_is_put_on_a_meeting_without_a_reason(signed_in, item, officer, january, to_january):
    defer_item(item, why="Later", by=officer)
    page = signed_in("officer").get(to_january)
    assertContains(page, "5 dates would be set")
    signed_in("officer").post(to_january, yes(page, why=""))
    assert (where(item), Item.objects.get(pk=item.pk).state) == (january, "scheduled")


@pytest.mark.parametrize(("others", "warned"), [(2, False), (3, True)])
def test_move_warns_above_the_limit_of_the_other_meeting(signed_in, to_january, january, officer, others, warned):
    for _ in range(others):
        make_item(january, by=officer)
    page = signed_in("officer").get(to_january)
    (assertContains if warned else assertNotContains)(page, "1 above the limit of 3 (Protocol 5.3)")


def test_move_warns_of_an_agenda_that_is_out_and_of_stages_late_at_once(signed_in, address, body, officer, held):
    september = make_meeting(body, date(2023, 9, 26), by=officer)
    publish_agenda(september, on=date(2023, 9, 18), by=officer)
    page = signed_in("officer").get(f"{address}?to={september.pk}")
    assertContains(page, "The agenda of that meeting was published on 18 September 2023")
    assertContains(page, "First draft would be late already: due 29 August 2023.")
    assertContains(page, "Already passed", count=5)


def test_move_to_an_informal_meeting_says_what_is_no_longer_owed_and_that_the_chair_reroutes(
    signed_in, address, body, officer
):
    informal = arrange_meeting(body=body, by=officer, kind="informal", on=date(2023, 11, 21), title="Workshop")
    page = signed_in("officer").get(f"{address}?to={informal.pk}")
    assertContains(page, "No longer owed", count=5)
    assertContains(page, "rerouting is for the chair (Protocol 5.8)")


@pytest.mark.parametrize(("to", "message"), [("", "Select the meeting"), ("999999", "Choose a meeting from the list")])
def test_meeting_that_cannot_be_chosen_says_why(signed_in, address, to, message):
    assertContains(signed_in("officer").get(f"{address}?to={to}"), message)


def test_move_without_a_reason_says_so(signed_in, to_january, item, november):
    page = go(signed_in("officer"), to_january, why=" ")
    assertContains(page, "Enter the reason")
    assert where(item) == november


def test_second_officer_sees_who_moved_it_where_and_can_go_on(signed_in, to_january, item, body, officer, january):
    march = make_meeting(body, date(2024, 3, 12), by=officer)
    client = signed_in("officer")
    opened = yes(client.get(to_january))
    move_item(item, to=march, why="Inspection", by=make_officer(body, "Dana Hill"))
    page = client.post(to_january, opened)
    assertContains(page, "Dana Hill moved it from the meeting of 14 November 2023 to 12 March 2024 (Inspection).")
    assert where(item) == march
    assertContains(page, "Move from 12 March 2024 to 30 January 2024?")
    client.post(to_january, yes(page))
    assert where(item) == january


def test_second_officer_who_wanted_the_same_is_told(signed_in, to_january, item, body, january):
    client = signed_in("officer")
    opened = yes(client.get(to_january))
    move_item(item, to=january, why="Inspection", by=make_officer(body, "Dana Hill"))
    page = client.post(to_january, opened)
    assertContains(page, "Dana Hill moved it from the meeting of 14 November 2023 to 30 January 2024 (Inspection).")
    assertContains(page, "one to come that the item is not on already")


def test_planner_opened_earlier_is_told_what_happened_since(signed_in, to_january, item, body, officer):
    march = make_meeting(body, date(2024, 3, 12), by=officer)
    before = item.version
    move_item(item, to=march, why="Inspection", by=make_officer(body, "Dana Hill"))
    page = signed_in("officer").get(f"{to_january}&version={before}")
    assertContains(page, "Since you opened this, somebody changed the item. Dana Hill moved it")


def test_what_would_move_is_shown_again_where_it_changed_meanwhile(signed_in, to_january, item, january, officer):
    client = signed_in("officer")
    opened = yes(client.get(to_january))
    for _ in range(3):
        make_item(january, by=officer)
    page = client.post(to_january, opened)
    assertContains(page, "What would move has changed since you opened this")
    assertContains(page, "1 above the limit of 3 (Protocol 5.3)")
    client.post(to_january, yes(page))
    assert where(item) == january


def test_move_leads_back_to_the_planner_and_offers_to_move_back(signed_in, to_january, item, november, january):
    client = signed_in("officer")
    page = go(client, f"{to_january}&next={PLANNER}")
    assertRedirects(page, PLANNER, fetch_redirect_response=False)
    told = client.get(PLANNER)
    back = re.search(r'href="([^"]+)">Move it back to 14 November 2023', told.content.decode())[1]
    back = back.replace("&amp;", "&")
    asked = client.get(back)
    assertContains(asked, "Move back from 30 January 2024 to 14 November 2023?")
    assert asked.context["form"]["why"].value() == "Moved back"
    client.post(back, yes(asked, why="Data came after all"))
    draft = item.stages.get(stage="draft")
    assert (where(item), draft.due_on, draft.slip_no) == (november, date(2023, 10, 17), 2)


BACK = "Move back to 14 November 2023"


def test_item_page_offers_the_way_back_after_a_move_and_after_a_deferral(signed_in, item, january, officer):
    client, page = signed_in("officer"), f"/items/I{item.pk}/"
    assertNotContains(client.get(page), "Move back")
    moved = move_item(item, to=january, why="Later", by=officer)
    assertContains(client.get(page), BACK)
    defer_item(moved, why="Later still", by=officer)
    assertContains(client.get(page), "Move back to 30 January 2024")


def test_item_page_offers_no_way_back_to_a_meeting_that_is_over(signed_in, item, january, officer, hold_date):
    move_item(item, to=january, why="Later", by=officer)
    hold_date(date(2023, 11, 15))
    assertNotContains(signed_in("officer").get(f"/items/I{item.pk}/"), "Move back")


def test_item_page_offers_no_way_back_from_the_chairs_rerouting(signed_in, item, officer):
    reroute_item(item, route="informal", why="Too long", agreed_by="Chair", by=officer)
    assertNotContains(signed_in("officer").get(f"/items/I{item.pk}/"), "Move back")


def test_dialog_is_given_the_page_without_its_surroundings_and_led_on(signed_in, to_january, item):
    client = signed_in("officer")
    page = client.get(f"{to_january}&next={PLANNER}", headers={"HX-Request": "true"})
    assertNotContains(page, "<html")
    assertContains(page, "5 dates would move with it")
    done = client.post(f"{to_january}&next={PLANNER}", yes(page), headers={"HX-Request": "true"})
    assert done["HX-Redirect"] == PLANNER


@pytest.mark.parametrize("next_page", ["//evil.example/", "https://evil.example/"])
def test_move_leads_nowhere_else(signed_in, to_january, item, next_page):
    assertRedirects(go(signed_in("officer"), f"{to_january}&next={next_page}"), f"/items/I{item.pk}/")


@pytest.mark.parametrize("version", ["", "x", "9" * 5000, "-1"])
def test_version_in_an_address_may_be_anything(signed_in, to_january, version):
    assert signed_in("officer").get(f"{to_january}&version={version}").status_code == 200


@pytest.mark.parametrize("role", ["member", "author", "officer elsewhere", "nobody"])
def test_moving_is_not_found_by_others_than_the_officers(signed_in, to_january, item, november, role):
    answers = [signed_in(role).get(to_january), signed_in(role).post(to_january, {"why": "Because"})]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert where(item) == november
