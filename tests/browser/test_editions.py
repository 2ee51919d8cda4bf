"""Editions and the year's end in a real browser: at both sizes, without scripts, on paper."""

from datetime import date

import pytest

from actions.domain.editions import freeze_edition
from tests.factories import make_action, make_body, make_item, make_meeting, make_officer, make_person, make_suggestion
from workprogramme.domain.items import accept_item, move_item

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("held")]
PLANNER = "/committees/children/programme/2023-24/"
PAGES = ("editions/", "editions/2/", "editions/compare/?before=1&after=2", "year-end/")


@pytest.fixture
def officers_page(transactional_db, held, client, live_server, new_page):
    """Return a maker of pages on which the officer of a committee with two editions is signed in."""
    body = make_body("Children and families", short_name="Children")
    officer = make_officer(body)
    june, november, january = (
        make_meeting(body, day, by=officer) for day in (date(2023, 6, 6), date(2023, 11, 14), date(2024, 1, 30))
    )
    make_action(june, "Report on the work with Leeds to attract social workers", by=officer)
    item = make_item(november, "Joint commissioning plan", by=officer, authors=(make_person("Eleanor Moulton"),))
    freeze_edition(item.programme, by=officer, for_meeting=november)
    move_item(item, to=january, why="Not signed yet", by=officer)
    accept_item(make_suggestion(body, june.year, "Waiting", by=officer), by=officer)
    freeze_edition(item.programme, by=officer)
    client.force_login(officer)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}

    def make(size="desktop", **more):
        page = new_page(size, **more)
        page.context.add_cookies([cookie])
        return page

    return make


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_pages_are_accessible_and_fit_their_window(officers_page, axe, size):
    page = officers_page(size)
    for address in PAGES:
        page.goto(PLANNER + address)
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert (address, wider <= 0, axe(page), page.faults) == (address, True, [], [])


def test_officer_goes_from_the_planner_to_an_edition_and_carries_the_year_over_without_scripts(officers_page):
    page = officers_page(scripts=False)
    page.goto(PLANNER)
    page.get_by_role("link", name="Editions, and what changed since the last").click()
    page.get_by_role("link", name="Edition 2", exact=True).click()
    assert page.get_by_role("heading", name="What changed since edition 1").count() == 1
    page.goto(PLANNER)
    page.get_by_role("link", name="Year end: carry over to next year").click()
    page.get_by_role("checkbox", name="Arrange a meeting in place of 14 November 2023").check()
    page.get_by_role("button", name="Carry over").click()
    assert page.get_by_text("1 item carried over to 2024/25 and 1 meeting arranged.").count() == 1
    assert page.get_by_role("heading", name="12 November 2024").count() == 1


def test_edition_is_printed_without_the_rest_of_the_page(officers_page):
    page = officers_page()
    page.goto(PLANNER + "editions/2/")
    page.emulate_media(media="print")
    assert page.get_by_role("link", name="Joint commissioning plan").first.is_visible()
    assert page.locator(".govuk-breadcrumbs").is_visible() is False
