"""The rules by name: each proof adds up and ends in the answer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deadlines.bank_holidays import BEGINS, HORIZON, england_and_wales
from deadlines.calendar import Calendar
from deadlines.proof import ProofDay
from deadlines.rules import RULES, find_rule, work_out

OFFICE = Calendar(holidays=england_and_wales(), horizon=HORIZON, begins=BEGINS)
CLOSED = Calendar(
    holidays=england_and_wales(),
    closures={date(2024, 12, 27): "Christmas closure", date(2024, 12, 28): "Christmas closure"},
)
DAY_RULES = ["working-days-before", "working-days-after", "clear-days-before", "calendar-days-after"]
MONTH_RULES = ["months-after", "months-beginning-with"]

days = st.dates(date(2020, 1, 1), date(2027, 12, 31))


def test_rules_are_those_of_the_command():
    assert list(RULES) == [
        "working-days-before",
        "working-days-after",
        "clear-days-before",
        "calendar-days-after",
        "months-after",
        "months-beginning-with",
    ]
    assert [rule.name for rule in RULES.values()] == list(RULES)


def test_find_rule_names_the_rules_when_there_is_no_such_one():
    with pytest.raises(
        ValueError, match="no rule 'fortnights'; the rules are working-days-before, working-days-after,"
    ):
        find_rule("fortnights")


@given(st.sampled_from(DAY_RULES), days, st.integers(0, 45))
def test_proof_of_days_counts_as_many_as_asked_and_shows_every_day(name, day, n):
    proof = work_out(name, day, n, OFFICE)
    shown = [shown.day for shown in proof.days]
    assert proof.counted == n
    assert (shown[0], shown[-1]) == (day, proof.end)
    assert len(shown) == abs((proof.end - day).days) + 1
    assert proof.end == find_rule(name).answer(day, n, OFFICE)


@given(st.sampled_from(MONTH_RULES), days, st.integers(1, 60))
def test_proof_of_months_ends_in_the_answer(name, day, n):
    proof = work_out(name, day, n, OFFICE)
    assert proof.days == ()
    assert f"{proof.end.day} {proof.end:%B %Y}" in proof.steps[-1]
    assert proof.end == find_rule(name).answer(day, n, OFFICE)


def test_proof_of_clear_days_says_why_each_day_was_left_out():
    proof = work_out("clear-days-before", date(2024, 4, 3), 1, OFFICE)
    assert proof.rule == "1 clear day before Wednesday 3 April 2024"
    assert proof.source.startswith("Local Government Act 1972 s100A(6)(a) and s100B(3).")
    assert proof.days == (
        ProofDay(date(2024, 4, 3), False, "the day of the meeting"),
        ProofDay(date(2024, 4, 2), True, "clear day 1"),
        ProofDay(date(2024, 4, 1), False, "Easter Monday"),
        ProofDay(date(2024, 3, 31), False, "Sunday"),
        ProofDay(date(2024, 3, 30), False, "Saturday"),
        ProofDay(date(2024, 3, 29), False, "Good Friday"),
        ProofDay(date(2024, 3, 28), False, "the day of publication"),
    )


def test_proof_of_working_days_numbers_those_that_counted():
    assert work_out("working-days-after", date(2023, 5, 5), 2, OFFICE).days == (
        ProofDay(date(2023, 5, 5), False, "the day counted from"),
        ProofDay(date(2023, 5, 6), False, "Saturday"),
        ProofDay(date(2023, 5, 7), False, "Sunday"),
        ProofDay(date(2023, 5, 8), False, "Coronation of Charles III"),
        ProofDay(date(2023, 5, 9), True, "working day 1"),
        ProofDay(date(2023, 5, 10), True, "working day 2"),
    )


@pytest.mark.parametrize(
    ("name", "day", "n", "steps"),
    [
        (
            "months-after",
            date(2023, 8, 31),
            6,
            (
                "Start from Thursday 31 August 2023.",
                "6 months later is February 2024.",
                "February 2024 has no 31st, so the period ends on its last day: Thursday 29 February 2024.",
            ),
        ),
        (
            "months-after",
            date(2023, 11, 16),
            6,
            (
                "Start from Thursday 16 November 2023.",
                "6 months later is May 2024.",
                "The corresponding date is Thursday 16 May 2024.",
            ),
        ),
        (
            "months-beginning-with",
            date(2024, 3, 1),
            2,
            (
                "The period begins with Friday 1 March 2024, which is its first day.",
                "2 months later is May 2024.",
                "The period ends on the day before the 1st of that month: Tuesday 30 April 2024.",
            ),
        ),
    ],
)
def test_proof_of_months_gives_its_steps_in_words(name, day, n, steps):
    assert work_out(name, day, n, OFFICE).steps == steps


@pytest.mark.parametrize(
    ("name", "day", "n", "calendar", "warnings"),
    [
        ("working-days-after", date(2023, 9, 19), 5, OFFICE, ()),
        (
            "working-days-after",
            date(2028, 12, 28),
            5,
            OFFICE,
            ("The list of bank holidays is published to Sunday 31 December 2028; after that this date may move.",),
        ),
        (
            "working-days-before",
            date(1978, 1, 4),
            5,
            OFFICE,
            ("The list of bank holidays begins on Sunday 1 January 1978; days before that may not be right.",),
        ),
        (
            "clear-days-before",
            date(2025, 1, 6),
            5,
            CLOSED,
            ("The council is closed on Friday 27 December 2024 (Christmas closure); the day counts all the same.",),
        ),
        (
            "months-after",
            date(2024, 6, 27),
            6,
            CLOSED,
            ("Friday 27 December 2024 is not a working day (Christmas closure); the period is not extended.",),
        ),
        (
            "months-beginning-with",
            date(2024, 10, 26),
            2,
            OFFICE,
            ("Wednesday 25 December 2024 is not a working day (Christmas Day); the period is not extended.",),
        ),
        (
            "calendar-days-after",
            date(2024, 3, 1),
            28,
            OFFICE,
            ("Friday 29 March 2024 is not a working day (Good Friday); the period is not extended.",),
        ),
    ],
)
def test_proof_warns_of_the_horizon_of_closures_and_of_an_end_on_a_day_off(name, day, n, calendar, warnings):
    assert work_out(name, day, n, calendar).warnings == warnings


def test_a_holiday_newly_listed_moves_the_date():
    unaware = Calendar(holidays={day: name for day, name in england_and_wales().items() if day != date(2022, 9, 19)})
    assert work_out("clear-days-before", date(2022, 9, 22), 5, unaware).end == date(2022, 9, 14)
    assert work_out("clear-days-before", date(2022, 9, 22), 5, OFFICE).end == date(2022, 9, 13)
