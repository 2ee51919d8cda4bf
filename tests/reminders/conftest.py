"""What the tests of reminders share."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reminders.sink import Sink, serving


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


@pytest.fixture
def sink(settings):
    """A mail server, and the settings that send there."""
    handler = Sink()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_TIMEOUT = 5
    with serving(handler) as (settings.EMAIL_HOST, settings.EMAIL_PORT):
        yield handler
