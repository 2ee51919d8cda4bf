"""The marks of Markdown that are no words of a paper: escapes, single emphasis, lists that number themselves."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~<>])")
_EMPHASIS = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_\n]{1,300}?)(?<=[^\s\\])\1(?![\w*])")
_ITEM = re.compile(r"(?P<indent> {0,12})(?P<number>\d{1,3})(?P<point>[.)])(?P<rest>\s+\S.*)")
_QUOTED = re.compile(r"^( {0,3})>(?: ?>){0,3}(?: |$)", re.M)
_PLUS = re.compile(r"^( {0,12})\+(?=\s+\S)", re.M)


def without_marks(text: str) -> str:
    """The text, line for line, as a reader of the finished page sees it; bold, headings and tables stay marked."""
    text = _QUOTED.sub(r"\1", text) if "\n>" in text else text
    text = _PLUS.sub(r"\1-", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", text)
    if "\\" in text:
        # An escaped bar would end its cell.
        text = _ESCAPED.sub(r"\1", text.replace("\\|", "¦"))
    return _renumbered(text)


def _renumbered(text: str) -> str:
    """Lists whose every item is written "1.", which Markdown counts, counted."""
    lines = text.split("\n")
    run: list[int] = []
    for index, line in enumerate([*lines, "", ""]):
        item = _ITEM.fullmatch(line)
        if item and item["number"] == "1" and (not run or _same_list(lines, run[-1], item)):
            run.append(index)
        elif item or (line.strip() and not line.startswith("   ")) or _blank_twice(lines, index):
            _count(lines, run)
            run = [index] if item and item["number"] == "1" else []
    return "\n".join(lines)


def _same_list(lines: list[str], last: int, item: re.Match[str]) -> bool:
    before = _ITEM.fullmatch(lines[last])
    return before is not None and (before["indent"], before["point"]) == (item["indent"], item["point"])


def _blank_twice(lines: list[str], index: int) -> bool:
    return index >= len(lines) or (index > 0 and not lines[index].strip() and not lines[index - 1].strip())


def _count(lines: list[str], run: list[int]) -> None:
    if len(run) < 2:
        return
    for count, index in enumerate(run, start=1):
        item = _ITEM.fullmatch(lines[index])
        if item:
            lines[index] = f"{item['indent']}{count}{item['point']}{item['rest']}"
