"""Dates typed in three parts."""

from datetime import date

import pytest
from django import forms

from govuk.date_field import DateField, DateInput, DateParts, month_number
from govuk.forms import GovukForm


class Received(GovukForm):
    received_on = DateField(
        label="Date received",
        earliest=date(2023, 1, 1),
        latest=date(2024, 12, 31),
        error_messages={"required": "Enter the date the report was received"},
    )


def typed(day, month, year):
    return Received({"received_on-day": day, "received_on-month": month, "received_on-year": year})


@pytest.mark.parametrize(
    ("parts", "read"),
    [
        (("26", "9", "2023"), date(2023, 9, 26)),
        ((" 26 ", "09", "2023"), date(2023, 9, 26)),
        (("1", "Sep", "2023"), date(2023, 9, 1)),
        (("1", "september", "2023"), date(2023, 9, 1)),
        (("29", "2", "2024"), date(2024, 2, 29)),
        (("1", "1", "2023"), date(2023, 1, 1)),
        (("31", "12", "2024"), date(2024, 12, 31)),
    ],
)
def test_date_is_read(parts, read):
    form = typed(*parts)
    assert (form.errors, form.cleaned_data) == ({}, {"received_on": read})


@pytest.mark.parametrize(
    ("parts", "message", "faulty"),
    [
        (("", "", ""), "Enter the date the report was received", ("day", "month", "year")),
        (("26", "", "2023"), "Date received must include a month", ("month",)),
        (("", "", "2023"), "Date received must include a day and month", ("day", "month")),
        (("26", "9", "23"), "Year must include 4 numbers", ("year",)),
        (("29", "2", "2023"), "Date received must be a real date", ("day", "month", "year")),
        (("31", "13", "2023"), "Date received must be a real date", ("day", "month", "year")),
        (("1", "ma", "2023"), "Date received must be a real date", ("day", "month", "year")),
        (("x", "1", "2023"), "Date received must be a real date", ("day", "month", "year")),
        (("9" * 20, "1", "2023"), "Date received must be a real date", ("day", "month", "year")),
        (("²", "1", "2023"), "Date received must be a real date", ("day", "month", "year")),
        (("1", "1", "0000"), "Date received must be a real date", ("day", "month", "year")),
        (("31", "12", "2022"), "Date received must be the same as or after 1 January 2023", ("day", "month", "year")),
        (("1", "1", "2025"), "Date received must be the same as or before 31 December 2024", ("day", "month", "year")),
    ],
)
def test_error_says_what_to_do_and_names_the_part(parts, message, faulty):
    form = typed(*parts)
    assert (form.errors, form["received_on"].faulty_parts) == ({"received_on": [message]}, faulty)


def test_what_was_typed_is_shown_again():
    assert [part["value"] for part in typed("31", "Feb", "2023")["received_on"].date_parts] == ["31", "Feb", "2023"]


def test_link_carries_a_date_under_the_bare_name():
    assert Received({"received_on": "2023-09-26"})["received_on"].value() == DateParts("26", "9", "2023")


def test_text_that_is_no_date_in_a_link_is_an_error():
    assert Received({"received_on": "soon"}).errors == {"received_on": ["Date received must include a month and year"]}


@pytest.mark.parametrize(("initial", "changed"), [(date(2023, 9, 26), False), (date(2023, 9, 27), True), (None, True)])
def test_date_changed_is_noticed(initial, changed):
    data = {"received_on-day": "26", "received_on-month": "9", "received_on-year": "2023"}
    assert Received(data, initial={"received_on": initial}).has_changed() is changed


def test_optional_date_left_empty_is_none():
    assert DateField(required=False).clean(DateParts()) is None


@pytest.mark.parametrize(
    ("data", "omitted"),
    [({}, True), ({"due-month": ""}, False), ({"due": "2023-09-26"}, False), ({"title": "x"}, True)],
)
def test_widget_knows_when_nothing_was_sent(data, omitted):
    assert DateInput().value_omitted_from_data(data, {}, "due") is omitted


def test_widget_draws_itself_in_any_form():
    class Plain(forms.Form):
        due = DateField(initial=date(2023, 9, 26))

    drawn = str(Plain()["due"])
    assert [
        f'name="due-{part}" type="text" value="{value}"' in drawn for part, value in (("day", 26), ("year", 2023))
    ] == [
        True,
        True,
    ]


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("012", 12), ("may", 5), ("Sept", 9), ("JUNE", 6)])
def test_month_number(text, number):
    assert month_number(text) == number
