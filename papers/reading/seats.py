# ruff: noqa: E501 - a pattern reads better whole than broken
"""Who sits on a committee: the table or the list of members on a front sheet."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.facts import Seat
from papers.reading.lines import Line, cell_text, fold
from papers.reading.names import NAME, TITLED

_HEADING_CELLS = re.compile(r"^(?:councillors?|members?|substitutes?|name|named substitutes?|)$", re.I)
_ROLE = re.compile(
    r"\s*\(\s*(?:in the )?(?P<role>chair(?:man|woman|person)?|vice[- ]chair(?:man|woman|person)?|deputy chair(?:man|person)?)\s*\)",
    re.I,
)


def read_seats(lines: list[Line]) -> tuple[Seat, ...]:
    """Who sits, from a front sheet's table of members and substitutes, or else from its list of members."""
    return _table_seats(lines) or _list_seats(lines)


def _table_seats(lines: list[Line]) -> tuple[Seat, ...]:
    rows = [line for line in lines if line.cells]
    seats: list[Seat] = []
    pairs = (
        any(re.search(r"substitut", line.text, re.I) for line in lines[: lines.index(rows[-1]) + 1]) if rows else False
    )
    for line in rows:
        cells = [cell_text(cell) for cell in line.cells or ()]
        if not any(cells) or all(_HEADING_CELLS.match(cell) for cell in cells):
            continue
        if seats and _goes_on(seats[-1], cells):
            seats[-1] = Seat(
                seats[-1].name,
                _outside_role(f"{seats[-1].represents} {cells[0]}"),
                None,
                f"{seats[-1].represents} {cells[0]}",
                seats[-1].line,
            )
            continue
        seats.extend(_row_seats(cells, line.number, pairs))
    return tuple(seats)


def _goes_on(seat: Seat, cells: list[str]) -> bool:
    """A name over two rows: the second has no comma, no title and nothing beside it."""
    alone = bool(cells[0]) and not any(cells[1:])
    return (
        alone
        and seat.represents is not None
        and "," not in cells[0]
        and not re.match(r"(?:Councillor|Cllr|Mrs?|Ms|Miss|Dr|Rev)\b", cells[0])
    )


def _row_seats(cells: list[str], line: int, pairs: bool) -> list[Seat]:
    member = _seat(cells[0], line)
    if member is None:
        return []
    found = [member]
    if pairs and len(cells) > 1 and cells[1]:
        found.append(Seat(cells[1], "substitute", member.name, None, line))
    return found


def _seat(cell: str, line: int) -> Seat | None:
    role = _ROLE.search(cell)
    name = fold(_ROLE.sub("", cell)).strip(" ,")
    if not name or not name[0].isupper():
        return None
    if role:
        return Seat(name, "chair" if re.match(r"chair", role["role"], re.I) else "vice-chair", None, None, line)
    if re.match(r"(?:Councillor|Cllr)\b", name):
        return Seat(name.split(",")[0], "member", None, None, line)
    who, _, what = name.partition(",")
    if not what.strip():
        return None
    return Seat(who.strip(), _outside_role(what), None, what.strip(), line)


def _outside_role(represents: str) -> str:
    return (
        "advisory"
        if re.search(r"\b(?:independent|advisory|adviser|advisor|observer)\b", represents, re.I)
        else "co-opted"
    )


_GROUPS = (
    ("substitute", re.compile(r"(?:named |reserve )?(?:substitutes?(?: members?)?|reserves?)\b(?: are)?", re.I)),
    ("co-opted", re.compile(r"co-?opted members?|co-?optees?|(?:church|faith|parent governor) representatives?", re.I)),
    ("advisory", re.compile(r"(?:non-voting|advisory|independent) members?|advis[eo]rs|observers", re.I)),
    (
        "member",
        re.compile(
            r"(?:the )?(?:(?:current |committee |panel |board |full |voting |elected )?(?:members?(?:hip)?)(?: of the (?:committee|panel|board|commission|sub-committee))?|to)",
            re.I,
        ),
    ),
)
_LEADS = re.compile(r"^(?P<role>(?:vice|deputy)[- ]chair\w*|chair\w*)\s*[:–—-]\s*(?P<name>.+)$", re.I)
_CHAIRS = re.compile(r"\s*[(–—-]\s*(?:in the )?(?P<role>(?:vice|deputy)[- ]chair\w*|chair\w*)\s*\)?$", re.I)
_APART = re.compile(rf";|,(?![^()]*\))|\band\b(?![^()]*\))|\s+(?={TITLED}\s)(?<!\()")
_PLURAL = re.compile(r"^(?:Councillors|Cllrs)\.?:?\s+", re.I)


def _list_seats(lines: list[Line]) -> tuple[Seat, ...]:
    """The people under "Membership:", "Substitutes:" and "Co-opted members:", one to a line or several."""
    seats: list[Seat] = []
    group = None
    for line in _whole(lines):
        heads, rest = _group_of(line.text)
        if group is None and _LEADS.match(line.text):
            heads, rest = "member", line.text
        group = heads or group
        found = _people_of(rest if heads else line.text, group, line.number) if group else []
        if group and not found and not heads:
            group = None
        seats += found
    return tuple(seats)


def _whole(lines: list[Line]) -> list[Line]:
    """The lines of text, a list that goes on after its comma joined to its next line."""
    found: list[Line] = []
    for line in lines:
        if line.blank or line.cells is not None or line.furniture:
            continue
        if found and re.search(r",$|\band$", found[-1].text):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
    return found


def _group_of(text: str) -> tuple[str | None, str]:
    for name, pattern in _GROUPS:
        match = pattern.match(text)
        rest = text[match.end() :] if match else ""
        count = re.match(r"\s*\([^()]{1,40}\)", rest)
        rest = rest[count.end() :] if count else rest
        if match and re.match(r"\s*(?:[:–—-]|$)", rest):
            return name, rest.strip(" :–—-")
    return None, text


def _people_of(text: str, group: str, line: int) -> list[Seat]:
    text = re.sub(r"^[-•*]\s*", "", text)
    if group in ("co-opted", "advisory"):
        who, _, what = re.sub(r"\s*\(([^()]+)\)$", r", \1", text).partition(",")
        return [Seat(who.strip(), group, None, what.strip() or None, line)] if NAME.match(who.strip()) else []
    if _LEADS.match(text):
        return [seat] if (seat := _seated(text, group, "", line)) else []
    found: list[Seat] = []
    title = ""
    for part in _APART.split(text):
        part = part.strip(" .:")
        plural = _PLURAL.match(part)
        title, part = ("Councillor ", part[plural.end() :]) if plural else (title, part)
        seat = _seated(part, group, title, line) if part else None
        if part and seat is None:
            return found
        found += [seat] if seat else []
    return found


def _seated(part: str, group: str, title: str, line: int) -> Seat | None:
    """One person of a list, or None when the words are no person's."""
    leads = _LEADS.match(part)
    part = leads["name"] if leads else part
    chairs = leads or _CHAIRS.search(part)
    name = re.sub(r"\s*\([^()]*\)", "", part if leads else _CHAIRS.sub("", part)).strip(" –—-")
    if not NAME.match(name) or not (title or re.match(rf"{TITLED}\s", name)):
        return None
    name = name if re.match(rf"{TITLED}\s", name) else f"{title}{name}"
    role = "chair" if chairs and re.match(r"chair", chairs["role"], re.I) else "vice-chair" if chairs else group
    return Seat(name, role, None, None, line)
