"""Clauses of one meeting that ask the same under two of its items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papers.reading.clauses import Node
from papers.reading.facts import Clause, Item, Warning
from papers.reading.likeness import says_the_same


@dataclass(frozen=True)
class _Asked:
    """What a clause asks: its words in full, whom, and the kinds of its dues."""

    path: str
    words: str
    owners: frozenset[str]
    kinds: frozenset[str]

    def same_as(self, other: _Asked) -> bool:
        """Whether it asks the same as another clause of the same owner."""
        fits = not self.kinds or not other.kinds or bool(self.kinds & other.kinds)
        return fits and says_the_same(self.words, other.words)


def doubles(items: list[Item], nodes_of: list[list[Node]]) -> dict[str, str]:
    """Which later clause says the same as which earlier one, in another item of the meeting."""
    earlier: list[_Asked] = []
    of: dict[str, list[int]] = {}  # which of them each owner was asked, so that only these are compared
    found: dict[str, str] = {}
    for item, nodes in zip(items, nodes_of, strict=True):
        here = _asked(item, nodes)
        for asked in here:
            near = sorted({at for owner in asked.owners for at in of.get(owner, ())})
            twin = next((earlier[at] for at in near if asked.same_as(earlier[at])), None)
            if twin is not None:
                found[asked.path] = twin.path
        for at, asked in enumerate(here, start=len(earlier)):
            for owner in asked.owners:
                of.setdefault(owner, []).append(at)
        earlier += here
    return found


def _asked(item: Item, nodes: list[Node]) -> list[_Asked]:
    """The clauses of an item that ask something, or that introduce some that do."""
    asking = [clause.path for clause in item.clauses if clause.follow_ups]
    over = {path[:at] for path in asking for at, letter in enumerate(path) if letter == "/"}
    made = []
    for clause, node in zip(item.clauses, nodes, strict=True):
        if clause.follow_ups or (node.children and clause.path in over):
            owners = frozenset(_owner_key(each.asked) for each in clause.follow_ups) or frozenset([_NOBODY])
            kinds = frozenset(each.due.kind for each in clause.follow_ups)
            made.append(_Asked(clause.path, _in_full(clause, item), owners, kinds))
    return made


_NOBODY = "/"  # stands for the owner of a clause that only introduces requests


def _in_full(clause: Clause, item: Item) -> str:
    """The clause's task with "the item" spelt out, so that it can be compared out of its place."""
    task = clause.follow_ups[0].task if clause.follow_ups else clause.text
    if re.match(r"(?:that )?(?:the|this) (?:item|matter|report)\b", clause.text, re.I):
        return f"{task} {item.title}"
    return task


def _owner_key(owner: str | None) -> str:
    return re.sub(r"^the ", "", (owner or "").lower())


def double_warnings(items: list[Item]) -> list[Warning]:
    """A warning for each clause that asks again what an earlier one asked, none for those below such a one."""
    doubled = {c.path for item in items for c in item.clauses if c.same_as}
    return [
        Warning("duplicate_clause", c.line, f"{c.path} asks the same as {c.same_as}", (c.path, c.same_as))
        for item in items
        for c in item.clauses
        if c.same_as and c.path.rpartition("/")[0] not in doubled
    ]
