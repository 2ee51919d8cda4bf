"""A saved web page as text: a line a block, lists with their labels, tables as rows of cells, menus left out."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.html import HTMLParser

from papers.reading.attendance_groups import group_of, is_field
from papers.reading.errors import NotAPaper
from papers.reading.rows import MOST_COLUMNS, Cell, table_lines
from papers.reading.web_main import main_content
from papers.reading.word_lists import BULLET, count_in, whole

MOST_CHARACTERS = 8_000_000  # of a page, the pictures it holds left out
MOST_TAGS = 200_000  # the minutes of a long meeting have about a thousand
_PICTURE = re.compile(r"data:[\w/+.-]{0,80};base64,[A-Za-z0-9+/=]*")
_FIRST = (
    r"(?:!doctype html|html|head|body|main|article|section|header|div|span|p|h[1-6]|table|ul|ol|dl|blockquote|center"
    r"|font|strong|b|a)\b"
)
_BEGINS = re.compile(rf"\s*(?:<\?xml[^>]{{0,200}}>\s*)?(?:<!--.{{0,1000}}?-->\s*){{0,3}}<{_FIRST}", re.I | re.S)
_SILENT = {"script", "style", "head", "noscript", "svg", "template", "iframe", "button", "select", "object", "textarea"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_INLINE = {
    "a",
    "abbr",
    "acronym",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "data",
    "dfn",
    "em",
    "font",
    "i",
    "img",
    "ins",
    "kbd",
    "label",
    "mark",
    "nobr",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
    "output",
}
_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.I)
_AT_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.I)
_LABELLED = re.compile(r"(?:\((?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})\)|(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])(?=\s|[A-Z])", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")


def looks_like_html(text: str) -> bool:
    """Whether the text is a web page or a piece of one (a paper may hold a stray tag and is not)."""
    return _BEGINS.match(text[:6000]) is not None


def text_of_html(text: str, *, name: str = "The file") -> str:
    """The words of a web page, a blank line between blocks; raises NotAPaper where it is too large or too deep."""
    text = _PICTURE.sub("", text.replace("\x00", ""))
    if len(text) > MOST_CHARACTERS or text.count("<") > MOST_TAGS:
        raise NotAPaper(f"{name} is a larger web page than a paper: copy its text into a text file, and read that.")
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotAPaper(
            f"{name} holds no text: open the page, copy its text into a text file, and read that."
        ) from error
    if any("depth" in entry.message for entry in parser.error_log.filter_from_errors()):
        raise NotAPaper(f"{name} is a web page nested too deeply: copy its text into a text file, and read that.")
    flow = _Flow()
    flow.read(main_content(root))
    return "\n\n".join(flow.finished()) + "\n"


@dataclass
class _Flow:
    """Paragraphs as they are gathered from a page, or from a cell of a table in it."""

    paragraphs: list[str] = field(default_factory=list)
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    label: str = ""
    depth: int = 0

    def finished(self) -> list[str]:
        """All paragraphs, the one still open among them."""
        self.end()
        return self.paragraphs

    def read(self, element: Any, bold: bool = False) -> None:
        """Take in an element and all below it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _SILENT or not tag:
            return
        if tag == "br":
            self.pieces.append(("\n", bold))
        elif tag in ("ul", "ol", "menu", "dir"):
            self._list(element, tag, bold)
        elif tag == "table":
            self._table(element)
        elif tag == "pre":
            self.end()
            self.paragraphs.append("".join(element.itertext()).strip("\n"))
        elif tag in _INLINE:
            self._inside(element, bold or tag in ("b", "strong"))
        else:
            self.end()
            count = len(self.paragraphs)
            self._inside(element, bold)
            self.end("# " if tag in _HEADINGS else "")
            self._set_right(element, count)
            if tag == "dt" and len(self.paragraphs) == count + 1:
                self._take_term()

    def _inside(self, element: Any, bold: bool) -> None:
        if element.text:
            self.pieces.append((_SPACE.sub(" ", element.text), bold))
        for child in element:
            self.read(child, bold)
            if child.tail:
                self.pieces.append((_SPACE.sub(" ", child.tail), bold))

    def end(self, mark: str = "") -> None:
        """Close the paragraph that is open, as a heading with `mark`."""
        said = [bold for text, bold in self.pieces if text.strip()]
        words = "".join(text for text, _ in self.pieces) if all(said) or mark else _marked(self.pieces)
        lines = [re.sub(" +", " ", line).strip(" ") for line in words.split("\n")]
        self.pieces = []
        if not said:
            return
        lines = [line for line in lines if line.strip()]
        if self.label and not _LABELLED.match(lines[0]):
            lines[0] = f"{self.label} {lines[0]}"
        self.label = ""
        if mark:
            lines = [mark + " ".join(lines)]
        elif all(said):
            lines = [f"**{line}**" for line in lines]
        self.paragraphs.append("\n".join(f"{'  ' * min(self.depth - 1, 8)}{line}" for line in lines))

    def _set_right(self, element: Any, count: int) -> None:
        """A short line set at the right of the page stands there: it is the head of a column, or who acts."""
        at_right = element.get("align") == "right" or _AT_RIGHT.search(element.get("style") or "")
        if at_right and len(self.paragraphs) == count + 1 and len(self.paragraphs[-1]) < 30:
            self.paragraphs[-1] = " " * 60 + self.paragraphs[-1].strip()

    def _take_term(self) -> None:
        """The last paragraph made the label of the next, where it names a fact of a meeting: "Venue", "Present"."""
        words = self.paragraphs[-1].strip(" *:")
        if is_field(words) or group_of(f"{words}:")[0]:
            self.paragraphs.pop()
            self.label = f"{words}:"

    def _list(self, element: Any, tag: str, bold: bool) -> None:
        self.end()
        kept, self.depth = self.label, self.depth + 1
        style = _list_style(element, tag)
        step = -1 if element.get("reversed") is not None else 1
        value = whole(element.get("start"), len(element) if step < 0 else 1)
        for item in element:
            if item.tag == "li":
                value = whole(item.get("value"), value)
                self.label = BULLET if style == "bullet" else _dotted(style, value)
                value += step
            self.read(item, bold)
            self.end()
        self.label, self.depth = kept, self.depth - 1

    def _table(self, element: Any) -> None:
        self.end()
        rows = _rows(element)
        nested = next(element.iterdescendants("table"), None) is not None
        for caption in element.iterchildren("caption"):
            self.read(caption)
        self.end()
        lines = table_lines(rows, layout=nested or element.get("role") == "presentation")
        if lines:
            self.paragraphs.append("\n".join(lines).strip("\n"))


