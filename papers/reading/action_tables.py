"""Tables of actions: a column for what is to be done, one for who does it, perhaps one for when."""

from __future__ import annotations

import re

from papers.reading.clauses import Node
from papers.reading.lines import cell_text
from papers.reading.paragraphs import Para
from papers.reading.table_heads import ACTION_HEADS, DUE_HEADS, OWNER_HEADS, STATUS_HEADS


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
