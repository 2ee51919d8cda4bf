"""Moving a report on the year planner of the demonstration: by mouse, by keyboard, by finger, and without scripts."""

from datetime import date

import pytest
from django.core.management import call_command

from council.models import User
from workprogramme.domain.items import move_item
from workprogramme.models import Item, ReportStageSlip

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = "Special Educational Needs and Disabilities Joint Commissioning Plan"
NOVEMBER, JANUARY = date(2023, 11, 14), date(2024, 1, 30)
MOVED = {
    "Title and author confirmed": ("3 Oct 2023", "14 Dec 2023"),
    "First draft": ("17 Oct 2023", "2 Jan 2024"),
    "Finance and legal comments": ("24 Oct 2023", "9 Jan 2024"),
    "Clearance": ("31 Oct 2023", "16 Jan 2024"),
    "Final": ("3 Nov 2023", "19 Jan 2024"),
}


@pytest.fixture(autouse=True)
def year(transactional_db):
    """The demonstration year, with its date held at 19 September 2023."""
    call_command("load_demonstration", verbosity=0)


@pytest.fixture
def item():
    return Item.objects.get(title=TITLE)


@pytest.fixture
def planner(client, live_server, new_page, item):
    """Return a maker of pages on which the committee's officer has the year planner open."""
    client.force_login(User.objects.get(username="officer"))
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    body = item.programme.body

    def make(size="desktop", **more):
        page = new_page(size, **more)
        page.context.add_cookies([cookie])
        page.goto(f"/committees/{body.slug}/programme/2023-24/")
        return page

    return make


def card(page):
    return page.locator(f"[data-card='{TITLE}']")


def grip(page):
    return page.get_by_role("button", name=f"Pick up: {TITLE}")


def column(page, day):
    return page.locator(".plan-column", has=page.get_by_role("heading", name=day))


def told(page):
    return page.locator("#plan-live").text_content()


def dates_shown(page) -> dict[str, tuple[str, str]]:
    rows = page.locator("table tbody tr").all()
    texts = [
        [cell.text_content() for cell in row.locator(".look-stacked__title, .look-stacked__value").all()]
        for row in rows
    ]
    return {what: (before.strip(), after.strip()) for what, _, before, after in texts}


def say_yes(page):
    page.get_by_label("Why it moves").fill("Partners need more time")
    page.get_by_role("button", name="Move the item").click()
    page.get_by_text(f"“{TITLE}” is now on the meeting of 30 January 2024.").wait_for()


def moved(item) -> bool:
    item.refresh_from_db()
    whys = set(ReportStageSlip.objects.filter(obligation__item=item).values_list("why", flat=True))
    return item.meeting.on == JANUARY and whys == {"Partners need more time"}


def dialog_of(page):
    dialog = page.get_by_role("dialog", name="Move from 14 November 2023 to 30 January 2024?")
    dialog.wait_for()
    return dialog


def test_mouse_drags_a_card_and_every_date_is_shown_before_yes(planner, item, axe):
    page = planner()
    card(page).evaluate("card => card.scrollIntoView({ block: 'center' })")
    box, there = card(page).bounding_box(), column(page, "30 January 2024").bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(there["x"] + 60, box["y"] + 60, steps=8)
    assert told(page) == "30 January 2024, 5 of 8 items"
    assert page.locator(".plan-ghost").count() == 1
    page.mouse.up()
    dialog = dialog_of(page)
    assert dates_shown(dialog) == MOVED
    assert dialog.get_by_text("Christmas Day (25 Dec 2023)").is_visible()
    assert axe(page) == []
    item.refresh_from_db()
    assert item.meeting.on == NOVEMBER
    say_yes(page)
    assert moved(item)
    assert column(page, "30 January 2024").get_by_role("link", name=TITLE, exact=True).count() == 1
    assert (axe(page), page.faults) == ([], [])


def test_mouse_that_lets_go_elsewhere_or_presses_escape_moves_nothing(planner, item):
    page = planner()
    card(page).evaluate("card => card.scrollIntoView({ block: 'center' })")
    box, there = card(page).bounding_box(), column(page, "30 January 2024").bounding_box()
    held = column(page, "6 June 2023").bounding_box()
    for place, escape in ((held, False), (there, True), (box, False)):
        page.mouse.move(box["x"] + 40, box["y"] + 60)
        page.mouse.down()
        page.mouse.move(place["x"] + 60, box["y"] + 70, steps=6)
        if escape:
            page.keyboard.press("Escape")
        page.mouse.up()
    assert page.locator(".plan-ghost, .plan-target, dialog[open]").count() == 0
    assert "/programme/" in page.url
    item.refresh_from_db()
    assert item.meeting.on == NOVEMBER


