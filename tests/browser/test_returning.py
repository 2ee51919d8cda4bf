"""What comes back, who is to be at a meeting, written answers and hearings, in a real browser."""

import re
from datetime import date

import pytest

from actions.domain.written_answers import ask_in_writing
from council.models import Portfolio
from tests.factories import make_body, make_item, make_meeting, make_officer, make_person, make_post
from workprogramme.domain.hearings import plan_hearing
from workprogramme.domain.series import begin_series
from workprogramme.models import LeftOut, Series

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("held")]
PLANNER = "/committees/children/programme/2023-24/"


@pytest.fixture
def body(transactional_db, held):
    education = Portfolio.objects.create(name="Education")
    body = make_body("Children and families", short_name="Children")
    body.portfolios.set([education])
    make_post("Cabinet Member for Education", holder=make_person("Diane Roscoe"), portfolio=education)
    return body


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def meetings(body, officer):
    return [make_meeting(body, day, by=officer) for day in (date(2023, 9, 12), date(2023, 11, 14), date(2024, 1, 30))]


@pytest.fixture
def item(meetings, officer):
    return make_item(meetings[1], "Attendance", by=officer, authors=(make_person("Ada Brown"),))


@pytest.fixture
def series(body, item, officer):
    return begin_series(body=body, title="Scorecard", returns="chosen", by=officer)


@pytest.fixture
def page_of(client, live_server, new_page, officer):
    """Return a maker of pages on which the committee's officer is signed in."""
    client.force_login(officer)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}

    def make(size="desktop", **more):
        page = new_page(size, **more)
        page.context.add_cookies([cookie])
        return page

    return make


def too_wide(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_missing_is_put_on_its_meeting_from_the_planner_by_keyboard(page_of, series, meetings, axe, scripts):
    page = page_of(scripts=scripts)
    page.goto(PLANNER)
    assert not scripts or axe(page) == []
    warnings = page.get_by_role("region", name="Expected, without a place 2")
    warnings.get_by_role("link", name=re.compile("Put it on.*30 January 2024")).focus()
    page.keyboard.press("Enter")
    assert page.get_by_label("30 January 2024").is_checked()
    page.get_by_role("button", name="Put it on").click()
    page.get_by_role("region", name="Expected, without a place 1").wait_for()
    assert (series.items.get().meeting, page.faults) == (meetings[2], [])


def test_what_is_missing_is_left_out_on_a_phone(page_of, series, axe):
    page = page_of("phone")
    page.goto(f"/returning/{series.pk}/")
    assert (too_wide(page), axe(page)) == (False, [])
    page.get_by_role("link", name=re.compile("Leave it out.*14 November 2023")).click()
    page.get_by_role("button", name="Leave it out").click()
    assert page.get_by_role("alert").get_by_role("link", name="Enter the reason").is_visible()
    page.get_by_label("Why is it left out?").fill("No figures yet")
    page.get_by_role("button", name="Leave it out").click()
    page.get_by_text("is left out on 14 November 2023").wait_for()
    assert LeftOut.objects.get().because == "No figures yet"


def test_something_is_said_to_come_back(page_of, item, axe):
    page = page_of()
    page.goto(f"/items/I{item.pk}/")
    page.get_by_role("link", name="It comes back").click()
    assert page.get_by_label("Title").input_value() == "Attendance"
    page.get_by_label("Once, some months after a day").check()
    assert (page.get_by_role("group", name="Counted from").is_visible(), axe(page)) == (True, [])
    page.get_by_label("Once in each school term").check()
    page.get_by_role("button", name="Add it").click()
    page.get_by_text("now comes back, with 1 item planned already").wait_for()
    assert Series.objects.get().items.get() == item


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_lists_hold_at_every_size(page_of, series, item, meetings, officer, axe, size):
    ask_in_writing(meeting=meetings[0], question="How many waited?", owner=make_post("Director"), by=officer)
    elsewhere = make_meeting(make_body("Adults", short_name="Adults"), date(2023, 12, 5), by=officer)
    plan_hearing(item, meeting=elsewhere, by=officer)
    page = page_of(size)
    for address in (
        "/committees/children/returning/", f"/meetings/{meetings[1].pk}/invitations/", f"{PLANNER}attendance/",
        "/written-answers/", "/written-answers/?stands=all", f"/meetings/{meetings[0].pk}/",
        f"/meetings/{elsewhere.pk}/", "/committees/adults/programme/2023-24/", f"/items/I{item.pk}/",
    ):  # fmt: skip
        page.goto(address)
        assert (address, too_wide(page), axe(page)) == (address, False, [])


def test_attendance_is_printed_whole_on_a_sheet(page_of, item):
    page = page_of()
    page.set_viewport_size({"width": 1050, "height": 700})
    page.emulate_media(media="print")
    page.goto(f"{PLANNER}attendance/")
    boxes = [table.bounding_box() for table in page.locator(".attend").all()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 1050 for box in boxes)
    assert not page.get_by_role("link", name="Agree").first.is_visible()


def test_cabinet_member_s_answer_is_recorded(page_of, meetings, item):
    page = page_of()
    page.goto(f"/meetings/{meetings[1].pk}/invitations/")
    page.get_by_role("link", name="Record an answer of Cabinet Member for Education").click()
    page.get_by_label("Sends somebody instead").check()
    page.get_by_label("Who comes instead").fill("Councillor Day")
    page.get_by_role("button", name="Save").click()
    assert page.get_by_text("Sends Councillor Day").is_visible()


def test_hearing_is_planned_after_every_date_was_shown(page_of, item, officer, axe):
    make_meeting(make_body("Adults", short_name="Adults"), date(2023, 10, 31), by=officer)
    page = page_of("phone")
    page.goto(f"/items/I{item.pk}/")
    page.get_by_role("link", name="Another committee hears it as well").click()
    page.get_by_label("Which meeting?").select_option(label="Adults, 31 October 2023")
    page.get_by_role("button", name="Show what would move").click()
    assert page.get_by_text("5 dates would move with it").is_visible()
    assert (too_wide(page), axe(page)) == (False, [])
    page.get_by_role("button", name="Plan the hearing").click()
    page.get_by_text("Adults hears it as well, on 31 October 2023").wait_for()
