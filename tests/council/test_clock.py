"""`manage.py clock`: one question, many, and bad ones."""

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from council.models import Holiday
from deadlines.rules import RULES

ROOT = Path(__file__).resolve().parents[2]

LINES = """\
clear-days-before 2023-09-26 5
clear-days-before 09/04/2024 5

months-beginning-with 2023-12-31 2
no-such-rule 2023-09-26 5
working-days-after 2022-09-16 1
months-after 2023-08-31 six
months-after 2023-02-29 6
months-after 31/08/2023 6
"""
ANSWERS = f"""\
2023-09-18
2024-03-28
error: The line is empty; write RULE DATE N.
2024-02-29
error: There is no rule 'no-such-rule'; the rules are {", ".join(RULES)}.
2022-09-20
error: 'six' is not a whole number from 0 to 3660.
error: '2023-02-29' is not a day of the calendar.
2024-02-29
"""


def ask(*words: str) -> str:
    printed = io.StringIO()
    call_command("clock", *words, stdout=printed)
    return printed.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rule", "day", "n", "answer"),
    [
        ("clear-days-before", "2023-09-26", "5", "2023-09-18"),
        ("clear-days-before", "26/09/2023", "5", "2023-09-18"),
        ("clear-days-before", "2024-04-09", "5", "2024-03-28"),
        ("working-days-before", "2024-05-16", "40", "2024-03-18"),
        ("working-days-after", "2023-05-05", "1", "2023-05-09"),
        ("months-after", "2023-11-16", "6", "2024-05-16"),
        ("months-beginning-with", "2024-03-10", "2", "2024-05-09"),
        ("calendar-days-after", "2024-02-01", "28", "2024-02-29"),
    ],
)
def test_clock_prints_the_answer_on_one_line(rule, day, n, answer):
    assert ask(rule, day, n) == f"{answer}\n"


@pytest.mark.django_db
def test_clock_proves_its_answer_day_by_day():
    assert ask("clear-days-before", "2024-04-03", "1", "--proof").splitlines() == [
        "2024-03-28",
        "1 clear day before Wednesday 3 April 2024: Thursday 28 March 2024",
        RULES["clear-days-before"].source,
        "  2024-04-03 Wed  skipped  the day of the meeting",
        "  2024-04-02 Tue  counted  clear day 1",
        "  2024-04-01 Mon  skipped  Easter Monday",
        "  2024-03-31 Sun  skipped  Sunday",
        "  2024-03-30 Sat  skipped  Saturday",
        "  2024-03-29 Fri  skipped  Good Friday",
        "  2024-03-28 Thu  skipped  the day of publication",
    ]


@pytest.mark.django_db
def test_clock_proves_months_in_steps_with_warnings():
    assert ask("months-beginning-with", "2023-10-26", "2", "--proof").splitlines() == [
        "2023-12-25",
        "2 months beginning with Thursday 26 October 2023: Monday 25 December 2023",
        RULES["months-beginning-with"].source,
        "  The period begins with Thursday 26 October 2023, which is its first day.",
        "  2 months later is December 2023.",
        "  The period ends on the day before the 26th of that month: Monday 25 December 2023.",
        "Warning: Monday 25 December 2023 is not a working day (Christmas Day); the period is not extended.",
    ]


@pytest.mark.django_db
def test_clock_counts_the_council_s_own_days():
    Holiday.objects.create(on=date(2025, 6, 10), name="Proclaimed day", kind="bank_holiday")
    assert ask("working-days-after", "2025-06-09", "1") == "2025-06-11\n"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "Give a rule, a date and a number: clear-days-before 2023-09-26 5. Or use --batch."),
        (["months-after", "2023-02-29", "1"], "'2023-02-29' is not a day of the calendar."),
        (["months-after", "2023-02-28", "x"], "'x' is not a whole number from 0 to 3660."),
        (["months-after", "9999-12-01", "1"], "The answer falls outside the years 1 to 9999."),
        (["--batch", "--proof"], "--batch reads its lines from standard input; give nothing else."),
    ],
)
def test_clock_refuses_bad_input_with_one_message(words, message):
    with pytest.raises(CommandError) as refused:
        ask(*words)
    assert (str(refused.value), refused.value.returncode) == (message, 2)


@pytest.mark.django_db
def test_batch_answers_in_order_and_marks_bad_lines_in_place(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(LINES))
    printed = io.StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("clock", "--batch", stdout=printed)
    assert printed.getvalue() == ANSWERS
    assert (str(refused.value), refused.value.returncode) == ("4 of 9 lines could not be worked out.", 2)


@pytest.mark.django_db
def test_batch_asks_for_days_and_week_once_however_long(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(sys, "stdin", io.StringIO("working-days-before 2024-05-16 40\n" * 500))
    with django_assert_num_queries(2):
        assert ask("--batch") == "2024-03-18\n" * 500


def run_clock(folder: Path, *words: str, lines: bytes = b"") -> subprocess.CompletedProcess:
    """The command in a process of its own, on a data folder that holds no tables yet."""
    env = os.environ | {"DATA_DIR": str(folder), "DATABASE_URL": f"sqlite:///{folder / 'empty.sqlite3'}"}
    command = [sys.executable, str(ROOT / "manage.py"), "clock", *words]
    return subprocess.run(command, cwd=ROOT, env=env, input=lines, capture_output=True, timeout=60, check=False)


def test_clock_answers_before_there_are_any_tables(tmp_path):
    done = run_clock(tmp_path, "clear-days-before", "2024-04-09", "5")
    assert (done.returncode, done.stdout) == (0, b"2024-03-28\n")
    assert b"using the bank holidays of England and Wales alone" in done.stderr


def test_clock_says_what_is_wrong_on_one_line_and_exits_with_2(tmp_path):
    done = run_clock(tmp_path, "clear-days-before", "2024-02-30", "5")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"CommandError: '2024-02-30' is not a day of the calendar.\n"


def test_batch_reads_windows_lines_a_byte_order_mark_and_noise(tmp_path):
    lines = b"\xef\xbb\xbfmonths-after 2023-11-16 6\r\n\xff\xfe\x00 1 2\nmonths-beginning-with 01/03/2024 2"
    done = run_clock(tmp_path, "--batch", lines=lines)
    first, noise, last = done.stdout.decode().splitlines()
    assert (first, last, done.returncode) == ("2024-05-16", "2024-04-30", 2)
    assert noise.startswith("error: There is no rule ")
