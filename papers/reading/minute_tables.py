# ruff: noqa: E501 - a pattern reads better whole than broken
"""Minutes set as a table - a number, what was said, who acts - made into the lines that plain minutes have."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from papers.reading.action_lines import says_task
from papers.reading.action_tables import is_action_head
from papers.reading.beside import Beside, beside_line, says_nothing
from papers.reading.item_numbers import NUMBER
from papers.reading.lines import Line, cell_text, line_of, without_markup
from papers.reading.openings import START
from papers.reading.owners import is_owner
from papers.reading.table_heads import DUE_HEADS, OWNER_HEADS, STATUS_HEADS

_NUMBER_HEAD = re.compile(
    r"(?:(?:agenda )?(?:items?|min(?:ute)?s?\.?) )?(?:no\.?|nos\.?|ref\.?|number|#)|min\.?|(?:agenda )?item(?=/)|", re.I
)
_ITEM_HEAD = re.compile(r"item|(?:item|minute|subject|business)\s*/\s*(?:resolution|decision|minute)s?", re.I)
_NUMBERS_OR_ITEMS = re.compile(rf"(?:agenda )?(?:items?|minutes?)|{_NUMBER_HEAD.pattern}", re.I)
_SAID_HEAD = re.compile(
    r"(?:(?:minutes?|notes?|record|discussions?|summary|decisions?|resolutions?|outcomes?|text)(?:\s*(?:/|&|and|of)\s*|$)){1,3}",
    re.I,
)  # heads what was said and decided, beside a column of numbers or titles
_WORD = (
    r"(?:agenda|items?|minutes?|discussions?|notes?|subject|issues?|details?|summary|business|key|main|points?|matters?|record|topics?"
    r"|headings?|narrative|raised|discussed|comments?|decisions?|resolutions?|outcomes?|conclusions?|text|of|the|and|&|/|,|-|for)"
)
_WORDS_HEAD = re.compile(rf"{_WORD}(?:\W{{1,3}}{_WORD}){{0,6}}", re.I)
_TOLD = re.compile(r"\b(?:discussions?|minutes|text|narrative|record|discussed|summary|points|notes)\b", re.I)
_DECISION_HEAD = re.compile(
    r"(?:agreed )?(?:decisions?|resolutions?|outcomes?|resolved|agreed|conclusions?)(?: (?:made|taken|agreed|reached))?",
    re.I,
)
ACTION_HEAD = re.compile(
    r"(?:agreed |further )?actions?(?![^|]*\b(?:plan|log|tracker|status|progress|update|since|so far)\b)(?:\W.{0,40})?|(?:(?:lead )?officers? |members? )?(?:to|for) action(?: by)?|actioned by|next steps?|follow[- ]?ups?|lead|who|by whom",
    re.I,
)
_TITLE_HEAD = re.compile(r"(?:item )?title", re.I)
_AGENDA_HEAD = re.compile(r"pages?(?: nos?\.?| numbers?)?|timings?|time|duration|paper|enclosure", re.I)
_PLANS = re.compile(
    r"\bwork(?:ing)? (?:programme|plan|program)\b|\bprogramme of work\b|\bforward plan\b|\btracker\b|\baction log\b",
    re.I,
)
_LABEL = re.compile(rf"{NUMBER}[.):]?")
_POINT = re.compile(r"\d{1,3}\.\d{1,3}\.?")  # numbers a paragraph, not an item
_BREAK = re.compile(r"</?(?:p|br|li)\b[^<>]{0,100}>", re.I)
_BOLD_LEAD = re.compile(r"\*\*(?P<title>[^*]{2,200})\*\*\W?\s*(?P<rest>.*)", re.S)
_SENTENCE_AFTER = re.compile(r"(?P<title>[^.:;]{3,90}?)(?:\.|:|\s[–—-])\s+(?P<rest>[A-Z].*)", re.S)
_VERB = re.compile(r"\b(?:was|were|is|are|had|has|have|would|will|noted|agreed|said|gave|asked|reported|presented)\b")
_LONGEST_TITLE = 18  # words


@dataclass(frozen=True)
class _Heads:
    """Where a table of minutes has its numbers, its words, its decisions, its actions, their owners and when they are due."""

    words: list[int]
    number: int | None = None
    decision: int | None = None
    action: int | None = None
    owner: int | None = None
    due: int | None = None


def unrolled(lines: list[Line]) -> list[Line]:
    """The lines, minutes set as a table made plain, and what stands in the action column on lines of its own."""
    made: list[Line] = []
    heads: _Heads | None = None
    planned = any(
        _PLANS.search(each.text) and len(each.text) < 140
        for each in [e for e in lines if e.text and e.cells is None][:12]
    )
    for at, line in enumerate(lines):
        if line.cells is None:
            heads = None if line.text else heads
            made.append(line)
            continue
        cells = [cell_text(cell).strip(" :") for cell in line.cells]
        found = _heads(cells, planned=planned)
        begins = any(cells) and heads is None and found is None and not (at and lines[at - 1].cells)
        if found is not None:
            made += [Line(line.number, "No. Item")] if heads is None and found.action is None else []
            heads = found
        elif heads is not None and is_action_head(cells):
            heads = None
            made.append(line)
        elif begins and not planned and _has_no_head(lines[at:]):
            heads = _Heads([1], 0, action=2)
            made += _row(line, heads)
        elif heads is not None:
            made += _row(line, heads)
        else:
            made.append(line)
    return made


def _has_no_head(lines: list[Line]) -> bool:
    """Whether a table without a head is one of minutes: numbers that rise, words that tell, and a narrow column of owners."""
    rows = list(itertools.takewhile(lambda line: line.cells is not None, lines))
    cells = [[cell_text(cell) for cell in row.cells or ()] for row in rows]
    numbers = [each[0].strip(".") for each in cells if len(each) == 3 and each[0]]
    if (
        len(numbers) < 3
        or not all(number.isdigit() for number in numbers)
        or any(len(each) != 3 for each in cells if each)
    ):
        return False
    rising = all(int(b) == int(a) + 1 for a, b in itertools.pairwise(numbers))
    owners = [each[2] for each in cells if each and not says_nothing(each[2])]
    told = sum(len(_parts(list(row.cells or ()), 1)) > 1 for row in rows)
    return rising and told >= 2 and bool(owners) and all(is_owner(owner) or says_task(owner) for owner in owners)


def _heads(cells: list[str], *, planned: bool) -> _Heads | None:
    """What the columns of a table hold, when its head is that of minutes; None when it is another table's."""
    if len(cells) == 2 and re.fullmatch(r"no\.?|(?:item|minute) (?:number|no\.?|ref\.?)", cells[0], re.I):
        return _Heads([1], 0) if _ITEM_HEAD.fullmatch(cells[1]) else None
    if len(cells) > 2 and not cells[1] and re.fullmatch(r"(?:agenda )?(?:item|minute)", cells[0], re.I):
        cells = ["No.", "Minutes", *cells[2:]]  # one head over the numbers and over the words beside them
    kinds = [_kind(cell) for cell in cells]
    if len(cells) == 2 and _NUMBERS_OR_ITEMS.fullmatch(cells[0]) and _SAID_HEAD.fullmatch(cells[1]):
        return _Heads([1], 0)
    if len(cells) == 2 and not cells[0] and kinds[1] == "action" and not planned:
        return _Heads([0], action=1)
    where: dict[str, int | None] = {kind: kinds.index(kind) for kind in kinds if kind != "words"}
    told = any(kind == "words" and _TOLD.search(cell) for kind, cell in zip(kinds, cells, strict=True))
    stands = any(STATUS_HEADS.match(cell) and not (told and _DECISION_HEAD.fullmatch(cell)) for cell in cells)
    words = [at for at, kind in enumerate(kinds) if kind == "words" or (told and kind == "title")]
    acts = "action" in where or "owner" in where
    tasked = "action" in where and ("owner" in where or "due" in where)
    if planned or stands or not words or not (acts or (told and len(cells) <= 4)) or "other" in where:
        return None
    if (tasked or where.keys() & {"due", "agenda", "title"}) and not told:
        return None  # a table of actions, or an agenda
    if "action" not in where:
        where["action"] = where.pop("owner", None)  # a column of owners may hold what they do, too
    return _Heads(words, *(where.get(kind) for kind in ("number", "decision", "action", "owner", "due")))


