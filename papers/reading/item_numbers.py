"""The numbers of items of business in whatever form councils print them, and which numbers of a form run on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_BODY = r"(?:[A-Z]{1,8}(?: ?& ?[A-Z]{1,6})?(?:[./-][A-Z]{1,6}){0,2}(?: [-–] |[./ -]{0,2})|[A-Z][a-z]{1,8}[./])"
_FIGURES = r"(?:20\d\d-\d\d/)?\d{1,4}(?:(?:/\d{1,4}(?:-\d{1,3}\b)?){1,2}|-\d{2,4}\b)?"
_AFTER_BODY = r"\d{1,4}(?:[/-]\d{1,4}){0,3}"
NUMBER_OF_BODY = rf"(?-i:{_BODY}{_AFTER_BODY})"
NUMBER = rf"(?:{NUMBER_OF_BODY}|{_FIGURES})(?:\.0(?=\s))?(?-i:[A-Za-z]\b)?"
WORD = r"(?:(?:agenda\s+)?item\s+(?:no\.?\s*)?|min(?:ute)?(?:\.\s*|\s+)(?:no\.?\s*|item\s+)?|no\.\s*|#)"
_MARKED = re.compile(r"[A-Za-z].*\d|\d/\d")
_FIGURE = re.compile(r"\d+")
_FARTHEST = 60  # headings between two that follow one another
_WIDEST = 12  # numbers left out between two that follow one another
_MOST = 600  # headings looked at


@dataclass(frozen=True)
class ItemNumber:
    """A number taken apart: the form it is printed in, its figures, and how far its letter sets it after them: 12A."""

    form: str
    figures: tuple[int, ...]
    after: float = 0.0


def item_number(printed: str) -> ItemNumber:
    """The form and the figures of a printed number: "O&SC 23/24" is the 23 and the 24 of the form "O&SC #/#"."""
    plain = re.sub(r"(?<=\d)[A-Za-z]$", "", printed)
    letter = printed[len(plain) :]
    after = (ord(letter) - ord("A") + 1) / 100 if letter.isupper() else 0.0
    return ItemNumber(_FIGURE.sub("#", plain).casefold(), tuple(map(int, _FIGURE.findall(plain))), after)


def is_marked(printed: str) -> bool:
    """Whether a number is of a form that no clause or paragraph has: with letters before it, or a year beside it."""
    return _MARKED.search(printed) is not None


def longest_series(numbers: Sequence[str]) -> tuple[list[int], int]:
    """Which of the numbers run on, as their places in order, and which of their figures counts, told from the end.

    Those of one form are looked at together, each of its figures in turn; all of them together only where that gives a
    clearly longer series, as where a council prints the form now so and now so.
    """
    taken = [item_number(number) for number in numbers[:_MOST]]
    groups: dict[str, list[int]] = {}
    for at, number in enumerate(taken):
        groups.setdefault(number.form, []).append(at)
    best: tuple[list[int], int] = ([], 1)
    for places in sorted(groups.values(), key=lambda each: -len(each)):
        best = max(best, *_of_form(taken, places), key=lambda each: len(each[0]))
    mixed = max(_of_form(taken, list(range(len(taken)))), key=lambda each: len(each[0])) if len(groups) > 1 else best
    return mixed if len(mixed[0]) > len(best[0]) else best


def _of_form(taken: list[ItemNumber], places: list[int]) -> list[tuple[list[int], int]]:
    """The longest series of each figure of some numbers."""
    after = [taken[at].after for at in places]
    most = max((len(taken[at].figures) for at in places), default=0)
    found = []
    for back in sorted(range(1, most + 1)):
        figures = [taken[at].figures[max(len(taken[at].figures) - back, 0)] for at in places]
        counts = [figure + part for figure, part in zip(figures, after, strict=True)]
        found.append(([places[each] for each in _rising(counts)], back))
    return found


def _rising(counts: list[float]) -> list[int]:
    """The longest run of counts that rise by small steps, the first of them the likelier."""
    best: list[float] = [1.0] * len(counts)
    before: list[int] = [-1] * len(counts)
    for i, count in enumerate(counts):
        for j in range(max(0, i - _FARTHEST), i):
            worth = best[j] + (1.0 if count - counts[j] <= 1 else 0.4)
            if 0 < count - counts[j] <= _WIDEST and worth > best[i]:
                best[i], before[i] = worth, j
    at = max(range(len(counts)), key=lambda i: best[i], default=-1)
    chain = []
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
