# ruff: noqa: E501 - a pattern reads better whole than broken
"""A forward plan that is no table with heads: its edition on the front, its decisions as labels and values."""

from __future__ import annotations

import datetime as dt
import re

from papers.reading.dates import MONTH, MONTHS, find_dates, month_end
from papers.reading.facts import ForwardPlan, PlanEntry
from papers.reading.lines import Line, cell_text
from papers.reading.plan import COLUMNS, entry_of

_PLAN = re.compile(
    r"\bforward plan\b|\b(?:notice|schedule|list) of (?:intended |intention to take )?(?:\w+ ){0,2}decisions?\b|\bkey decisions?\b",
    re.I,
)
_LABEL = re.compile(r"^(?P<label>[A-Z][^:|]{1,60}?)\s*:\s*(?P<value>.*)$")
_PUBLISHED = re.compile(r"\b(?:published|publication|issued)\b", re.I)
_MONTHS = re.compile(
    rf"\b(?P<a>{MONTH})\s*(?P<ay>20\d\d)?\s*(?:-|–|—|to|until)\s*(?P<b>{MONTH})\s+(?P<by>20\d\d)", re.I
)
_TITLE = (
    r"^(?:(?:report |decision )?(?:title|subject)(?: of (?:the )?(?:decision|report))?|matter(?: for decision)?|item|issue|decision(?: to be (?:made|taken)| required)?|"
    r"(?:brief )?description(?: of (?:the )?decision)?|name of decision|what is the decision\??)$"
)
_NEEDED = {"title", "decision_maker", "due"}


def is_plan(lines: list[Line]) -> bool:
    """Whether the paper calls itself a forward plan at its head."""
    return any(_PLAN.search(text) and len(text) < 140 for text in _head(lines))


def _head(lines: list[Line]) -> list[str]:
    return [line.text for line in lines if line.text and line.cells is None][:14]


def edition_on_front(lines: list[Line]) -> ForwardPlan | None:
    """The edition that the head of a plan prints in lines of its own: when published, and from when to when."""
    published = begins = to = None
    for text in _head(lines):
        days = [found.on for found in find_dates(text) if found.on]
        if _PUBLISHED.search(text) and days and published is None:
            published = days[0]
        elif len(days) == 2 and begins is None and days[0] < days[1]:
            begins, to = days
        elif begins is None and not days:
            begins, to = _months_in(text)
    return ForwardPlan(published, begins, to, to, False) if published or begins else None


def _months_in(text: str) -> tuple[dt.date | None, dt.date | None]:
    match = _MONTHS.search(text)
    if match is None:
        return None, None
    end = month_end(int(match["by"]), MONTHS[match["b"].lower()])
    month = MONTHS[match["a"].lower()]
    year = int(match["ay"]) if match["ay"] else end.year - (month > end.month)
    return dt.date(year, month, 1), end


def read_blocks(lines: list[Line], taken: set[int]) -> list[PlanEntry]:
    """The decisions printed as labels and values, a new one wherever the title's label comes again."""
    blocks: list[tuple[int, dict[str, str]]] = []
    last: str | None = None
    for line in lines:
        if line.number in taken or line.blank or line.furniture:
            continue
        label, value = _pair(line)
        name = _column(label, blocks[-1][1] if blocks else {}) if label else None
        if name == "title":
            blocks.append((line.number, {}))
        if name and blocks:
            blocks[-1][1][name] = value
            last = None if value else name
        elif blocks and last and not label:
            blocks[-1][1][last] = line.text
            last = None
    return [
        entry_of(found["title"], found.get, number)
        for number, found in blocks
        if set(found) >= _NEEDED and found["title"]
    ]


def _pair(line: Line) -> tuple[str | None, str]:
    if line.cells is not None:
        cells = [cell_text(cell) for cell in line.cells]
        return (cells[0].strip(" :") or None, cells[1]) if len(cells) == 2 else (None, "")
    match = _LABEL.match(line.text)
    return (match["label"], match["value"].strip()) if match else (None, "")


def _column(label: str, known: dict[str, str]) -> str | None:
    """What a label names; the order is from the surer to the vaguer, and no column twice save the title."""
    order = ("first_published", "decision_maker", "key", "exempt", "portfolio", "title", "due", "lead", "contact")
    patterns = COLUMNS | {"title": _TITLE}
    fits = [name for name in order if re.search(patterns[name], label, re.I)]
    return next((name for name in fits if name == "title" or name not in known), None)
