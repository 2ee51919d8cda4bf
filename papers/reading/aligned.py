# ruff: noqa: E501 - a pattern reads better whole than broken
"""Tables set with spaces, or with bars and rules round cells of several lines, made into rows with bars."""

from __future__ import annotations

import re
from itertools import pairwise

from papers.reading.boxes import boxes_as_rows
from papers.reading.dates import find_dates
from papers.reading.paired import pairs_as_rows

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_HEAD = re.compile(
    r"\b(?:date|items?|titles?|topics?|subject|lead|officers?|authors?|owners?|actions?|status|due|deadline|decisions?|maker|contact|purpose|ref|reference|no|nos|number|minutes?|meetings?|recommendations?|progress|portfolio|key|reports?|notes?|when|whom?|update|response|cabinet|members?|pages?|exempt|matter|issue|objectives?|outcome|type|period|witnesses|organiser|venue|event|session|time|councillors?|substitutes?|name|party|ward|role)\b",
    re.I,
)
_RULE = re.compile(r"\+(?:[-=]+\+)+")
_UNDERLINE = re.compile(r"\s*-{3,}(?:\s+-{3,})+\s*")
_UNENDED = re.compile(r"(?:[,:&–-]|\b(?:and|of|for|the|to|in|on|with))$")
_OWN = re.compile(
    r"\(?[\da-z]{1,2}[.)]\s|presented by\b|reports? (?:of|by|from)\b|to (?:consider|note|receive|approve|agree)\b", re.I
)
_PAGE = re.compile(r"[\s–—-]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s–—-]*", re.I)
_LONGEST_HEAD = 42
_LONGEST_HEADING = 140
_WIDEST_GAP = 5  # blank lines between two rows
_SLACK = 2  # columns a cell may stand to the left of its head

_Block = list[tuple[int, list[str]]]  # lines that belong together: the index of each, and its cells


def as_tables(text: str) -> str:
    """The text with every table set with spaces or ruled off as rows with bars; the lines keep their numbers."""
    text = _ruled(text) if "+--" in text or "+==" in text else text
    if "   " not in text and "\t" not in text:
        return text
    lines = [line.expandtabs(4) if "\t" in line else line for line in text.split("\n")]
    lines = pairs_as_rows(boxes_as_rows(lines))
    made = list(lines)
    at = 0
    while at < len(lines):
        starts = _head(lines[at]) or _underlined(lines, at) or _head_by_rows(lines, at)
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


def _head(line: str, *, least: int = 3) -> list[int]:
    """Where the columns begin, when the line is the head of a table by at `least` so many of its words; else nothing."""
    if "|" in line or "   " not in line or len(line) > 400:
        return []
    parts = _segments(line)
    words = [part for _, part in parts]
    fits = len(parts) >= 3 and all(map(_may_head, words))
    return (
        [start for start, _ in parts] if fits and sum(_HEAD.search(part) is not None for part in words) >= least else []
    )


def _underlined(lines: list[str], at: int) -> list[int]:
    """Where the columns begin, when the line below is a rule under each word of the head."""
    if at + 1 >= len(lines) or "---" not in lines[at + 1] or "|" in lines[at]:
        return []
    rules = [start for start, _ in _segments(lines[at + 1])] if _UNDERLINE.fullmatch(lines[at + 1]) else []
    parts = _segments(lines[at])
    return rules if len(rules) > 1 and [start for start, _ in parts] == rules else []


def _may_head(part: str) -> bool:
    plain = len(part) <= _LONGEST_HEAD and part[0].isupper() and not part.endswith((".", ";"))
    return plain or part in ("No.", "Ref.", "#")


def _head_by_rows(lines: list[str], at: int) -> list[int]:
    """Where the columns begin, when a line is the head of a table by two of its words and by the rows below it."""
    starts = _head(lines[at], least=2)
    near = lines[at + 1 : at + 3 * _WIDEST_GAP] if starts else []
    rows = [parts for line in near if len(parts := _segments(line)) > 1][:2]
    aligned = (
        abs(start - edge) <= 1
        for parts in rows
        for start, _ in parts
        for edge in [min(starts, key=lambda e: abs(e - start))]
    )
    return starts if len(rows) == 2 and all(aligned) else []


def _table(lines: list[str], made: list[str], at: int, starts: list[int]) -> int:
    """Make the table whose head stands at a line into rows; the index of the first line that is no longer of it."""
    (head, *blocks), end = _blocks(lines, at, starts)
    apart = _set_apart(blocks)
    numbered = _numbered([cells for block in (head[1:], *blocks) for _, cells in block])
    rows = _head_and_rows(head, apart=apart, numbered=numbered)
    for block in blocks:
        rows += _rows(block, apart=apart, numbered=numbered)
    for row in rows if len(rows) > 1 else ():
        for index, _ in row:
            made[index] = ""
        made[row[0][0]] = _row(_whole(row))
    return end


