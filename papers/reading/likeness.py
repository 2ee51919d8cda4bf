# ruff: noqa: E501 - a pattern reads better whole than broken
"""Likeness of clauses: which say the same, and which comment was taken up by which clause."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

_SMALL = {
    "a",
    "an",
    "the",
    "of",
    "to",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "with",
    "and",
    "or",
    "that",
    "this",
    "these",
    "those",
    "be",
    "is",
    "are",
    "was",
    "were",
    "been",
    "being",
    "it",
    "its",
    "as",
    "into",
    "within",
    "their",
    "his",
    "her",
    "our",
    "any",
    "all",
    "each",
    "every",
    "such",
    "other",
    "which",
    "who",
    "whom",
    "would",
    "could",
    "should",
    "will",
    "shall",
    "may",
    "might",
    "not",
    "no",
    "if",
    "when",
    "where",
    "than",
    "then",
    "there",
    "so",
    "s",
}
_COMMON = {
    "report",
    "reports",
    "reported",
    "further",
    "meeting",
    "meetings",
    "committee",
    "committees",
    "board",
    "panel",
    "members",
    "member",
    "next",
    "future",
    "submit",
    "submitted",
    "submitting",
    "provide",
    "provided",
    "update",
    "updates",
    "updated",
    "information",
    "requested",
    "request",
    "item",
    "items",
    "asked",
    "included",
    "include",
    "including",
    "be",
    "held",
    "added",
    "consider",
    "considered",
    "considering",
    "council",
    "councillors",
    "noted",
    "agenda",
    "brought",
    "back",
    "officer",
    "officers",
    "director",
    "head",
    "date",
    "determined",
    "arranged",
    "following",
    "matter",
    "matters",
    "regular",
    "standing",
    "during",
    "year",
    "present",
    "presented",
    "receive",
    "receiving",
    "also",
    "months",
    "month",
    "work",
    "programme",
    "possibility",
    "value",
    "benefits",
    "clarification",
    "sought",
    "process",
    "basis",
}

_STANDING = re.compile(r"\b(?:standing|regular) (?:\w+ )?item\b", re.I)
_ENDING = re.compile(r"(?:ed|ing)$")


@lru_cache(maxsize=16_384)  # the clauses of a meeting are compared with one another
def content(text: str) -> tuple[str, ...]:
    """The telling words of a text, in order: small words left out, plurals and endings of verbs brought together."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", ""))
    return tuple(_single(word) for word in words if word not in _SMALL)


def _single(word: str) -> str:
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return _ENDING.sub("", word) if len(word) > 6 else word


_COMMON_STEMS = frozenset(map(_single, _COMMON))


@lru_cache(maxsize=16_384)
def telling(text: str) -> frozenset[str]:
    """The words that make a text about one thing rather than another."""
    return frozenset(content(text)) - _COMMON_STEMS


def says_the_same(one: str, other: str) -> bool:
    """Whether two texts ask the same: alike word for word, or the shorter wholly within the longer and long enough to tell."""
    a, b = content(one), content(other)
    if not a or not b or not telling(one) & telling(other):
        return False
    if fuzz.ratio(" ".join(a), " ".join(b), score_cutoff=92) >= 92:
        return len(telling(one)) >= 2 or len(telling(other)) >= 2
    short, long = sorted((set(a), set(b)), key=len)
    return len(short) >= 8 and len(short & long) >= 0.9 * len(short) and len(telling(one) & telling(other)) >= 4


def overlap(suggestion: str, clause: str) -> float:
    """How much of what a clause is about is in a suggestion, from 0 to 1; 0 when they share one telling word or none."""
    a, b = telling(suggestion), telling(clause)
    if not a or not b:
        return 0.0
    shared = a & b
    if shared and _STANDING.search(suggestion) and _STANDING.search(clause):
        return 1.0  # both speak of the same thing as an item for every agenda
    return len(shared) / min(len(a), len(b)) if shared else 0.0
