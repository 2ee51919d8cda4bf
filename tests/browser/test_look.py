"""The look in a real browser: no accessibility fault, no script fault, and usable without scripts."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.govuk.style")]


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("address", ["/style/", "/style/?owner=cse&owner=ph&state=late", "/confirm/"])
def test_every_part_has_no_accessibility_fault(new_page, axe, size, address):
    page = new_page(size)
    page.goto(address)
    assert (axe(page), page.faults) == ([], [])


def test_form_in_error_has_no_accessibility_fault_and_leads_to_the_box(page, axe):
    page.goto("/style/")
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("link", name="Enter the due date").click()
    assert (axe(page), page.evaluate("document.activeElement.id")) == ([], "id_due-day")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_page_is_no_wider_than_the_window(new_page, size):
    page = new_page(size)
    page.goto("/style/")
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


@pytest.mark.parametrize(("size", "wraps"), [("desktop", "normal"), ("phone", "anywhere")])
def test_words_in_a_table_break_on_a_phone_alone(new_page, size, wraps):
    page = new_page(size)
    page.goto("/style/")
    cell = page.locator(".look-stacked__value").first
    assert cell.evaluate("cell => getComputedStyle(cell).overflowWrap") == wraps


def test_navigation_folds_away_on_a_phone(new_page):
    page = new_page("phone")
    page.goto("/style/")
    link = page.get_by_role("link", name="Forward plan")
    folded = link.is_visible()
    page.get_by_role("button", name="Menu").click()
    assert (folded, link.is_visible()) == (False, True)


def test_filters_are_open_on_a_wide_window_and_folded_on_a_phone(new_page):
    seen = {}
    for size in ("desktop", "phone"):
        page = new_page(size)
        page.goto("/style/")
        seen[size] = page.get_by_role("button", name="Apply filters").is_visible()
    assert seen == {"desktop": True, "phone": False}


def test_page_without_scripts_shows_navigation_and_reveals_field(new_page):
    page = new_page("phone", scripts=False)
    page.goto("/style/")
    revealed = page.get_by_label("What kind?", exact=True)
    before = page.get_by_role("link", name="Forward plan").is_visible(), revealed.is_visible()
    page.get_by_label("Something else").check()
    assert (before, revealed.is_visible()) == ((True, False), True)


def test_keyboard_reaches_the_content_past_the_navigation(page):
    page.goto("/confirm/")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    second = page.evaluate("document.activeElement.textContent.trim()")
    assert (first, second) == ("Skip to main content", "Move the item")


def test_sign_out_can_be_reached_and_pressed_by_keyboard(page):
    page.goto("/style/")
    page.get_by_role("button", name="Sign out").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/accounts/sign-out/")
    assert page.title() == "Error: Every part – Scrutiny – Sefton Council"


def test_printed_page_has_the_content_alone(page):
    page.goto("/style/")
    page.emulate_media(media="print")
    parts = (".govuk-service-navigation", ".look-footer", ".look-track")
    assert [page.locator(part).first.is_visible() for part in parts] == [False, False, True]


def test_what_htmx_swaps_in_is_started(page):
    page.goto("/confirm/")
    later = '<button data-module="govuk-button" id="later">Later</button>'
    page.evaluate("later => htmx.swap('.govuk-button-group', later, {swapStyle: 'beforeend'})", later)
    page.wait_for_selector("#later[data-govuk-button-init]", timeout=5000)
    assert page.faults == []
