"""Asking for an item: who may ask, the chair's view, the decision, and where each request went."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from council.enums import BodyKind
from council.refusal import Refusal, Stale
from tests.factories import make_body, make_item, make_meeting, make_member, make_officer, make_suggestion
from workprogramme.domain.asked import (
    accept_asked,
    answer_asked,
    ask_for_item,
    decline_asked,
    forget_who_asked,
    give_chairs_view,
    receive_petition,
    record_petition_outcome,
    refer_matter,
    suggest_as_public,
)
from workprogramme.domain.items import defer_item, hear_item, move_item
from workprogramme.domain.register import own_first, way_of, where_it_went, with_ways
from workprogramme.domain.topics import set_aside_topic, take_as_topic
from workprogramme.models import AskingRules, ItemRequest
from workprogramme.rules import requests_seen_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]
DAY = date(2023, 9, 19)


@pytest.fixture
def member(body):
    return make_member(body, "Ida Elm")


@pytest.fixture
def asked(body, member):
    return ask_for_item(body=body, title=" School transport ", why="Late buses", person=member.person, by=member)


def test_member_asks_and_waits_for_a_decision(asked, member):
    assert (asked.ref, asked.title, asked.origin, asked.who, asked.asked_on) == (
        f"Q{asked.pk}", "School transport", "suggestion", "Ida Elm", DAY,
    )  # fmt: skip
    assert (asked.state, where_it_went(asked)) == ("asked", "Waiting for a decision")


@pytest.mark.parametrize(
    ("words", "said"),
    [({"title": "  "}, "Say in a few words"), ({"asked_on": date(2023, 9, 20)}, "a day that has not come")],
)
def test_request_needs_a_title_and_a_day_that_has_come(body, officer, words, said):
    with pytest.raises(Refusal, match=said):
        ask_for_item(**{"body": body, "title": "Buses", "by": officer, **words})


def test_accepted_request_becomes_an_item_of_the_same_origin_on_a_meeting(asked, officer, november):
    asked = accept_asked(asked, by=officer, title="Home to school transport", meeting=november, purpose="account")
    item = asked.item
    assert (item.title, item.origin, item.purpose, item.state, item.meeting, item.programme.year) == (
        "Home to school transport", "suggestion", "account", "scheduled", november, november.year,
    )  # fmt: skip
    assert (asked.state, asked.decided_on, asked.decided_by) == ("accepted", DAY, officer)


def test_where_it_went_follows_the_item(asked, officer, november, january):
    asked = accept_asked(asked, by=officer)
    told = [where_it_went(asked)]
    asked = again(asked, officer)
    for step in (
        lambda item: move_on(item, november, officer),
        lambda item: move_item(item, to=january, why="Not ready", by=officer),
        lambda item: defer_item(item, why="No author", by=officer),
        lambda item: move_on(item, january, officer),
        lambda item: hear_item(item, by=officer),
    ):
        step(asked.item)
        told.append(where_it_went(with_ways(ItemRequest.objects).get(pk=asked.pk)))
    assert told == [
        "On the programme, on no meeting yet",
        "On the agenda of 14 November 2023",
        "On the agenda of 30 January 2024",
        "Deferred: No author",
        "On the agenda of 30 January 2024",
        "Considered on 30 January 2024",
    ]


def again(asked, officer):
    return ItemRequest.objects.get(pk=asked.pk)


def move_on(item, meeting, officer):
    from workprogramme.domain.items import schedule_item

    return schedule_item(item, meeting=meeting, by=officer)


def test_two_requests_go_into_one_item(asked, body, officer, november):
    item = make_item(november, "Transport to school", by=officer)
    other = ask_for_item(body=body, title="Buses", by=officer)
    for request in (asked, other):
        accept_asked(request, into=item, by=officer)
    assert set(item.requests.values_list("title", flat=True)) == {"School transport", "Buses"}


def test_item_only_suggested_so_far_is_accepted_with_the_request(asked, body, officer, november):
    item = make_suggestion(body, november.year, "Transport", by=officer)
    assert accept_asked(asked, into=item, by=officer).item.state == "accepted"


def test_request_does_not_go_into_an_item_that_is_over_or_elsewhere(asked, officer, november):
    elsewhere = make_item(make_meeting(make_body(), date(2023, 11, 15), by=officer), by=officer)
    over = hear_item(make_item(november, by=officer), by=officer)
    for item in (elsewhere, over):
        with pytest.raises(Refusal, match="is over, or another committee's"):
            accept_asked(asked, into=item, by=officer)


def test_answer_in_writing_and_decline_need_words_that_whoever_asked_reads(asked, officer):
    for verb, said in ((answer_asked, "Enter the answer"), (decline_asked, "Say why")):
        with pytest.raises(Refusal, match=said):
            verb(asked, answer=" ", by=officer)
    assert where_it_went(decline_asked(asked, answer="Not in remit", by=officer)) == "Declined: Not in remit"


def test_decided_request_is_not_decided_again_but_can_be_taken_up(asked, officer):
    answer_asked(asked, answer="The timetable is out", by=officer)
    for verb in (answer_asked, decline_asked):
        with pytest.raises(Refusal, match="already decided: answered in writing"):
            verb(asked, answer="No", by=officer)
    assert accept_asked(asked, by=officer).state == "accepted"
    with pytest.raises(Refusal, match="already decided: accepted"):
        accept_asked(asked, by=officer)


def test_second_to_decide_is_told_that_somebody_was_quicker(asked, officer):
    give_chairs_view(asked, view="Yes", by=officer, version=0)
    with pytest.raises(Stale, match="Somebody else changed this request"):
        decline_asked(asked, answer="No", by=officer, version=0)


def test_chair_gives_a_view_and_the_decision_stands_apart(asked, officer):
    asked = give_chairs_view(asked, view=" Worth a look ", by=officer)
    assert (asked.chair_view, asked.chair_view_by, asked.chair_view_on, asked.state) == (
        "Worth a look", officer, DAY, "asked",
    )  # fmt: skip
    decline_asked(asked, answer="Looked at in June", by=officer)
    with pytest.raises(Refusal, match="already decided"):
        give_chairs_view(asked, view="Still", by=officer)


def test_way_of_a_request_has_each_step(asked, officer, november):
    give_chairs_view(asked, view="Worth a look", by=officer)
    asked = accept_asked(asked, by=officer, meeting=november, answer="As the chair says")
    assert [(step.what, step.text, step.on) for step in way_of(asked)] == [
        ("Member's suggestion: Ida Elm", "School transport", DAY),
        ("The chair's view", "Worth a look", DAY),
        ("Accepted", "As the chair says", DAY),
        ("On the agenda of 14 November 2023", f"{asked.item.ref} School transport", None),
    ]


def test_matter_is_referred_to_several_committees_each_with_a_request_of_its_own(body, officer):
    cabinet, other = make_body("Cabinet", BodyKind.CABINET), make_body()
    made = refer_matter(
        bodies=[body, other], from_body=cabinet, title="Fostering fees", as_minuted="Minute 27 of 7 September 2023",
        by=officer,
    )  # fmt: skip
    assert [(one.body, one.origin, one.who, one.state) for one in made] == [
        (body, "cabinet", "Cabinet", "asked"), (other, "cabinet", "Cabinet", "asked"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "origin"), [(BodyKind.COUNCIL, "council"), (BodyKind.MANAGEMENT_BOARD, "management_board")]
)
def test_council_and_the_management_board_refer_too(body, officer, kind, origin):
    assert refer_matter(bodies=[body], from_body=make_body("Them", kind), title="A", by=officer)[0].origin == origin


def test_other_bodies_do_not_refer_and_somebody_must_be_referred_to(body, officer):
    with pytest.raises(Refusal, match="Only Cabinet, Council and the management board"):
        refer_matter(bodies=[body], from_body=make_body("Health", BodyKind.BOARD), title="A", by=officer)
    with pytest.raises(Refusal, match="Choose the committee"):
        refer_matter(bodies=[], from_body=make_body("Cabinet", BodyKind.CABINET), title="A", by=officer)


def petition_of(body, officer, **more):
    words = {"title": "Voices of families", "petitioner": "Ann Fell", "signatures": 35, "reply_to": "By post"}
    return receive_petition(body=body, by=officer, **{**words, **more})


def test_petition_keeps_signatures_speaking_time_and_its_outcome_at_a_meeting(body, officer, november, hold_date):
    asked = accept_asked(petition_of(body, officer), meeting=november, by=officer)
    with pytest.raises(Refusal, match="has not come yet"):
        record_petition_outcome(asked, meeting=november, outcome="Noted", by=officer)
    hold_date(date(2023, 11, 15))
    petition = record_petition_outcome(asked, meeting=november, outcome="A seat for parents was asked for", by=officer)
    assert (petition.signatures, petition.speaking_minutes, petition.heard_at, petition.outcome) == (
        35, 5, november, "A seat for parents was asked for",
    )  # fmt: skip
    assert [step.what for step in way_of(with_ways(ItemRequest.objects).get())][-1] == "Outcome of the petition"


def test_petition_is_heard_by_its_own_committee(body, officer):
    asked = petition_of(body, officer)
    elsewhere = make_meeting(make_body(), date(2023, 9, 5), by=officer)
    with pytest.raises(Refusal, match="another committee"):
        record_petition_outcome(asked, meeting=elsewhere, outcome="Noted", by=officer)


def test_private_person_is_named_in_no_words_about_a_request_and_in_no_history(body, officer):
    asked = petition_of(body, officer)
    assert asked.who == "Petitioners"
    assert "Ann Fell" not in " ".join(f"{step.what} {step.text}" for step in way_of(asked))
    kept = {field.name for field in ItemRequest.history.model._meta.get_fields()}
    assert kept & {"name", "reply_to"} == set()


def test_private_person_is_forgotten_once_they_have_their_answer(body, officer):
    asked = petition_of(body, officer)
    with pytest.raises(Refusal, match="Decide the request first"):
        forget_who_asked(asked, by=officer)
    decline_asked(asked, answer="For Council", by=officer)
    asked = forget_who_asked(asked, by=officer)
    assert (asked.name, asked.reply_to, asked.title) == ("", "", "Voices of families")


def test_only_petitioners_and_the_public_have_a_private_name(asked):
    asked.name = "Ann Fell"
    with pytest.raises(IntegrityError), transaction.atomic():
        asked.save()


def test_public_suggests_only_where_the_council_allows(body):
    words = {"body": body, "title": "Play areas", "why": "Broken", "name": " Ann Fell ", "reply_to": ""}
    with pytest.raises(Refusal, match="does not take suggestions from the public"):
        suggest_as_public(**words)
    AskingRules.objects.create(body=None, takes_public_suggestions=True)
    asked = suggest_as_public(**words)
    assert (asked.origin, asked.name, asked.reply_to, asked.who, asked.entered_by) == (
        "public", "Ann Fell", "", "A member of the public", None,
    )  # fmt: skip
    AskingRules.objects.create(body=body)
    with pytest.raises(Refusal, match="does not take suggestions"):
        suggest_as_public(**words)


def test_request_becomes_a_topic_for_review_and_follows_it(asked, officer):
    asked = take_as_topic(asked, by=officer)
    assert (asked.state, asked.topic.title, asked.topic.proposed_by, where_it_went(asked)) == (
        "accepted", "School transport", "Ida Elm", "Topic for review: proposed",
    )  # fmt: skip
    set_aside_topic(asked.topic, why="Too wide", by=officer)
    assert where_it_went(ItemRequest.objects.get()) == "Topic for review: set aside"


@pytest.fixture
def seen(body, asked, people):
    """Which requests each person sees: one of their committee by a member, one of another committee."""
    elsewhere = make_body()
    ask_for_item(body=elsewhere, title="Elsewhere", by=make_officer(elsewhere))
    return lambda user: set(requests_seen_by(user, DAY).values_list("title", flat=True))


def test_register_shows_members_and_officers_their_committees_and_others_what_they_asked(seen, people, member, body):
    all_of_them = {"School transport", "Elsewhere"}
    assert {who: seen(user) for who, user in people.items() if who != "nobody"} == {
        "officer": {"School transport"}, "manager": all_of_them, "officer elsewhere": set(),
        "member": {"School transport"}, "author": set(),
    }  # fmt: skip
    body.seats.filter(person=member.person).delete()
    assert seen(member) == {"School transport"}


def test_own_requests_come_first(asked, body, officer, member):
    ask_for_item(body=body, title="Later", by=officer)
    titles = [one.title for one in own_first(requests_seen_by(member, DAY), member, DAY)]
    assert titles == ["School transport", "Later"]
    assert [one.title for one in own_first(requests_seen_by(officer, DAY), officer, DAY)] == titles[::-1]
