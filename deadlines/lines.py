"""Questions put to the clocks as text, `RULE DATE N`, and their answers."""

import re
from dataclasses import dataclass
from datetime import date

from deadlines.calendar import Calendar
from deadlines.clock import MOST
from deadlines.proof import Proof
from deadlines.rules import Rule, find_rule

ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
NUMBER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True)
class Question:
    """A rule, the day it starts from, and how many of its units."""

    rule: Rule
    day: date
    n: int

    def answer(self, calendar: Calendar) -> date:
        """The date asked for; raises ValueError where there is no such date."""
        return self.rule.answer(self.day, self.n, calendar)

    def work_out(self, calendar: Calendar) -> Proof:
        """The date asked for with its proof; raises ValueError where there is no such date."""
        return self.rule.work_out(self.day, self.n, calendar)


def read_line(line: str) -> Question:
    """The question in a line `RULE DATE N`; raises ValueError with a message that says what is wrong."""
    parts = line.split()
    if not parts:
        raise ValueError("The line is empty; write RULE DATE N.")
    if len(parts) != 3:
        raise ValueError(f"Write RULE DATE N: three words, not {len(parts)}.")
    return read_question(*parts)


def read_question(rule: str, day: str, n: str) -> Question:
    """A question from its three words; raises ValueError with a message that says what is wrong."""
    return Question(find_rule(rule), read_day(day), read_number(n))


def read_day(text: str) -> date:
    """A day written 2023-09-26, or day first as 26/09/2023; raises ValueError for anything else."""
    found = ISO.fullmatch(text) or DAY_FIRST.fullmatch(text)
    if not found:
        raise ValueError(f"{text[:40]!a} is not a date; write 2023-09-26 or 26/09/2023.")
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise ValueError(f"{text!a} is not a day of the calendar.") from None


def read_number(text: str) -> int:
    """A whole number of days or months; raises ValueError for anything else."""
    if not NUMBER.fullmatch(text) or int(text) > MOST:
        raise ValueError(f"{text[:40]!a} is not a whole number from 0 to {MOST}.")
    return int(text)
