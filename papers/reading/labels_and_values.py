"""Labels and values, one beneath the other, a block of them for each decision, action or item."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from papers.reading.lines import Line, cell_paragraphs, cell_text

_LABEL = re.compile(r"^(?:[-–•*●·]\s+)?(?P<label>[A-Z][^:|]{0,60}?)(?:\s*:|(?<=\?))(?:\s+(?P<value>.*)|)$")
_COUNTED = re.compile(r"^\d{1,3}[.)]\s+(?=[A-Z])")  # the number of a block before its first label
_INNER = re.compile(r"[.;,|]\s{1,8}(?P<label>[A-Z][a-z]{1,20}(?: [a-z]{1,12}){0,2}):\s")
_UNENDED = re.compile(r"(?:[,:&–-]|\b(?:and|of|for|the|to|in|on|with|by|a))$")
_LONG_LINE = 55  # characters; a shorter value that needs no more words is whole
_LONGEST_VALUE = 1_200  # characters; what follows a label for longer than that is no longer its value
Names = Callable[[str], Sequence[str]]


@dataclass
class Block:
    """What stands under the labels of one thing, by the name of each label, and the loose lines above it."""

    line: int
    above: list[Line]
    values: dict[str, str] = field(default_factory=dict)


def read_label_blocks(lines: Iterable[Line], names: Names, *, needed: set[str], opens: str) -> list[Block]:
    """The blocks of labels and values in some lines.

    `names` gives what a printed label can name, the surest first. The next block begins where the first label of the
    block comes again, or one that is `needed` or that `opens`, and below loose lines once it has what is needed.
    """
    blocks: list[Block] = []
    loose: list[Line] = []
    last: str | None = None
    gap = parted = False
    above = 0
    for line in lines:
        if line.blank or line.furniture:
            gap = gap or line.blank
            continue
        gap = gap and line.number != above  # the paragraphs of one row stand together
        above = line.number
        label, value = _pair(line, names)
        fits = names(label) if label else ()
        if fits:
            if (
                not blocks
                or _begins_next(blocks[-1], fits, needed, opens)
                or (parted and _is_over(blocks[-1], fits, needed, opens))
            ):
                blocks.append(Block(line.number, loose))
                loose, parted = [], False
            last = next((name for name in fits if name not in blocks[-1].values), None)
            if last:
                blocks[-1].values[last] = _first(line) if last == opens and line.cells else value
        elif blocks and last and label is None and _goes_on(blocks[-1].values[last], line, gap):
            blocks[-1].values[last] = f"{blocks[-1].values[last]} {line.text}".strip()
        else:
            loose.append(line)
            parted = parted or line.bold or (label is None and (gap or not blocks))
            last = None
        gap = False
    return blocks


def one_label_each(lines: Iterable[Line], names: Names) -> list[Line]:
    """The lines, one that prints several labels and values made one for each: "Owner: X. Due: Y. Status: Z."."""
    made: list[Line] = []
    for line in lines:
        cuts = (
            [m.start("label") for m in _INNER.finditer(line.text) if names(m["label"])]
            if line.cells is None and ":" in line.text
            else []
        )
        edges = [0, *cuts, len(line.text)]
        parts = [line.text[a:b].strip() for a, b in pairwise(edges)] if cuts else []
        made += [replace(line, text=part.rstrip(" .;"), left=None) for part in parts if part] or [line]
    return made


def _begins_next(block: Block, fits: Sequence[str], needed: set[str], opens: str) -> bool:
    """Whether a label of these names begins the next block: all it can name, the block has."""
    if opens in fits:
        return True
    first = next(iter(block.values), None)
    return set(fits) <= set(block.values) and (fits[0] == first or fits[0] in needed)


def _is_over(block: Block, fits: Sequence[str], needed: set[str], opens: str) -> bool:
    """Whether a block that loose lines part from a label of these names is over: it has all it needs, or that label
    already, or it is one label that opens none, such as a date of publication on the front."""
    has = set(block.values)
    return needed <= has or set(fits) <= has or (len(has) == 1 and opens not in has)


def _goes_on(value: str, line: Line, gap: bool) -> bool:
    """Whether a line without a label belongs to the value above it: that was empty, or nothing stands between."""
    if not value:
        return True
    wraps = len(value) > _LONG_LINE or line.text[0].islower() or _UNENDED.search(value) is not None
    return (
        not gap
        and not line.bold
        and wraps
        and len(value) < _LONGEST_VALUE
        and not re.match(r"(?:\d{1,3}|\w+ \d{1,3})[.):]?(?:\s|$)", line.text)
    )


def _first(line: Line) -> str:
    """The first paragraph of a row's value: a title, which the others describe."""
    return next(iter(cell_paragraphs((line.cells or ("",))[-1])), "")


def _pair(line: Line, names: Names) -> tuple[str | None, str]:
    """The label and the value that a line or a row of two cells prints; a known label may do without its colon."""
    if line.cells is not None:
        cells = [cell_text(cell) for cell in line.cells]
        return (cells[0].strip(" :") or None, cells[1]) if len(cells) == 2 else (None, "")
    left = _COUNTED.sub("", line.left or "").strip(" :")
    if left and line.left and line.left != line.text and names(left):
        return left, line.text[len(line.left) :].strip(" :")
    match = _LABEL.match(line.text)
    if match:
        return match["label"], (match["value"] or "").strip()
    return (line.text, "") if line.bold and names(line.text) else (None, "")
