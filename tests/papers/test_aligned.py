"""Tables, forms and boxes that papers set with spaces become rows with bars, on the lines they begin on."""

import pytest

from papers.reading.aligned import as_tables


def rows(text):
    return [line for line in as_tables(text).split("\n") if line.strip()]


HEAD = "Ref    Action                      Owner               Due date\n"


def test_all_lines_between_two_blank_lines_are_one_row():
    table = (
        "\n24/1   Share the evaluation of the    Director of         31.10.24\n"
        "       pilot once signed              Services\n"
        "\n24/2   Arrange a visit to the         Scrutiny Manager    TBC\n"
        "       Diagnostic Centre\n"
    )
    head = "Ref    Action                         Owner               Due date\n"
    assert rows(head + table) == [
        "| Ref | Action | Owner | Due date |",
        "| 24/1 | Share the evaluation of the pilot once signed | Director of Services | 31.10.24 |",
        "| 24/2 | Arrange a visit to the Diagnostic Centre | Scrutiny Manager | TBC |",
    ]


def test_rows_with_no_blank_line_between_are_told_by_what_begins_them():
    table = (
        "1      Write to the Trust          Chair               3 May 2024\n"
        "2      Circulate the figures for   Head of Housing     7 May 2024\n"
        "       each ward\n"
    )
    assert rows(HEAD + table) == [
        "| Ref | Action | Owner | Due date |",
        "| 1 | Write to the Trust | Chair | 3 May 2024 |",
        "| 2 | Circulate the figures for each ward | Head of Housing | 7 May 2024 |",
    ]


@pytest.mark.parametrize("between", ["\n\n                    7\n\n", "\n                  Page 2 of 3\n"])
def test_a_table_goes_on_over_the_foot_of_a_page(between):
    first = "1      Write to the Trust          Chair               3 May 2024\n"
    second = "2      Circulate the figures       Head of Housing     7 May 2024\n"
    assert rows(HEAD + first + between + second)[-1] == "| 2 | Circulate the figures | Head of Housing | 7 May 2024 |"


@pytest.mark.parametrize("heading", ["12 March 2024", "ITEMS AWAITING A DATE"])
def test_a_date_or_capitals_part_the_rows(heading):
    row = "1      Write to the Trust          Chair               3 May 2024\n"
    assert rows(f"{HEAD}{row}\n{heading}\n\n{row}")[2] == f"| {heading} |  |  |  |"


def test_prose_below_a_table_is_no_row_of_it():
    row = "1      Write to the Trust          Chair               3 May 2024\n"
    below = "The Panel is asked to note the tracker and to say whether any row may be closed."
    assert rows(f"{HEAD}{row}\n{below}")[-1] == below


def test_the_labels_of_a_form_that_comes_back_are_rows_and_a_short_line_ends_a_paragraph():
    form = (
        "Details of decision to be     {}\n"
        "taken                         To approve what was drafted after the public consultation.\n"
        "Decision maker                Cabinet\n"
        "Contact officer               Ruth Appleyard\n\n"
    )
    assert rows(form.format("Care framework") + form.format("Youth plan"))[:3] == [
        "| Details of decision to be taken | <p>Care framework</p>"
        "<p>To approve what was drafted after the public consultation.</p> |",
        "| Decision maker | Cabinet |",
        "| Contact officer | Ruth Appleyard |",
    ]


def test_the_box_of_a_report_is_rows_with_its_broken_labels_and_values_whole():
    box = (
        "Report to:        Overview and Scrutiny            Date of Meeting:    16 January 2024\n"
        "                  Committee (Adults)\n"
        "                  Cabinet                                              1 February 2024\n"
        "Is this a Key     Yes                              Included in         No\n"
        "Decision:                                          Forward Plan:\n"
    )
    assert rows(box) == [
        "| Report to: | Overview and Scrutiny Committee (Adults) | Date of Meeting: | 16 January 2024 |",
        "|  | Cabinet |  | 1 February 2024 |",
        "| Is this a Key Decision: | Yes | Included in Forward Plan: | No |",
    ]


def test_prose_and_members_beside_officers_stay_as_they_are():
    text = "Present:      Councillor Ann Lee         Also present:     Bo Tan\nThe Panel met.    It was late.\n"
    assert as_tables(text) == text
