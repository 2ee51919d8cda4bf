"""Choosing what to print: for whom, from which edition or draft, and what was printed before."""

import pytest

from actions.domain.editions import freeze_edition
from committees.domain.seats import take_seat
from tests.committee_year import body, item, january, november, officer, people, signed_in
from tests.factories import make_user
from tests.reminders.conftest import count_queries
from workprogramme.domain.items import open_programme
from workprogramme.models import Edition, Print

__all__ = ["body", "count_queries", "item", "january", "november", "officer", "people", "signed_in"]
pytestmark = pytest.mark.django_db
AT = "/committees/children/programme/2023-24/reports/"


@pytest.fixture(autouse=True)
def nobody_is_woken(wake_ups_in_memory):
    """No worker runs beside these tests."""


@pytest.fixture
def programme(item):
    return open_programme(body=item.programme.body, year=item.programme.year)


@pytest.fixture
def edition(programme, november, officer):
    return freeze_edition(programme, for_meeting=november, by=officer)


def choices(answer):
    return [label for _, label in answer.context["form"].fields["of"].choices]


def test_officer_sees_the_programmes_of_their_committees(signed_in, programme):
    words = signed_in("officer").get("/reports/").content.decode()
    assert ("Children, 2023/24" in words, "Word templates" in words) == (True, False)


def test_manager_sees_every_programme_and_the_settings(signed_in, programme):
    words = signed_in("manager").get("/reports/").content.decode()
    assert ("Children, 2023/24" in words, "Word templates" in words) == (True, True)


@pytest.mark.parametrize(("role", "found"), [("chair", 200), ("vice-chair", 200), ("member", 404)])
def test_chair_prints_the_papers_of_the_committee(client, programme, body, role, found):
    user = make_user()
    take_seat(body=body, person=user.person, role=role, by=user)
    client.force_login(user)
    assert [client.get(at).status_code for at in ("/reports/", AT)] == [found, found]


def test_vacant_chair_lets_nobody_in(client, programme, body, officer):
    take_seat(body=body, person=None, role="chair", by=officer)
    manager_of_nothing = make_user()
    manager_of_nothing.person = None
    manager_of_nothing.save()
    client.force_login(manager_of_nothing)
    assert client.get("/reports/").status_code == 404


def test_kept_editions_come_first_then_drafts_for_meetings_to_come(signed_in, edition, january):
    answer = signed_in("officer").get(AT)
    assert choices(answer) == [
        "Edition 1, 19 September 2023, for the meeting of 14 November 2023",
        "Draft for the meeting of 14 November 2023",
        "Draft for the meeting of 30 January 2024",
        "Draft for no meeting",
    ]
    assert answer.context["form"].initial["of"] == "edition-1"


def test_paper_of_an_edition_is_made_and_shown(signed_in, edition):
    words = {"of": "edition-1", "paper": "report", "form": "docx"}
    answer = signed_in("officer").post(AT, words, follow=True)
    made = Print.objects.get()
    assert (answer.redirect_chain[-1][0], made.edition, made.is_made) == (made.get_absolute_url(), edition, True)


def test_paper_of_a_draft_is_made_for_its_meeting(signed_in, programme, january):
    words = {"of": f"draft-{january.pk}", "paper": "brief", "form": "html"}
    answer = signed_in("officer").post(AT, words, follow=True)
    assert (Print.objects.get().edition, Edition.objects.count()) == (None, 0)
    assert "Tuesday 30 January 2024" in answer.content.decode()


def test_pdf_waits_for_a_worker_and_the_page_follows_it(signed_in, edition):
    answer = signed_in("officer").post(AT, {"of": "edition-1", "paper": "report", "form": "pdf"}, follow=True)
    assert "Waiting to be made." in answer.content.decode()


def test_front_sheet_of_no_meeting_says_what_to_choose(signed_in, programme):
    answer = signed_in("officer").post(AT, {"of": "draft", "paper": "front-sheet", "form": "html"})
    assert "Choose what was made for a meeting" in answer.content.decode()


def test_what_was_printed_is_listed(signed_in, edition):
    client = signed_in("officer")
    client.post(AT, {"of": "edition-1", "paper": "tracker", "form": "html"})
    words = client.get(AT).content.decode()
    assert ("Action tracker</a> (HTML), edition 1 of 2023/24" in words, "asked for by" in words) == (True, True)


def test_edition_leads_to_its_papers_for_those_who_may_print(signed_in, edition):
    at = "/committees/children/programme/2023-24/editions/1/"
    seen = {role: "reports/?of=edition-1" in signed_in(role).get(at).content.decode() for role in ("officer", "member")}
    assert seen == {"officer": True, "member": False}


def test_list_costs_the_same_for_one_print_as_for_three(signed_in, edition, count_queries):
    client = signed_in("officer")
    client.post(AT, {"of": "edition-1", "paper": "tracker", "form": "html"})
    one = count_queries(lambda: client.get(AT))
    for paper in ("report", "appendix-a"):
        client.post(AT, {"of": "edition-1", "paper": paper, "form": "html"})
    assert count_queries(lambda: client.get(AT)) == one
