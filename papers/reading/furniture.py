# ruff: noqa: E501 - a pattern reads better whole than broken
"""What a page prints round its text - running titles, page numbers, stray labels - found and set aside."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from papers.reading.dates import find_dates
from papers.reading.lines import Line

_ALONE = re.compile(
    r"(?:this page (?:is|has been) (?:intentionally |left ){1,3}blank\.?"
    r"|agenda item(?: no\.?)? ?\d{1,3}[a-z]?"
    r"|(?:agenda )?page ?:? ?\d{1,4}(?: of \d{1,4})?(?: of minutes)?"
    r"|[-–]? ?\d{1,4} ?[-–]|[-–] ?\d{1,4}"
    r"|\d{1,3} of \d{1,3}"
    r"|(?:minute|public document pack|restricted|official|public|minute item|page|continued|cont'd\.?|\(continued\))"
    r"|minute item \d{1,3}"
    r"|appendix \(?[a-z0-9]{1,3}\)?"
    r"|chair(?:man|person)?'?s? initials:?[ ._]*)",
    re.I,
)
_BODY = re.compile(r"\b(?:committee|board|panel|council|cabinet|commission|scrutiny|minutes|forum|executive)\b", re.I)
_NOT_RUNNING = re.compile(
    r"resolved|agreed|decision|reason|report (?:of|to)|recommend|that |the committee |members |action|item|note|present|"
    r"apolog|councillor|subject|date of|contact|submitted|considered|none|not applicable",
    re.I,
)
_FORM = re.compile(
    r"[-–•*●·]\s|(?:decision|lead|portfolio|owner|cabinet|to be)\b[\w -]{0,24}:", re.I
)  # a point of a list, or a label of a form, that comes back with it
_LEADING_FIGURES = re.compile(r"^(?:page )?\d{1,4}(?: of \d{1,4})?\s+(?=[A-Z])", re.I)
_FIGURES = re.compile(r"\b(?:page )?\d{1,4}(?:\.\d{1,3}| of \d{1,4})?$", re.I)
_KIND = re.compile(r"\b(?:reports?|programmes?|plan|tracker|log|review|notice)\b", re.I)
_WORD = re.compile(r"[^\W\d]{2,}")
_DIGIT = re.compile(r"\d")
_NUMBER_OF_PAGE = re.compile(r"\d{1,4}|\d{1,3}[A-Z]")
_HEAD = 15  # lines at the head of a paper


def set_aside_furniture(lines: list[Line]) -> list[Line]:
    """The same lines, those that are page furniture marked so."""
    running = _running_titles(lines)
    apart = _sideways(lines) | _titles_below_numbers(lines)
    marked = []
    for index, line in enumerate(lines):
        is_furniture = line.cells is None and (
            index in apart
            or (len(line.text) < 60 and _ALONE.fullmatch(line.text) is not None)
            or _repeats(line, running)
            or _lone_number(lines, index)
        )
        marked.append(replace(line, furniture=True) if is_furniture else line)
    return marked


def _stem(text: str) -> str:
    return _FIGURES.sub("", _LEADING_FIGURES.sub("", text)).strip(" -–|").casefold()


def _could_run(line: Line) -> bool:
    return (
        line.cells is None
        and 8 < len(line.text) < 160
        and _BODY.search(line.text) is not None
        and not line.text.endswith((".", ";", ":", ","))
        and _NOT_RUNNING.match(line.text) is None
        and _FORM.match(line.text) is None
    )


def _running_titles(lines: list[Line]) -> dict[str, int]:
    """Stems of lines that come back page after page, and the number of the line where each is first printed."""
    counts: Counter[str] = Counter()
    first: dict[str, Line] = {}
    for line in lines:
        if _could_run(line):
            stem = _stem(line.text)
            counts[stem] += 1
            first.setdefault(stem, line)
    return {stem: first[stem].number for stem, n in counts.items() if n >= (2 if find_dates(first[stem].text) else 3)}


def _titles_below_numbers(lines: list[Line]) -> set[int]:
    """The title of the paper printed again below a page number: all its words stand at the head of the paper."""
    head = {
        word for line in [each for each in lines if each.text][:_HEAD] for word in _WORD.findall(line.text.casefold())
    }
    found: set[int] = set()
    for index, line in enumerate(lines):
        if (
            len(line.text) >= 60
            or line.cells is not None
            or not _ALONE.fullmatch(line.text)
            or not _DIGIT.search(line.text)
        ):
            continue
        below = next((at for at in range(index + 1, min(index + 4, len(lines))) if lines[at].text), None)
        if below is not None and _KIND.search(lines[below].text) and len(lines[below].text) < 120:
            found |= {below} if set(_WORD.findall(lines[below].text.casefold())) <= head else set()
    return found


def _repeats(line: Line, running: dict[str, int]) -> bool:
    if not running or not _could_run(line):
        return False
    stem = _stem(line.text)
    # The first printing stays where it may be the heading of the paper itself.
    return stem in running and (line.number != running[stem] or line.number > 30)


def _lone_number(lines: list[Line], index: int) -> bool:
    """A bare page number: digits alone on a line with blank lines round them, and no heading after."""
    text = lines[index].text
    if not _NUMBER_OF_PAGE.fullmatch(text):
        return False
    before = lines[index - 1].text if index else ""
    after = [line.text for line in lines[index + 1 : index + 4] if line.text]
    heads_item = bool(after) and len(after[0]) < 160 and (after[0].isupper() or lines[index + 1].text == after[0])
    heads_item = heads_item and not after[0][0].isdigit()  # what has a number of its own has none above it
    return not before and not (heads_item and not _BODY.search(after[0]))


def _sideways(lines: list[Line]) -> set[int]:
    """Page headers that were set sideways: a run of very short lines that spell "Page" and "Agenda Item"."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if line.text != "P" or not any(each.text.startswith("age ") for each in lines[index + 1 : index + 3]):
            continue
        run = index
        while run < len(lines) and len(lines[run].text) <= 12 and run - index < 20:
            run += 1
        found.update(range(index, run))
    return found
