# ruff: noqa: E501 - a pattern reads better whole than broken
"""Tables of actions that minutes print apart from their items, each row put under the item that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from papers.reading.action_tables import is_action_head, role_columns
from papers.reading.lines import cell_text, fold
from papers.reading.paragraphs import Para
from papers.reading.titles import Heading

_OF_ITEM = re.compile(r"item|minute|agenda|heading|topic|subject|title", re.I)
_OF_ACTIONS = re.compile(
    r"(?:(?:summary|table|list|schedule|log|record) of |agreed )?(?:the )?actions?(?:\W.*)?|.*\bactions? (?:arising|agreed|points?|list|summary|table|log|sheet|from (?:this|the) meeting)",
    re.I,
)  # heads a table of actions and is no item of business

Section = tuple[Heading, list[Para]]


@dataclass
class _Table:
    """A table of actions: the section it stands in, its head, its rows."""

    body: list[Para]
    head: Para
    rows: list[Para]


def with_rows_at_home(sections: list[Section]) -> list[Section]:
    """The sections, the rows of every table of actions under the items they name, and none that only headed a table."""
    heads = [section for section in sections if _only_heads_actions(section)]
    kept = [section for section in sections if not _only_heads_actions(section)] or sections
    names = _names(kept)
    for table in _tables(sections):
        column = _column_of_items(table, names)
        for row in table.rows if column is not None else ():
            home = names.get(_key(_cell(row, column or 0)), table.body)
            if home is not table.body:
                home += [table.head, row]
                table.body.remove(row)
    for _, body in kept:
        _send_entries(body, names)
    for _, body in heads if kept is not sections else ():
        kept[-1][1].extend(para for para in body if para.cells)
    return kept


def _send_entries(body: list[Para], names: dict[str, list[Para]]) -> None:
    """The entries of a list of actions that say which item they are of - "Item 2: …", "… (minute 43)" - put under it."""
    listing = False
    for para in list(body):
        plain = para.cells is None
        if plain and not para.bullet and not para.label and _OF_ACTIONS.fullmatch(para.text.strip(" :")):
            listing = True
            continue
        of = _ENTRY.fullmatch(para.text) if listing and plain else None
        home = names.get(_key(of["before"] or of["after"] or "")) if of else None
        listing = listing and (home is not None or para.bullet or para.label is not None)
        if of and home is not None:
            body.remove(para)
            home.append(replace(para, text=f"ACTION: {of['said']}", label=None, bullet=False))


_ENTRY = re.compile(
    r"(?:(?:agenda )?(?:item|minute|min\.?)s?(?: no\.?)?\s+(?P<before>\d{1,4}(?:/\d{1,4})?)\s*[:–-]\s+)?(?P<said>.{8,}?)(?:\s*[(\[](?:(?:agenda )?(?:item|minute|min\.?)(?: no\.?)?\s+)(?P<after>\d{1,4}(?:/\d{1,4})?)[)\]]\.?)?",
    re.I,
)


def _only_heads_actions(section: Section) -> bool:
    """Whether a heading without a number stands over nothing but a table of actions."""
    heading, body = section
    rows = [para for para in body if para.cells is not None]
    said = sum(len(para.text) for para in body if para.cells is None)
    return heading.number is None and bool(rows) and said < 200 and _OF_ACTIONS.fullmatch(heading.title) is not None


def _names(sections: list[Section]) -> dict[str, list[Para]]:
    """The body of each item, by its number and by its title."""
    names: dict[str, list[Para]] = {}
    for heading, body in sections:
        for name in (heading.number, heading.title, f"{heading.number or ''} {heading.title}"):
            if name:
                names.setdefault(_key(name), body)
    return names


def _key(name: str) -> str:
    return fold(re.sub(r"^(?:minute|item|agenda item|min\.?)(?: no\.?)?\s+(?=\d)|[^\w/ ]+", " ", name.lower()))


def _cell(row: Para, column: int) -> str:
    return cell_text((row.cells or ())[column]) if column < len(row.cells or ()) else ""


def _tables(sections: list[Section]) -> Iterator[_Table]:
    for _, body in sections:
        table: _Table | None = None
        for para in list(body):
            cells = [cell_text(cell) for cell in para.cells or ()]
            if cells and is_action_head(cells):
                if table:
                    yield table
                table = _Table(body, para, [])
            elif table and any(cells):
                table.rows.append(para)
            elif table and para.cells is None:
                yield table
                table = None
        if table:
            yield table


def _counts_rows(table: _Table, head: str, column: int) -> bool:
    """Whether a column only counts the rows of its table: 1, 2, 3 under a head that names no item."""
    counted = [_cell(row, column).strip(" .") for row in table.rows]
    return not _OF_ITEM.search(head) and counted == [str(n) for n in range(1, len(counted) + 1)]


def _column_of_items(table: _Table, names: dict[str, list[Para]]) -> int | None:
    """The column that names items: one whose head says so, or else the one most of whose cells are numbers of items."""
    heads = [cell_text(cell) for cell in table.head.cells or ()]
    taken = role_columns(heads)
    free = [at for at in range(len(heads)) if at not in taken and not _counts_rows(table, heads[at], at)]
    known = {at: sum(_key(_cell(row, at)) in names for row in table.rows) for at in free}
    said = [at for at in free if _OF_ITEM.search(heads[at]) and known[at]]
    best = max(said or free, key=lambda at: known[at], default=None)
    return best if best is not None and known[best] and (said or known[best] >= len(table.rows) / 2) else None
