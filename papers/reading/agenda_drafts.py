# ruff: noqa: E501 - a pattern reads better whole than broken
"""An item of an agenda while its lines are being read, and what its title and the lines below it tell of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from papers.reading.lines import fold

_PAGES = re.compile(r"\(?\s*\bpages?\s*:?\s*(?P<pages>\d{1,4}(?:\s*(?:-|–|to)\s*\d{1,4})?)\s*\)?", re.I)
_BARE_PAGES = re.compile(r"\s+\(?(?P<pages>(?!(?:19|20)\d\d\s*[-–]\s*(?:19|20)?\d\d\b)\d{1,4}\s*[-–]\s*\d{1,4})\)?$")
_REPORT_OF = re.compile(
    r"^\(?(?:joint )?(?:report|presentation|update|briefing|verbal report|item) (?:of|by|from) (?:the )?(?P<who>[^.;]{3,160}?)(?: \(?(?:attached|to follow|enclosed|herewith)\b.*)?(?:[.;](?:\s+(?:[A-Z]|\().*)?)?$",
    re.I,
)
PDF = re.compile(r"\s*(?:\bpdf icon\s+)?\bPDF\b(?:\s+icon)?\s+[\d.,]+\s*[KM]B\b|\s*\bpdf icon\b", re.I)
_EXEMPT = re.compile(
    r"\s[–—-]\s*(?:part )?(?:exempt|confidential)(?:\s+(?:items?|reports?|information|business)\b.{0,50}|\s*\([^()]*\)|,\s.{0,40})?$",
    re.I,
)
_TOLD = re.compile(
    r"\s*\.\s+(?=(?:The|Members|To|Report|Presentation|Councillors?|A|An|This|These|At|In|It)\s)"
)  # parts a title from what is said of the item on its line
_ACT = re.compile(r"\bAct(?: \d{4})?$", re.I)
_FLAGS = (
    ("to_follow", r"\bto follow\b"),
    ("replacement", r"\breplacement\b"),
    ("exempt", r"\bexempt\b|\bconfidential\b"),
    ("deferred", r"\bdeferred\b|\bwithdrawn\b"),
)


@dataclass
class Draft:
    """An item of an agenda while its lines are being read."""

    number: str | None
    title: str
    line: int
    report_of: str | None = None
    pages: str | None = None
    flags: list[str] = field(default_factory=list)


def begun(number: str | None, title: str, line: int) -> Draft:
    item = Draft(number, title, line)
    for pattern in (_PAGES, _BARE_PAGES):
        match = pattern.search(title)
        if match and item.pages is None:
            item.pages = fold(match["pages"])
            title = fold(f"{title[: match.start()]} {title[match.end() :]}")
    title = re.sub(r"\s*\(\d{1,3} min(?:ute)?s?\)$", "", title)
    embedded = re.search(r"\s[-–(]?\s*(?:Report|Presentation) (?:of|by|from) (?:the )?(?P<who>[A-Z].{3,120})$", title)
    if embedded:
        item.report_of = embedded["who"].strip(" .)")
        title = title[: embedded.start()]
    title = _TOLD.split(PDF.sub("", title), maxsplit=1)[0]
    plain = _EXEMPT.sub("", title)
    item.title = (title if _ACT.search(plain) else plain).strip(" *.-–:")
    _flag(item, title)
    return item


def _balanced(words: str) -> str:
    return words[:-1].strip() if words.endswith(")") and words.count(")") > words.count("(") else words


def _flag(item: Draft, text: str) -> None:
    for flag, pattern in _FLAGS:
        if flag not in item.flags and re.search(pattern, text, re.I) and not re.search(r"exclu", text, re.I):
            item.flags.append(flag)
            item.title = re.sub(r"[\s\-–—(\[*]*\bto follow\s*[)\]*]*\s*$", "", item.title, flags=re.I)


def detail(item: Draft, text: str) -> None:
    report = _REPORT_OF.match(re.sub(_PAGES, "", text).strip())
    if report and item.report_of is None:
        item.report_of = _balanced(report["who"].strip())
    pages = _PAGES.search(text) or re.fullmatch(r"\(?(?P<pages>\d{1,4}(?:\s*[-–]\s*\d{1,4})?)\)?", text)
    if pages and item.pages is None and len(text) < 200:
        item.pages = fold(pages["pages"])
    if len(text) < 120 and not re.search(r"\bitems?\b|\bmeeting\b|\bpublic\b", text, re.I):
        _flag(item, text)
