"""The first page, for everybody who may come to it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions.domain.recommendations import approve_by_council, make_recommendation
from actions.domain.two_voices import give_update, propose_completion
from council.enums import BodyKind, DueKind
from scrutiny.duties import Duty
from scrutiny.pages.my_work import in_stretches
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
from workprogramme.domain.checklist import add_points
from workprogramme.domain.move_requests import ask_to_move
from workprogramme.domain.pre_scrutiny import enter_decision, request_pre_scrutiny
from workprogramme.domain.stages import meet_stage

pytestmark = pytest.mark.django_db
DAY = date(2023, 9, 19)
MEETING = date(2023, 11, 14)


@pytest.fixture(autouse=True)
def held(hold_date):
    hold_date(DAY)


@pytest.fixture
def by():
    return make_manager()


@pytest.fixture
def body():
    return make_body("Children's Services Committee")


def home(client, user):
    client.force_login(user)
    return client.get("/")


def due(day):
    late = day is not None and day < DAY
    return Duty("Action", "Write", "Children's Services", "/actions/A1/", day, day, "", 0, late)


@pytest.mark.parametrize(
    ("day", "heading", "folded"),
    [
        (date(2023, 9, 18), "Overdue", False),
        (DAY, "In the next 7 days", False),
        (date(2023, 9, 26), "In the next 7 days", False),
        (date(2023, 9, 27), "Coming", False),
        (date(2023, 10, 31), "Coming", False),
        (date(2023, 11, 1), "Later", True),
        (None, "No date given", False),
    ],
)
def test_duty_stands_in_its_stretch_of_time(day, heading, folded):
    assert [(part.heading, part.folded) for part in in_stretches([due(day)], on=DAY)] == [(heading, folded)]


def test_later_duties_are_more_only_where_others_stand_before_them(client, body, by):
    author = make_user()
    item = make_item(make_meeting(body, date(2024, 1, 30), by=by), "Fostering", by=by, authors=(author.person,))
    assert "Later: 5, the first on" in home(client, author).content.decode()
    item.stages.filter(stage="final").update(due_on=date(2023, 9, 25))
    assert "Later: 4 more, the first on" in home(client, author).content.decode()


def test_author_sees_each_deadline_with_how_it_was_worked_out_and_a_way_in(client, body, by):
    author = make_user()
    item = make_item(make_meeting(body, MEETING, by=by), "Fostering", by=by, authors=(author.person,))
    page = home(client, author).content.decode()
    assert "You owe 5 things, and nothing is overdue." in page
    for words in (
        "Title and author confirmed: Fostering",
        item.stages.first().why,
        "Tuesday 3 October 2023",
        "in 14 days",
        f'href="/items/I{item.pk}/"',
    ):
        assert words in page


def test_overdue_is_said_first_and_in_words(client, body, by):
    user = make_user()
    meeting = make_meeting(body, date(2023, 9, 5), by=by)
    words = {"by": by, "owner": user.person, "due_kind": DueKind.DATE}
    make_action(meeting, "Coming", due_on=date(2023, 9, 20), **words)
    make_action(meeting, "Late", due_on=date(2023, 9, 12), **words)
    response = home(client, user)
    assert [part.heading for part in response.context["stretches"]] == ["Overdue", "In the next 7 days"]
    assert ("<strong>1 overdue</strong>" in response.content.decode(), "7 days late" in response.content.decode()) == (
        True,
        True,
    )


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda body: make_user(), ["Nothing is owed by you"]),
        (lambda body: make_member(body), ["Nothing is owed by you", "Nothing asked for yet"]),
        (lambda body: make_officer(body), ["Nothing is owed by you", "Nothing waits on you"]),
    ],
    ids=["person", "member", "officer"],
)
def test_empty_page_is_kind_and_says_what_will_stand_there(client, body, make, words):
    page = home(client, make(body)).content.decode()
    assert [said for said in words if said not in page] == []


def test_exempt_text_never_stands_on_the_page(client, body, by):
    officer = make_officer(body)
    meeting = make_meeting(body, MEETING, by=by)
    secret = {"exempt_note": "Offer of ninety thousand to the landlord"}
    make_item(meeting, "Property", by=by, authors=(officer.person,), exempt_paragraph="3", **secret)
    make_action(meeting, "Report on the property", by=by, owner=officer.person, **secret)
    make_action(meeting, "Nobody's", by=by, **secret)
    page = home(client, officer).content.decode()
    assert ("Report on the property" in page, "ninety thousand" in page) == (True, False)


def one_of_everything(body, by, user, number):
    meeting = make_meeting(body, MEETING + timedelta(days=7 * number), by=by)
    post = make_post(holder=user.person)
    item = make_item(meeting, by=by, authors=(user.person,))
    ask_to_move(item, to=make_meeting(body, meeting.on + timedelta(days=70), by=by), why="Late", by=user)
    asked = make_clause(make_meeting(body, date(2023, 6, 6) + timedelta(days=number), by=by))
    add_points(clause=asked, item=item, texts=["A map", "Costs"], by=by)
    meet_stage(item.stages.get(stage="clearance"), by=user)
    make_action(meeting, by=by, owner=post)
    make_action(meeting, by=by, owner=post, draft=True)
    make_action(meeting, by=by)
    propose_completion(make_action(meeting, by=by, owner=post), text="Done", by=by)
    give_update(make_action(meeting, by=by, owner=post), standing="slipped", text="Late", asks_for=MEETING, by=by)
    approve_by_council(make_recommendation(body=body, text="Extend", made_on=DAY, by=by, lead_post=post), on=DAY, by=by)
    entry = enter_decision(
        title=f"Decision {number}", decision_maker=make_body("Cabinet", BodyKind.CABINET), published_on=DAY, by=by
    )
    request_pre_scrutiny(entry=entry, body=body, why="Important", by=user)


def test_page_costs_the_same_for_one_of_each_kind_and_for_three(client, body, by):
    officer = make_officer(body)
    costs = []
    for number in (1, 2, 3):
        one_of_everything(body, by, officer, number)
        client.force_login(officer)
        client.get("/")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page = client.get("/")
        costs.append(len(asked))
    assert {matter.kind for matter in page.context["waiting"]} == {
        "Completion proposed",
        "New date asked for",
        "Move asked for",
        "Not ticked at clearance",
        "Pre-scrutiny request",
        "Draft action",
        "Nobody named",
    }
    assert costs[0] == costs[2]
