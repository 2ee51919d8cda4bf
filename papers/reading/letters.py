"""A letter that sends what an agenda did not have: the items that it brings."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.agenda import read_agenda
from papers.reading.facts import Item
from papers.reading.lines import Line


def letter_items(letter: tuple[Line, ...]) -> tuple[Item, ...]:
    """The items below "Agenda No." in a letter, all of them replacements where the letter says that it replaces."""
    start = next((i for i, line in enumerate(letter) if re.match(r"agenda (?:no|item)", line.text, re.I)), None)
    if start is None:
        return ()
    end = next((i for i in range(start, len(letter)) if re.match(r"yours\b", letter[i].text, re.I)), len(letter))
    items = read_agenda(list(letter[start + 1 : end]), first=None)
    replaces = any(re.search(r"\breplacement\b", line.text, re.I) for line in letter[:start])
    return tuple(
        replace(
            item, flags=(*item.flags, "replacement") if replaces and "replacement" not in item.flags else item.flags
        )
        for item in items
    )
