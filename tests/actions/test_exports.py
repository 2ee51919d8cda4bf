"""The CSV file: exactly what is shown, safe to open, and nothing exempt."""

import csv
from datetime import date
from io import StringIO

import pytest

from actions import exports
from actions.domain.two_voices import record_answer
from actions.exports import actions_csv
from actions.filters import in_order
from actions.models import Action
from actions.standing import with_standing
from council.enums import DueKind
from papers.writing.sheet import BOM
from tests.factories import make_action, make_body, make_clause, make_meeting, make_officer, make_post


@pytest.fixture
def meeting(db, hold_date):
    hold_date(date(2023, 9, 19))
    body = make_body("Children's services")
    return make_meeting(body, date(2023, 6, 6), by=make_officer(body, "Dana Officer"))


@pytest.fixture
def officer(meeting):
    return make_officer(meeting.body)


def lines() -> list[list[str]]:
    text = "".join(actions_csv(with_standing(in_order(Action.objects.all()))))
    return list(csv.reader(StringIO(text.removeprefix(BOM))))


def test_csv_says_of_an_action_what_the_list_says(meeting, officer):
    action = make_action(
        meeting, "Report on complaints", by=officer, owner=make_post("Director"), due_kind=DueKind.DATE,
        due_on=date(2023, 7, 31), due_text="by the end of July", clause=make_clause(meeting, path="6/2/a"),
        exempt_note="SECRET",
    )  # fmt: skip
    head, row = lines()
    assert dict(zip(head, row, strict=True)) == {
        "Reference": action.ref,
        "Committee": "Children's services",
        "What is asked": "Report on complaints",
        "Asked of": "Director",
        "Asked of, as printed": "",
        "Minute": "6 (2) (a)",
        "Meeting": "2023-06-06",
        "Asked on": "2023-06-06",
        "Due on": "2023-07-31",
        "Due, as minuted": "“by the end of July”",
        "How the date was worked out": "As minuted: by the end of July",
        "First due on": "2023-07-31",
        "Times moved": "0",
        "Overdue": "Yes",
        "State": "Open",
        "Where it stands": "Nothing on record yet",
        "No programme item and no answer yet": "Yes",
    }


def test_csv_begins_with_the_mark_that_excel_reads_utf8_by(meeting, officer):
    assert next(actions_csv(with_standing(Action.objects.all()))).startswith("\ufeffReference,Committee,")


def test_csv_says_where_it_was_cut_off(meeting, officer, monkeypatch):
    for _ in range(3):
        make_action(meeting, by=officer)
    monkeypatch.setattr(exports, "MOST_ROWS", 2)
    assert [row[0] for row in lines()[3:]] == [
        "Only the first 2 actions are listed. Narrow the list to see the others."
    ]


def test_csv_costs_the_same_number_of_queries_for_more_rows(meeting, officer, django_assert_num_queries):
    def queries():
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as caught:
            lines()
        return len(caught)

    record_answer(make_action(meeting, by=officer), note="Answered", on=date(2023, 7, 1), by=officer)
    one = queries()
    for _ in range(2):
        record_answer(make_action(meeting, by=officer), note="Answered", on=date(2023, 7, 1), by=officer)
    assert queries() == one
