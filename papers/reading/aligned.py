"""Tables set with spaces, or with bars and rules round cells of several lines, made into rows with bars."""

from __future__ import annotations

import re

from papers.reading.boxes import boxes_as_rows
from papers.reading.dates import find_dates
from papers.reading.minute_tables import ACTION_HEAD
from papers.reading.paired import pairs_as_rows
from papers.reading.ruled import as_row, ruled_as_rows
from papers.reading.spaced_columns import cut, find_columns, heads_days, segments
from papers.reading.spaced_rows import Block, shape_of

_PAGE = re.compile(
    r"[\s–—-]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s–—-]*|.{0,120}\bpage\s{1,3}\d{1,4}(?:\s+of\s+\d{1,4})?\s*",
    re.I,
)
_POINT = re.compile(r"[-–•*●·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")  # of a list among the words
_LONGEST_HEAD = 42
_LONGEST_HEADING = 140
_WIDEST_GAP = 5  # blank lines between two rows
_FOOT = 3  # lines that a page prints between two of its rows, at its foot and its head


def as_tables(text: str) -> str:
    """The text with every table set with spaces or ruled off as rows with bars; the lines keep their numbers."""
    text = ruled_as_rows(text)
    if "   " not in text and "\t" not in text:
        return text
    lines = [line.expandtabs(4) if "\t" in line else line for line in text.split("\n")]
    lines = pairs_as_rows(boxes_as_rows(lines))
    made = list(lines)
    at = 0
    while at < len(lines):
        starts = find_columns(lines, at)
        table = _Table(lines, at, starts) if starts else None
        at = at + 1 if table is None or table.is_margin() else table.make(made)
    return "\n".join(made)


