# ruff: noqa: E501 - a pattern reads better whole than broken
"""Tables set with spaces, or with bars and rules round cells of several lines, made into rows with bars."""

from __future__ import annotations

import re

from papers.reading.dates import find_dates

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_HEAD = re.compile(
    r"\b(?:date|items?|titles?|topics?|subject|lead|officers?|authors?|owners?|actions?|status|due|deadline|decisions?|maker|contact|purpose|ref|reference|no|nos|number|minutes?|meetings?|recommendations?|progress|portfolio|key|reports?|notes?|when|whom?|update|response|cabinet|members?|pages?|exempt|matter|issue|objectives?|outcome|type|period|witnesses|organiser|venue|event|session|time|councillors?|substitutes?|name|party|ward|role)\b",
    re.I,
)
_RULE = re.compile(r"\+(?:[-=]+\+)+")
_UNENDED = re.compile(r"(?:[,:&–-]|\b(?:and|of|for|the|to|in|on|with))$")
_OWN = re.compile(
    r"\(?[\da-z]{1,2}[.)]\s|presented by\b|reports? (?:of|by|from)\b|to (?:consider|note|receive|approve|agree)\b", re.I
)
_LONGEST_HEAD = 42
_SLACK = 2  # columns a cell may stand to the left of its head


def as_tables(text: str) -> str:
    """The text with every table set with spaces or ruled off as rows with bars; the lines keep their numbers."""
    text = _ruled(text) if "+--" in text or "+==" in text else text
    if "   " not in text and "\t" not in text:
        return text
    lines = [line.expandtabs(4) if "\t" in line else line for line in text.split("\n")]
    made = list(lines)
    at = 0
    while at < len(lines):
        starts = _head(lines[at])
        at = _table(lines, made, at, starts) if starts else at + 1
    return "\n".join(made)


def _ruled(text: str) -> str:
    """The text with each row between two rules of plus signs and dashes on its first line."""
    lines = text.split("\n")
    first, row = 0, [""]
    within = False
    for index, line in enumerate(lines):
        bare = line.strip()
        if _RULE.fullmatch(bare):
            lines[index], row, within = "", [], True
        elif within and bare.startswith("|"):
            cells = [cell.strip() for cell in bare.removesuffix("|")[1:].split("|")]
            if len(row) == len(cells):
                row = [f"{above} {cell}".strip() for above, cell in zip(row, cells, strict=True)]
                lines[index] = ""
            else:
                first, row = index, cells
            lines[first] = _row(row)
        elif bare:
            within = False
    return "\n".join(lines)


def _segments(line: str) -> list[tuple[int, str]]:
    return [(match.start(), match.group()) for match in _SEGMENT.finditer(line)]


def _head(line: str) -> list[int]:
    """Where the columns begin, when the line is the head of a table; else nothing."""
    if "|" in line or "   " not in line or len(line) > 400:
        return []
    parts = _segments(line)
    words = [part for _, part in parts]
    fits = len(parts) >= 3 and all(
        len(part) <= _LONGEST_HEAD and part[0].isupper() and not part.endswith((".", ";"))
        for part in words
        if part not in ("No.", "Ref.", "#")
    )
    return [start for start, _ in parts] if fits and sum(_HEAD.search(part) is not None for part in words) >= 3 else []


def _table(lines: list[str], made: list[str], at: int, starts: list[int]) -> int:
    """Make the table whose head stands at a line into rows; the index of the first line that is no longer of it."""
    made[at] = _row([part for _, part in _segments(lines[at])])
    open_row: tuple[int, list[str]] | None = (at, [part for _, part in _segments(lines[at])])
    rows, blank, index = 0, 0, at + 1
    while index < len(lines):
        line = lines[index]
        if not line.strip() or not re.search(r"\w", line):
            blank += not line.strip()
            if blank > 2:
                break
        elif (cells := _cells(line, starts)) is None:
            if not _parts_the_table(lines, index, starts):
                break
            made[index], open_row = _row([line.strip(), *("" for _ in starts[1:])]), None
        elif blank and sum(map(bool, cells)) == 1 and not _parts_the_table(lines, index, starts, dated=False):
            break
        elif open_row and not blank and _goes_on(open_row[1], cells) and (rows or _all_small(cells)):
            open_row[1][:] = [" ".join(filter(None, pair)) for pair in zip(open_row[1], cells, strict=True)]
            made[open_row[0]], made[index] = _row(open_row[1]), ""
        else:
            open_row, made[index], rows = (index, cells), _row(cells), rows + 1
        blank = blank if not line.strip() else 0
        index += 1
    if not rows:
        made[at] = lines[at]
    return max(index, at + 1)


def _cells(line: str, starts: list[int]) -> list[str] | None:
    """The line cut at the columns, or None when its words run over the columns' edges."""
    if "|" in line:
        return None
    cells = ["" for _ in starts]
    for start, part in _segments(line):
        column = max((i for i, edge in enumerate(starts) if edge <= start + _SLACK), default=0)
        over = column + 1 < len(starts) and start + len(part) > starts[column + 1]
        if over or (cells[column] and len(cells[column]) + len(part) > 200):
            return None
        cells[column] = f"{cells[column]} {part}".strip()
    return cells


def _parts_the_table(lines: list[str], index: int, starts: list[int], *, dated: bool = True) -> bool:
    """Whether a line is a heading within the table: rows go on below, and it is a date where it must be one."""
    below = next((line for line in lines[index + 1 : index + 4] if line.strip()), "")
    cells = _cells(below, starts) if not _head(below) else None
    return (not dated or bool(find_dates(lines[index]))) and cells is not None and sum(map(bool, cells)) >= 2


def _all_small(cells: list[str]) -> bool:
    return all(cell[0].islower() for cell in cells if cell)


def _goes_on(row: list[str], cells: list[str]) -> bool:
    """Whether a line goes on with the row above: its first cell is empty and what it holds begins small or is little."""
    filled = [cell for cell in cells if cell]
    if _OWN.match(filled[0]):
        return False
    if cells[0] and (cells[0][0].islower() or _UNENDED.search(row[0])):
        return len(filled) < len(cells)
    if cells[0] and (not all(row) or len(filled) > 1):
        return False
    return len(filled) == 1 or all(cell[0].islower() or cell[0] in "(&" for cell in filled)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