def _kind(head: str) -> str:
    """What a column with this head holds in a table of minutes."""
    for kind, pattern in (
        ("number", _NUMBER_HEAD),
        ("due", DUE_HEADS),
        ("owner", OWNER_HEADS),
        ("action", ACTION_HEAD),
        ("decision", _DECISION_HEAD),
        ("words", _WORDS_HEAD),
        ("title", _TITLE_HEAD),
        ("agenda", _AGENDA_HEAD),
    ):
        if pattern.fullmatch(head):
            return kind
    return "other"


def _row(line: Line, heads: _Heads) -> list[Line]:
    """A row as lines: the heading of its item, its paragraphs, its decision, and what its action column holds."""
    cells = list(line.cells or ())
    said = [parts for at in heads.words if (parts := _parts(cells, at))]
    label = " ".join(map(without_markup, _parts(cells, heads.number)))
    if not label and said and _LABEL.fullmatch(without_markup(" ".join(said[0]))):
        label, said = without_markup(" ".join(said[0])), said[1:]
    made = _titled(line.number, label, said)
    decided = _parts(cells, heads.decision)
    if decided and not says_nothing(without_markup(decided[0])):
        opening = [] if START.match(without_markup(decided[0])) else [Line(line.number, "RESOLVED:")]
        made += [*opening, *(line_of(line.number, part) for part in decided)]
    apart = [each for part in made for each in (Line(line.number, ""), part)]
    beside = [beside_line(line.number, each) for each in _beside(cells, heads)] if made else []
    return [*apart, Line(line.number, ""), *beside]


