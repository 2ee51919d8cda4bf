"""Committees reorganised: what they were asked, what comes back to them, and what is owed to them in writing."""

from datetime import date

import pytest

from actions.domain.assigning import Choices
from actions.domain.reorganise import hand_on
from actions.domain.what_goes import left_open
from actions.domain.written_answers import ask_in_writing, circulate, give_answer
from actions.models import WrittenAnswer
from council.domain.setting_up import open_year
from scrutiny.reorganisations import what_to_look_at
from tests.actions.reorganised import again, merge, split, told
from tests.factories import make_clause, make_item, make_meeting, make_post
from workprogramme.domain.asked import (
    answer_asked,
    ask_for_item,
    put_petition_on_agenda,
    receive_petition,
    record_petition_outcome,
)
from workprogramme.domain.asking import set_asking_rules
from workprogramme.domain.calls import answer_nothing, open_call, propose_for_call
from workprogramme.domain.hearings import plan_hearing
from workprogramme.domain.invitations import add_guest
from workprogramme.domain.series import begin_series, end_series
from workprogramme.domain.topics import approve_topic, propose_topic, set_aside_topic
from workprogramme.models import AskingRules, ItemRequest, ReportStage, ReviewTopic, Series, YearlyCall

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

DECEMBER = date(2023, 12, 5)


def by_body(model, body):
    return list(model.objects.filter(body=body).order_by("pk"))


def test_undecided_requests_go_and_decided_ones_stay(children, adults, manager):
    waits, answered = (ask_for_item(body=children, title=title, by=manager) for title in ("Buses", "Trams"))
    answer_asked(answered, answer="See the minutes", by=manager)
    families = merge(children, adults, by=manager)
    assert (by_body(ItemRequest, families), by_body(ItemRequest, children)) == ([waits], [answered])


def test_petition_goes_with_the_meeting_that_hears_it_and_stays_where_it_was_heard(
    children, adults, june, november, manager
):
    ahead, heard = (
        receive_petition(body=children, title=title, petitioner="A", signatures=9, by=manager) for title in "AB"
    )
    put_petition_on_agenda(ahead, meeting=november, by=manager)
    answer_asked(heard, answer="Heard", by=manager)
    record_petition_outcome(heard, meeting=june, outcome="Noted", by=manager)
    families = merge(children, adults, by=manager)
    assert (by_body(ItemRequest, families), by_body(ItemRequest, children)) == ([ahead], [heard])


def test_petition_of_a_cancelled_meeting_waits_for_another(children, adults, november, manager):
    asked = receive_petition(body=children, title="Crossing", petitioner="A", signatures=9, by=manager)
    put_petition_on_agenda(asked, meeting=november, by=manager)
    families = merge(
        children, adults, by=manager, choices=Choices(cancelled={f"meeting-{november.pk}": "Too few members"})
    )
    waits = again(asked)
    assert (waits.body, waits.state, waits.petition.heard_at) == (families, "asked", None)
    january = make_meeting(families, date(2024, 1, 30), by=manager)
    assert put_petition_on_agenda(waits, meeting=january, by=manager).state == "accepted"


def test_topics_go_with_their_scores_until_they_are_approved_or_set_aside(children, adults, june, manager):
    waits, approved, aside = (
        propose_topic(body=children, year=june.year, title=title, by=manager) for title in ("One", "Two", "Three")
    )
    approve_topic(approved, clause=make_clause(june), by=manager)
    set_aside_topic(aside, why="Too wide", by=manager)
    families = merge(children, adults, by=manager)
    assert (by_body(ReviewTopic, families), by_body(ReviewTopic, children)) == ([waits], [approved, aside])


def test_calls_that_wait_for_answers_go_and_join_into_one(children, adults, manager):
    year, (both, ours, theirs, done) = open_year("2024/25"), [make_post() for _ in range(4)]
    for body, posts in ((children, (both, ours, done)), (adults, (both, theirs))):
        open_call(body=body, year=year, posts=posts, answer_by=date(2023, 12, 1), by=manager)
    first, second = YearlyCall.objects.get(body=children), YearlyCall.objects.get(body=adults)
    answer_nothing(second.answers.get(owed_by_post=theirs), by=manager)
    propose_for_call(first.answers.get(owed_by_post=done), title="Buses", by=manager)
    families = merge(children, adults, by=manager)
    joined = "Joined with the call of Families: one committee asks now"
    assert (again(first).body, again(second).body) == (families, adults)
    assert set(first.answers.owed().values_list("owed_by_post", "due_on")) == {
        (both.pk, date(2023, 12, 1)),
        (ours.pk, date(2023, 12, 1)),
    }
    assert list(second.answers.order_by("pk").values_list("owed_by_post", "waived_because")) == [
        (both.pk, joined),
        (theirs.pk, ""),
    ]
    assert ("call", second.pk, "Families", joined) in told(adults)


def test_call_that_everybody_answered_stays(children, adults, manager):
    call = open_call(
        body=children, year=open_year("2024/25"), posts=[make_post()], answer_by=date(2023, 12, 1), by=manager
    )
    answer_nothing(call.answers.get(), by=manager)
    merge(children, adults, by=manager)
    assert again(call).body == children


