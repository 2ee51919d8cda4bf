"""The planner and a meeting's move in a real browser: by keyboard, on a phone, without scripts."""

from datetime import date

import pytest

from tests.factories import make_body, make_item, make_meeting, make_officer, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("held")]
PLANNER = "/committees/children/programme/2023-24/"
DAYS = (date(2023, 9, 26), date(2023, 11, 14), date(2024, 1, 30), date(2024, 3, 12))


@pytest.fixture
def meetings(transactional_db, held):
    """Four meetings with an item each."""
    body = make_body("Children and families", short_name="Children")
    officer = make_officer(body)
    found = [make_meeting(body, day, by=officer) for day in DAYS]
    for meeting in found:
        make_item(meeting, f"Report for {meeting.when}", by=officer, authors=(make_person(),))
    return found


@pytest.fixture
def officers_page(meetings, client, live_server, new_page):
    """Return a maker of pages on which the committee's officer is signed in."""
    client.force_login(meetings[0].body.grants.get().user)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}

    def make(size="desktop", **more):
        page = new_page(size, **more)
        page.context.add_cookies([cookie])
        return page

    return make


def expect_scrolled(page, board):
    """Wait, without asking the page to evaluate text, which its security policy forbids."""
    for _ in range(50):
        if board.evaluate("board => board.scrollLeft") > 0:
            return
        page.wait_for_timeout(100)
    raise AssertionError("The planner did not scroll")


def test_planner_scrolls_by_keyboard_in_a_narrow_window(officers_page, axe):
    page = officers_page()
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto(PLANNER)
    board = page.get_by_role("region", name="Meetings of 2023/24, first to last")
    board.focus()
    page.keyboard.press("ArrowRight")
    expect_scrolled(page, board)
    assert (axe(page), page.faults) == ([], [])


def test_planner_stacks_its_meetings_on_a_phone(officers_page, axe):
    page = officers_page("phone")
    page.goto(PLANNER)
    lefts = {heading.bounding_box()["x"] for heading in page.locator(".plan-column__date").all()}
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert (len(lefts), wider <= 0, axe(page)) == (1, True, [])


def test_planner_is_printed_whole_on_a_sheet(officers_page):
    page = officers_page()
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    page.goto(PLANNER)
    boxes = [column.bounding_box() for column in page.locator(".plan-column").all()]
    after = page.locator(".plan-card a").first.evaluate("link => getComputedStyle(link, '::after').content")
    assert len(boxes) > 1
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 718 for box in boxes)
    assert after == "none"


@pytest.mark.parametrize("scripts", [True, False])
def test_meeting_moves_after_every_date_was_shown(officers_page, meetings, axe, scripts):
    page = officers_page(scripts=scripts)
    page.goto(f"/meetings/{meetings[1].pk}/")
    page.get_by_role("button", name="Move the meeting").click()
    for part, typed in (("Day", "21"), ("Month", "11"), ("Year", "2023")):
        page.get_by_label(part).fill(typed)
    page.get_by_label("Why it moves").fill("The room is not free")
    page.get_by_role("button", name="Show what would move").click()
    assert page.get_by_text("6 dates would move with it").is_visible()
    assert not scripts or axe(page) == []
    page.get_by_role("button", name="Move the meeting").click()
    page.get_by_role("heading", name="Tuesday 21 November 2023").wait_for()
    meetings[1].refresh_from_db()
    assert meetings[1].on == date(2023, 11, 21)
