"""Blank lines, that a paper may print one or many of: any run of them is read as one."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

_NUMBERS = frozenset({"line", "time_line"})  # fields of facts that hold the number of a line
_Fact = TypeVar("_Fact")


def blanks_as_one(text: str) -> tuple[str, list[int]]:
    """The text with one blank line for every run of them, and the number that each of its lines has in the file."""
    kept: list[str] = []
    numbers: list[int] = []
    blank = False
    for number, line in enumerate(text.split("\n"), start=1):
        above, blank = blank, not line.strip()
        if not (above and blank):
            kept.append(line)
            numbers.append(number)
    return "\n".join(kept), numbers


def as_numbered(fact: _Fact, numbers: list[int]) -> _Fact:
    """A fact that was read from such a text, with the numbers that its lines have in the file."""
    return _renumbered(fact, numbers) if numbers[-1] > len(numbers) else fact


def _renumbered(value: Any, numbers: list[int]) -> Any:
    if isinstance(value, tuple):
        return tuple(_renumbered(each, numbers) for each in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return dataclasses.replace(
        value,
        **{
            name: numbers[each - 1] if name in _NUMBERS and each else _renumbered(each, numbers)
            for name, each in fields.items()
        },
    )
