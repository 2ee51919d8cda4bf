"""The pages of reminders and of kept mails: who sees them, and what they show."""

from datetime import date

import pytest
from django.urls import reverse

from council.models import User
from reminders.domain.sweep import sweep
from reminders.enums import MailState, ReminderState
from reminders.models import Mail, Reminder
from reminders.rules import FILE_BACKEND
from tests.reminders.records import action, committee, manager, person, user

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(settings, tmp_path):
    settings.EMAIL_BACKEND = FILE_BACKEND
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    return tmp_path / "mail"


@pytest.fixture
def officer(client):
    found = manager("Mina Manager")
    client.force_login(found)
    return found


@pytest.fixture
def owed(hold_date):
    hold_date(date(2023, 10, 17))
    return action(committee(), "Report on <data>", date(2023, 10, 24), owed_by_person=person("Petra Post"))


PAGES = [
    ("reminders", ()),
    ("reminder_mail", (1,)),
    ("mail_files", ()),
    ("mail_file", ("a", 1)),
    ("mail_file_html", ("a", 1)),
]


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_pages_ask_to_sign_in(client, files, name, args):
    page = client.get(reverse(name, args=args))
    assert (page.status_code, page.url.partition("?")[0]) == (302, reverse("sign_in"))


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_pages_are_not_found_by_others(client, files, name, args):
    client.force_login(user("Otto Other"))
    assert client.get(reverse(name, args=args)).status_code == 404


def test_reminders_page_shows_what_would_go(client, officer, owed):
    page = client.get("/reminders/?on=2023-10-17").content.decode()
    assert page.count("Petra Post") == 1
    assert page.count("5 working days before Tuesday 24 October 2023. It is asked of you.") == 1
    assert "Report on &lt;data&gt;" in page
    assert Reminder.objects.count() == 0


@pytest.mark.parametrize("on", ["2023-02-30", "9999-12-31", "0001-01-01", "nonsense", ""])
def test_reminders_page_answers_any_date(client, officer, owed, on):
    assert client.get("/reminders/", {"on": on}).status_code == 200


def test_reminders_page_shows_what_went_and_what_did_not(client, officer, owed):
    action(committee(officer=""), "Report on staff", date(2023, 10, 24), owed_by_person=person("Nils Nobody", email=""))
    sweep()
    page = client.get("/reminders/").content.decode()
    assert page.count("There is no e-mail address.") == 1
    assert page.count("Coming: Report on &lt;data&gt;") == 1


def test_reminders_page_costs_the_same_for_one_as_for_three(client, officer, owed, count_queries):
    sweep()
    one = count_queries(lambda: client.get("/reminders/"))
    for name in ("Ada A", "Ben B", "Cleo C"):
        action(owed.body, f"Report by {name}", date(2023, 10, 24), owed_by_person=person(name))
    sweep()
    assert Mail.objects.count() == 4
    assert count_queries(lambda: client.get("/reminders/")) == one


def test_an_officers_pages_cost_the_same_for_one_as_for_three(client, owed, files, count_queries):
    sweep()
    client.force_login(User.objects.get(username="olive"))
    mail = Mail.objects.get()
    pages = ("/reminders/", f"/reminders/mails/{mail.pk}/", "/mail/")
    one = [count_queries(lambda page=page: client.get(page)) for page in pages]
    for name in ("Ada A", "Ben B"):
        action(owed.body, f"Report by {name}", date(2023, 10, 24), owed_by_person=person(name))
    sweep()
    mail.reminders.set(Reminder.objects.filter(state=ReminderState.MAILED))
    assert (Mail.objects.count(), mail.reminders.count()) == (3, 3)
    assert [count_queries(lambda page=page: client.get(page)) for page in pages] == one


def test_mail_page_sends_again(client, officer, owed):
    sweep()
    mail = Mail.objects.get()
    assert "Send again" in client.get(f"/reminders/mails/{mail.pk}/").content.decode()
    page = client.post(f"/reminders/mails/{mail.pk}/again/", follow=True)
    again = Mail.objects.get(again_of=mail)
    assert (page.redirect_chain[-1][0], again.state, again.asked_by) == (
        f"/reminders/mails/{again.pk}/",
        MailState.READY,
        officer,
    )


