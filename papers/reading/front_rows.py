"""The rows at the head of a paper that hold a label and its value - the date, the place, who came - as plain lines."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from papers.reading.attendance_groups import group_of
from papers.reading.lines import Line, cell_paragraphs, cell_text
from papers.reading.names import NAME
from papers.reading.places import LABELLED

_HEADS = re.compile(r"(?:present|apolog\w+|absent|attend\w*|role|post|ward|party|name|initials|substitute)\W*", re.I)
_LONGEST_LABEL = 60


def labelled_rows(lines: list[Line]) -> list[Line]:
    """The lines, each row of a label and its value as lines such as "Venue: Town Hall", a line for each paragraph."""
    return [made for line in _columns_apart(lines) for made in _plain(line)]


def _columns_apart(lines: list[Line]) -> list[Line]:
    """The lines, a table that has those present in one column and others beside them made a list for each."""
    made: list[Line] = []
    at = 0
    while at < len(lines):
        rows = list(itertools.takewhile(lambda line: line.cells is not None, lines[at:]))
        columns = _columns(rows)
        made += columns or lines[at : at + 1]
        at += len(rows) if columns else 1
    return made


def _columns(rows: list[Line]) -> list[Line]:
    """The rows of a table as a list for each of its columns; nothing where these do not head groups of people."""
    heads = [cell_text(cell).strip(" :") for cell in rows[0].cells or ()] if rows else []
    groups = [group_of(f"{head}:")[0] for head in heads]
    if len(heads) < 2 or None in groups or len(set(groups)) < len(groups):
        return []
    found: list[Line] = []
    for column, head in enumerate(heads):
        cells = [(row, (row.cells or ())[column]) for row in rows[1:] if column < len(row.cells or ())]
        named = [replace(row, text=words, cells=None) for row, cell in cells for words in cell_paragraphs(cell)]
        if not any(NAME.match(re.split(r"[,(]", line.text)[0].strip()) and " " in line.text for line in named):
            return []
        found += [replace(rows[0], text=f"{head}:", cells=None), *named, Line(rows[0].number, "")]
    return found


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
