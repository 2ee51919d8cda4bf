"""Passing an action on: somebody else does the work, the post still owes it."""

from datetime import date

import pytest
from django.urls import reverse

from actions.domain.actions import pass_on, reassign
from actions.rules import may_update
from council.refusal import Stale
from tests.factories import make_action, make_body, make_meeting, make_officer, make_person, make_post, make_user

pytestmark = pytest.mark.django_db
DAY = date(2023, 9, 19)


@pytest.fixture
def scene(held):
    body = make_body()
    officer, holder = make_officer(body), make_user("Dora Director")
    june = make_meeting(body, date(2023, 6, 6), by=officer)
    return officer, holder, make_action(june, by=officer, owner=make_post("Director of Trams", holder.person))


def test_whoever_it_is_passed_to_may_say_where_it_stands_and_the_post_still_owes_it(scene):
    _, holder, action = scene
    deputy = make_user("Dan Deputy")
    assert not may_update(deputy, action, DAY)
    action = pass_on(action, to=deputy.person, by=holder)
    assert (may_update(deputy, action, DAY), str(action.owed_by)) == (True, "Director of Trams")
    assert action.history.first().history_change_reason == "Passed on to Dan Deputy"


def test_taken_back_it_is_with_the_holder_alone(scene):
    _, holder, action = scene
    action = pass_on(action, to=make_person("Dan Deputy"), by=holder)
    assert pass_on(action, to=None, by=holder).delegate is None


def test_another_owner_does_not_inherit_the_delegate(scene):
    officer, holder, action = scene
    action = pass_on(action, to=make_person("Dan Deputy"), by=holder)
    assert reassign(action, owner=make_post("Director of Ferries"), why="Moved", by=officer).delegate is None


def test_second_to_save_is_told_and_changes_nothing(scene):
    _, holder, action = scene
    pass_on(action, to=make_person("Dan Deputy"), by=holder, version=action.version)
    with pytest.raises(Stale):
        pass_on(action, to=None, by=holder, version=action.version)
    action.refresh_from_db()
    assert str(action.delegate) == "Dan Deputy"


def test_page_passes_it_on_and_says_to_whom(scene, client):
    _, holder, action = scene
    deputy = make_person("Dan Deputy")
    client.force_login(holder)
    sent = {"to": deputy.pk, "version": action.version}
    page = client.post(reverse("action_pass_on", args=[action.pk]), sent, follow=True).content.decode()
    assert "is passed on to Dan Deputy." in page
    assert "Passed on to Dan Deputy: change" in page
