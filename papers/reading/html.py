"""A saved web page as text: one line a block, tables as rows of cells."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = {"p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "article", "dt", "dd"}
_SILENT = {"script", "style", "head", "nav", "noscript", "svg"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def looks_like_html(text: str) -> bool:
    """Whether the text is a whole web page (a paper may hold a stray tag and is not)."""
    return (
        re.match(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html|body|div|p|h[1-6])\b", text[:2000], re.I)
        is not None
    )


def text_of_html(text: str) -> str:
    """The words of a web page, a blank line between blocks."""
    page = _Page()
    page.feed(text)
    page.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(page.parts))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n\n# " if tag in _HEADINGS else "\n\n")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag == "tr":
            self.parts.append("\n|")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th"):
            self.parts.append(" |")
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))
