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


def test_two_columns_whose_lines_had_room_for_more_are_rows_of_their_own():
    table = (
        "Meeting                  Topic\n"
        "10 July 2025             Annual complaints report\n"
        "                         Leisure contract: six-month review of the new\n"
        "                         operator\n"
        "                         Police and Crime Panel update\n"
        "4 September 2025         Local Plan\n"
    )
    assert rows(table) == [
        "| Meeting | Topic |",
        "| 10 July 2025 | Annual complaints report |",
        "|  | Leisure contract: six-month review of the new operator |",
        "|  | Police and Crime Panel update |",
        "| 4 September 2025 | Local Plan |",
    ]


def test_a_day_broken_over_lines_is_whole_and_the_next_row_begins_beside_its_year():
    table = (
        "Date of       Items                              Lead\n"
        "meeting\n"
        "17 June       Election of Vice-Chair             Democratic Services\n"
        "2025          Work programme                     Scrutiny Officer\n"
    )
    assert rows(table)[1:] == [
        "| 17 June 2025 | Election of Vice-Chair | Democratic Services |",
        "|  | Work programme | Scrutiny Officer |",
    ]


def test_keys_begin_rows_though_cells_wrap_with_capitals_and_stand_in_the_middle_of_theirs():
    table = (
        "Ref    Action                      Owner               Due date\n"
        "HW1    Share the sufficiency plan  Director of         31 March\n"
        "                                   Children's          2025\n"
        "                                   Services\n"
        "\n"
        "       Committee to receive the\n"
        "HW2    independent review          Chair               TBC\n"
    )
    assert rows(table)[1:] == [
        "| HW1 | Share the sufficiency plan | Director of Children's Services | 31 March 2025 |",
        "| HW2 | Committee to receive the independent review | Chair | TBC |",
    ]


def test_columns_stand_where_their_cells_do_under_heads_centred_or_over_two_lines():
    table = (
        "                               Responsible       Target\n"
        "Rec.        Recommendation       Officer         date       Status\n"
        "R1     That signage be         Parks Manager     1 May      Open\n"
        "       replaced\n"
        "R2     That a map be drawn     Estates           2 June     Closed\n"
    )
    assert rows(table) == [
        "| Rec. | Recommendation | Responsible Officer | Target date | Status |",
        "| R1 | That signage be replaced | Parks Manager | 1 May | Open |",
        "| R2 | That a map be drawn | Estates | 2 June | Closed |",
    ]


def test_a_cell_that_fills_its_column_ends_where_the_next_column_begins():
    table = (
        "1      Write to the Trust          Chair               3 May 2024\n"
        "2      Circulate figures for wards Head of Housing     7 May 2024\n"
    )
    assert rows(HEAD + table)[-1] == "| 2 | Circulate figures for wards | Head of Housing | 7 May 2024 |"


def test_a_long_cell_pushes_the_others_to_the_right():
    table = (
        "1      Write to the Trust          Chair               3 May 2024\n"
        "2      Circulate the figures by ward   Head of Housing     7 May 2024\n"
    )
    assert rows(HEAD + table)[-1] == "| 2 | Circulate the figures by ward | Head of Housing | 7 May 2024 |"


def test_the_foot_and_the_head_of_a_page_between_rows_are_left_out():
    first = "1      Write to the Trust          Chair               3 May 2024\n"
    second = "2      Circulate the figures       Head of Housing     7 May 2024\n"
    foot = "Aller District Council                                     Page 1 of 2\nAction tracker\n"
    assert rows(HEAD + first + foot + second)[1:] == [
        "| 1 | Write to the Trust | Chair | 3 May 2024 |",
        "| 2 | Circulate the figures | Head of Housing | 7 May 2024 |",
    ]
