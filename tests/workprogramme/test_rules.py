"""Who may plan and write an item."""

from datetime import date

import pytest

from tests.factories import make_body, make_item, make_manager, make_meeting, make_member, make_officer, make_user
from workprogramme import rules

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]


@pytest.fixture
def item():
    officer = make_officer(make_body())
    meeting = make_meeting(officer.grants.get().body, date(2023, 11, 14), by=officer)
    return make_item(meeting, by=officer, authors=(make_user().person, make_user().person))


PEOPLE = {
    "a member": (lambda item: make_member(item.programme.body), (False, False, False)),
    "an author": (lambda item: item.authors.first().person.user, (False, True, True)),
    "the second author": (lambda item: item.authors.last().person.user, (False, True, True)),
    "somebody else": (lambda item: make_user(), (False, False, False)),
    "its officer": (lambda item: make_officer(item.programme.body), (True, False, True)),
    "another's officer": (lambda item: make_officer(make_body()), (False, False, False)),
    "a manager": (lambda item: make_manager(), (True, False, True)),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_rules_by_person(item, who):
    make, may = PEOPLE[who]
    user = make(item)
    stage = item.stages.first()
    assert may == (
        rules.may_plan(user, item),
        rules.writes(user, item),
        rules.may_meet_stage(user, stage),
    )
