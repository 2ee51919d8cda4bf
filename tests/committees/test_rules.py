"""Who may see and change what a committee holds."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from committees import rules
from committees.domain.seats import take_seat
from tests.factories import make_body, make_manager, make_member, make_officer, make_user

pytestmark = pytest.mark.django_db

DAY = date(2023, 9, 26)


@pytest.fixture
def body():
    return make_body()


PEOPLE = {
    "somebody known": (lambda body: make_user(), (False, False, False)),
    "its member": (make_member, (False, True, True)),
    "another's member": (lambda body: make_member(make_body()), (False, False, False)),
    "its officer": (make_officer, (True, False, True)),
    "another's officer": (lambda body: make_officer(make_body()), (False, False, False)),
    "a manager": (lambda body: make_manager(), (True, False, True)),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_rules_by_person(body, who):
    make, may = PEOPLE[who]
    user = make(body)
    assert may == (
        rules.may_run(user, body),
        rules.sits_on(user, body, DAY),
        rules.may_see_exempt(user, body, DAY),
    )


@pytest.mark.parametrize(
    ("from_on", "to_on", "sits"),
    [
        (DAY, DAY, True),
        (None, DAY, True),
        (DAY, None, True),
        (date(2023, 9, 27), None, False),
        (None, date(2023, 9, 25), False),
    ],
)
def test_sits_on_only_while_the_term_runs(body, from_on, to_on, sits):
    user = make_user()
    take_seat(body=body, person=user.person, role="co-opted", by=user, from_on=from_on, to_on=to_on)
    assert (rules.sits_on(user, body, DAY), rules.may_see_exempt(user, body, DAY)) == (sits, sits)


def test_committees_are_not_run_by_strangers(body):
    assert rules.may_run(AnonymousUser(), body) is False
