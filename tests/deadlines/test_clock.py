"""The clocks against tables of dates, and against counting by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deadlines.bank_holidays import england_and_wales
from deadlines.calendar import Calendar
from deadlines.clock import (
    MOST,
    calendar_days_after,
    clear_days_before,
    latest_due_late_by,
    latest_due_reached,
    months_after,
    months_beginning_with,
    next_working_day_or_same,
    previous_working_day_or_same,
    working_days_after,
    working_days_before,
)

OFFICE = Calendar(holidays=england_and_wales())
ONE_DAY = timedelta(days=1)

days = st.dates(date(2019, 12, 1), date(2028, 1, 31))
numbers = st.integers(0, 45)


def on(printed: str) -> date:
    return date.fromisoformat(printed)


@pytest.mark.parametrize(
    ("meeting", "n", "published"),
    [
        ("2023-09-26", 5, "2023-09-18"),  # a plain week
        ("2024-04-09", 5, "2024-03-28"),  # Good Friday and Easter Monday
        ("2022-09-26", 5, "2022-09-15"),  # the State Funeral
        ("2023-05-11", 5, "2023-05-02"),  # the Coronation, after the early May holiday
        ("2023-01-05", 5, "2022-12-23"),  # Christmas, with two substitute days and one in the new year
        ("2024-01-02", 1, "2023-12-28"),
        ("2024-03-05", 5, "2024-02-26"),  # the leap day counts
        ("2023-11-14", 28, "2023-10-04"),
        ("2023-09-24", 5, "2023-09-15"),  # a meeting on a Sunday
        ("2024-12-27", 0, "2024-12-24"),  # none clear: the working day before
    ],
)
def test_clear_days_before_gives_the_last_day_of_publication(meeting, n, published):
    assert clear_days_before(on(meeting), n, OFFICE) == on(published)


@pytest.mark.parametrize(
    ("day", "n", "answer"),
    [
        ("2024-05-16", 40, "2024-03-18"),  # Easter and the early May holiday
        ("2024-05-16", 20, "2024-04-17"),
        ("2024-05-16", 5, "2024-05-09"),
        ("2024-04-02", 1, "2024-03-28"),
        ("2024-03-01", 1, "2024-02-29"),
        ("2024-01-02", 1, "2023-12-29"),
        ("2023-12-27", 1, "2023-12-22"),
        ("2022-01-04", 1, "2021-12-31"),
        ("2022-09-20", 1, "2022-09-16"),
        ("2023-05-09", 1, "2023-05-05"),
        ("2024-04-01", 1, "2024-03-28"),  # from a holiday
        ("2024-04-02", 2, "2024-03-27"),  # across the clocks going forward
        ("2024-10-28", 1, "2024-10-25"),  # across the clocks going back
        ("2024-03-31", 0, "2024-03-31"),  # none: the day itself, though a Sunday
    ],
)
def test_working_days_before_skips_weekends_and_bank_holidays(day, n, answer):
    assert working_days_before(on(day), n, OFFICE) == on(answer)


@pytest.mark.parametrize(
    ("day", "n", "answer"),
    [
        ("2024-03-28", 1, "2024-04-02"),
        ("2023-12-22", 1, "2023-12-27"),
        ("2023-12-29", 1, "2024-01-02"),
        ("2021-12-24", 1, "2021-12-29"),
        ("2020-05-07", 1, "2020-05-11"),  # the early May holiday moved to a Friday
        ("2022-06-01", 1, "2022-06-06"),
        ("2022-09-16", 1, "2022-09-20"),
        ("2023-05-05", 1, "2023-05-09"),
        ("2024-02-28", 1, "2024-02-29"),
        ("2024-02-28", 2, "2024-03-01"),
        ("2024-10-25", 1, "2024-10-28"),
        ("2024-12-24", 5, "2025-01-03"),
        ("2024-12-25", 0, "2024-12-25"),
    ],
)
def test_working_days_after_skips_weekends_and_bank_holidays(day, n, answer):
    assert working_days_after(on(day), n, OFFICE) == on(answer)


@pytest.mark.parametrize(
    ("day", "n", "answer"),
    [
        ("2023-11-16", 6, "2024-05-16"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2022-08-31", 6, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-03-31", 1, "2024-04-30"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2023-12-01", 1, "2024-01-01"),
        ("2024-01-31", 0, "2024-01-31"),
        ("2099-12-31", 2, "2100-02-28"),
        ("9999-11-30", 1, "9999-12-30"),
    ],
)
def test_months_after_ends_on_the_corresponding_date_or_the_months_last(day, n, answer):
    assert months_after(on(day), n) == on(answer)


@pytest.mark.parametrize(
    ("day", "n", "answer"),
    [
        ("2023-03-10", 2, "2023-05-09"),
        ("2024-03-10", 2, "2024-05-09"),
        ("2024-03-01", 2, "2024-04-30"),
        ("2024-05-01", 1, "2024-05-31"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2023-12-30", 2, "2024-02-29"),
        ("2023-12-29", 2, "2024-02-28"),
        ("2022-12-31", 2, "2023-02-28"),
        ("2023-01-29", 1, "2023-02-28"),
        ("2024-01-01", 2, "2024-02-29"),
        ("2024-01-31", 3, "2024-04-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-01-01", 12, "2024-12-31"),
    ],
)
def test_months_beginning_with_includes_its_first_day(day, n, answer):
    assert months_beginning_with(on(day), n) == on(answer)


@pytest.mark.parametrize(
    ("day", "n", "answer"),
    [("2024-02-01", 28, "2024-02-29"), ("2023-12-25", 7, "2024-01-01"), ("2024-03-30", 1, "2024-03-31")],
)
def test_calendar_days_after_counts_every_day(day, n, answer):
    assert calendar_days_after(on(day), n) == on(answer)


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        ("2024-03-31", "2024-03-28", "2024-04-02"),
        ("2023-12-25", "2023-12-22", "2023-12-27"),
        ("2024-04-02", "2024-04-02", "2024-04-02"),
        ("2022-09-19", "2022-09-16", "2022-09-20"),
    ],
)
def test_working_day_or_same_moves_only_a_day_off(day, before, after):
    assert previous_working_day_or_same(on(day), OFFICE) == on(before)
    assert next_working_day_or_same(on(day), OFFICE) == on(after)


COUNTS = [
    lambda day, n: working_days_before(day, n, OFFICE),
    lambda day, n: working_days_after(day, n, OFFICE),
    lambda day, n: clear_days_before(day, n, OFFICE),
    lambda day, n: latest_due_reached(day, n, OFFICE),
    lambda day, n: latest_due_late_by(day, n, OFFICE),
    calendar_days_after,
    months_after,
    months_beginning_with,
]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("n", [-1, MOST + 1, True, 1.5, "3"])
def test_number_out_of_bounds_is_refused(count, n):
    with pytest.raises(ValueError, match="must be a whole number from 0 to 3660"):
        count(date(2024, 1, 1), n)


@pytest.mark.parametrize(
    ("count", "day"),
    [
        (COUNTS[0], date.min),
        (COUNTS[1], date.max),
        (COUNTS[2], date.min),
        (COUNTS[3], date.max),
        (COUNTS[4], date.min),
        (calendar_days_after, date.max),
        (months_after, date.max),
        (months_beginning_with, date.max),
    ],
)
def test_answer_outside_the_calendar_is_refused(count, day):
    with pytest.raises(ValueError, match="outside the years 1 to 9999"):
        count(day, 1)


def test_months_beginning_with_of_no_months_is_refused():
    with pytest.raises(ValueError, match="at least one month long"):
        months_beginning_with(date(2024, 1, 1), 0)


def step(day: date, n: int, towards: int) -> date:
    while n:
        day += towards * ONE_DAY
        n -= OFFICE.is_working_day(day)
    return day


@given(days, numbers)
def test_working_days_agree_with_counting_by_hand(day, n):
    assert working_days_before(day, n, OFFICE) == step(day, n, -1)
    assert working_days_after(day, n, OFFICE) == step(day, n, 1)


@given(days, numbers)
def test_clear_days_before_is_the_last_working_day_that_leaves_enough(meeting, n):
    published, clear = meeting - ONE_DAY, 0
    while clear < n or not OFFICE.is_working_day(published):
        clear += OFFICE.is_working_day(published)
        published -= ONE_DAY
    assert clear_days_before(meeting, n, OFFICE) == published


def latest(today: date, n: int, reached) -> date:
    """The latest due date for which a step has been reached, by looking at every one."""
    due = today + timedelta(days=2 * n + 30)
    while not reached(due):
        due -= ONE_DAY
    return due


@given(days, numbers)
def test_latest_due_reached_is_the_inverse_of_working_days_before(today, n):
    by_hand = latest(today, n, lambda due: working_days_before(due, n, OFFICE) <= today)
    assert latest_due_reached(today, n, OFFICE) == by_hand


@given(days, numbers)
def test_latest_due_late_by_is_the_inverse_of_working_days_after(today, n):
    by_hand = latest(today, n, lambda due: working_days_after(due, n, OFFICE) <= today)
    assert latest_due_late_by(today, n, OFFICE) == by_hand


@given(days, days, numbers)
def test_inverses_hold_for_every_due_date(today, due, n):
    assert (working_days_before(due, n, OFFICE) <= today) == (due <= latest_due_reached(today, n, OFFICE))
    assert (working_days_after(due, n, OFFICE) <= today) == (due <= latest_due_late_by(today, n, OFFICE))


@given(days, st.integers(1, 60))
def test_months_beginning_with_ends_at_most_a_day_before_months_after(day, n):
    apart = (months_after(day, n) - months_beginning_with(day, n)).days
    assert apart == (0 if months_after(day, n).day < day.day else 1)
