"""Adding a user from the command line."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from council.models import User
from council.rules import is_manager, is_officer_of
from tests.factories import make_body

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def typed(monkeypatch):
    monkeypatch.setattr("council.management.commands.add_user.getpass", lambda prompt: "a long pass phrase")


def test_officer_is_added_for_one_committee():
    body = make_body("Harbours Committee")
    call_command("add_user", "olive", name="Olive Officer", role="officer", committee="Harbours Committee")
    olive = User.objects.get(username="olive")
    assert (is_officer_of(olive, body), is_manager(olive)) == (True, False)
    assert olive.check_password("a long pass phrase")


def test_holder_of_a_post_is_added():
    call_command("add_user", "dora", name="Dora Director", post="Director of Trams")
    assert [str(held.post) for held in User.objects.get().person.holdings.all()] == ["Director of Trams"]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"role": "officer"}, "Say which committee"),
        ({"role": "officer", "committee": "Nowhere"}, "no committee called Nowhere"),
    ],
)
def test_officer_without_a_committee_is_refused_and_nothing_is_kept(options, says):
    with pytest.raises(CommandError, match=says):
        call_command("add_user", "olive", name="Olive Officer", **options)
    assert User.objects.count() == 0


def test_same_name_twice_is_refused():
    call_command("add_user", "dora", name="Dora Director")
    with pytest.raises(CommandError, match="called dora already"):
        call_command("add_user", "dora", name="Another Dora")
    assert User.objects.count() == 1
