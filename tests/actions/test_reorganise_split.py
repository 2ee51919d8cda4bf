"""Committees split: by portfolio, with what a thing hangs on, or as chosen."""

from datetime import date

import pytest

from actions.domain.actions import arrange, put_on_programme
from actions.domain.assigning import Choices, Part
from actions.domain.reorganise import split_committee
from council.models import Body
from council.refusal import Refusal
from tests.actions.reorganised import DAY, DECIDED, again, split, told
from tests.factories import (
    make_action,
    make_entry,
    make_item,
    make_meeting,
    make_member,
    make_post,
    make_recommended,
    make_suggestion,
)
from workprogramme.domain.pre_scrutiny import request_pre_scrutiny

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]


def test_things_go_by_portfolio_else_with_what_they_hang_on_else_as_chosen(
    children, june, november, education, care, parts, manager
):
    visit = make_meeting(children, None, by=manager, kind="site_visit", title="A visit", year=june.year)
    by_portfolio = make_item(november, by=manager, portfolio=care)
    by_post = make_suggestion(children, june.year, by=manager, report_of=make_post(portfolio=education))
    with_meeting = make_item(november, by=manager)
    entry = make_entry(date(2023, 12, 7), by=manager, in_remit_of=children, portfolio=care)
    asked = request_pre_scrutiny(entry=entry, body=children, why="Why", by=make_member(children))
    with_item = put_on_programme(make_action(june, by=manager), item=by_portfolio, by=manager)
    arranged = arrange(make_action(june, by=manager), meeting=visit, by=manager)
    of_post = make_action(june, by=manager, owner=make_post(portfolio=care))
    chosen, left = make_action(june, by=manager), make_action(june, by=manager)
    led = make_recommended(children, june.on, by=manager, lead_post=make_post(portfolio=education))
    to = {f"meeting-{november.pk}": 0, f"meeting-{visit.pk}": 1, f"action-{chosen.pk}": 1}
    split(children, *parts, by=manager, choices=Choices(to=to, rest=0))
    went = {(sort, number): (after, because) for sort, number, after, because in told(children)}
    assert went == {
        ("meeting", november.pk): ("Education Committee", "Chosen"),
        ("meeting", visit.pk): ("Care Committee", "Chosen"),
        ("item", by_portfolio.pk): (
            "Care Committee",
            "Portfolio: Care. Off the meeting of 14 November 2023, which goes to Education Committee",
        ),
        ("item", by_post.pk): ("Education Committee", "Portfolio: Education"),
        ("item", with_meeting.pk): ("Education Committee", "With the meeting of 14 November 2023"),
        ("decision", entry.pk): ("Care Committee", "Portfolio: Care"),
        ("request", asked.pk): ("Care Committee", f"With “{entry}”"),
        ("action", with_item.pk): ("Care Committee", f"With {by_portfolio.ref}"),
        ("action", arranged.pk): ("Care Committee", "With “A visit”"),
        ("action", of_post.pk): ("Care Committee", "Portfolio: Care"),
        ("action", chosen.pk): ("Care Committee", "Chosen"),
        ("action", left.pk): ("Education Committee", "With all that was left open"),
        ("recommendation", led.pk): ("Education Committee", "Portfolio: Education"),
        **{
            ("seat", children.seats.get().pk): ("Care Committee", ""),
        },
    }
    assert (again(by_portfolio).meeting, again(by_portfolio).state) == (None, "deferred")


def test_nothing_may_be_left_over(children, june, november, parts, manager):
    action = make_action(june, by=manager)
    says = (
        rf"Say to which committee each of these goes, or that a meeting is cancelled: .*14 November.*, {action.ref}\."
    )
    with pytest.raises(Refusal, match=says):
        split(children, *parts, by=manager)
    assert (again(action).body, Body.objects.filter(name="Care Committee").exists()) == (children, False)


def test_parts_get_the_remit_and_can_be_committees_on_record(children, adults, parts, manager):
    education, found = split(children, parts[0], Part(body=adults), by=manager)
    assert (education.remit, again(found).remit) == ("Schools and care.", "Care at home.")
    assert set(children.successions_after.values_list("after", "how")) == {
        (education.pk, "split"),
        (adults.pk, "split"),
    }


@pytest.mark.parametrize(
    ("into", "says"),
    [
        ([Part(name="One")], "Name at least two different committees"),
        ([Part(name="One"), Part(name="One")], "Name at least two different committees"),
        ([Part(name="One"), Part(name="one")], "is a name of One"),
    ],
)
def test_split_is_refused(children, manager, into, says):
    with pytest.raises(Refusal, match=says):
        split_committee(children, into=into, from_on=DAY, by=manager, **DECIDED)


def test_committee_cannot_continue_itself_nor_a_portfolio_go_to_two(children, education, manager):
    both = [Part(name="One", portfolios=(education,)), Part(name="Two", portfolios=(education,))]
    for into, says in (([Part(body=children), Part(name="One")], "Children ends"), (both, "Education goes to two")):
        with pytest.raises(Refusal, match=says):
            split_committee(children, into=into, from_on=DAY, by=manager, **DECIDED)
