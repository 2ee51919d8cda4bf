"""Who may see, update and close an action."""

from datetime import date

import pytest

from actions import rules
from council.domain.setting_up import hold_post
from tests.factories import (
    make_action,
    make_body,
    make_manager,
    make_meeting,
    make_member,
    make_officer,
    make_post,
    make_recommended,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

TODAY = date(2023, 9, 19)


@pytest.fixture
def action():
    officer = make_officer(make_body())
    june = make_meeting(officer.grants.get().body, date(2023, 6, 6), by=officer)
    post = make_post()
    hold_post(person=make_user("Leaver").person, post=post, to_on=date(2023, 9, 18))
    hold_post(person=make_user("Holder").person, post=post, from_on=TODAY)
    return make_action(june, by=officer, owner=post, delegate=make_user("Delegate").person)


def named(action, name):
    return action.owed_by_post.holdings.get(person__name=name).person.user


PEOPLE = {
    "a member": (lambda action: make_member(action.body), (True, False, False, False)),
    "the holder": (lambda action: named(action, "Holder"), (True, True, True, False)),
    "the leaver": (lambda action: named(action, "Leaver"), (True, False, False, False)),
    "the delegate": (lambda action: action.delegate.user, (True, True, True, False)),
    "its officer": (lambda action: make_officer(action.body), (True, False, True, True)),
    "another's officer": (lambda action: make_officer(make_body()), (True, False, False, False)),
    "a manager": (lambda action: make_manager(), (True, False, True, True)),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_rules_by_person(action, who):
    make, may = PEOPLE[who]
    user = make(action)
    assert may == (
        rules.may_see_action(user, action),
        rules.owes(user, action, TODAY),
        rules.may_update(user, action, TODAY),
        rules.may_close(user, action),
    )


def test_a_draft_is_for_the_committee_s_officers_alone(action):
    action.state = "draft"
    people = (named(action, "Holder"), make_member(action.body), make_officer(action.body), make_manager())
    assert [rules.may_see_action(user, action) for user in people] == [False, False, True, True]


def test_owes_as_the_person_who_was_asked(action):
    user = make_user()
    action.owed_by_post, action.owed_by_person = None, user.person
    assert (rules.owes(user, action, TODAY), rules.owes(make_user(), action, TODAY)) == (True, False)


def test_may_update_recommendation_is_for_the_lead_post_and_officers(action):
    officer, holder = make_officer(action.body), named(action, "Holder")
    lead = action.owed_by_post
    recommendation = make_recommended(action.body, date(2023, 3, 1), by=officer, lead_post=lead)
    people = (officer, holder, named(action, "Leaver"), make_member(action.body))
    assert [rules.may_update_recommendation(user, recommendation, TODAY) for user in people] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("state", "live"),
    [("draft", False), ("open", True), ("proposed", True), ("complete", False), ("superseded", False)],
)
def test_is_live(action, state, live):
    action.state = state
    assert rules.is_live(action) == live
