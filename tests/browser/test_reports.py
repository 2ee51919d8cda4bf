"""An author on a phone and an officer at a desk, on one report: what it answers, who commented, and where it goes."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from actions.domain.actions import put_on_programme
from council.models import User
from tests.factories import make_action, make_body, make_clause, make_item, make_meeting, make_officer, make_user
from workprogramme.models import Item, MoveRequest, Tick

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("held")]
NOVEMBER, JANUARY = date(2023, 11, 14), date(2024, 1, 30)


@pytest.fixture
def officer(transactional_db, held) -> User:
    return make_officer(make_body("Children and families", short_name="Children"), "Olu Field")


@pytest.fixture
def author(transactional_db) -> User:
    return make_user("Ada Brown")


@pytest.fixture
def scorecard(officer, author) -> Item:
    """A report for November of which two things were asked by one clause."""
    body = officer.grants.get().body
    june, november = (make_meeting(body, day, by=officer) for day in (date(2023, 6, 6), NOVEMBER))
    make_meeting(body, JANUARY, by=officer)
    item = make_item(november, "Education Scorecard", by=officer, authors=(author.person,))
    clause = make_clause(june, "Future scorecards to have NEET data and national averages", path="9/2")
    action = make_action(june, clause=clause, by=officer, sort="request_information")
    put_on_programme(action, item=item, by=officer)
    return item


@pytest.fixture
def page_of(live_server, new_page):
    """Return a maker of pages on which somebody is signed in: `page_of(author, "phone")`."""

    def make(user, size="desktop", **more):
        client = Client()
        client.force_login(user)
        page = new_page(size, **more)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        page.context.add_cookies([cookie])
        return page

    return make


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("scripts", [True, False])
def test_report_goes_from_the_clause_to_the_text_to_paste(page_of, axe, officer, author, scorecard, scripts):
    desk = page_of(officer, scripts=scripts)
    desk.goto(reverse("item", args=[scorecard.pk]))
    desk.get_by_role("link", name="Add Task").click()
    assert not scripts or axe(desk) == []
    desk.get_by_label("What did the committee ask to see?").fill("NEET data\nnational averages")
    desk.get_by_role("button", name="Add to the checklist").click()
    assert desk.get_by_text("0 of 2").is_visible()
    assert not scripts or axe(desk) == []

    phone = page_of(author, "phone", scripts=scripts)
    phone.goto(reverse("my_reports"))
    assert not scripts or (axe(phone), fits(phone)) == ([], True)
    phone.get_by_label("Paragraph or page with NEET data").fill("paragraph 3.2")
    phone.get_by_role("button", name="Tick NEET data").click()
    phone.get_by_text("Enter the numbers").click()
    phone.get_by_label("FD number").fill("FD 7326/23.")
    phone.get_by_label("LD number").fill("LD5526")
    phone.get_by_role("button", name="Save").click()
    assert phone.get_by_text("Enter the LD number with its year, like LD.7343/23").first.is_visible()
    assert not scripts or (axe(phone), fits(phone)) == ([], True)
    phone.get_by_label("LD number").fill("LD5526/23")
    phone.get_by_role("button", name="Save").click()
    phone.wait_for_url("**/my-reports/")
    phone.get_by_text("Text to paste into the report").click()
    pasted = phone.locator(".look-paste").inner_text()
    assert "Minute 9 (2) of 6 June 2023: NEET data; see paragraph 3.2." in pasted
    assert not scripts or (axe(phone), fits(phone)) == ([], True)
    assert Tick.objects.get().where == "paragraph 3.2"
    assert [str(kept) for kept in scorecard.comments.all()] == ["FD.7326/23", "LD.5526/23"]
    assert scorecard.stages.get(stage="comments").met_on == date(2023, 9, 19)
    assert (desk.faults, phone.faults) == ([], [])


def test_text_to_paste_is_copied_with_one_press(page_of, officer, author, scorecard):
    page = page_of(author)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(reverse("my_reports"))
    page.get_by_text("Text to paste into the report").click()
    page.get_by_role("button", name="Copy this text").click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Matters previously raised\n\nMinute 9 (2)")


def test_move_is_asked_for_on_a_phone_and_granted_at_a_desk(page_of, axe, officer, author, scorecard):
    phone = page_of(author, "phone")
    phone.goto(reverse("my_reports"))
    phone.get_by_role("link", name="Ask to move it to another meeting").click()
    assert (axe(phone), fits(phone)) == ([], True)
    phone.get_by_label("Meeting").select_option(label="30 January 2024, formal meeting: 0 of 8 items")
    phone.get_by_label("Why should it move?").fill("Data come in December")
    phone.get_by_role("button", name="Ask").click()
    phone.wait_for_url("**/my-reports/")
    assert (phone.get_by_text("Asked for", exact=True).is_visible(), axe(phone), fits(phone)) == (True, [], True)

    desk = page_of(officer)
    desk.goto("/")
    desk.get_by_role("button", name="Open Education Scorecard").click()
    desk.get_by_text("5 dates would move with it").wait_for()
    assert axe(desk) == []
    desk.get_by_role("button", name="Grant the move").click()
    desk.get_by_text("The report moved to the meeting of 30 January 2024.").wait_for()
    assert (Item.objects.get(pk=scorecard.pk).meeting.on, MoveRequest.objects.get().state) == (JANUARY, "granted")

    phone.goto(reverse("my_reports"))
    assert phone.get_by_text("Granted by Olu Field").is_visible()
    assert phone.get_by_text("Tuesday 30 January 2024").first.is_visible()
    assert (phone.faults, desk.faults) == ([], [])


def test_late_stage_is_marked_done_with_its_reason(page_of, axe, author, scorecard, hold_date):
    hold_date(date(2023, 10, 4))
    phone = page_of(author, "phone")
    phone.goto(reverse("my_reports"))
    phone.get_by_role("link", name="Mark it done, and say why it is late").click()
    assert (axe(phone), fits(phone)) == ([], True)
    phone.get_by_role("button", name="Mark it done").click()
    assert phone.get_by_text("Enter the reason").first.is_visible()
    phone.get_by_label("Why is it late, or recorded late?").fill("I was away")
    phone.get_by_role("button", name="Mark it done").click()
    phone.wait_for_url("**/my-reports/")
    stage = scorecard.stages.get(stage="title")
    assert (stage.met_on, stage.late_because) == (date(2023, 10, 4), "I was away")
