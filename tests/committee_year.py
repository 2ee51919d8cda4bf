"""A committee with its people, two meetings and an item, at the held date: fixtures for tests of pages."""

from datetime import date

import pytest

from council.models import User
from tests.factories import make_body, make_item, make_manager, make_meeting, make_member, make_officer, make_user


@pytest.fixture
def body(db, held):
    return make_body("Children and families", short_name="Children", item_limit=3)


@pytest.fixture
def people(body):
    """Who may try a page, by role."""
    return {
        "officer": make_officer(body),
        "manager": make_manager(),
        "officer elsewhere": make_officer(make_body("Adults")),
        "member": make_member(body),
        "author": make_user("Ada Brown"),
        "nobody": User.objects.create_user("nobody"),
    }


@pytest.fixture
def officer(people):
    return people["officer"]


@pytest.fixture
def november(body, officer):
    return make_meeting(body, date(2023, 11, 14), by=officer)


@pytest.fixture
def january(body, officer):
    return make_meeting(body, date(2024, 1, 30), by=officer)


@pytest.fixture
def item(november, officer, people):
    return make_item(november, "Scorecard", by=officer, authors=(people["author"].person,))


@pytest.fixture
def signed_in(client, people):
    """Sign somebody in by role: ``signed_in("officer")``."""

    def sign_in(role):
        client.force_login(people[role])
        return client

    return sign_in
