"""What every test may use."""

from datetime import date

import pytest


@pytest.fixture
def hold_date(settings):
    """Hold the date: ``hold_date(date(2023, 9, 19))``."""

    def hold(day: date) -> date:
        settings.HELD_DATE = day
        return day

    return hold
