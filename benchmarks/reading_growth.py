"""Whether papers of nothing but one kind of line read in a time that grows no faster than they do.

Run: python benchmarks/reading_growth.py [NAME ...]. Prints the seconds of a paper of about 400 kB of each kind, and
how many times as long it takes as one of half the size; exits with 1 where that is far more than twice.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.machine import where  # noqa: E402
from papers.reading.document import read  # noqa: E402
from papers.reading.errors import NotAPaper  # noqa: E402

CHARACTERS = 400_000
MOST_GROWTH = 3.0  # times as long for twice the text; what grows with its square takes four times as long
TITLE = "OVERVIEW AND SCRUTINY COMMITTEE\n\n"
HEADS = {
    "minutes": f"{TITLE}Minutes of the meeting held on Tuesday 9 July 2024 at 6.30 pm\n\n"
    "Present: Councillors Ann Smith and Bob Jones\n\n1. Apologies\n\nRESOLVED: That the report be noted.\n\n",
    "programme": f"{TITLE}WORK PROGRAMME 2024/25\n\n",
}


def _day(n: int) -> str:
    day = dt.date(2024, 1, 1) + dt.timedelta(n % 3_000)
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def _item(n: int, asks: str) -> str:
    return f"{n}. HOUSING STRATEGY {n}\n\n{asks}\n"


LINES: dict[str, Callable[[int], str]] = {
    "rows": lambda n: f"| {n} | Housing repairs update {n} | {_day(n)} | Head of Housing |",
    "heads": lambda n: "| No. | Item | Action |",
    "empty rows": lambda n: "| | | |",
    "margins": lambda n: f"Officers would come back with the figures of ward {n}.{' ' * 30}ACTION: JS",
    "numbered": lambda n: f"{n}. The report on ward {n} was noted.",
    "titles": lambda n: f"{n}. Housing Strategy {n}\n",
    "clauses": lambda n: f"({'abcdefgh'[n % 8]}) that the Director of Housing be asked to report on ward {n};",
    "same clauses": lambda n: f"({('i', 'ii', 'iii', 'iv')[n % 4]}) that the report be noted; and",
    "actions": lambda n: f"ACTION: Head of Housing to circulate the figures for ward {n}.",
    "promises": lambda n: f"The Head of Housing undertook to provide the figures of ward {n}.\n",
    "resolutions": lambda n: f"RESOLVED: That report {n} be noted.\n",
    "items": lambda n: _item(
        n, f"RESOLVED: That the Director of Housing be requested to report on ward {n} by {_day(n)}."
    ),
    "items with parts": lambda n: _item(
        n,
        f"RESOLVED: That the Director of Housing be requested to:\n(a) report on ward {n}; and\n(b) write to Cabinet.",
    ),
    "dates": lambda n: f"{_day(n)}\n",
    "names": lambda n: f"Councillor Ann Smith{n % 50}",
    "posts": lambda n: "Ann Smith, Head of Housing",
    "capitals": lambda n: "HOUSING STRATEGY\n",
    "bold": lambda n: f"**Housing strategy {n}**\n",
    "labels": lambda n: "Title: Housing\n" if n % 3 else "Date: 9 July 2024\n",
    "boxes": lambda n: "To:   Cabinet            Date:    9 July 2024",
    "columns": lambda n: f"Housing update {n % 100}          Head of Housing          {_day(n)}",
    "visits": lambda n: "Site visits\n",
    "reports": lambda n: "Report to: Scrutiny Committee\nDate: 9 July 2024\nReport of: Director of Housing\n",
    "one paragraph": lambda n: "The Head of Housing undertook to send the figures.",
}
RUN_ON = {"one paragraph"}  # kinds whose pieces stand on one line


def main() -> None:
    """Print what each kind takes; of those named, or of all."""
    print(where())
    slow = [name for name in sys.argv[1:] or LINES if not _steady(name)]
    if slow:
        raise SystemExit(f"Grows faster than its text: {', '.join(slow)}.")


def _steady(name: str) -> bool:
    steady = True
    for kind, head in HEADS.items():
        half, whole = (_seconds(head + _body(name, size)) for size in (CHARACTERS // 2, CHARACTERS))
        steady = steady and (whole < MOST_GROWTH * half or whole < 0.5)
        print(f"{name} in {kind}: {whole:.2f} s, {whole / half:.1f} times as long as half of it")
    return steady


def _body(name: str, size: int) -> str:
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(LINES[name](len(pieces) + 1))
        length += len(pieces[-1]) + 1
    return (" " if name in RUN_ON else "\n").join(pieces)


def _seconds(text: str) -> float:
    start = time.process_time()
    with contextlib.suppress(NotAPaper):
        read(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
