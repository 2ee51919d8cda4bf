"""Minutes whose titles stand in a narrow column at the left of what was said, made into titles with text below."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from papers.reading.attendance_groups import group_of
from papers.reading.item_numbers import NUMBER
from papers.reading.labels import LABEL
from papers.reading.lines import Line
from papers.reading.openings import ACTION, START
from papers.reading.sections import headed_minutes

_NEAREST, _FARTHEST = 14, 44  # columns in which what was said may begin
_LEAST_TITLES = 3
_LEAST_BESIDE = 0.6  # of the lines from the first title on stand in the column of what was said
_LONGEST = 140  # characters of a title
_SLACK = 1  # columns that a line may stand off its column
_BEGINS = re.compile(rf"{NUMBER}[.):]?\s+[A-Z]")
_NO_TITLE = re.compile(rf"(?:{NUMBER}|{LABEL.pattern}|.*[:;,])\W*", re.I)


@dataclass
class _Title:
    """A title in the left column: the places of the lines it stands on, and its words."""

    places: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.words)


def with_titles_above(lines: list[Line]) -> list[Line]:
    """The lines of minutes, each title of a left column on a line of its own above what is said of it."""
    column = _column(lines) if headed_minutes(lines) else None
    if column is None:
        return lines
    beside = [title for title in _blocks(lines, column) if any(lines[place].parts for place in title.places)]
    titles = [title for title in beside if _is_title(title.text)]
    if len(titles) < _LEAST_TITLES or not _is_beside(lines[titles[0].places[0] :], column):
        return lines
    first = {title.places[0]: title.text for title in titles}
    taken = {place for title in titles for place in title.places}
    made: list[Line] = []
    for at, line in enumerate(lines):
        if at in first:
            made += [Line(line.number, ""), Line(line.number, first[at], bold=True), Line(line.number, "")]
        made.append(_said(line, column) if at in taken else line)
    return made


def _column(lines: list[Line]) -> int | None:
    """Where most lines that are set far in begin, alone or beside a title."""
    starts = Counter(
        line.edge[0] if line.edge and len(line.parts) == 2 else line.indent
        for line in lines
        if line.text and line.cells is None
    )
    far = [(count, start) for start, count in starts.items() if _NEAREST <= start <= _FARTHEST]
    return max(far)[1] if far and max(far)[0] > len(lines) / 4 else None


def _blocks(lines: list[Line], column: int) -> list[_Title]:
    """The words of the left column, those on lines right below each other together."""
    found = [_Title()]
    for at, line in enumerate(lines):
        words = _left(line, column)
        if words and found[-1].words and _BEGINS.match(words):
            found.append(_Title())
        if words:
            found[-1].places.append(at)
            found[-1].words.append(words)
        elif found[-1].words:
            found.append(_Title())
    return [title for title in found if title.words]


def _left(line: Line, column: int) -> str:
    """What a line holds in the left column."""
    if line.cells is not None or line.indent >= column - 2:
        return ""
    if len(line.parts) == 2 and line.edge and abs(line.edge[0] - column) <= _SLACK:
        return line.parts[0]
    return line.text if line.indent + len(line.text) < column and not line.parts else _before(line, column)


def _before(line: Line, column: int) -> str:
    """The left words of a line whose number stands apart from its title: "1.    Apologies      There were none"."""
    apart = len(line.parts) == 3 and line.edge and abs(line.edge[0] - column) <= _SLACK
    return " ".join(line.parts[:2]) if apart else ""


def _is_title(words: str) -> bool:
    fits = words[:1].isalnum() and 3 < len(words) <= _LONGEST and _NO_TITLE.fullmatch(words) is None
    plain = group_of(words)[0] in (None, "apologies") and not START.match(words) and not ACTION.match(words)
    return fits and plain and not words.endswith(".")


def _is_beside(lines: list[Line], column: int) -> bool:
    """Whether most lines stand in the column of what was said, with nothing at the left of it."""
    told = [line for line in lines if line.text and line.cells is None]
    inside = sum(line.indent >= column - _SLACK or bool(_left(line, column) and line.parts) for line in told)
    return inside >= _LEAST_BESIDE * len(told)


def _said(line: Line, column: int) -> Line:
    """A line without its words in the left column."""
    words = line.parts[-1] if line.parts else ""
    return replace(line, text=words, indent=column, left=None, parts=(), edge=None, strong=(), bold=False)
