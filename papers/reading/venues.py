# ruff: noqa: E501 - a pattern reads better whole than broken
"""Venues: where a line says that a meeting is, and whether two printed venues can be one place."""

from __future__ import annotations

import re

from papers.reading.dates import DATE_FIGURES, DATE_WORDS, MONTH, TIME, find_time

_GENERIC = frozenset(
    [
        "and",
        "at",
        "building",
        "center",
        "centre",
        "chamber",
        "chambers",
        "city",
        "civic",
        "committee",
        "council",
        "county",
        "court",
        "first",
        "floor",
        "ground",
        "guildhall",
        "hall",
        "halls",
        "house",
        "in",
        "meeting",
        "of",
        "office",
        "offices",
        "on",
        "road",
        "room",
        "rooms",
        "second",
        "shire",
        "st",
        "street",
        "suite",
        "the",
        "third",
        "town",
        "virtual",
    ]
)
_TO_DO = re.compile(
    r",?\s+(?:to (?:consider|transact|discuss|deal with)|and (?:now|I|we)\b|(?:which|where|when) (?:you|your|members|all|the))\b.*$",
    re.I,
)
LINKS = re.compile(r"[.,]?\s*\b(?:view directions|map|click here.*)$", re.I)
_CUT_SHORT = re.compile(r"\bheld\s+(?:at|in)(?:\s+(?:the\s+)?[A-Z][\w'’,-]*){0,4}$")
_VENUE = re.compile(
    r"\b(?:meeting\s+)?held\s+(?:at|in)\s+(?:the\s+)?(?P<venue>(?!\d).+)$|,\s+via\s+(?P<online>[A-Z].+)$", re.I
)
PLACE = re.compile(
    r"\b(?:chamber|room|rooms|hall|civic|guildhall|town hall|centre|building|offices?|house|teams|zoom|remotely|virtual|library|school|college|theatre|suite|boardroom|square|road|street|hub|pavilion|parlour|gallery|mansion|institute|stadium|exchange|chapel|barn|arena|museum|campus|hotel|lodge|annexe|abbey)\b",
    re.I,
)


HOUSES = re.compile(
    r"\b(?:Committee|Council|Cabinet|Board) (?:Rooms?|Suite|Chambers?|Offices?|House|Buildings?)\b", re.I
)


def venue_in(text: str, joined: str) -> str | None:
    match = _VENUE.search(joined if _CUT_SHORT.search(text) or re.search(r",$|\band$", text) else text)
    printed_at = match is not None
    if match is None and (held := _HELD.search(joined)) and held.start() < len(text):
        match = _AFTER_WHEN.search(_without_when(held["rest"]))
        printed_at = match is not None
    if match is None:
        match = re.search(
            r"\b(?i:in|at)\s+(?P<venue>(?P<online>)(?i:the\s+)?(?:[A-Z][\w'’.&-]*,?\s+){0,8}?(?i:Chamber|Room|Hall|Offices?|Centre|House|Suite|Exchange|Theatre|Library|Guildhall|Institute|Pavilion|College|Chapel|Barn|Museum)\b(?:[^.;]|(?<=\d)\.(?=\d)|(?<=[ap])\.(?=\s?m))*)",
            joined,
        )
        if match is None or match.start() >= len(text):
            return None
    venue = without_date_time(re.split(r"\b(?:PRESENT|Present|Members present)\b", _place_of(match))[0])
    venue = _TO_DO.sub("", LINKS.sub("", venue))
    venue = re.split(r",?\s+(?:commencing|starting|on (?=[A-Z][a-z]+day\b))", venue, flags=re.I)[0]
    venue = re.sub(
        r",?\s+(?:on|at|from|commencing|starting|beginning)(?:\s+(?:at|on))?(?=,|$)", "", venue, flags=re.I
    ).strip(" ,.-–")
    printed = re.search(r"held\s+(?:at|in)\s+(the\s+)", text, re.I)
    venue = f"{printed.group(1)}{venue}" if printed and venue else venue
    named = printed_at and re.match(rf"(?:the\s+)?(?!{MONTH}\b)[A-Z\d]", venue) and len(venue.split()) <= 14
    return venue if venue and (named or PLACE.search(venue)) else None


_HELD = re.compile(r"\b(?:held|took place|met)\b(?P<rest>.+)$", re.I)
_AFTER_WHEN = re.compile(r"\|\s*(?:in|at|within|via)\s+(?P<venue>(?P<online>)(?:the\s+)?[A-Z][^|]+)$")


def _without_when(text: str) -> str:
    """What is said after "held", a bar for its date and its time: "| | in the Mayor's Parlour"."""
    for pattern in (DATE_WORDS, DATE_FIGURES, TIME):
        text = pattern.sub("|", text)
    return text


def _place_of(match: re.Match[str]) -> str:
    return match["venue"] or match["online"]


_TIME_ASIDE = re.compile(rf"\((?:at|from)?\s*(?:{TIME.pattern})[^(),]{{0,12}}\)", re.I)


def without_date_time(text: str) -> str:
    """The text without its date and time: what is left of a programme heading is the venue."""
    text = _TIME_ASIDE.sub("|", text)
    text = DATE_WORDS.sub("|", text)
    text = DATE_FIGURES.sub("|", text)
    text = TIME.sub(lambda match: "|" if find_time(match.group()) else match.group(), text)  # none in "Room 2.04"
    parts = [re.sub(r"\s+(?:on|at|from)$", "", part.strip(" ,.;:-–—")) for part in re.split(r"\|", text)]
    words = [
        part
        for part in parts
        if part
        and part.lower()
        not in (
            "at",
            "on",
            "to",
            "and",
            "meeting",
            "minutes",
            "notes",
            "date",
            "venue",
            "from",
            "commencing at",
            "hours",
            "starting at",
        )
    ]
    return re.sub(r"^(?:at|in|venue:?)\s+", "", ", ".join(words), flags=re.I).strip(" ,.")


def same_place(one: str, other: str) -> bool:
    """Whether two printed venues can be the same place: their telling words do not all differ."""
    a, b = _telling(one), _telling(other)
    return not a or not b or bool(a & b)


def _telling(venue: str) -> set[str]:
    return {word for word in re.findall(r"[a-z']+", venue.lower()) if word not in _GENERIC}
