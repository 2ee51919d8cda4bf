"""Looking at a key decision before it is made (Protocol 6.3, 6.5)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from council.models import Portfolio
from council.refusal import Refusal
from tests.factories import make_body, make_entry, make_meeting, make_member, make_officer
from workprogramme.domain.pre_scrutiny import (
    agree_request,
    decline_request,
    enter_decision,
    meetings_before_decision,
    request_pre_scrutiny,
)
from workprogramme.models import ForwardEntry, Item, PreScrutinyRequest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

MEETINGS = [date(2023, 6, 6), date(2023, 9, 26), date(2023, 11, 14), date(2024, 1, 23)]


@pytest.fixture
def body():
    return make_body()


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def member(body):
    return make_member(body)


@pytest.fixture
def meetings(body, officer):
    make_meeting(body, date(2023, 11, 20), by=officer, kind="informal")
    make_meeting(body, date(2023, 11, 21), by=officer, state="cancelled")
    make_meeting(make_body(), date(2023, 11, 22), by=officer)
    return [make_meeting(body, on, by=officer) for on in MEETINGS]


def ask(body, member, decision_on) -> PreScrutinyRequest:
    entry = make_entry(decision_on, "School places", by=member)
    return request_pre_scrutiny(entry=entry, body=body, why="It affects every ward", by=member)


@pytest.mark.parametrize(
    ("decision_on", "found"),
    [
        (date(2023, 9, 26), []),
        (date(2023, 9, 27), MEETINGS[1:2]),
        (date(2023, 12, 7), MEETINGS[1:3]),
        (date(2024, 1, 23), MEETINGS[1:3]),
        (date(2024, 2, 1), MEETINGS[1:]),
        (None, MEETINGS[1:]),
    ],
)
def test_meetings_before_decision_are_formal_ones_to_come(body, member, meetings, decision_on, found):
    entry = make_entry(decision_on, by=member)
    assert [meeting.on for meeting in meetings_before_decision(entry, body)] == found


@pytest.mark.usefixtures("meetings")
def test_agree_request_puts_an_item_on_the_last_meeting_before_the_decision(body, member, officer):
    agreed = agree_request(ask(body, member, date(2023, 12, 7)), by=officer)
    assert (agreed.state, agreed.decided_by, agreed.state_because) == ("scheduled", officer, "")
    item = agreed.item
    assert (item.title, item.state, item.purpose, item.origin) == (
        "School places",
        "scheduled",
        "pre_scrutiny",
        "forward_plan",
    )
    assert (item.meeting.on, item.decision_on) == (date(2023, 11, 14), date(2023, 12, 7))
    assert item.stages.get(stage="draft").due_on == date(2023, 10, 17)


def test_agree_request_takes_an_earlier_meeting_where_one_is_named(body, member, officer, meetings):
    agreed = agree_request(ask(body, member, date(2023, 12, 7)), by=officer, meeting=meetings[1])
    assert agreed.item.meeting == meetings[1]


def test_agree_request_refuses_a_meeting_after_the_decision(body, member, officer, meetings):
    request = ask(body, member, date(2023, 12, 7))
    for meeting in (meetings[0], meetings[3]):
        with pytest.raises(Refusal) as refused:
            agree_request(request, by=officer, meeting=meeting)
        assert str(refused.value) == f"The meeting of {meeting.when} does not come before the decision."
    assert (PreScrutinyRequest.objects.get().state, Item.objects.count()) == ("requested", 0)


@pytest.mark.parametrize(
    ("arranged", "decision_on", "why"),
    [
        ([date(2023, 11, 14)], date(2023, 11, 14), "There is no meeting before the decision on 14 November 2023."),
        ([], date(2023, 12, 7), "There is no meeting before the decision on 7 December 2023."),
        ([], None, "The committee has no meeting arranged."),
        ([date(2023, 6, 6)], date(2023, 9, 1), "There is no meeting before the decision on 1 September 2023."),
    ],
)
def test_agree_request_says_where_there_is_no_meeting(body, member, officer, arranged, decision_on, why):
    for on in arranged:
        make_meeting(body, on, by=officer)
    answered = agree_request(ask(body, member, decision_on), by=officer)
    assert (answered.state, answered.state_because, answered.item) == ("not_possible", why, None)
    assert Item.objects.count() == 0


def test_decline_request_keeps_the_reason_the_member_will_see(body, member, officer):
    declined = decline_request(ask(body, member, date(2023, 12, 7)), why="Health will look at it", by=officer)
    assert (declined.state, declined.state_because, declined.decided_by) == (
        "declined",
        "Health will look at it",
        officer,
    )


def test_decline_request_refuses_without_a_reason(body, member, officer):
    with pytest.raises(Refusal) as refused:
        decline_request(ask(body, member, date(2023, 12, 7)), why=" ", by=officer)
    assert str(refused.value) == "Say why: the member who asked will see it."
    assert PreScrutinyRequest.objects.get().state == "requested"


@pytest.mark.usefixtures("meetings")
@pytest.mark.parametrize("second", ["agree", "decline"])
@pytest.mark.parametrize(("first", "now"), [("agree", "scheduled before the decision"), ("decline", "declined")])
def test_request_is_decided_once_also_from_an_old_page(body, member, officer, first, now, second):
    decide = {
        "agree": lambda request: agree_request(request, by=officer),
        "decline": lambda request: decline_request(request, why="Later", by=officer),
    }
    request = ask(body, member, date(2023, 12, 7))
    old = PreScrutinyRequest.objects.get(pk=request.pk)
    decide[first](request)
    before = PreScrutinyRequest.objects.values().get()
    with pytest.raises(Refusal) as refused:
        decide[second](old)
    assert str(refused.value) == f"This request is already {now}."
    assert PreScrutinyRequest.objects.values().get() == before


def test_request_twice_is_refused_while_one_is_open(body, member, officer):
    request = ask(body, member, date(2023, 12, 7))
    with pytest.raises(Refusal) as refused:
        request_pre_scrutiny(entry=request.entry, body=body, why="Again", by=officer)
    assert str(refused.value) == "Pre-scrutiny of this decision has already been asked for."
    other = request_pre_scrutiny(entry=request.entry, body=make_body(), why="For us too", by=officer)
    decline_request(request, why="Later", by=officer)
    again = request_pre_scrutiny(entry=request.entry, body=body, why="Something new", by=member)
    assert [row.state for row in (other, again)] == ["requested", "requested"]


def test_request_twice_is_held_off_by_the_database(body, member):
    request = ask(body, member, date(2023, 12, 7))
    with pytest.raises(IntegrityError), transaction.atomic():
        PreScrutinyRequest.objects.create(
            entry=request.entry, body=body, asked_by=member, asked_on=date(2023, 9, 19), why="Again"
        )
    assert PreScrutinyRequest.objects.count() == 1


def test_request_keeps_who_asked_when_and_why(body, member):
    request = ask(body, member, date(2023, 12, 7))
    assert (request.asked_by, request.asked_on, request.why) == (member, date(2023, 9, 19), "It affects every ward")


def test_request_refuses_without_a_reason(body, member):
    with pytest.raises(Refusal) as refused:
        request_pre_scrutiny(entry=make_entry(None, by=member), body=body, why="", by=member)
    assert str(refused.value) == "Say what the committee should look at and why."
    assert PreScrutinyRequest.objects.count() == 0


def test_enter_decision_refuses_without_a_title(body, member):
    with pytest.raises(Refusal) as refused:
        enter_decision(title=" ", decision_maker=body, published_on=date(2023, 9, 1), by=member)
    assert (str(refused.value), ForwardEntry.objects.count()) == ("Enter the title of the decision.", 0)


@pytest.mark.usefixtures("meetings")
def test_item_takes_the_portfolio_of_its_decision_so_that_its_cabinet_member_is_invited(body, member, officer):
    education = Portfolio.objects.create(name="Education")
    entry = make_entry(date(2023, 12, 7), by=member, portfolio=education)
    request = request_pre_scrutiny(entry=entry, body=body, why="It affects every ward", by=member)
    assert agree_request(request, by=officer).item.portfolio == education
