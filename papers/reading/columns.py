"""Action columns: initials at the right of a page, and tables with a column for who acts."""

from __future__ import annotations

import re

from papers.reading.clauses import Node
from papers.reading.lines import Line, cell_text
from papers.reading.paragraphs import Para

_HEAD = re.compile(r"^(?P<left>.*?)\s{3,}(?P<right>action(?: by)?|owner|lead|by whom)$", re.I)
_MARGIN = re.compile(
    r"^(?P<left>\S.*?)\s{4,}(?P<right>[A-Z]{2,4}(?:\s?[/,&]\s?[A-Z]{2,4}){0,3}|[A-Z][a-z]+ [A-Z][a-z]+)$"
)
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
    r"^(?:status|progress|update|outcome|rag(?: status)?|complete\??|position|response|comments?/update)$", re.I
)
MARK = "\u241f"


def split_columns(lines: list[Line]) -> list[Line]:
    """The lines, the initials of an action column at their right end made action lines of their own."""
    return lines


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
