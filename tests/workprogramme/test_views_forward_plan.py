"""The forward plan, and requests to look at a decision first."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.factories import make_body
from workprogramme.domain.pre_scrutiny import enter_decision, request_pre_scrutiny
from workprogramme.models import ForwardEntry, ForwardPlan, PreScrutinyRequest

pytestmark = pytest.mark.django_db
PLAN = "/forward-plan/"


@pytest.fixture
def cabinet(body):
    return make_body("Cabinet", kind="cabinet")


@pytest.fixture
def entry(cabinet, body, officer, november):
    return enter_decision(
        title="Homes contract",
        decision_maker=cabinet,
        published_on=date(2023, 8, 31),
        by=officer,
        decision_on=date(2023, 12, 7),
        in_remit_of=body,
    )


@pytest.fixture
def asked(entry, body, people):
    return request_pre_scrutiny(entry=entry, body=body, why="What will it cost?", by=people["member"])


def test_plan_tells_the_last_meeting_before_a_decision(signed_in, entry):
    page = signed_in("author").get(PLAN)
    assertContains(page, "Tuesday 14 November 2023")
    assertNotContains(page, "Ask to look at this first")


def test_plan_says_where_no_meeting_comes_before(signed_in, entry):
    ForwardEntry.objects.update(decision_on=date(2023, 11, 14))
    assertContains(signed_in("author").get(PLAN), "No meeting is arranged before the decision.")


def test_plan_keeps_past_decisions_on_a_list_of_their_own(signed_in, entry):
    ForwardEntry.objects.update(decision_on=date(2023, 9, 7))
    client = signed_in("member")
    assertNotContains(client.get(PLAN), "Homes contract")
    assertContains(client.get(f"{PLAN}?when=past"), "Homes contract")


def test_plan_costs_the_same_for_one_decision_and_for_three(signed_in, entry, asked, cabinet, body, officer, people):
    client = signed_in("officer")

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(PLAN)
        return len(queries)

    cost()
    one = cost()
    for number in range(2):
        more = enter_decision(
            title=f"Decision {number}",
            decision_maker=cabinet,
            published_on=date(2023, 8, 31),
            by=officer,
            in_remit_of=body,
        )
        request_pre_scrutiny(entry=more, body=body, why="Cost", by=people["member"])
    assert cost() == one


def decision(cabinet, **more):
    words = {"title": "Homes contract", "decision_maker": cabinet.pk, "is_key": "on"}
    return {**words, "published_on-day": 31, "published_on-month": 8, "published_on-year": 2023, **more}


def test_decision_is_typed_in_by_an_officer(signed_in, cabinet, body):
    page = signed_in("officer").post(reverse("decision_new"), decision(cabinet, in_remit_of=body.pk))
    assertRedirects(page, PLAN)
    entry = ForwardEntry.objects.get()
    assert (entry.title, entry.in_remit_of, entry.published_on, entry.is_key) == (
        "Homes contract",
        body,
        date(2023, 8, 31),
        True,
    )


def test_decision_without_a_title_says_so(signed_in, cabinet):
    page = signed_in("officer").post(reverse("decision_new"), decision(cabinet, title=""))
    assertContains(page, "Enter the title of the decision")
    assert not ForwardEntry.objects.exists()


def test_decision_is_not_typed_in_by_a_member(signed_in, cabinet):
    assert signed_in("member").post(reverse("decision_new"), decision(cabinet)).status_code == 404


def test_member_asks_and_sees_where_it_went(signed_in, entry, people):
    client = signed_in("member")
    address = reverse("pre_scrutiny_ask", args=[entry.pk])
    assertContains(client.post(address, {"why": ""}), "Enter what the committee should look at and why")
    client.post(address, {"why": "What will it cost?"})
    assert PreScrutinyRequest.objects.get().asked_by == people["member"]
    assertContains(client.get(PLAN), "What will it cost?")


def test_member_who_asks_again_is_told(signed_in, asked, entry):
    page = signed_in("member").post(reverse("pre_scrutiny_ask", args=[entry.pk]), {"why": "Again"})
    assertContains(page, "has already been asked for")
    assert PreScrutinyRequest.objects.count() == 1


@pytest.mark.parametrize("role", ["author", "officer", "officer elsewhere", "nobody"])
def test_asking_is_not_found_by_those_who_do_not_sit_on_the_committee(signed_in, entry, role):
    assert signed_in(role).post(reverse("pre_scrutiny_ask", args=[entry.pk]), {"why": "Cost"}).status_code == 404
    assert not PreScrutinyRequest.objects.exists()


def test_officer_agrees_on_a_meeting_before_the_decision(signed_in, asked, november):
    page = signed_in("officer").post(reverse("pre_scrutiny_decide", args=[asked.pk]), {"agree-meeting": november.pk})
    assertRedirects(page, PLAN)
    asked.refresh_from_db()
    assert (asked.state, asked.item.meeting, asked.item.purpose) == ("scheduled", november, "pre_scrutiny")


def test_officer_cannot_agree_on_a_meeting_after_the_decision(signed_in, asked, january):
    page = signed_in("officer").post(reverse("pre_scrutiny_decide", args=[asked.pk]), {"agree-meeting": january.pk})
    assertContains(page, "Choose the meeting from the list")
    asked.refresh_from_db()
    assert asked.state == "requested"


def test_officer_records_that_there_is_no_meeting(signed_in, asked):
    ForwardEntry.objects.update(decision_on=date(2023, 10, 5))
    address = reverse("pre_scrutiny_decide", args=[asked.pk])
    assertContains(signed_in("officer").get(address), "There is no meeting before the decision")
    signed_in("officer").post(address, {"agree": "yes"})
    asked.refresh_from_db()
    assert (asked.state, asked.state_because) == (
        "not_possible",
        "There is no meeting before the decision on 5 October 2023.",
    )


def test_officer_declines_with_a_reason(signed_in, asked):
    address = reverse("pre_scrutiny_decide", args=[asked.pk])
    signed_in("officer").post(address, {"decline": "decline", "decline-why": ""})
    asked.refresh_from_db()
    before = asked.state
    signed_in("officer").post(address, {"decline": "decline", "decline-why": "Looked at in June"})
    asked.refresh_from_db()
    assert (before, asked.state, asked.state_because) == ("requested", "declined", "Looked at in June")


@pytest.mark.parametrize("role", ["member", "author", "officer elsewhere", "nobody"])
def test_deciding_is_not_found_by_others_than_the_officers(signed_in, asked, role):
    page = signed_in(role).post(reverse("pre_scrutiny_decide", args=[asked.pk]), {"decline": "1", "decline-why": "No"})
    asked.refresh_from_db()
    assert (page.status_code, asked.state) == (404, "requested")


def days(name, day, month, year):
    return {f"{name}-day": day, f"{name}-month": month, f"{name}-year": year}


def test_officer_records_a_plan_that_may_hold_nothing_in_remit(signed_in, body):
    words = days("published_on", 31, 8, 2023) | days("from_on", 1, 10, 2023) | days("to_on", 31, 1, 2024)
    page = signed_in("officer").post(f"{PLAN}published/", words, follow=True)
    assertContains(page, "published on Thursday 31 August 2023 for 1 October 2023 to 31 January 2024")


def test_plan_whose_period_ends_before_it_begins_is_refused(signed_in, body):
    words = days("published_on", 31, 8, 2023) | days("from_on", 1, 10, 2023) | days("to_on", 1, 9, 2023)
    assertContains(signed_in("officer").post(f"{PLAN}published/", words), "the same as or after the first day")
    assert ForwardPlan.objects.count() == 0
