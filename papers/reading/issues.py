# ruff: noqa: E501 - a pattern reads better whole than broken
"""Questions and comments of members under an item, and which of them hint at something to be done."""

from __future__ import annotations

import re

from papers.reading.facts import Issue
from papers.reading.paragraphs import Para

_INTRO = re.compile(
    r"\b(?:raised|asked|made|discussed|highlighted|commented|sought|expressed|considered|noted|covered|included|queried)\b.{0,160}\b(?:questions?|issues?|comments?|points?|queries|observations|concerns?|matters|areas)\b.{0,120}:$|"
    r"\b(?:questions?|issues?|comments?|points?|queries|observations|concerns?|matters)\b.{0,120}\b(?:raised|asked|made|discussed|included|highlighted|were|as follows)\b.{0,100}:[-–]?$",
    re.I,
)
_SUGGESTS = re.compile(
    r"\b(?:report|item|briefing|update|information|data|visit|meeting|session|letter|presentation|matter|topic|review|clarification|training|group)s?\b[^.]{0,220}\bcould (?:be|also be|usefully be)\b"
    r"|\bpossibility of\b|\b(?:value|benefits?|merits?|usefulness) of\b[^.]{0,60}\b(?:receiving|having|holding|inviting|including|visiting|a report|reports?)\b"
    r"|\bbenefits of the (?:committee|board|panel)\b|\bsuggest(?:ed|ion)\b[^.]{0,160}\b(?:report|item|update|visit|briefing|session|letter|invite|programme|meeting|data|information)\b"
    r"|\bclarification on\b[^.]{0,100}\b(?:being|becoming) an? (?:regular|standing)\b|\b(?:would|might|may) (?:like|wish|welcome|find it helpful) to (?:receive|see|have|visit|hear|invite)\b"
    r"|\brequest(?:ed)? (?:for )?(?:that )?(?:a|an|further|more) (?:\w+ ){0,3}(?:report|update|briefing|item|information|data|visit|session)\b|\bfuture (?:agenda )?item\b",
    re.I,
)
_OF_MEMBERS = re.compile(r"\bcould be sought from members\b", re.I)


def issues_in(narrative: list[Para]) -> list[Issue]:
    """The issues among the paragraphs: the bullets under "Members raised the following questions/issues:"."""
    found: list[Issue] = []
    listing = False
    for para in narrative:
        if para.cells is not None:
            continue
        if _INTRO.search(para.text):
            listing = True
        elif listing and (para.bullet or para.label):
            found.append(Issue(para.text, para.line, is_suggestion(para.text)))
        else:
            listing = False
    return found


def is_suggestion(text: str) -> bool:
    """Whether a member's comment hints at a report, a visit or another thing that could be done."""
    return _SUGGESTS.search(text) is not None and _OF_MEMBERS.search(text) is None
