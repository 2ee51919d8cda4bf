"""Pieces of text and rules, as a page of a PDF has them, and the arithmetic of where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Mark:
    """A piece of text: where it begins and ends, the height of its base line, the size of its letters."""

    text: str
    x: float
    end: float
    y: float
    size: float
    bold: bool


@dataclass(frozen=True)
class Rule:
    """A straight rule along the page or down it."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass
class Painted:
    """What a page paints, how many bytes, operators and operands that took, and how wide the page is when read."""

    marks: list[Mark] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    size: int = 0
    work: int = 0
    width: float = 0.0


def times(first: Matrix, second: Matrix) -> Matrix:
    """One transformation followed by another."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def one(operands: list[Any]) -> float:
    """The first operand as a number; 0 where it is none."""
    return float(operands[0]) if operands and isinstance(operands[0], int | float) else 0.0


def six(operands: list[Any]) -> Matrix:
    """The last six operands as a transformation; the one that changes nothing where there are fewer."""
    if len(operands) < 6:
        return PLAIN
    a, b, c, d, e, f = (one([value]) for value in operands[-6:])
    return a, b, c, d, e, f
