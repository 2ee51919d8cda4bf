"""The headings of items in minutes and agendas: numbered in any of the ways councils number them, or not at all."""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Sequence
from dataclasses import replace

from papers.reading.bare_headings import bare_headings
from papers.reading.item_numbers import NUMBER, WORD, is_marked, item_number, longest_series
from papers.reading.paragraphs import Para
from papers.reading.titles import REST_OF_DATE, Heading, could_be_title, in_capitals, run_in, title_of

_NUMBERED = re.compile(
    rf"^[(\[]?{WORD}?(?P<number>{NUMBER})(?P<point>\s*[.:)\]]\s*|\s+[-–—]\s+|\s{{1,6}})(?:\((?:agenda\s+)?item\s+(?:no\.?\s*)?\d{{1,2}}\)\s*)?(?P<title>\S.*)$",
    re.I,
)
_NUMBER_ALONE = re.compile(rf"{WORD}?{NUMBER}\s?[.:)]?", re.I)


def find_headings(paras: list[Para]) -> list[Heading]:
    """The headings of the items among the paragraphs, in order."""
    numbered = _in_series([h for i, para in enumerate(paras) if (h := _numbered(para, i)) is not None], paras)
    numbered = _with_gaps_filled(numbered, paras)
    if len(numbered) >= 2:
        return numbered
    others = [_in_letters(paras, marks) for marks in (string.ascii_uppercase, _ROMAN, string.ascii_lowercase)]
    lettered = max((*others, _in_points(paras)), key=len)
    if len(lettered) >= _LETTERS:
        return lettered
    below = bare_headings(paras, numbered=bool(numbered))
    return below if len(below) > len(numbered) else numbered


_LETTERED = re.compile(r"\(?(?P<mark>[A-Z]{1,5}|[a-z])[.):]?\s+(?P<title>(?![A-Z]\s)\S.*)$")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LETTERS = 3  # headings that count by letters; fewer may be clauses or parts


def _in_letters(paras: list[Para], marks: Sequence[str]) -> list[Heading]:
    """The headings that count by capital letters or by Roman numbers."""
    found: list[Heading] = []
    for index, para in enumerate(paras):
        match = _LETTERED.match(para.whole) if para.cells is None else None
        if match is None or len(found) == len(marks) or match["mark"] != marks[len(found)]:
            continue
        printed, rest = run_in(match["title"])
        title = title_of(printed)
        stands_out = in_capitals(title) or para.bold or match["mark"].isupper()
        if title and stands_out and could_be_title(title, para, in_capitals(title), sure=False):
            found.append(Heading(match["mark"], title, para.line, index, len(found) + 1, in_capitals(title), rest))
    return found


def _in_points(paras: list[Para]) -> list[Heading]:
    """The headings whose numbers have two parts of which one stays: 25.12 and 25.13, or 12.25 and 13.25."""
    found = [
        Heading(point["number"], title_of(para.text), para.line, index, 0, True)
        for index, para in enumerate(paras)
        if (point := _TWO_PARTS.fullmatch(para.point))
        and (para.bold or in_capitals(para.text))
        and len(para.text) < 160
    ]
    places, back = longest_series([h.number or "" for h in found])
    series = [replace(found[at], count=_figure(found[at].number or "", back)) for at in places]
    others = {_figure(h.number or "", 3 - back) for h in series}
    return series if len(others) == 1 else []


_TWO_PARTS = re.compile(r"(?P<number>\d{1,3}\.\d{1,3})\.?")


def _with_gaps_filled(found: list[Heading], paras: list[Para]) -> list[Heading]:
    """The headings, and between 7 and 9 an 8 whose words would not do for a title anywhere else: "8. To confirm …"."""
    whole = found[:1]
    for before, after in itertools.pairwise(found):
        if after.count == before.count + 2:
            between = range(before.index + 1, after.index)
            missing = (_numbered(paras[i], i, any_title=True) for i in between if len(paras[i].text) < 160)
            whole += [each for each in missing if each and each.count == before.count + 1][:1]
        whole.append(after)
    return whole


def _numbered(para: Para, index: int, *, any_title: bool = False) -> Heading | None:
    if para.cells is not None:
        return None
    words = para.printed if para.point.rstrip(".").endswith(".0") else para.whole
    words, told = (
        (para.strong, words[len(para.strong) :])
        if para.strong and words.startswith(para.strong) and not _NUMBER_ALONE.fullmatch(para.strong)
        else (words, "")
    )
    match = _NUMBERED.match(words)
    if match is None or REST_OF_DATE.match(match["title"]):
        return None
    in_brackets = words[0] in "(["
    printed, rest = (match["title"], told.strip(" –—-:.")) if told else run_in(match["title"])
    title = title_of(printed)
    capitals = in_capitals(title)
    if in_brackets and (told or not (capitals or para.bold) or len(match["number"]) < 2):
        return None
    if not any_title and not could_be_title(title, para, capitals, sure=is_marked(match["number"])):
        return None
    return Heading(
        _number(match["number"]), title, para.line, index, int(re.findall(r"\d+", match["number"])[-1]), capitals, rest
    )


def _number(printed: str) -> str:
    return re.sub(r"\s+", " ", printed).strip()


def _in_series(found: list[Heading], paras: list[Para]) -> list[Heading]:
    """Of the headings that could be, those that count upwards; capitals win where most are in capitals."""
    if sum(h.capitals for h in found) >= max(2, 0.4 * len(found)):
        found = [h for h in found if h.capitals or paras[h.index].bold]
    elif sum(paras[h.index].bold for h in found) >= max(2, 0.6 * len(found)):
        found = [h for h in found if paras[h.index].bold]
    outside = _outside_lists(found, paras)
    found = outside if len(outside) >= _LEAST_OUTSIDE else found
    places, back = longest_series([h.number or "" for h in found])
    return [replace(found[at], count=_figure(found[at].number or "", back)) for at in places]


_LEAST_OUTSIDE = 3  # headings beside which indented lists are none
_INSIDE = 3  # columns by which a list is set in


def _outside_lists(found: list[Heading], paras: list[Para]) -> list[Heading]:
    """The headings that could be, without entries of lists set in below them, each right under the one before it."""
    least = min((paras[heading.index].indent for heading in found), default=0)
    return [
        heading
        for heading in found
        if paras[heading.index].indent < least + _INSIDE
        or not _is_next_entry(paras[heading.index - 1] if heading.index else None, paras[heading.index])
    ]


def _is_next_entry(above: Para | None, para: Para) -> bool:
    """Whether a labelled paragraph stands right under one labelled in the same way and as far in."""
    if above is None or above.label is None or para.label is None:
        return False
    return above.indent == para.indent and above.label.setting == para.label.setting


def _figure(number: str, back: int) -> int:
    """The figure of a number that counts, told from the end; the first where it has not so many."""
    figures = item_number(number).figures
    return figures[max(len(figures) - back, 0)]
