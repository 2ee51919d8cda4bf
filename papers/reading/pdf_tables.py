"""Tables on a page of a PDF: rules that cross make a grid, and the pieces of text in it are its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from papers.reading.pdf_marks import Mark, Rule
from papers.reading.rows import MOST_COLUMNS

_NEAR = 3.0  # points; rules no further apart are one
_SHORTEST = 8.0  # points; a shorter rule is a letter's stroke or a tick
MOST_ROWS = 400  # on one page
MOST_LONG = 1_500  # rules; a page with more is a drawing
MOST_SLOTS = 3_000


@dataclass(frozen=True)
class Grid:
    """A table: the places of its rules, and the slots that are one cell, by the slot at their top left."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]  # from the top of the page down
    owner: dict[tuple[int, int], tuple[int, int]]

    @property
    def top(self) -> float:
        return self.ys[0]

    def slot(self, mark: Mark) -> tuple[int, int] | None:
        """The row and column of the cell that a piece of text stands in; None outside the table."""
        x, y = (mark.x + min(mark.end, mark.x + mark.size)) / 2, mark.y + mark.size / 4
        if not (self.xs[0] - 1 <= x < self.xs[-1] and self.ys[-1] < y <= self.ys[0]):
            return None
        column = max(bisect_right(self.xs, x) - 1, 0)
        row = bisect_right([-each for each in self.ys], -y) - 1
        return self.owner.get((row, column))


def grids(rules: list[Rule]) -> list[Grid]:
    """The tables that the rules of a page make, the highest first."""
    along = _joined([(r.y0, r.x0, r.x1) for r in rules if r.x1 - r.x0 >= _SHORTEST and r.y1 - r.y0 < 2])
    down = _joined([(r.x0, r.y0, r.y1) for r in rules if r.y1 - r.y0 >= _SHORTEST and r.x1 - r.x0 < 2])
    if not along or not down or len(along) + len(down) > MOST_LONG:
        return []
    found = [_grid(a, d) for a, d in _crossing(along, down)]
    return sorted((grid for grid in found if grid), key=lambda grid: -grid.top)


_Span = tuple[float, float, float]  # where a rule lies, from where, to where


def _joined(spans: list[_Span]) -> list[_Span]:
    """Rules drawn in pieces, cell by cell, as whole rules."""
    by_place: list[list[_Span]] = []
    for span in sorted(spans):
        if by_place and span[0] - by_place[-1][-1][0] <= _NEAR / 2:
            by_place[-1].append(span)
        else:
            by_place.append([span])
    whole: list[_Span] = []
    for group in by_place:
        place = group[0][0]
        begin = end = None
        for _, low, high in sorted(group, key=lambda span: span[1]):
            if end is not None and begin is not None and low > end + _NEAR:
                whole.append((place, begin, end))
                begin, end = low, high
            else:
                begin, end = (low if begin is None else begin), max(high, end if end is not None else high)
        if begin is not None and end is not None:
            whole.append((place, begin, end))
    return whole


def _crossing(along: list[_Span], down: list[_Span]) -> Iterable[tuple[list[_Span], list[_Span]]]:
    """The rules that hang together, group by group."""
    parent = list(range(len(along) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, (y, x0, x1) in enumerate(along):
        for j, (x, y0, y1) in enumerate(down, start=len(along)):
            if x0 - _NEAR <= x <= x1 + _NEAR and y0 - _NEAR <= y <= y1 + _NEAR:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[_Span], list[_Span]]] = defaultdict(lambda: ([], []))
    for i, span in enumerate(along):
        groups[root(i)][0].append(span)
    for j, span in enumerate(down, start=len(along)):
        groups[root(j)][1].append(span)
    return groups.values()


def _grid(along: list[_Span], down: list[_Span]) -> Grid | None:
    xs, ys = _places(down), _places(along)[::-1]
    if not (2 <= len(xs) <= MOST_COLUMNS and 2 <= len(ys) <= MOST_ROWS) or len(xs) * len(ys) > MOST_SLOTS:
        return None
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            if column and not _between(down, xs[column], y):
                owner[row, column] = owner[row, column - 1]
            elif row and not _between(along, ys[row], x):
                owner[row, column] = owner[row - 1, column]
            else:
                owner[row, column] = (row, column)
    return Grid(tuple(xs), tuple(ys), owner)


def _places(spans: list[_Span]) -> list[float]:
    places: list[float] = []
    for place in sorted(span[0] for span in spans):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places


def _between(spans: list[_Span], place: float, at: float) -> bool:
    """Whether a rule lies at a place, where the other way is `at`."""
    return any(abs(span[0] - place) <= _NEAR and span[1] - 1 <= at <= span[2] + 1 for span in spans)
