# ruff: noqa: E501 - a pattern reads better whole than broken
"""What is asked of people called by their first names, as notes of informal meetings do: "Jo to put it on the agenda"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from papers.reading.facts import Attendance
from papers.reading.names import TITLED
from papers.reading.request import NOT_DOING, Request
from papers.reading.verbs import DO

_NAME = r"[A-Z][a-z'’]+"
_JOINT = r"(?:, and | and |, | & | ?/ ?)"
_EVERYBODY = r"(?:All|Everyone|Everybody|All (?:members|of us)|Both)"
_BY_NAME = re.compile(
    rf"^(?:that )?(?P<who>{_EVERYBODY}|{_NAME}(?:{_JOINT}{_NAME}){{0,4}}) "
    rf"(?:(?:is|are|was|were) )?(?:(?P<surely>to|(?:has |have )?(?:undertook|undertaken|agreed|offered|promised|volunteered|committed) to)|would|will|should|shall|said (?:that )?(?:he|she|they) (?:would|will)) "
    rf"(?:also |then |kindly )?(?P<task>(?P<verb>[a-z]+)\b.*)$"
)
_ACTS = re.compile(rf"{DO}\b")
_NO_ACT = re.compile(r"(?:be|have|like|need|want|see if|not|help|support|continue|keep|hold|increase|show)\b")
_WHO_DOES = re.compile(rf"^(?P<who>{_EVERYBODY}|[A-Z]{{2,3}}(?: ?[/&,] ?[A-Z]{{2,3}}){{0,3}}): (?P<task>\S.{{6,}})$")
_NEXT_TO = re.compile(rf"(?:, and |, | and |; )(?=(?:{_NAME}|[A-Z]{{2,3}}|all|everyone) to [a-z])")
_INITIALS_TO = re.compile(r"[A-Z]{2,3} to [a-z]")
_SURNAME_ONLY = re.compile(rf"(?:{TITLED}\s)+\S+$")
_WHO_TO = re.compile(
    r"^(?:[Ff]or (?=the |[A-Z]))?(?P<who>(?:[Tt]he )?[A-Z][\w'’.()&-]*(?:(?:,| ?/| and| &| of| for| of the)? [A-Z(][\w'’.()&/-]*){0,9}) to (?P<task>(?!the\b|an?\b|be\b)[a-z]{2,}\b.*)$"
)


def given_names(attendance: Iterable[Attendance]) -> frozenset[str]:
    """The first names of those who came or sent apologies, by which notes may call them later."""
    bare = (each.name.split() for each in attendance if " " not in each.name or not _SURNAME_ONLY.match(each.name))
    bare = ([word for word in words if not re.fullmatch(TITLED, word)] for words in bare)
    return frozenset(words[0] for words in bare if words and re.fullmatch(_NAME, words[0]))


def bare_names(attendance: Iterable[Attendance]) -> frozenset[str]:
    """The names of the members who came, as minutes print them without their title: "P Earl"."""
    return frozenset(
        re.sub(rf"^(?:{TITLED}\s)+", "", each.name) for each in attendance if each.attended_as == "present"
    )


def asked_by_name(words: str, people: frozenset[str]) -> Request | None:
    """The request that names only people known by first names, or everybody: "Tom and Jo would visit the depot"."""
    match = _BY_NAME.match(words.strip(" ;.,")) if people else None
    if match is None or NOT_DOING.match(match["task"]):
        return None
    known = re.fullmatch(_EVERYBODY, match["who"]) or set(re.split(_JOINT, match["who"])) <= people
    acts = _ACTS.match(match["task"]) and not _NO_ACT.match(match["task"])
    return Request(match["who"], match["task"], words) if known and (match["surely"] or acts) else None


_ACTS_NOW = re.compile(
    rf"^(?:that )?(?P<who>{_EVERYBODY}|{_NAME}(?:{_JOINT}{_NAME}){{0,4}}) (?:also |then )?(?P<task>{DO}e?s?\b(?! that\b).*)$"
)


def acts_by_name(words: str, people: frozenset[str]) -> Request | None:
    """What a clause says that people known by first names do: "Fred drafts the scope"."""
    match = _ACTS_NOW.match(words.strip(" ;.,")) if people else None
    if match is None or NOT_DOING.match(match["task"]):
        return None
    known = re.fullmatch(_EVERYBODY, match["who"]) or set(re.split(_JOINT, match["who"])) <= people
    return Request(match["who"], match["task"], words) if known else None


def apart_by_name(words: str, people: frozenset[str]) -> list[str]:
    """What is asked of several people in one sentence, apart: "Dawn to draft it, all to comment by Friday"."""
    parts = _NEXT_TO.split(words)
    asked = (_INITIALS_TO.match(part) or asked_by_name(f"{part[:1].upper()}{part[1:]}", people) for part in parts)
    return parts if len(parts) > 1 and all(asked) else [words]


def who_to(words: str) -> tuple[str, str] | None:
    """Who is to do what in a line that is marked as an action: "Verity / Hugh to visit the two stretches", "All: send comments"."""
    match = _WHO_TO.match(words.strip(" ;.")) or _WHO_DOES.match(words.strip(" ;."))
    return (match["who"], match["task"]) if match else None
