# ruff: noqa: E501 - a pattern reads better whole than broken
"""Recommendations to the council in somebody's report: numbered paragraphs under the headings that say so."""

from __future__ import annotations

import re

from papers.reading.facts import Recommendation
from papers.reading.lines import Line, cell_text
from papers.reading.paragraphs import Para, paragraphs

_HEAD = re.compile(
    r"^(?:(?P<section>\d{1,2})(?:\.0)?\.?\s+)?(?:(?:summary of |list of |full list of |key |main |our |final |review |overall |draft |the |summary and |conclusions and |findings and )*recommendations?(?: (?:of|from|to|for) (?:the )?[\w ]{3,60})?|for consideration|areas? for (?:consideration|improvement|development))\s*:?$",
    re.I,
)
_NUMBER = re.compile(
    r"^(?:recommendation\s+|R)?(?P<number>\d{1,3}(?:\.\d{1,2})?)(?:\s*[.):](?!\d)\s*|(?<=\.\d)\s+|(?<=\.\d\d)\s+)(?P<text>\S.*)$",
    re.I,
)
_INLINE = re.compile(
    r"^(?:recommendation\s+(?:no\.?\s+)?(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)\s*(?:[:.–—-]|\s(?=(?-i:That|To|The|We)\b))"
    r"|(?P<code>(?-i:R)\s?\d{1,3}(?:\.\d{1,2})?[a-z]?)(?:\s*[:.–—-]|(?=\s(?-i:[A-Z(]))))\s*(?P<text>\S.*)$",
    re.I,
)
_ALONE = re.compile(r"^recommendation\s+(?:no\.?\s+)?(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)\s*[:.]?$", re.I)
_TO = re.compile(
    r"^(?:that\s+)?(?P<to>(?:the\s+)?(?:Cabinet|Council|Executive|[A-Z][\w ]{2,60}?(?:Board|Committee|Trust|Director|Officer|Member))(?:\s+[A-Z][\w]*)*)\s+(?:should|be (?:asked|requested|recommended)|is (?:asked|recommended)|ensures?|considers?|reviews?)\b"
)
_BARE = re.compile(r"(?P<number>\d{1,2})\s+(?P<text>[A-Z].{20,})$", re.S)
_ASKS = re.compile(r"^that\b|\b(?:should|must|be asked|be requested)\b", re.I)
_STEM = re.compile(
    r"(?:it is recommended|(?:the |our )?[\w &'’-]{2,60} recommends?|we recommend)(?: to (?P<to>(?:the )?[A-Z][^:.;]{2,90}?))?(?: that)?\s*:$",
    re.I,
)


def read_recommendations(lines: list[Line]) -> list[Recommendation]:
    """Every recommendation under a heading of them, numbered or with a bullet, each "Recommendation 3: …", each row of a table of them."""
    found: list[Recommendation] = []
    section: int | None = None
    under = recommends = False
    to: str | None = None
    alone: Para | None = None
    paras = paragraphs(_numbers_apart(lines))
    for at, para in enumerate(paras):
        whole = re.sub(r"^[-–•*●·]\s*", "", para.printed)
        head, inline, match = _HEAD.match(whole), _INLINE.match(whole), _NUMBER.match(whole)
        match = match or (_next_bare(whole, found) if under else None)
        if para.cells is not None or alone is not None:
            if alone is not None and para.cells is None:
                found.append(_made(_ALONE.match(alone.printed), para.text, alone.line))
            alone = None
        elif head and not para.ended:
            under, section = True, int(head["section"]) if head["section"] else None
            recommends = "recommend" in whole.lower()
        elif _ALONE.match(whole):
            alone, under = para, False  # bare numbers beside "Recommendation 3" are of sections
        elif inline:
            under = False
            found.append(_made(inline, inline["text"], para.line))
        elif (stem := _STEM.match(whole)) is not None:
            under, to = True, stem["to"]
        elif under and (
            (
                _ends(para, whole, section, bool(found))
                and not (recommends and _parts(para, found, paras[at + 1 : at + 2]))
            )
            or _begins_again(para, match, found)
        ):
            under, to = False, None
        elif under and match and match["text"][0].isupper():
            found.append(_made(match, match["text"], para.line, to))
        elif under and para.bullet and len(para.text) > 15 and not (found and found[-1].number):
            found.append(_made(None, para.text, para.line))
    return _once([*found, *_rows(lines)])


