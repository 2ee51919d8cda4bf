"""Working days and their numbers, for any weekend and any list."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deadlines.calendar import WEEKEND, Calendar, OutOfRange
from deadlines.clock import working_days_after, working_days_before

SMALL = Calendar(holidays={date(2024, 12, 25): "Christmas Day"}, closures={date(2024, 12, 27): "Christmas closure"})

weekends = st.frozensets(st.integers(0, 6), max_size=6)
some_days = st.dates(date(2024, 1, 1), date(2024, 3, 31))


@pytest.mark.parametrize(
    ("day", "why_not"),
    [
        (date(2024, 12, 24), None),
        (date(2024, 12, 25), "Christmas Day"),
        (date(2024, 12, 27), None),
        (date(2024, 12, 28), "Saturday"),
        (date(2024, 12, 29), "Sunday"),
    ],
)
def test_why_not_names_the_weekend_day_or_the_holiday(day, why_not):
    assert SMALL.why_not(day) == why_not
    assert SMALL.is_working_day(day) == (why_not is None)


@pytest.mark.parametrize("weekend", [frozenset(range(7)), frozenset({7}), frozenset({-1, 5})])
def test_weekend_that_leaves_no_day_to_work_or_no_such_day_is_refused(weekend):
    with pytest.raises(ValueError, match="leaves at least one day to work"):
        Calendar(weekend=weekend)


def test_weekend_of_a_calendar_is_saturday_and_sunday_unless_set():
    assert Calendar().weekend == WEEKEND
    assert working_days_after(date(2024, 3, 7), 1, Calendar(weekend=frozenset({4, 5}))) == date(2024, 3, 10)


def test_working_day_before_the_first_is_out_of_range():
    assert Calendar().working_day(1) == date.min
    with pytest.raises(OutOfRange):
        Calendar().working_day(0)


@given(weekends, st.frozensets(some_days, max_size=40), some_days)
def test_numbering_agrees_with_looking_at_each_day(weekend, holidays, day):
    calendar = Calendar(weekend=weekend, holidays=dict.fromkeys(holidays, "Holiday"))
    eve = date(2023, 12, 31)
    worked = sum(calendar.is_working_day(eve + timedelta(days=n)) for n in range(1, (day - eve).days + 1))
    counted = calendar.working_days_up_to(day.toordinal()) - calendar.working_days_up_to(eve.toordinal())
    assert counted == worked


@given(weekends, st.frozensets(some_days, max_size=40), some_days, st.integers(1, 30))
def test_working_days_there_and_back_return_to_a_working_day(weekend, holidays, day, n):
    calendar = Calendar(weekend=weekend, holidays=dict.fromkeys(holidays, "Holiday"))
    there = working_days_after(day, n, calendar)
    assert calendar.is_working_day(there)
    assert working_days_after(working_days_before(there, n, calendar), n, calendar) == there
