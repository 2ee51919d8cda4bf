"""Markdown reads as its finished page would, line for line."""

import pytest

from papers.reading.files import text_of_bytes


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"1\. not a list \(a\) \*star\* \_low\_ \#", "1. not a list (a) *star* _low_ #"),
        (r"| a \| b | c |", "| a ¦ b | c |"),
        ("*RESOLVED* that _it_ be noted", "RESOLVED that it be noted"),
        ("**bold** stays, 2 * 3 * 4 and a_b_c too", "**bold** stays, 2 * 3 * 4 and a_b_c too"),
        ("* one\n* two", "* one\n* two"),
        ("+ one\n  + two", "- one\n  - two"),
        ("1. one\n1. two\n\n1. three", "1. one\n2. two\n\n3. three"),
        ("1. one\n   more\n1. two", "1. one\n   more\n2. two"),
        ("1. one\n2. two\n3. three", "1. one\n2. two\n3. three"),
        ("1. alone\n\nProse.\n\n1. alone again", "1. alone\n\nProse.\n\n1. alone again"),
        ("# Minutes\n\n| a | b |\n|---|---|", "# Minutes\n\n| a | b |\n|---|---|"),
    ],
)
def test_marks_are_taken_off_and_lines_kept(written, read):
    assert text_of_bytes(written.encode()) == read