def test_mail_page_says_why_it_does_not_send_again(client, officer, owed):
    sweep()
    type(owed).objects.update(met_on=date(2023, 10, 17))
    page = client.post(f"/reminders/mails/{Mail.objects.get().pk}/again/", follow=True).content.decode()
    assert page.count("Nothing in this mail is needed any more, so it does not go again.") == 1
    assert Mail.objects.count() == 1


def test_kept_mails_are_listed_and_shown(client, officer, owed, files):
    sweep()
    (file,) = files.glob("*.log")
    listed = client.get("/mail/").content.decode()
    assert listed.count(f'href="/mail/{file.stem}/1/"') == 1
    shown = client.get(f"/mail/{file.stem}/1/").content.decode()
    assert shown.count("petra@council.example") == 1
    assert shown.count("Report on &lt;data&gt;") >= 2
    assert "sandbox" in shown


def test_kept_mail_is_framed_where_nothing_runs(client, officer, owed, files):
    sweep()
    (file,) = files.glob("*.log")
    page = client.get(f"/mail/{file.stem}/1/html/")
    policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
    assert (page["Content-Security-Policy"], page["X-Frame-Options"]) == (policy, "SAMEORIGIN")
    assert page.content.decode().count("Report on &lt;data&gt;") == 1


def test_officers_see_what_tells_of_their_own_committees(client, owed, files):
    other = committee("Adult Social Care", officer="Adam Adult")
    action(other, "Report on carers", date(2023, 10, 24), owed_by_person=person("Carla Care"))
    action(other, "Report on beds", date(2023, 10, 24), owed_by_person=person("Nils Nobody", email=""))
    sweep()
    seen = {name: _seen_by(client, name) for name in ("olive", "adam")}
    assert seen == {"olive": ({"petra@council.example"}, 1, 1, 0), "adam": ({"carla@council.example"}, 1, 1, 1)}


def _seen_by(client, name):
    """Addresses of the mails an officer can open; how many are listed, kept in files, and did not go."""
    client.force_login(User.objects.get(username=name))
    pages = [client.get(f"/reminders/mails/{mail.pk}/") for mail in Mail.objects.all()]
    opened = {page.context["mail"].address for page in pages if page.status_code == 200}
    listed, kept = client.get("/reminders/?on=2023-11-14").context, client.get("/mail/").context["rows"]
    return opened, len(listed["mails"]), len(kept), len(listed["kept_back"])


def test_officers_have_mails_of_their_own_committees_sent_again(client, owed):
    committee("Adult Social Care", officer="Adam Adult")
    sweep()
    address, found = f"/reminders/mails/{Mail.objects.get().pk}/again/", {}
    for name in ("adam", "olive"):
        client.force_login(User.objects.get(username=name))
        found[name] = client.post(address).status_code, Mail.objects.count()
    assert found == {"adam": (404, 1), "olive": (302, 2)}


def test_officers_foresee_what_tells_of_their_own_committees(client, owed):
    other = committee("Adult Social Care", officer="Adam Adult")
    action(other, "Report on carers", date(2023, 10, 24), owed_by_person=person("Carla Care"))
    action(other, "Report on beds", date(2023, 10, 24), owed_by_person=person("Nils Nobody", email=""))
    manager("Mina Manager")
    found = {}
    for name in ("olive", "adam", "mina"):
        client.force_login(User.objects.get(username=name))
        page = client.get("/reminders/?on=2023-10-17").context
        found[name] = (len(page["would_go"]), len(page["undeliverable"]))
    assert found == {"olive": (1, 0), "adam": (1, 1), "mina": (2, 1)}


def test_an_officer_opens_a_kept_mail_of_their_committee_alone(client, owed, files):
    committee("Adult Social Care", officer="Adam Adult")
    sweep()
    (file,) = files.glob("*.log")
    found = {}
    for name in ("olive", "adam"):
        client.force_login(User.objects.get(username=name))
        found[name] = [client.get(f"/mail/{file.stem}/1/{end}").status_code for end in ("", "html/")]
    assert found == {"olive": [200, 200], "adam": [404, 404]}


def test_kept_mails_are_not_found_where_mail_goes_to_a_server(client, officer):
    assert client.get("/mail/").status_code == 404


@pytest.mark.parametrize(
    "address", ["/mail/nothing/1/", "/mail/..%2f..%2fsecret_key/1/", f"/mail/{'z' * 300}/1/", "/reminders/mails/9/"]
)
def test_what_is_not_there_is_not_found(client, officer, files, address):
    assert client.get(address).status_code == 404
