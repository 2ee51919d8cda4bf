"""What somebody owes: whose it is, in which order, and what it costs to ask."""

from datetime import date, timedelta

import pytest

from actions.domain.actions import reassign
from actions.domain.moving import move_meeting
from actions.domain.recommendations import approve_by_council, make_recommendation, report_progress
from actions.domain.two_voices import propose_completion
from actions.domain.written_answers import ask_in_writing, give_answer
from council.domain.setting_up import hold_post, open_year, outside_body
from council.enums import DueKind
from scrutiny.duties import MOST, duties_of
from tests.factories import (
    make_action,
    make_body,
    make_item,
    make_manager,
    make_meeting,
    make_member,
    make_officer,
    make_person,
    make_post,
    make_user,
)
from workprogramme.domain.calls import answer_nothing, open_call
from workprogramme.domain.items import publish_item
from workprogramme.domain.stages import meet_stage

pytestmark = pytest.mark.django_db
DAY = date(2023, 9, 19)
ASKED = date(2023, 9, 5)
MEETING = date(2023, 11, 14)


@pytest.fixture(autouse=True)
def held(hold_date):
    hold_date(DAY)


@pytest.fixture
def by():
    return make_manager("The manager")


@pytest.fixture
def body():
    return make_body("Children's Services Committee")


@pytest.fixture
def asked(body, by):
    """The meeting that asked for things, a fortnight ago."""
    return make_meeting(body, ASKED, by=by)


def owed_by(user):
    return [(duty.kind, duty.what) for duty in duties_of(user, on=DAY)]


def test_author_owes_the_stages_of_their_reports_by_date(body, by):
    author = make_user()
    item = make_item(make_meeting(body, MEETING, by=by), "Fostering", by=by, authors=(author.person,))
    duties = duties_of(author, on=DAY)
    assert [(duty.kind, duty.what, duty.due_on) for duty in duties] == [
        ("Report", "Title and author confirmed: Fostering", date(2023, 10, 3)),
        ("Report", "First draft: Fostering", date(2023, 10, 17)),
        ("Report", "Finance and legal comments: Fostering", date(2023, 10, 24)),
        ("Report", "Clearance: Fostering", date(2023, 10, 31)),
        ("Report", "Final: Fostering", date(2023, 11, 3)),
    ]
    assert (duties[0].committee, duties[0].href, duties[0].late, duties[0].moved_in_words) == (
        "Children's Services Committee",
        f"/items/I{item.pk}/",
        False,
        "",
    )
    assert duties[0].why == item.stages.first().why != ""


def test_stage_that_is_done_or_whose_report_is_out_is_no_longer_owed(body, by):
    author = make_user()
    meeting = make_meeting(body, MEETING, by=by)
    first = make_item(meeting, "Fostering", by=by, authors=(author.person,))
    second = make_item(meeting, "Attendance", by=by, authors=(author.person,))
    meet_stage(first.stages.first(), by=author)
    publish_item(second, on=DAY, by=by)
    assert len(owed_by(author)) == 4


def test_organisation_owes_nothing_here(body, by):
    user = make_user()
    writer = outside_body("Health Trust")
    make_item(make_meeting(body, MEETING, by=by), by=by, organisation=writer.name)
    assert owed_by(user) == []


def test_action_is_owed_by_person_delegate_and_holder_of_the_post(asked, by):
    person, delegate, holder = make_user(), make_user(), make_user()
    make_action(asked, "Write to the minister", by=by, owner=person.person, delegate=delegate.person)
    make_action(asked, "Report on visits", by=by, owner=make_post(holder=holder.person))
    assert (owed_by(person), owed_by(delegate), owed_by(holder)) == (
        [("Action", "Write to the minister")],
        [("Action", "Write to the minister")],
        [("Action", "Report on visits")],
    )


def test_leavers_work_goes_to_the_next_holder(asked, by):
    leaver, successor = make_user(), make_user()
    post = make_post()
    hold_post(person=leaver.person, post=post, from_on=date(2020, 1, 1), to_on=DAY - timedelta(days=1))
    hold_post(person=successor.person, post=post, from_on=DAY)
    make_action(asked, "Report on visits", by=by, owner=post)
    assert (owed_by(leaver), owed_by(successor)) == ([], [("Action", "Report on visits")])


def test_action_that_is_done_or_somebody_elses_or_a_draft_is_not_owed(asked, by):
    user = make_user()
    owner = user.person
    propose_completion(make_action(asked, by=by, owner=owner), text="Done", by=user)
    make_action(asked, by=by, owner=owner, draft=True)
    reassign(make_action(asked, by=by, owner=owner), owner=make_person(), why="Not theirs", by=by)
    assert owed_by(user) == []


