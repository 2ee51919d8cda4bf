"""Renaming, merging and splitting committees in a real browser: at both sizes, with the keyboard, without scripts."""

from datetime import date

import pytest

from committees.domain.seats import take_seat
from council.models import Portfolio
from tests.factories import make_action, make_body, make_item, make_manager, make_meeting, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("held")]
SETUP = "/setup/committees/"


@pytest.fixture
def managers_page(transactional_db, held, client, live_server, new_page):
    """Return a maker of pages on which a manager is signed in who may reorganise two committees."""
    manager = make_manager()
    children = make_body("Children and families", short_name="Children", remit="Schools and care.")
    adults = make_body("Adults")
    children.portfolios.set([Portfolio.objects.create(name=name) for name in ("Care", "Schools")])
    june, november = (make_meeting(children, on, by=manager) for on in (date(2023, 6, 6), date(2023, 11, 14)))
    make_action(june, "Report on the work with Leeds to attract social workers", by=manager)
    make_item(november, "Joint commissioning plan", by=manager, authors=(make_person("Eleanor Moulton"),))
    take_seat(body=children, person=make_person("Ada Brown"), role="chair", by=manager)
    make_meeting(adults, date(2023, 12, 5), by=manager)
    client.force_login(manager)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}

    def make(size="desktop", **more):
        page = new_page(size, **more)
        page.context.add_cookies([cookie])
        return page

    return make


def decide(page):
    for part, value in (("Day", "19"), ("Month", "9"), ("Year", "2023")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_label("Why", exact=True).fill("Two portfolios fewer")
    page.get_by_label("Decision of Council").fill("Council, 14 September 2023, minute 41")


def go_on(page, name="Continue"):
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def merge(page):
    page.goto(f"{SETUP}merge/")
    page.get_by_label("Children and families").check()
    page.get_by_label("Adults").check()
    page.get_by_label("Name of the new committee").fill("People Scrutiny Committee")
    page.get_by_label("Its short name").fill("People")
    decide(page)
    go_on(page)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_every_step_is_accessible_and_fits_its_window(managers_page, axe, size):
    page, seen = managers_page(size), []

    def look():
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        seen.append((page.title(), wider <= 0, axe(page), page.faults))

    for address in (SETUP, f"{SETUP}children/rename/", f"{SETUP}children/split/", f"{SETUP}merge/"):
        page.goto(address)
        look()
    merge(page)
    look()
    go_on(page, "See what would go where")
    look()
    go_on(page, "Merge the committees")
    look()
    for address in ("/committees/children/", "/committees/people/", "/committees/"):
        page.goto(address)
        look()
    assert [(title, found) for title, *found in seen if found != [True, [], []]] == []


def test_cancelling_asks_why_under_the_choice(managers_page):
    page = managers_page()
    merge(page)
    meeting = page.get_by_role("group", name="Children, formal meeting, 14 November 2023")
    assert not meeting.get_by_label("Why it is cancelled").is_visible()
    meeting.get_by_label("Is cancelled", exact=True).press("Space")
    meeting.get_by_label("Why it is cancelled").fill("One meeting is enough")
    go_on(page, "See what would go where")
    assert page.get_by_text("Cancelled: One meeting is enough", exact=True).count() == 1
    assert page.get_by_text("Off the meeting of 14 November 2023, which is cancelled").count() == 1


def test_manager_splits_a_committee_without_scripts(managers_page):
    page = managers_page(scripts=False)
    page.goto(SETUP)
    page.get_by_role("link", name="Split Children").click()
    decide(page)
    for number, name, portfolio in ((1, "Schools Committee", "Schools"), (2, "Care Committee", "Care")):
        part = page.get_by_role("group", name=f"Committee {number}", exact=True)
        part.get_by_label("Name of a new committee").fill(name)
        part.get_by_label(portfolio).check()
    go_on(page)
    page.get_by_role("group", name="Formal meeting, 14 November 2023").get_by_label("Goes to Care Committee").check()
    page.get_by_role("group", name="Report on the work with Leeds").get_by_label("Schools Committee").check()
    go_on(page, "See what would go where")
    assert page.get_by_text("With the meeting of 14 November 2023").count() == 1
    go_on(page, "Split the committee")
    assert page.get_by_text("Children ended. Care Committee and Schools Committee continue.").count() == 1


def test_old_address_leads_to_a_renamed_committee(managers_page):
    page = managers_page()
    page.goto(f"{SETUP}children/rename/")
    page.get_by_label("New name").fill("Childhood Scrutiny Committee")
    page.get_by_label("Short name").fill("Childhood")
    decide(page)
    go_on(page)
    go_on(page, "Rename the committee")
    page.goto("/committees/children/")
    assert page.get_by_role("heading", name="Childhood Scrutiny Committee").count() == 1
    assert page.url.endswith("/committees/childhood/")