def _marked(pieces: list[tuple[str, bool]]) -> str:
    """The words of a paragraph, several words of it that are bold marked so, but for those it begins with."""
    words = ""
    for bold, run in itertools.groupby(pieces, key=lambda piece: piece[1]):
        text = "".join(part for part, _ in run)
        inner = text.strip()
        marks = bold and words.strip() and " " in inner and "\n" not in inner
        words += text.replace(inner, f"**{inner}**") if marks else text
    return words


def _list_style(element: Any, tag: str) -> str:
    """What a list counts in: by its style, by its type, or as its kind of list does."""
    css = _LIST_STYLE.search(element.get("style") or "")
    if css and css[1].lower() in _CSS:
        return _CSS[css[1].lower()]
    return _STYLES.get(element.get("type") or "1", "decimal") if tag == "ol" else "bullet"


def _dotted(style: str, value: int) -> str:
    printed = count_in(style, value)
    return f"{printed}." if printed else ""


def _rows(table: Any) -> list[list[Cell]]:
    """The cells of a table, each once: the further rows and columns that a cell spans have an empty one."""
    rows: list[list[Cell]] = []
    spans: dict[int, int] = {}  # the rows that a cell of a column still spans
    for row in _below(table):
        cells: list[Cell] = []
        for cell in row:
            if cell.tag not in ("td", "th") or len(cells) > MOST_COLUMNS:
                continue
            _take_spans(cells, spans)
            columns = max(1, min(whole(cell.get("colspan"), 1), MOST_COLUMNS))
            deep = max(1, min(whole(cell.get("rowspan"), 1), 1_000))
            for column in range(len(cells), len(cells) + columns):
                spans[column] = deep - 1
            flow = _Flow()
            flow.read(cell)
            cells += [flow.finished(), *([] for _ in range(columns - 1))]
        _take_spans(cells, spans)
        rows.append(cells)
    return rows


def _take_spans(cells: list[Cell], spans: dict[int, int]) -> None:
    while len(cells) <= MOST_COLUMNS and spans.get(len(cells), 0) > 0:
        spans[len(cells)] -= 1
        cells.append([])


def _below(table: Any) -> list[Any]:
    rows = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows += [row for row in child if row.tag == "tr"]
    return rows