def test_keyboard_picks_up_chooses_drops_and_takes_back(planner, item, axe):
    page = planner()
    grip(page).focus()
    page.keyboard.press("Enter")
    assert told(page) == f"Picked up {TITLE}. Arrow keys choose a meeting, Enter drops it, Escape puts it back."
    page.keyboard.press("ArrowLeft")
    assert told(page) == "26 September 2023, 7 of 8 items."
    page.keyboard.press("Escape")
    assert told(page) == f"{TITLE} is put back."
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert told(page) == "30 January 2024, 5 of 8 items."
    assert page.locator("#plan-live").is_visible()
    page.keyboard.press("Enter")
    dialog = dialog_of(page)
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert dates_shown(dialog) == MOVED
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == f"Pick up: {TITLE}"
    for key in ("Enter", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    dialog_of(page)
    page.get_by_role("button", name="Move the item").click()
    page.get_by_role("dialog").get_by_role("link", name="Enter the reason").wait_for()
    assert axe(page) == []
    say_yes(page)
    assert moved(item)
    page.get_by_role("link", name="Move it back to 14 November 2023").click()
    page.get_by_role("button", name="Move the item").click()
    page.wait_for_url("**/items/**")
    item.refresh_from_db()
    assert (item.meeting.on, page.faults) == (NOVEMBER, [])


def test_keyboard_defers_a_card_to_the_tray(planner, item):
    page = planner()
    grip(page).focus()
    for key in ("Enter", "ArrowRight", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    assert told(page) == "Not on a meeting."
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Defer this item?")
    dialog.get_by_text("First draft (17 Oct 2023)").wait_for()
    dialog.get_by_label("Why", exact=True).fill("No date yet")
    dialog.get_by_role("button", name="Defer the item").click()
    page.get_by_text("The item is deferred.").wait_for()
    item.refresh_from_db()
    assert (item.state, "/programme/" in page.url) == ("deferred", True)


def test_finger_drags_a_card_by_its_grip_on_a_phone(planner, item, axe):
    page = planner("phone")
    fingers = page.context.new_cdp_session(page)
    fingers.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    grip(page).scroll_into_view_if_needed()
    box = grip(page).bounding_box()
    x, y = box["x"] + 20, box["y"] + 20

    def touch(kind, *points):
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    touch("touchStart", (x, y))
    touch("touchMove", (x, y + 20))
    touch("touchMove", (x, 835))  # held at the lower edge, the page scrolls on to the next meeting
    page.locator("#plan-live", has_text="30 January 2024, 5 of 8 items").wait_for()
    touch("touchEnd")
    dialog = dialog_of(page)
    assert dates_shown(dialog) == MOVED
    assert axe(page) == []
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0
    say_yes(page)
    assert (moved(item), page.faults) == (True, [])


def test_move_on_a_phone_opens_the_choice_and_then_what_would_move(planner, item, axe):
    page = planner("phone")
    page.get_by_role("link", name=f"Move : {TITLE}").click()
    choice = page.get_by_role("dialog", name="Move to another meeting")
    choice.get_by_label("30 January 2024, formal meeting: 5 of 8 items").check()
    assert axe(page) == []
    choice.get_by_role("button", name="Show what would move").click()
    assert dates_shown(dialog_of(page)) == MOVED
    say_yes(page)
    assert (moved(item), page.faults) == (True, [])


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_move_without_scripts_is_the_same_pages(planner, item, size):
    page = planner(size, scripts=False)
    assert grip(page).count() == 0
    page.get_by_role("link", name=f"Move : {TITLE}").click()
    page.get_by_label("30 January 2024, formal meeting: 5 of 8 items").check()
    page.get_by_role("button", name="Show what would move").click()
    assert dates_shown(page) == MOVED
    say_yes(page)
    assert (moved(item), "/programme/" in page.url) == (True, True)


def test_second_officer_sees_in_the_dialog_what_the_first_did(planner, item):
    page = planner()
    march = item.programme.body.meetings.get(on=date(2024, 3, 12))
    move_item(item, to=march, why="Inspection", by=User.objects.get(username="manager"))
    grip(page).focus()
    for key in ("Enter", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    dialog = page.get_by_role("dialog", name="Move from 12 March 2024 to 30 January 2024?")
    dialog.wait_for()
    assert dialog.get_by_text(
        "moved it from the meeting of 14 November 2023 to 12 March 2024 (Inspection)"
    ).is_visible()
