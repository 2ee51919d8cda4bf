"""Stretches of the year: terms and quarters."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deadlines.stretches import QUARTERS, Stretch, stretches_ending

TERMS = {9: "autumn term", 1: "spring term", 4: "summer term"}


def test_municipal_year_holds_the_three_terms_that_end_in_it():
    found = stretches_ending(TERMS, date(2023, 5, 1), date(2024, 4, 30))
    assert [(stretch.words, stretch.first, stretch.last) for stretch in found] == [
        ("summer term (April to August 2023)", date(2023, 4, 1), date(2023, 8, 31)),
        ("autumn term (September to December 2023)", date(2023, 9, 1), date(2023, 12, 31)),
        ("spring term (January to March 2024)", date(2024, 1, 1), date(2024, 3, 31)),
    ]


def test_municipal_year_holds_four_quarters():
    found = stretches_ending(QUARTERS, date(2023, 5, 18), date(2024, 5, 15))
    assert [stretch.words for stretch in found] == [
        "quarter (April to June 2023)",
        "quarter (July to September 2023)",
        "quarter (October to December 2023)",
        "quarter (January to March 2024)",
    ]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2023, 11, 1), date(2024, 1, 31), "x (November 2023 to January 2024)"),
        (date(2023, 11, 1), date(2023, 11, 30), "x (November 2023)"),
    ],
)
def test_words_name_the_year_where_there_are_two_and_one_month_once(first, last, words):
    assert Stretch("x", first, last).words == words


def test_without_a_name_there_is_none():
    with pytest.raises(ValueError, match="at least one"):
        stretches_ending({}, date(2023, 5, 1), date(2024, 4, 30))


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.sets(st.integers(1, 12), min_size=1))
def test_every_day_is_in_one_stretch_of_one_year(day, months):
    names = {month: str(month) for month in months}
    years = [(date(n, 5, 1), date(n + 1, 4, 30)) for n in range(day.year - 2, day.year + 3)]
    found = [stretch for first, last in years for stretch in stretches_ending(names, first, last)]
    assert [stretch.holds(day) for stretch in found].count(True) == 1
    assert all(after.first == before.last + timedelta(days=1) for before, after in pairwise(found))
