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
    best: list[Para] = []
    for run in _runs(narrative):
        clauses = _resolution_in(run)
        best = clauses if len(clauses) >= len(best) else best
    if not best:
        return None
    block = Block(best[0].line)
    for para in [*_counted_before(best[0], narrative), *best]:
        add_words(block, para.text, para)
    return block


def _runs(narrative: list[Para]) -> list[list[Para]]:
    """The paragraphs that read as clauses, those that follow each other together."""
    runs: list[list[Para]] = [[]]
    for at, para in enumerate(narrative):
        if NO_DECISION.search(para.text) or is_row(para.text) or _was_lost(narrative, at):
            continue
        joined = bool(runs[-1]) and JOINS.search(runs[-1][-1].text) is not None
        if para.cells is None and (joined or (CLAUSE_LIKE.search(para.text) and reads_as_clause(para.text))):
            runs[-1].append(para)
        elif runs[-1]:
            runs.append([])
    return runs


def _was_lost(narrative: list[Para], at: int) -> bool:
    """Whether a paragraph moves something that the paragraphs below it say was lost."""
    if re.search(r"\b(?:moved|proposed|motion|amendment|proposal)\b", narrative[at].text, re.I) is None:
        return False
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


def _resolution_in(run: list[Para]) -> list[Para]:
    """The longest beginning of a run that is a resolution: half of its paragraphs, parts aside, are clauses."""
    stem = bool(run) and run[0].text.endswith((":", ":-")) and CLAUSE_LIKE.search(run[0].text) is not None
    size = like = whole = 0
    for count, para in enumerate(run, start=1):
        like += CLAUSE_LIKE.search(para.text) is not None
        whole += not para.bullet and not (stem and para.label is not None)
        if like and like * 2 >= whole and (count > 1 or _may_stand_alone(para)):
            size = count
    return run[:size]


def _may_stand_alone(para: Para) -> bool:
    return RESUMES.match(para.text) is not None or para.text.endswith((";", "; and")) or len(para.text) < 200
