# ruff: noqa: E501 - a pattern reads better whole than broken
"""The lines of a table set with spaces, cut into cells, made into rows: which line begins one and which goes on.

Printed text wraps only where the next word has no room. So a cell that ends though its column had room for the first
word below it has ended, and the line below begins a row, or a paragraph where rows have blank lines between. A number
or a reference in the first column begins a row for sure; small letters and words that want more always go on.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from papers.reading.dates import DATE_WORDS, MONTH, find_dates

Block = list[tuple[int, list[str]]]  # lines that belong together: the index of each, and its cells

_UNENDED = re.compile(r"(?:[,:&–/-]|\b(?:and|of|for|the|to|in|on|with|by|a|an|at|from|or))$")
_KEY = re.compile(
    r"(?:[A-Z]{1,6}[/ .-]?){0,2}\d{1,4}(?:[/.-]\d{1,4}){0,2}[a-z]?[.):]?|\((?:[a-z]|\d{1,3})\)|[A-Z]\d{0,3}[.)]"
)
_OWN = re.compile(
    r"\(?[\da-z]{1,2}[.)]\s|presented by\b|reports? (?:of|by|from)\b|to (?:consider|note|receive|approve|agree)\b", re.I
)
_HALF_DAY = re.compile(rf"{DATE_WORDS.pattern}$", re.I)
_YEAR = re.compile(r"20\d\d\b")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?$")
_MONTH = re.compile(MONTH, re.I)
_MONTH_END = re.compile(rf"\b{MONTH}$", re.I)
_FEWEST_FULL = 5  # rows that fill the last column, where it tells rows apart
_MOST = 0.8  # of the cells of a column are keys, where it is one of keys
GOES_ON, MAY, ENDED = 1, 0, -1


@dataclass(frozen=True)
class Shape:
    """How the rows of a table are told: the room of each column, whether keys begin them, and blank lines part them."""

    room: list[int]
    keyed: bool
    apart: bool
    main: int
    closed: bool = False  # nearly every row fills the last column

    def rows(self, blocks: list[Block], headings: set[int]) -> list[Block]:
        """The rows, each the lines that make it; a line of `headings` is one by itself."""
        rows: list[Block] = []
        for block in blocks:
            after = bool(rows) and rows[-1][0][0] not in headings
            if self.keyed and block[0][0] not in headings and self._has_keys(block, after=after):
                self._take_keyed(rows, block, after=after)
                continue
            for at, (index, cells) in enumerate(block):
                last = rows[-1] if rows and rows[-1][0][0] not in headings and index not in headings else None
                if last is None or (not self._goes_over(last, cells) if at == 0 else self._begins(last, cells)):
                    rows.append([(index, self._without_half_day(last, cells))])
                else:
                    last.append((index, cells))
        return rows

    def _has_keys(self, block: Block, *, after: bool) -> bool:
        """Whether keys tell the rows of a block: it has some, or nothing in it but more of the row above."""
        return any(cells[0] for _, cells in block) or (after and not any(cells[self.main] for _, cells in block))

    def _take_keyed(self, rows: list[Block], block: Block, *, after: bool) -> None:
        """The rows of a block in a table of keys: one for every key; what stands above the first goes on with the row
        above the block, or belongs to that key, which may stand in the middle of its row."""
        keys = [at for at, (_, cells) in enumerate(block) if cells[0] and not cells[0][0].islower()]
        over = (
            next((at for at, (_, cells) in enumerate(block) if not self._goes_over(rows[-1], cells)), None)
            if after
            else 0
        )
        if after and (not keys or over):
            size = keys[0] if keys else len(block)
            rows[-1].extend(block[:size])
            block, keys = block[size:], [at - size for at in keys]
        if block:
            rows.extend(block[a:b] for a, b in itertools.pairwise([0, *keys[1:], len(block)]))

    def whole(self, row: Block) -> list[str]:
        """The cells of a row, those of its lines joined; a paragraph ends where there was room for more."""
        cells = list(row[0][1])
        for (_, above), (_, below) in itertools.pairwise(row):
            for column, cell in enumerate(below):
                if cell and cells[column]:
                    ended = above[column] and self._tie(above[column], cell, column) == ENDED
                    cells[column] += f"</p><p>{cell}" if ended else f" {cell}"
                elif cell:
                    cells[column] = cell
        return [f"<p>{cell}</p>" if "</p><p>" in cell else cell for cell in cells]

    def _begins(self, row: Block, cells: list[str]) -> bool:
        if _is_day(cells[0]) and row[-1][1][0] != "" and _is_day(row[-1][1][0]):
            return True
        ties = self.ties(row, cells)
        filled = [column for column, cell in enumerate(cells) if cell]
        if self.closed and filled == [self.main] and row[-1][1][self.main]:
            return False
        full = len(filled) == len(cells) or (len(cells) > 2 and filled == list(range(1, len(cells))))
        if self.spans(ties, full=full):
            return not self.apart
        if GOES_ON in ties.values() and not (all(cells) and ties[0] == ENDED):
            return False
        if self.apart:
            return len(filled) == len(cells)
        if _OWN.match(cells[filled[0]]):
            return True
        if not cells[0] and not cells[self.main]:
            return False
        most = len(filled) >= max(2, 2 * len(cells) / 3)
        return full or ties.get(self.main) == ENDED or (ENDED in ties.values() and (most or not cells[self.main]))

    def spans(self, ties: dict[int, int], *, full: bool) -> bool:
        """Whether only the first cell of a line goes on: it says the day, say, of that row and of others below it."""
        others = [tie for column, tie in ties.items() if column]
        return ties.get(0) == GOES_ON and GOES_ON not in others and (ENDED in others or (full and len(others) > 1))

    def _goes_over(self, row: Block, cells: list[str]) -> bool:
        """Whether the first line of a block goes on with the row above the page's foot or the blank line."""
        ties = self.ties(row, cells)
        return not cells[0] and bool(ties) and all(tie == GOES_ON for tie in ties.values())

    def ties(self, row: Block, cells: list[str]) -> dict[int, int]:
        """Whether each cell of a line goes on with the cell above it, may, or does not."""
        above = row[-1][1]
        return {column: self._tie(above[column], cell, column) for column, cell in enumerate(cells) if cell}

    def _tie(self, above: str, cell: str, column: int) -> int:
        if cell[0].islower() or cell[0] in "(&/":
            return GOES_ON
        if not above:
            return ENDED
        if (len(above) > 1 and _UNENDED.search(above)) or _halves_a_day(above, cell):
            return GOES_ON
        room = self.room[column]
        return ENDED if len(above) + 1 + len(cell.split()[0]) <= room - max(2, room // 8) else MAY

    def _without_half_day(self, row: Block | None, cells: list[str]) -> list[str]:
        """The cells of a line that begins a row, without the year that goes on with the day in the row above."""
        if row is None or not cells[0] or not _halves_a_day(row[-1][1][0], cells[0]):
            return cells
        row[-1][1][0] += f" {cells[0]}"
        return ["", *cells[1:]]


def shape_of(blocks: list[Block], starts: list[int]) -> Shape:
    """How the rows of a table are told, from the lines of it between blank lines."""
    rows = [cells for block in blocks for _, cells in block]
    room = _room(blocks, starts)
    firsts = [cells[0] for cells in rows if cells[0]]
    keyed = len(firsts) > 1 and sum(map(_is_key, firsts)) >= _MOST * len(firsts)
    shape = Shape(room, keyed, False, _main(room))
    titled = [cells for cells in rows if cells[shape.main]]
    full = sum(bool(cells[-1]) for cells in titled)
    closed = len(starts) > 2 and full >= max(_FEWEST_FULL, _MOST * len(titled))
    return Shape(room, keyed, _set_apart(shape, blocks), shape.main, closed)


def _room(blocks: list[Block], starts: list[int]) -> list[int]:
    """How many characters the lines of each column have: of one that wraps the longest has, else up to the next column."""
    room = []
    for column, start in enumerate(starts):
        longest = max((len(cells[column]) for block in blocks for _, cells in block), default=0)
        wraps = any(
            a[column] and b[column][:1].islower() for block in blocks for (_, a), (_, b) in itertools.pairwise(block)
        )
        to_next = starts[column + 1] - start - 2 if column + 1 < len(starts) else longest
        room.append(longest if wraps else max(longest, to_next))
    return room


def _main(room: list[int]) -> int:
    """The column that says what a row is about: the widest of the first three."""
    return max(range(min(3, len(room))), key=lambda column: room[column], default=0)


def _set_apart(shape: Shape, blocks: list[Block]) -> bool:
    """Whether blank lines part the rows, so that all lines of a block are one: most lines that follow go on."""
    if shape.keyed:
        return False
    ties = [(shape.ties(block[:at], block[at][1]), block[at][1]) for block in blocks for at in range(1, len(block))]
    evident = sum(GOES_ON in each.values() and not shape.spans(each, full=all(cells)) for each, cells in ties)
    whole = sum(sum(map(bool, cells)) >= len(cells) - 1 for _, cells in ties)  # as the further rows of one day are
    ended = sum(ENDED in each.values() and GOES_ON not in each.values() for each, _ in ties)
    some = evident >= 0.3 * len(ties) and whole <= 0.1 * len(ties)
    most = evident >= 0.6 * len(ties) and ended <= 0.2 * len(ties)
    return len(blocks) > 1 and bool(ties) and (most or some)


def _is_key(cell: str) -> bool:
    return _KEY.fullmatch(cell) is not None and not _YEAR.match(cell) and not _is_day(cell)


def _is_day(cell: str) -> bool:
    return bool(find_dates(cell))


def _halves_a_day(above: str, cell: str) -> bool:
    """Whether a day is broken over two lines: its year, or its month, stands below the rest of it."""
    if _YEAR.match(cell):
        return _MONTH_END.search(above) is not None
    return _DAY.search(above) is not None and _MONTH.match(cell) is not None
