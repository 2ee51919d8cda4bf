"""The pages of requests: suggesting with the remit in sight, the register, one request, and deciding it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from committees.domain.seats import take_seat
from council.models import Portfolio
from tests.factories import make_body, make_item, make_meeting, make_member
from workprogramme.domain.asked import accept_asked, ask_for_item, decline_asked, receive_petition
from workprogramme.domain.notices import give_notice
from workprogramme.models import ItemRequest

pytestmark = pytest.mark.django_db
SUGGEST = "/suggest/children/"
WORDS = {"title": "School transport", "why": "Late buses"}


@pytest.fixture
def asked(body, people):
    member = people["member"]
    return ask_for_item(body=body, person=member.person, by=member, **WORDS)


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def errors_of(response) -> dict:
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def test_member_of_one_committee_is_led_to_its_form_and_of_several_chooses(signed_in, people, body):
    client = signed_in("member")
    assert client.get("/suggest/").url == SUGGEST
    adults = make_body("Adult care")
    take_seat(body=adults, person=people["member"].person, role="member", by=people["manager"])
    page = text_of(client.get("/suggest/"))
    assert (SUGGEST in page, f"/suggest/{adults.slug}/" in page) == (True, True)


def test_form_shows_the_remit_and_where_a_notice_would_land(signed_in, body, november):
    body.remit = "Schools and social care"
    body.save()
    body.portfolios.add(Portfolio.objects.create(name="Education portfolio"))
    page = text_of(signed_in("member").get(SUGGEST))
    shown = ("Schools and social care", "Education portfolio", "It goes on the agenda of 14 November 2023.")
    assert [words in page for words in shown] == [True, True, True]


def test_substitute_suggests_and_gives_no_notice(client, body):
    client.force_login(make_member(body, role="substitute"))
    assert "origin" not in client.get(SUGGEST).context["form"].fields
    response = client.post(SUGGEST, WORDS)
    assert (response.status_code, ItemRequest.objects.get().origin) == (302, "suggestion")


def test_member_suggests_and_sees_where_it_went(signed_in, people):
    response = signed_in("member").post(SUGGEST, {**WORDS, "origin": "suggestion"}, follow=True)
    asked = ItemRequest.objects.get()
    assert (asked.person, asked.entered_by, asked.state) == (people["member"].person, people["member"], "asked")
    assert response.redirect_chain == [(f"/requests/Q{asked.pk}/", 302)]
    assert "Your request is on record" in text_of(response)


def test_member_gives_notice_and_is_told_on_which_agenda_it_is(signed_in, november):
    response = signed_in("member").post(SUGGEST, {**WORDS, "origin": "notice"}, follow=True)
    assert "It is on the agenda of 14 November 2023." in text_of(response)
    assert november.items.get().title == "School transport"


def test_empty_form_says_what_to_enter(signed_in, body):
    assert errors_of(signed_in("member").post(SUGGEST, {"title": ""})) == {
        "title": ["Enter in a few words what the committee should look at"],
        "why": ["Enter why the committee should look at it"],
        "origin": ["Answer the question: How do you ask?"],
    }


def test_register_shows_ones_own_first_and_marks_them(signed_in, asked, body, officer):
    ask_for_item(body=body, title="Play areas", by=officer)
    response = signed_in("member").get("/requests/")
    assert [one.title for one, _ in response.context["rows"]] == ["School transport", "Play areas"]
    assert text_of(response).count("Yours") == 1


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("q=buses", ["School transport"]),
        ("q=Q{pk}", ["School transport"]),
        ("mine=on", ["School transport"]),
        ("origin=public", []),
        ("state=declined", ["Play areas"]),
        ("state=asked&committee=children", ["School transport"]),
    ],
)
def test_register_is_narrowed_by_the_address(signed_in, asked, body, officer, query, titles):
    decline_asked(ask_for_item(body=body, title="Play areas", by=officer), answer="No", by=officer)
    response = signed_in("member").get(f"/requests/?{query.format(pk=asked.pk)}")
    assert [one.title for one, _ in response.context["rows"]] == titles


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("member", "You can suggest what your committee should look at."),
        ("author", "You see what you asked for, and what your committees were asked."),
    ],
)
def test_empty_register_says_what_to_do(signed_in, role, words):
    assert words in text_of(signed_in(role).get("/requests/"))


def test_register_costs_the_same_for_three_requests_as_for_one(signed_in, asked, body, officer, november):
    client, counted = signed_in("officer"), []
    for _ in range(2):
        accept_asked(ask_for_item(body=body, title="More", by=officer), meeting=november, by=officer)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/requests/")
        counted.append(len(queries))
        receive_petition(body=body, title="Buses", petitioner="Ann Fell", signatures=3, by=officer)
    assert counted[0] == counted[1]


def test_register_as_csv_has_where_each_went_and_no_private_name(signed_in, asked, body, officer):
    decline_asked(asked, answer="Not ours", by=officer)
    receive_petition(body=body, title="Buses", petitioner="Ann Fell", signatures=35, reply_to="ann@home", by=officer)
    response = signed_in("officer").get("/requests/export.csv")
    lines = b"".join(response).decode().splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("Q") and ",Petition,Petitioners,2023-09-19,Buses," in lines[1] and ",35," in lines[1]
    assert "Declined: Not ours" in lines[2]
    assert [word for word in ("Ann Fell", "ann@home") if word in "".join(lines)] == []


@pytest.mark.parametrize(("role", "named"), [("officer", True), ("member", False)])
def test_private_name_is_shown_to_officers_alone(signed_in, body, officer, role, named):
    asked = receive_petition(
        body=body, title="Buses", petitioner="Ann Fell", signatures=35, reply_to="By post", by=officer
    )
    page = text_of(signed_in(role).get(f"/requests/Q{asked.pk}/"))
    assert ("Ann Fell" in page, "By post" in page, "35" in page, "5 minutes" in page) == (named, named, True, True)


BUTTONS = ("Accept", "Give the chair's view", "Take as a topic for review", "Answer in writing", "Decline")


@pytest.mark.parametrize(("role", "shown"), [("officer", BUTTONS), ("member", ())])
def test_buttons_are_those_one_may_press(signed_in, asked, role, shown):
    page = signed_in(role).get(f"/requests/Q{asked.pk}/").content.decode().replace("&#x27;", "'")
    assert tuple(words for words in BUTTONS if f">{words}</a>" in page) == shown


def test_chair_gives_a_view_and_cannot_decide(client, body, asked):
    client.force_login(make_member(body, role="chair"))
    client.post(f"/requests/Q{asked.pk}/view/", {"view": "Worth a look", "version": 0})
    asked.refresh_from_db()
    assert (asked.chair_view, asked.version) == ("Worth a look", 1)
    assert client.get(f"/requests/Q{asked.pk}/accept/").status_code == 404


def test_officer_accepts_into_a_new_item_on_a_meeting(signed_in, asked, november):
    words = {
        "how": "new",
        "title": "Home to school transport",
        "meeting": november.pk,
        "purpose": "account",
        "version": 0,
    }
    response = signed_in("officer").post(f"/requests/Q{asked.pk}/accept/", words, follow=True)
    asked.refresh_from_db()
    assert (asked.item.title, asked.item.meeting, asked.item.purpose) == (
        "Home to school transport",
        november,
        "account",
    )
    assert "On the agenda of 14 November 2023" in text_of(response)


def test_officer_accepts_into_an_item_that_is_there(signed_in, asked, item):
    signed_in("officer").post(f"/requests/Q{asked.pk}/accept/", {"how": "into", "into": item.pk, "version": 0})
    asked.refresh_from_db()
    assert asked.item == item


@pytest.mark.parametrize(
    ("words", "errors"),
    [
        ({"how": "new", "title": " "}, {"title": ["Enter the title"]}),
        ({"how": "into"}, {"into": ["Select the item"]}),
    ],
)
def test_accepting_says_what_is_missing(signed_in, asked, words, errors):
    assert errors_of(signed_in("officer").post(f"/requests/Q{asked.pk}/accept/", {**words, "version": 0})) == errors


@pytest.mark.parametrize(("page", "state"), [("answer", "answered"), ("decline", "declined"), ("topic", "accepted")])
def test_officer_answers_declines_or_takes_it_as_a_topic(signed_in, asked, page, state):
    words = {"answer": "Schools decide", "title": "Transport", "version": 0}
    response = signed_in("officer").post(f"/requests/Q{asked.pk}/{page}/", words, follow=True)
    asked.refresh_from_db()
    assert (asked.state, "Schools decide" in text_of(response)) == (state, True)


def test_second_officer_is_told_and_can_go_on(signed_in, asked, officer):
    client = signed_in("officer")
    client.post(f"/requests/Q{asked.pk}/view/", {"view": "Yes", "version": 0})
    stale = client.post(f"/requests/Q{asked.pk}/decline/", {"answer": "No", "version": 0})
    assert "Somebody else changed this request" in text_of(stale)
    client.post(f"/requests/Q{asked.pk}/decline/", {"answer": "No", "version": stale.context["form"].data["version"]})
    asked.refresh_from_db()
    assert asked.state == "declined"


def test_page_of_what_is_decided_already_leads_back_and_says_so(signed_in, asked, officer):
    decline_asked(asked, answer="No", by=officer)
    response = signed_in("officer").get(f"/requests/Q{asked.pk}/decline/", follow=True)
    assert "This request is decided already" in text_of(response)


def test_officer_records_what_a_member_asked_for_and_a_notice_on_their_behalf(signed_in, people, november):
    client, person = signed_in("officer"), people["member"].person
    words = {
        "person": person.pk,
        "title": "Buses",
        "asked_on-day": "12",
        "asked_on-month": "9",
        "asked_on-year": "2023",
    }
    for origin in ("suggestion", "notice"):
        client.post("/committees/children/requests/new/", {**words, "origin": origin})
    made = ItemRequest.objects.order_by("pk").values_list("origin", "person", "asked_on", "state")
    assert list(made) == [
        ("suggestion", person.pk, date(2023, 9, 12), "asked"), ("notice", person.pk, date(2023, 9, 12), "accepted"),
    ]  # fmt: skip


def test_place_of_a_notice_on_its_agenda_is_chosen(signed_in, body, people, november, item):
    notice = give_notice(body=body, person=people["member"].person, title="Knife crime", by=people["member"])
    page = signed_in("officer").get(f"/requests/Q{notice.pk}/place/")
    assert page.context["form"].initial["after"] == item
    signed_in("officer").post(f"/requests/Q{notice.pk}/place/", {"after": ""})
    assert list(november.items.order_by("order").values_list("title", flat=True)) == ["Knife crime", "Scorecard"]


def test_petition_is_recorded_put_on_an_agenda_and_its_outcome_recorded(signed_in, body, november, hold_date):
    client = signed_in("officer")
    words = {"title": "Voices of families", "petitioner": "Ann Fell", "signatures": "35", "speaking_minutes": "5",
             "asked_on-day": "1", "asked_on-month": "9", "asked_on-year": "2023"}  # fmt: skip
    client.post("/committees/children/petitions/new/", words)
    asked = ItemRequest.objects.get()
    client.post(f"/requests/Q{asked.pk}/hear/", {"meeting": november.pk, "version": 0})
    assert "To be heard on 14 November 2023" in text_of(client.get(f"/requests/Q{asked.pk}/"))
    assert "Voices of families</a>: 35 signatures, 5 minutes to speak" in text_of(
        client.get(f"/meetings/{november.pk}/")
    )
    hold_date(date(2023, 11, 15))
    words = {"meeting": november.pk, "outcome": "Parents are asked to join"}
    page = text_of(client.post(f"/requests/Q{asked.pk}/outcome/", words, follow=True))
    assert ("Heard on 14 November 2023" in page, "Parents are asked to join" in page) == (True, True)


def test_referral_is_recorded_for_committees_one_runs(signed_in, body, officer):
    make_body("Cabinet", "cabinet")
    client = signed_in("officer")
    form = client.get("/requests/referral/").context["form"]
    assert [str(one) for one in form.fields["bodies"].queryset] == ["Children and families"]
    words = {"from_body": form.fields["from_body"].queryset.get().pk, "bodies": [body.pk], "title": "Fees",
             "asked_on-day": "7", "asked_on-month": "9", "asked_on-year": "2023"}  # fmt: skip
    client.post("/requests/referral/", words)
    assert (ItemRequest.objects.get().origin, ItemRequest.objects.get().who) == ("cabinet", "Cabinet")


def test_name_is_removed_after_a_page_that_says_what_that_means(signed_in, body, officer):
    asked = receive_petition(body=body, title="Buses", petitioner="Ann Fell", signatures=35, by=officer)
    decline_asked(asked, answer="No", by=officer)
    client = signed_in("officer")
    assert "Nothing brings them back" in text_of(client.get(f"/requests/Q{asked.pk}/forget/"))
    client.post(f"/requests/Q{asked.pk}/forget/")
    asked.refresh_from_db()
    assert asked.name == ""


def test_item_page_begins_with_the_request_for_those_who_may_see_it(signed_in, asked, officer, november):
    item = accept_asked(asked, meeting=november, by=officer).item
    link = f'href="/requests/Q{asked.pk}/"'
    assert [link in signed_in(role).get(f"/items/I{item.pk}/").content.decode() for role in ("member", "author")] == [
        True, False,
    ]  # fmt: skip


def test_committee_page_leads_to_suggesting_and_to_what_officers_record(signed_in, body, november):
    def ways(role):
        page = signed_in(role).get("/committees/children/").content.decode()
        names = (SUGGEST, "/requests/?committee=children", "/committees/children/petitions/new/",
                 "/committees/children/topics/2023-24/")  # fmt: skip
        return [f'href="{name}"' in page for name in names]

    assert (ways("member"), ways("officer"), ways("author")) == (
        [True, True, False, True], [False, True, True, True], [False, False, False, True],
    )  # fmt: skip


def test_meeting_elsewhere_is_not_offered_for_a_petition(signed_in, body, officer, november):
    make_meeting(make_body(), date(2023, 12, 1), by=officer)
    make_item(november, by=officer)
    asked = receive_petition(body=body, title="Buses", petitioner="Ann Fell", signatures=35, by=officer)
    form = signed_in("officer").get(f"/requests/Q{asked.pk}/hear/").context["form"]
    assert list(form.fields["meeting"].queryset) == [november]
