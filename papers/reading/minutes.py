# ruff: noqa: E501 - a pattern reads better whole than broken
"""The minutes of one meeting: its head, who was there, its items, what was resolved under each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from papers.reading.action_tables import action_table_nodes, owner_warnings
from papers.reading.attendance import read_attendance
from papers.reading.bare import bare_block
from papers.reading.blocks import Block, placed, told_apart
from papers.reading.clauses import Node
from papers.reading.decisions import blocks_in
from papers.reading.doubles import double_warnings, doubles
from papers.reading.due_rules import Held
from papers.reading.facts import Attendance, Clause, Issue, Item, Warning
from papers.reading.followups import NO_STEM, Read, Stem, read_clause
from papers.reading.foot import complete_from_foot
from papers.reading.front_rows import labelled_rows
from papers.reading.headings import find_headings
from papers.reading.issues import issues_in
from papers.reading.item_pages import head_ends, page_heading
from papers.reading.likeness import overlap, telling
from papers.reading.lines import Line
from papers.reading.names import apologies_in, each_person_once
from papers.reading.paragraphs import Para, paragraphs
from papers.reading.places import Head, read_head
from papers.reading.prose import prose_blocks, without_repeats
from papers.reading.references import references_in
from papers.reading.rows_home import with_rows_at_home
from papers.reading.titles import Heading


@dataclass
class Minutes:
    """The minutes as read, before they are joined with what the rest of the paper says of the meeting."""

    head: Head
    first_line: int
    last_line: int
    attendance: list[Attendance] = field(default_factory=list)
    sections: list[tuple[Heading, list[Para]]] = field(default_factory=list)
    items: tuple[Item, ...] = ()
    warnings: list[Warning] = field(default_factory=list)


def find_items(lines: list[Line]) -> Minutes:
    """The head, the attendance and the items of the minutes in some lines, their resolutions not yet read."""
    paras = paragraphs(lines)
    page = page_heading(paras)
    headings = [page] if page else find_headings(paras)
    first = paras[headings[0].index].line if headings else (lines[-1].number + 1 if lines else 1)
    first = head_ends(paras, page) if page else first
    top = labelled_rows([line for line in lines if line.number < first and not (page and page.title in line.text)])
    head = read_head([replace(line, furniture=False) for line in top][:60])
    minutes = Minutes(head, lines[0].number, lines[-1].number)
    minutes.attendance = read_attendance(top)
    complete_from_foot(minutes.head, lines)
    headings = headings or [Heading(None, "", paras[0].line, -1, 0, False)] if paras else headings
    ends = [heading.index for heading in headings[1:]] + [len(paras)]
    minutes.sections = [(heading, _under(heading, paras, end)) for heading, end in zip(headings, ends, strict=True)]
    minutes.warnings += owner_warnings(paras)
    minutes.sections = with_rows_at_home(minutes.sections)
    for heading, body in minutes.sections:
        minutes.attendance += _apologies(heading, body, minutes.attendance)
    minutes.attendance = each_person_once(minutes.attendance)
    return minutes


def _under(heading: Heading, paras: list[Para], end: int) -> list[Para]:
    """The paragraphs under a heading, the first of them the sentence that runs on after its title, if any."""
    run_in = [replace(paras[heading.index], text=heading.rest, label=None, bold=False)] if heading.rest else []
    return [*run_in, *paras[heading.index + 1 : end]]


NEXT_MEETING = re.compile(
    r"(?:^|\.\s)\W?(?:date (?:and time )?of )?(?:the )?next (?:\w+ )?(?:meeting|session|time)\b.{0,40}?\d|\bnext (?:\w+ )?(?:meeting|session)\b[^.;]{0,60}? (?:(?:will|would|is to|was to|to) (?:be held|take place)|(?:is|was|will be|would be) (?:on )?(?:\w+day,? )?(?:the )?\d)",
    re.I,
)  # a sentence that says when the committee meets again


def _apologies(heading: Heading, body: list[Para], known: list[Attendance]) -> list[Attendance]:
    if not re.search(r"\bapolog", heading.title, re.I):
        return []
    found: dict[str, Attendance] = {}
    names = {each.name for each in known}
    for para in body:
        for one in apologies_in(para.text, para.line) if para.cells is None else ():
            if one.name not in names:
                found.setdefault(one.name, one)
    return list(found.values())


def read_items(minutes: Minutes, held: Held) -> None:
    """Read every item's issues, clauses and references into `minutes.items`."""
    items, nodes_of = [], []
    for position, (heading, body) in enumerate(minutes.sections, start=1):
        item, nodes = _item(heading, body, heading.number or str(position), held)
        items.append(item)
        nodes_of.append(nodes)
    same = doubles(items, nodes_of)
    items = [replace(item, clauses=tuple(replace(c, same_as=same.get(c.path)) for c in item.clauses)) for item in items]
    minutes.warnings += double_warnings(items)
    minutes.items = tuple(_with_uptake(item, items) for item in items)


