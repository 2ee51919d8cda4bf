"""Which page of a paper a line stands on: a form feed begins the first line of every further page."""

from __future__ import annotations

PAGE = "\f"


def pages_of(text: str) -> list[int]:
    """The page of every line of a text, the first being page 1; a text without form feeds is one page."""
    pages: list[int] = []
    page = 1
    for line in text.split("\n"):
        page += line.count(PAGE)
        pages.append(page)
    return pages
