"""Who may do what, over the whole council."""

import pytest
from django.contrib.auth.models import AnonymousUser

from council import rules
from council.domain.setting_up import grant_role
from council.enums import Role
from council.models import User
from tests.factories import make_body, make_manager, make_member, make_officer, make_user

pytestmark = pytest.mark.django_db

NOBODY = {"is_administrator": False, "is_manager": False, "is_officer": False, "has_standing": False}


def administrator() -> User:
    user = make_user()
    grant_role(user=user, role=Role.ADMINISTRATOR)
    return user


PEOPLE = {
    "a stranger": (AnonymousUser, {}),
    "a user without a person": (lambda: User.objects.create_user("bare"), {}),
    "a superuser": (lambda: User.objects.create_superuser("root"), {"is_administrator": True, "has_standing": True}),
    "a member": (lambda: make_member(make_body()), {"has_standing": True}),
    "an officer": (lambda: make_officer(make_body()), {"is_officer": True, "has_standing": True}),
    "a manager": (make_manager, {"is_manager": True, "is_officer": True, "has_standing": True}),
    "an administrator": (administrator, {"is_administrator": True, "has_standing": True}),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_rules_by_person(who):
    make, may = PEOPLE[who]
    user = make()
    assert {name: getattr(rules, name)(user) for name in NOBODY} == NOBODY | may


def test_is_officer_of_one_committee_and_manager_of_all():
    ours, theirs = make_body(), make_body()
    officer, manager = make_officer(ours), make_manager()
    assert [rules.is_officer_of(officer, body) for body in (ours, theirs)] == [True, False]
    assert [rules.is_officer_of(manager, body) for body in (ours, theirs)] == [True, True]
    assert rules.is_officer_of(AnonymousUser(), ours) is False


def test_rules_ask_for_a_user_s_grants_once(django_assert_num_queries):
    body = make_body()
    officer = User.objects.get(pk=make_officer(body).pk)
    with django_assert_num_queries(1):
        assert [rules.is_officer(officer), rules.is_manager(officer), rules.is_officer_of(officer, body)] == [
            True,
            False,
            True,
        ]
