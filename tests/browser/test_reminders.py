"""An officer looks ahead, sees what went, and sends a mail again; the mail is shown as it looks."""

from datetime import date

import pytest

from reminders.domain.sweep import sweep
from reminders.rules import FILE_BACKEND
from tests.reminders.records import action, committee, manager, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long pass phrase"


@pytest.fixture
def officer(settings, tmp_path, hold_date):
    """A manager who can sign in, a mail that went to a file, and a reminder without an address."""
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = FILE_BACKEND, str(tmp_path / "mail")
    hold_date(date(2023, 10, 17))
    found = manager("Mina Manager")
    found.set_password(PASSWORD)
    found.save()
    body = committee()
    action(body, "Report on data", date(2023, 10, 24), owed_by_person=person("Petra Post"))
    action(body, "Report on staff", date(2023, 10, 24), owed_by_person=person("Nils Nobody", email=""))
    sweep()
    action(body, "Report on money", date(2023, 11, 21), owed_by_person=person("Paul Post"))
    return found


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_officer_sees_what_went_and_sends_it_again(officer, new_page, axe, size):
    page = new_page(size)
    page.goto("/reminders/?on=2023-10-24")
    page.get_by_label("Username").or_(page.get_by_label("User name")).fill(officer.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Reminders"
    assert page.get_by_text("20 working days before Tuesday 21 November 2023. It is asked of you.").count() == 1
    assert axe(page) == []
    page.get_by_role("link", name="Coming: Report on data").click()
    page.get_by_role("button", name="Send again").click()
    assert page.get_by_text("It goes again with the next sweep.").count() == 1
    assert axe(page) == []
    page.goto("/mail/")
    assert axe(page) == []
    page.get_by_role("link", name="Coming: Report on data").click()
    assert page.frame_locator("iframe").get_by_role("link", name="Report on data").count() == 1
    assert (axe(page), page.faults) == ([], [])
