"""A paper's text as it is shown: the read parts marked, a few lines round them, what nothing was read in folded away.

Pure: lines, spans and notes in, stretches out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from papers.reading.lines import MARK, without_markup
from papers.reading.pages import pages_of

AROUND, SHORT, MOST = 3, 12, 2_500
"""Lines shown on each side of what was read; a gap so short is not folded; so many lines are shown at most."""

LONGEST_SPAN = 200
_RULE = re.compile(r"[\s|:\-–—=_*.]*")


@dataclass(frozen=True)
class Span:
    """The lines that something was read from; ``key`` says from what."""

    key: int
    first: int
    last: int


@dataclass(frozen=True)
class TextLine:
    """One line as shown. ``keys`` are read from it, those in ``begins`` from here on; ``page`` begins with it."""

    number: int
    words: str
    keys: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    page: int | None = None
    apart: bool = False


@dataclass(frozen=True)
class Stretch:
    """Lines in a row, shown or folded; a folded one has no lines."""

    first: int
    last: int
    lines: tuple[TextLine, ...] = ()
    is_read: bool = False


class Text:
    """A paper's lines with what was read from each."""

    def __init__(self, text: str, spans: Sequence[Span], notes: Mapping[int, Sequence[str]]) -> None:
        self.lines = text.split("\n")
        self.pages = pages_of(text)
        self.notes = {number: tuple(told) for number, told in notes.items() if 1 <= number <= len(self.lines)}
        self.spans = [_clipped(span, len(self.lines)) for span in spans if 1 <= span.first <= len(self.lines)]
        self.keys: dict[int, list[int]] = {}
        for span in self.spans:
            for number in range(span.first, span.last + 1):
                self.keys.setdefault(number, []).append(span.key)

    def stretches(self) -> list[Stretch]:
        """The whole text: what was read with a few lines round it, the rest folded."""
        shown = self._shown()
        runs = groupby(range(1, len(self.lines) + 1), key=lambda number: number in shown)
        return [self._stretch(list(numbers), is_shown) for is_shown, numbers in runs]

    def between(self, first: int, last: int) -> list[Stretch]:
        """Every line from one number to another, up to the most; what is left over is folded again."""
        first, last = max(first, 1), min(last, len(self.lines))
        end = min(last, first + MOST - 1)
        parts = [self._stretch(list(range(first, end + 1)), True)] if first <= end else []
        return parts + ([Stretch(end + 1, last)] if end < last else [])

    def printed(self, first: int | None, last: int | None) -> str:
        """The words of some lines as one text."""
        numbers = range(first or 1, min(last or first or 0, len(self.lines)) + 1)
        words = [as_read(self.lines[number - 1]) for number in numbers]
        return " ".join(filter(None, words)).lstrip("-•* ")

    def _shown(self) -> set[int]:
        marked = sorted({*self.keys, *self.notes, 1})
        shown: list[int] = []
        for number in marked:
            shown += range(max(1, number - AROUND), min(len(self.lines), number + AROUND) + 1)
        for one, other in pairwise(sorted({*shown, len(self.lines) + 1})):
            if 1 < other - one <= SHORT + 1:
                shown += range(one + 1, other)
        return set(sorted(set(shown))[:MOST])

    def _stretch(self, numbers: list[int], is_shown: bool) -> Stretch:
        is_read = any(number in self.keys for number in numbers)
        lines = tuple(self._lines(numbers)) if is_shown else ()
        return Stretch(numbers[0], numbers[-1], lines, is_read)

    def _lines(self, numbers: list[int]) -> Iterator[TextLine]:
        for number in numbers:
            page = self._new_page(number)
            words = as_read(self.lines[number - 1])
            if words or page or number in self.notes:
                yield TextLine(
                    number, words, tuple(self.keys.get(number, ())), self._beginning(number),
                    self.notes.get(number, ()), page, number > 1 and not self.lines[number - 2].strip(),
                )  # fmt: skip

    def _beginning(self, number: int) -> tuple[int, ...]:
        return tuple(key for key in self.keys.get(number, ()) if key not in self.keys.get(number - 1, ()))

    def _new_page(self, number: int) -> int | None:
        page = self.pages[number - 1]
        if self.pages[-1] == 1 or (number > 1 and self.pages[number - 2] == page):
            return None
        return page


def _clipped(span: Span, lines: int) -> Span:
    return Span(span.key, span.first, max(span.first, min(span.last, lines, span.first + LONGEST_SPAN)))


def as_read(line: str) -> str:
    """The words of a line as people read it, without markup; nothing for a rule."""
    words = without_markup(line.replace(MARK, " Action: ").replace("\f", " ")).strip()
    if _RULE.fullmatch(words):
        return ""
    if words.startswith("|"):
        cells = [cell.strip() for cell in words.strip("|").split("|")]
        return " | ".join(cell for cell in cells if cell)
    return words
