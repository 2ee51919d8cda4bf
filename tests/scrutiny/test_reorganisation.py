"""The record of a reorganisation, and what the pages of an ended committee say of it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from actions.domain.assigning import Part
from actions.domain.editions import freeze_edition
from actions.domain.reorganise import merge_committees, rename_committee, split_committee
from actions.models import Action
from committees.domain.meetings import hold_meeting
from council.models import Body
from scrutiny.asked import waiting_on
from tests.factories import make_action, make_body, make_item, make_meeting, make_suggestion
from workprogramme.domain.items import accept_item

pytestmark = pytest.mark.django_db

DECIDED = {"from_on": date(2023, 9, 19), "why": "One portfolio", "decided_in": "Council, 14 September 2023, minute 41"}
PEOPLE = Part(name="People Scrutiny Committee", short_name="People")
OLD = "/committees/children/"


@pytest.fixture
def june(body, officer):
    return hold_meeting(make_meeting(body, date(2023, 6, 6), by=officer), by=officer)


@pytest.fixture
def merge(body, people):
    def carry_out():
        adults = Body.objects.get(name="Adults")
        return merge_committees([body, adults], into=PEOPLE, by=people["manager"], **DECIDED)

    return carry_out


def test_record_says_who_when_why_and_what_went_where(signed_in, merge, item, june, officer, people):
    action = make_action(june, by=officer)
    page = signed_in("member").get(reverse("reorganisation", args=[merge().pk]))
    for text in (
        "“Adults” and “Children” continue as “People”", "One portfolio", "Council, 14 September 2023, minute 41",
        str(people["manager"]), f"{item.ref} Scorecard", f"{action.ref} {action.task}", "Children: 1 meeting",
    ):  # fmt: skip
        assertContains(page, text)


def test_draft_is_named_to_the_officers_alone(signed_in, merge, june, officer):
    action = make_action(june, "Not accepted yet", by=officer, draft=True)
    address = reverse("reorganisation", args=[merge().pk])
    assert Action.objects.get().body.called == "People"
    assertNotContains(signed_in("member").get(address), action.task)
    assertContains(signed_in("officer").get(address), action.task)


def test_what_went_is_given_as_csv_that_no_spreadsheet_runs(signed_in, merge, june, officer):
    action = make_action(june, "=Task", by=officer)
    made = merge()
    given = signed_in("officer").get(reverse("reorganisation_csv", args=[made.pk]))
    lines = given.content.decode("utf-8-sig").splitlines()
    assert lines[:2] == ["What,Reference,Title,From,To,Why there", f"Actions,{action.ref},'=Task,Children,People,"]
    assert {line.split(",")[0] for line in lines} == {"What", "Actions", "Seats", "Officers"}


def test_record_costs_the_same_for_one_thing_and_for_three(signed_in, body, june, officer, people):
    client = signed_in("officer")

    def cost(made):
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("reorganisation", args=[made.pk]))
        return len(queries)

    def made(old, name, count):
        meeting = make_meeting(old, date(2023, 11, 14), by=officer)
        for _ in range(count):
            make_item(meeting, by=officer)
            make_action(meeting, by=officer)
        return merge_committees([old, make_body()], into=Part(name=name), by=people["manager"], **DECIDED)

    one, three = made(make_body(), "One", 1), made(make_body(), "Three", 3)
    cost(one)
    assert cost(one) == cost(three)


def test_rename_is_recorded_with_both_names(signed_in, body, people):
    made = rename_committee(body, name="Childhood", by=people["manager"], **DECIDED)
    page = signed_in("member").get(reverse("reorganisation", args=[made.pk]))
    assertContains(page, "“Children and families” is called “Childhood”")
    assertContains(signed_in("member").get("/committees/childhood/"), "Renamed from 19 September 2023")


def test_page_of_an_ended_committee_leads_on_and_keeps_what_is_its_own(signed_in, merge, june, november, people):
    made = merge()
    page = signed_in("officer").get(OLD)
    assertContains(page, "This committee ended on Monday 18 September 2023. It is continued by")
    assertContains(page, reverse("reorganisation", args=[made.pk]))
    assertContains(page, reverse("meeting", args=[june.pk]))
    assertContains(page, str(people["member"].person))
    for gone in ("Add a meeting", "Next meeting", reverse("meeting", args=[november.pk])):
        assertNotContains(page, gone)
    assertContains(signed_in("officer").get("/committees/people/"), "Merged from 19 September 2023")


def test_list_of_committees_has_those_that_ended_below(signed_in, merge):
    merge()
    page = signed_in("member").get("/committees/")
    assert [row.body.called for row in page.context["rows"]] == ["People"]
    assertContains(page, "Committees that ended")
    assertNotContains(page, "Rename, merge or split committees")
    assertContains(signed_in("manager").get("/committees/"), "Rename, merge or split committees")


def test_programme_and_editions_of_an_ended_committee_stay(signed_in, merge, item, officer):
    freeze_edition(item.programme, by=officer)
    merge()
    page = signed_in("officer").get(f"{OLD}programme/2023-24/")
    assertContains(page, "What was open then is on the programme of")
    assertNotContains(page, "Add an item")
    assertContains(signed_in("officer").get(f"{OLD}programme/2023-24/editions/1/"), "Scorecard")
    assertContains(signed_in("officer").get("/committees/people/programme/2023-24/"), "Scorecard")


def test_item_says_that_it_came_to_another_programme(signed_in, merge, item):
    merge()
    page = signed_in("member").get(f"/items/{item.ref}/")
    assertContains(page, "Moved to another programme")
    assertContains(page, "Merged from 19 September 2023: One portfolio")


def test_item_cannot_be_added_to_an_ended_committee(signed_in, merge, june):
    merge()
    sent = {"title": "New", "purpose": "account", "route": "formal", "accepted": "yes"}
    page = signed_in("officer").post(f"{OLD}programme/2023-24/items/new/", sent)
    assertContains(page, "Children ended on 18 September 2023. It goes on as People: put it on record there.")


def test_list_narrowed_to_an_ended_committee_still_answers(signed_in, merge, june, officer):
    make_action(june, by=officer)
    merge()
    page = signed_in("member").get("/actions/?committee=children")
    assert (page.status_code, page.context["rows"], page.context["filter"].form.errors) == (200, [], {})


def test_what_its_last_minutes_ask_waits_to_be_passed_on(signed_in, merge, june, officer):
    merge()
    action = make_action(june, by=officer)
    address = reverse("committee_hand_on", args=["children"])
    assert [(matter.kind, matter.what, matter.href) for matter in waiting_on(officer)][-1] == (
        "Open at a committee that ended", "1 thing to be passed on", address,
    )  # fmt: skip
    client = signed_in("officer")
    assertContains(client.get(OLD), "1 thing came to be open here since it ended")
    page = client.get(address)
    assert [line.ref for group in page.context["told"].groups for line in group.lines] == [action.ref]
    answer = client.post(address, {"asked": "yes", "seen": page.context["mark"]})
    assert (answer.status_code, Action.objects.get().body.called) == (302, "People")
    assert client.get(address).status_code == 404


def test_what_no_rule_decides_is_asked_when_it_is_passed_on(signed_in, body, june, officer, people):
    parts = [Part(name="Schools Committee"), Part(name="Care Committee")]
    split_committee(body, into=parts, by=people["manager"], **DECIDED)
    action = make_action(june, by=officer)
    client, address = signed_in("officer"), reverse("committee_hand_on", args=["children"])
    page = client.post(address, {"asked": "yes"})
    assertContains(page, f"Select where {action.ref} goes, or where the rest goes")
    sent = {"asked": "yes", f"action-{action.pk}": "0"}
    client.post(address, {**sent, "seen": client.post(address, sent).context["mark"]})
    assert Action.objects.get().body.name == "Care Committee"


def test_standing_item_that_comes_back_twice_is_pointed_out(signed_in, body, november, officer, people):
    adults = Body.objects.get(name="Adults")
    for one in (body, adults):
        accept_item(
            make_suggestion(one, november.year, "Work programme", by=officer, recurrence="standing"), by=officer
        )
    sent = {
        "bodies": [body.pk, adults.pk], "name": "People", "from_on-day": "19", "from_on-month": "9",
        "from_on-year": "2023", "why": "x", "decided_in": "Council", "asked": "yes", f"meeting-{november.pk}": "0",
    }  # fmt: skip
    page = signed_in("manager").post(reverse("committees_merge"), sent)
    assertContains(page, "“Work programme” comes back twice in People")
