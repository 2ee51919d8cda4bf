"""References to minutes: "Minute No. 52 (3) of 6 March 2023", "Minutes numbered 5 (1), 6 (2) and 9 (3) above"."""

from __future__ import annotations

import datetime as dt
import re

from papers.reading.dates import find_dates
from papers.reading.facts import Reference

_CLAUSE = r"(?:\s?\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)){1,4}"
_NUMBER = rf"(?:(?-i:[A-Z]){{1,6}}[./ ]?)?\d{{1,4}}(?:/\d{{1,4}})?(?:{_CLAUSE})?"
_MINUTES = re.compile(
    rf"\bMinutes?\s+(?:numbered|numbers?|nos?\.?|ref(?:erence)?\.?)?\s*[:.]?\s*(?P<list>{_NUMBER}(?:(?:,\s*|\s+and\s+|,\s*and\s+|\s*&\s*|\s*[-–]\s*){_NUMBER}){{0,11}})(?=(?P<after>[^.;]{{0,120}}))",
    re.I,
)
_ONE = re.compile(rf"(?P<minute>(?:(?-i:[A-Z]){{1,6}}[./ ]?)?\d{{1,4}}(?:/\d{{1,4}})?)(?P<clause>{_CLAUSE})?", re.I)


def references_in(text: str, line: int) -> list[Reference]:
    """Every minute that the text refers to, in order."""
    if "inute" not in text and "INUTE" not in text:
        return []
    found = []
    for match in _MINUTES.finditer(text):
        if re.match(
            r"\s*(?:minutes?|seconds?|hours?|of silence|each|per|presentation|limit|walk)\b", match["after"], re.I
        ):
            continue
        dates = [d for d in find_dates(match["after"]) if d.on]
        near = (
            dates[0].on
            if dates and re.match(r"\)?,?\s*(?:of|from|dated|at|on|\(|held|-)", match["after"].strip() or "x", re.I)
            else None
        )
        for one in _ONE.finditer(match["list"]):
            clause = re.sub(r"\s", "", one["clause"]) if one["clause"] else None
            near = near or _date_before(text[: match.start()])
            found.append(Reference(one["minute"].strip(), clause, near, line))
    return found


def _date_before(text: str) -> dt.date | None:
    """The date of a meeting named just before: "at its meeting held on 4 May 2021, resolved (Minute No. 12)"."""
    match = re.search(r"\bmeetings?\b[^.]{0,60}$", text[-110:], re.I)
    dates = [d for d in find_dates(match.group()) if d.on] if match else []
    return dates[-1].on if dates else None


def names_this_meeting(text: str) -> bool:
    """Whether a reference in the text is to the same meeting ("Minute 5 above")."""
    return re.search(r"\bMinutes?\b.{0,120}?\b(?:above|below|of this meeting|refers above)\b", text, re.I) is not None
