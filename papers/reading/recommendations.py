# ruff: noqa: E501 - a pattern reads better whole than broken
"""Recommendations to the council in somebody's report: numbered paragraphs under the headings that say so."""

from __future__ import annotations

import re

from papers.reading.facts import Recommendation
from papers.reading.lines import Line
from papers.reading.paragraphs import paragraphs

_HEAD = re.compile(
    r"^(?:\d{1,2}\.?\s+)?(?:(?:summary of |list of |key |main |our |final |review |the )*recommendations?|for consideration|areas? for (?:consideration|improvement|development))\s*:?$",
    re.I,
)
_NUMBER = re.compile(r"^(?:recommendation\s+|R)?(?P<number>\d{1,3})\s*[.):]\s*(?P<text>\S.*)$", re.I)
_INLINE = re.compile(r"^recommendation\s+(?P<number>\d{1,3}[a-z]?)\s*[:.–-]\s*(?P<text>\S.*)$", re.I)
_TO = re.compile(
    r"^(?:that\s+)?(?P<to>(?:the\s+)?(?:Cabinet|Council|Executive|[A-Z][\w ]{2,60}?(?:Board|Committee|Trust|Director|Officer|Member))(?:\s+[A-Z][\w]*)*)\s+(?:should|be (?:asked|requested|recommended)|is (?:asked|recommended)|ensures?|considers?|reviews?)\b"
)


def read_recommendations(lines: list[Line]) -> list[Recommendation]:
    """Every numbered paragraph under a heading of recommendations, and every "Recommendation 3: …"."""
    found: list[Recommendation] = []
    under = False
    for para in paragraphs(lines):
        if para.cells is not None:
            continue
        inline = _INLINE.match(para.whole)
        match = _NUMBER.match(para.whole)
        if _HEAD.match(para.whole):
            under = True
        elif inline:
            found.append(_made(inline, para.line))
        elif under and match and match["text"][0].isupper():
            found.append(_made(match, para.line))
        elif (
            under
            and found
            and not para.label
            and not para.bullet
            and len(para.text) < 60
            and not para.text.endswith((".", ":", ";"))
        ):
            under = False
    return found


def _made(match: re.Match[str], line: int) -> Recommendation:
    to = _TO.match(match["text"])
    return Recommendation(match["number"], match["text"], to["to"] if to else None, line)
