"""What anybody may suggest and read: the form where the council allows it, its limits, and what is listed."""

from dataclasses import fields
from datetime import date

import pytest
from django.core.cache import cache

from public.views import FROM_ONE_PLACE
from public.visible import A_PAGE, PublicRequest, requests_and_outcomes
from tests.factories import make_body, make_item, make_manager, make_meeting, make_member
from workprogramme.domain.asked import (
    accept_asked,
    answer_asked,
    ask_for_item,
    decline_asked,
    put_petition_on_agenda,
    receive_petition,
    record_petition_outcome,
    suggest_as_public,
)
from workprogramme.domain.asking import set_asking_rules
from workprogramme.domain.items import hear_item, withdraw_item
from workprogramme.models import ItemRequest

pytestmark = pytest.mark.django_db
NAME, WAY = "Philippa Crabtree-Stone", "philippa@home.example"


@pytest.fixture(autouse=True)
def held(hold_date):
    cache.clear()
    hold_date(date(2023, 9, 19))


@pytest.fixture
def by():
    return make_manager()


@pytest.fixture
def body():
    return make_body("Children's Services Committee", remit="Schools and social care")


@pytest.fixture
def let_in(by):
    """The council allows suggestions by anybody."""
    return set_asking_rules(body=None, by=by, takes_public_suggestions=True)


@pytest.fixture
def given(body):
    return {"committee": body.pk, "title": "Play areas", "why": "Broken", "name": NAME, "reply_to": WAY}


def shown():
    return [(one.kind, one.title, one.outcome) for one in requests_and_outcomes(None)]


def test_form_is_not_found_until_the_council_allows_it(client, body, by):
    assert client.get("/public/suggest/").status_code == 404
    assert "/public/suggest/" not in client.get("/").content.decode()
    set_asking_rules(body=None, by=by, takes_public_suggestions=True)
    page = client.get("/public/suggest/").content.decode()
    assert ("Children&#x27;s Services Committee" in page, "Schools and social care" in page) == (True, True)
    assert "/public/suggest/" in client.get("/").content.decode()


def test_committee_that_does_not_take_part_is_not_offered(client, body, let_in, by, given):
    other = make_body("Adults")
    set_asking_rules(body=body, by=by, takes_public_suggestions=False)
    form = client.get("/public/suggest/").context["form"]
    assert form.fields["committee"].choices == [(other.pk, "Adults")]
    errors = client.post("/public/suggest/", given).context["form"].errors
    assert errors == {"committee": ["Choose a committee from the list"]}


def test_suggestion_is_kept_with_a_name_and_a_way_to_answer_and_nothing_else_of_the_person(client, let_in, given):
    page = client.post("/public/suggest/", given, follow=True)
    asked = ItemRequest.objects.get()
    assert (asked.title, asked.why, asked.name, asked.reply_to, asked.entered_by, asked.state) == (
        "Play areas", "Broken", NAME, WAY, None, "asked",
    )  # fmt: skip
    assert "Suggestion received" in page.content.decode()
    assert asked.history.get().history_user is None


def test_empty_form_says_what_to_enter(client, body, let_in):
    assert client.post("/public/suggest/", {"name": ""}).context["form"].errors == {
        "committee": ["Select the committee"],
        "title": ["Enter in a few words what the committee should look at"],
        "why": ["Enter why the committee should look at it"],
        "name": ["Enter your name"],
    }


def test_so_many_suggestions_an_hour_come_from_one_place_and_what_was_typed_is_kept(client, let_in, given):
    for _ in range(FROM_ONE_PLACE.most):
        client.post("/public/suggest/", given)
    page = client.post("/public/suggest/", given)
    assert ItemRequest.objects.count() == FROM_ONE_PLACE.most
    assert ("Too many suggestions" in page.content.decode(), page.context["form"]["title"].value()) == (
        True, "Play areas",
    )  # fmt: skip
    client.post("/public/suggest/", given, REMOTE_ADDR="192.0.2.7")
    assert ItemRequest.objects.count() == FROM_ONE_PLACE.most + 1


def test_suggestion_is_public_once_accepted_under_the_title_of_its_item(body, by, let_in):
    asked = suggest_as_public(body=body, title="What Mr Cole at 4 Sea View did", why="", name=NAME)
    assert shown() == []
    accept_asked(asked, title="Play areas", by=by)
    assert shown() == [("Suggestion", "Play areas", "On the work programme")]


