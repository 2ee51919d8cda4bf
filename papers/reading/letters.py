"""A letter that sends what an agenda did not have: the items that it brings."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.agenda import read_agenda
from papers.reading.facts import Item
from papers.reading.lines import Line

_HEAD = re.compile(
    r"agenda (?:no|items?)\b(?!.*\d)|items?(?: nos?\.?)?(?:\s+(?:subject|title|report|pages?)\b.*)?$", re.I
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
    items = read_agenda(list(body[start + 1 :]), first=None)
    replaces = any(re.search(r"\breplacement\b", line.text, re.I) for line in body[:start])
    return tuple(
        replace(
            item, flags=(*item.flags, "replacement") if replaces and "replacement" not in item.flags else item.flags
        )
        for item in items
    )


def _first(lines: tuple[Line, ...], pattern: re.Pattern[str], otherwise: int) -> int:
    return next((i for i, line in enumerate(lines) if line.cells is None and pattern.match(line.text)), otherwise)
