"""The rows at the head of a paper that hold a label and its value - the date, the place, who came - as plain lines."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.attendance_groups import group_of
from papers.reading.lines import Line, cell_paragraphs, cell_text
from papers.reading.places import LABELLED

_HEADS = re.compile(r"(?:present|apolog\w+|absent|attend\w*|role|post|ward|party|name|initials|substitute)\W*", re.I)
_LONGEST_LABEL = 60


def labelled_rows(lines: list[Line]) -> list[Line]:
    """The lines, each row of a label and its value as lines such as "Venue: Town Hall", a line for each paragraph."""
    return [made for line in lines for made in _plain(line)]


def _plain(line: Line) -> list[Line]:
    filled = [cell for cell in line.cells or () if cell_text(cell)]
    if len(filled) == 1:
        return [replace(line, text=cell_text(filled[0]), cells=None)]
    label = cell_text(filled[0]).strip(" :") if len(filled) == 2 else ""
    if not label or len(label) > _LONGEST_LABEL or _HEADS.fullmatch(cell_text(filled[1])) or not _is_label(label):
        return [line]
    first, *rest = cell_paragraphs(filled[1])
    said = [f"{label}: {first}", *rest]
    return [replace(line, text=text, cells=None) for text in said]


def _is_label(label: str) -> bool:
    return LABELLED.match(f"{label}:") is not None or group_of(f"{label}:")[0] is not None
