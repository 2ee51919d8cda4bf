"""The pages of the yearly call: opening it, who has not answered, answering for a post."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from council.domain.setting_up import open_year
from tests.factories import make_post, make_user
from workprogramme.domain.calls import open_call, propose_for_call
from workprogramme.models import CallAnswer, YearlyCall

pytestmark = pytest.mark.django_db
CALL = "/committees/children/programme/2023-24/call/"


@pytest.fixture
def holder(people):
    people["holder"] = make_user("Bea Pine")
    return people["holder"]


@pytest.fixture
def parks(body, officer, holder):
    """The answer that one of two posts owes."""
    posts = [make_post("Head of Parks", holder=holder.person), make_post("Head of Roads")]
    call = open_call(body=body, year=open_year("2023/24"), posts=posts, answer_by=date(2023, 9, 29), by=officer)
    return call.answers.get(owed_by_post=posts[0])


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_call_that_nobody_opened_says_what_to_do(signed_in, november):
    page = text_of(signed_in("officer").get(CALL))
    assert ("Nobody was asked for this year yet" in page, f'href="{CALL}open/"' in page) == (True, True)


def test_officer_opens_a_call_with_likely_posts_ticked(signed_in, november, item):
    near, other = make_post("Head of Schools"), make_post("Head of Bins")
    item.report_of = near
    item.save()
    client = signed_in("officer")
    form = client.get(f"{CALL}open/").context["form"]
    assert (form.initial["posts"], list(form.fields["posts"].queryset)) == ([near], [other, near])
    day = {"answer_by-day": "29", "answer_by-month": "9", "answer_by-year": "2023"}
    client.post(f"{CALL}open/", {**day, "posts": [near.pk, other.pk]})
    assert YearlyCall.objects.get().answers.owed().count() == 2


def test_who_has_not_answered_shows_and_is_late_after_the_day(signed_in, parks, officer, hold_date):
    propose_for_call(parks, title="Trees", by=officer)
    client = signed_in("officer")
    page = text_of(client.get(CALL))
    assert ("1 of 2 has not answered." in page, "Not answered yet" in page, "Trees" in page) == (True, True, True)
    hold_date(date(2023, 10, 2))
    page = text_of(client.get(CALL))
    assert ("3 days late" in page, "Not answered yet" in page) == (True, False)


def test_officer_gives_them_longer_with_a_reason(signed_in, parks):
    words = {"to-day": "13", "to-month": "10", "to-year": "2023", "why": "Leave"}
    page = text_of(signed_in("officer").post(f"{CALL}longer/", words, follow=True))
    assert ("to be answered by Friday 13 October 2023" in page, "moved once" in page) == (True, True)


def test_holder_finds_the_call_under_my_work_and_proposes_items_one_by_one(signed_in, parks, holder):
    client = signed_in("holder")
    assert f'href="/calls/{parks.pk}/"' in client.get("/").content.decode()
    for title in ("Trees", "Play areas"):
        page = text_of(client.post(f"/calls/{parks.pk}/", {"propose-title": title}, follow=True))
    assert ("Trees" in page, "Play areas" in page, "Or there is nothing" in page) == (True, True, False)
    assert f'href="/calls/{parks.pk}/"' not in client.get("/").content.decode()
    assert [one.title for one, _ in client.get("/requests/").context["rows"]] == ["Play areas", "Trees"]


def test_holder_says_that_there_is_nothing_this_year(signed_in, parks, holder):
    words = {"nothing": "nothing", "nothing-because": "Reviewed last year"}
    page = text_of(signed_in("holder").post(f"/calls/{parks.pk}/", words, follow=True))
    assert ("Reviewed last year" in page, CallAnswer.objects.get(pk=parks.pk).nothing_because) == (
        True, "Reviewed last year",
    )  # fmt: skip


def test_empty_proposal_says_what_to_enter(signed_in, parks, holder):
    page = text_of(signed_in("holder").post(f"/calls/{parks.pk}/", {"propose-title": ""}))
    assert "Enter in a few words what the committee should look at" in page


def test_list_of_posts_costs_the_same_for_three_as_for_two(signed_in, parks, body, officer):
    client, counted = signed_in("officer"), []
    for title in ("Trees", "More trees"):
        propose_for_call(parks, title=title, by=officer)
        with CaptureQueriesContext(connection) as queries:
            client.get(CALL)
        counted.append(len(queries))
        open_call(body=body, year=parks.call.year, posts=[make_post()], answer_by=date(2023, 9, 29), by=officer)
    assert counted[0] == counted[1]
