# ruff: noqa: E501 - a pattern reads better whole than broken
"""Headings of items without numbers: told by bold type or capitals, or by standing alone above what is said."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.attendance_groups import group_of
from papers.reading.lines import cell_text
from papers.reading.openings import ACTION, START
from papers.reading.paragraphs import Para
from papers.reading.titles import NOT_TITLE, VERB, Heading, in_capitals, title_of

_FEWEST_BEFORE_COLONS = 3


def bare_headings(paras: list[Para], *, numbered: bool) -> list[Heading]:
    """The headings that have no numbers, below those who came; `numbered` says that something of the paper has one."""
    bare = [
        Heading(None, title_of(p.text), p.line, i, 0, True)
        for i, p in enumerate(paras)
        if _bare_heading(p) or _of_minutes(p, paras[i + 1 : i + 2])
    ]
    after = _after_attendance(paras)
    below = [heading for heading in bare if heading.index >= after]
    if len(below) < 2:
        plain = [
            Heading(None, title_of(p.text), p.line, i, 0, False)
            for i, p in enumerate(paras)
            if i >= after and _plain_heading(p, paras[i + 1 : i + 2])
        ]
        plain = plain if len(plain) > 1 else _before_colons(paras, after)
        below = (
            plain if after and len(plain) >= (3 if below else 2) else below if after and (below or numbered) else bare
        )
    return below


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
    if START.match(text) or ACTION.match(text) or NOT_TITLE.match(text) or VERB.search(text):
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


def _before_colons(paras: list[Para], after: int) -> list[Heading]:
    """Headings with a colon behind each and nothing else to mark them: at least three, one of them of routine business."""
    found = [
        Heading(None, title_of(para.text), para.line, i, 0, False)
        for i, para in enumerate(paras)
        if i >= after
        and para.text.endswith(":")
        and _plain_heading(replace(para, text=para.text[:-1]), paras[i + 1 : i + 2])
    ]
    routine = any(re.match(r"apologies|declarations?|minutes of|work programme", h.title, re.I) for h in found)
    return found if routine and len(found) >= _FEWEST_BEFORE_COLONS else []


def _bare_heading(para: Para) -> bool:
    text = para.text
    if para.cells is not None or para.label or para.bullet or not text or len(text) > 160:
        return False
    if START.match(text) or ACTION.match(text) or NOT_TITLE.match(text) or text.endswith((".", ";", ":", ",")):
        return False
    if re.fullmatch(
        r"(?:minutes|decisions?|supporting documents|additional documents|present|chair(?:man)?)", text, re.I
    ):
        return False
    return para.bold or (in_capitals(text) and len(text.split()) >= 2) or (in_capitals(text) and len(text) > 6)
