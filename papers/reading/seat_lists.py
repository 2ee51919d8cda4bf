# ruff: noqa: E501 - a pattern reads better whole than broken
"""Members of a committee in lists: under "Membership:", "Substitutes:", "Co-opted members:", or after "To:"."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.facts import Seat
from papers.reading.lines import Line, fold
from papers.reading.names import NAME, TITLED

PERSON = re.compile(rf"{TITLED}(?:\s|(?<=\.))")
NAMED = re.compile(r"(?:[A-Z][\w'’.-]*\s){1,3}[A-Z][\w'’-]+$")
_LONGEST_LIST = 3_000  # characters of people; no committee has more
_GROUPS = (
    (
        "substitute",
        re.compile(
            r"(?:the )?(?:named |reserve |nominated )?(?:substitutes?(?: members?)?|reserves?|deputies|deputy members?)\b(?: are)?",
            re.I,
        ),
    ),
    (
        "co-opted",
        re.compile(
            r"(?:statutory |voting |non-voting |education )?(?:co-?opted (?:voting )?members?|co-?optees?|(?:church|faith|parent governor|education|diocesan) (?:co-?optees?|representatives?))",
            re.I,
        ),
    ),
    ("advisory", re.compile(r"(?:non-voting|advisory|independent) (?:members?|persons?)|advis[eo]rs|observers", re.I)),
    (
        "member",
        re.compile(
            r"(?:the |its )?(?:(?:committee|panel|board|commission|group|membership|members(?: of (?:the )?[\w &'’()-]{3,80}?)?) (?:is (?:made up|composed) of|comprises?|consists of|are|is|has)(?: (?:the following )?(?:[\w-]+ )?(?:members|councillors)(?=:))?(?: as follows)?|(?:current |committee |panel |board |full |voting |elected |commission )?(?:members?(?:hip)?|councillors(?=\s*:|$))(?: of (?:the )?[\w ,&'’()-]{3,80}(?=:|$))?|to:?\s+(?:all |the |elected )*members of (?:the )?[\w &'’()-]{3,80}|to)",
            re.I,
        ),
    ),
)
_CHAIR = r"(?:(?:vice|deputy|depute)[- ](?:chair|conven[eo]r)\w*|chair(?:man|woman|person)?|conven[eo]r)"
_LEADS = re.compile(rf"^(?P<role>{_CHAIR})\s*[:–—-]\s*(?P<name>.+)$", re.I)
_BRACKETS = re.compile(
    rf"\s*\(\s*(?:(?:who )?(?:is|was) )?(?:in the )?(?P<role>{_CHAIR}|(?-i:V\.?C\.?|V\.?Ch\.?|D\.?Ch\.?|Ch\.?)(?=\)))(?:\b[^()]{{0,60}})?\)",
    re.I,
)
_AFTER = re.compile(rf"(?:,|\s[–—-])\s*(?P<role>{_CHAIR})$", re.I)
_APART = re.compile(
    rf";|,(?![^()]*\))|\band\b(?![^()]*\))|(?<!\bCouncillor)(?<!\bCouncillors)(?<!\bCllr)(?<!\bCllrs)\s+(?={TITLED}\s)(?<!\()"
)
_BETWEEN_BRACKETED = re.compile(r"(?<=\)),\s*(?:and\s+)?|(?<=\))\s+and\s+")  # parts "A B (Diocese), C D (governor)"
_FOR_A_BODY = re.compile(
    r"\((?:[^()]*\b(?:representatives?|diocese|healthwatch|governor)|(?:voting |statutory )?co-?opted)\b[^()]*\)$", re.I
)
_SENTENCE = re.compile(rf"(?<=[a-z)])(?<!Cllr)(?<!Mrs)(?<!Mr)(?<!Ms)(?<!Dr)\.\s+(?={TITLED}\s)")
_BODIES = re.compile(r"(?:organisation|representing|representative of|body)s?", re.I)  # heads the column beside people
_PROSE = re.compile(r"(?<=[a-z]{2})\.\s+(?=[A-Z][a-z]*\s+[a-z])")  # parts a list of people from what is said below it
_ONLY_COUNCILLORS = re.compile(r"(?:councillors|members)\s*:?", re.I)  # below the heading of a group, heads none
_IS_OUTSIDE = re.compile(
    rf"(?P<who>{TITLED}\s[^.:;]{{3,120}}?),? (?:is|are) (?:an? |the )?(?:[\w-]+ )?(?P<what>co-opted|advisory|advis[eo]rs?|independent|non-voting)\b",
)
_OF_COUNCILLOR = re.compile(r"(?:Mrs|Miss|Ms|Dr|Sir|Dame)\b")  # stands after the title of a councillor
_PLURAL = re.compile(r"^(?P<title>Councillor|Cllr)s(?P<stop>\.?):?\s+", re.I)
_PARTY = re.compile(
    r"^(?:the )?(?:labour|conservative|liberal democrats?|lib dems?|greens?|independents?|reform(?: uk)?|plaid cymru|scottish national party|snp|residents?)\b[\w &'’/-]{0,40}?(?:\s*\(\d{1,2}\))?\s*(?::|[–—-]\s|$)",
    re.I,
)
_BODY = re.compile(
    r"^[A-Z][\w ,&'’()-]{6,80}\b(?:Committee|Board|Panel|Commission|COMMITTEE|BOARD|PANEL|COMMISSION)(?: \([^()]{3,50}\))?$"
)
_OFFICE = re.compile(
    r"\b(?:Independent|Person|Representatives?|Governors?|Dioces\w+|Church|Wards?|Party|Group|Healthwatch)\b"
)
_NOT_PEOPLE = re.compile(
    r"\b(?:Committee|Council|Officers?|Room|Hall|Services?|Street|Road|House|Centre|Agenda|Meeting|Manager|Director|Scrutiny|Board|Panel|Date|Time|Venue|Quorum|Contact|Democratic|Chamber|Members?|Vacancy|Items?)\b|\bNo\.|\d"
)


def role_and_name(words: str) -> tuple[str | None, str]:
    """The office a person is printed with - "chair", "vice-chair" or None - and the words without it."""
    for pattern in (_LEADS, _BRACKETS, _AFTER):
        match = pattern.search(words)
        if match:
            rest = match["name"] if pattern is _LEADS else f"{words[: match.start()]} {words[match.end() :]}"
            return "chair" if re.match(r"ch|conven", match["role"], re.I) else "vice-chair", fold(rest).strip(" ,")
    return None, fold(words).strip(" ,")


def list_seats(lines: list[Line]) -> list[Seat]:
    """The people under headings of membership, one to a line or several; a line of something else ends a list."""
    seats: list[Seat] = []
    group = beside = None
    listed = True  # whether somebody was named since the last heading
    whole = _whole(lines)
    for line, below in zip(whole, [*whole[1:], Line(0, "")][: len(whole)], strict=True):
        at_right = line.text[len(line.left) :].strip() if line.left else ""
        if at_right and _group_of(line.left or "")[0] and _group_of(at_right)[0]:
            group, beside = _group_of(line.left or "")[0], _group_of(at_right)[0]
            continue
        if beside and PERSON.match(at_right) and line.left:
            seats += _people_of(line.left, group or "member", line)
            seats += _people_of(at_right, beside, line)
            continue
        pair = _pair_of(line, group)
        if pair:
            seats += pair
            listed = True
            continue
        text = line.left if line.left and not _group_of(line.left)[0] and not _more_people(line) else line.text
        heads, rest = _group_of(text)
        rest = f"Councillors {rest}" if heads and rest and re.match(r"councillors", text, re.I) else rest
        if (outside := _IS_OUTSIDE.match(text)) is not None:
            role = "co-opted" if outside["what"] == "co-opted" else "advisory"
            seats += _outsiders(outside["who"], role, replace(line, left=None))
            continue
        if group is None and _LEADS.match(text):
            heads, rest = "member", text
        if group is None and _BODY.search(text) and len(text) < 90 and PERSON.match(below.text):
            heads, rest = "member", ""
        heads = group if group and not listed and _ONLY_COUNCILLORS.fullmatch(text) else heads
        listed = listed and heads is None
        group = heads or group
        party = _PARTY.match(rest if heads else text) if group in ("member", "substitute") else None
        words = (rest if heads else text)[party.end() if party else 0 :].strip()
        part, words = _part_of(words, group)
        found = _people_of(words, part, line) if part and words else []
        if group and not found and not heads and not party:
            group = None
        listed = listed or bool(found)
        seats += found
    return seats


def _pair_of(line: Line, group: str | None) -> list[Seat]:
    """The people without titles that stand side by side on a line: "R Bayliss          G Hemming"."""
    parts = line.parts if group in ("member", "substitute") and line.left else ()
    if len(parts) < 2 or _OFFICE.search(line.text) or any(map(PERSON.match, parts[:1])):
        return []
    found = [_untitled(part, group or "member", line) for part in parts]
    return [each[0] for each in found] if all(len(each) == 1 for each in found) else []


def _whole(lines: list[Line]) -> list[Line]:
    """The lines of text, a list that goes on after its comma or over "and" joined to its next line."""
    found: list[Line] = []
    for line in lines:
        if line.blank or line.cells is not None or line.furniture:
            continue
        before = found[-1].text if found and len(found[-1].text) < _LONGEST_LIST else ""
        if re.search(r",$|\band$|\([^()]{0,60}$", before) or (
            before and re.match(r"and\s+(?:[A-Z]|councillor)|\([\w -]+\),", line.text)
        ):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}", left=None)
        else:
            found.append(line)
    return found


def _part_of(words: str, group: str | None) -> tuple[str | None, str]:
    """The group of a line that says before a colon whose members it names, and its people: "Borough A: Cllr K Ashe"."""
    match = re.match(r"(?P<whose>[A-Z][^:]{2,60}):\s+(?P<who>.+)$", words)
    if group is None or match is None or _LEADS.match(words):
        return group, words
    outside = re.search(r"co-?opt|non-voting|advis|observer", match["whose"], re.I)
    if outside:
        return "co-opted" if re.search(r"co-?opt", match["whose"], re.I) else "advisory", match["who"]
    return group, match["who"] if PERSON.match(match["who"]) else words


def _more_people(line: Line) -> bool:
    """Whether a second person stands at the right of a line."""
    return line.left is not None and PERSON.match(line.text[len(line.left) :].strip()) is not None


def _group_of(text: str) -> tuple[str | None, str]:
    """The group a line opens, and what stands after its heading; no group when the line is no heading of one."""
    for name, pattern in _GROUPS:
        match = pattern.match(text)
        rest = text[match.end() :] if match else ""
        count = re.match(r"\s*\([^()]{1,40}\)", rest)
        rest = rest[count.end() :] if count else rest
        rest = "" if _BODIES.fullmatch(rest.strip()) else rest
        if match and re.match(r"\s*(?:[:–—-]|$|(?:Councillors?|Cllrs?)\b)", rest):
            return name, rest.strip(" :–—-")
    return None, text


def _people_of(text: str, group: str, line: Line) -> list[Seat]:
    text = _PROSE.split(re.sub(r"^[-–•*●·]\s*", "", text))[0]
    bracketed = [part for part in _BETWEEN_BRACKETED.split(text.strip(" .")) if part]
    if group == "member" and not PERSON.match(text) and all(_FOR_A_BODY.search(part) for part in bracketed):
        return _outsiders(text, "co-opted", line)
    if group in ("co-opted", "advisory"):
        return _outsiders(text, group, line)
    if _LEADS.match(text):
        return [seat] if (seat := _seated(text.split(",")[0], group, "", line.number)) else []
    first, *others = _SENTENCE.split(text)
    if others:
        return [seat for each in (first, *others) for seat in _people_of(each, group, line)]
    found: list[Seat] = []
    title = ""
    for part in _APART.split(text):
        part = part.strip(" .:")
        plural = _PLURAL.match(part)
        title, part = (f"{plural['title']}{plural['stop']} ", part[plural.end() :]) if plural else (title, part)
        seat = _seated(part, group, title, line.number) if part else None
        if part and seat is None:
            return found or _untitled(text, group, line)
        found += [seat] if seat else []
    return found


def _outsiders(text: str, group: str, line: Line) -> list[Seat]:
    """Somebody of another body, and whom they represent: after a comma or a dash, in brackets, or in a column."""
    bracketed = [part for part in _BETWEEN_BRACKETED.split(text.strip(" .")) if part]
    if len(bracketed) > 1 and all(re.search(r"\([^()]+\)$", part) for part in bracketed):
        return [seat for each in bracketed for seat in _outsiders(each, group, replace(line, left=None))]
    several = re.split(rf",\s*(?:and\s+)?(?=(?:the\s+)?{TITLED}\s)|\s+and\s+(?=(?:the\s+)?{TITLED}\s)", text)
    if len(several) > 1:
        return [seat for each in several for seat in _outsiders(each, group, replace(line, left=None))]
    text = re.sub(rf"^the\s+(?={TITLED}\s)", "", text)
    column = line.text[len(line.left) :].strip() if line.left and text.startswith(line.left) else None
    who, _, what = re.sub(r"\s*\(([^()]+)\)$|\s+[–—-]\s+(.+)$", r", \1\2", text).partition(",")
    represents = column or what.strip() or None
    return (
        [Seat(who.strip(), group, None, represents, line.number)]
        if NAME.match(who.strip()) and (" " in who.strip())
        else []
    )


def _untitled(text: str, group: str, line: Line) -> list[Seat]:
    """Members printed without a title under a heading of members: one alone on a line, or several with commas."""
    several = re.split(r",\s*(?:and\s+)?|\s+and\s+", text.strip(" ."))
    if len(several) > 1 and not _OFFICE.search(text) and all(NAMED.match(role_and_name(e)[1]) for e in several):
        return [seat for each in several for seat in _untitled(each, group, line)]
    role, name = role_and_name(text)
    name = re.sub(r"\s*\([^()]*\)$", "", name.split(",")[0])
    fits = NAMED.match(name) and not _NOT_PEOPLE.search(name) and len(text) < 90 and not text.endswith(".")
    return [Seat(name, role or group, None, None, line.number)] if fits else []


def _seated(part: str, group: str, title: str, line: int) -> Seat | None:
    """One person of a list, or None when the words are no person's."""
    role, name = role_and_name(part)
    group = "co-opted" if re.search(r"\(co-?opt", name, re.I) else group
    name = re.sub(r"\s*\([^()]*\)|\s+(?:is|are)\s.*$", "", name).strip(" –—-")
    titled = re.match(rf"{TITLED}\s", name) and not (
        title and group in ("member", "substitute") and _OF_COUNCILLOR.match(name)
    )
    if not NAME.match(name) or not (title or titled):
        return None
    return Seat(name if titled else f"{title}{name}", role or group, None, None, line)
