"""Clauses with no word above them that says a resolution begins, as saved web pages have."""

from __future__ import annotations

import re

from papers.reading.blocks import Block
from papers.reading.decisions import CLAUSE_LIKE, JOINS, NO_DECISION, RESUMES, add_words, reads_as_clause
from papers.reading.labels import meanings
from papers.reading.paragraphs import Para
from papers.reading.undertakings import is_row


def bare_block(narrative: list[Para]) -> Block | None:
    """Clauses with no word above them, as saved web pages have: paragraphs that end "; and" and read as clauses."""
    run: list[Para] = []
    best: list[Para] = []
    for para in narrative:
        if NO_DECISION.search(para.text) or is_row(para.text) or _was_lost(para, narrative):
            continue
        joined = bool(run) and JOINS.search(run[-1].text) is not None
        if para.cells is None and (joined or (CLAUSE_LIKE.search(para.text) and reads_as_clause(para.text))):
            run.append(para)
        else:
            run = []
        if len(run) >= len(best) and _is_resolution(run):
            best = list(run)
    if not best:
        return None
    block = Block(best[0].line)
    for para in [*_counted_before(best[0], narrative), *best]:
        add_words(block, para.text, para)
    return block


def _was_lost(para: Para, narrative: list[Para]) -> bool:
    """Whether a paragraph moves something that the paragraphs below it say was lost."""
    if re.search(r"\b(?:moved|proposed|motion|amendment|proposal)\b", para.text, re.I) is None:
        return False
    at = next(n for n, each in enumerate(narrative) if each is para)
    votes = [
        re.search(
            r"\b(?:(?P<lost>lost|fell|not (?:carried|seconded)|no seconder|defeated|withdrawn)|carried|adopted"
            r"|approved)\b",
            p.text,
            re.I,
        )
        for p in narrative[at : at + 5]
    ]
    said = next((vote for vote in votes if vote), None)
    return said is not None and said["lost"] is not None


def _counted_before(first: Para, narrative: list[Para]) -> list[Para]:
    """The paragraphs just above whose labels count up to the first clause's: the "(a) note …" above "(b) that …"."""
    found: list[Para] = []
    at = next(n for n, para in enumerate(narrative) if para is first)
    while at and first.label and (above := narrative[at - 1]).label and above.label.setting == first.label.setting:
        values = dict(meanings(first.label.mark))
        if not any(values.get(kind) == value + 1 for kind, value in meanings(above.label.mark)):
            break
        found.insert(0, above)
        first, at = above, at - 1
    return found


def _is_resolution(run: list[Para]) -> bool:
    clause_like = [para for para in run if CLAUSE_LIKE.search(para.text)]
    stem = bool(run) and run[0].text.endswith((":", ":-")) and CLAUSE_LIKE.search(run[0].text) is not None
    alone = [p for p in run if not p.bullet and not (stem and p.label)]
    if not clause_like or len(clause_like) * 2 < len(alone):
        return False
    return (
        RESUMES.match(run[0].text) is not None
        or len(run) > 1
        or run[0].text.endswith((";", "; and"))
        or len(run[0].text) < 200
    )