def _item(heading: Heading, body: list[Para], number: str, held: Held) -> tuple[Item, list[Node]]:
    body = _without_purpose(body)
    blocks, narrative = blocks_in(body)
    blocks = told_apart(blocks)
    rows = action_table_nodes(body)
    for row in rows:
        row.decided = False
    blocks += [Block(row.line, [row]) for row in rows]
    resolved = any(node.decided for block in blocks for node in block.nodes)
    bare = None if resolved else bare_block([para for para in narrative if not _listed(para, narrative)])
    if bare is not None and len(bare.nodes) > 1:
        blocks.append(bare)
        resolved = True
        narrative = _without_clauses(narrative, bare.nodes)
    blocks += prose_blocks(narrative, alone=not resolved, held=held)
    if not blocks and bare is not None:
        blocks = [bare]
    blocks = without_repeats(blocks)
    nodes = placed(blocks, item=number.rstrip("."))
    clauses = _clauses(nodes, blocks, held)
    flags = _flags(clauses, heading.title)
    references = [r for para in narrative if para.cells is None for r in references_in(para.text, para.line)]
    issues = tuple(issues_in(narrative))
    report_of = _report_of(narrative)
    return Item(
        heading.number, heading.title, report_of, None, flags, heading.line, tuple(references), issues, tuple(clauses)
    ), nodes


def _without_purpose(body: list[Para]) -> list[Para]:
    """The paragraphs of an item of a web page from its minutes on: what stands above "Minutes:" is its agenda."""
    start = next((i for i, para in enumerate(body) if _MINUTES_BELOW.fullmatch(para.text)), None)
    return body if start is None else body[start:]


_MINUTES_BELOW = re.compile(r"(?:minutes?|decisions?)\s*:", re.I)


def _listed(para: Para, narrative: list[Para]) -> bool:
    """Bullets of narrative are lists of the report, not clauses."""
    return para.bullet and not re.search(r"\bbe (?:requested|asked|noted|agreed|approved)\b", para.text)


def _without_clauses(narrative: list[Para], nodes: list[Node]) -> list[Para]:
    """The paragraphs that became none of the clauses; a row of a web page's table has many paragraphs on one line."""
    words: dict[int, list[str]] = {}
    for node in nodes:
        words.setdefault(node.line, []).append(node.text.strip(" .;"))
    return [para for para in narrative if not any(each in para.whole for each in words.get(para.line, ()))]


def _report_of(narrative: list[Para]) -> str | None:
    for para in narrative[:3]:
        match = re.search(
            r"\b(?:considered|received|noted) (?:a|the) (?:joint |further |verbal |written )?report (?:of|by|from) the (?P<who>(?:(?:[A-Z(][\w'’()&,/-]*|of|and|for|the|&|[-–])\s?)+)",
            para.text,
        )
        if match:
            words = re.sub(r"(?:,|\s(?:and|of|for|the|&|[-–]))+\s*$", "", match["who"].strip(" ,"))
            return words.strip(" ,") or None
    return None


def _flags(clauses: list[Clause], title: str) -> tuple[str, ...]:
    flags = []
    if any(clause.sort == "deferred" for clause in clauses):
        flags.append("deferred")
    if re.search(r"\bexempt\b", title, re.I) and not re.search(r"exclu", title, re.I):
        flags.append("exempt")
    return tuple(flags)


def _clauses(nodes: list[Node], blocks: list[Block], held: Held) -> list[Clause]:
    read: dict[int, Read] = {}
    to = {id(node): block.to for block in blocks for node in block.nodes if block.to}
    clauses = []
    for node in nodes:
        above = read[id(node.parent)].stem if node.parent is not None else _recommended(to.get(id(node)))
        one = read_clause(node, above, held)
        read[id(node)] = one
        label = node.label.printed if node.label else None
        references = tuple(references_in(node.text, node.line))
        found = tuple(one.follow_ups)
        clauses.append(
            Clause(label, node.path, node.text, one.sort, node.line, found, references, decided=node.decided)
        )
    return [
        replace(c, sort=_sort_below(c, clauses)) if read[id(n)].stem.asks else c
        for n, c in zip(nodes, clauses, strict=True)
    ]


def _sort_below(container: Clause, clauses: list[Clause]) -> str:
    """A clause that only introduces requests, and says not which, is of the sort of the first below it that does."""
    if container.sort != "other":
        return container.sort
    below = (c.sort for c in clauses if c.path.startswith(f"{container.path}/") and c.sort != "other")
    return next(below, "other")


def _recommended(to: str | None) -> Stem:
    return Stem(owner=to, sort="recommend", words=f"recommended to {to}", asks=True) if to else NO_STEM


def _with_uptake(item: Item, items: list[Item]) -> Item:
    if not any(issue.suggestion for issue in item.issues):
        return item
    return replace(
        item, issues=tuple(replace(i, taken_up_by=_taken_up(i, item)) if i.suggestion else i for i in item.issues)
    )


def _taken_up(issue: Issue, item: Item) -> str | None:
    """The clause of the same item that answers a suggestion, the deepest that is wholly in it; or the one over two of them."""
    scored = [(overlap(issue.text, c.text), len(telling(c.text)), c) for c in item.clauses if c.follow_ups]
    good = [
        (score, size, c)
        for score, size, c in scored
        if score == 1.0 or (score >= 0.6 and size > 1 and len(telling(issue.text) & telling(c.text)) >= 2)
    ]
    if not good:
        return None
    best = max(score for score, _, _ in good)
    near = [c for score, _, c in good if score >= best - 0.15]
    parents = {c.path.rpartition("/")[0] for c in near}
    if len(near) > 1 and len(parents) == 1 and parents != {item.number}:
        return parents.pop()
    return max(good, key=lambda each: (each[0], each[1]))[2].path
