"""Tables of actions: a column for what is to be done, one for who does it, perhaps one for when."""

from __future__ import annotations

import re

from papers.reading.beside import says_nothing
from papers.reading.clauses import Node
from papers.reading.facts import Warning
from papers.reading.lines import cell_text
from papers.reading.paragraphs import Para
from papers.reading.table_heads import ACTION_HEADS, DUE_HEADS, OWNER_HEADS, STATUS_HEADS
from papers.reading.trackers import closes

# "Sent 16.6.23"
_DONE_ON = re.compile(
    r"(?:\w+(?:ed|en)|sent|held|met|told|put|set|brought)\b[^;]{0,40}?\d{1,2}[./ ]", re.I
)  # "Sent 16.6.23"


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


def owner_warnings(paras: list[Para]) -> list[Warning]:
    """Warnings of rows of a table of actions that name nobody, beside others that do."""
    rows = action_table_nodes(paras)
    owned = any(row.column for row in rows)
    return [
        Warning("empty_owner", row.line, f"nobody is named to act on: {row.text[:80]}")
        for row in rows
        if owned and not row.column
    ]


def is_action_head(cells: list[str]) -> bool:
    """Whether cells are the heads of a table of actions: one for what is to be done, one for who does it."""
    return _heads(cells) is not None


def role_columns(cells: list[str]) -> set[int]:
    """The columns of a table of actions that hold what, who, when and how it stands."""
    return set((_heads(cells) or {}).values())


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

    if not cell("task") or says_nothing(cell("task")) or closes(cell("status"), None) or _DONE_ON.match(cell("status")):
        return None
    return Node(
        cell("task"),
        para.line,
        column=cell("owner") or None,
        action=None if cell("owner") else "",
        due_column=cell("due") or None,
    )
