"""The words in a field: escaped once or twice, plain or HTML from a word processor."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from papers.reading.html import text_of_html
from papers.reading.labels import letter_label, to_roman
from papers.reading.lines import fold, without_markup

_A_TAG = re.compile(r"</?[a-z][a-z0-9:]*[\s/>]", re.I)
_ESCAPED_TAG = re.compile(r"&(?:amp;)?lt;/?[a-z]", re.I)
_CELL = re.compile(r"(<t[dh]\b[^>]*>|</t[dh]\s*>)", re.I)
_BLOCK_IN_CELL = re.compile(r"</?(?:p|div|br|ul|ol|li|h[1-6])\b[^>]*>", re.I)
_BLOCK_IN_ITEM = re.compile(r"(<li\b[^>]*>)\s*<(?:p|div)\b[^>]*>", re.I)
_LIST_TAG = re.compile(r"(</?(?:ol|ul|li)\b[^>]*>)", re.I)
_DECLARATION = re.compile(r"<[!?][^>]*>?")
_HEADING_MARK = re.compile(r"^#{1,6} +")


def plain(text: str) -> str:
    """A field of one line, its entities and tags taken off and its white space folded."""
    return without_markup(html.unescape(text)) if text else ""


def words(markup: str) -> str:
    """The text of a field that holds HTML, one line a paragraph and a blank line between paragraphs."""
    if not _A_TAG.search(markup) and _ESCAPED_TAG.search(markup):
        markup = html.unescape(html.unescape(markup))
    text = text_of_html(_tamed(markup)) if _A_TAG.search(markup) else html.unescape(markup)
    lines = (_HEADING_MARK.sub("", fold(line)) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _tamed(markup: str) -> str:
    """The HTML without what a word processor leaves in it, and with the words of each table cell on one line."""
    parts = markup.split("<!--")
    markup = parts[0] + "".join(part.partition("-->")[2] for part in parts[1:])
    markup = _BLOCK_IN_ITEM.sub(r"\1", _DECLARATION.sub(" ", markup))
    unclosed = markup.find("<", markup.rfind(">") + 1)
    return _numbered(_cells_on_one_line(markup if unclosed < 0 else markup[:unclosed]))


def _numbered(markup: str) -> str:
    """The points of numbered lists as paragraphs that begin with the number a reader sees: 1. or a. or i."""
    if "<ol" not in markup.lower():
        return markup
    lists: list[_List] = []
    parts = []
    for part in _LIST_TAG.split(markup):
        tag = _LIST_TAG.fullmatch(part)
        name = part.strip("</>")[:2].lower() if tag else ""
        if tag and name == "li" and lists and lists[-1].kind:
            part = "</p>" if part.startswith("</") else f"<p>{lists[-1].next()} "
        elif tag and name != "li" and part.startswith("</"):
            del lists[-1:]
        elif tag and name != "li":
            lists.append(_list(part, ordered=name == "ol"))
        parts.append(part)
    return "".join(parts)


@dataclass
class _List:
    kind: str
    count: int

    def next(self) -> str:
        self.count = min(self.count + 1, 89)
        mark = to_roman(self.count) if self.kind in "iI" else letter_label(self.count) if self.kind in "aA" else ""
        return f"{(mark.upper() if self.kind.isupper() else mark) or self.count}."


def _list(tag: str, *, ordered: bool) -> _List:
    """A list as its tag declares it; the kind of one with bullets is ""."""
    kind = re.search(r"\btype\s*=\s*[\"']?([aAiI1])\b", tag)
    styled = re.search(r"\b(lower|upper)-(alpha|latin|roman)", tag)
    start = re.search(r"\bstart\s*=\s*[\"']?(\d{1,2})\b", tag)
    mark = kind[1] if kind else "1"
    if styled:
        mark = "i" if styled[2] == "roman" else "a"
        mark = mark.upper() if styled[1] == "upper" else mark
    return _List(mark if ordered else "", int(start[1]) - 1 if start else 0)


def _cells_on_one_line(markup: str) -> str:
    if "<t" not in markup.lower():
        return markup
    inside = False
    parts = []
    for part in _CELL.split(markup):
        if _CELL.fullmatch(part):
            inside = not part.startswith("</")
        elif inside:
            part = _BLOCK_IN_CELL.sub(" ", part).replace("|", "/")
        parts.append(part)
    return "".join(parts)