class _Table:
    """A table while its lines are gathered: where its columns are, its blocks of lines, the headings between rows."""

    def __init__(self, lines: list[str], at: int, starts: list[int]) -> None:
        self.lines = lines
        self.starts = starts
        self.head = self._heads_above(at)
        self.blocks: list[Block] = []
        self.headings: set[int] = set()
        self.titled = not heads_days(self.head[-1][1][0])
        self.feet: list[int] = []
        self.end = self._gather(at + 1)

    def is_margin(self) -> bool:
        """Whether these are paragraphs with a column of actions beside them: the first row is no sooner ended than
        words alone go on in another column than the first, or a list stands among them."""
        head = " ".join(filter(None, (cells[-1] for _, cells in self.head)))
        below = segments(self.lines[self.end]) if self.end < len(self.lines) else []
        within = len(self.starts) > 2 and bool(below) and abs(below[0][0] - self.starts[1]) <= 1
        rows = sum(all(cells[:2]) for block in self.blocks for _, cells in block)
        goes_on = (len(below) == 1 and rows < 3) or (len(below) > 1 and _POINT.fullmatch(below[0][1]) is not None)
        return within and goes_on and ACTION_HEAD.fullmatch(head.strip(" :")) is not None

    def make(self, made: list[str]) -> int:
        """Put the rows of the table among the lines; the index of the first line that is no longer of it."""
        blocks = [block for block in self._without_head_below() if block]
        shape = shape_of([block for block in blocks if block[0][0] not in self.headings], self.starts)
        rows = shape.rows(blocks, self.headings)
        for row in (self.head, *rows) if rows else ():
            for index, _ in row:
                made[index] = ""
            whole = [" ".join(filter(None, cells)) for cells in zip(*(c for _, c in row), strict=True)]
            made[row[0][0]] = as_row(whole if row is self.head else shape.whole(row))
        for index in self.feet if rows else ():
            made[index] = ""
        return self.end

    def _heads_above(self, at: int) -> Block:
        """The head, with the line above it that begins its words: "Lead" above "officer"."""
        head = [(at, cut(self.lines[at], self.starts) or [part for _, part in segments(self.lines[at])])]
        above = self.lines[at - 1] if at else ""
        cells = cut(above, self.starts) if above[:1] == " " and "   " in above else None
        below = [(start, start + len(part)) for start, part in segments(self.lines[at])]
        over = all(
            len(part) < _LONGEST_HEAD / 2 and any(start < end and start + len(part) > a for a, end in below)
            for start, part in segments(above)
        )
        return [(at - 1, cells), *head] if cells and over else head

    def _without_head_below(self) -> list[Block]:
        """The blocks, the lines that go on with the head taken from the first into it."""
        if not self.blocks or (self.blocks[0] and self.blocks[0][0][0] in self.headings):
            return self.blocks
        first, *rest = self.blocks
        size = 0
        while size < len(first) and first[size][0] == self.head[-1][0] + size + 1 and _all_small(first[size][1]):
            size += 1
        right_below = bool(first) and first[0][0] == self.head[-1][0] + 1
        short = all(len(cell) < _LONGEST_HEAD and not re.search(r"\d", cell) for _, row in first for cell in row)
        if rest and right_below and short and len(first) < 4 and not all(all(cells) for _, cells in first):
            size = len(first)
        self.head += first[:size]
        return [first[size:], *rest]

    def _gather(self, first: int) -> int:
        """Take the lines of the table, those with no blank line between them together; where it ends."""
        gap = 0
        new = True
        for index in range(first, len(self.lines)):
            line = self.lines[index]
            if not re.search(r"[^\W_]", line):
                gap += not line.strip()
                self._rule(index, gap)
                continue
            if index in self.feet:
                new = True
                continue
            cells = self._cells(index, gap)
            heading = self._heading(index, gap) if cells is None or self._is_lone_day(cells) else None
            if heading:
                self.headings.add(index)
            elif cells is None:
                self.feet += (feet := self._page_between(index))
                if not feet:
                    return index
                new, gap = True, 0
                continue
            if gap or heading or new:
                self.blocks.append([])
            self.blocks[-1].append((index, heading or cells or []))
            new, gap = bool(heading), 0
        return len(self.lines)

    def _rule(self, index: int, gap: int) -> None:
        """Take the lines above a rule that stands near the head, no blank line between, into the head."""
        if gap or not self.lines[index].strip() or len(self.blocks) > 1 or index > self.head[-1][0] + _FOOT + 1:
            return
        self.head += self.blocks.pop() if self.blocks else []
        self.blocks.append([])

    def _cells(self, index: int, gap: int) -> list[str] | None:
        """The cells of a line of the table; None for one that is none, such as a paragraph that stands below it."""
        line = self.lines[index]
        page = _PAGE.fullmatch(line) is not None and (gap > 0 or "page" in line.lower())
        if gap > _WIDEST_GAP or page or (gap and find_columns(self.lines, index)):
            return None
        cells = cut(line, self.starts)
        lone = cells is not None and gap > 0 and sum(map(bool, cells)) == 1
        return None if lone and not self._rows_below(index) else cells

    def _is_lone_day(self, cells: list[str]) -> bool:
        """Whether a line holds nothing but a day in the column of titles, where other rows have titles."""
        day = next(iter(find_dates(cells[0])), None) if not any(cells[1:]) else None
        return day is not None and self.titled and len(cells[0]) < _LONGEST_HEAD

    def _heading(self, index: int, gap: int) -> list[str] | None:
        """A date, words in capitals, or a few set apart, that part the rows of the table, as a row of one cell."""
        line = self.lines[index].strip()
        plain = gap > 0 and len(line) < _LONGEST_HEADING / 2 and line[0].isupper() and len(segments(line)) == 1
        heads = len(line) < _LONGEST_HEADING and (
            bool(find_dates(line)) or line.isupper() or (plain and not line.endswith((".", ":", ",")))
        )
        return [line, *("" for _ in self.starts[1:])] if heads and self._rows_below(index) else None

    def _rows_below(self, index: int) -> bool:
        """Whether rows of the table stand just below a line."""
        near = range(index + 1, min(index + 2 + _WIDEST_GAP, len(self.lines)))
        below = next((at for at in near if self.lines[at].strip()), None)
        if below is None or find_columns(self.lines, below):
            return False
        cells = cut(self.lines[below], self.starts)
        return cells is not None and sum(map(bool, cells)) >= 2

    def _page_between(self, index: int) -> list[int]:
        """The lines of the foot and the head of a page, where the table goes on below them with no head of its own."""
        near = [at for at in range(index, min(index + 20, len(self.lines))) if self.lines[at].strip()][: _FOOT + 1]
        if not any(_PAGE.fullmatch(self.lines[at]) for at in near[:2]):
            return []
        for size, at in enumerate(near[1:], start=1):
            parts = segments(self.lines[at])
            if find_columns(self.lines, at):
                return []
            if len(parts) > 1 and all(min(abs(start - edge) for edge in self.starts) <= 1 for start, _ in parts):
                return near[:size] if cut(self.lines[at], self.starts) is not None else []
        return []


def _all_small(cells: list[str]) -> bool:
    return all(cell[0].islower() for cell in cells if cell)
