"""What a member asked for, and what waits on an officer."""

from datetime import date

import pytest

from actions.domain.actions import set_due
from actions.domain.two_voices import accept_completion, give_update, propose_completion
from actions.domain.written_answers import ask_in_writing, circulate, give_answer
from council.domain.setting_up import open_year
from council.enums import BodyKind
from scrutiny.asked import LATEST, MOST, asked_by, waiting_on
from tests.factories import (
    make_action,
    make_body,
    make_clause,
    make_item,
    make_manager,
    make_meeting,
    make_member,
    make_officer,
    make_person,
    make_post,
    make_user,
)
from workprogramme.domain.asked import answer_asked, ask_for_item, give_chairs_view
from workprogramme.domain.calls import answer_nothing, open_call
from workprogramme.domain.checklist import add_points, tick_point
from workprogramme.domain.invitations import add_guest
from workprogramme.domain.items import defer_item
from workprogramme.domain.move_requests import ask_to_move, decline_move
from workprogramme.domain.notices import give_notice
from workprogramme.domain.pre_scrutiny import agree_request, decline_request, enter_decision, request_pre_scrutiny
from workprogramme.domain.returning import place_expected
from workprogramme.domain.series import begin_series
from workprogramme.domain.topics import propose_topic, score_topic, set_aside_topic

pytestmark = pytest.mark.django_db
DAY = date(2023, 9, 19)
ASKED = date(2023, 9, 5)


@pytest.fixture(autouse=True)
def held(hold_date):
    hold_date(DAY)


@pytest.fixture
def by():
    return make_manager()


@pytest.fixture
def body():
    return make_body("Children's Services Committee")


@pytest.fixture
def asked(body, by):
    return make_meeting(body, ASKED, by=by)


def make_request(body, member, title="School places", decision_on=date(2023, 12, 7)):
    cabinet = make_body("Cabinet", BodyKind.CABINET)
    entry = enter_decision(title=title, decision_maker=cabinet, published_on=DAY, by=member, decision_on=decision_on)
    return request_pre_scrutiny(entry=entry, body=body, why="Many parents ask", by=member)


def brief(matters):
    return [(matter.kind, matter.what, matter.stands) for matter in matters]


def test_member_sees_where_their_request_went(body, by):
    member, other = make_member(body), make_member(body)
    make_meeting(body, date(2023, 11, 14), by=by)
    make_request(body, member, "Home to school transport")
    declined = make_request(body, member, "School places")
    item = agree_request(make_request(body, member, "Fostering fees"), by=by).item
    decline_request(declined, why="The board looks at it", by=by)
    matters = asked_by(member, on=DAY)
    assert brief(matters) == [
        ("Pre-scrutiny request", "Fostering fees", "Scheduled before the decision"),
        ("Pre-scrutiny request", "School places", "Declined: The board looks at it"),
        ("Pre-scrutiny request", "Home to school transport", "Requested"),
    ]
    assert [matter.href for matter in matters] == [f"/items/I{item.pk}/", "/forward-plan/", "/forward-plan/"]
    assert asked_by(other, on=DAY) == []


def test_member_sees_the_live_actions_of_their_own_committees_the_overlooked_first(asked, body, by):
    member = make_member(body)
    make_action(asked, "Report on visits", by=by)
    propose_completion(make_action(asked, "Write to the minister", by=by), text="Sent", by=by)
    accept_completion(make_action(asked, "Closed", by=by), meeting=asked, by=by)
    make_action(asked, "Draft", by=by, draft=True)
    make_action(make_meeting(make_body(), ASKED, by=by), "Of another committee", by=by)
    assert brief(asked_by(member, on=DAY)) == [
        ("Action", "Report on visits", "Nothing on record yet"),
        ("Action", "Write to the minister", "Its owner says it is done – for the committee to accept"),
    ]


def test_everything_that_waits_on_an_officer_is_listed_by_kind(asked, body, by):
    officer, member, owner = make_officer(body), make_member(body, "Councillor Hardy"), make_person()
    propose_completion(make_action(asked, "Say it is done", by=by, owner=owner), text="Done", by=by)
    late = make_action(asked, "Ask for time", by=by, owner=owner)
    give_update(late, standing="slipped", text="Figures late", asks_for=date(2023, 12, 1), by=by)
    make_request(body, member)
    make_action(asked, "Read from the minutes", by=by, owner=owner, draft=True)
    nobodys = make_action(asked, "Nobody's", by=by)
    make_action(asked, "Somebody's", by=by, owner=owner)
    matters = waiting_on(officer)
    assert brief(matters) == [
        ("Completion proposed", "Say it is done", "The committee has not said yet whether that will do"),
        ("New date asked for", "Ask for time", "The owner asks for 1 December 2023"),
        ("Pre-scrutiny request", "School places", "Asked for by Councillor Hardy"),
        ("Draft action", "Read from the minutes", "Read from the minutes, not yet accepted"),
        ("Nobody named", "Nobody's", "The minute names nobody to do it"),
    ]
    assert (matters[-1].href, matters[-1].since) == (f"/actions/A{nobodys.pk}/", ASKED)


