"""A table as the grammar reads it: a line a row where it is a table, plain lines where it only lays out the page."""

from __future__ import annotations

import itertools
import re

Cell = list[str]  # the paragraphs of a cell
MOST_COLUMNS = 60  # of a table; no paper prints more, and a sheet saved as a page may
_NUMBER = re.compile(r"(?:\d{1,3}[A-Za-z]?|[A-Za-z]|[ivxIVX]{1,5})?[.):]?|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)")
_MINUTE = re.compile(
    r"[A-Z]{1,8}[./ -]{0,2}\d{1,4}(?:/\d{1,4}(?:-\d\d)?){0,2}[.:]?"
    r"|(?!(?:19|20)\d\d)\d{1,4}(?:/\d\d(?:\d\d|[/-]\d\d)?)?[.:]?"
)  # JH/18/25, 1043, 41/2025-26; no year, nor a financial year
_HEADING = re.compile(r"#{1,6} ")
_MARK = re.compile(r"#{1,6} |\*\*")
_MOST_LABELS = 3  # columns of numbers and labels before the paragraphs of a page laid out as a table
_PAGES = re.compile(r"\(?(?:pages?\s*)?\d{1,4}(?:\s*[-–]\s*\d{1,4})?\)?", re.I)


def table_lines(rows: list[list[Cell]], *, layout: bool = False) -> list[str]:
    """The lines of a table: rows as `| a | b |`; a table of one column, one that only puts numbers beside paragraphs
    as agendas do, or one known to be `layout`, as its paragraphs with blank lines between."""
    rows = [row[:MOST_COLUMNS] for row in rows if any(any(part.strip() for part in cell) for cell in row)]
    if not rows:
        return []
    rows = _without_empty_columns(rows)
    if len(rows[0]) == 1:
        return _apart([part for row in rows for part in row[0]])
    if _lays_out(rows):
        return _apart([part for row in rows for part in _numbered(row)])
    if layout:
        return _apart([part for row in rows for cell in row for part in cell])
    return [_row(row) for row in rows]


def _without_empty_columns(rows: list[list[Cell]]) -> list[list[Cell]]:
    width = max(len(row) for row in rows)
    rows = [row + [[] for _ in range(width - len(row))] for row in rows]
    used = [any(any(part.strip() for part in row[i]) for row in rows) for i in range(width)]
    return [list(itertools.compress(row, used)) for row in rows]


def _lays_out(rows: list[list[Cell]]) -> bool:
    """Whether the rows are paragraphs with their numbers and labels in columns before them, and perhaps their pages in
    one after them; one that fills a row by itself has no label."""
    filled = [[words for cell in row if (words := _plain(cell))] for row in rows]
    alone = sum(bool(_plain(row[0])) and len(words) == 1 for row, words in zip(rows, filled, strict=True))
    numbered = sum(len(words) > 1 for words in filled)
    if not numbered or alone > len(rows) / 2 or len(rows[0]) > _MOST_LABELS + 1:
        return False
    return _with_pages(rows) or all(_counts(word) for words in filled for word in words[:-1])


def _with_pages(rows: list[list[Cell]]) -> bool:
    """Whether a row is a number, a paragraph and its pages, as in agendas."""
    return len(rows[0]) == 3 and all(
        _NUMBER.fullmatch(_plain(number)) and (not _plain(pages) or _PAGES.fullmatch(_plain(pages)))
        for number, _, pages in rows
    )


def _counts(words: str) -> bool:
    return _NUMBER.fullmatch(words) is not None or _MINUTE.fullmatch(words) is not None


def _numbered(row: list[Cell]) -> Cell:
    """The paragraphs of a row that lays out the page: its labels stand before the first, its pages after it."""
    paged = len(row) == 3 and bool(_plain(row[1])) and not _counts(_plain(row[1]))
    pages = _plain(row[2]) if paged and _PAGES.fullmatch(_plain(row[2])) else ""
    *labels, body = [cell for cell in (row[:2] if pages else row) if _plain(cell)] or [[""]]
    first, *rest = [part for part in body if part.strip()] or [""]
    if number := " ".join(map(_plain, labels)):
        mark = _MARK.match(first)
        first = f"{mark[0]}{number} {first[mark.end() :]}" if mark else f"{number} {first}"
    if pages:
        first = f"{first} {pages if pages.startswith('(') else f'(Pages {pages})'}"
    return [first, *rest]


def _apart(parts: list[str]) -> list[str]:
    return [line for part in parts if part.strip() for line in (*part.split("\n"), "")]


def _row(row: list[Cell]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in row)} |"


def _cell(cell: Cell) -> str:
    parts = [_folded(line) for part in cell for line in part.split("\n") if line.strip()]
    return parts[0] if len(parts) == 1 else " ".join(f"<p>{part}</p>" for part in parts)


def _folded(part: str) -> str:
    # A bar would end the cell.
    plain = part[mark.end() :] if (mark := _HEADING.match(part)) else part
    return " ".join(plain.replace("|", "¦").split())


def _plain(cell: Cell) -> str:
    return " ".join(" ".join(cell).replace("**", "").split())
