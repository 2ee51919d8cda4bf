"""A paper as lines that keep their numbers, with markup taken off and table rows split into cells."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

from papers.reading.item_numbers import NUMBER

MARK = "\u241f"  # begins a line that holds what an action column held
LONGEST = 20_000  # characters; a longer line is no line of a council paper and is cut
_RULE = re.compile(r"[\s|:\-–—=_*]{3,}")
_TAG = re.compile(r"</?(?:p|i|b|em|strong|u|span|sup|sub|br|ul|ol|li|div|font)\b[^<>]{0,200}>", re.I)
_HEADING = re.compile(r"#{1,6}\s+")
_EMPHASISED = re.compile(r"_([^_]{3,150})_")
_UNDERLINE = re.compile(r"\s*(?:-{3,}|={3,}|_{3,}|~{3,}|[-=_]{3,})\s*")
_NEARLY = 3  # characters that a rule may be longer or shorter than the words it is drawn under
_WIDE = re.compile(r" {4,}")
_STRONG = re.compile(r"\*\*([^*]{1,200})\*\*")
_STARS = re.compile(r"\*{2,}|__")
_QUOTED = re.compile(r"^(?:>\s?)+")  # the mark of a quotation in Markdown
_SLANTED = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,600})(?<=[^\s*])\*(?![\w*])")
_ITEM_NUMBER = re.compile(rf"{NUMBER}\.?")
_SPACED = re.compile(r"\b(?:P R E S E N T|M I N U T E S|A P O L O G I E S|R E S O L V E D|A G R E E D)\b")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\((?:[^()\s]{0,300})\)")


@dataclass(frozen=True)
class Line:
    """One line: its number in the file, its words, how far it is indented, its cells when it is a table row.

    `strong` are the words in bold within a line that is not bold as a whole; `left` are the words before the first wide
    gap, `parts` those between all such gaps, and `edge` those after the last gap, and where they stand.
    """

    number: int
    text: str
    indent: int = 0
    bold: bool = False
    cells: tuple[str, ...] | None = None
    furniture: bool = False
    edge: tuple[int, str] | None = None
    left: str | None = None
    strong: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        return not self.text


def parts_of(line: Line) -> tuple[str, ...]:
    """The words of a line between its wide gaps; the whole line where it has none or was changed since."""
    return line.parts if line.left is not None and line.parts else (line.text,)


def fold(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def read_lines(text: str) -> list[Line]:
    """Every line of the text, in order."""
    printed = text.split("\n")
    lines = [line_of(number, raw[:LONGEST]) for number, raw in enumerate(printed, start=1)]
    for at, below in enumerate(printed[1:]):
        if _UNDERLINE.fullmatch(below) and _is_underlined(lines[at], below):
            lines[at] = replace(lines[at], bold=True)
    return lines


def _is_underlined(line: Line, below: str) -> bool:
    """Whether the rule right below a line is as long as its words, and so is drawn under them."""
    short = line.cells is None and not line.parts and 3 <= len(line.text) <= 100
    return short and abs(len(below.rstrip()) - line.indent - len(line.text)) <= _NEARLY


def without_markup(text: str) -> str:
    """The words of a piece of text, its HTML tags, entities and bold marks taken off."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    text = _STARS.sub("", text)
    return fold(_SLANTED.sub(r"\1", text) if text.count("*") > 1 else text)


def line_of(number: int, raw: str) -> Line:
    """The line that a piece of text prints."""
    raw = (
        raw.replace("\u00a0", " ").replace("\u200b", "").replace("\ufeff", "").replace("\x0c", "").replace("\t", "    ")
    )
    stripped = _QUOTED.sub("", raw.strip()) if raw.lstrip()[:1] == ">" else raw.strip()
    if not stripped:
        return Line(number, "")
    indent = len(raw) - len(raw.lstrip())
    if stripped.startswith("|"):
        return _table_row(number, stripped, indent)
    slanted = _EMPHASISED.fullmatch(stripped)
    stripped = f"**{slanted[1]}**" if slanted else stripped
    bold = stripped.startswith(("**", "__")) or _HEADING.match(stripped) is not None
    plain = without_markup(_HEADING.sub("", stripped, count=1))
    edge = raw.rstrip().rfind("   ") + 3
    plain = _SPACED.sub(lambda match: match.group().replace(" ", ""), plain)
    text = plain if _RULE.fullmatch(plain) is None and _RULE.fullmatch(stripped) is None else ""
    parts = tuple(map(without_markup, _WIDE.split(stripped))) if "    " in stripped and text else ()
    strong = tuple(fold(each) for each in _STRONG.findall(stripped)) if "**" in stripped and text else ()
    whole = fold(" ".join(strong)) == text
    at_right = (edge, without_markup(raw[edge:])) if text and edge > 3 else None
    return Line(
        number,
        text,
        indent,
        bold,
        left=parts[0] if parts else None,
        edge=at_right,
        strong=() if whole else strong,
        parts=parts,
    )


def _table_row(number: int, stripped: str, indent: int) -> Line:
    if _RULE.fullmatch(stripped):
        return Line(number, "" if "-" in stripped else "|", indent, cells=() if "-" in stripped else _cells(stripped))
    cells = _cells(stripped)
    if len(cells) == 1 and _ITEM_NUMBER.fullmatch(cells[0]):
        return Line(number, cells[0], indent)  # the first cell of a row whose other cells hold whole paragraphs
    if len(cells) == 2 and not stripped.endswith("|") and _ITEM_NUMBER.fullmatch(cells[0]) and cells[1]:
        return Line(number, f"{cells[0]} {without_markup(cells[1])}", indent, bold=True)  # the same, with the title
    return Line(number, " | ".join(cells), indent, cells=cells)


def _cells(stripped: str) -> tuple[str, ...]:
    inner = stripped[1:-1] if len(stripped) > 1 and stripped.endswith("|") else stripped[1:]
    return tuple(cell.strip() for cell in inner.split("|"))


def cell_text(cell: str) -> str:
    """The words of a table cell, folded."""
    return without_markup(cell)


def cell_paragraphs(cell: str) -> list[str]:
    """The paragraphs of a table cell that carries its own <p> or <br> tags."""
    parts = re.split(r"</?(?:p|br|li)\b[^<>]{0,100}>", cell, flags=re.I)
    return [words for part in parts if (words := without_markup(part))]
