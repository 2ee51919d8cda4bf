# ruff: noqa: E501 - a pattern reads better whole than broken
"""Where the columns of a table set with spaces stand, and what a line of it holds in each.

Words with one space between them belong together; wider gaps part them. A line is the head of a table when its parts
are words that head columns and the lines below it begin their parts at the same places. The columns stand where those
begin, which need not be where the words of the head do: heads are centred, cells seldom.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(
    r"\b(?:date|items?|titles?|topics?|subject|lead|officers?|authors?|owners?|actions?|status|due|deadline|decisions?|maker|contact|purpose|ref|reference|nos?(?=\.)|(?<=\w )nos?|number|minutes?|meetings?|recommendations?|rec|progress|portfolio|key|reports?|notes?|when|what|whom?|update|response|cabinet|members?|pages?|exempt|matter|issue|objectives?|outcome|type|period|witnesses|organiser|venue|event|session|time|timescale|months?|target|responsib\w+|position|councillors?|substitutes?|(?:present|apologies|absent|attend(?:ed|ance))(?!\s*:)|capacity|name|party|ward|role|done|rag|comments?|description)\b",
    re.I,
)
_WHAT = re.compile(
    r"(?:(?:agenda|report|proposed|main|scrutiny|work|programme) )?(?:items?|topics?|titles?|subjects?|reports?|business|issues?|matters?|actions?|recommendations?|reviews?|sessions?|events?|visits?|what\b.*)(?: (?:of|for|to) .*| title)?",
    re.I,
)
_WHEN_OR_WHO = re.compile(
    r"(?:.* )?(?:dates?|when|meeting|month|timing|time|timescale|leads?|(?:lead|report|responsible|contact)? ?officers?|officer/\w+|authors?|owner|contact|who\b.*|witnesses|presented by|report (?:of|by|from)|organiser|response|progress|update|status|outcome|position)(?: of meeting)?",
    re.I,
)
_RULES = re.compile(r"\s*-{3,}(?:\s+-{3,})+\s*")
_LONGEST_HEAD = 42
_LONGEST_LINE = 400
_NEAR = 40  # lines below a head that tell where its columns are
_LEAST_ROWS = 2
_SLACK = 2  # columns a cell may stand to the left of its column


def segments(line: str) -> list[tuple[int, str]]:
    """The parts of a line that wide gaps set apart, each with where it begins."""
    return [(match.start(), match.group()) for match in _SEGMENT.finditer(line)]


def find_columns(lines: list[str], at: int) -> list[int]:
    """Where the columns begin of the table whose head stands at a line; nothing when the line is no head."""
    line = lines[at]
    if "   " not in line or "|" in line or len(line) > _LONGEST_LINE:
        return []
    heads = segments(line)
    above = segments(lines[at - 1]) if at else []
    words = [_under(above, start, part) for start, part in heads]
    if len(words) < 2 or not all(map(_may_head, words)):
        return []
    hits = sum(map(_heads, words))
    sure = (len(words) > 2 and hits > 2) or _is_underlined(heads, lines[at + 1 : at + 2])
    if not sure and not (_is_pair(words) if len(words) == 2 else hits == 2):
        return []
    below = [parts for each in lines[at + 1 : at + 1 + _NEAR] if (parts := segments(each)) and "|" not in each]
    starts = _starts(heads, below)
    return starts if sure or _fits(starts, below) else []


def _is_underlined(heads: list[tuple[int, str]], below: list[str]) -> bool:
    """Whether a rule stands under each word of a head."""
    rules = segments(below[0]) if below and _RULES.fullmatch(below[0]) else []
    return [start for start, _ in rules] == [start for start, _ in heads]


def heads_days(words: str) -> bool:
    """Whether the words that head a column say that it holds days, or what else a day may stand beside."""
    return not words or re.search(r"\b(?:date|meeting|when|month|raised|agreed|time|due|by)\b", words, re.I) is not None


def _under(above: list[tuple[int, str]], start: int, part: str) -> str:
    """The part of a head with the one that stands above it, where it begins small and so goes on with that."""
    before = next((words for at, words in above if abs(at - start) <= _SLACK), "") if part[0].islower() else ""
    return f"{before} {part}".strip()


def _may_head(part: str) -> bool:
    plain = len(part) <= _LONGEST_HEAD and part[0].isupper() and not part.endswith((".", ";"))
    return plain or part in ("Rec.", "#") or (len(part) < 14 and part.endswith(("No.", "Nos.", "Ref.")))


def _heads(part: str) -> bool:
    return _WORD.search(part) is not None


def _is_pair(words: list[str]) -> bool:
    """Whether two words head a table of two columns: what is to be done or dealt with, and when, by whom, or how it stands."""
    return any(
        _WHAT.fullmatch(a.strip(":")) and _WHEN_OR_WHO.fullmatch(b.strip(":")) for a, b in (words, reversed(words))
    )


def _starts(heads: list[tuple[int, str]], below: list[list[tuple[int, str]]]) -> list[int]:
    """Where the columns begin: under a head, where the most parts below it begin."""
    begins = Counter(start for parts in below for start, _ in parts if len(parts) > 1)
    starts: list[int] = []
    for at, (start, words) in enumerate(heads):
        after = heads[at - 1][0] + 1 if at else 0
        until = start + len(words)
        near = {place: n for place, n in begins.items() if after < place < until and n >= _LEAST_ROWS}
        left = any(abs(place - start) <= _SLACK for place in near)
        starts.append(start if left or not near or at == 0 else max(near, key=lambda place: near[place]))
    starts = starts if starts == sorted(set(starts)) else [start for start, _ in heads]
    firsts = Counter(parts[0][0] for parts in below[: _NEAR // 2] if len(parts) > 1)
    first = min((place for place, n in firsts.items() if n >= _LEAST_ROWS), default=starts[0])
    if first >= starts[0] - _SLACK:
        return starts
    own = any(starts[0] - _SLACK <= place < starts[1] - _SLACK for place, n in begins.items() if n >= _LEAST_ROWS)
    return [first, *starts] if own else [first, *starts[1:]]  # a column without a head, or under a centred one


def _fits(starts: list[int], below: list[list[tuple[int, str]]]) -> bool:
    """Whether the first lines below a head that have several parts, or one that is set in, have them in its columns."""
    rows = [parts for parts in below[:15] if len(parts) > 1 or parts[0][0] >= starts[1]][:_LEAST_ROWS]
    aligned = (min(abs(start - edge) for edge in starts) <= 1 for parts in rows for start, _ in parts)
    return len(rows) == _LEAST_ROWS and any(len(parts) > 1 for parts in rows) and all(aligned)


def cut(line: str, starts: list[int]) -> list[str] | None:
    """The cells of a line; None when its words run over the columns.

    A line with a part for every column has them in order, though a long one pushes the others to the right. A part
    that fills its column has but one space before the next: it is cut where a word begins just where a column does.
    """
    if "|" in line:
        return None
    parts = segments(line)
    if len(parts) == len(starts) and _in_order(parts, starts):
        return [part for _, part in parts]
    if len(parts) > 1:
        parts = [piece for start, part in parts for piece in _pieces(start, part, starts)]
    cells = ["" for _ in starts]
    for start, part in parts:
        column = max((i for i, edge in enumerate(starts) if edge <= start + _SLACK), default=0)
        over = column + 1 < len(starts) and start + len(part) > starts[column + 1]
        if over or (cells[column] and len(cells[column]) + len(part) > 200):
            return None
        cells[column] = f"{cells[column]} {part}".strip()
    return cells


def _in_order(parts: list[tuple[int, str]], starts: list[int]) -> bool:
    """Whether each part stands in its column, or to the right of it where the one before ran over into that."""
    filled = -1
    for (start, part), edge, after in zip(parts, starts, [*starts[1:], _LONGEST_LINE], strict=True):
        if start < edge - _SLACK or (start >= after - _SLACK and filled < edge):
            return False
        filled = start + len(part)
    return True


def _pieces(start: int, part: str, starts: list[int]) -> list[tuple[int, str]]:
    """A part of a line cut where a column begins with a word of it."""
    edges = [edge - start for edge in starts if 0 < edge - start < len(part) and part[edge - start - 1] == " "]
    bounds = [0, *edges, len(part)]
    return [(start + a, part[a:b].strip()) for a, b in itertools.pairwise(bounds)]