def test_member_sees_where_what_they_asked_for_went_before_all_else(asked, body, by):
    member = make_member(body)
    make_action(asked, "Report on visits", by=by)
    words = {"body": body, "person": member.person, "by": member}
    first = ask_for_item(title="Buses", **words)
    answer_asked(ask_for_item(title="Uniforms", **words), answer="Schools decide", by=by)
    ask_for_item(body=body, title="Another's", by=by)
    matters = asked_by(member, on=DAY)
    assert brief(matters) == [
        ("Request for an item", "Uniforms", "Answered in writing: Schools decide"),
        ("Request for an item", "Buses", "Waiting for a decision"),
        ("Action", "Report on visits", "Nothing on record yet"),
    ]
    assert matters[1].href == f"/requests/Q{first.pk}/"


def test_requests_wait_on_officers_for_a_decision_and_on_the_chair_for_a_view(body, by):
    officer, chair, member = make_officer(body), make_member(body, role="chair"), make_member(body, "Ida Elm")
    words = {"body": body, "person": member.person, "by": member}
    viewed = ask_for_item(title="Buses", **words)
    ask_for_item(title="Uniforms", **words)
    give_chairs_view(viewed, view="Yes", by=chair)
    answer_asked(ask_for_item(title="Decided", **words), answer="No", by=by)
    give_notice(title="Notice", **words)
    assert brief(waiting_on(officer)) == [
        ("Request for an item", "Buses", "Ida Elm. The chair has given a view"),
        ("Request for an item", "Uniforms", "Ida Elm. No view of the chair yet"),
    ]
    assert brief(waiting_on(chair)) == [("Your view as chair", "Uniforms", "Member's suggestion: Ida Elm")]
    assert waiting_on(member) == []


def test_posts_that_have_not_answered_a_call_in_time_wait_on_officers(body, by, hold_date):
    officer, year = make_officer(body), open_year("2024/25")
    call = open_call(body=body, year=year, posts=[make_post("Parks"), make_post("Roads")], answer_by=DAY, by=by)
    answer_nothing(call.answers.first(), by=by)
    assert waiting_on(officer) == []
    hold_date(date(2023, 9, 20))
    assert brief(waiting_on(officer)) == [
        ("Call for items not answered", "Roads", "Asked for items for 2024/25, and has not answered")
    ]


def test_topics_wait_on_members_until_they_have_scored(body, by):
    member = make_member(body)
    words = {"body": body, "year": open_year("2023/24"), "by": by}
    topic, scored, aside = (propose_topic(title=title, **words) for title in ("Open", "Scored", "Aside"))
    score_topic(scored, person=member.person, points={one.key: 1 for one in scored.questions}, by=member)
    set_aside_topic(aside, why="Done", by=by)
    assert brief(waiting_on(member)) == [("Topic for review to score", "Open", "Score it against TOPIC")]
    assert waiting_on(member)[0].href == f"/topics/T{topic.pk}/score/"


def test_new_date_waits_until_it_is_given_or_something_else_is_said(asked, body, by):
    officer, owner = make_officer(body), make_person()
    granted, refused, overtaken = (make_action(asked, by=by, owner=owner) for _ in range(3))
    for action in (granted, refused, overtaken):
        give_update(action, standing="slipped", text="Late", asks_for=date(2023, 12, 1), by=by)
    set_due(granted, on=date(2023, 12, 1), why="Agreed", by=by)
    set_due(refused, on=date(2023, 11, 1), why="Sooner", by=by)
    give_update(overtaken, standing="on_track", text="Found after all", by=by)
    assert waiting_on(officer) == []


