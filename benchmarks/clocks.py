"""How fast a batch of clocks is, against counting day by day in the same run: `python benchmarks/clocks.py [LINES]`."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from deadlines.bank_holidays import england_and_wales
from deadlines.calendar import Calendar
from deadlines.lines import read_line

ONE_DAY = timedelta(days=1)


def make_lines(number: int) -> list[str]:
    """Questions as a batch asks them, the same every time."""
    chosen = random.Random(2023)
    days = [date(2020, 1, 1) + ONE_DAY * chosen.randrange(2500) for _ in range(number)]
    return [f"working-days-before {day} {chosen.randrange(1, 61)}" for day in days]


def count_by_hand(line: str, holidays: set[date]) -> date:
    """The plain way: step back a day at a time and count."""
    _, printed, n = line.split()
    day, left = date.fromisoformat(printed), int(n)
    while left:
        day -= ONE_DAY
        left -= day.weekday() < 5 and day not in holidays
    return day


def main(number: int = 100_000) -> None:
    """Time both ways on the same lines, check that they agree, and print the ratio."""
    lines, holidays = make_lines(number), set(england_and_wales())
    began = perf_counter()
    by_hand = [count_by_hand(line, holidays) for line in lines]
    plain = perf_counter() - began
    began = perf_counter()
    calendar = Calendar(holidays=england_and_wales())
    by_clock = [read_line(line).answer(calendar) for line in lines]
    ours = perf_counter() - began
    if by_hand != by_clock:
        raise SystemExit("The two ways disagree.")
    print(f"{number:,} lines: {ours:.2f} s, day by day {plain:.2f} s, ratio {ours / plain:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
