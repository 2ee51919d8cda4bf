# ruff: noqa: E501 - a pattern reads better whole than broken
"""A letter that sends what an agenda did not have: the items that it brings."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.agenda import read_agenda
from papers.reading.facts import Item
from papers.reading.lines import Line
from papers.reading.paragraphs import paragraphs

_HEAD = re.compile(
    r"agenda (?:no|items?)\b(?!.*\d)|items?(?: nos?\.?)?(?:\s+(?:subject|title|report|pages?)\b.*)?$", re.I
)
_NAMED_ITEM = re.compile(
    r"\bitem (?:no\.? ?)?(?P<number>\d{1,2}[a-z]?)(?:\s*\((?P<a>[A-Z][^()]{3,100})\)|(?:,|:|\s[-–])\s+(?P<b>[A-Z][^,.;:()]{3,100}))(?:,? \(?pages? (?P<pages>\d{1,4}(?: ?(?:to|-|–) ?\d{1,4})?))?",
    re.I,
)
_SIGNED = re.compile(r"yours\b", re.I)
_DEAR = re.compile(r"dear\b", re.I)


def body_of(letter: tuple[Line, ...]) -> tuple[Line, ...]:
    """A letter down to the line that it is signed below."""
    return letter[: _first(letter, _SIGNED, len(letter))]


def letter_items(letter: tuple[Line, ...]) -> tuple[Item, ...]:
    """The numbered items below "Agenda No." in a letter, or below "Dear …", all of them replacements where it says that
    it replaces."""
    body = body_of(letter)
    start = _first(body, _HEAD, _first(body, _DEAR, len(body)))
    items = read_agenda(list(body[start + 1 :]), first=None) or _told(body[start + 1 :])
    replaces = any(re.search(r"\breplacement\b", line.text, re.I) for line in body[:start])
    return tuple(
        replace(
            item, flags=(*item.flags, "replacement") if replaces and "replacement" not in item.flags else item.flags
        )
        for item in items
    )


def _told(body: tuple[Line, ...]) -> tuple[Item, ...]:
    """The items that the sentences of a letter name: "the report at item 5 (Fostering), pages 17 to 34"."""
    found: dict[str, Item] = {}
    for para in paragraphs(list(body)):
        for match in _NAMED_ITEM.finditer(para.text) if para.cells is None else ():
            title = (match["a"] or match["b"]).strip()
            pages = re.sub(r"\s*(?:-|–|to)\s*", "-", match["pages"]) if match["pages"] else None
            found.setdefault(match["number"], Item(match["number"], title, None, pages, (), para.line))
    return tuple(found.values())


def _first(lines: tuple[Line, ...], pattern: re.Pattern[str], otherwise: int) -> int:
    return next((i for i, line in enumerate(lines) if line.cells is None and pattern.match(line.text)), otherwise)
