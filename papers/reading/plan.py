# ruff: noqa: E501 - a pattern reads better whole than broken
"""The forward plan: the paragraph that says which edition, and the tables of decisions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

from papers.reading.dates import DATE_WORDS, MONTH, MONTHS, add_months, find_dates, in_words, month_end
from papers.reading.due_rules import NUMBERS
from papers.reading.facts import ForwardPlan, PlanEntry, Warning
from papers.reading.labels import take_bullet
from papers.reading.lines import Line, cell_paragraphs, cell_text

PLAIN_DATE = re.sub(r"\?P<\w+>", "?:", DATE_WORDS.pattern)
_EDITION = re.compile(
    rf"\bforward plan\b(?P<between>.{{0,160}}?)\bpublished (?:on )?(?:the )?(?P<published>{PLAIN_DATE})(?P<rest>.{{0,240}})",
    re.I,
)
_PERIOD = re.compile(
    rf"(?:(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})[- ]months?(?:['’]s?)?[- ]period\s*(?:of\s+|from\s+|commencing\s+|:\s*)?(?:from\s+)?)(?P<from>{PLAIN_DATE})\s*(?:-|–|—|to|until)\s*(?P<to>{PLAIN_DATE})",
    re.I,
)
COLUMNS = {
    "title": r"^(?:(?:key )?decision(?: (?:title|to be (?:made|taken)))?|title|subject|matter(?: for decision)?|item|issue|description(?: of decision)?|report title|what (?:is the decision|(?:will|is to|is going to) be decided|is being decided)\??)",
    "decision_maker": r"decision[- ]?(?:maker|taker|body)|who (?:will|is|decides)|(?:to be )?(?:taken|made|decided) by|body",
    "due": r"date|\bwhen\b|\bexpected\b|\bdue\b|meeting|\bon or after\b|\b(?:not|no earlier|no sooner) (?:before|than)\b|\bearliest\b",
    "lead": r"lead|cabinet member|responsible (?:director|officer)|director",
    "contact": r"contact|officer|author|(?:further|more) information|enquir",
    "key": r"^key\b",
    "exempt": r"exempt|confidential|private|open or|public or",
    "portfolio": r"portfolio",
    "first_published": r"first published|date (?:added|published)|published|notice",
}


def read_editions(lines: list[Line]) -> tuple[list[ForwardPlan], list[Warning]]:
    """The editions of the forward plan that the paper describes, and warnings of periods of the wrong length."""
    plans, warnings = [], []
    for line in lines:
        if line.furniture or take_bullet(line.text)[0] or ("eriod" not in line.text and "ublished" not in line.text):
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
    match = re.search(rf"(?P<from>{PLAIN_DATE})\s*(?:-|–|—|to|until)\s*(?P<to>{PLAIN_DATE})", text, re.I)
    if match is None:
        return None, None
    return next((d.on for d in find_dates(match["from"])), None), next((d.on for d in find_dates(match["to"])), None)


def read_entries(lines: list[Line], taken: set[int], *, named: bool = False) -> list[PlanEntry]:
    """The rows of the tables of decisions to be taken.

    In a paper that is `named` a plan, a heading above some rows - "Cabinet, 12 November 2024" - gives what they have
    no column for: who decides, and when.
    """
    entries: list[PlanEntry] = []
    heads: dict[str, int] | None = None
    under: dict[str, str] = {}
    for line in lines:
        if line.furniture or line.number in taken or not line.text:
            continue
        cells = [cell_text(cell) for cell in line.cells] if line.cells is not None else [line.text]
        filled = [cell for cell in cells if cell]
        if line.cells is None or (named and len(filled) == 1):
            heads = heads if line.cells is not None else None
            under = _under(filled[0]) or under if named and filled else {}
        elif found := _heads(cells, under if named else None):
            heads = found
        elif heads and filled:
            entry = _entry(line.cells, heads, line.number, under)
            entries += [entry] if entry else []
    return entries


def _under(text: str) -> dict[str, str]:
    """What a heading says of the decisions below it: the day, or the month, and the body if it names one."""
    if (
        len(text) > 100
        or text.endswith(".")
        or re.search(r"\b(?:published|period|updated|issued)\b", text, re.I)
        or not date_of(text)
    ):
        return {}
    body = re.search(
        r"\b(?:(?:full )?council|cabinet(?: member[\w ]{0,40})?|(?:the )?(?:executive|mayor|leader)(?: (?:board|committee|member[\w ]{0,40}))?|[\w ]{3,50}(?:committee|board))\b",
        re.sub(PLAIN_DATE, "", text),
        re.I,
    )
    return {"due": text} | ({"decision_maker": body.group().strip()} if body else {})


def _heads(cells: list[str], under: dict[str, str] | None = None) -> dict[str, int] | None:
    """Which column holds what; `under` is what a heading of a plan gives instead, None in any other paper."""
    where: dict[str, int] = {}
    for name in ("decision_maker", "first_published", "portfolio", "key", "exempt", "title", "lead", "contact", "due"):
        for index, cell in enumerate(cells):
            if index not in where.values() and cell and len(cell) < 80 and _names(name, cell):
                where[name] = index
                break
    if "contact" not in where and "lead" in where and _names("contact", cells[where["lead"]]):
        where["contact"] = where["lead"]  # the member above, the officer below
    if under is None:
        return where if {"title", "decision_maker", "due"} <= set(where) else None
    known = set(where) | set(under)
    return where if "title" in where and "due" in known and len(known) >= 3 else None


@lru_cache(maxsize=8_192)
def _names(column: str, cell: str) -> bool:
    """Whether the head of a column says that it is this one."""
    return re.search(COLUMNS[column], cell.strip(" *:"), re.I) is not None


def _entry(printed: tuple[str, ...], heads: dict[str, int], line: int, under: dict[str, str]) -> PlanEntry | None:
    shared = heads.get("lead") == heads.get("contact")

    def cell(name: str) -> str | None:
        index = heads.get(name)
        if index is None or index >= len(printed):
            return under.get(name) if index is None else None
        parts = cell_paragraphs(printed[index])
        if shared and len(parts) > 1 and name in ("lead", "contact"):
            return parts[0] if name == "lead" else " ".join(parts[1:])
        if name == "title" and len(parts) > 1 and _PURPOSE.match(parts[1]):
            return parts[0]
        return cell_text(printed[index]) or None

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


_PURPOSE = re.compile(
    r"(?:to|for) [a-z]+\b|(?:purpose|description|summary)\b", re.I
)  # says what a decision is for, below its title
_EARLIEST = re.compile(
    r"\b(?:not before|(?:no|not) (?:earlier|sooner) than|after|on or after|from)\s+(?:\w+\s+){0,3}$", re.I
)  # words before a month that only say from when on


def date_of(text: str | None, *, exact: bool = False, near: dt.date | None = None) -> dt.date | None:
    """The first day that some words name, or the last of the month they name unless it must be `exact`; "not before June" names no day.

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
    if month is not None and _EARLIEST.search(text[: month.start()]):
        return None
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
