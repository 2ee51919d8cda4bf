"""The box at the head of a report set with spaces - two columns of labels, each with its values - made into rows."""

from __future__ import annotations

import re

from papers.reading.dates import find_dates

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_SLACK = 1  # columns that a cell may stand from its column
_LEAST = 4  # lines of a box
_MOST = 80

Row = tuple[int, list[str]]


def boxes_as_rows(lines: list[str]) -> list[str]:
    """The lines, each box of labels and values with a row for every label, those broken over lines made whole."""
    made = list(lines)
    end = 0
    for at, line in enumerate(lines):
        starts = _columns(line) if line.count(":") > 1 and at >= end else None
        rows = _rows(lines, at, starts) if starts else []
        if len(rows) > 1 and rows[-1][0] - at + 1 >= _LEAST:
            end = _end(lines, at, starts or [])
            made[at:end] = [""] * (end - at)
            for index, cells in rows:
                made[index] = f"| {' | '.join(cells)} |"
    return made


def _columns(line: str) -> list[int] | None:
    """Where the columns of a box begin, when a line is the first of one: a label, its value, a label, its value."""
    parts = [(match.start(), match.group()) for match in _SEGMENT.finditer(line)]
    labels = len(parts) == 4 and all(part.endswith(":") for _, part in parts[::2]) and "|" not in line
    return [start for start, _ in parts] if labels and not any(part.endswith(":") for _, part in parts[1::2]) else None


def _rows(lines: list[str], at: int, starts: list[int]) -> list[Row]:
    """The rows of the box that begins at a line, each with the index of its first line; nothing when it is no box."""
    rows: list[Row] = []
    for index in range(at, _end(lines, at, starts)):
        if not lines[index].strip():
            continue
        cells = _cells(lines[index], starts)
        if cells is None:
            return []
        label = rows[-1][1][0] if rows else ""
        if not rows or (cells[0] and (not label or label.endswith(":"))) or _also(cells):
            rows.append((index, cells))
        else:
            rows[-1][1][:] = [" ".join(filter(None, pair)) for pair in zip(rows[-1][1], cells, strict=True)]
    return rows


def _end(lines: list[str], at: int, starts: list[int]) -> int:
    """Where the box ends that begins at a line: at the first blank line with no line of two columns of it below."""
    last = min(at + _MOST, len(lines))
    for index in range(at, last):
        below = next((line for line in lines[index : index + 3] if line.strip()), "")
        cells = _cells(below, starts) if not lines[index].strip() else [""]
        if cells is None or (not lines[index].strip() and not (cells[0] and cells[1])):
            return index
    return last


def _also(cells: list[str]) -> bool:
    """Whether a line without labels says more of those above, such as a second body and the day of its meeting."""
    return not cells[0] and bool(cells[1]) and bool(find_dates(cells[3]))


def _cells(line: str, starts: list[int]) -> list[str] | None:
    """A line cut at the columns, its last value over those to its right; None when its words stand elsewhere."""
    cells = ["" for _ in starts]
    for match in _SEGMENT.finditer(line):
        column = next((n for n, start in enumerate(starts) if abs(match.start() - start) <= _SLACK), None)
        if column is None:
            return None
        cells[column] = match.group()
    return cells
