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
    pairs = list(zip(filled[::2], filled[1::2], strict=False))
    if len(filled) % 2 or not pairs or not all(_labels(label, value) for label, value in pairs):
        return [line]
    return [replace(line, text=text, cells=None) for label, value in pairs for text in _said(label, value)]


def _said(label: str, value: str) -> list[str]:
    first, *rest = cell_paragraphs(value)
    return [f"{cell_text(label).strip(' :')}: {first}", *rest]


def _labels(label: str, value: str) -> bool:
    """Whether one cell is the label of the next."""
    words = cell_text(label).strip(" :")
    return len(words) <= _LONGEST_LABEL and _HEADS.fullmatch(cell_text(value)) is None and _is_label(words)


def _is_label(label: str) -> bool:
    return LABELLED.match(f"{label}:") is not None or group_of(f"{label}:")[0] is not None
