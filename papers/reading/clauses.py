"""Clauses of a resolution put in their places: nodes with labels, nested, each with its path."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from papers.reading.labels import Label, meanings, natural_label, take_label
from papers.reading.undertakings import Promise


@dataclass
class Node:
    """A clause while it is being placed; `kind` is what its label counts in, None without a label."""

    text: str
    line: int
    label: Label | None = None
    bullet: bool = False
    indent: int = 0
    kind: str | None = None
    value: int = 0
    path: str = ""
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    action: str | None = None
    column: str | None = None
    due_column: str | None = None
    noted: bool = False
    action_below: str | None = None
    promise: Promise | None = None
    decided: bool = True
    wanted: bool = False
    owner_line: int = 0
    asked_only: bool = False

    @property
    def introduces(self) -> bool:
        return self.text.rstrip().endswith((":", ":-", ":–", ": -", "–", "—"))


_INLINE = re.compile(
    r"(?:(?<=^)|(?<=[;:,.–-]\s)|(?<=;\sand\s)|(?<=,\sand\s)|(?<=\b[Tt]hat\s)|(?<=\bTHAT\s)|(?<=T\sH\sA\sT\s)|(?<=\sto\s)|(?<=:-\s)|(?<=\sand\s))(?=(?:\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]{1,4})\))\s?[A-Za-z])"
)


def split_inline(text: str) -> list[tuple[Label | None, str]]:
    """A run such as "That (1) the report be noted; and (2) …" as its stem and its labelled parts."""
    starts = [match.start() for match in _INLINE.finditer(text)]
    run = _counting_run(text, starts)
    if len(run) < 2:
        return [(None, text)]
    edges = [*run, len(text)]
    parts: list[tuple[Label | None, str]] = []
    if text[: run[0]].strip():
        parts.append((None, text[: run[0]].strip()))
    for start, end in itertools.pairwise(edges):
        label, words = take_label(text[start:end].strip())
        parts.append((label, words.strip()))
    return parts


def _counting_run(text: str, starts: list[int]) -> list[int]:
    """Of the places a label could start, those that count 1, 2, 3 (or a, b, c) in one setting."""
    run: list[int] = []
    kind = setting = None
    for start in starts:
        label, _ = take_label(text[start:])
        if label is None:
            continue
        for meaning, value in meanings(label.mark):
            if value == len(run) + 1 and (not run or (meaning == kind and label.setting == setting)):
                run.append(start)
                kind, setting = meaning, label.setting
                break
    return run


def place(nodes: list[Node], *, root: Node | None = None) -> list[Node]:
    """The nodes with their parents and children set, in order; those without a parent hang under `root`."""
    open_levels: list[Node] = []  # the last node at each depth
    for node in nodes:
        depth = _depth(node, open_levels)
        node.parent = open_levels[depth - 1] if depth else root
        del open_levels[depth:]
        open_levels.append(node)
        if node.parent is not None:
            node.parent.children.append(node)
    return nodes


def _depth(node: Node, levels: list[Node]) -> int:
    if node.label:
        return _labelled_depth(node, node.label, levels)
    if not levels:
        return 0
    last = levels[-1]
    if node.bullet:
        same = [
            d for d, each in enumerate(levels) if each.bullet and not each.label and abs(each.indent - node.indent) <= 1
        ]
        if same and not (last.introduces and last.label is None and node.indent > last.indent):
            return same[-1]
        if last.introduces or (node.indent > last.indent + 1 and not last.bullet) or (last.label and not last.bullet):
            return len(levels)
        bullets = [d for d, each in enumerate(levels) if each.bullet and not each.label]
        return bullets[-1] if bullets else max(0, len(levels) - 1)
    return _plain_depth(levels)


def _plain_depth(levels: list[Node]) -> int:
    plain = [d for d, each in enumerate(levels) if not each.label and not each.bullet]
    if plain:
        return plain[-1]
    return len(levels) if levels[-1].introduces else 0


_SLACK = 2  # columns by which labels of one level may differ


def _labelled_depth(node: Node, label: Label, levels: list[Node]) -> int:
    options = meanings(label.mark)
    following = [
        (abs(level.indent - node.indent) > _SLACK, -depth, kind, value)
        for depth, level in enumerate(levels)
        if level.label and level.label.setting == label.setting
        for kind, value in options
        if kind == level.kind and level.value < value <= level.value + 4
    ]
    if following:
        _, depth, node.kind, node.value = min(following, key=lambda each: each[:2])
        return -depth
    starts = [option for option in options if option[1] == 1]
    node.kind, node.value = (starts or options or [("digit", 0)])[0]
    if not levels:
        return 0
    if starts and levels[-1].introduces and node.indent > levels[-1].indent:
        return len(levels)
    if starts:
        again = [
            d
            for d, each in enumerate(levels)
            if each.label and each.kind == node.kind and each.label.setting == label.setting
        ]
        return again[-1] if again else len(levels)
    return next((d for d, each in enumerate(levels) if each.label and each.kind == node.kind), 0)


def name_paths(nodes: list[Node], *, item: str, taken: dict[str, int]) -> None:
    """Give every node its path under the item: the printed labels, or the natural next one where none is printed.

    Resolutions have first claim to the item's number and to their labels; promises of the narrative take what is left.
    """
    tops = [node for node in nodes if node.parent is None]
    decided = [node for node in tops if node.decided and node.label is None]
    if len(decided) == 1 and item not in taken:
        _name(decided[0], item, item, None, 1, taken)
        tops.remove(decided[0])
    for top in (node for node in tops if node.label and node.decided):
        _name(top, None, item, None, 0, taken)
    position = 0
    rest = [node for node in tops if not (node.label and node.decided)]
    for top in sorted(rest, key=lambda node: not node.decided):
        if top.label and f"{item}/{top.label.mark}" not in taken:
            _name(top, None, item, None, 0, taken)
            continue
        position = next(n for n in range(position + 1, len(nodes) + 100) if f"{item}/{n}" not in taken)
        _name(top, f"{item}/{position}" if top.label else None, item, None, position, taken)


def _name(
    node: Node, whole: str | None, above: str, kind_above: str | None, position: int, taken: dict[str, int]
) -> None:
    if whole is not None:
        path = whole
    else:
        mark = node.label.mark if node.label else natural_label(kind_above, position)
        path = f"{above}/{mark}"
    node.path = _free(path, taken)
    taken[node.path] = 2  # the number of the next of its kind
    for n, child in enumerate(node.children, start=1):
        _name(child, None, node.path, None if whole is not None else (_family(node) or "digit"), n, taken)


def _family(node: Node) -> str | None:
    return node.kind.removeprefix("upper ") if node.kind else None


def _free(path: str, taken: dict[str, int]) -> str:
    """The path, or where the same item resolves twice with the same labels, the path and a number."""
    if path not in taken:
        return path
    n = taken[path]
    while f"{path}-{n}" in taken:
        n += 1
    taken[path] = n + 1
    return f"{path}-{n}"
