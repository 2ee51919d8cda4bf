"""The labels that Word prints before the paragraphs of a list: "(a)", "1.", "(iv)", worked out as Word does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from papers.reading.labels import letter_label, to_roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BULLET = "•"
_STEP = re.compile(r"%([1-9])")
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True)
class Level:
    """One level of a list: what it counts in, from where, how it is printed, how far it stands in."""

    format: str = "decimal"
    start: int = 1
    text: str = ""
    style: str | None = None
    restarts: bool = True
    legal: bool = False
    indent: int = 0


@dataclass
class Lists:
    """The lists of a document, and how far each has counted; `label` must be asked in the order of the document."""

    abstracts: dict[str, dict[int, Level]] = field(default_factory=dict)
    of_number: dict[str, str] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def level(self, number: str, at: int) -> Level | None:
        """The level `at` (0 is outermost) of a numbering, None when the document has none such."""
        return self.abstracts.get(self.of_number.get(number, ""), {}).get(at)

    def level_of_style(self, number: str, style: str) -> int | None:
        """Which level of a numbering a paragraph style counts in."""
        levels = self.abstracts.get(self.of_number.get(number, ""), {})
        return next((at for at, level in levels.items() if level.style == style), None)

    def label(self, number: str, at: int) -> str:
        """The label of the next paragraph of a numbering at a level; "" when it prints none."""
        level = self.level(number, at)
        if level is None:
            return ""
        if level.format == "bullet":
            return BULLET
        counts = self._counted(number, at, level)
        levels = self.abstracts[self.of_number[number]]

        def printed(step: re.Match[str]) -> str:
            index = int(step[1]) - 1
            one = levels.get(index, Level())
            style = "decimal" if level.legal and one.format != "none" else one.format
            return count_in(style, counts.get(index, one.start))

        return _STEP.sub(printed, level.text).strip()

    def _counted(self, number: str, at: int, level: Level) -> dict[int, int]:
        counts = self.counts.setdefault(self.of_number[number], {})
        start = self.starts.get((number, at))
        if start is not None and (number, at) not in self.started:
            counts[at] = start
        else:
            counts[at] = counts[at] + 1 if at in counts else level.start
        self.started.add((number, at))
        levels = self.abstracts[self.of_number[number]]
        for deeper in [each for each in counts if each > at and levels.get(each, Level()).restarts]:
            del counts[deeper]
        return counts


def count_in(style: str, value: int) -> str:
    """A number as a list prints it: decimal, lowerLetter, upperRoman and the rest of Word's kinds."""
    if style in ("lowerLetter", "upperLetter"):
        # Word goes on aa, bb, cc where a spreadsheet goes on aa, ab, ac.
        letters = letter_label((value - 1) % 26 + 1) * ((value - 1) // 26 % 20 + 1) if value > 0 else ""
        return letters.upper() if style == "upperLetter" else letters
    if style in ("lowerRoman", "upperRoman") and 0 < value < 90:
        return to_roman(value).upper() if style == "upperRoman" else to_roman(value)
    if style == "none":
        return ""
    if style == "ordinal":
        return f"{value}{'th' if value % 100 in (11, 12, 13) else _ORDINALS.get(value % 10, 'th')}"
    return f"{value:02d}" if style == "decimalZero" else str(value)


def read_lists(root: Any, style_numbers: dict[str, str]) -> Lists:
    """The lists of a numbering part; `style_numbers` names the numbering of each numbering style."""
    lists = Lists()
    links: dict[str, str] = {}
    for abstract in root.iterchildren(f"{W}abstractNum"):
        key = abstract.get(f"{W}abstractNumId", "")
        lists.abstracts[key] = dict(_levels(abstract))
        link = abstract.find(f"{W}numStyleLink")
        if link is not None:
            links[key] = link.get(f"{W}val", "")
    for num in root.iterchildren(f"{W}num"):
        _read_number(num, lists)
    for key, style in links.items():
        # A list style keeps its levels in another list, which its own numbering names.
        real = lists.of_number.get(style_numbers.get(style, ""))
        if real is not None and not lists.abstracts[key]:
            lists.abstracts[key] = lists.abstracts.get(real, {})
    return lists


def _read_number(num: Any, lists: Lists) -> None:
    number = num.get(f"{W}numId", "")
    abstract = value_of(num, "abstractNumId") or ""
    overrides = list(num.iterchildren(f"{W}lvlOverride"))
    for override in overrides:
        start = value_of(override, "startOverride")
        if start is not None:
            lists.starts[number, whole(override.get(f"{W}ilvl"))] = whole(start, 1)
    own = {at: level for override in overrides for at, level in _levels(override)}
    if own:
        # Levels of its own make it a list of its own.
        lists.abstracts[f"{abstract}/{number}"] = {**lists.abstracts.get(abstract, {}), **own}
        abstract = f"{abstract}/{number}"
    lists.of_number[number] = abstract


def _levels(above: Any) -> Iterator[tuple[int, Level]]:
    for lvl in above.iterchildren(f"{W}lvl"):
        legal = lvl.find(f"{W}isLgl")
        yield (
            whole(lvl.get(f"{W}ilvl")),
            Level(
                value_of(lvl, "numFmt") or "decimal",
                whole(value_of(lvl, "start"), 1),
                value_of(lvl, "lvlText") or "",
                value_of(lvl, "pStyle"),
                value_of(lvl, "lvlRestart") != "0",
                legal is not None and legal.get(f"{W}val", "1") not in ("0", "false"),
                indent_of(lvl.find(f"{W}pPr")) or 0,
            ),
        )


def value_of(element: Any, child: str) -> str | None:
    """The `w:val` of a child of an element, None where it has no such child."""
    found = element.find(f"{W}{child}") if element is not None else None
    return None if found is None else found.get(f"{W}val")


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number as Word writes it, bounded; `otherwise` where it is none."""
    match = re.fullmatch(r"\s*(-?\d{1,6})(?:\.\d*)?\s*", text or "")
    return int(match[1]) if match else otherwise


def indent_of(properties: Any) -> int | None:
    """How many columns the first line of a paragraph stands in; None where its properties do not say."""
    ind = properties.find(f"{W}ind") if properties is not None else None
    if ind is None:
        return None
    left = ind.get(f"{W}left") or ind.get(f"{W}start")
    twips = whole(left) - whole(ind.get(f"{W}hanging")) + whole(ind.get(f"{W}firstLine"))
    return max(0, min(twips // 180, 16))  # half an inch is four columns
