"""The page of an action: what it says, to whom, and which buttons it offers."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions.domain.actions import ask_again, set_due
from actions.domain.two_voices import accept_completion, give_update, open_again, record_answer
from committees.models import IssueRaised
from council.enums import DueKind
from tests.factories import (
    make_action,
    make_body,
    make_clause,
    make_item,
    make_manager,
    make_meeting,
    make_member,
    make_officer,
    make_post,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

EXEMPT = "The named child's placement"


@pytest.fixture
def june():
    body = make_body("Children's services")
    return make_meeting(body, date(2023, 6, 6), by=make_officer(body))


@pytest.fixture
def officer(june):
    return make_officer(june.body, "Dana Officer")


@pytest.fixture
def holder():
    return make_user("Hari Holder")


@pytest.fixture
def action(june, officer, holder):
    make_meeting(june.body, date(2023, 9, 26), by=officer)
    return make_action(
        june, "Report on complaints", by=officer, owner=make_post("Director of Care", holder.person),
        clause=make_clause(june, "a report on complaints;", path="6/2/a"), due_kind=DueKind.NEXT_MEETING,
        due_text="next meeting", exempt_note=EXEMPT,
    )  # fmt: skip


def page_of(client, user, action):
    client.force_login(user)
    return client.get(f"/actions/{action.ref}/")


def test_page_tells_what_was_asked_of_whom_and_by_when(client, action, officer):
    page = page_of(client, officer, action).text
    said = (
        "Report on complaints", "a report on complaints;", "Minute 6 (2) (a) of 6 June 2023",
        "Director of Care, held by Hari Holder", "Tuesday 26 September 2023</strong>, in 7 days",
        "As minuted: Next meeting", "The next meeting, on 26 September 2023", "Nothing on record yet",
    )  # fmt: skip
    assert [words for words in said if words not in page] == []


def test_page_names_later_clauses_and_the_stem_that_a_clause_completes(client, june, officer):
    stem = make_clause(june, "that the following be reported:", path="7/2")
    part = make_clause(june, "complaints;", path="7/2/a", parent=stem)
    action = make_action(june, by=officer, clause=part)
    ask_again(action, make_clause(june, "complaints", path="13/2/a/iv"))
    page = page_of(client, officer, action).text
    assert ("that the following be reported:" in page, "; also 13 (2) (a) (iv)." in page) == (True, True)


def test_page_shows_every_move_of_the_date(client, action, officer):
    set_due(action, on=date(2023, 10, 10), why="Partners asked for time", agreed_by="The chair", by=officer)
    set_due(action, on=date(2023, 10, 20), why="Half term", by=officer)
    page = page_of(client, officer, action).text
    said = (
        "Moved twice, first due 26 Sep 2023",
        "26 Sep 2023 to 10 Oct 2023: Partners asked for time. Agreed by: The chair",
        "10 Oct 2023 to 20 Oct 2023: Half term",
    )  # fmt: skip
    assert [words for words in said if words not in page] == []


def test_page_holds_both_voices_and_the_thread(client, action, june, officer, holder, hold_date):
    IssueRaised.objects.create(minute=action.clause.minute, text="Are complaints rising?", taken_up_by=action.clause)
    give_update(action, standing="done", text="The figures are out", by=holder)
    open_again(action, meeting=june, why="No lessons in it", minute_text="3 (1)", by=officer)
    september = june.body.meetings.get(on=date(2023, 9, 26))
    record_answer(action, item=make_item(september, "Complaints report", by=officer), on=september.on, by=officer)
    hold_date(september.on)
    accept_completion(action, meeting=september, minute_text="20 (1)", by=officer)
    response = page_of(client, officer, action)
    assert [(step.what, step.text, step.on) for step in response.context["thread"]] == [
        ("Raised by members", "Are complaints rising?", date(2023, 6, 6)),
        ("Resolved: Minute 6 (2) (a)", "a report on complaints;", date(2023, 6, 6)),
        ("Asked of", "Director of Care", date(2023, 6, 6)),
        ("Answered", "Complaints report", date(2023, 9, 26)),
        ("Said to be done", "The figures are out", date(2023, 9, 19)),
        ("Opened again by the committee", "No lessons in it", date(2023, 6, 6)),
        ("Accepted by the committee", "Minute 20 (1)", date(2023, 9, 26)),
    ]
    said = ("The figures are out", "Not satisfied: opened again", "Accepted at the meeting of 26 September 2023")
    assert [words for words in said if words not in response.text] == []


def test_history_tells_each_change_once_and_no_exempt_text(client, action, officer, holder):
    set_due(action, on=date(2023, 10, 10), why="Partners asked for time", by=officer)
    give_update(action, standing="on_track", text="Begun", by=holder)
    response = page_of(client, make_user(), action)
    assert [(entry["title"], str(entry["by"]), entry["text"]) for entry in response.context["story"]] == [
        ("In progress", "Hari Holder", ""),
        ("Date moved to Tuesday 10 October 2023", "Dana Officer", "Partners asked for time"),
        ("Put on record", "Dana Officer", ""),
    ]


def test_page_says_which_date_the_owner_asks_for_until_it_is_set(client, action, officer, holder):
    give_update(action, standing="slipped", text="Late", asks_for=date(2023, 10, 10), by=holder)
    asked = page_of(client, officer, action).context["asks"].asks_for
    set_due(action, on=date(2023, 10, 10), why="Agreed", by=officer)
    assert (asked, page_of(client, officer, action).context["asks"]) == (date(2023, 10, 10), None)


def test_page_forgets_a_date_asked_for_once_the_owner_says_something_else(client, action, officer, holder):
    give_update(action, standing="slipped", text="Late", asks_for=date(2023, 10, 10), by=holder)
    give_update(action, standing="on_track", text="Back on track", by=holder)
    assert page_of(client, officer, action).context["asks"] is None


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("officer", True), ("member", True), ("manager", True), ("holder", False), ("officer elsewhere", False),
        ("member elsewhere", False),
    ],
)  # fmt: skip
def test_exempt_text_is_shown_to_the_committee_and_its_officers_alone(client, action, officer, holder, who, sees):
    user = {
        "officer": lambda: officer,
        "member": lambda: make_member(action.body),
        "manager": make_manager,
        "holder": lambda: holder,
        "officer elsewhere": lambda: make_officer(make_body()),
        "member elsewhere": lambda: make_member(make_body()),
    }[who]()
    response = page_of(client, user, action)
    assert (response.status_code, EXEMPT.replace("'", "&#x27;") in response.text) == (200, sees)


@pytest.mark.parametrize(
    ("who", "status"),
    [("officer", 200), ("manager", 200), ("holder", 404), ("member", 404), ("officer elsewhere", 404)],
)
def test_draft_is_not_found_but_by_the_committees_officers(client, june, officer, holder, who, status):
    draft = make_action(june, by=officer, draft=True, owner=make_post("Director", holder.person))
    user = {
        "officer": lambda: officer,
        "manager": make_manager,
        "holder": lambda: holder,
        "member": lambda: make_member(june.body),
        "officer elsewhere": lambda: make_officer(make_body()),
    }[who]()
    assert page_of(client, user, draft).status_code == status


def nothing(action, officer, june):
    pass


def proposed(action, officer, june):
    give_update(action, standing="done", text="Sent", by=officer)


def answered(action, officer, june):
    record_answer(action, note="Sent round", on=date(2023, 7, 1), by=officer)


def complete(action, officer, june):
    accept_completion(action, meeting=june, by=officer)


ALL = ["accept", "answer", "programme", "date", "owner", "end"]


@pytest.mark.parametrize(
    ("happened", "offered", "update", "take_back"),
    [
        (nothing, ALL, True, False),
        (proposed, ["accept", "open-again", "answer", "programme"], False, True),
        (answered, ["accept", "open-again", "answer", "programme", "owner", "end"], True, False),
        (complete, ["open-again"], False, False),
    ],
)
def test_page_offers_what_is_possible_now(client, action, officer, june, happened, offered, update, take_back):
    happened(action, officer, june)
    shown = page_of(client, officer, action).context
    assert [verb["href"].split("/")[3] for verb in shown["verbs"]] == offered
    assert (shown["may_update"], shown["may_take_back"]) == (update, take_back)


def test_page_offers_the_holder_the_update_and_a_member_nothing(client, action, holder):
    offered = [
        (shown["may_update"], shown["verbs"])
        for shown in (page_of(client, user, action).context for user in (holder, make_member(action.body)))
    ]
    assert offered == [(True, []), (False, [])]


def test_page_costs_the_same_number_of_queries_for_more_updates_moves_and_clauses(client, action, june, officer):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            page_of(client, officer, action)
        return len(caught)

    def more(day, path):
        ask_again(action, make_clause(june, path=path))
        set_due(action, on=day, why="Later", by=officer)
        give_update(action, standing="on_track", text="Begun", by=officer)
        record_answer(action, note=f"Note {path}", on=date(2023, 7, 1), by=officer)
        action.met_on = None
        action.save(update_fields=["met_on"])

    more(date(2023, 10, 10), "8/1")
    queries()
    one = queries()
    more(date(2023, 10, 11), "8/2")
    more(date(2023, 10, 12), "8/3")
    assert queries() == one
