"""Numbers of minutes that stand apart from their titles - above, at the right, in brackets - put before them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from papers.reading.item_numbers import NUMBER, WORD, is_marked, longest_series
from papers.reading.lines import Line

_ALONE = re.compile(rf"(?P<word>{WORD})?(?P<number>{NUMBER})\s?[.:)]?", re.I)
_IN_BRACKETS = re.compile(
    rf"(?P<title>.{{4,150}}?)\s*[(\[](?P<word>min(?:ute)?\.?\s*(?:no\.?\s*)?|item\s*)(?P<number>{NUMBER})[)\]]", re.I
)
_HAS_NUMBER = re.compile(rf"{WORD}?{NUMBER}[\s.:)]", re.I)
_BEFORE_RULE = re.compile(rf"(?P<number>{NUMBER})\s*\|\s*(?P<title>[A-Z].{{3,150}})")
_RUNNING = re.compile(r"\b(?:committee|board|panel|council|cabinet|commission|page)\b", re.I)  # of a head of a page
_LEAST = 3  # numbers that run on; fewer may be anything
_BELOW = 3  # lines below a number in which its title begins


@dataclass(frozen=True)
class _Loose:
    """A number apart from its title: the number, the line it is on, the title and the line that is on."""

    number: str
    at: int
    title: str
    below: int


def with_numbers_first(lines: list[Line]) -> list[Line]:
    """The lines of minutes, each number that stands apart from its title put before it where such numbers run on."""
    for look in (_above, _at_right, _bracketed, _before_rule):
        lines = _put_first(lines, _running_on(lines, look))
    return lines


def with_numbers_above_first(lines: list[Line]) -> list[Line]:
    """The lines of an agenda, each number alone on its line put before the title below it where such numbers run on."""
    return _put_first(lines, _running_on(lines, _above))


def _running_on(lines: list[Line], look: Callable[[list[Line], int], _Loose | None]) -> list[_Loose]:
    """The numbers apart from their titles that run on one by one, their titles all different."""
    found = [loose for at in range(len(lines)) if lines[at].cells is None and (loose := look(lines, at)) is not None]
    places, _ = longest_series([each.number for each in found])
    series = [found[place] for place in places]
    return series if len(series) >= _LEAST and len({each.title for each in series}) == len(series) else []


def _put_first(lines: list[Line], series: list[_Loose]) -> list[Line]:
    made = list(lines)
    for each in series:
        made[each.at] = Line(lines[each.at].number, "")
        made[each.below] = replace(
            lines[each.below], text=f"{each.number} {each.title}", left=None, parts=(), edge=None, strong=()
        )
    return made


def _above(lines: list[Line], at: int) -> _Loose | None:
    """A number alone on its line with a title below: "O&S/47/24", "Agenda Item 4" or "45" and nothing else."""
    match = _ALONE.fullmatch(lines[at].text)
    below = next((i for i in range(at + 1, min(at + 1 + _BELOW, len(lines))) if lines[i].text), None)
    if match is None or below is None or not _is_title(lines[below]):
        return None
    return _Loose(match["number"], at, lines[below].text, below)


def _at_right(lines: list[Line], at: int) -> _Loose | None:
    """A title with a number at the right of the page, of a form that no page has unless the title is in capitals."""
    parts = lines[at].parts
    match = _ALONE.fullmatch(parts[-1]) if len(parts) == 2 else None
    if match is None or not _is_title(Line(0, parts[0])):
        return None
    sure = is_marked(match["number"]) or match["word"] or parts[0].isupper()
    return _Loose(match["number"], at, parts[0], at) if sure else None


def _bracketed(lines: list[Line], at: int) -> _Loose | None:
    """A title with its number behind it in brackets: "WINTER GRITTING (Minute 12)"."""
    match = _IN_BRACKETS.fullmatch(lines[at].text)
    numbered = match is not None and _HAS_NUMBER.match(match["title"]) is not None
    return _Loose(match["number"], at, match["title"], at) if match and not numbered else None


def _before_rule(lines: list[Line], at: int) -> _Loose | None:
    """A number and a title with a rule between them."""
    match = _BEFORE_RULE.fullmatch(lines[at].text)
    return _Loose(match["number"], at, match["title"], at) if match else None


def _is_title(line: Line) -> bool:
    """Whether a line may be the title of an item: short, no sentence, and no head of a page."""
    text = line.text
    if line.cells is not None or not text[:1].isupper() or not 4 <= len(text) <= 150 or _ALONE.fullmatch(text):
        return False
    return _RUNNING.search(text) is None and not text.endswith((".", ";", ",", ":"))
