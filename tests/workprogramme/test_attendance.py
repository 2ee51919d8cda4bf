"""Who is to be at a meeting, and why."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions.domain.moving import move_meeting
from council.domain.setting_up import hold_post
from council.models import Portfolio
from tests.factories import make_body, make_item, make_meeting, make_officer, make_person, make_post
from workprogramme.domain.attendance import attendance_at, attendance_of, gaps_at
from workprogramme.domain.invitations import add_guest, answer_invitation, invite, withdraw_invitation
from workprogramme.domain.items import defer_item, place_item
from workprogramme.domain.series import begin_series

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]
TODAY = date(2023, 9, 19)


@pytest.fixture
def education():
    return Portfolio.objects.create(name="Education")


@pytest.fixture
def body(education):
    body = make_body("Children")
    body.portfolios.set([education])
    return body


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def roscoe(education):
    """The Cabinet Member's post, held by somebody."""
    return make_post("Cabinet Member for Education", holder=make_person("Diane Roscoe"), portfolio=education)


@pytest.fixture
def november(body, officer):
    return make_meeting(body, date(2023, 11, 14), by=officer)


def told(meeting):
    return [(str(line.who), line.group, line.reasons, line.must) for line in attendance_at(meeting)]


def test_cabinet_member_of_the_committees_portfolio_is_invited_to_each_meeting(november, roscoe):
    (line,) = attendance_at(november)
    assert (line.who, line.reasons, [str(holder) for holder in line.holders], line.stands) == (
        roscoe, ("Education is in the committee’s remit (Protocol 4.1)",), ["Diane Roscoe"], "Not invited yet",
    )  # fmt: skip


def test_cabinet_members_follow_from_the_agenda(november, roscoe, education, officer, body):
    health = Portfolio.objects.create(name="Health")
    moorhead = make_post("Cabinet Member for Health", portfolio=health)
    vaping = make_item(november, "Vaping", by=officer, portfolio=health)
    begin_series(body=body, title="Updates", returns="every_meeting", by=officer, portfolios=[education, health])
    update = november.items.get(title="Updates")
    assert told(november) == [
        ("Cabinet Member for Education", "cabinet", (
            "Education is in the committee’s remit (Protocol 4.1)",
            f"Presents an update report: {update.ref} Updates (Protocol 4.1)",
        ), False),
        (str(moorhead), "cabinet", (
            f"In the portfolio: {vaping.ref} Vaping (Protocol 4.1)",
            f"Presents an update report: {update.ref} Updates (Protocol 4.1)",
        ), False),
    ]  # fmt: skip


def test_pre_scrutiny_invites_the_cabinet_member_and_requires_a_senior_officer(november, roscoe, education, officer):
    post = make_post("Director of Schools")
    item = make_item(november, "School places", by=officer, purpose="pre_scrutiny", portfolio=education, report_of=post)
    assert told(november)[0][2][1] == f"Looked at before the decision: {item.ref} School places (Protocol 6.6)"
    assert told(november)[1] == (
        "Director of Schools", "officers",
        (f"Looked at before the decision: {item.ref} School places (Protocol 6.7)",), True,
    )  # fmt: skip
    assert gaps_at(november, [item]) == []


def test_pre_scrutiny_without_portfolio_or_post_says_what_is_missing(november, officer):
    item = make_item(november, "School places", by=officer, purpose="pre_scrutiny")
    make_item(november, "Attendance", by=officer)
    assert [gap.words for gap in gaps_at(november, november.items.all())] == [
        "No portfolio is named, so no Cabinet Member is invited (Protocol 6.6), for",
        "No post is named whose senior officer shall attend (Protocol 6.7) for",
    ]
    assert gaps_at(november, [item])[0].item == item


def test_officers_are_those_whose_report_it_is_and_the_posts_of_who_writes_it(november, officer):
    ann, bo = make_person("Ann"), make_person("Bo")
    head = make_post("Head of Service", holder=ann)
    director = make_post("Director", holder=bo)
    item = make_item(november, "Attendance", by=officer, authors=(ann, bo, make_person("Cy")), report_of=director)
    assert told(november) == [
        ("Cy", "officers", (f"Writes {item.ref} Attendance",), False),
        ("Director", "officers", (f"Report: {item.ref} Attendance", f"Writes {item.ref} Attendance"), False),
        (str(head), "officers", (f"Writes {item.ref} Attendance",), False),
    ]