def _parts(cells: list[str], at: int | None) -> list[str]:
    """The paragraphs of a cell, their bold still marked."""
    cell = cells[at] if at is not None and at < len(cells) else ""
    return [part.strip() for part in _BREAK.split(cell) if without_markup(part)]


def _titled(number: int, label: str, said: list[list[str]]) -> list[Line]:
    """The paragraphs of a row, the first of them the heading of an item where a number or a column of its own says so."""
    parts = [part for cell in said for part in cell]
    if not parts or _POINT.fullmatch(label) or not (label or len(said) > 1):
        return [line_of(number, f"{label} {part}".strip() if at == 0 else part) for at, part in enumerate(parts)]
    title, rest = _title(parts[0], alone=len(parts) == 1)
    below = [*([rest] if rest else []), *parts[1:]]
    return [Line(number, f"{label} {title}".strip(), bold=True), *(line_of(number, part) for part in below)]


def _title(part: str, *, alone: bool) -> tuple[str, str]:
    """The title that a paragraph is or begins with, and what follows it there."""
    lead = _BOLD_LEAD.fullmatch(part)
    if lead is not None:
        return without_markup(lead["title"]).rstrip(" :"), lead["rest"]
    words = without_markup(part)
    run_on = _SENTENCE_AFTER.fullmatch(words) if alone or len(words.split()) > _LONGEST_TITLE else None
    tells = run_on is not None and (_VERB.search(run_on["rest"]) or run_on["rest"].rstrip().endswith("."))
    if run_on is not None and tells and not _VERB.search(run_on["title"]):
        return run_on["title"], run_on["rest"]
    return words, ""


_WANTS_MORE = re.compile(r"(?:[,/&–-]|\b(?:of|and|for|the|to|with|by))$")


def _unbroken(parts: list[str]) -> list[str]:
    """The entries of a cell, a post that is broken over its lines as one: "Head of" above "Housing"."""
    made: list[str] = []
    for part in parts:
        if made and (_WANTS_MORE.search(made[-1]) or part[0].islower()):
            made[-1] = f"{made[-1]} {part}"
        else:
            made.append(part)
    return made


def _beside(cells: list[str], heads: _Heads) -> list[Beside]:
    """What the columns of actions, owners and dues of a row hold, an entry for each paragraph of theirs."""
    tasks, owners, dues = (
        _unbroken([without_markup(part) for part in _parts(cells, at)]) for at in (heads.action, heads.owner, heads.due)
    )
    if not owners and not dues:
        return [Beside(task) for task in tasks if not says_nothing(task)]
    entries = tasks or owners
    found = []
    for at, entry in enumerate(entries):
        owner, due = (
            column[at]
            if len(column) == len(entries)
            else " ".join(column)
            if len(entries) == 1 or len(column) == 1
            else ""
            for column in (owners, dues)
        )
        found.append(Beside(entry if tasks else "", owner, due))
    return [each for each in found if not says_nothing(each.words or each.owner)]
