"""Tables ruled off with plus signs and dashes round cells of several lines, made into rows with bars."""

from __future__ import annotations

import re
import textwrap

_RULE = re.compile(r"\+(?:[-=]+\+)+")


def ruled_as_rows(text: str) -> str:
    """The text with each row between two rules of plus signs and dashes on its first line."""
    if "+--" not in text and "+==" not in text:
        return text
    lines = text.split("\n")
    first, row = 0, [""]
    widths: list[int] = []
    within = False
    for index, line in enumerate(lines):
        bare = line.strip()
        if _RULE.fullmatch(bare):
            lines[index], row, within = "", [], True
            widths = [len(run) - 2 for run in bare.strip("+").split("+")]
        elif within and bare.startswith("|"):
            cells = [cell.strip() for cell in bare.removesuffix("|")[1:].split("|")]
            if len(row) == len(cells) == len(widths):
                row = [_with_line(*each) for each in zip(row, cells, widths, strict=True)]
                lines[index] = ""
            else:
                first, row = index, cells
            lines[first] = as_row(row)
        elif bare:
            within = False
    return "\n".join(lines)


def _with_line(above: str, line: str, width: int) -> str:
    """A cell with its next line; that begins a paragraph where its first word had room on the line above."""
    if not (above and line):
        return above or line
    last = textwrap.wrap(above.rpartition("<br>")[2], max(width, 1))[-1]
    return f"{above}<br>{line}" if len(last) + 1 + len(line.split()[0]) < width else f"{above} {line}"


def as_row(cells: list[str]) -> str:
    """A row with bars; a bar within a cell would end it."""
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
