"""Cells of a CSV file that no spreadsheet runs."""

from datetime import date

import pytest

from papers.writing.sheet import BOM, csv_lines, harmless


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+44", "'+44"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("a = b", "a = b"),
        ("", ""),
        (None, ""),
        (3, "3"),
        (date(2023, 9, 26), "2023-09-26"),
    ],
)
def test_harmless_keeps_a_spreadsheet_from_running_a_cell(value, cell):
    assert harmless(value) == cell


def test_csv_lines_begin_with_the_mark_of_utf_8_and_quote_what_needs_it():
    assert list(csv_lines(["A", "B"], [["x, y", None]])) == [BOM + "A,B\r\n", '"x, y",\r\n']