def _numbers_apart(lines: list[Line]) -> list[Line]:
    """The lines, each that begins with "R2." or a bare number, the next after the last one's, in a paragraph of its own."""
    made: list[Line] = []
    last = 0
    for line in lines:
        match = _BARE.match(line.text) if line.cells is None else None
        if _INLINE.match(line.text) and line.cells is None:
            made.append(Line(line.number, ""))
        elif match and int(match["number"]) in (1, last + 1):
            made.append(Line(line.number, ""))
            last = int(match["number"])
        made.append(line)
    return made


def _next_bare(whole: str, found: list[Recommendation]) -> re.Match[str] | None:
    """A paragraph that begins with a bare number, when that is the next: "3   A scheme should be set up"."""
    match = _BARE.match(whole)
    last = found[-1].number if found else "0"
    return match if match and last and last.isdigit() and int(match["number"]) == int(last) + 1 else None


def _parts(para: Para, found: list[Recommendation], below: list[Para]) -> bool:
    """Whether a heading only parts the recommendations: the next number stands below it, and asks for something."""
    match = _NUMBER.match(below[0].printed) or _BARE.match(below[0].printed) if below else None
    last = found[-1].number if found else None
    goes_on = match is not None and last is not None and last.isdigit() and match["number"] == str(int(last) + 1)
    return goes_on and len(para.text) < 60 and _ASKS.search(below[0].text) is not None


def _begins_again(para: Para, match: re.Match[str] | None, found: list[Recommendation]) -> bool:
    """Whether a paragraph is the heading of a section: a few words, their number no higher than the last."""
    last = found[-1].number if found else None
    if match is None or last is None or not (last.isdigit() and match["number"].isdigit()):
        return False
    return int(match["number"]) <= int(last) and len(para.text) < 60 and not para.ended


def _ends(para: Para, whole: str, section: int | None, begun: bool) -> bool:
    """Whether a paragraph is the heading of something else: short and bare, or the next section's number."""
    if para.bold and not para.ended and _NUMBER.match(whole) is None:
        return True
    numbered = re.match(r"(?P<number>\d{1,2})(?:\.0)?\.?\s+[A-Z]", whole)
    if section is not None and numbered and int(numbered["number"]) == section + 1 and not para.ended:
        return True
    bare = not para.label and not para.bullet and len(para.text) < 60 and not para.text.endswith((".", ":", ";"))
    return begun and bare and _NUMBER.match(whole) is None


def _rows(lines: list[Line]) -> list[Recommendation]:
    """The rows of tables that have a column for the recommendation, its number in a column or before its words."""
    found: list[Recommendation] = []
    heads: tuple[int | None, int] | None = None
    for line in lines:
        if line.cells is None:
            heads = None if line.text and not line.furniture else heads
            continue
        cells = [cell_text(cell) for cell in line.cells]
        text = next((i for i, cell in enumerate(cells) if re.fullmatch(r"(?:\w+ )?recommendations?", cell, re.I)), None)
        number = next(
            (i for i, cell in enumerate(cells) if re.fullmatch(r"no\.?|number|ref\.?|#|rec\.? no\.?", cell, re.I)), None
        )
        if text is not None:
            heads = number, text
        elif heads and max(heads[0] or 0, heads[1]) < len(cells) and cells[heads[1]]:
            words = cells[heads[1]]
            before = _NUMBER.match(words) if heads[0] is None else None
            if heads[0] is None and before is None:
                continue
            digits = re.search(r"\d{1,3}(?:\.\d{1,2})?[a-z]?", cells[heads[0]]) if heads[0] is not None else None
            found.append(_made(before, before["text"] if before else words, line.number, digits=digits))
    return found


def _once(found: list[Recommendation]) -> list[Recommendation]:
    """Each recommendation where it is first printed: a report's summary and its chapters print the same ones."""
    seen: set[tuple[str | None, str]] = set()
    kept = []
    for each in sorted(found, key=lambda each: each.line):
        mark = each.number, re.sub(r"\W", "", each.text.casefold())[:60]
        kept += [] if mark in seen else [each]
        seen.add(mark)
    return kept


def _made(
    match: re.Match[str] | None,
    text: str,
    line: int,
    stem: str | None = None,
    *,
    digits: re.Match[str] | None = None,
) -> Recommendation:
    to = _TO.match(text)
    number = match.groupdict().get("code") or match["number"] if match else digits.group() if digits else None
    return Recommendation(number, text, to["to"] if to else stem, line)
