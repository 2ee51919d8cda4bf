"""Setting up committees: renaming, merging and splitting them, each shown before it is done."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from committees.domain.seats import take_seat
from committees.models import Meeting, Reorganisation
from council.models import Body, Portfolio
from tests.factories import (
    make_action,
    make_body,
    make_clause,
    make_meeting,
    make_person,
    make_suggestion,
)
from workprogramme.models import Item

pytestmark = pytest.mark.django_db

SETUP, MERGE = reverse("setup_committees"), reverse("committees_merge")
RENAME, SPLIT = (reverse(name, args=["children"]) for name in ("committee_rename", "committee_split"))
DECIDED = {
    "from_on-day": "19", "from_on-month": "9", "from_on-year": "2023", "why": "Two portfolios fewer",
    "decided_in": "Council, 14 September 2023, minute 41",
}  # fmt: skip


@pytest.fixture
def adults():
    return Body.objects.get(name="Adults")


@pytest.fixture
def manager(signed_in):
    return signed_in("manager")


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


def merging(*bodies, **more):
    new = {"name": "People Scrutiny Committee", "short_name": "People"}
    return {"bodies": [body.pk for body in bodies], **new, **DECIDED, **more}


def decisions(page) -> dict:
    """What the second step would send as it is shown: every field with what it begins with."""
    form = page.context["form"]
    return {"asked": "yes"} | {name: form[name].value() for name in form.fields if form[name].value() is not None}


def walk(client, address, sent, **changed):
    """Through the second step to the page that shows what would go where; the page, and all that was sent."""
    sent = {**sent, **decisions(client.post(address, sent)), **changed}
    return client.post(address, sent), sent


# The list


def test_list_has_what_stands_what_ended_and_what_was_done(manager, body, adults, people):
    body.portfolios.add(Portfolio.objects.create(name="Education"))
    page = manager.get(SETUP)
    assert [str(one) for one in page.context["page"]] == ["Adults", "Children and families"]
    for text in ("Education", "None on record", "Merge committees", "Nothing was reorganised yet.", RENAME, SPLIT):
        assertContains(page, text)
    _, sent = walk(manager, MERGE, merging(body, adults))
    manager.post(MERGE, {**sent, "seen": manager.post(MERGE, sent).context["mark"]})
    page = manager.get(SETUP)
    assertContains(page, "“Adults” and “Children” continue as “People”")
    assertContains(page, "ended on Monday 18 September 2023, continued by")


def test_list_costs_the_same_for_two_committees_and_for_four(manager, body):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            manager.get(SETUP)
        return len(queries)

    cost()
    two = cost()
    for name in ("Regeneration", "Regulatory"):
        make_body(name).portfolios.add(Portfolio.objects.create(name=name))
    assert cost() == two


# Merging


def test_merging_asks_for_everything_it_needs_in_words(manager, body):
    page = manager.post(MERGE, {"bodies": [body.pk]})
    for text in (
        "Enter the name of the new committee, or select one that continues them", "Enter the first day",
        "Enter the reason", "Enter the decision of Council, or select the clause",
    ):  # fmt: skip
        assertContains(page, text)
    assertContains(manager.post(MERGE, {"why": "x"}), "Select the committees that come to their end")


def test_clause_on_record_can_be_the_decision(manager, body, adults, june):
    clause = make_clause(june, sort="agreed")
    sent = merging(body, adults, decided_in="", clause=clause.pk)
    page, sent = walk(manager, MERGE, sent)
    manager.post(MERGE, {**sent, "seen": page.context["mark"]})
    made = Reorganisation.objects.get()
    assert (made.clause, made.decision) == (clause, f"{clause}, Children")


def test_second_step_asks_about_meetings_seats_and_the_remit(manager, body, adults, november, people):
    Body.objects.filter(pk=body.pk).update(remit="Schools.")
    take_seat(body=adults, person=make_person("Ben Hall"), role="chair", by=people["officer"])
    form = manager.post(MERGE, merging(body, adults)).context["form"]
    assert [(section.title, [field.name for field in section.fields]) for section in form.sections] == [
        ("Meetings to come", [f"meeting-{november.pk}"]),
        ("Seats", ["chair", "vice-chair", "sits-0"]),
        ("Remit", ["remit-0"]),
    ]
    assert (form["chair"].value(), form["vice-chair"].value()) == (str(make_person("Ben Hall").pk), "")
    assert form["remit-0"].value() == "Schools."


def test_everything_is_shown_before_it_is_done(manager, body, adults, item, june, officer):
    action = make_action(june, by=officer)
    page, _ = walk(manager, MERGE, merging(body, adults))
    for text in (
        "From Tuesday 19 September 2023", f"{item.ref} Scorecard", f"{action.ref} {action.task}",
        "Formal meeting, 14 November 2023", "No other date moves with it.", "Children: 1 meeting",
        "Merge the committees",
    ):  # fmt: skip
        assertContains(page, text)
    assert (Reorganisation.objects.count(), Body.objects.filter(name="People Scrutiny Committee").count()) == (0, 0)


def test_yes_merges_and_leads_to_the_record(manager, body, adults, item, people):
    page, sent = walk(manager, MERGE, merging(body, adults))
    answer = manager.post(MERGE, {**sent, "seen": page.context["mark"]}, follow=True)
    made = Reorganisation.objects.get()
    assertRedirects(answer, reverse("reorganisation", args=[made.pk]))
    assertContains(answer, "Adults and Children ended. People continues.")
    assert (made.by, Item.objects.get().programme.body.called) == (people["manager"], "People")


def test_somebody_who_says_yes_has_seen_what_would_happen_now(manager, body, adults, june, officer):
    page, sent = walk(manager, MERGE, merging(body, adults))
    make_action(june, by=officer)
    again = manager.post(MERGE, {**sent, "seen": page.context["mark"]})
    assertContains(again, "What would happen has changed since you looked.")
    assert not Reorganisation.objects.exists()
    assert manager.post(MERGE, {**sent, "seen": again.context["mark"]}).status_code == 302


def test_cancelled_meeting_needs_a_reason(manager, body, adults, item, november):
    meeting = f"meeting-{november.pk}"
    page, _ = walk(manager, MERGE, merging(body, adults), **{meeting: "cancel"})
    assertContains(page, "Enter why the meeting of 14 November 2023 is cancelled")
    page, sent = walk(manager, MERGE, merging(body, adults), **{meeting: "cancel", f"{meeting}-why": "One is enough"})
    assertContains(page, "Cancelled: One is enough")
    manager.post(MERGE, {**sent, "seen": page.context["mark"]})
    assert (Meeting.objects.get().state, Item.objects.get().state) == ("cancelled", "deferred")


def test_refusal_is_told_with_the_second_step(manager, body, adults, november, officer):
    make_meeting(adults, november.on, by=officer)
    page, _ = walk(manager, MERGE, merging(body, adults))
    assertContains(page, "both meet on 14 November 2023. Cancel one of the two meetings")


def test_chair_and_vice_chair_are_two_people_who_sit_on_it(manager, body, adults, people):
    chair, other = make_person("Ben Hall"), make_person("Cara Lowe")
    seats = [take_seat(body=adults, person=one, role="member", by=people["officer"]) for one in (chair, other)]
    page, _ = walk(manager, MERGE, merging(body, adults), chair=str(chair.pk), **{"vice-chair": str(chair.pk)})
    assertContains(page, "Select somebody else as vice-chair: the chair cannot be both")
    page, _ = walk(manager, MERGE, merging(body, adults), chair=str(chair.pk), **{"sits-0": [str(seats[1].pk)]})
    assertContains(page, "Tick the chair as well")


def test_day_to_come_can_be_looked_at_and_not_yet_done(manager, body, adults, item):
    page, sent = walk(manager, MERGE, merging(body, adults, **{"from_on-month": "10"}))
    assertContains(page, "You can do this from Thursday 19 October 2023 on.")
    assertNotContains(page, 'name="seen"')
    page = manager.post(MERGE, {**sent, "seen": page.context["mark"]})
    assertContains(page, "19 October 2023 has not come.")
    assert not Reorganisation.objects.exists()


def test_committee_on_record_can_continue_the_other(manager, body, adults, item):
    page, sent = walk(manager, MERGE, merging(body, adults, into=adults.pk))
    manager.post(MERGE, {**sent, "seen": page.context["mark"]})
    assert (Item.objects.get().programme.body, Body.objects.filter(ended_on__isnull=True).get()) == (adults, adults)


# Splitting


def splitting(**more):
    return {"name_1": "Schools Committee", "name_2": "Care Committee", **DECIDED, **more}


@pytest.fixture
def portfolios(body):
    found = [Portfolio.objects.create(name=name) for name in ("Care", "Schools")]
    body.portfolios.set(found)
    return found


def test_splitting_asks_for_two_committees_and_each_portfolio_once(manager, body, portfolios):
    page = manager.post(SPLIT, {**DECIDED, "name_1": "Schools Committee"})
    assertContains(page, "Enter the name of committee 2, or select one on record")
    both = {"portfolios_1": [portfolios[0].pk], "portfolios_2": [portfolios[0].pk]}
    assertContains(manager.post(SPLIT, splitting(**both)), "Care goes to committee 1 already")


def test_what_no_rule_decides_is_asked_and_nothing_is_left_over(manager, body, portfolios, november, june, officer):
    by_portfolio = make_suggestion(body, june.year, by=officer, portfolio=portfolios[1])
    action = make_action(june, by=officer)
    parts = {"portfolios_1": [portfolios[1].pk], "portfolios_2": [portfolios[0].pk]}
    page, sent = walk(manager, SPLIT, splitting(**parts))
    assertContains(page, "Select where the meeting of 14 November 2023 goes, or where the rest goes")
    assertContains(page, f"Select where {action.ref} goes, or where the rest goes")
    assert f"item-{by_portfolio.pk}" not in page.context["form"].fields
    page = manager.post(SPLIT, {**sent, f"meeting-{november.pk}": "0", f"action-{action.pk}": "1"})
    went = {(line.title, line.after, line.because) for group in page.context["told"].groups for line in group.lines}
    assert {
        ("Formal meeting, 14 November 2023", "Schools Committee", "Chosen"),
        (by_portfolio.title, "Schools Committee", "Portfolio: Schools"),
        (action.task, "Care Committee", "Chosen"),
    } <= went


def test_rest_takes_all_that_is_left_open_and_yes_splits(manager, body, item, june, officer):
    make_action(june, by=officer)
    page, sent = walk(manager, SPLIT, splitting(), rest="1")
    answer = manager.post(SPLIT, {**sent, "seen": page.context["mark"]}, follow=True)
    assertContains(answer, "Children ended. Care Committee and Schools Committee continue.")
    assert Item.objects.get().programme.body.name == "Care Committee"


def test_members_go_on_where_they_are_ticked(manager, body, people):
    seat = body.seats.get()
    page, sent = walk(manager, SPLIT, splitting(), **{"sits-0": [str(seat.pk)], "sits-1": []})
    manager.post(SPLIT, {**sent, "seen": page.context["mark"]})
    assert list(people["member"].person.seats.order_by("pk").values_list("body__name", "to_on")) == [
        ("Children and families", date(2023, 9, 18)), ("Schools Committee", None),
    ]  # fmt: skip


# Renaming


def test_renaming_says_what_it_does_and_leads_to_the_record(manager, body, item):
    sent = {"name": "Childhood Committee", "short_name": "Childhood", **DECIDED}
    page = manager.post(RENAME, sent)
    assertContains(page, "Rename it Childhood Committee?")
    assert Body.objects.get(pk=body.pk).name == "Children and families"
    answer = manager.post(RENAME, {**sent, "sure": "yes"}, follow=True)
    assertRedirects(answer, reverse("reorganisation", args=[Reorganisation.objects.get().pk]))
    assertContains(answer, "Children and families is called Childhood Committee now.")
    assertRedirects(manager.get("/committees/children/"), "/committees/childhood/")


def test_name_of_another_committee_is_refused_in_words(manager, body):
    page = manager.post(RENAME, {"name": "Adults", "short_name": "", **DECIDED})
    assertContains(page, "“Adults” is a name of Adults. Enter another name.")
