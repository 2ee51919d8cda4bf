# ruff: noqa: E501 - a pattern reads better whole than broken
"""Action columns: initials at the right of a page, and tables with a column for who acts."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.clauses import Node
from papers.reading.lines import MARK, Line, cell_paragraphs, cell_text
from papers.reading.paragraphs import Para

_ACTION_COLUMN = re.compile(r"actions?(?: by)?|owner|by whom|who|lead|actioned by|action officer", re.I)
_PLANS = re.compile(
    r"\bwork(?:ing)? (?:programme|plan|program)\b|\bprogramme of work\b|\bforward plan\b|\btracker\b|\baction log\b",
    re.I,
)
_WORDS_COLUMN = re.compile(
    r"(?:agenda )?items?|minutes?|discussion|notes?|subject|issue|details?|summary|business", re.I
)
_AGENDA_COLUMN = re.compile(
    r"(?:pages?(?: nos?\.?| numbers?)?|title|timings?|time|duration|ward|paper|enclosure|(?:\w+ )?dates?(?: of meeting)?|meeting|committee)$",
    re.I,
)
_NUMBER_COLUMN = re.compile(r"no\.?|ref\.?|number|item no\.?|#", re.I)
_ITEM_NUMBER_HEAD = re.compile(r"no\.?|(?:item|minute) (?:number|no\.?|ref\.?)", re.I)
_ITEM_HEAD = re.compile(r"item|(?:item|minute|subject|business)\s*/\s*(?:resolution|decision|minute)s?", re.I)
OWNER_HEADS = re.compile(
    r"^(?:owner|lead(?: officer)?|by whom|who|action(?:ed)? by|responsible(?: officer| person)?|responsibility|officer(?: responsible)?|action owner|assigned to|lead officer(?:/.*)?|person responsible)$",
    re.I,
)
ACTION_HEADS = re.compile(
    r"^(?:actions?(?: (?:agreed|required|point|points|arising))?|action/recommendation|task|recommendations?|request|decision/action|agreed action|follow[- ]up)$",
    re.I,
)
DUE_HEADS = re.compile(
    r"^(?:due(?: date| by)?|deadline|by when|when|timescale|target(?: date)?|completion date|date due|timeframe|complete by|date for completion)$",
    re.I,
)
STATUS_HEADS = re.compile(
    r"^(?:status|state|done\??|progress|update|outcome|rag(?: status)?|complete\??|position|response|comments?/update)$",
    re.I,
)


def split_columns(lines: list[Line]) -> list[Line]:
    """The lines, minutes set as a table made plain, and what an action column holds put on lines that begin with MARK."""
    made: list[Line] = []
    lines = _web_items(lines)
    heads: tuple[int | None, list[int], int] | None = None
    planned = any(
        _PLANS.search(line.text) and len(line.text) < 140 for line in [each for each in lines if each.text][:12]
    )
    margin = any(line.margin and line.margin.lower().startswith("action") for line in lines)
    for line in lines:
        if line.cells is None:
            heads = None if line.text else heads
            made += _from_margin(line, line.margin) if margin and line.margin else [line]
            continue
        cells = [cell_text(cell) for cell in line.cells]
        if not planned and (found := _minute_heads(cells)) is not None:
            heads = found
        elif heads is not None:
            made += _from_cells(line, cells, heads)
        else:
            made.append(line)
    return made


def _web_items(lines: list[Line]) -> list[Line]:
    """The lines, a table of numbers and items such as saved web pages have made plain: an item's paragraphs each a line."""
    made: list[Line] = []
    within = False
    for line in lines:
        cells = [cell_text(cell) for cell in line.cells or ()]
        if len(cells) == 2 and _ITEM_NUMBER_HEAD.fullmatch(cells[0]) and _ITEM_HEAD.fullmatch(cells[1]):
            within = True
            made.append(Line(line.number, "No. Item"))
        elif within and line.cells is not None and len(cells) == 2:
            parts = cell_paragraphs(line.cells[1])
            first = f"{cells[0]} {parts[0]}" if parts and cells[0] else "".join(parts[:1])
            said = [Line(line.number, first, bold=True), *(Line(line.number, part) for part in parts[1:])]
            made += [each for part in said for each in (Line(line.number, ""), part)]
        else:
            within = within and not line.text
            made.append(line)
    return made


