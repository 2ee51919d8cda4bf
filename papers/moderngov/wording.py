"""The words in a field: escaped once or twice, plain or HTML from a word processor."""

from __future__ import annotations

import html
import re

from papers.reading.html import text_of_html
from papers.reading.lines import fold, without_markup

_A_TAG = re.compile(r"</?[a-z][a-z0-9:]*[\s/>]", re.I)
_ESCAPED_TAG = re.compile(r"&(?:amp;)?lt;/?[a-z]", re.I)
_CELL = re.compile(r"(<t[dh]\b[^>]*>|</t[dh]\s*>)", re.I)
_BLOCK_IN_CELL = re.compile(r"</?(?:p|div|br|ul|ol|li|h[1-6])\b[^>]*>", re.I)
_BLOCK_IN_ITEM = re.compile(r"(<li\b[^>]*>)\s*<(?:p|div)\b[^>]*>", re.I)
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
    return _cells_on_one_line(markup if unclosed < 0 else markup[:unclosed])


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
