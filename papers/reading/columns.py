# ruff: noqa: E501 - a pattern reads better whole than broken
"""The column for who acts, in a table or at the right of a page, taken out of the text beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from papers.reading.beside import Beside, beside_line, says_nothing
from papers.reading.dates import find_dates
from papers.reading.dues import says_when
from papers.reading.labels import take_label
from papers.reading.lines import Line
from papers.reading.minute_tables import ACTION_HEAD, unrolled
from papers.reading.owners import is_owner
from papers.reading.paragraphs import OPENERS

_FAR_RIGHT = 36  # columns; a head so far in is that of a column of its own
_LONGEST = 40  # lines of an entry
_SLACK = 6  # columns that an entry may stand to the left of the head of its column
_INITIALS = re.compile(r"[A-Z]{2,4}(?: ?[/,&] ?[A-Z]{2,4}){0,3}")
_WANTS_MORE = re.compile(r"(?:[,/&(–-]|\b(?:of|and|for|the|to|with|by|a|an|in|on))$")
_HEAD_ENDS = re.compile(
    r"(?:and |& |/ ?)?(?:by(?: whom| when)?|owner|(?:lead |responsible )?officer|who|when|deadline|due(?: date)?|(?:target )?date|timescale|required)",
    re.I,
)  # the second line of a head
_PAGE = re.compile(r"(?:page\b.*\d|\d{1,4})", re.I)


def split_columns(lines: list[Line]) -> list[Line]:
    """The lines, minutes set as a table made plain, and what an action column holds put on lines that begin with MARK."""
    return unrolled(_without_margin(lines))


@dataclass
class _Entry:
    """What stands at the right of the page beside some lines, and where its paragraph ends among the lines made."""

    line: int
    words: list[str] = field(default_factory=list)
    place: int | None = None
    over: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.words)


def _without_margin(lines: list[Line]) -> list[Line]:
    """The lines, a column of actions at the right of the page taken out and each entry put below its paragraph."""
    if not any(_is_head(line) for line in lines):
        return lines
    margin = _Margin()
    for line in lines:
        margin.take(line)
    return margin.finished()


def _is_head(line: Line) -> bool:
    """Whether the head of a column of actions stands at the end of a line, or alone at the right."""
    if line.edge is None or line.edge[0] < _FAR_RIGHT:
        return False
    words = line.edge[1].strip(" :")
    alone = line.text == line.edge[1]
    return (
        words[:1].isupper()
        and ": " not in words  # an ACTION line that names its owner
        and len(re.findall(r"\w+", words)) < 4
        and ACTION_HEAD.fullmatch(words) is not None
        and (alone or "action" in words.lower())
    )


class _Margin:
    """The lines while the column at their right is taken out of them."""

    def __init__(self) -> None:
        self.made: list[Line] = []
        self.entries: list[_Entry] = []
        self.column: int | None = None
        self.head = ""
        self.headed = False  # by the line above

    def take(self, line: Line) -> None:
        """A line: the head of the column, words with or without an entry beside them, or nothing."""
        edge = line.edge
        headed, self.headed = self.headed, False
        if edge and (self._heads(line, edge[1]) or (headed and _HEAD_ENDS.fullmatch(edge[1]))):
            self.column = min(edge[0], self.column or edge[0]) if headed else edge[0]
            self.head, self.headed = self.head or edge[1], True
            self._add(_left_of(line, edge[1]))
        elif edge and self._is_beside(edge):
            left = _left_of(line, edge[1])
            entry = self.entries[-1] if self.entries else None
            if entry is None or entry.over or len(entry.words) > _LONGEST or self._begins_next(entry, left, edge[1]):
                self._add(left, new=True)
                self.entries.append(_Entry(line.number, [edge[1]], None if left.text else len(self.made)))
            else:
                entry.words.append(edge[1])
                self._add(left)
        else:
            if self.entries:
                self.entries[-1].over = True
            self._add(line)

    def _heads(self, line: Line, words: str) -> bool:
        """Whether a line holds the head of the column, for the first time or on a further page."""
        return words == self.head if self.head else _is_head(line)

    def _is_beside(self, edge: tuple[int, str]) -> bool:
        open_entry = bool(self.entries) and not self.entries[-1].over
        stands = self.column is not None and edge[0] >= self.column - _SLACK
        return stands and (open_entry or not (_PAGE.fullmatch(edge[1]) or _is_date(edge[1])))

    def _begins_next(self, entry: _Entry, left: Line, words: str) -> bool:
        """Whether words beside a line begin an entry, rather than go on with the one above."""
        if says_when(words):
            return False
        if _INITIALS.fullmatch(words) or _INITIALS.fullmatch(entry.text):
            return True
        if _WANTS_MORE.search(entry.text) or not is_owner(entry.text) or not words[0].isupper() or not left.text:
            return False
        above = self.made[-1].text if self.made else ""
        ended = take_label(left.text)[0] is not None or (above.endswith((".", ";")) and left.text[0].isupper())
        return ended and is_owner(words)

    def _add(self, line: Line, *, new: bool = False) -> None:
        """Add a line; where a paragraph ends above it, the entries beside that have their place there."""
        ended = not line.text or take_label(line.text)[0] is not None or OPENERS.match(line.text) is not None
        sentence = new and bool(self.made) and self.made[-1].text.endswith((".", ";"))
        if ended or sentence:
            self._place()
        self.made.append(line)

    def _place(self) -> None:
        for entry in self.entries[::-1]:
            if entry.place is not None:
                break
            entry.place = len(self.made)

    def finished(self) -> list[Line]:
        """All lines, every entry in its place."""
        self._place()
        at: dict[int, list[Line]] = {}
        for entry in self.entries:
            if not says_nothing(entry.text):
                at.setdefault(entry.place or 0, []).append(beside_line(entry.line, Beside(entry.text)))
        return [each for n in range(len(self.made) + 1) for each in (*at.get(n, ()), *self.made[n : n + 1])]


def _left_of(line: Line, words: str) -> Line:
    text = line.text.removesuffix(words).rstrip()
    return replace(line, text=text, edge=None, left=line.left if text else None)


def _is_date(words: str) -> bool:
    """Whether words are no more than a date, as in a running title."""
    return any(len(each.text) >= len(words) - 12 for each in find_dates(words))
