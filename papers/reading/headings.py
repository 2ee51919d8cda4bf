# ruff: noqa: E501 - a pattern reads better whole than broken
"""The headings of items in minutes and agendas: numbered in any of the ways councils number them, or not at all."""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Sequence
from dataclasses import dataclass, replace

from papers.reading.attendance_groups import group_of
from papers.reading.dates import MONTH
from papers.reading.item_numbers import NUMBER, WORD, is_marked, item_number, longest_series
from papers.reading.lines import cell_text
from papers.reading.openings import ACTION, START
from papers.reading.paragraphs import Para

_NUMBERED = re.compile(
    rf"^[(\[]?{WORD}?(?P<number>{NUMBER})(?P<point>\s*[.:)\]]\s*|\s+[-–—]\s+|\s{{1,6}})(?:\((?:agenda\s+)?item\s+(?:no\.?\s*)?\d{{1,2}}\)\s*)?(?P<title>\S.*)$",
    re.I,
)
_NUMBER_ALONE = re.compile(rf"{WORD}?{NUMBER}\s?[.:)]?", re.I)
_VERB = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|would|will|shall|should|could|noted|resolved|considered|advised|thanked|asked|welcomed)\b",
    re.I,
)
_NOT_TITLE = re.compile(
    r"(?:that|to|the committee|members (?:were|noted|of the)|resolved|agreed|decision|recommend|and|or|be|in response|councillor \w+ (?:asked|said|declared)|apologies (?:for absence )?(?:were|had)|"
    r"pages?\b|report (?:of|by|from)\b|reasons?\b|minutes?:|present\b|note\b|further to|january|february|march|april|may\b|june|july|august|september|october|november|december|am\b|pm\b|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)


_REST_OF_DATE = re.compile(rf"(?:of )?{MONTH}\W{{0,3}}(?:20\d\d\b|$)", re.I)  # of a line that begins with its day
_TRAILING = re.compile(r"\s*(?:\(pages? [\d\s,–-]+\)|(?:pdf icon\s+)?PDF\s+\d+\s?[KM]B)\s*$", re.I)
_CLAUSE = re.compile(r"\b(?:be|is|are)\s+(?:\w+ly\s+)?(?:\w+ed|given|made|sent|held|brought|set|put)\b")


@dataclass
class Heading:
    """A heading of an item: its number as printed, its title, its line, and where its paragraph stands."""

    number: str | None
    title: str
    line: int
    index: int
    count: int
    capitals: bool
    rest: str = ""


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
    bare = [
        Heading(None, _title(p.text), p.line, i, 0, True)
        for i, p in enumerate(paras)
        if _bare_heading(p) or _of_minutes(p, paras[i + 1 : i + 2])
    ]
    after = _after_attendance(paras)
    below = [heading for heading in bare if heading.index >= after]
    if len(below) < 2:
        plain = [
            Heading(None, _title(p.text), p.line, i, 0, False)
            for i, p in enumerate(paras)
            if i >= after and _plain_heading(p, paras[i + 1 : i + 2])
        ]
        plain = plain if len(plain) > 1 else _before_colons(paras, after)
        below = (
            plain if after and len(plain) >= (3 if below else 2) else below if after and (below or numbered) else bare
        )
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
        printed, rest = _run_in(match["title"])
        title = _title(printed)
        stands_out = _in_capitals(title) or para.bold or match["mark"].isupper()
        if title and stands_out and _could_be_title(title, para, _in_capitals(title), sure=False):
            found.append(Heading(match["mark"], title, para.line, index, len(found) + 1, _in_capitals(title), rest))
    return found


def _in_points(paras: list[Para]) -> list[Heading]:
    """The headings whose numbers have two parts of which one stays: 25.12 and 25.13, or 12.25 and 13.25."""
    found = [
        Heading(point["number"], _title(para.text), para.line, index, 0, True)
        for index, para in enumerate(paras)
        if (point := _TWO_PARTS.fullmatch(para.point))
        and (para.bold or _in_capitals(para.text))
        and len(para.text) < 160
    ]
    places, back = longest_series([h.number or "" for h in found])
    series = [replace(found[at], count=_figure(found[at].number or "", back)) for at in places]
    others = {_figure(h.number or "", 3 - back) for h in series}
    return series if len(others) == 1 else []


_TWO_PARTS = re.compile(r"(?P<number>\d{1,3}\.\d{1,3})\.?")


def _before_colons(paras: list[Para], after: int) -> list[Heading]:
    """Headings with a colon behind each and nothing else to mark them: at least three, one of them of routine business."""
    found = [
        Heading(None, _title(para.text), para.line, i, 0, False)
        for i, para in enumerate(paras)
        if i >= after
        and para.text.endswith(":")
        and _plain_heading(replace(para, text=para.text[:-1]), paras[i + 1 : i + 2])
    ]
    routine = any(re.match(r"apologies|declarations?|minutes of|work programme", h.title, re.I) for h in found)
    return found if routine and len(found) >= _LETTERS else []


def _of_minutes(para: Para, below: list[Para]) -> bool:
    """Whether "Minutes" heads the item on the minutes of the last meeting, as what stands below says."""
    told = below[0].text if below and below[0].cells is None else ""
    return para.bold and para.text == "Minutes" and re.match(r".{0,40}\bminutes of\b", told, re.I) is not None


def _after_attendance(paras: list[Para]) -> int:
    """The index of the first paragraph below the last that says who came; 0 where none of the first thirty does."""
    names = [_names_people(_label_and_value(para)) for para in paras[:30]]
    if any(names) and (item := next((i for i in range(len(names) - 1) if _is_item_of_apologies(paras, i)), None)):
        names = names[:item] if any(names[:item]) and not any(names[item + 2 :]) else names
    return max((i + 1 for i, each in enumerate(names) if each), default=0)


def _is_item_of_apologies(paras: list[Para], index: int) -> bool:
    """Whether apologies are an item of business: their heading stands alone, and a sentence below says who sent them."""
    heading, below = paras[index], paras[index + 1]
    alone = re.fullmatch(r"(?:welcome,? (?:and|&) )?apologies(?: for (?:absence|non-attendance))?", heading.text, re.I)
    told = re.match(
        r"(?:\w+ )?apolog(?:y|ies)\b.{0,40} (?:was|were|had|have|has)\b|there were no apologies|none\b|no apologies",
        below.text,
        re.I,
    )
    return alone is not None and told is not None and below.cells is None


def _label_and_value(para: Para) -> str:
    """What a paragraph says, or a row of a label and its value as one line."""
    cells = [cell_text(cell) for cell in para.cells or () if cell]
    return para.text if para.cells is None else ": ".join(cells) if len(cells) == 2 else ""


def _names_people(text: str) -> bool:
    """Whether a paragraph opens or holds a list of those who came; the title "Apologies" does not."""
    group, rest = group_of(text)
    return group is not None and (bool(rest) or text.endswith((":", ":-")) or text.isupper())


def _plain_heading(para: Para, below: list[Para]) -> bool:
    """A heading with nothing to mark it: a few words on a line of their own, with a gap round them and text below."""
    text = para.text
    if para.cells is not None or para.label or para.bullet or para.line != para.last_line or not para.gap or not below:
        return False
    if not text[:1].isupper() or len(text) > 80 or len(text.split()) > 10 or re.search(r"[.;:,?!]$", text):
        return False
    if START.match(text) or ACTION.match(text) or _NOT_TITLE.match(text) or _VERB.search(text):
        return False
    if re.match(
        r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Dr|Chair|Signed|Minutes|Decisions?|Present|Report of)\b(?! of (?:the |\d|last|previous))",
        text,
    ):
        return False
    said = len(text.split()) <= 6 and (
        below[0].bullet or len(below[0].text) > 40 or _is_sentence(below[0].text) or below[0].text[:1].isdigit()
    )
    return below[0].cells is not None or below[0].gap or said


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > 3


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
    if match is None or _REST_OF_DATE.match(match["title"]):
        return None
    in_brackets = words[0] in "(["
    printed, rest = (match["title"], told.strip(" –—-:.")) if told else _run_in(match["title"])
    title = _title(printed)
    capitals = _in_capitals(title)
    if in_brackets and (told or not (capitals or para.bold) or len(match["number"]) < 2):
        return None
    if not any_title and not _could_be_title(title, para, capitals, sure=is_marked(match["number"])):
        return None
    return Heading(
        _number(match["number"]), title, para.line, index, int(re.findall(r"\d+", match["number"])[-1]), capitals, rest
    )


