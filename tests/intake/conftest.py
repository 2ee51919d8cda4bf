"""What the tests of intake share."""

import pytest

from tests.committee_year import body, officer, people, signed_in
from tests.reminders.conftest import count_queries

__all__ = ["body", "count_queries", "officer", "people", "signed_in"]


@pytest.fixture(autouse=True)
def nobody_is_woken(wake_ups_in_memory):
    """No worker runs beside these tests: what waits is read where a test says so."""
