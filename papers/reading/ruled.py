"""Tables ruled off with plus signs and dashes round cells of several lines, made into rows with bars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_RULE = re.compile(r"\+(?:[-=]+\+)+")


def ruled_as_rows(text: str) -> str:
    """The text with each row between two rules of plus signs and dashes on its first line."""
    if "+--" not in text and "+==" not in text:
        return text
    lines = text.split("\n")
    row: list[tuple[int, list[str]]] = []
    widths: list[int] = []
    within = False
    for index, line in enumerate([*lines, ""]):
        bare = line.strip()
        ruled = _RULE.fullmatch(bare) is not None
        cells = [cell.strip() for cell in bare.removesuffix("|")[1:].split("|")] if within and bare[:1] == "|" else []
        if row and (ruled or (bare and len(cells) != len(row[0][1])) or index == len(lines)):
            _put(lines, row, widths)
            row = []
        if ruled:
            lines[index], within = "", True
            widths = [len(run) - 2 for run in bare.strip("+").split("+")]
        elif cells:
            row.append((index, cells))
        elif bare:
            within = False
    return "\n".join(lines)


def _put(lines: list[str], row: list[tuple[int, list[str]]], widths: list[int]) -> None:
    """Put a row on its first line, and nothing on its others."""
    for index, _ in row:
        lines[index] = ""
    columns = list(zip(*(cells for _, cells in row), strict=True))
    room = [*widths, *(0 for _ in columns)]
    lines[row[0][0]] = as_row([_cell(parts, width) for parts, width in zip(columns, room, strict=False)])


def _cell(parts: Sequence[str], width: int) -> str:
    """The lines of a cell as one; a paragraph ends where the first word of the next line had room on it."""
    said = [part for part in parts if part]
    below = (("<br>" if len(a) + 1 + len(b.split()[0]) < width else " ") + b for a, b in pairwise(said))
    return "".join([*said[:1], *below])


def as_row(cells: list[str]) -> str:
    """A row with bars; a bar within a cell would end it."""
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
