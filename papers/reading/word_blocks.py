"""The paragraphs and tables of a Word document as lines: what is inserted stays, what is deleted goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from papers.reading.rows import MOST_COLUMNS, Cell, table_lines
from papers.reading.word_lists import BULLET, Lists, W, indent_of, value_of, whole
from papers.reading.word_styles import Styles, bold_of, switch

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = {f"{W}{tag}" for tag in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "instrText", "delText")}
_LONGEST_HEADING = 200  # characters; some councils set their numbered paragraphs in a heading style
_RIGHT = 60  # columns; where a short line set at the right of the page stands
_MARKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass
class _Words:
    """What a paragraph prints: its pieces, each bold or not, and the text boxes that hang from it."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)

    @property
    def bold(self) -> bool:
        said = [bold for text, bold in self.pieces if text.strip()]
        return bool(said) and all(said)


@dataclass
class Document:
    """A document while it is read: its styles, its lists as far as they have counted, words whose mark was deleted."""

    styles: Styles
    lists: Lists
    carried: list[tuple[str, bool]] = field(default_factory=list)

    def lines(self, block: Any) -> list[str]:
        """The lines of a paragraph or table of the body, with a blank one after."""
        if block.tag == f"{W}tbl":
            return [*self.rest(), *table_lines(list(self._rows(block))), ""]
        return [line for text in self._paragraphs(block) for line in (*text.split("\n"), "")]

    def rest(self) -> list[str]:
        """The line of words whose paragraph mark was deleted with no paragraph after them."""
        left, self.carried = "".join(text for text, _ in self.carried), []
        return [left, ""] if left.strip() else []

    def _paragraphs(self, paragraph: Any) -> Iterator[str]:
        """A paragraph and those of its text boxes."""
        properties = paragraph.find(f"{W}pPr")
        style = value_of(properties, "pStyle") or self.styles.default
        words = _Words([*self.carried])
        self._runs(paragraph, words, self.styles.bold(style) or False)
        mark = properties.find(f"{W}rPr") if properties is not None else None
        if mark is not None and mark.find(f"{W}del") is not None:
            # With its mark deleted the paragraph runs on into the next.
            self.carried = words.pieces
        else:
            self.carried = []
            yield self._set(words, properties, style)
        for box in words.boxes:
            yield from self._content(box)

    def _set(self, words: _Words, properties: Any, style: str | None) -> str:
        """The words of a paragraph with its label, its indent, and the marks of a heading or of bold."""
        label, indent = self._label(properties, style)
        text = words.text.strip("\n ")
        if not text.strip():
            return ""
        heading = self.styles.heading(style)
        text = f"{label} {text.lstrip()}" if label else text
        if heading and len(text) <= _LONGEST_HEADING and "\n" not in text:
            return f"{'#' * heading} {text.strip()}"
        if words.bold:
            text = "\n".join(f"**{line.strip()}**" if line.strip() else "" for line in text.split("\n"))
        if len(text) < 30 and _at_right(properties, text):
            indent, text = _RIGHT, text.strip()
        return " " * indent + text

    def _label(self, properties: Any, style: str | None) -> tuple[str, int]:
        """The label of a paragraph and how far it stands in."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        number, level = value_of(own, "numId"), value_of(own, "ilvl")
        at = whole(level)
        if number is None and (styled := self.styles.numbering(style)):
            number, key, styled_level = styled
            in_list = self.lists.level_of_style(number, key)
            at = at if level is not None else styled_level if styled_level is not None else in_list or 0
        indent = indent_of(properties)
        found = self.lists.level(number, at) if number not in (None, "0") and number else None
        if found is None:
            return "", indent if indent is not None else self.styles.indent(style)
        label = self.lists.label(number or "", at)
        return label, indent if indent is not None else found.indent + (2 * at if label == BULLET else 0)

    def _runs(self, element: Any, words: _Words, bold: bool) -> None:
        for child in element:
            if child.tag in _GONE:
                continue
            if child.tag == f"{W}r":
                self._run(child, words, bold)
            elif isinstance(child.tag, str) and child.tag.startswith(W):
                self._runs(child, words, bold)

    def _run(self, run: Any, words: _Words, bold: bool) -> None:
        properties = run.find(f"{W}rPr")
        if switch(properties, "vanish"):
            return
        own = bold_of(properties)
        if own is None:
            own = self.styles.bold(value_of(properties, "rStyle"))
        own = bold if own is None else own
        for child in run:
            if child.tag == f"{W}t":
                words.pieces.append((child.text or "", own))
            elif child.tag in _MARKS:
                words.pieces.append((_MARKS[child.tag], own))
            elif child.tag == f"{W}sym":
                words.pieces.append((_symbol(child), own))
            elif child.tag not in _GONE:
                words.boxes += _boxes(child)

    def _content(self, above: Any) -> list[str]:
        """The paragraphs of a cell or a text box, those of tables in it among them."""
        found: list[str] = []
        for child in above:
            if child.tag == f"{W}p":
                found += self._paragraphs(child)
            elif child.tag == f"{W}tbl":
                found += table_lines(list(self._rows(child)))
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
                found += self._content(child)
        return [*found, *self.rest()] if above.tag == f"{W}tc" else found

    def _rows(self, table: Any) -> Iterator[list[Cell]]:
        for row in _below(table, f"{W}tr"):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            before = min(whole(value_of(properties, "gridBefore")), MOST_COLUMNS)
            cells: list[Cell] = [[] for _ in range(max(before, 0))]
            for cell in _below(row, f"{W}tc"):
                if len(cells) <= MOST_COLUMNS:
                    cells += self._cell(cell)
            yield cells

    def _cell(self, cell: Any) -> list[Cell]:
        """A cell, and an empty one for every further column it spans; one merged into the cell above is empty."""
        properties = cell.find(f"{W}tcPr")
        span = max(1, min(whole(value_of(properties, "gridSpan"), 1), MOST_COLUMNS))
        found = [self._content(cell), *([] for _ in range(span - 1))]
        if properties is not None:
            for merge in ("vMerge", "hMerge"):
                merged = properties.find(f"{W}{merge}")
                if merged is not None and merged.get(f"{W}val", "continue") == "continue":
                    found[0] = []
            if properties.find(f"{W}cellDel") is not None:
                found[0] = []
        return found


def _at_right(properties: Any, text: str) -> bool:
    """Whether a paragraph stands at the right of the page: set so, or pushed to a tab stop there."""
    stops = properties.find(f"{W}tabs") if properties is not None else None
    pushed = text.startswith("\t") and stops is not None and any(s.get(f"{W}val") in ("right", "end") for s in stops)
    return pushed or value_of(properties, "jc") in ("right", "end")


def _below(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            yield from _below(child, tag)


def _boxes(element: Any) -> list[Any]:
    """The text boxes in a drawing, each once: Word writes them a second time for older programs."""
    if element.tag == f"{_MC}AlternateContent":
        chosen = element.find(f"{_MC}Choice")
        element = chosen if chosen is not None else element
    found: list[Any] = []
    for child in element:
        if child.tag == f"{W}txbxContent":
            found.append(child)
        elif isinstance(child.tag, str):
            found += _boxes(child)
    return found


def _symbol(element: Any) -> str:
    """A character of a symbol font; those of Wingdings have no letter of their own."""
    value = element.get(f"{W}char", "")
    code = int(value, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", value) else 0
    return "" if code < 32 or code >= 0xE000 else chr(code)