def _blocks(lines: list[str], at: int, starts: list[int]) -> tuple[list[_Block], int]:
    """The lines of the table as cells, those with no blank line between them together, and where the table ends."""
    blocks: list[_Block] = [[(at, [part for _, part in _segments(lines[at])])]]
    gap = 0
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if not re.search(r"\w", line):
            gap += not line.strip()
            continue
        cells = _cells_within(lines, index, starts, gap)
        heading = _heading_within(lines, index, starts) if cells is None else None
        if cells is None and heading is None:
            if not _goes_on_below(lines, index, starts):
                return blocks, index
            gap = 1
        elif gap or heading:
            blocks.append([(index, cells or heading or [])])
            gap = 1 if heading else 0
        else:
            blocks[-1].append((index, cells or []))
    return blocks, len(lines)


def _cells_within(lines: list[str], index: int, starts: list[int], gap: int) -> list[str] | None:
    """The cells of a line of the table; None for one that is none, such as a paragraph that stands below it."""
    cells = _cells(lines[index], starts) if gap <= _WIDEST_GAP and not _head(lines[index]) else None
    lone = cells is not None and gap > 0 and sum(map(bool, cells)) == 1
    return None if lone and not _rows_below(lines, index, starts) else cells


def _heading_within(lines: list[str], index: int, starts: list[int]) -> list[str] | None:
    """A date, or words in capitals, that part the rows of the table, as a row of one cell."""
    line = lines[index].strip()
    heads = len(line) < _LONGEST_HEADING and (bool(find_dates(line)) or line.isupper())
    return [line, *("" for _ in starts[1:])] if heads and _rows_below(lines, index, starts) else None


def _rows_below(lines: list[str], index: int, starts: list[int]) -> bool:
    """Whether rows of the table stand just below a line."""
    below = next((line for line in lines[index + 1 : index + 2 + _WIDEST_GAP] if line.strip()), "")
    cells = _cells(below, starts) if not _head(below) else None
    return cells is not None and sum(map(bool, cells)) >= 2


def _goes_on_below(lines: list[str], index: int, starts: list[int]) -> bool:
    """Whether the table goes on below a line that is the foot or the head of a page: its columns do, and no head."""
    near = [line for line in lines[index : index + 4 * _WIDEST_GAP] if line.strip()][:4]
    if not any(map(_PAGE.fullmatch, near[:2])):
        return False
    for line in near[1:]:
        parts = _segments(line)
        if _head(line):
            return False
        if len(parts) > 1 and all(min(abs(start - edge) for edge in starts) <= 1 for start, _ in parts):
            return _cells(line, starts) is not None
    return False


def _set_apart(blocks: list[_Block]) -> bool:
    """Whether blank lines part the rows, so that all lines of a block are one: most lines that follow go on."""
    below = [(_whole(block[:at]), block[at][1]) for block in blocks for at in range(1, len(block))]
    evident = sum(_evidently_on(row, cells) for row, cells in below)
    whole = sum(sum(map(bool, cells)) >= len(cells) - 1 for _, cells in below)  # as the further rows of one day are
    some = evident >= 0.3 * len(below) and whole <= 0.1 * len(below)
    return len(blocks) > 1 and (evident >= 0.6 * len(below) or some)


def _evidently_on(row: list[str], cells: list[str]) -> bool:
    """Whether a line can only go on with the row above: a cell begins small, or the words above it want more."""
    pairs = [(above, cell) for above, cell in zip(row, cells, strict=False) if cell]
    return any(cell[0].islower() or cell[0] in "(&/" or _UNENDED.search(above) for above, cell in pairs)


def _numbered(lines: list[list[str]]) -> bool:
    """Whether every row has a number in its first cell: they count on by one, or come again from row to row."""
    firsts = [cells[0].strip(" .)") for cells in lines if cells[0]]
    if len(firsts) < 3 or not all(first.isdigit() and len(first) < 4 for first in firsts):
        return False
    steps = [int(b) - int(a) for a, b in pairwise(firsts)]
    return all(step == 1 for step in steps) or (0 in steps and all(step >= 0 for step in steps))


def _head_and_rows(block: _Block, *, apart: bool, numbered: bool) -> list[_Block]:
    """The head with the lines that go on with it, and the rows that stand right below it."""
    size = 1
    while size < len(block) and _all_small(block[size][1]):
        size += 1
    if apart and all(len(cell) < _LONGEST_HEAD and not re.search(r"\d", cell) for _, row in block for cell in row):
        size = len(block)
    return [block[:size], *(_rows(block[size:], apart=apart, numbered=numbered) if block[size:] else [])]


def _rows(block: _Block, *, apart: bool, numbered: bool) -> list[_Block]:
    """The rows of a block, each the lines that make it."""
    rows: list[_Block] = []
    for index, cells in block:
        whole = all(cells) and all(not cell[0].islower() for cell in cells)
        on = (
            not cells[0]
            if numbered
            else (apart and not whole) or (not apart and bool(rows) and _goes_on(_whole(rows[-1]), cells))
        )
        if rows and on:
            rows[-1].append((index, cells))
        else:
            rows.append([(index, cells)])
    return rows


def _whole(row: _Block) -> list[str]:
    """The cells of a row, those of its lines joined."""
    return [" ".join(filter(None, parts)) for parts in zip(*(cells for _, cells in row), strict=False)]


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
