"""The council's own days on top of the kept list, and what day it is."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from council.calendar import kept_calendar, now, office_calendar, today
from council.models import Council, Holiday
from deadlines.bank_holidays import BEGINS, HORIZON, england_and_wales
from deadlines.clock import working_days_after
from deadlines.london import LONDON

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def not_held(settings):
    settings.HELD_DATE = None


def test_office_calendar_is_the_kept_list_where_the_council_has_no_days_of_its_own():
    assert office_calendar() == kept_calendar()
    assert (office_calendar().begins, office_calendar().horizon) == (BEGINS, HORIZON)


def test_office_calendar_adds_removes_and_closes_as_the_table_says(django_assert_num_queries):
    Holiday.objects.create(on=date(2025, 6, 10), name="Proclaimed day", kind="bank_holiday")
    Holiday.objects.create(on=date(2025, 5, 5), name="Moved", kind="not_a_holiday")
    Holiday.objects.create(on=date(2025, 12, 29), name="Christmas closure", kind="closure")
    Holiday.objects.create(on=date(2025, 6, 11), name="Never was one", kind="not_a_holiday")
    with django_assert_num_queries(2):
        calendar = office_calendar()
    kept = {day: name for day, name in england_and_wales().items() if day != date(2025, 5, 5)}
    assert calendar.holidays == {**kept, date(2025, 6, 10): "Proclaimed day"}
    assert calendar.closures == {date(2025, 12, 29): "Christmas closure"}


def test_office_calendar_follows_the_councils_own_week():
    Council.objects.create(pk=1, weekend="46")
    assert [office_calendar().is_working_day(date(2025, 6, day)) for day in (12, 13, 14, 15)] == [
        True,
        False,
        True,
        False,
    ]


def test_office_calendar_leaves_the_kept_list_as_it_was():
    Holiday.objects.create(on=date(2025, 6, 10), name="Proclaimed day", kind="bank_holiday")
    office_calendar()
    assert date(2025, 6, 10) not in england_and_wales()


def test_newly_proclaimed_holiday_moves_a_date():
    assert working_days_after(date(2025, 6, 9), 1, office_calendar()) == date(2025, 6, 10)
    Holiday.objects.create(on=date(2025, 6, 10), name="Proclaimed day", kind="bank_holiday")
    assert working_days_after(date(2025, 6, 9), 1, office_calendar()) == date(2025, 6, 11)


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        ("2024-03-31T00:30", date(2024, 3, 31)),
        ("2024-03-31T22:30", date(2024, 3, 31)),
        ("2024-03-31T23:30", date(2024, 4, 1)),
        ("2024-10-26T23:30", date(2024, 10, 27)),
        ("2024-10-27T23:30", date(2024, 10, 27)),
    ],
)
def test_today_is_the_day_in_london_across_both_clock_changes(utc, day):
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    with time_machine.travel(moment, tick=False):
        assert today() == day
        assert now() == moment
        assert now().tzinfo == LONDON


def test_today_is_the_day_held_by_the_council():
    Council.objects.create(pk=1, held_on=date(2023, 9, 19))
    assert today() == date(2023, 9, 19)
    assert now() == datetime(2023, 9, 19, 12, tzinfo=LONDON)


def test_today_held_by_the_setting_goes_before_the_council_s(settings):
    settings.HELD_DATE = date(2023, 10, 17)
    Council.objects.create(pk=1, held_on=date(2023, 9, 19))
    assert today() == date(2023, 10, 17)
    assert now() == datetime(2023, 10, 17, 12, tzinfo=LONDON)


def test_today_creates_no_council():
    today()
    assert Council.objects.count() == 0
