"""A page of a PDF as lines of text, its tables as rows of cells in their places."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass, replace
from statistics import median

from papers.reading.labels import take_bullet, take_label
from papers.reading.pdf_lines import Printed, columns_apart, fills, leading_of, printed_lines, runs_on
from papers.reading.pdf_marks import Mark, Painted
from papers.reading.pdf_tables import Grid, grids
from papers.reading.rows import Cell, table_lines

_GAP = 1.3  # of the step between lines; more is a gap between paragraphs
_LARGE = 1.3  # of the size of most letters; larger is a heading
_LONGEST_HEADING = 120


@dataclass(frozen=True)
class PageLine:
    """A line of text of a page: how high it stands, a row where its table does; whether it goes on in the next."""

    text: str
    y: float
    table: bool = False
    open: bool = False


def page_lines(painted: Painted) -> list[PageLine]:
    """The lines of a page from the top down, a blank one where paragraphs stand apart."""
    tables = [grid for grid in grids(painted.rules) if len(grid.xs) > 2 or len(grid.ys) > 2]
    outside: list[Mark] = []
    inside: dict[int, dict[tuple[int, int], list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for mark in painted.marks:
        place = next(((i, slot) for i, grid in enumerate(tables) if (slot := grid.slot(mark)) is not None), None)
        if place is None:
            outside.append(mark)
        else:
            inside[place[0]][place[1]].append(mark)
    lines = printed_lines(outside)
    found: list[PageLine] = []
    for number, cells in sorted(inside.items(), key=lambda each: -tables[each[0]].top):
        above = [line for line in lines if line.y > tables[number].top]
        lines = lines[len(above) :]
        found += _prose(above, painted.width)
        rows = [PageLine(text, tables[number].top, True) for text in table_lines(_rows(tables[number], cells))]
        found += [PageLine("", tables[number].top), *rows, PageLine("", tables[number].top)]
    return blank_once([*found, *_prose(lines, painted.width)])


def _prose(lines: list[Printed], width: float) -> list[PageLine]:
    lines = columns_apart(lines)
    if not lines:
        return []
    left = min(line.x for line in lines)
    # The margin is as wide at the right as at the left, unless something is printed in it.
    right = max(width - left, *(line.end for line in lines))
    size = median(line.size for line in lines)
    step = leading_of(lines, right)
    found: list[PageLine] = []
    for above, line in zip([None, *lines], lines, strict=False):
        close = above is not None and 0 < above.y - line.y < _GAP * step
        if above is not None and close and runs_on(above, line, right):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}", open=fills(line, right))
            continue
        if above is not None and not close:
            found.append(PageLine("", line.y))
        text = line.set_out(left, size)
        if line.size > _LARGE * size and len(line.parts) == 1 and len(text) < _LONGEST_HEADING:
            text = f"# {line.text}"
        found.append(PageLine(text, line.y, open=fills(line, right)))
    return found


def _rows(grid: Grid, cells: dict[tuple[int, int], list[Mark]]) -> list[list[Cell]]:
    return [
        [_paragraphs(cells.get((row, column), [])) for column in range(len(grid.xs) - 1)]
        for row in range(len(grid.ys) - 1)
    ]


def _paragraphs(marks: list[Mark]) -> Cell:
    """The paragraphs of a cell: its lines, joined where they stand close and the next has no label of its own."""
    lines = printed_lines(marks)
    step = min((a.y - b.y for a, b in itertools.pairwise(lines)), default=0.0)
    found: Cell = []
    for number, line in enumerate(lines):
        text = line.text
        begins = take_bullet(text)[0] or take_label(text)[0] is not None or line.bold != lines[number - 1].bold
        if number and not begins and lines[number - 1].y - line.y <= _GAP * step:
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return found


def blank_once(lines: list[PageLine]) -> list[PageLine]:
    """The lines of a page with no two blank ones together, and none at its top or its foot."""
    kept: list[PageLine] = []
    for line in lines:
        if line.text.strip() or (kept and kept[-1].text):
            kept.append(line)
    while kept and not kept[-1].text:
        kept.pop()
    return kept
