"""Recommendations: the list, the page with both voices, and what can be recorded of them."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions.domain.recommendations import approve_by_council, report_progress, review_progress, sign_off
from actions.models import ImplementationUpdate, Recommendation
from council.models import User
from tests.factories import (
    make_body,
    make_meeting,
    make_member,
    make_officer,
    make_post,
    make_recommended,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

MARCH, JUNE = date(2023, 3, 16), date(2023, 6, 6)


@pytest.fixture
def body():
    return make_body("Children's services")


@pytest.fixture
def officer(body):
    return make_officer(body, "Dana Officer")


@pytest.fixture
def holder():
    return make_user("Hari Holder")


@pytest.fixture
def made(body, officer, holder):
    lead = make_post("Director of Care", holder.person)
    return make_recommended(body, date(2023, 3, 1), "That each family has a contact.", by=officer, lead_post=lead)


@pytest.fixture
def approved(made, officer):
    approve_by_council(made, on=MARCH, by=officer)
    return now(made)


@pytest.fixture
def send(client, made):
    """Send a form as somebody: ``send(holder, "update/", number=1, …)``."""

    def sent(user, verb, **data):
        client.force_login(user)
        return client.post(f"/recommendations/{made.ref}/{verb}", data)

    return sent


def now(made) -> Recommendation:
    return Recommendation.objects.get(pk=made.pk)


def errors(response) -> dict:
    return {name: list(messages) for name, messages in response.context["form"].errors.items()}


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


VERBS = ("approved/", "update/", "updates/1/view/", "sign-off/")


@pytest.mark.parametrize("address", ["", "R{pk}/", *(f"R{{pk}}/{verb}" for verb in VERBS)])
def test_pages_are_for_those_the_record_knows(client, approved, address):
    address = f"/recommendations/{address.format(pk=approved.pk)}"
    signed_out = client.get(address).url
    client.force_login(User.objects.create_user(username="nobody", password="a long pass phrase"))
    assert (signed_out, client.get(address).status_code) == (f"/accounts/sign-in/?next={address}", 404)


@pytest.mark.parametrize(
    ("who", "statuses"),
    [("member", [404] * 4), ("officer elsewhere", [404] * 4), ("holder", [404, 200, 404, 404])],
)
def test_verbs_are_not_found_for_those_who_may_not(client, approved, holder, who, statuses):
    user = {
        "member": lambda: make_member(approved.body),
        "officer elsewhere": lambda: make_officer(make_body()),
        "holder": lambda: holder,
    }[who]()
    client.force_login(user)
    before = Recommendation.objects.values().get(), list(ImplementationUpdate.objects.values())
    answers = [client.post(f"/recommendations/{approved.ref}/{verb}").status_code for verb in VERBS]
    assert answers == statuses
    assert (Recommendation.objects.values().get(), list(ImplementationUpdate.objects.values())) == before


def test_list_shows_lead_next_update_and_both_views(client, approved, officer, holder):
    update = approved.updates.get()
    report_progress(update, view="on_track", text="Begun", by=holder)
    update.refresh_from_db()
    review_progress(update, view="slipped", text="", by=officer)
    client.force_login(holder)
    page = client.get("/recommendations/").text
    said = ("That each family has a contact.", "Director of Care", "16 Mar 2024", "Owner: on track. Committee: slipped")
    assert [words for words in said if words not in page] == []


def test_list_is_narrowed_and_counted(client, approved, officer):
    make_recommended(make_body("Adult social care"), JUNE, "That carers be asked.", by=officer)
    client.force_login(officer)
    response = client.get("/recommendations/?committee=adult-social-care")
    rows = [row["recommendation"].text for row in response.context["rows"]]
    assert (rows, "1 of 2 recommendations" in response.text) == (["That carers be asked."], True)


@pytest.mark.parametrize(
    ("query", "words"), [("", "No recommendations yet"), ("?state=sent", "No recommendation fits")]
)
def test_empty_list_says_what_to_do(client, body, officer, query, words):
    if query:
        make_recommended(body, JUNE, by=officer)
    client.force_login(officer)
    assert words in client.get(f"/recommendations/{query}").text


def test_list_costs_the_same_number_of_queries_for_three_rows_as_for_one(client, body, officer):
    def add():
        approve_by_council(make_recommended(body, JUNE, by=officer, lead_post=make_post()), on=JUNE, by=officer)

    def queries():
        with CaptureQueriesContext(connection) as caught:
            client.get("/recommendations/")
        return len(caught)

    add()
    client.force_login(officer)
    queries()
    one = queries()
    add(), add()
    assert queries() == one


def test_page_tells_when_the_next_update_is_due_and_why(client, approved, officer):
    client.force_login(officer)
    page = client.get(f"/recommendations/{approved.ref}/").text
    said = (
        "Saturday 16 September 2023</strong>, 3 days late", "Update overdue", "Director of Care, held by Hari Holder",
        "6 months after Council approved it on 16 March 2023", "Thursday 16 March 2023",
    )  # fmt: skip
    assert [words for words in said if words not in page] == []


def test_officer_records_approval_and_sees_the_update_date(send, made, officer):
    response = send(officer, "approved/", on="2023-08-31")
    assert now(made).approved_on == date(2023, 8, 31)
    assert said(response) == ["The approval is on record. The first update is due on Thursday 29 February 2024."]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({}, "Enter the date Council approved it"),
        ({"on": "2023-02-28"}, "Approved by Council on must be the same as or after 1 March 2023"),
        ({"on": "2023-09-20"}, "Approved by Council on must be the same as or before 19 September 2023"),
    ],
)
def test_approval_says_what_to_put_right(send, made, officer, data, fault):
    assert (errors(send(officer, "approved/", **data)), now(made).state) == ({"on": [fault]}, "made")


def test_approval_recorded_twice_is_refused_the_second_time(send, approved, officer):
    response = send(officer, "approved/", on="2023-04-01")
    assert (list(errors(response)), now(approved).approved_on, approved.updates.count()) == (["__all__"], MARCH, 1)


def test_lead_post_gives_the_update_and_the_next_one_is_said(send, approved, holder):
    response = send(holder, "update/", number=1, view="on_track", text="Half of them")
    first, second = approved.updates.all()
    assert (first.owner_view, first.owner_text, first.met_on, first.met_by) == (
        "on_track", "Half of them", date(2023, 9, 19), holder
    )  # fmt: skip
    next_one = "Your update is on record. The next one is due on Saturday 16 March 2024, unless the committee "
    assert (second.due_on, said(response)) == (date(2024, 3, 16), [next_one + "signs it off before."])


def test_update_pressed_twice_is_given_once(send, approved, holder):
    send(holder, "update/", number=1, view="on_track", text="Half of them")
    response = send(holder, "update/", number=1, view="achieved", text="All of them")
    assert errors(response)["__all__"][0].startswith("This update was given while you had it open.")
    assert (approved.updates.count(), response.context["form"]["text"].value()) == (2, "All of them")
    assert response.context["form"]["number"].value() == 2


def test_update_after_the_sign_off_is_refused_and_kept(send, approved, officer, holder):
    sign_off(approved, meeting=make_meeting(approved.body, JUNE, by=officer), achieved=True, by=officer)
    response = send(holder, "update/", number=1, view="achieved", text="All of them")
    refused = {"__all__": ["This update has been given or is no longer needed."]}
    assert (errors(response), response.context["form"]["text"].value()) == (refused, "All of them")


def test_page_of_an_update_that_is_not_owed_leads_back(client, made, holder, officer):
    approve_by_council(made, on=MARCH, by=officer)
    sign_off(made, meeting=make_meeting(made.body, JUNE, by=officer), achieved=True, by=officer)
    client.force_login(holder)
    response = client.get(f"/recommendations/{made.ref}/update/")
    assert (response.url, said(response)) == (
        f"/recommendations/{made.ref}/", ["No update is owed on this recommendation."]
    )  # fmt: skip


def test_officer_records_the_committees_view_beside_the_owners(client, send, approved, officer, holder):
    send(holder, "update/", number=1, view="on_track", text="Half of them")
    send(officer, "updates/1/view/", view="slipped", text="Half is late", was="")
    update = approved.updates.first()
    page = client.get(f"/recommendations/{approved.ref}/").text
    assert (update.owner_view, update.committee_view, update.committee_text) == ("on_track", "slipped", "Half is late")
    assert [words in page for words in ("The owner says: on track", "The committee says: slipped")] == [True, True]


def test_committees_view_recorded_by_two_officers_keeps_the_first(send, approved, officer, holder):
    send(holder, "update/", number=1, view="on_track", text="Half of them")
    send(officer, "updates/1/view/", view="slipped", text="Half is late", was="")
    response = send(make_officer(approved.body), "updates/1/view/", view="achieved", text="Enough", was="")
    assert errors(response)["__all__"] == [
        "Somebody else recorded a view while you had this open. Nothing of yours was saved."
    ]
    assert (approved.updates.first().committee_view, response.context["form"]["text"].value()) == ("slipped", "Enough")


def test_view_of_an_update_that_is_not_there_is_not_found(send, approved, officer):
    assert send(officer, "updates/9/view/", view="slipped", text="", was="").status_code == 404


@pytest.mark.parametrize(("achieved", "state"), [("yes", "achieved"), ("no", "not_achieved")])
def test_officer_records_the_sign_off(send, approved, officer, achieved, state):
    meeting = make_meeting(approved.body, JUNE, by=officer)
    response = send(officer, "sign-off/", meeting=meeting.pk, achieved=achieved, why="Too few staff")
    assert (now(approved).state, now(approved).signed_off_at, response.status_code) == (state, meeting, 302)
    assert approved.updates.get().is_owed is False


def test_sign_off_of_what_was_not_achieved_says_why(send, approved, officer):
    meeting = make_meeting(approved.body, JUNE, by=officer)
    response = send(officer, "sign-off/", meeting=meeting.pk, achieved="no")
    assert (errors(response), now(approved).state) == ({"why": ["Say why it was not achieved"]}, "being_implemented")


def test_thread_runs_from_resolution_to_sign_off(client, approved, officer, holder):
    report_progress(approved.updates.get(), view="achieved", text="All of them", by=holder)
    sign_off(approved, meeting=make_meeting(approved.body, JUNE, by=officer), achieved=True, by=officer)
    client.force_login(officer)
    steps = client.get(f"/recommendations/{approved.ref}/").context["thread"]
    assert [(step.what, step.text) for step in steps] == [
        ("Recommended to", "Nobody named"),
        ("Approved by Council", ""),
        ("Update 1: Achieved", "All of them"),
        ("Signed off by the committee: achieved", ""),
    ]
