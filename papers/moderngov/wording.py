"""The words in a field: escaped once or twice, plain or HTML from a word processor."""

from __future__ import annotations

import html
import re

from papers.moderngov.faults import TooLarge, Unreadable
from papers.reading.errors import NotAPaper
from papers.reading.html import text_of_html
from papers.reading.lines import fold, without_markup

MOST_TAGS = 20_000  # of one field; the longest minute of an item has about a thousand
_A_TAG = re.compile(r"</?[a-z][a-z0-9:]*[\s/>]", re.I)
_ESCAPED_TAG = re.compile(r"&(?:amp;)?lt;/?[a-z]", re.I)
_HEADING_MARK = re.compile(r"^#{1,6} +")


def plain(text: str) -> str:
    """A field of one line, its entities and tags taken off and its white space folded."""
    return without_markup(html.unescape(text)) if text else ""


def words(markup: str) -> str:
    """The text of a field that holds HTML, one line a paragraph and a blank line between paragraphs.

    Raises TooLarge for HTML of more tags than the words of an item have, Unreadable for HTML that cannot be read.
    """
    if not _A_TAG.search(markup) and _ESCAPED_TAG.search(markup):
        markup = html.unescape(html.unescape(markup))
    text = _text(markup) if _A_TAG.search(markup) else html.unescape(markup)
    lines = (_HEADING_MARK.sub("", fold(line).replace("**", "")) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _text(markup: str) -> str:
    if markup.count("<") > MOST_TAGS:
        raise TooLarge(f"{MOST_TAGS:,} tags in one item")
    try:
        return text_of_html(f"<div>{markup}</div>")
    except NotAPaper as refusal:
        raise Unreadable(str(refusal)) from None
