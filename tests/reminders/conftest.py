"""What the tests of reminders share."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture
def time_machine_at():
    """A clock set to a moment: ``with time_machine_at("2023-10-17 05:59+00:00"):``."""

    def at(moment: str):
        return time_machine.travel(moment, tick=False)

    return at


@pytest.fixture
def count_queries():
    """How many queries a call makes."""

    def count(call) -> int:
        with CaptureQueriesContext(connection) as queries:
            call()
        return len(queries)

    return count
