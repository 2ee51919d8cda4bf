"""Trackers of actions and recommendations: tables with what was asked, of whom, by when, and how it stands."""

from __future__ import annotations

import datetime as dt
import re

from papers.reading.columns import ACTION_HEADS, DUE_HEADS, OWNER_HEADS, STATUS_HEADS
from papers.reading.dates import find_dates
from papers.reading.facts import TrackerRow
from papers.reading.lines import Line, cell_text

_REF = re.compile(r"^(?:ref(?:erence)?\.?|no\.?|number|action (?:no|ref|number)\.?|id|#)$", re.I)
_MEETING = re.compile(
    r"^(?:(?:meeting )?date(?: of meeting| raised)?|meeting|raised|committee date|date of committee)$", re.I
)
_MINUTE = re.compile(r"^(?:minute(?: no\.?| ref\.?| number)?|item|agenda item|minute/item)$", re.I)
_CLOSED = re.compile(r"^(?:complete[d]?|closed|done|discharged|achieved|implemented|actioned|green - complete)\b", re.I)


def read_trackers(lines: list[Line], taken: set[int]) -> tuple[list[TrackerRow], set[int]]:
    """The rows of every tracker table outside the lines already used, and the lines they stand on."""
    rows: list[TrackerRow] = []
    used: set[int] = set()
    heads: dict[str, int] | None = None
    for line in lines:
        if line.number in taken or line.cells is None:
            heads = None if line.text and not line.furniture else heads
            continue
        cells = [cell_text(cell) for cell in line.cells]
        found = _heads(cells)
        if found:
            heads = found
            used.add(line.number)
        elif heads and any(cells):
            used.add(line.number)
            row = _row(cells, heads, line.number)
            if row:
                rows.append(row)
    return rows, used


def _heads(cells: list[str]) -> dict[str, int] | None:
    where: dict[str, int] = {}
    named = (
        ("text", ACTION_HEADS),
        ("owner", OWNER_HEADS),
        ("status", STATUS_HEADS),
        ("due", DUE_HEADS),
        ("ref", _REF),
        ("meeting", _MEETING),
        ("minute", _MINUTE),
    )
    for name, pattern in named:
        for index, cell in enumerate(cells):
            if index not in where.values() and pattern.match(cell.strip(" :*")):
                where[name] = index
                break
    return where if {"text", "status"} <= set(where) and len(where) >= 3 else None


def _row(cells: list[str], heads: dict[str, int], line: int) -> TrackerRow | None:
    def cell(name: str) -> str | None:
        index = heads.get(name)
        return (cells[index] or None) if index is not None and index < len(cells) else None

    text = cell("text")
    if text is None:
        return None
    status = cell("status")
    return TrackerRow(
        cell("ref"),
        _day(cell("meeting")),
        cell("minute"),
        text,
        cell("owner"),
        cell("due"),
        _day(cell("due")),
        status,
        status is not None and _CLOSED.match(status) is not None,
        line,
    )


def _day(text: str | None) -> dt.date | None:
    return next((d.on for d in find_dates(text) if d.on), None) if text else None
