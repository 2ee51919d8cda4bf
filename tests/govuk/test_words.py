"""Dates in words."""

from datetime import UTC, date, datetime, time

import pytest

from govuk.words import clock_time, long_date, relative_to, short_date, times

TODAY = date(2023, 9, 19)


@pytest.mark.parametrize(
    ("value", "long", "short"),
    [
        (date(2023, 9, 26), "Tuesday 26 September 2023", "26 Sep 2023"),
        (date(2024, 2, 1), "Thursday 1 February 2024", "1 Feb 2024"),
        (datetime(2024, 3, 31, 23, 30, tzinfo=UTC), "Monday 1 April 2024", "1 Apr 2024"),
        (None, "", ""),
        ("", "", ""),
    ],
)
def test_date_in_words(value, long, short):
    assert (long_date(value), short_date(value)) == (long, short)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2023, 9, 26), "in 7 days"),
        (date(2023, 9, 20), "tomorrow"),
        (date(2023, 9, 19), "today"),
        (date(2023, 9, 18), "1 day late"),
        (date(2023, 9, 14), "5 days late"),
        (None, ""),
    ],
)
def test_date_relative_to_today(value, words):
    assert relative_to(value, TODAY) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (time(18, 30), "6:30pm"),
        (time(18), "6pm"),
        (time(9, 5), "9:05am"),
        (time(12), "12pm"),
        (time(0, 15), "12:15am"),
        (None, ""),
    ],
)
def test_time_in_words(value, words):
    assert clock_time(value) == words


@pytest.mark.parametrize(("number", "words"), [(1, "once"), (2, "twice"), (3, "3 times")])
def test_number_of_times_in_words(number, words):
    assert times(number) == words
