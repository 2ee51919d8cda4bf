# ruff: noqa: E501 - a pattern reads better whole than broken
"""The forward plan: the paragraph that says which edition, and the tables of decisions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from papers.reading.dates import DATE_WORDS, MONTH, MONTHS, add_months, find_dates, in_words, month_end
from papers.reading.dues import NUMBERS
from papers.reading.facts import ForwardPlan, PlanEntry, Warning
from papers.reading.lines import Line, cell_text

_PLAIN_DATE = re.sub(r"\?P<\w+>", "?:", DATE_WORDS.pattern)
_EDITION = re.compile(
    rf"\bforward plan\b(?P<between>.{{0,160}}?)\bpublished (?:on )?(?:the )?(?P<published>{_PLAIN_DATE})(?P<rest>.{{0,240}})",
    re.I,
)
_PERIOD = re.compile(
    rf"(?:(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})[- ]months?(?:['’]s?)?[- ]period\s*(?:of\s+|from\s+|commencing\s+|:\s*)?(?:from\s+)?)(?P<from>{_PLAIN_DATE})\s*(?:-|–|—|to|until)\s*(?P<to>{_PLAIN_DATE})",
    re.I,
)
COLUMNS = {
    "title": r"^(?:(?:key )?decision(?: (?:title|to be (?:made|taken)))?|title|subject|matter(?: for decision)?|item|issue|description(?: of decision)?|report title|what is the decision\??)",
    "decision_maker": r"decision[- ]?(?:maker|taker|body)|who (?:will|is)|to be (?:taken|made) by|body",
    "due": r"(?:decision )?(?:due )?date|when|expected|due|meeting",
    "lead": r"lead|cabinet member|responsible (?:director|officer)|director",
    "contact": r"contact|officer|author",
    "key": r"^key\b",
    "exempt": r"exempt|confidential|private|open or|public or",
    "portfolio": r"portfolio",
    "first_published": r"first published|date (?:added|published)|published|notice",
}


def read_editions(lines: list[Line]) -> tuple[list[ForwardPlan], list[Warning]]:
    """The editions of the forward plan that the paper describes, and warnings of periods of the wrong length."""
    plans, warnings = [], []
    for line in lines:
        if line.furniture or ("eriod" not in line.text and "ublished" not in line.text):
            continue
        period = _PERIOD.search(line.text)
        edition = _EDITION.search(line.text)
        published = next((d.on for d in find_dates(edition["published"])), None) if edition else None
        if period:
            begins, printed, months = _ends(period)
            if begins and printed:
                end = add_months(begins, months) - dt.timedelta(days=1)
                right = printed in (end, add_months(begins, months))
                if edition or "forward plan" in line.text.lower():
                    plans.append(ForwardPlan(published, begins, printed, printed if right else end, not right))
                if not right:
                    warnings.append(
                        Warning(
                            "period_length",
                            line.number,
                            f"{period['n']} months from {in_words(begins)} end on {in_words(end)}, printed {in_words(printed)}",
                        )
                    )
        elif edition and published:
            begins, printed = _range_in(edition["rest"])
            plans.append(ForwardPlan(published, begins, printed, printed, False))
    return plans, warnings


def _ends(period: re.Match[str]) -> tuple[dt.date | None, dt.date | None, int]:
    months = int(period["n"]) if period["n"].isdigit() else NUMBERS[period["n"].lower()]
    to = next((d for d in find_dates(period["to"])), None)
    begins = next((d for d in find_dates(period["from"])), None)
    if begins is None and to and to.on:
        near = next(iter(find_dates(period["from"], near=dt.date(to.on.year, 1, 1))), None)
        begins = near
        if near and near.on and near.on > to.on:
            return near.on.replace(year=near.on.year - 1), to.on, months
    return (begins.on if begins else None), (to.on if to else None), months


def _range_in(text: str) -> tuple[dt.date | None, dt.date | None]:
    match = re.search(rf"(?P<from>{_PLAIN_DATE})\s*(?:-|–|—|to|until)\s*(?P<to>{_PLAIN_DATE})", text, re.I)
    if match is None:
        return None, None
    return next((d.on for d in find_dates(match["from"])), None), next((d.on for d in find_dates(match["to"])), None)


def read_entries(lines: list[Line], taken: set[int]) -> list[PlanEntry]:
    """The rows of the tables of decisions to be taken."""
    entries: list[PlanEntry] = []
    heads: dict[str, int] | None = None
    for line in lines:
        if line.cells is None or line.number in taken:
            heads = None if line.text and not line.furniture and line.cells is None else heads
            continue
        cells = [cell_text(cell) for cell in line.cells]
        found = _heads(cells)
        if found:
            heads = found
        elif heads and any(cells):
            entry = _entry(cells, heads, line.number)
            if entry:
                entries.append(entry)
    return entries


def _heads(cells: list[str]) -> dict[str, int] | None:
    where: dict[str, int] = {}
    for name in ("decision_maker", "first_published", "portfolio", "key", "exempt", "title", "lead", "contact", "due"):
        for index, cell in enumerate(cells):
            if (
                index not in where.values()
                and cell
                and len(cell) < 80
                and re.search(COLUMNS[name], cell.strip(" *:"), re.I)
            ):
                where[name] = index
                break
    return where if {"title", "decision_maker", "due"} <= set(where) else None


def _entry(cells: list[str], heads: dict[str, int], line: int) -> PlanEntry | None:
    def cell(name: str) -> str | None:
        index = heads.get(name)
        return (cells[index] or None) if index is not None and index < len(cells) else None

    title = cell("title")
    return entry_of(title, cell, line) if title else None


def entry_of(title: str, cell: Callable[[str], str | None], line: int) -> PlanEntry:
    """One decision from its title and its cells; `cell` gives what stands under the name of a column, or None."""
    return PlanEntry(
        title,
        cell("decision_maker"),
        date_of(cell("due")),
        cell("due"),
        cell("lead"),
        _person(cell("contact")),
        _yes(cell("key")),
        _exempt(cell("exempt")),
        cell("portfolio"),
        date_of(cell("first_published"), exact=True),
        line,
    )


def date_of(text: str | None, *, exact: bool = False, near: dt.date | None = None) -> dt.date | None:
    """The first day that some words name, or the last of the month they name unless it must be `exact`.

    A day without a year is the first such day not before `near`, and is no day without it.
    """
    if not text:
        return None
    found = next((d.on for d in find_dates(text, near=near) if d.on), None)
    month = (
        None
        if found or exact
        else re.search(rf"\b(?P<month>{MONTH})\b\.?,?[\s-]+(?P<year>20\d\d|\d\d(?!\d))", text, re.I)
    )
    if month is None:
        return found
    return month_end(int(month["year"]) % 2000 + 2000, MONTHS[month["month"].lower()])


def _person(text: str | None) -> str | None:
    """A contact without the ways to reach them."""
    if text is None:
        return None
    return (
        re.split(
            r"[\s,;(–-]*(?:\b(?:tel(?:ephone)?|e-?mail|phone|ext)\b|[\w.+-]{1,64}@|\(?\d{3,5}\)?\s?\d{3})",
            text,
            maxsplit=1,
            flags=re.I,
        )[0].strip(" ,;")
        or None
    )


def _yes(text: str | None) -> bool | None:
    return None if text is None else re.match(r"(?:y|yes|key|true)\b", text, re.I) is not None


def _exempt(text: str | None) -> bool | None:
    return (
        None
        if text is None
        else re.search(r"\b(?:yes|exempt|private|confidential|closed|part)\b", text, re.I) is not None
        and not re.match(r"(?:no|open|public|not)\b", text, re.I)
    )
