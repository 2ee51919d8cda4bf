"""The resolutions of one item as blocks of clauses, and all their clauses in their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from papers.reading.clauses import Node, name_paths, place
from papers.reading.labels import Label
from papers.reading.paragraphs import Para


@dataclass
class Block:
    """One resolution: its clauses so far, and who it recommends to where it says so."""

    line: int
    nodes: list[Node] = field(default_factory=list)
    to: str | None = None
    stem: Node | None = None
    loose: bool = False
    actions: bool = False
    wanted: bool = False
    said: str = ""
    beside: tuple[str, int] | None = None  # who acts on all of it, as a column beside its opening says, and the line


NUMBERED_ACTION = re.compile(r"Action (?:No\.? ?)?\d{1,3}", re.I)
_CLOSES_ACTIONS = re.compile(
    r"\b(?:clos|discharg|remov|delet|complet|sign|not)(?:e[sd]?|ed?|ing)?\b[^.;]{0,60}\bactions?\b[^.;]{0,60}:\W*$",
    re.I,
)


def closes_actions(block: Block) -> bool:
    """Whether a clause introduces a list of actions of earlier meetings: "to close the following actions:"."""
    last = next((node for node in reversed(block.nodes) if node.introduces or node.label), None)
    return last is not None and _CLOSES_ACTIONS.search(last.text) is not None


_SAYS_SO = re.compile(r"resolv|agree|deci[ds]|recommend|order|outcome|conclu", re.I)


_CODE = re.compile(r"(?P<mark>[A-Z]{1,3}(?P<n>\d{1,2}))[.:)]?\s+(?=[A-Z])")


def with_code(para: Para, block: Block | None) -> Para:
    """An entry of a list of actions or recommendations that is labelled with a letter and its number: "A1", "R2"."""
    lists = block is not None and (block.actions or "recommend" in block.said.lower())
    match = _CODE.match(para.text) if lists and para.cells is None and para.label is None else None
    if block is None or match is None or int(match["n"]) != len(block.nodes) + 1:
        return para
    return replace(para, text=para.text[match.end() :], label=Label(match["mark"], match["mark"], ""))


def told_apart(blocks: list[Block]) -> list[Block]:
    """The blocks of an item; beside one that says "resolved", a list under a mere "Members –" is no resolution."""
    if any(block.nodes and _SAYS_SO.search(block.said) for block in blocks):
        for node in (
            node for block in blocks if block.said and not _SAYS_SO.search(block.said) for node in block.nodes
        ):
            node.decided = False
    return blocks


def placed(blocks: list[Block], *, item: str) -> list[Node]:
    """All nodes of an item's resolutions, nested and with their paths; a resolution printed twice is kept once."""
    kept: list[Node] = []
    seen: set[tuple[str, ...]] = set()
    said: set[str] = set()
    groups: list[list[Node]] = []
    for block in blocks:
        key = tuple(_squashed(node.text) for node in block.nodes)
        if not block.nodes or key in seen or (len(key) == 1 and key[0] in said):
            continue
        seen.add(key)
        said.update(key)
        groups.append(block.nodes)
    flat = _flattened(groups)
    for group in flat:
        place(group)
        kept.extend(group)
    name_paths(kept, item=item, taken={})
    return kept


def _squashed(text: str) -> str:
    return re.sub(r"^(?:that|to)|\W|and$", "", text.lower().strip(" .;"))


def _flattened(groups: list[list[Node]]) -> list[list[Node]]:
    return [group for group in groups if group]
