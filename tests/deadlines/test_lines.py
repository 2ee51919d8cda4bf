"""Questions as text."""

from datetime import date

import pytest

from deadlines.calendar import Calendar
from deadlines.lines import read_day, read_line, read_number


@pytest.mark.parametrize("text", ["2023-09-26", "26/09/2023", "26/9/2023"])
def test_day_is_read_iso_or_day_first(text):
    assert read_day(text) == date(2023, 9, 26)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2023-02-29", "'2023-02-29' is not a day of the calendar."),
        ("31/04/2024", "'31/04/2024' is not a day of the calendar."),
        ("09/26/2023", "'09/26/2023' is not a day of the calendar."),
        ("0000-01-01", "'0000-01-01' is not a day of the calendar."),
        ("20230926", "'20230926' is not a date; write 2023-09-26 or 26/09/2023."),
        ("26/09/23", "'26/09/23' is not a date; write 2023-09-26 or 26/09/2023."),
        ("\u0662023-09-26", "'\\u0662023-09-26' is not a date; write 2023-09-26 or 26/09/2023."),
    ],
)
def test_day_that_cannot_be_read_is_refused_with_the_reason(text, message):
    with pytest.raises(ValueError) as refused:
        read_day(text)
    assert str(refused.value) == message


@pytest.mark.parametrize("text", ["-1", "1.5", "five", "1_000", "", "3661", "99999999999999999999"])
def test_number_that_cannot_be_read_is_refused_with_the_reason(text):
    with pytest.raises(ValueError) as refused:
        read_number(text)
    assert str(refused.value) == f"{text!r} is not a whole number from 0 to 3660."


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("clear-days-before 2023-09-26 5", date(2023, 9, 18)),
        ("  months-after\t31/08/2023  6\r\n", date(2024, 2, 29)),
        ("working-days-after 2024-01-01 0", date(2024, 1, 1)),
    ],
)
def test_line_is_answered(line, answer):
    assert read_line(line).answer(Calendar()) == answer
    assert read_line(line).work_out(Calendar()).end == answer


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "The line is empty; write RULE DATE N."),
        (" \n", "The line is empty; write RULE DATE N."),
        ("months-after 2023-08-31", "Write RULE DATE N: three words, not 2."),
        ("months-after 2023-08-31 6 months", "Write RULE DATE N: three words, not 4."),
    ],
)
def test_line_that_is_not_a_question_is_refused_with_the_reason(line, message):
    with pytest.raises(ValueError) as refused:
        read_line(line)
    assert str(refused.value) == message