_RUN_IN = re.compile(
    r"(?:\(\d{1,3}\)\s+)?(?P<title>[^a-z]{4,240}?)\s*(?:\s[–—-]+|:|\.)\s+(?=(?:\W|\d)*[A-Z][a-z]|\(?[a-z])(?P<rest>.+)$"
)


_ACRONYM = re.compile(r"[A-Z]{2,6}(?::|\s[–—-])\s(?:[a-z][\w'’-]*,?\s?){1,9}")  # "SEND: waiting times" is all title


def _run_in(text: str) -> tuple[str, str]:
    """A title in capitals and the sentence that runs on after it: "MINUTES – Resolved – That the minutes be …"."""
    match = _RUN_IN.match(text)
    if match is None or not _in_capitals(match["title"]) or _ACRONYM.fullmatch(text):
        return re.sub(r"^\(\d{1,3}\)\s+(?=[A-Z])", "", text), ""
    return match["title"], match["rest"]


def _number(printed: str) -> str:
    return re.sub(r"\s+", " ", printed).strip()


def _title(text: str) -> str:
    words = _TRAILING.sub("", text).strip(" *:–—-")
    return re.sub(r"(?<=[a-z\d)]{2})\.$|(?<=[A-Z]{3})\.$", "", words) or text


def _in_capitals(title: str) -> bool:
    letters = [c for c in title if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.75 * len(letters)


def _could_be_title(title: str, para: Para, capitals: bool, *, sure: bool) -> bool:
    """Whether the words after a number can be a title; `sure` when the number is no clause's, such as 24/06/01."""
    if not (title[0].isupper() or title[0].isdigit() or title[0] in "'\"‘“*[") or len(title) > 220 or len(title) < 3:
        return False
    if (
        _NOT_TITLE.match(title)
        and not capitals
        and not (sure and re.match(r"to\s", title, re.I) and len(title) < 120)
        and not re.match(
            r"(?:minutes? of|actions? (?:log|tracker|arising|from)|report of the .* (?:review|group)|may \w+ )",
            title,
            re.I,
        )
    ):
        return False
    if START.match(title) or ACTION.match(title) or title.endswith((";", ",", "; and")):
        return False
    if capitals or para.bold:
        return True
    if _CLAUSE.search(title) and not sure:
        return False
    sentence = title.endswith(".") and (len(title.split()) > 8 or _VERB.search(title))
    return (
        not sentence
        and not (_VERB.search(title) and len(title.split()) > 10)
        and len(title.split()) <= 30
        and not re.search(r"[.!?]\s+[A-Z]", title)
    )


def _in_series(found: list[Heading], paras: list[Para]) -> list[Heading]:
    """Of the headings that could be, those that count upwards; capitals win where most are in capitals."""
    if sum(h.capitals for h in found) >= max(2, 0.4 * len(found)):
        found = [h for h in found if h.capitals or paras[h.index].bold]
    elif sum(paras[h.index].bold for h in found) >= max(2, 0.6 * len(found)):
        found = [h for h in found if paras[h.index].bold]
    places, back = longest_series([h.number or "" for h in found])
    return [replace(found[at], count=_figure(found[at].number or "", back)) for at in places]


def _figure(number: str, back: int) -> int:
    """The figure of a number that counts, told from the end; the first where it has not so many."""
    figures = item_number(number).figures
    return figures[max(len(figures) - back, 0)]


def _bare_heading(para: Para) -> bool:
    text = para.text
    if para.cells is not None or para.label or para.bullet or not text or len(text) > 160:
        return False
    if START.match(text) or ACTION.match(text) or _NOT_TITLE.match(text) or text.endswith((".", ";", ":", ",")):
        return False
    if re.fullmatch(
        r"(?:minutes|decisions?|supporting documents|additional documents|present|chair(?:man)?)", text, re.I
    ):
        return False
    return para.bold or (_in_capitals(text) and len(text.split()) >= 2) or (_in_capitals(text) and len(text) > 6)