def test_post_is_the_one_held_on_the_day_of_the_meeting(november, officer):
    ann, bo = make_person("Ann"), make_person("Bo")
    old, new = make_post("Old post"), make_post("New post")
    hold_post(person=ann, post=old, from_on=date(2023, 1, 1), to_on=date(2023, 10, 31))
    hold_post(person=ann, post=new, from_on=date(2023, 11, 1))
    hold_post(person=bo, post=new, from_on=date(2023, 1, 1), to_on=date(2023, 10, 31))
    make_item(november, by=officer, authors=(ann,))
    assert [(line.who, list(line.holders)) for line in attendance_at(november)] == [(new, [ann])]


def test_organisation_that_writes_a_report_is_a_guest(november, officer):
    make_item(november, "Care", by=officer, organisation="Health Trust")
    assert [(name, group) for name, group, *_ in told(november)] == [("Health Trust", "guests")]


def test_portfolio_that_has_ended_invites_nobody(november, roscoe, education):
    education.to_on = date(2023, 10, 1)
    education.save()
    assert attendance_at(november) == []


def test_informal_meeting_invites_no_cabinet_member_by_itself(body, officer, roscoe):
    informal = make_meeting(body, date(2023, 10, 3), by=officer, kind="informal", title="Visit")
    assert attendance_at(informal) == []


def test_where_it_stands_in_words(november, roscoe, officer):
    invite(november, whom=[roscoe], on=TODAY, by=officer)
    assert attendance_at(november)[0].stands == "Invited on 19 September 2023"
    for answer, instead, words in (
        ("comes", "", "Comes"), ("substitute", "Councillor Day", "Sends Councillor Day"), ("cannot", "", "Cannot come"),
        ("", "", "Invited on 19 September 2023"),
    ):  # fmt: skip
        answer_invitation(november, who=roscoe, answer=answer, instead=instead, by=officer)
        assert attendance_at(november)[0].stands == words


def test_answer_no_longer_holds_where_the_meeting_moves(november, roscoe, officer):
    invite(november, whom=[roscoe], on=TODAY, by=officer)
    answer_invitation(november, who=roscoe, answer="comes", by=officer)
    move_meeting(november, to=date(2023, 11, 21), why="Storm", by=officer)
    november.refresh_from_db()
    (line,) = attendance_at(november)
    assert (line.stands, line.answer, line.is_open) == (
        "Asked for 14 November 2023, before the meeting moved", "", True,
    )  # fmt: skip
    invite(november, whom=[roscoe], on=TODAY, by=officer)
    assert attendance_at(november)[0].stands == "Invited on 19 September 2023"


def test_guest_of_an_item_goes_where_it_goes(november, body, officer):
    january = make_meeting(body, date(2024, 1, 30), by=officer)
    item = make_item(november, "Police", by=officer)
    add_guest(item=item, organisation="Police", because="Agreed in March", by=officer)
    (guest,) = attendance_at(november)
    assert (guest.group, guest.reasons) == ("guests", (f"Agreed in March ({item.ref} Police)",))
    invite(november, whom=[guest.who], on=TODAY, by=officer)
    place_item(item, to=january, why="Busy", by=officer)
    assert attendance_at(november) == []
    assert attendance_at(january)[0].stands == "Asked for 14 November 2023, before the meeting moved"


def test_whoever_nothing_asks_for_any_more_stays_without_a_reason(november, officer):
    post = make_post("Director")
    item = make_item(november, by=officer, report_of=post)
    answer_invitation(november, who=post, answer="comes", by=officer)
    defer_item(item, why="Later", by=officer)
    assert [(line.who, line.reasons, line.answer) for line in attendance_at(november)] == [(post, (), "comes")]


def test_whoever_was_taken_off_follows_from_the_agenda_again(november, roscoe, officer):
    (invitation,) = invite(november, whom=[roscoe], on=TODAY, by=officer)
    withdraw_invitation(invitation, because="Not for this one", by=officer)
    assert [(line.who, line.invitation) for line in attendance_at(november)] == [(roscoe, None)]


def test_attendance_costs_the_same_for_many_as_for_one(body, officer, roscoe, education):
    def add(day):
        meeting = make_meeting(body, day, by=officer)
        ann = make_person()
        make_post(holder=ann)
        item = make_item(
            meeting, by=officer, authors=(ann,), portfolio=education, report_of=make_post(holder=make_person())
        )
        add_guest(item=item, organisation=f"Trust {item.pk}", because="Partner", by=officer)
        add_guest(meeting=meeting, person=f"Guest {item.pk}", because="Expert", by=officer)
        begin_series(body=body, title=str(item), returns="chosen", by=officer, items=[item], portfolios=[education])
        return meeting

    meetings, costs = [], []
    for month in (10, 11, 12):
        meetings.append(add(date(2023, month, 14)))
        with CaptureQueriesContext(connection) as queries:
            attendance_of(meetings)
        costs.append(len(queries))
    assert costs == [costs[0]] * 3
