"""Tables ruled off with plus signs and dashes round cells of several lines, made into rows with bars."""

from __future__ import annotations

import re

_RULE = re.compile(r"\+(?:[-=]+\+)+")


def ruled_as_rows(text: str) -> str:
    """The text with each row between two rules of plus signs and dashes on its first line."""
    if "+--" not in text and "+==" not in text:
        return text
    lines = text.split("\n")
    first, row = 0, [""]
    within = False
    for index, line in enumerate(lines):
        bare = line.strip()
        if _RULE.fullmatch(bare):
            lines[index], row, within = "", [], True
        elif within and bare.startswith("|"):
            cells = [cell.strip() for cell in bare.removesuffix("|")[1:].split("|")]
            if len(row) == len(cells):
                row = [f"{above} {cell}".strip() for above, cell in zip(row, cells, strict=True)]
                lines[index] = ""
            else:
                first, row = index, cells
            lines[first] = as_row(row)
        elif bare:
            within = False
    return "\n".join(lines)


def as_row(cells: list[str]) -> str:
    """A row with bars; a bar within a cell would end it."""
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
