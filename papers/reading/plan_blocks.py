# ruff: noqa: E501 - a pattern reads better whole than broken
"""A forward plan that is no table with heads: its edition on the front, its decisions as labels and values."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache

from papers.reading.dates import MONTH, MONTH_YEAR, MONTHS, add_months, find_dates, month_end
from papers.reading.due_rules import NUMBERS
from papers.reading.facts import ForwardPlan, PlanEntry, Warning
from papers.reading.labels_and_values import Block, one_label_each, read_label_blocks
from papers.reading.lines import Line
from papers.reading.plan import COLUMNS, PLAIN_DATE, date_of, entry_of, read_editions, read_entries

_PLAN = re.compile(
    r"\bforward plan\b(?! of work)|\b(?:notice|schedule|list) of (?:intended |intention to take |forthcoming )?(?:\w+ ){0,2}decisions?\b|\bkey decisions\b|\bkey decision (?:plan|notice|schedule|list)|\bforthcoming decisions\b|^issue details$|\bplan of (?:key )?decisions\b",
    re.I,
)
_LONGEST_SENTENCE = 60  # a longer sentence of the head tells of plans, and names none
_PROGRAMME = re.compile(r"\bwork(?:ing)? (?:programme|plan|program)\b", re.I)
_DECISIONS = re.compile(r"\bkey decisions\b|\bnotice of\b", re.I)
_PUBLISHED = re.compile(r"\b(?:published|publication|issued)\b", re.I)
_PLAN_PUBLISHED = re.compile(r"(?:plan )?published\b", re.I)
_EDITION_LABEL = re.compile(r"\W*(?:(?:date )?(?:of )?(?:publication|published|issued)|(?:\w+ )?period\b)", re.I)
_MONTHS = re.compile(
    rf"\b(?P<a>{MONTH})\s*(?P<ay>20\d\d)?\s*(?:-|–|—|to|until)\s*(?P<b>{MONTH})\s+(?P<by>20\d\d)", re.I
)
_FROM = re.compile(rf"\b(?:from|commencing|beginning|starting)\s+(?:on\s+)?(?:the\s+)?{PLAIN_DATE}", re.I)
_SO_MANY = re.compile(rf"\b(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})[- ]months?\b", re.I)
_TITLE = r"^(?:(?:report |decision )?(?:title|subject)(?: of (?:the )?(?:decision|report))?|matter(?: for decision| in respect of which.{0,40})?|item(?: \d{1,3})?|issue|decision(?: \d{1,3})?|name of decision|details of (?:the )?decisions?(?: to be (?:made|taken))?)$"
_DESCRIPTION = r"^(?:(?:brief |short )?(?:description|summary)(?: of (?:the )?(?:decision|item|matter))?|what (?:is|will be|is being) (?:the decision|proposed|decided)\??(?: about\??)?|(?:details of )?(?:the )?proposals?|synopsis|decision (?:to be (?:made|taken)|required)|purpose)$"
_LABELS = COLUMNS | {
    "title": _TITLE,
    "description": _DESCRIPTION,
    "due": rf"{COLUMNS['due']}|^on$",
    "key": r"^(?:is (?:it|this) a )?key\b|^decision type$|^type of decision",
    "exempt": rf"{COLUMNS['exempt']}|restriction",
}
_ORDER = (
    "description",
    "first_published",
    "decision_maker",
    "key",
    "exempt",
    "portfolio",
    "title",
    "due",
    "lead",
    "contact",
)
_NOT_OURS = re.compile(
    r"\b(?:publication|period|reference|reasons?|status|consult\w*|documents?|background|wards?|divisions?|scrutiny|urgency|impact|representations?|e-?mail|tel(?:ephone)?|department|directorate)\b",
    re.I,
)
_MARKERS = re.compile(r"(?:plan items|no\.?\s+item|issue details|\d{1,3}\.?|items?)", re.I)
_NEW = re.compile(r"\s*\b(?:New|Updated|Amended)!?$")


def is_plan(lines: list[Line]) -> bool:
    """Whether the paper calls itself a forward plan at its head, and not a work programme."""
    head = [text for text in _head(lines) if len(text) < (_LONGEST_SENTENCE if text.endswith(".") else 140)]
    programme = [text for text in head[:6] if _PROGRAMME.search(text) and not _DECISIONS.search(text)]
    return any(map(_PLAN.search, head)) and not programme


def _head(lines: list[Line], *, most: int = 14) -> list[str]:
    return [line.text if line.cells is None else ": ".join(line.cells) for line in lines if _on_front(line)][:most]


def _on_front(line: Line) -> bool:
    """Whether a line of the front is words, or a row that says when the plan was published or which period it is of."""
    if line.cells is None:
        return line.text != ""
    return len(line.cells) == 2 and _EDITION_LABEL.match(line.cells[0]) is not None


def edition_on_front(lines: list[Line]) -> ForwardPlan | None:
    """The edition that the head of a plan prints in lines of its own: when published, and from when to when."""
    published = begins = to = None
    below = [text for text in _head(lines, most=24)[14:] if _PLAN_PUBLISHED.match(text)]
    for text in [*_head(lines), *below]:
        days = [found.on for found in find_dates(text) if found.on]
        if _PUBLISHED.search(text) and len(days) == 3 and begins is None:
            at = next(match.start() for match in _PUBLISHED.finditer(text))
            after = [found.on for found in find_dates(text) if found.on and found.start > at]
            published = after[0] if after else days[-1]
            begins, to = (day for day in days if day != published) if days.count(published) == 1 else days[1:]
        elif _PUBLISHED.search(text) and days and published is None and "proposed decision" not in text:
            published = days[0]
        from_day = _FROM.search(text)
        if from_day and begins is None and len(days) == (2 if _PUBLISHED.search(text) else 1):
            begins, to = days[-1], _end_of(text, days[-1])
        elif len(days) == 2 and days[0] < days[1] and (begins is None or begins == days[0].replace(day=1)):
            begins, to = days
        if begins is None and len(days) <= 1:
            begins, to = _months_in(text)
    return ForwardPlan(published, begins, to, to, False) if published or begins else None


def _end_of(text: str, begins: dt.date) -> dt.date | None:
    """The last day of a period that is printed as so many months: "the four months beginning 1 July 2025"."""
    match = _SO_MANY.search(text)
    if match is None:
        return None
    months = int(match["n"]) if match["n"].isdigit() else NUMBERS[match["n"].lower()]
    return add_months(begins, months) - dt.timedelta(days=1)


def _months_in(text: str) -> tuple[dt.date | None, dt.date | None]:
    match = _MONTHS.search(text)
    if match is None:
        return None, None
    end = month_end(int(match["by"]), MONTHS[match["b"].lower()])
    month = MONTHS[match["a"].lower()]
    year = int(match["ay"]) if match["ay"] else end.year - (month > end.month)
    return dt.date(year, month, 1), end


def read_blocks(lines: list[Line], taken: set[int]) -> list[PlanEntry]:
    """The decisions printed as labels and values, each with its title or below it."""
    free = one_label_each((line for line in lines if line.number not in taken), _names)
    blocks = read_label_blocks(free, _names, needed={"due"}, opens="title")
    months = [(line.number, line.text) for line in free if MONTH_YEAR.fullmatch(line.text)]
    for block in blocks:
        under = next((text for number, text in reversed(months) if number < block.line), None)
        if under and "due" not in block.values:
            block.values["due"] = under
    return [entry for block in blocks if (entry := _entry(block)) is not None]


def _entry(block: Block) -> PlanEntry | None:
    found = block.values
    who_when = re.match(r"(?P<who>[A-Z][^,;]{2,80}),\s+(?P<when>.*)$", found.get("title", ""))
    if who_when and "due" not in found and date_of(who_when["when"]):
        found |= {"title": "", "decision_maker": who_when["who"], "due": who_when["when"]}
    described = found.get("description")
    title = found.get("title") or _title_above(block.above, sure=described is not None) or described
    if not title or not {"decision_maker", "due"} & set(found) or len(found) < 2:
        return None
    by = re.search(r"\s+by\s+(?:the\s+)?(?P<who>[A-Z].{2,80})$", found.get("due", ""))
    if by and "decision_maker" not in found:
        found["decision_maker"] = by["who"]
    return entry_of(title, found.get, block.line)


def _title_above(loose: list[Line], *, sure: bool = False) -> str | None:
    """The title among the loose lines above a block: the first after a number or a heading, else the last that is no sentence."""
    marker = max((i for i, line in enumerate(loose) if _MARKERS.fullmatch(line.text)), default=-1)
    below = [line for line in loose[marker + 1 :] if not re.search(r"\bcouncil$", line.text, re.I)]
    below = [line for line in below if not _PLAN.search(line.text) or line.bold]
    titles = [line for line in below if not line.text.endswith(".") and not re.match(r"To\s+[a-z]", line.text)]
    bold = [line for line in titles if line.bold]
    if not titles:
        return None
    chosen = titles[0] if marker >= 0 else (bold or titles)[-1]
    if sure and not (chosen.bold or chosen.text.isupper() or re.match(r"\d{1,3}[.)]\s", chosen.text) or marker >= 0):
        return None
    return _NEW.sub("", re.sub(r"^(?:\d{1,3}[.)]|[A-Z]{1,5}[/-]?\d[\w/.-]*)\s+", "", chosen.text))


@lru_cache(maxsize=4_096)
def _names(label: str) -> tuple[str, ...]:
    """What a label can name; the order is from the surer to the vaguer."""
    if _PLAN.search(label) and not re.match(r"is\b", label, re.I):
        return ()
    if _NOT_OURS.search(label) and not re.match(f"{_TITLE}|{_DESCRIPTION}", label, re.I):
        return ()
    return tuple(name for name in _ORDER if re.search(_LABELS[name], label, re.I))


def read_plans(
    lines: list[Line], taken: set[int], kind: str, *, reported: bool
) -> tuple[tuple[ForwardPlan, ...], list[Warning]]:
    """The editions of the forward plan with the decisions of the first, and warnings; a paper with a report is no plan."""
    plans, warnings = read_editions(lines)
    named = kind == "plan" or (kind == "auto" and not reported and is_plan(lines))
    entries = read_entries(lines, taken, named=named) if kind in ("auto", "plan", "pack") else []
    if named:
        entries = entries or read_blocks(lines, taken)
        front = edition_on_front(lines) if entries and not plans else None
        plans = [front] if front else plans
    if entries and plans:
        plans[0] = replace(plans[0], entries=tuple(entries))
    elif entries:
        plans = [ForwardPlan(None, None, None, None, False, tuple(entries))]
    return tuple(plans), warnings
