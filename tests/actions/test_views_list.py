"""The actions list as people see it: who may, what it says, and what it costs."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions.domain.actions import no_longer_required
from actions.domain.two_voices import record_answer
from actions.models import Action
from actions.rules import may_see_action, visible_actions
from council.enums import DueKind
from council.models import User
from tests.factories import (
    make_action,
    make_body,
    make_manager,
    make_meeting,
    make_member,
    make_officer,
    make_post,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(held):
    body = make_body("Children's services")
    return make_meeting(body, date(2023, 6, 6), by=make_officer(body))


@pytest.fixture
def officer(meeting):
    return make_officer(meeting.body)


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer)
    return client


def tasks(response) -> list[str]:
    return [row.action.task for row in response.context["rows"]]


def test_list_sends_a_stranger_to_sign_in(client, meeting):
    answer = client.get("/actions/?overlooked=on")
    assert (answer.status_code, answer.url) == (302, "/accounts/sign-in/?next=/actions/%3Foverlooked%3Don")


@pytest.mark.parametrize("address", ["/actions/", "/actions/export.csv"])
def test_list_is_not_found_for_somebody_the_record_does_not_know(client, meeting, address):
    client.force_login(User.objects.create_user(username="nobody", password="a long pass phrase"))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("maker", ["member", "officer", "officer elsewhere", "manager", "somebody"])
def test_drafts_are_seen_by_the_committees_officers_alone(client, meeting, officer, maker):
    body = meeting.body
    user = {
        "member": lambda: make_member(body),
        "officer": lambda: officer,
        "officer elsewhere": lambda: make_officer(make_body()),
        "manager": make_manager,
        "somebody": make_user,
    }[maker]()
    make_action(meeting, "Open one", by=officer)
    make_action(meeting, "Draft one", by=officer, draft=True, exempt_note="SECRET")
    client.force_login(user)
    seen = {"Open one", "Draft one"} if maker in {"officer", "manager"} else {"Open one"}
    lines = b"".join(client.get("/actions/export.csv?state=all").streaming_content).decode()
    assert set(tasks(client.get("/actions/?state=all"))) == seen
    assert ("Draft one" in lines, "SECRET" in lines) == ("Draft one" in seen, False)
    assert {action.task for action in Action.objects.all() if may_see_action(user, action)} == seen
    assert set(visible_actions(user).values_list("task", flat=True)) == seen


def test_list_leaves_out_what_has_ended_and_says_so(signed_in, meeting, officer):
    make_action(meeting, "Live", by=officer)
    ended = make_action(meeting, "Ended", by=officer)
    no_longer_required(ended, why="Done elsewhere", agreed_by="The chair", by=officer)
    response = signed_in.get("/actions/")
    assert tasks(response) == ["Live"]
    assert "1 of 2 actions" in response.text
    assert "1 that has ended is left out" in response.text
    assert tasks(signed_in.get("/actions/?state=all")) == ["Live", "Ended"]


def test_list_counts_as_left_out_only_what_the_other_filters_let_through(signed_in, meeting, officer):
    for task in ("Report on parks", "Report on roads"):
        ended = make_action(meeting, task, by=officer)
        no_longer_required(ended, why="Done elsewhere", agreed_by="The chair", by=officer)
    queries = ("", "?q=parks", "?q=parks&state=ended", "?overlooked=on", "?due=none")
    assert [signed_in.get(f"/actions/{query}").context["hidden"] for query in queries] == [2, 1, 0, 0, 0]


def test_list_shows_minute_owner_due_and_standing(signed_in, meeting, officer):
    make_action(
        meeting, "Report", by=officer, owner=make_post("Director of Care"), due_kind=DueKind.TO_BE_ARRANGED,
        due_text="to be arranged",
    )  # fmt: skip
    page = signed_in.get("/actions/").text
    clause = Action.objects.get().clause
    said = ("Director of Care", f"Minute {clause.cited}, 6 June 2023", "To be arranged", "Nothing on record yet")
    assert [words in page for words in said] == [True] * 4


def test_shortcuts_count_within_the_chosen_committee(signed_in, meeting, officer):
    elsewhere = make_meeting(make_body("Adult social care"), date(2023, 6, 6), by=officer)
    record_answer(make_action(meeting, by=officer), note="Answered", on=date(2023, 7, 1), by=officer)
    make_action(meeting, by=officer, due_kind=DueKind.DATE, due_on=date(2023, 7, 31))
    make_action(elsewhere, by=officer)
    counted = [
        {shortcut["text"]: shortcut["count"] for shortcut in signed_in.get(address).context["shortcuts"]}
        for address in ("/actions/", "/actions/?committee=adult-social-care")
    ]
    assert counted == [
        {"Not ended": 3, "Overlooked": 2, "Overdue": 1, "To accept": 0},
        {"Not ended": 1, "Overlooked": 1, "Overdue": 0, "To accept": 0},
    ]


def test_column_heads_say_and_turn_the_order(signed_in, meeting, officer):
    make_action(meeting, by=officer)
    heads = [
        signed_in.get(f"/actions/{query}").context["columns"] for query in ("?q=task", "?q=task&sort=owner&page=2")
    ]
    assert [[(head.get("sort"), head.get("href")) for head in row[1:3]] for row in heads] == [
        [("none", "/actions/?q=task&sort=owner"), ("ascending", "/actions/?q=task&sort=-due")],
        [("ascending", "/actions/?q=task&sort=-owner"), ("none", "/actions/?q=task")],
    ]


def test_list_is_shown_25_at_a_time_and_downloaded_whole(signed_in, meeting, officer):
    for number in range(26):
        make_action(meeting, f"Task {number:02}", by=officer)
    first, second = signed_in.get("/actions/?sort=ref"), signed_in.get("/actions/?sort=ref&page=2")
    lines = b"".join(signed_in.get("/actions/export.csv?sort=ref").streaming_content).decode().splitlines()
    assert (len(tasks(first)), tasks(second), len(lines)) == (25, ["Task 25"], 27)


def test_list_and_csv_say_the_same_for_the_same_filters(signed_in, meeting, officer):
    record_answer(make_action(meeting, "Answered", by=officer), note="Yes", on=date(2023, 7, 1), by=officer)
    make_action(meeting, "Lost", by=officer)
    response = signed_in.get("/actions/?overlooked=on")
    lines = b"".join(signed_in.get(response.context["csv"]).streaming_content).decode().splitlines()
    assert (tasks(response), [line.split(",")[2] for line in lines[1:]]) == (["Lost"], ["Lost"])


def test_list_names_the_committee_where_it_holds_several(signed_in, meeting, officer):
    make_action(meeting, by=officer)
    alone = signed_in.get("/actions/").context["many_committees"]
    make_action(make_meeting(make_body(), date(2023, 6, 6), by=officer), by=officer)
    assert (alone, signed_in.get("/actions/").context["many_committees"]) == (False, True)


@pytest.mark.parametrize(("query", "words"), [("?q=zebra", "No action fits these filters"), ("", "No actions yet")])
def test_empty_list_says_what_to_do(signed_in, meeting, officer, query, words):
    if query:
        make_action(meeting, by=officer)
    assert words in signed_in.get(f"/actions/{query}").text


def test_bad_filter_is_explained_beside_the_list(signed_in, meeting, officer):
    make_action(meeting, "Report", by=officer)
    response = signed_in.get("/actions/?due_from-day=31&due_from-month=2&due_from-year=2023")
    assert (response.status_code, tasks(response)) == (200, ["Report"])
    assert "Due on or after must be a real date" in response.text


def test_list_costs_the_same_number_of_queries_for_three_rows_as_for_one(signed_in, meeting, officer):
    def add():
        action = make_action(meeting, by=officer, owner=make_post())
        record_answer(action, note="Answered", on=date(2023, 7, 1), by=officer)

    def queries():
        with CaptureQueriesContext(connection) as caught:
            signed_in.get("/actions/")
        return len(caught)

    add()
    signed_in.get("/actions/")
    one = queries()
    add(), add()
    assert (queries(), Action.objects.count()) == (one, 3)
