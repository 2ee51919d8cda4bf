"""The same place in another year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deadlines.same_place import same_place, say_place


@pytest.mark.parametrize(
    ("day", "then", "words"),
    [
        (date(2023, 6, 6), date(2024, 6, 4), "first Tuesday of June"),
        (date(2023, 9, 26), date(2024, 9, 24), "fourth Tuesday of September"),
        (date(2024, 1, 30), date(2025, 1, 28), "fifth Tuesday of January"),
        (date(2024, 3, 12), date(2025, 3, 11), "second Tuesday of March"),
        (date(2024, 2, 29), date(2025, 2, 27), "fifth Thursday of February"),
        (date(2024, 12, 31), date(2025, 12, 30), "fifth Tuesday of December"),
    ],
)
def test_place_is_kept_and_the_weekday_is_counted_anew(day, then, words):
    assert (same_place(day, then.year), say_place(day)) == (then, words)


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_weekday_and_month_are_always_those_of_the_day(day):
    then = same_place(day, day.year + 1)
    assert (then.weekday(), then.month, then.year) == (day.weekday(), day.month, day.year + 1)
    assert abs((then - day) - timedelta(days=364)) <= timedelta(days=7)
