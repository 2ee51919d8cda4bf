"""An officer prints papers: chooses, follows a PDF while it is made, reads and downloads; the pages are accessible."""

from datetime import date

import pytest

from actions.domain.editions import freeze_edition
from tests.factories import make_body, make_item, make_manager, make_meeting, make_officer
from workprogramme.domain.items import open_programme
from workprogramme.domain.prints import print_waiting
from workprogramme.models import Print

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long pass phrase"


@pytest.fixture
def officer(hold_date, wake_ups_in_memory):
    """An officer of a committee with an edition of its programme."""
    hold_date(date(2023, 9, 19))
    body = make_body("Harbours")
    officer = make_officer(body, "Olive Officer")
    meeting = make_meeting(body, date(2023, 11, 14), by=officer)
    make_item(meeting, "Dredging of the channel", by=officer)
    freeze_edition(open_programme(body=body, year=meeting.year), for_meeting=meeting, by=officer)
    return officer


def sign_in(page, user, at):
    page.goto(at)
    page.get_by_label("Username").or_(page.get_by_label("User name")).fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"**{at}")


def choose(page, paper, form):
    page.get_by_label(paper).check()
    page.get_by_label(form, exact=True).check()
    page.get_by_role("button", name="Make the paper").click()


def fits(page):
    """Whether nothing sticks out at the side of the page."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_officer_prints_a_report_in_word_and_reads_it(officer, new_page, axe, size):
    page = new_page(size)
    sign_in(page, officer, "/reports/")
    assert axe(page) == []
    page.get_by_role("link", name="Harbours, 2023/24").click()
    page.get_by_role("heading", name="Print papers").wait_for()
    assert (axe(page), fits(page)) == ([], True)
    choose(page, "Work programme report", "Word")
    page.get_by_role("heading", name="Work programme 2023/24 and forward plan").wait_for()
    assert (axe(page), fits(page)) == ([], True)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download Word").click()
    assert download.value.suggested_filename == "harbours-2023-24-report-edition-1.docx"
    assert page.faults == []


def test_officer_follows_a_pdf_while_it_is_made(officer, new_page, axe):
    page = new_page()
    at = "/committees/harbours/programme/2023-24/reports/"
    sign_in(page, officer, at)
    choose(page, "Appendix A: work programme", "PDF")
    page.get_by_text("Waiting to be made.").wait_for()
    assert axe(page) == []
    print_waiting()
    page.get_by_role("button", name="Download PDF").wait_for()
    assert (axe(page), page.faults, Print.objects.get().is_made) == ([], [], True)


def test_papers_are_printed_without_scripts(officer, new_page):
    page = new_page(scripts=False)
    sign_in(page, officer, "/committees/harbours/programme/2023-24/reports/")
    choose(page, "Action tracker", "PDF")
    page.get_by_role("link", name="Check again").click()
    page.get_by_text("Waiting to be made.").wait_for()
    print_waiting()
    page.get_by_role("link", name="Check again").click()
    page.get_by_role("button", name="Download PDF").wait_for()
    assert (page.faults, Print.objects.get().is_made) == ([], True)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_manager_changes_paragraphs_and_templates(officer, new_page, axe, size):
    page = new_page(size)
    sign_in(page, make_manager("Max Manager"), "/setup/paragraphs/")
    assert (axe(page), fits(page)) == ([], True)
    page.get_by_role("link", name="Change Report: costs").click()
    page.get_by_label("Text").fill("Ours alone.")
    assert axe(page) == []
    page.get_by_role("button", name="Save the text").click()
    page.get_by_text("Ours alone.").wait_for()
    page.goto("/setup/templates/report/")
    assert (axe(page), fits(page)) == ([], True)
    page.set_input_files("input[type=file]", {"name": "x.docx", "mimeType": "text/plain", "buffer": b"Dear diary"})
    page.get_by_role("button", name="Try it and use it").click()
    page.get_by_role("link", name="This is not a Word document").wait_for()
    assert (axe(page), page.faults) == ([], [])
