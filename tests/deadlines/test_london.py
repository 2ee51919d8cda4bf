"""The day in London on both sides of midnight, and on both days when the clocks change."""

from datetime import UTC, date, datetime

import pytest

from deadlines.london import end_of_day, london_today


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        ("2024-03-30T23:30", "2024-03-30"),  # 23:30 GMT on the eve
        ("2024-03-31T00:30", "2024-03-31"),  # 00:30 GMT, half an hour before the clocks go forward
        ("2024-03-31T22:30", "2024-03-31"),  # 23:30 BST
        ("2024-03-31T23:30", "2024-04-01"),  # 00:30 BST
        ("2024-10-26T22:30", "2024-10-26"),  # 23:30 BST on the eve
        ("2024-10-26T23:30", "2024-10-27"),  # 00:30 BST
        ("2024-10-27T23:30", "2024-10-27"),  # 23:30 GMT
        ("2024-10-28T00:30", "2024-10-28"),  # 00:30 GMT
    ],
)
def test_london_today_follows_the_clocks(utc, day):
    assert london_today(datetime.fromisoformat(utc).replace(tzinfo=UTC)) == date.fromisoformat(day)


def test_london_today_refuses_a_moment_without_a_time_zone():
    with pytest.raises(ValueError, match="needs a time zone"):
        london_today(datetime(2024, 3, 31, 12))


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        ("2024-03-30", "2024-03-31T00:00"),
        ("2024-03-31", "2024-03-31T23:00"),
        ("2024-10-26", "2024-10-26T23:00"),
        ("2024-10-27", "2024-10-28T00:00"),
        ("2024-12-31", "2025-01-01T00:00"),
    ],
)
def test_end_of_day_is_midnight_in_london(day, utc):
    assert end_of_day(date.fromisoformat(day)) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_end_of_the_last_day_is_refused():
    with pytest.raises(ValueError, match="outside the years 1 to 9999"):
        end_of_day(date.max)