@pytest.mark.parametrize("decide", [decline_asked, answer_asked])
def test_suggestion_that_was_not_accepted_stays_private(body, by, decide):
    decide(ask_for_item(body=body, title="Play areas", by=by), answer="No", by=by)
    assert shown() == []


def test_outcome_follows_the_item_to_its_meeting_and_off_it(body, by):
    meeting = make_meeting(body, date(2023, 11, 14), by=by)
    informal = make_meeting(body, date(2023, 10, 3), by=by, kind="informal", title="Briefing in private")
    told = []
    for chosen in (meeting, informal):
        item = accept_asked(ask_for_item(body=body, title="Play areas", by=by), meeting=chosen, by=by).item
        told.append(shown()[0][2])
        if chosen == informal:
            withdraw_item(item, why="A private reason", by=by)
            told.append(shown()[0][2])
        else:
            hear_item(item, by=by)
            told.append(shown()[0][2])
    assert told == [
        "Planned for the meeting on 14 November 2023", "Considered on 14 November 2023",
        "On the work programme", "Taken off the work programme",
    ]  # fmt: skip


@pytest.mark.parametrize("secret", [{"exempt_paragraph": "3"}, {"exempt_note": "Offer of ninety thousand"}], ids=str)
def test_request_whose_item_is_exempt_is_not_shown(body, by, secret):
    accept_asked(ask_for_item(body=body, title="Purchase of 12 Sea View", by=by), by=by, **secret)
    petition = receive_petition(body=body, title="Save Sea View", petitioner=NAME, signatures=3, by=by)
    into = make_item(make_meeting(body, date(2023, 11, 14), by=by), by=by, **secret)
    accept_asked(petition, into=into, by=by)
    assert shown() == []


def test_petition_is_public_with_its_outcome_from_the_first_day(body, by, hold_date):
    meeting = make_meeting(body, date(2023, 9, 26), by=by)
    petition = receive_petition(body=body, title="Voices", petitioner=NAME, signatures=35, reply_to=WAY, by=by)
    told = [shown()]
    put_petition_on_agenda(petition, meeting=meeting, by=by)
    told.append(shown())
    hold_date(date(2023, 9, 27))
    record_petition_outcome(petition, meeting=meeting, outcome="Parents are asked to join", by=by)
    told.append(shown())
    assert told == [
        [("Petition", "Voices", words)]
        for words in (
            "Waiting for a decision", "Planned for the meeting on 26 September 2023", "Parents are asked to join",
        )
    ]  # fmt: skip


def test_reason_to_decline_a_petition_is_for_whoever_asked_and_not_public(body, by):
    petition = receive_petition(body=body, title="Voices", petitioner=NAME, signatures=35, by=by)
    decline_asked(petition, answer=f"{NAME} was told why", by=by)
    assert shown() == [("Petition", "Voices", "Not taken further")]


def test_notices_referrals_and_proposals_of_officers_are_not_listed(body, by):
    for origin in ("notice", "cabinet", "heads_of_service"):
        accept_asked(ask_for_item(body=body, title="Buses", origin=origin, by=by), by=by)
    assert shown() == []


def test_type_has_no_room_for_a_person():
    assert [field.name for field in fields(PublicRequest)] == ["committee", "kind", "title", "asked_on", "outcome"]


def test_page_names_nobody(client, body, by, let_in):
    member = make_member(body, "Ida Elm")
    suggested = suggest_as_public(body=body, title="Play areas", why=f"Ask {NAME}", name=NAME, reply_to=WAY)
    accept_asked(suggested, answer=f"Thank you {NAME}", by=by)
    accept_asked(ask_for_item(body=body, title="Buses", person=member.person, by=member), by=by)
    receive_petition(body=body, title="Voices", petitioner=NAME, signatures=35, reply_to=WAY, why=NAME, by=by)
    page = client.get("/public/requests/").content.decode()
    assert [title in page for title in ("Play areas", "Buses", "Voices")] == [True] * 3
    assert [word for word in (NAME, WAY, "Ida Elm") if word in page] == []


def test_list_is_paged_and_costs_the_same_however_long(body, by, django_assert_num_queries):
    for number in range(A_PAGE + 3):
        receive_petition(body=body, title=f"Petition {number}", petitioner=NAME, signatures=3, by=by)
    with django_assert_num_queries(2):
        page = requests_and_outcomes("1")
        assert (len(list(page)), page.paginator.count) == (A_PAGE, A_PAGE + 3)


def test_empty_list_says_what_will_stand_there(client):
    assert "They stand here with what came of them." in client.get("/public/requests/").content.decode()
