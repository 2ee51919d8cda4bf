# ruff: noqa: E501 - a pattern reads better whole than broken
"""Trackers of actions and recommendations: what was asked, of whom, by when, and how it stands, in tables or blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from papers.reading.facts import TrackerRow
from papers.reading.labels_and_values import Block, one_label_each, read_label_blocks
from papers.reading.lines import Line, cell_text
from papers.reading.plan import date_of
from papers.reading.table_heads import ACTION_HEADS, DUE_HEADS, OWNER_HEADS, STATUS_HEADS

_COLUMNS = {
    "status": r"^(?:(?:current |overall |action )?status(?: of action)?|rag(?: (?:status|rating))?|(?:complete(?:d)?|done|finished)(?:\?| ?\(?y/n\)?)?|open/closed|state|position|closed\??)$",
    "done": r"^(?:date (?:completed|closed|discharged)|(?:completed|closed|discharged) (?:on|date)|actual completion(?: date)?|date (?:of )?(?:response|reply)(?: (?:sent|received|given))?|(?:response|reply) (?:sent|received|given)|date (?:sent|provided|supplied))$",
    "progress": r"^(?:answers?|repl(?:y|ies)|(?:latest |current |officer )?(?:progress|updates?|response|outcome|position)\b.*|comments?(?:/update)?|action (?:taken|to date)\b.*|(?:cabinet|executive) response|notes?|implementation\b.*|what (?:was|has been) done|status/.*|.*\b(?:progress|update)(?: to date)?)$",
    "due": r"^(?:due(?: date| by)?|(?:date|to be done|action|complete) by|deadline|by when|when|time ?scales?|target(?: completion)?(?: date)?|completion date|date due|time ?frame|complete by|(?:target )?date for (?:completion|response)|expected(?: completion)?(?: date)?|response due|report back(?: date)?|review date|date to be completed|required by|implementation (?:date|by))$",
    "ref": r"^(?:rec\.?|ref(?:erence)?(?: no\.?| number)?|no\.?|number|(?:action|item|rec(?:ommendation)?|tracker)\.? ?(?:no|ref|number|id|#)\.?|id|#)$",
    "minute": r"^(?:minute(?: ?/ ?item)?(?: (?:no|ref|number)\.?)?|(?:agenda )?item(?: ?/ ?minute)?|agenda item(?: and .*)?|subject|topic|report|issue|title|origin)$",
    "meeting": r"^(?:(?:meeting|committee) ?/? ?date|date(?: of (?:the )?(?:meeting|committee|decision))?(?: ?/ ?meeting)?|(?:date )?(?:first )?(?:raised|agreed|requested|asked|made|added|set)(?: (?:on|at|by)\b.*)?|meeting|committee|source|date of request|date recommended)$",
    "owner": r"^(?:(?:action |lead |responsible )?owner|.*\bofficers?\b.*|leads?|.*\bresponsib\w+.*|assigned to|(?:(?:by|of|to|from) )?whom?|actioned by|action (?:by|for)|person|contact|lead (?:member|director|department|service|partner).*|accountable\b.*|portfolio holder|cabinet member)$",
    "text": r"^(?:(?:agreed |outstanding )?actions?(?! ?(?:by|for|no|ref|number|id|status|owner|lead|officer|update|taken|progress|to date|completed?)\b).*|(?:scrutiny |agreed |committee )?recommendations?(?: (?:made|agreed|text|detail))?(?: ?/ ?.*)?|task|resolutions?|requests?(?: made)?|information requested|decision(?: ?/ ?action)?|(?:what|follow[- ]up).*|description(?: of (?:the )?action)?|details?(?: of (?:the )?(?:action|request))?|matters? (?:arising|raised)|undertaking|commitment)$",
}
_ORDER = ("status", "done", "due", "ref", "text", "meeting", "minute", "progress", "owner")
_NAMED = re.compile(
    r"\b(?:actions?|recommendations?|resolutions?|requests?|decisions?|outcomes?|scrutiny)\b[\w\s,&/:–-]{0,24}\b(?:trackers?|tracking|log|lists?|sheet|register|monitor(?:ing)?|outstanding|follow[- ]?up)\b|\b(?:outstanding|tracker of|tracking of|follow[- ]up (?:of|on)|monitoring of|progress (?:on|against|with))\b[\w\s]{0,30}\b(?:actions?|recommendations?|resolutions?|requests?)\b|\b(?:tracker|matters arising|actions (?:arising|update))\b",
    re.I,
)
_CLOSED = r"(?:complet(?:e|ed|ion)|closed?|discharged|achieved|implemented|actioned|delivered|resolved|done|fulfilled|superseded|no further action)"
_CLOSES = re.compile(
    rf"\W*(?:(?:now|fully|action|recommendation|item|task|request|this|all|both|and|has|have|been|is|are|was|accepted|agreed|noted)\s+){{0,4}}{_CLOSED}\b",
    re.I,
)
_OPEN = re.compile(
    r"^\W*(?:(?:recommended|proposed|suggested) (?:for|to)\b|in progress|on-?going|open|amber|red|outstanding|awaiting|pending|not\b|partial|partly|overdue|due|to be|will be|under way|underway|started|part|on track|in hand|no\b(?! further action)|n\b|nearly|mostly|expected)",
    re.I,
)
_UNDONE = re.compile(
    rf"\b(?:not|to be|be|partly|partially|until|when|once|nearly|almost|yet to be|awaiting|before|for|towards|will)\s+(?:\w+\s+)?{_CLOSED}|\bin ?complete\b|\b{_CLOSED}\s+by\b(?!\s+[A-Z][a-z]+\s+[A-Z])",
    re.I,
)
_LONGEST_KEY = 400  # characters
_COLOUR = re.compile(
    r"(?<![\w|] )\b(?P<colour>red|amber|yellow|green|blue|grey|gr[ae]y|black|purple|white)\s*(?:[-–—=:|]|\()\s*(?P<means>[^|;,.()]{3,60})",
    re.I,
)
_LETTER = re.compile(r"(?:^|[,;|]\s*|\s{2,})(?P<colour>[A-Z])\s*[=:–-]\s*(?P<means>[a-z][^|;,.()=]{3,60})")
_STATUS = re.compile(r"(?:current |overall |action )?status", re.I)
_RAG = re.compile(r"rag\b", re.I)
_YES = re.compile(r"^(?:y|yes|✓|✔|☑)$", re.I)
_ALL_CLOSED = re.compile(rf"^(?:recently )?{_CLOSED}\b", re.I)
Cell = Callable[[str], str | None]


def calls_itself_tracker(lines: list[Line]) -> bool:
    """Whether the head of the paper says that it is a tracker, and not an item of the agenda there."""
    head = [line for line in lines if line.text and line.cells is None][:10]
    items = [line for line in head if _ITEM.match(line.text)]
    return any(_is_heading(line) for line in head if len(items) < _AGENDA or line not in items)


_ITEM = re.compile(r"\d{1,2}[.)]?\s+[A-Z]")
_AGENDA = 3  # numbered lines that are the items of an agenda


def read_trackers(lines: list[Line], taken: set[int]) -> tuple[list[TrackerRow], set[int]]:
    """The rows of every tracker outside the lines already used, and the lines they stand on."""
    named = calls_itself_tracker(lines)
    rows, used = _tables(lines, taken, named)
    if rows or not named:
        return rows, used
    free = one_label_each((line for line in lines if line.number not in taken), _names)
    blocks = read_label_blocks(free, _names, needed={"text"}, opens="ref")
    found = [row for block in blocks if len(block.values) > 2 and (row := _of_block(block)) is not None]
    return found, {line.number for line in free} if found else set()


def _tables(lines: list[Line], taken: set[int], named: bool) -> tuple[list[TrackerRow], set[int]]:
    rows: list[TrackerRow] = []
    used: set[int] = set()
    heads: dict[str, int] | None = None
    under, said = "", False
    colours: dict[str, bool] | None = None
    for line in lines:
        if line.number in taken or line.cells is None:
            heads = None if line.text and not line.furniture else heads
            said = _is_heading(line) or (said and not line.text.endswith("."))
            under = line.text if line.text and not line.furniture and len(line.text) < 100 else under
            continue
        cells = [cell_text(cell) for cell in line.cells]
        filled = [cell for cell in cells if cell]
        if found := _heads(cells, named or said):
            heads = found
        elif heads and len(filled) == 1 and (len(cells) > 2 or date_of(filled[0])):
            under = filled[0]
        elif heads and filled:
            colours = _colours(lines) if colours is None else colours
            row = _row(_cell_of(cells, heads), line.number, under, colours)
            rows += [row] if row else []
        if heads:
            used.add(line.number)
    return rows, used


def _is_heading(line: Line) -> bool:
    return len(line.text) < 140 and not line.text.endswith(".") and _NAMED.search(line.text) is not None


@lru_cache(maxsize=4_096)
def _names(label: str) -> tuple[str, ...]:
    words = label.strip(" :*").strip()
    return tuple(name for name in _ORDER if re.match(_COLUMNS[name], words, re.I))


def _colours(lines: list[Line]) -> dict[str, bool]:
    """Which colours mean that a row is closed, where a key beside the rows says what its colours mean."""
    short = [line.text for line in lines if len(line.text) < _LONGEST_KEY]
    found = (match for text in short for match in _COLOUR.finditer(text))
    letters = (match for text in short if len(_LETTER.findall(text)) > 1 for match in _LETTER.finditer(text))
    return {match["colour"].lower(): closes(match["means"], None) for match in (*letters, *found)}


def _heads(cells: list[str], named: bool) -> dict[str, int] | None:
    where: dict[str, int] = {}
    for index, cell in enumerate(cells):
        name = next((name for name in _names(cell) if name not in where), None) if len(cell) < 60 else None
        if name or (_STATUS.fullmatch(cell) and _RAG.match(cells[where["status"]])):
            where[name or "status"] = index
    if "text" not in where and named and "minute" in where:
        where["text"] = where.pop("minute")
    stands = {"status", "progress", "done"} & set(where)
    if not named:
        return where if "text" in where and _surely(cells) else None
    enough = len(where) >= 3 or len(where) == len([cell for cell in cells if cell]) == 2
    right = "text" in where and enough and (stands or {"owner", "due"} & set(where))
    return where if right else None


def _surely(cells: list[str]) -> bool:
    """Whether the heads of a table, wherever it stands, are those of a tracker: what, how it stands, and who or when."""
    plain = [cell.strip(" :*") for cell in cells]
    what, stands, who, when = (any(map(p.match, plain)) for p in (ACTION_HEADS, STATUS_HEADS, OWNER_HEADS, DUE_HEADS))
    return what and stands and (who or when)


def _cell_of(cells: list[str], heads: dict[str, int]) -> Cell:
    def cell(name: str) -> str | None:
        index = heads.get(name)
        return (cells[index] or None) if index is not None and index < len(cells) else None

    return cell


def _of_block(block: Block) -> TrackerRow | None:
    heading = next((line.text for line in reversed(block.above)), "")
    numbered = re.match(
        r"(?:(?:action|rec(?:ommendation)?\.?|item|no\.?|ref\.?)\s*)?(?P<ref>[A-Z]{0,5}[-/ ]?\d{1,4}[\w/.-]{0,12})\s*(?:\([^()]{1,60}\)|(?:[.:–—)-]\s*|(?=That\b|To\b))(?P<text>\S.*))?$",
        heading,
        re.I,
    )
    values = dict(block.values)
    coded = re.match(r"[A-Z]{0,6}[-/]?\d[\w/.-]*(?=\s)", heading)
    if coded and "text" in values:
        values.setdefault("ref", coded.group().rstrip("."))
    if numbered:
        values.setdefault("ref", numbered["ref"].rstrip("."))
        values.setdefault("text", numbered["text"] or "")
    line = block.above[-1].number if numbered else block.line
    return _row(lambda name: values.get(name) or None, line, "")


def _row(cell: Cell, line: int, under: str, colours: dict[str, bool] | None = None) -> TrackerRow | None:
    text = cell("text")
    if text is None:
        return None
    meeting = date_of(cell("meeting") or under)
    status, progress = cell("status"), cell("progress")
    coloured = (colours or {}).get((status or "").lower())
    closed = (closes(status or progress, progress) if coloured is None else coloured) or date_of(
        cell("done")
    ) is not None
    closed = closed or (not (status or progress) and _ALL_CLOSED.match(under) is not None)
    due = cell("due")
    return TrackerRow(
        cell("ref"),
        meeting,
        cell("minute"),
        text,
        cell("owner"),
        due,
        date_of(due, near=meeting),
        status or progress,
        closed,
        line,
    )


def closes(status: str | None, progress: str | None) -> bool:
    """Whether what is said of a row closes it: the first words of its status, or of its progress when that is a colour."""
    if not status:
        return False
    if _YES.match(status):
        return True
    said = [part.strip() for part in re.split(r"[.;:](?:\s|$)|\s[–—-]\s", status[:400]) if part.strip()]
    if not said or _OPEN.match(said[0]) or _UNDONE.search(said[0]):
        return False
    if re.fullmatch(r"(?:blue|green|grey)\W*", status, re.I) and progress and progress != status:
        return closes(progress, None)
    return any(_CLOSES.match(part) and not _UNDONE.search(part) for part in said)
