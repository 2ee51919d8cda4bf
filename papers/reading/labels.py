"""The labels of clauses: (1) 1. 1) (a) (i) a. and bullets; which follows which, and how they nest."""

from __future__ import annotations

import re
from dataclasses import dataclass

BULLET = re.compile(r"(?:[-–•●▪◦·‣∙*\uf0b7\uf0a7]|o(?=\s{2,}|\s[A-Z]))\s+")
_MARK = r"(?:\d{1,2}|[A-Za-z]|[ivxlIVXL]{2,6})"
LABEL = re.compile(
    rf"(?P<open>[(\[])\s?(?P<a>{_MARK})\s?[)\]](?=\W|[A-Z]|$)[.:]?\s*|(?P<b>{_MARK})(?P<close>[.)])(?:\s+|(?=[A-Z][a-z])|$)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True)
class Label:
    """A printed label: as printed, its bare mark, and how it is set ("()", ")", ".")."""

    printed: str
    mark: str
    setting: str


def take_label(text: str) -> tuple[Label | None, str]:
    """The label at the start of the text, if any, and the rest of the text."""
    match = LABEL.match(text)
    if match is None:
        return None, text
    if match["a"]:
        return Label(match.group().strip(" .:").replace(" ", ""), match["a"], "()"), text[match.end() :]
    if match["b"] in ("I", "A") and match["close"] == "." and re.match(r"[A-Z]\.", text[match.end() :]):
        return None, text  # initials of a name
    return Label(match.group().strip(), match["b"], match["close"]), text[match.end() :]


def take_bullet(text: str) -> tuple[bool, str]:
    """Whether the text starts with a bullet, and the rest of it."""
    match = BULLET.match(text)
    return (True, text[match.end() :]) if match else (False, text)


def roman_value(mark: str) -> int | None:
    """The value of a roman number from 1 to 89, or None when it is none."""
    letters = mark.lower()
    if not letters or not set(letters) <= _ROMAN.keys():
        return None
    values = [_ROMAN[letter] for letter in letters]
    total = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return total if 0 < total < 90 and to_roman(total) == letters else None


def to_roman(value: int) -> str:
    """A number from 1 to 89 in small roman figures."""
    parts = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    out = ""
    for worth, mark in parts:
        while value >= worth:
            out, value = out + mark, value - worth
    return out


def meanings(mark: str) -> list[tuple[str, int]]:
    """What a mark can mean, as (kind, value), the likelier first: i is a roman one before it is a ninth letter."""
    if mark.isdigit():
        return [("digit", int(mark))]
    case = "upper " if mark.isupper() else ""
    found = []
    if (value := roman_value(mark)) is not None:
        found.append((f"{case}roman", value))
    if len(mark) == 1:
        letter = (f"{case}letter", ord(mark.lower()) - 96)
        found = [*found, letter] if mark.lower() == "i" else [letter, *found]
    return found


def natural_label(kind_above: str | None, position: int) -> str:
    """The mark that a sub-clause without a label would naturally have under one of the given kind."""
    if kind_above is None:
        return str(position)
    if kind_above == "letter":
        return to_roman(min(position, 89))
    if kind_above == "digit":
        return to_roman(min(position, 89))
    return letter_label(position)


def letter_label(position: int) -> str:
    """a for 1, z for 26, aa for 27."""
    out = ""
    while position > 0:
        position, rest = divmod(position - 1, 26)
        out = chr(97 + rest) + out
    return out
