"""The kept list against the bank holidays of England and Wales as the government published them."""

from datetime import date

import holidays
import pytest

from deadlines.bank_holidays import BEGINS, CHECKED_VERSION, HORIZON, LAST_YEAR, england_and_wales, warns

# Every weekday on which a bank holiday or its substitute fell.
PUBLISHED = {
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_weekday_bank_holidays_are_those_published(year):
    published = [date.fromisoformat(f"{year}-{day}") for day in PUBLISHED[year].split()]
    assert [day for day in sorted(england_and_wales()) if day.year == year and day.weekday() < 5] == published


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
        (date(2023, 5, 8), "Coronation of Charles III"),
        (date(2021, 12, 28), "Boxing Day (substitute day)"),
        (date(2024, 4, 1), "Easter Monday"),
    ],
)
def test_bank_holiday_has_its_name(day, name):
    assert england_and_wales()[day] == name


def test_holidays_of_scotland_and_northern_ireland_are_not_in_the_list():
    elsewhere = [date(2023, 1, 3), date(2023, 3, 17), date(2023, 7, 12), date(2023, 8, 7), date(2023, 11, 30)]
    assert [day for day in elsewhere if day in england_and_wales()] == []


def test_list_reaches_from_its_beginning_to_well_past_the_horizon():
    assert min(england_and_wales()) >= BEGINS
    assert max(england_and_wales()).year == LAST_YEAR


def test_horizon_was_set_for_the_library_in_use():
    assert holidays.__version__ == CHECKED_VERSION


@pytest.mark.parametrize(
    ("today", "warned"),
    [(date(2027, 12, 31), False), (date(2028, 1, 1), True), (date(2028, 12, 31), True), (date(2030, 1, 1), True)],
)
def test_list_warns_when_less_than_a_year_of_it_is_left(today, warned):
    assert date(2028, 12, 31) == HORIZON
    assert warns(today) == warned
