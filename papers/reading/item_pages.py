# ruff: noqa: E501 - a pattern reads better whole than broken
"""Saved web pages of one item: its title under "Agenda item" or "Issue details", its meeting and number in a line below."""

from __future__ import annotations

import re

from papers.reading.paragraphs import Para
from papers.reading.titles import Heading

_PAGE = re.compile(
    r"(?:agenda item|(?:issue|decision|agenda item|item|minute) details?|issue (?:history|- (?:items? at )?meetings?))(?:\s+[-–:|]\s+(?P<title>\S.*))?",
    re.I,
)
_NUMBER = re.compile(r"\(?\b(?:agenda )?item (?:no\.? )?(?P<number>\d{1,3}[A-Za-z]?)\.?\)", re.I)
_MINUTES = re.compile(r"(?:minutes?|decisions?|discussion|resolved)\s*:?", re.I)
_HEAD = 16  # paragraphs in which such a page says what it is


def page_heading(paras: list[Para]) -> Heading | None:
    """The heading of the one item of a page that calls itself the page of an item; None of another paper."""
    at = _page_at(paras)
    if at is None:
        return None
    printed = _PAGE.fullmatch(paras[at].text)
    title = printed["title"] if printed else None
    index = at if title else at + 1
    if index >= len(paras):
        return None
    marks = (_NUMBER.search(para.whole) for para in paras[:_HEAD])
    number = next((mark["number"] for mark in marks if mark), None)
    return Heading(number, title or paras[index].text, paras[index].line, index, 0, False)


def _page_at(paras: list[Para]) -> int | None:
    """Where a page says that it is an item's; the last such line, for menus and titles say so, too."""
    found = [
        at
        for at, para in enumerate(paras[:_HEAD])
        if para.cells is None and not para.bullet and _PAGE.fullmatch(para.text)
    ]
    return found[-1] if found else None


def head_ends(paras: list[Para], heading: Heading) -> int:
    """The first line of the minutes on such a page: what stands above it tells of the meeting and the item."""
    below = paras[heading.index + 1 :]
    told = next((para for para in below if para.cells is None and _MINUTES.fullmatch(para.text)), None)
    return told.line if told else (below[min(3, len(below) - 1)].line if below else heading.line + 1)
