# ruff: noqa: E501 - a pattern reads better whole than broken
"""What can be the title of an item, and what a title is without the words that stand round it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papers.reading.dates import MONTH
from papers.reading.openings import ACTION, START
from papers.reading.paragraphs import Para

VERB = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|would|will|shall|should|could|noted|resolved|considered|advised|thanked|asked|welcomed)\b",
    re.I,
)
NOT_TITLE = re.compile(
    r"(?:that|to|the committee|members (?:were|noted|of the)|resolved|agreed|decision|recommend|and|or|be|in response|councillor \w+ (?:asked|said|declared)|apologies (?:for absence )?(?:were|had)|"
    r"pages?\b|report (?:of|by|from)\b|reasons?\b|minutes?:|present\b|note\b|further to|january|february|march|april|may\b|june|july|august|september|october|november|december|am\b|pm\b|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
REST_OF_DATE = re.compile(rf"(?:of )?{MONTH}\W{{0,3}}(?:20\d\d\b|$)", re.I)  # of a line that begins with its day
_TRAILING = re.compile(r"\s*(?:\(pages? [\d\s,–-]+\)|(?:pdf icon\s+)?PDF\s+\d+\s?[KM]B)\s*$", re.I)
_CLAUSE = re.compile(r"\b(?:be|is|are)\s+(?:\w+ly\s+)?(?:\w+ed|given|made|sent|held|brought|set|put)\b")
_RUN_IN = re.compile(
    r"(?:\(\d{1,3}\)\s+)?(?P<title>[^a-z]{4,240}?)\s*(?:\s[–—-]+|:|\.)\s+(?=(?:\W|\d)*[A-Z][a-z]|\(?[a-z])(?P<rest>.+)$"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}(?::|\s[–—-])\s(?:[a-z][\w'’-]*,?\s?){1,9}")  # "SEND: waiting times" is all title


@dataclass
class Heading:
    """A heading of an item: its number as printed, its title, its line, and where its paragraph stands."""

    number: str | None
    title: str
    line: int
    index: int
    count: int
    capitals: bool
    rest: str = ""


def run_in(text: str) -> tuple[str, str]:
    """A title in capitals and the sentence that runs on after it: "MINUTES – Resolved – That the minutes be …"."""
    match = _RUN_IN.match(text)
    if match is None or not in_capitals(match["title"]) or _ACRONYM.fullmatch(text):
        return re.sub(r"^\(\d{1,3}\)\s+(?=[A-Z])", "", text), ""
    return match["title"], match["rest"]


def title_of(text: str) -> str:
    words = _TRAILING.sub("", text).strip(" *:–—-")
    return re.sub(r"(?<=[a-z\d)]{2})\.$|(?<=[A-Z]{3})\.$", "", words) or text


_OF_AGENDA = re.compile(r"[(\[](?:agenda )?item[^()\[\]]{1,12}[)\]]$", re.I)  # "[Item 4]" behind a title


def in_capitals(title: str) -> bool:
    letters = [c for c in _OF_AGENDA.sub("", title) if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.75 * len(letters)


def could_be_title(title: str, para: Para, capitals: bool, *, sure: bool) -> bool:
    """Whether the words after a number can be a title; `sure` when the number is no clause's, such as 24/06/01."""
    if not (title[0].isupper() or title[0].isdigit() or title[0] in "'\"‘“*[") or len(title) > 220 or len(title) < 3:
        return False
    if (
        NOT_TITLE.match(title)
        and not capitals
        and not (sure and re.match(r"to\s", title, re.I) and len(title) < 120)
        and not re.match(
            r"(?:minutes? of|actions? (?:log|tracker|arising|from)|report of the .* (?:review|group)|may \w+ )",
            title,
            re.I,
        )
    ):
        return False
    if START.match(title) or ACTION.match(title) or title.endswith((";", ",", "; and")):
        return False
    if capitals or para.bold:
        return True
    if _CLAUSE.search(title) and not sure:
        return False
    sentence = title.endswith(".") and (len(title.split()) > 8 or VERB.search(title))
    return (
        not sentence
        and not (VERB.search(title) and len(title.split()) > 10)
        and len(title.split()) <= 30
        and not re.search(r"[.!?]\s+[A-Z]", title)
    )