def test_what_comes_back_comes_back_to_the_successor_and_what_ended_stays(children, adults, november, manager):
    item = make_item(november, "Updates", by=manager)
    lasts = begin_series(body=children, title="Updates", returns="chosen", items=[item], by=manager)
    over = begin_series(body=children, title="Over", returns="chosen", from_on=date(2023, 6, 6), by=manager)
    end_series(over, on=date(2023, 9, 1), because="Done", by=manager)
    families = merge(children, adults, by=manager)
    assert (by_body(Series, families), by_body(Series, children)) == ([lasts], [over])
    assert again(item).series == lasts


def test_two_of_one_title_go_on_as_the_first_with_the_items_of_both(
    children, adults, november, manager, education, care
):
    first, second = (
        begin_series(
            body=body, title=title, returns="chosen", from_on=date(2023, 6, 6), portfolios=[portfolio], by=manager
        )
        for body, title, portfolio in ((children, "Cabinet updates", education), (adults, "Cabinet Updates", care))
    )
    item = make_item(make_meeting(adults, DECEMBER, by=manager), by=manager, series=second, recurrence="regular")
    families = merge(children, adults, by=manager)
    said = "Goes on in what Families has under that title"
    assert [(one.body, one.until_on, one.ended_because) for one in (again(first), again(second))] == [
        (families, None, ""),
        (families, date(2023, 9, 18), said),
    ]
    assert (again(item).series, set(first.portfolios.all())) == (first, {education, care})


def test_what_comes_back_goes_by_portfolio_or_with_its_items_and_an_item_elsewhere_comes_once(
    children, november, parts, education, care, manager
):
    january = make_meeting(children, date(2024, 1, 30), by=manager)
    here, there = (make_item(meeting, by=manager) for meeting in (november, january))
    by_portfolio = begin_series(body=children, title="A", returns="chosen", portfolios=[care], by=manager)
    with_item = begin_series(body=children, title="B", returns="chosen", items=[here, there], by=manager)
    to = {f"meeting-{november.pk}": 0, f"meeting-{january.pk}": 1}
    first, second = split(children, *parts, by=manager, choices=Choices(to=to, rest=1))
    assert [again(one).body for one in (by_portfolio, with_item)] == [second, first]
    assert [(again(one).series, again(one).recurrence) for one in (here, there)] == [
        (with_item, "regular"),
        (None, "once"),
    ]


def test_report_of_another_committee_is_still_heard_by_the_dates_of_the_successor(children, adults, november, manager):
    item = make_item(make_meeting(adults, DECEMBER, by=manager), by=manager)
    hearing = plan_hearing(item, meeting=november, by=manager)
    due = list(ReportStage.objects.filter(item=item).order_by("pk").values_list("due_on", flat=True))
    families = merge(children, adults, by=manager)
    assert (again(hearing).meeting, again(hearing).state, again(november).body) == (november, "planned", families)
    assert list(ReportStage.objects.filter(item=item).order_by("pk").values_list("due_on", flat=True)) == due
    assert list(what_to_look_at(families.came_by.get())) == [
        f"{item.ref} is of Families itself now, and heard on 14 November 2023 as well. Take off one"
    ]


def test_report_of_another_committee_is_not_heard_at_a_cancelled_meeting(children, adults, november, manager):
    hearing = plan_hearing(
        make_item(make_meeting(adults, DECEMBER, by=manager), by=manager), meeting=november, by=manager
    )
    merge(children, adults, by=manager, choices=Choices(cancelled={f"meeting-{november.pk}": "Too few members"}))
    assert again(hearing).state == "withdrawn"


def test_guests_stay_invited(children, adults, november, manager):
    item = make_item(november, by=manager)
    guests = [
        add_guest(meeting=november, person="Ada Brown", because="Asked", by=manager),
        add_guest(item=item, organisation="NHS", because="Asked", by=manager),
    ]
    families = merge(children, adults, by=manager)
    assert [again(guests[0]).meeting.body, again(guests[1]).item.programme.body] == [families] * 2


def test_written_answers_go_until_they_went_round(children, adults, june, manager):
    owed, given, gone = (
        ask_in_writing(meeting=june, question=question, owner=make_post(), by=manager) for question in ("A", "B", "C")
    )
    for written in (given, gone):
        give_answer(written, answer="Forty", by=manager)
    circulate(gone, on=date(2023, 9, 19), to="All members", by=manager)
    families = merge(children, adults, by=manager)
    assert (by_body(WrittenAnswer, families), by_body(WrittenAnswer, children)) == ([owed, given], [gone])
    assert (again(owed).due_on, again(owed).meeting) == (owed.due_on, june)


def test_answers_that_a_committee_owes_are_owed_by_the_successor(children, adults, june, manager):
    written = ask_in_writing(meeting=june, question="How many?", owner=adults, by=manager)
    families = merge(children, adults, by=manager)
    assert (again(written).body, again(written).owed_by_body) == (families, families)
    assert [row[0] for body in (children, adults) for row in told(body)] == ["written", "written_owed"]


def test_what_is_asked_for_by_late_minutes_is_handed_on(children, adults, june, manager):
    families = merge(children, adults, by=manager)
    written = ask_in_writing(meeting=june, question="How many?", owner=make_post(), by=manager)
    hand_on(again(children), by=manager)
    assert (again(written).body, left_open(again(children))) == (families, [])


def test_how_an_ended_committee_was_asked_stays_on_record(children, adults, manager):
    own = set_asking_rules(body=children, by=manager, takes_public_suggestions=True)
    families = merge(children, adults, by=manager)
    assert (again(own).body, AskingRules.of(families).pk) == (children, None)
