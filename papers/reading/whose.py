# ruff: noqa: E501 - a pattern reads better whole than broken
"""Whose paper it is: the council, the committee, and the people that its cells name."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from papers.reading.facts import Report
from papers.reading.lines import Line, parts_of
from papers.reading.minutes import Minutes
from papers.reading.places import Head, read_head

_COUNCIL = re.compile(
    r"^(?:THE )?[A-Z][\w'’&.-]*(?: (?:[A-Z][\w'’&.-]*|OF|of|AND|and|UPON|upon|the)){0,6} (?:COUNCIL|Council|COMBINED AUTHORITY|Combined Authority|Unitary Authority)$|^(?:Council of the|City of|London Borough of|Royal Borough of) [A-Z][\w &'-]{2,60}$"
)
_COMMITTEE = re.compile(r"\b(?:committee|panel|board|commission)\b", re.I)
_OF_NO_PLACE = re.compile(r"(?:(?:metropolitan|borough|district|county|city|town|unitary) ){1,2}council", re.I)


def committee_of(
    head: Head | None, minutes: Minutes | None, reports: tuple[Report, ...], lines: list[Line]
) -> str | None:
    """One name for the committee: as the paper prints it, in small letters where it prints it so anywhere."""
    name = (head.committee if head else None) or (minutes.head.committee if minutes else None)
    addressed = {to for report in reports for to in report.to}
    own = [to for to in addressed if _COMMITTEE.search(to)] if len(addressed) > 1 else list(addressed)
    if name is None and len(own) == 1:
        return own[0]
    if name is None and not minutes:
        name = read_head(lines[:40]).committee
    if name is None or not name.isupper() or bool(minutes) != bool(head):
        return name
    wanted = name.casefold()
    spelt = [line.text[at : at + len(name)] for line in lines if (at := line.text.casefold().find(wanted)) >= 0]
    return next((each for each in spelt if not each.isupper() and each.casefold() == wanted), name)


def council_of(lines: list[Line]) -> str | None:
    """The council that a line of the head names, or that one does with the line above it; None where none does, or where
    several councils meet jointly."""
    head = [replace(line, text=parts_of(line)[0]) for line in lines if line.text][:16]
    named = []
    for above, line in itertools.pairwise([Line(0, ""), *head]):
        if line.cells is None and _is_council(line.text):
            named.append(f"{above.text} {line.text}".strip() if _OF_NO_PLACE.fullmatch(line.text) else line.text)
    return named[0] if len({name.casefold() for name in named}) == 1 else None


def _is_council(text: str) -> bool:
    return 8 < len(text) < 80 and _COUNCIL.match(text) is not None and not re.match(r"(?:Councillor|Cllr)s?\b", text)


def people_in(lines: list[Line]) -> set[str]:
    """People whom cells or contact lines of the paper name by themselves."""
    found = set()
    for line in lines:
        if line.cells and len(line.text) < 400:
            for cell in line.cells:
                for part in cell.split("/"):
                    if re.fullmatch(r"\s*[A-Z][a-z'’]+ (?:Mc)?[A-Z][A-Za-z'’]+\s*", part):
                        found.add(part.strip())
    return found
