"""An officer gives a paper, follows its reading, and is led on; what could not be read says what can be done."""

from datetime import date

import pytest
from django.utils import timezone

from intake.domain.waiting import QUICK, read_waiting
from intake.models import Reading
from jobs.lease import claim, settle
from jobs.working import report
from tests.factories import MINUTES, make_body, make_officer, make_reading

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long pass phrase"
LONG = MINUTES + " " * QUICK + "."


@pytest.fixture
def officer(hold_date, wake_ups_in_memory):
    """An officer of one committee, who can sign in."""
    hold_date(date(2023, 9, 19))
    return make_officer(make_body("Harbours"), "Olive Officer")


def sign_in(page, officer, at):
    page.goto(at)
    page.get_by_label("Username").or_(page.get_by_label("User name")).fill(officer.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"**{at}")


def upload(page, name, content):
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "text/plain", "buffer": content.encode()})
    page.get_by_role("button", name="Read the paper").click()


def shows(page, heading):
    """Wait for the page or part with a heading; a press returns before its answer is there."""
    page.get_by_role("heading", name=heading).wait_for()


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_officer_gives_a_paper_and_follows_its_reading(officer, new_page, axe, size):
    page = new_page(size)
    sign_in(page, officer, "/intake/")
    shows(page, "No paper is under review")
    assert axe(page) == []
    page.get_by_role("link", name="Give a paper").click()
    shows(page, "Give a paper")
    assert axe(page) == []
    upload(page, "minutes.txt", LONG)
    page.get_by_text("Waiting to be read.").wait_for()
    assert axe(page) == []
    reading = Reading.objects.get()
    claim(reading, now=timezone.now())
    report(reading, 120, 300, "Reading page 120 of 300")
    page.get_by_text("Reading page 120 of 300").wait_for()
    bar = page.get_by_role("progressbar", name="Reading page 120 of 300")
    assert (bar.get_attribute("value"), axe(page)) == ("40", [])
    page.reload()
    page.get_by_text("Reading page 120 of 300").wait_for()
    report(reading, 0, 0, "Looking for meetings")
    page.get_by_text("Looking for meetings").wait_for()
    settle(reading)
    read_waiting()
    page.get_by_text("Waiting to be read.").or_(page.get_by_text("Looking for")).wait_for(state="detached")
    assert page.url.endswith(f"/intake/{reading.pk}/")
    page.goto("/intake/")
    assert (page.get_by_role("link", name="minutes.txt").count(), axe(page), page.faults) == (1, [], [])


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_officer_pastes_what_is_no_paper_and_removes_it(officer, new_page, axe, size):
    page = new_page(size)
    sign_in(page, officer, "/intake/new/")
    page.get_by_label("Paste its text").check()
    page.get_by_role("button", name="Read the paper").click()
    page.get_by_role("link", name="Paste the text of the paper").wait_for()
    assert axe(page) == []
    page.get_by_label("Text of the paper").fill("Dear diary")
    page.get_by_role("button", name="Read the paper").click()
    shows(page, "This paper could not be read")
    assert axe(page) == []
    page.get_by_role("link", name="Read it again, as another kind of paper").click()
    shows(page, "Read Dear diary.txt again?")
    assert axe(page) == []
    page.get_by_label("Letter").check()
    page.get_by_role("button", name="Read it again").click()
    shows(page, "This paper could not be read")
    page.get_by_role("link", name="Remove this paper").click()
    shows(page, "Remove Dear diary.txt?")
    assert axe(page) == []
    page.get_by_role("button", name="Remove it").click()
    page.get_by_text("Dear diary.txt is removed.").wait_for()
    assert (Reading.objects.count(), page.faults) == (0, [])


def test_reading_can_be_followed_without_scripts(officer, new_page):
    page = new_page(scripts=False)
    sign_in(page, officer, "/intake/new/")
    upload(page, "minutes.txt", LONG)
    page.get_by_role("link", name="Check again").click()
    page.wait_for_url("**/progress/?looks=1")
    page.get_by_text("Waiting to be read.").wait_for()
    read_waiting()
    page.get_by_role("link", name="Check again").click()
    page.wait_for_url(f"**/intake/{Reading.objects.get().pk}/")
    assert (Reading.objects.get().is_read, page.faults) == (True, [])


def test_keyboard_stays_where_it_is_while_the_part_asks_again(officer, new_page):
    page = new_page()
    reading = make_reading(by=officer)
    sign_in(page, officer, f"/intake/{reading.pk}/")
    page.get_by_role("link", name="Remove this paper").focus()
    with page.expect_response("**/progress/**"):
        pass
    with page.expect_response("**/progress/**"):
        pass
    assert page.evaluate("document.activeElement.textContent") == "Remove this paper"


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_name_without_a_space_does_not_widen_the_page(officer, new_page, size):
    page = new_page(size)
    reading = make_reading(by=officer, name=f"{'Minutes' * 40}.txt")
    sign_in(page, officer, "/intake/")
    for at in ("/intake/", f"/intake/{reading.pk}/", f"/intake/{reading.pk}/forget/"):
        page.goto(at)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