def test_move_that_an_author_asks_for_waits_until_it_is_answered_or_cannot_be(body, by):
    officer, author = make_officer(body), make_user("Ada Brown")
    november, january = (make_meeting(body, day, by=by) for day in (date(2023, 11, 14), date(2024, 1, 30)))
    items = [make_item(november, f"Report {n}", by=by, authors=(author.person,)) for n in range(3)]
    for item in items:
        ask_to_move(item, to=january, why="Data come late", by=author)
    decline_move(items[1], why="January is full", by=officer)
    defer_item(items[2], why="Data late", by=officer)
    (matter,) = waiting_on(officer)
    assert (matter.kind, matter.what, matter.stands, matter.href, matter.since) == (
        "Move asked for", "Report 0", "Ada Brown asks for 30 January 2024, not 14 November 2023: Data come late",
        f"/items/I{items[0].pk}/move-asked/", DAY,
    )  # fmt: skip
    assert waiting_on(make_officer(make_body())) == []


@pytest.mark.parametrize(("day", "told"), [(date(2023, 10, 30), 0), (date(2023, 10, 31), 1), (date(2023, 11, 15), 0)])
def test_what_is_not_ticked_at_clearance_waits_until_the_meeting(asked, body, by, hold_date, day, told):
    officer, author = make_officer(body), make_user()
    item = make_item(make_meeting(body, date(2023, 11, 14), by=by), "Scorecard", by=by, authors=(author.person,))
    points = add_points(clause=make_clause(asked), item=item, texts=["NEET data", "averages", "a map"], by=by)
    tick_point(points[2], item=item, where="page 1", by=author)
    hold_date(day)
    assert [
        (matter.kind, matter.what, matter.stands, matter.href, matter.since) for matter in waiting_on(officer)
    ] == [
        ("Not ticked at clearance", "Scorecard", "Meeting of 14 November 2023: NEET data, averages",
         f"/items/I{item.pk}/#checklist", date(2023, 10, 31))
    ] * told  # fmt: skip


def test_only_officers_of_the_committee_and_managers_are_waited_for(asked, body, by):
    make_action(asked, by=by)
    waits = [len(waiting_on(user)) for user in (make_officer(body), by, make_officer(make_body()), make_member(body))]
    assert waits == [1, 1, 0, 0]


def test_lists_are_bounded(asked, body, by):
    member = make_member(body)
    for _ in range(MOST + 1):
        make_action(asked, by=by)
    assert (len(asked_by(member, on=DAY)), len(waiting_on(by))) == (LATEST, MOST)


def test_officer_is_told_what_is_expected_and_has_no_place(asked, body, by):
    officer, meeting = make_officer(body), make_meeting(body, date(2023, 11, 14), by=by)
    make_item(meeting, by=by)
    series = begin_series(body=body, title="Scorecard", returns="chosen", by=by, from_on=ASKED)
    begin_series(body=make_body("Adults"), title="Scorecard", returns="chosen", by=by)
    (matter,) = waiting_on(officer)
    assert (matter.kind, matter.what, matter.stands, matter.href, matter.since) == (
        "Expected, without a place",
        "Scorecard",
        "14 November 2023. Regularly, at chosen meetings: this one is neither chosen nor left out",
        f"/returning/{series.pk}/",
        ASKED,
    )
    place_expected(series, meeting=meeting, by=by)
    assert waiting_on(officer) == []


def test_officer_is_told_of_answers_that_nobody_sent_round(asked, body, by):
    officer, words = make_officer(body), {"meeting": asked, "owner": make_post(), "by": by}
    ask_in_writing(question="Not answered yet?", **words)
    written = give_answer(ask_in_writing(question="How many?", **words), answer="Twelve", by=by)
    assert brief(waiting_on(officer)) == [
        ("Answered, not circulated yet", "How many?", "Asked by Members of the committee")
    ]
    circulate(written, on=DAY, to="All", by=by)
    assert waiting_on(officer) == []


def test_officer_is_told_of_guests_of_an_item_that_is_on_no_meeting(body, by):
    officer, meeting = make_officer(body), make_meeting(body, date(2023, 11, 14), by=by)
    item = make_item(meeting, "Safeguarding", by=by)
    for guest in ("Police", "Health Trust"):
        add_guest(item=item, organisation=guest, because="Agreed in March", by=by, asked_on=date(2023, 3, 6))
    assert waiting_on(officer) == []
    defer_item(item, why="Nobody could come", by=by)
    (matter,) = waiting_on(officer)
    assert (matter.kind, matter.what, matter.stands, matter.since) == (
        "Invited, on no meeting yet", "Safeguarding", "Police, Health Trust. Agreed in March", date(2023, 3, 6),
    )  # fmt: skip