def _from_margin(line: Line, margin: str) -> list[Line]:
    """A line of text with initials at the right end of the page, as the line and what the column holds."""
    left = line.text[: len(line.text) - len(margin)].rstrip()
    if margin.lower().startswith("action"):
        return [replace(line, text=left, margin=None)]
    return [replace(line, text=left, margin=None), Line(line.number, f"{MARK}{margin}")]


def _minute_heads(cells: list[str]) -> tuple[int | None, list[int], int] | None:
    """Where a table of minutes has its numbers, its words and its actions; None when it is another table."""
    action = next((i for i, cell in enumerate(cells) if _ACTION_COLUMN.fullmatch(cell.strip(" :"))), None)
    words = [i for i, cell in enumerate(cells) if _WORDS_COLUMN.fullmatch(cell.strip(" :"))]
    if (
        action is None
        or not words
        or any(STATUS_HEADS.match(cell) or DUE_HEADS.match(cell) or _AGENDA_COLUMN.match(cell) for cell in cells)
    ):
        return None
    others = (
        i
        for i, cell in enumerate(cells)
        if i not in words and i != action and (not cell or _NUMBER_COLUMN.fullmatch(cell))
    )
    return next(others, None), words, action


def _from_cells(line: Line, cells: list[str], heads: tuple[int | None, list[int], int]) -> list[Line]:
    number, words, action = heads
    label = cells[number] if number is not None and number < len(cells) else ""
    said = [cells[i] for i in words if i < len(cells) and cells[i]]
    made = [Line(line.number, "")]
    for position, text in enumerate(said):
        head = bool(label) and position == 0
        made += [Line(line.number, f"{label} {text}" if head else text, bold=head), Line(line.number, "")]
    owner = cells[action] if action < len(cells) else ""
    return [*made, Line(line.number, f"{MARK}{owner}")] if owner and said else made


def action_table_nodes(body: list[Para]) -> list[Node]:
    """A clause for every row of a table of actions under an item, its owner and due from their columns."""
    nodes: list[Node] = []
    heads: dict[str, int] | None = None
    for para in body:
        if para.cells is None:
            heads = None
            continue
        cells = [cell_text(cell) for cell in para.cells]
        if heads is None or _heads(cells):
            heads = _heads(cells) or heads
            continue
        node = _row(para, cells, heads)
        if node is not None:
            nodes.append(node)
    return nodes


def is_action_head(cells: list[str]) -> bool:
    """Whether cells are the heads of a table of actions: one for what is to be done, one for who does it."""
    return _heads(cells) is not None


def _heads(cells: list[str]) -> dict[str, int] | None:
    where: dict[str, int] = {}
    for name, pattern in (("task", ACTION_HEADS), ("owner", OWNER_HEADS), ("due", DUE_HEADS), ("status", STATUS_HEADS)):
        for index, cell in enumerate(cells):
            if index not in where.values() and name not in where and pattern.match(cell.strip(" :")):
                where[name] = index
    return where if "owner" in where and "task" in where else None


def _row(para: Para, cells: list[str], heads: dict[str, int]) -> Node | None:
    def cell(name: str) -> str:
        index = heads.get(name)
        return cells[index] if index is not None and index < len(cells) else ""

    if not cell("task") or re.match(r"(?:complete|closed|done|discharged)", cell("status"), re.I):
        return None
    return Node(
        cell("task"),
        para.line,
        column=cell("owner") or None,
        action=None if cell("owner") else "",
        due_column=cell("due") or None,
    )
