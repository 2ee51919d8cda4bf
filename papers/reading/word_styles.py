"""The paragraph and character styles of a Word document: which are bold, which are headings, which count in a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from papers.reading.word_lists import W, indent_of, value_of, whole

_HEADING = re.compile(r"heading ([1-6])|(title)", re.I)
_DEEPEST = 20  # styles based on one another; Word allows about that many


@dataclass(frozen=True)
class Style:
    """What a style says of its paragraphs or runs; None where it leaves that to the style it is based on."""

    name: str = ""
    based_on: str | None = None
    bold: bool | None = None
    number: str | None = None
    level: int | None = None
    indent: int | None = None


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their id, and the one of paragraphs that name none."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None

    def chain(self, style: str | None) -> list[tuple[str, Style]]:
        """A style and those it is based on, the nearest first."""
        found: list[tuple[str, Style]] = []
        while style in self.by_id and len(found) < _DEEPEST and style is not None:
            found.append((style, self.by_id[style]))
            style = self.by_id[style].based_on
        return found

    def bold(self, style: str | None) -> bool | None:
        """Whether a style is bold; None where it does not say."""
        return next((each.bold for _, each in self.chain(style) if each.bold is not None), None)

    def heading(self, style: str | None) -> int | None:
        """The level of heading a style is, 1 for a title; None for a style that is no heading."""
        matches = (_HEADING.fullmatch(each.name) for _, each in self.chain(style))
        return next((int(match[1] or 1) for match in matches if match), None)

    def indent(self, style: str | None) -> int:
        """How many columns the paragraphs of a style stand in."""
        return next((each.indent for _, each in self.chain(style) if each.indent is not None), 0)

    def numbering(self, style: str | None) -> tuple[str, str, int | None] | None:
        """The numbering of a style, the style of the chain that names it, and its level where it is printed."""
        found = ((each.number, key, each.level) for key, each in self.chain(style) if each.number)
        return next(found, None)


def read_styles(root: Any) -> Styles:
    """The styles of a styles part."""
    by_id: dict[str, Style] = {}
    default = None
    for style in root.iterchildren(f"{W}style"):
        key = style.get(f"{W}styleId", "")
        by_id[key] = _style(style)
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
            default = key
    return Styles(by_id, default)


def _style(style: Any) -> Style:
    properties = style.find(f"{W}pPr")
    numbering = properties.find(f"{W}numPr") if properties is not None else None
    level = value_of(numbering, "ilvl")
    return Style(
        value_of(style, "name") or "",
        value_of(style, "basedOn"),
        bold_of(style.find(f"{W}rPr")),
        value_of(numbering, "numId"),
        whole(level) if level is not None else None,
        indent_of(properties),
    )


def bold_of(properties: Any) -> bool | None:
    """Whether run properties say bold; None where they do not say."""
    return switch(properties, "b")


def switch(properties: Any, name: str) -> bool | None:
    """A property that is on or off; None where it is not there."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else found.get(f"{W}val", "1") not in ("0", "false", "off")
