# ruff: noqa: E501 - a pattern reads better whole than broken
"""Who sits on a committee: the table or the list of members on a front sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from papers.reading.facts import Seat
from papers.reading.lines import Line, cell_text
from papers.reading.seat_lists import NAMED, PERSON, list_seats, role_and_name

_HEADING_CELLS = re.compile(
    r"^(?:councillors?|(?:committee |panel |board |voting |full )?members?(?:hip)?(?: name| of (?:the )?[\w &,'’-]{3,60})?|names?|(?:named )?(?:substitutes?|deput(?:y|ies)|reserves?)(?: members?)?|(?:non-voting |voting |statutory )?(?:co-?optees|(?:co-?opted|independent|advisory) (?:voting |non-voting )?(?:members|persons))|role|position|office|ward|division|party|(?:political )?group|represent(?:s|ing|ation)|organisation|)$",
    re.I,
)
_SUBSTITUTE = re.compile(r"\b(?:substitute|deput(?:y|ies)$|reserve)", re.I)
_NAMES_ABOVE = re.compile(
    r"^(?:councillors?|(?:\w+ )?members?(?:hip)?(?: name| of (?:the )?[\w &,'’-]{3,60})?|names?)$", re.I
)
_REPRESENTS = re.compile(r"\b(?:represent|organisation|body|ward|division)", re.I)
_LABEL_OF_PEOPLE = re.compile(
    r"(?:(?:vice|deputy)[- ])?chair\w*\s*:?|(?:committee |panel |board )?members(?:hip)?\s*:?|(?:co-?opted|substitute)(?: members?)?s?\s*:?",
    re.I,
)
_OUTSIDE = re.compile(r"\bco-?opt|\bindependent (?:person|member)|\badvis|\bobserver|\bnon-voting", re.I)


def read_seats(lines: list[Line]) -> tuple[Seat, ...]:
    """Who sits, from a front sheet's tables of members and substitutes, and from its lists of members."""
    lines = [_plain(line) for line in lines]
    tables = [seat for rows, above in _tables(lines) for seat in _table_seats(rows, above)]
    named = {seat.name for seat in tables}
    return (*tables, *(seat for seat in list_seats(lines) if seat.name not in named))


def _plain(line: Line) -> Line:
    """A row of a label and the people that it heads, as the line that says so: "Chair: Councillor Adair"."""
    cells = [cell_text(cell) for cell in line.cells or ()]
    if len(cells) != 2 or not _LABEL_OF_PEOPLE.fullmatch(cells[0]) or not PERSON.match(cells[1]):
        return line
    return Line(line.number, f"{cells[0].rstrip(' :')}: {cells[1]}")


def _tables(lines: list[Line]) -> Iterator[tuple[list[Line], str]]:
    """The runs of table rows, each with the short lines that stand just above it."""
    rows: list[Line] = []
    above: list[str] = []
    for line in [*lines, Line(0, "end")]:
        if line.cells:
            rows.append(line)
        elif line.text and line.cells is None and not line.furniture:
            if rows:
                yield rows, " / ".join(above[-4:])
                rows, above = [], []
            above.append(line.text if len(line.text) < 50 else "")


def _table_seats(rows: list[Line], above: str) -> list[Seat]:
    heads: list[str] = []
    seats: list[Seat] = []
    for line in rows:
        cells = [cell_text(cell) for cell in line.cells or ()]
        if not any(cells):
            continue
        if all(_HEADING_CELLS.match(cell) for cell in cells) or not (
            seats or any(PERSON.match(c) for c in cells) or any(map(_NAMES_ABOVE.match, heads))
        ):
            heads = cells if any(cells) and (seats or not heads) else heads
        elif seats and _goes_on(seats[-1], cells):
            seats[-1] = _longer(seats[-1], cells[0])
        else:
            seats.extend(_row_seats(cells, heads, line.number, above))
    return seats


def _goes_on(seat: Seat, cells: list[str]) -> bool:
    """A name over two rows: the second has no comma, no title and nothing beside it."""
    alone = bool(cells[0]) and not any(cells[1:])
    return alone and seat.represents is not None and "," not in cells[0] and not PERSON.match(cells[0])


def _longer(seat: Seat, rest: str) -> Seat:
    represents = f"{seat.represents} {rest}"
    return Seat(seat.name, _outside_role(represents), None, represents, seat.line)


def _row_seats(cells: list[str], heads: list[str], line: int, above: str) -> list[Seat]:
    """The people of one row: the first is the member; the others sit too, or stand in for the first."""
    found: list[Seat] = []
    for column, cell in enumerate(cells):
        head = heads[column] if column < len(heads) else ""
        stands_in = _SUBSTITUTE.search(head) or (column == 1 and len(cells) == 2 and _SUBSTITUTE.search(above))
        seat = _seat(cell, head, line) if cell else None
        if found and stands_in and cell and cell[0].isupper():
            found.append(Seat(cell, "substitute", found[0].name, None, line))
        elif seat and not found and (_SUBSTITUTE.search(head) or _OUTSIDE.search(head)):
            role = "substitute" if _SUBSTITUTE.search(head) else _outside_role(head)
            found.append(replace(seat, role=role if seat.role == "member" else seat.role))
        elif seat and (not found or PERSON.match(cell)):
            found.append(seat)
        elif found and cell:
            found[0] = _placed(found[0], cell, head)
    if found and found[0].role == "member" and (group := _OUTSIDE.search(above.rsplit(" / ", 1)[-1])):
        found[0] = replace(found[0], role=_outside_role(group.string))
    return found


def _placed(seat: Seat, cell: str, head: str) -> Seat:
    """A member whose role or body stands in a column of its own."""
    role, rest = role_and_name(f"({cell})")
    if role and not rest:
        return Seat(seat.name, role, None, seat.represents, seat.line)
    if seat.role in ("co-opted", "advisory") and _REPRESENTS.search(head):
        return replace(seat, represents=cell)
    if seat.role == "member" and (_OUTSIDE.search(cell) or (_REPRESENTS.search(head) and not PERSON.match(seat.name))):
        return Seat(seat.name, _outside_role(cell), None, cell, seat.line)
    return seat


def _seat(cell: str, head: str, line: int) -> Seat | None:
    role, name = role_and_name(cell)
    if not name or not name[0].isupper():
        return None
    if role or re.match(r"(?:Councillor|Cllr)\b", name):
        who = name.split(",")[0]
        return Seat(who, role or "member", None, None, line)
    who, _, what = name.partition(",")
    if what.strip():
        return Seat(who.strip(), _outside_role(what), None, what.strip(), line)
    heads_names = _NAMES_ABOVE.match(head) or _SUBSTITUTE.search(head) or _OUTSIDE.search(head)
    return Seat(name, "member", None, None, line) if heads_names and NAMED.match(name) else None


def _outside_role(represents: str) -> str:
    outside = re.search(r"\b(?:independent|advisory|adviser|advisor|observer)\b", represents, re.I)
    return "advisory" if outside else "co-opted"
