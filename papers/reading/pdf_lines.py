"""Pieces of text on a page as printed lines: words with their spaces, wide gaps between columns, bold lines marked."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from papers.reading.labels import take_bullet, take_label
from papers.reading.pdf_marks import Mark

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u2010": "-", "\u2011": "-"}
    | dict.fromkeys("\uf0b7\uf0a7\u25cf\uf02d\x7f\x81\x8d\x8f\x90\x9d", "•")
    | dict.fromkeys([*map(chr, range(32)), "\u200b", "\ufeff"], " ")
)
_SPACE = 0.17  # of the size of the letters; less is spacing between letters
_WIDE = 1.8  # of the size of the letters; more is a column
_EM = 0.5  # the width of a letter, for want of a better, of its size
_BROKEN = re.compile(r"\w-$")  # a word that its hyphen breaks, made whole once the whole paper is read
MOST_INDENT = 90  # columns
_STEP = 4  # spaces that stand for a wide gap, at least


_Part = tuple[float, float, str]  # where it begins, where it ends, its words


@dataclass(frozen=True)
class Printed:
    """A line of a page: its parts with where each begins and ends, its base line and the size of its letters."""

    parts: tuple[_Part, ...]
    y: float
    size: float
    bold: bool

    @property
    def x(self) -> float:
        return self.parts[0][0]

    @property
    def end(self) -> float:
        return self.parts[-1][1]

    @property
    def text(self) -> str:
        return " ".join(part for _, _, part in self.parts)

    def set_out(self, left: float, size: float) -> str:
        """The line as text whose columns stand about where they were printed; `left` is the margin of the page."""
        letter = max(size * _EM, 1.0)
        line = " " * _columns(self.x - left, letter)
        for number, (x, _, part) in enumerate(self.parts):
            if number:
                line += " " * max(_STEP, _columns(x - left, letter) - len(line))
            line += f"**{part}**" if self.bold and number == 0 else part
        return line


def _columns(width: float, letter: float) -> int:
    return max(0, min(round(width / letter), MOST_INDENT))


def printed_lines(marks: list[Mark]) -> list[Printed]:
    """The pieces of text as lines, from the top of the page down."""
    lines = (_line(group) for group in _level(marks))
    return [line for line in lines if line is not None]


def _level(marks: list[Mark]) -> list[list[Mark]]:
    """The pieces that stand on one line; a raised "th" or footnote mark stands on the line it is raised from."""
    groups: list[list[Mark]] = []
    bases: list[tuple[float, float]] = []
    for mark in sorted((m for m in marks if m.text.strip()), key=lambda m: (-m.size, -m.y)):
        place = _place(bases, mark)
        if place is None:
            groups.append([mark])
            bases.append((mark.y, mark.size))
        else:
            groups[place].append(mark)
    order = sorted(range(len(groups)), key=lambda i: (-bases[i][0], min(m.x for m in groups[i])))
    return [groups[i] for i in order]


def _place(bases: list[tuple[float, float]], mark: Mark) -> int | None:
    """Which line a piece stands on; lines are looked through from the last, where it mostly is."""
    for index in range(len(bases) - 1, max(-1, len(bases) - 200), -1):
        y, size = bases[index]
        rise = mark.y - y
        if abs(rise) < 0.3 * min(size, mark.size) or (mark.size < 0.85 * size and -0.25 * size < rise < 0.55 * size):
            return index
    return None


def _line(marks: list[Mark]) -> Printed | None:
    """The words of one line in order, a space where letters stand apart, a new part where they stand far apart."""
    size = max(mark.size for mark in marks)
    parts: list[tuple[float, float, list[str]]] = []
    before: Mark | None = None
    for mark in sorted(marks, key=lambda mark: mark.x):
        if before is not None and mark.text == before.text and abs(mark.x - before.x) < 0.1 * size:
            continue  # printed twice over, which looks bold
        gap = mark.x - parts[-1][1] if parts else 0.0
        if not parts or gap > _WIDE * size:
            parts.append((mark.x, mark.end, [mark.text]))
        else:
            begin, end, words = parts[-1]
            apart = gap > _SPACE * min(size, mark.size)
            parts[-1] = (begin, max(end, mark.end), [*words, " ", mark.text] if apart else [*words, mark.text])
        before = mark
    said = [(x, end, " ".join("".join(words).translate(_LIGATURES).split())) for x, end, words in parts]
    found = _hanging([part for part in said if part[2]])
    if not found:
        return None
    letters = [mark for mark in marks if re.search(r"\w", mark.text)]
    main = max(letters or marks, key=lambda mark: len(mark.text))
    return Printed(found, main.y, main.size, bool(letters) and all(mark.bold for mark in letters))


def _hanging(parts: list[_Part]) -> tuple[_Part, ...]:
    """The parts of a line, a label or bullet that hangs before the first words joined to them."""
    if len(parts) > 1 and begins(parts[0][2]) and len(parts[0][2]) < 6:
        (x, _, label), (_, end, words), *rest = parts
        return ((x, end, f"{label} {words}"), *rest)
    return tuple(parts)


def runs_on(above: Printed, below: Printed, right: float) -> bool:
    """Whether a line goes on in the one below: its next word found no room before the margin at the `right`.

    Bold lines stay as printed: the two lines of a title are seldom one sentence.
    """
    if len(above.parts) > 1 or len(below.parts) > 1 or above.bold or below.bold or _BROKEN.search(above.text):
        return False
    if above.end - above.x < 0.4 * (right - below.x):
        return False  # set by itself at the right of the page
    first = below.text.split(" ", 1)[0]
    letter = (below.end - below.x) / len(below.text)
    fits = right - above.end >= (len(first) + 1) * letter
    return abs(above.size - below.size) < 1 and not fits and not begins(below.text)


def fills(line: Printed, right: float) -> bool:
    """Whether a line ends so near the margin, in the middle of a sentence, that it goes on wherever the text does."""
    return (
        len(line.parts) == 1 and right - line.end < 5 * line.size and not line.text.endswith((".", ";", ":", "!", "?"))
    )


def begins(text: str) -> bool:
    """Whether a line begins a clause of its own, by its label or its bullet."""
    return take_bullet(f"{text} ")[0] or take_label(text)[0] is not None


def leading_of(lines: list[Printed], right: float) -> float:
    """How far apart the lines of a paragraph stand: the middle of the steps within sentences, where there are a few."""
    size = median(line.size for line in lines)
    steps = [
        above.y - below.y
        for above, below in itertools.pairwise(lines)
        if 0.8 * size < above.y - below.y < 2.5 * size and below.text[:1].islower() and runs_on(above, below, right)
    ]
    return median(steps) if len(steps) >= 3 else 1.2 * size


def columns_apart(lines: list[Printed]) -> list[Printed]:
    """The same lines, those set in two columns of prose one column after the other."""
    if len(lines) < 8:
        return lines
    left, right = min(line.x for line in lines), max(line.end for line in lines)
    gutter = _gutter(lines, left, right)
    if gutter is None:
        return lines
    found: list[Printed] = []
    band: list[Printed] = []
    for line in [*lines, None]:
        if line is not None and not any(x < gutter < end for x, end, _ in line.parts):
            band.append(line)
            continue
        found += _in_two(band, left, gutter, right)
        band = []
        found += [line] if line is not None else []
    return found


def _gutter(lines: list[Printed], left: float, right: float) -> float | None:
    """Where the gap between two columns lies, near the middle of the page, on most lines."""
    counts: dict[int, int] = defaultdict(int)
    for line in lines:
        for (_, end, _), (begin, _, _) in zip(line.parts, line.parts[1:], strict=False):
            for place in range(round(end / 4) + 1, min(round(begin / 4), round(end / 4) + 80)):
                counts[place] += 1
    middle = [p for p in counts if 0.35 < (4 * p - left) / max(right - left, 1) < 0.65]
    best = max(middle, key=lambda place: counts[place], default=None)
    return None if best is None or counts[best] < max(6, len(lines) / 3) else 4.0 * best


def _in_two(band: list[Printed], left: float, gutter: float, right: float) -> list[Printed]:
    """A run of lines as its left column and then its right one, when both are prose that fills its lines."""
    sides: tuple[list[Printed], list[Printed]] = ([], [])
    for line in band:
        for side, low, high in ((0, left - 1, gutter), (1, gutter, right + 1)):
            parts = tuple(part for part in line.parts if low <= part[0] < high)
            if parts:
                sides[side].append(Printed(parts, line.y, line.size, line.bold))
    return [*sides[0], *sides[1]] if all(_is_prose(side) for side in sides) else band


def _is_prose(side: list[Printed]) -> bool:
    """Whether most lines of a column fill it; those of a list of names do not."""
    if len(side) < 6 or median(len(line.text) for line in side) < 30:
        return False
    left, right = min(line.x for line in side), max(line.end for line in side)
    return sum(line.end - line.x > 0.8 * (right - left) for line in side) >= 0.6 * len(side)
