"""The demonstration year, loaded once for a module of tests and taken back afterwards."""

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="module")
def year(django_db_setup, django_db_blocker):
    """The year, with its date held at 19 September 2023."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demonstration", verbosity=0)
        yield
        transaction.set_rollback(True)