def test_implementation_update_is_owed_by_the_lead_post_until_given(body, by):
    lead = make_user()
    recommendation = make_recommendation(
        body=body, text="Extend the scheme", made_on=date(2023, 3, 1), by=by, lead_post=make_post(holder=lead.person)
    )
    update = approve_by_council(recommendation, on=date(2023, 3, 16), by=by)
    duty = duties_of(lead, on=DAY)[0]
    assert (duty.kind, duty.what, duty.due_on, duty.late) == (
        "Progress update",
        "Update 1 on: Extend the scheme",
        date(2023, 9, 16),
        True,
    )
    report_progress(update, view="on_track", text="Begun", by=lead)
    assert owed_by(lead) == [("Progress update", "Update 2 on: Extend the scheme")]


def test_officer_owes_the_agendas_of_their_own_committees_and_a_manager_of_all(body, by):
    officer, other = make_officer(body), make_officer(make_body())
    make_meeting(body, MEETING, by=by)
    agenda = [("Agenda", "Publish the agenda for 14 November 2023")]
    assert (owed_by(officer), owed_by(other), owed_by(by)) == (agenda, [], agenda)


def test_member_and_user_without_person_owe_nothing(asked, body, by):
    member, unknown = make_member(body), make_user()
    unknown.person = None
    unknown.save()
    make_action(asked, by=by)
    assert (owed_by(member), owed_by(unknown)) == ([], [])


def test_duties_stand_by_date_and_those_without_one_last(asked, by):
    user = make_user()
    for task, due in (("Later", date(2023, 12, 1)), ("Some day", None), ("Late", date(2023, 9, 18)), ("Now", DAY)):
        kind = DueKind.DATE if due else DueKind.NONE
        make_action(asked, task, by=by, owner=user.person, due_kind=kind, due_on=due)
    assert [(duty.what, duty.late) for duty in duties_of(user, on=DAY)] == [
        ("Late", True),
        ("Now", False),
        ("Later", False),
        ("Some day", False),
    ]


def test_moved_duty_keeps_its_first_date_and_says_how_often_it_moved(body, by):
    author = make_user()
    meeting = make_meeting(body, MEETING, by=by)
    make_item(meeting, by=by, authors=(author.person,))
    for day in (21, 28, 30):
        move_meeting(meeting, to=date(2023, 11, day), why="Hall not free", by=by)
    duty = duties_of(author, on=DAY)[0]
    assert (duty.first_due_on, duty.due_on, duty.moved_in_words) == (
        date(2023, 10, 3),
        date(2023, 10, 19),
        "moved 3 times",
    )


def test_list_is_bounded(asked, by):
    user = make_user()
    for _ in range(MOST + 2):
        make_action(asked, by=by, owner=user.person)
    assert len(duties_of(user, on=DAY)) == MOST


def one_of_each(body, by, user, number):
    meeting = make_meeting(body, MEETING + timedelta(days=7 * number), by=by)
    make_item(meeting, by=by, authors=(user.person,))
    post = make_post(holder=user.person)
    make_action(meeting, by=by, owner=post)
    asked = make_recommendation(body=body, text="Extend", made_on=DAY, by=by, lead_post=post)
    approve_by_council(asked, on=DAY, by=by)
    open_call(body=body, year=open_year(f"202{number}/2{number + 1}"), posts=[post], answer_by=MEETING, by=by)
    held = make_meeting(body, ASKED - timedelta(days=7 * number), by=by)
    ask_in_writing(meeting=held, question="How many?", owner=post, by=by)


def test_asking_costs_the_same_for_one_of_each_kind_and_for_three(body, by, django_assert_num_queries):
    officer = make_officer(body)
    one_of_each(body, by, officer, 1)
    one_of_each(body, by, officer, 2)
    one_of_each(body, by, officer, 3)
    officer.grants.all()
    with django_assert_num_queries(8):
        kinds = {duty.kind for duty in duties_of(officer, on=DAY)}
    assert kinds == {"Report", "Action", "Progress update", "Call for items", "Written answer", "Agenda"}


def test_holder_of_a_post_owes_an_answer_to_a_yearly_call_until_it_is_given(body, by):
    user = make_user()
    post = make_post(holder=user.person)
    call = open_call(body=body, year=open_year("2024/25"), posts=[post], answer_by=date(2023, 10, 6), by=by)
    assert owed_by(user) == [("Call for items", "Say what should be on the programme of 2024/25")]
    answer_nothing(call.answers.get(), by=user)
    assert owed_by(user) == []


def test_written_answer_is_owed_by_the_holder_of_the_post_until_it_is_answered(asked, by):
    holder = make_user()
    written = ask_in_writing(meeting=asked, question="How many?", owner=make_post(holder=holder.person), by=by)
    (duty,) = duties_of(holder, on=DAY)
    assert (duty.kind, duty.what, duty.due_on, duty.late, duty.href) == (
        "Written answer", "How many?", date(2023, 9, 19), False, f"/written-answers/W{written.pk}/",
    )  # fmt: skip
    assert [duty.late for duty in duties_of(holder, on=date(2023, 9, 20))] == [True]
    give_answer(written, answer="Twelve", by=holder)
    assert owed_by(holder) == []
