"""*Work out a date*: answers at an address, with proof, and mistakes mended in words."""

from datetime import date

import pytest

from council.models import ClockSetting, Holiday
from council.periods import CHECK, SHIPPED, periods_in_force
from deadlines.bank_holidays import HORIZON
from deadlines.rules import RULES

pytestmark = pytest.mark.django_db


def ask(client, **query):
    return client.get("/dates/", query)


@pytest.mark.parametrize(
    ("rule", "day", "number", "answer"),
    [
        ("clear-days-before", "2023-09-26", 5, date(2023, 9, 18)),
        ("clear-days-before", "2024-04-09", 5, date(2024, 3, 28)),
        ("working-days-before", "2023-09-26", 20, date(2023, 8, 28 + 1)),
        ("working-days-after", "2023-05-05", 1, date(2023, 5, 9)),
        ("calendar-days-after", "2023-09-26", 28, date(2023, 10, 24)),
        ("months-after", "2023-08-31", 6, date(2024, 2, 29)),
        ("months-beginning-with", "2023-03-10", 2, date(2023, 5, 9)),
    ],
)
def test_date_is_worked_out_for_anyone(client, rule, day, number, answer):
    page = ask(client, rule=rule, date=day, number=number)
    assert (page.status_code, page.context["proof"].end) == (200, answer)


def test_date_typed_in_three_boxes_is_read(client):
    page = client.get("/dates/?rule=clear-days-before&date-day=26&date-month=9&date-year=2023&number=5")
    assert page.context["proof"].end == date(2023, 9, 18)


def test_answer_is_said_large_with_what_was_not_counted(client):
    text = ask(client, rule="clear-days-before", date="2023-09-26", number=5).content.decode()
    assert '<p class="govuk-heading-l govuk-!-margin-bottom-0">Monday 18 September 2023</p>' in text
    assert "not counted: Saturday" in text


def test_own_holiday_counts_and_is_named(client):
    Holiday.objects.create(on=date(2023, 9, 20), name="Day of the pier")
    page = ask(client, rule="clear-days-before", date="2023-09-26", number=5)
    assert page.context["proof"].end == date(2023, 9, 15)
    assert "not counted: Day of the pier" in page.content.decode()


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ({"rule": "", "date": "2023-09-26", "number": "5"}, {"rule": ["Choose what you want to work out"]}),
        (
            {"rule": "noon", "date": "2023-09-26", "number": "5"},
            {"rule": ["Choose the what do you want to work out? from the list"]},
        ),
        ({"rule": "months-after", "date": "", "number": "5"}, {"date": ["Enter the date"]}),
        (
            {"rule": "months-after", "date": "2023-02-30", "number": "5"},
            {"date": ["Date must include a month and year"]},
        ),
        (
            {"rule": "months-after", "date-day": "30", "date-month": "2", "date-year": "2023", "number": "5"},
            {"date": ["Date must be a real date"]},
        ),
        (
            {"rule": "months-after", "date": "2023-09-26", "number": "five"},
            {"number": ["Number of days or months must be a whole number"]},
        ),
        (
            {"rule": "months-after", "date": "2023-09-26", "number": "-1"},
            {"number": ["Number of days or months must be 0 or more"]},
        ),
        (
            {"rule": "months-after", "date": "2023-09-26", "number": "99999"},
            {"number": ["Number of days or months must be 3660 or less"]},
        ),
        (
            {"rule": "months-beginning-with", "date": "2023-09-26", "number": "0"},
            {"number": ["A period of months beginning with a day is at least one month long."]},
        ),
        (
            {"rule": "months-after", "date": "9999-12-31", "number": "1"},
            {"number": ["The answer falls outside the years 1 to 9999."]},
        ),
    ],
)
def test_mistake_is_answered_in_words_and_works_nothing_out(client, query, errors):
    page = ask(client, **query)
    assert (page.status_code, page.context["form"].errors, page.context["proof"]) == (200, errors, None)


def test_period_without_date_begins_the_form_without_errors(client):
    form = ask(client, rule="months-after", number=6).context["form"]
    assert (form.is_bound, form.initial) == (False, {"rule": "months-after", "number": "6"})


def test_every_period_is_listed_with_a_link_that_puts_it_in_the_form(client):
    ClockSetting.objects.create(key="forward_plan", number=3, source="Constitution, part 4")
    rows = ask(client).context["periods"]
    assert [row[1:] for row in rows] == [[f"{p.number} {p.unit}", p.source] for p in periods_in_force()]
    assert rows[4][1:] == ["3 months", "Constitution, part 4"]
    assert 'href="?rule=clear-days-before&amp;number=5#question"' in rows[0][0]


@pytest.mark.parametrize("period", SHIPPED.values(), ids=str)
def test_period_runs_by_a_known_clock_and_says_when_to_check(period):
    assert period.rule in RULES
    assert period.sure or CHECK in period.source


@pytest.mark.parametrize(("day", "warned"), [(date(2023, 9, 19), False), (HORIZON, True)])
def test_end_of_the_bank_holiday_list_is_warned_of_a_year_before(client, hold_date, day, warned):
    hold_date(day)
    assert ("Less than a year of the bank holiday list is left" in ask(client).content.decode()) is warned
