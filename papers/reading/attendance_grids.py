# ruff: noqa: E501 - a pattern reads better whole than broken
"""Who was there, where it is printed as a table with a mark for each, or as a list with marks before the names."""

from __future__ import annotations

import re

from papers.reading.attendance_groups import group_of
from papers.reading.attendance_marks import Taken, by_marks, legend_of, meaning, name_alone
from papers.reading.attendance_parties import by_party
from papers.reading.facts import Attendance
from papers.reading.lines import Line, cell_text
from papers.reading.names import NAME, TITLED, is_full_name

_TICK = re.compile(r"[✓✔☑√●•*]|(?:x|y|yes|p|1|present|attended)\b", re.I)
_AWAY = re.compile(r"\bapolog(?:y|ies|ised)\b|\bapols?\b", re.I)
_ABSENT = re.compile(r"\b(?:absent|did not attend|not present)\b|^(?:no|n|ab|abs|✗|✘|×|[-–—])$", re.I)
_CAME = re.compile(
    r"\b(?:present|attended|yes|in (?:the )?(?:room|person)|teams|zoom|online|on[- ]line|remote(?:ly)?|virtual(?:ly)?|hybrid|by (?:video|phone|telephone)|video|dialled in)\b",
    re.I,
)
_CODES = {"a": "apologies", "ap": "apologies", "apol": "apologies", "p": "present", "pr": "present", "y": "present"}
_BODY = re.compile(
    r"\s[A-Z]{2,4}$|\b(?:District|Borough|City|County|Labour|Independent|Liberal|Conservative)\b"
)  # "Marden BC"
_OTHER_ROLE = re.compile(
    r"\b(?:officers?|attendance|observers?|guests?|directors?|managers?|head of|cabinet|executive|lead (?:councillor|member for)|portfolio|solicitor|clerk|advis[eo]r|engineer|services|secretary|democratic|witness|speaker|in support)\b",
    re.I,
)


def read_grids(lines: list[Line]) -> Taken:
    """Everybody in tables of attendance and in lists with marks before the names."""
    found, taken = _in_tables(lines)
    marked, lines_marked = by_marks(lines)
    taken |= lines_marked
    members, lines_by_party = by_party([line for line in lines if line.number not in taken])
    return [*found, *marked, *members], taken | lines_by_party


def _in_tables(lines: list[Line]) -> Taken:
    """Attendance as rows: a name, perhaps a post or a party, and a mark or a word for whether they came."""
    found: list[Attendance] = []
    taken: set[int] = set()
    heads: list[str] = []
    section: str | None = None
    legend = legend_of(lines)
    above: set[int] = set()  # lines of heads that no row has followed yet
    for line in lines:
        cells = [cell_text(cell) for cell in line.cells or ()]
        if not cells:
            heads, section = (heads, section) if line.blank else ([], None)
            continue
        at = _name_at(cells)
        if at is None:
            filled = [cell for cell in cells if cell]
            above.add(line.number)
            section = group_of(f"{filled[0]}:")[0] if len(filled) == 1 else section
            heads = [cell.lower() for cell in cells] if len(filled) > 1 else heads
            continue
        said = _said(cells, at, heads, legend)
        if said is not None:
            taken |= {line.number, *above}
            above = set()
            group = "also present" if said == "present" and (section == "also present" or _other(cells, at)) else said
            found += _substitutes(cells, at, heads, line.number)
            found += [Attendance(name_alone(cells[at]), group, line.number)] if group != "absent" else []
    return found, taken


def _name_at(cells: list[str]) -> int | None:
    """The cell of a row that is somebody's name; none where the row is a label and the names it labels."""
    if len(cells) == 2 and group_of(f"{cells[0]}:")[0]:
        return None
    names = [name_alone(cell) for cell in cells[:3]]
    titled = (at for at, name in enumerate(names) if NAME.match(name) and re.match(rf"{TITLED}\s", name))
    whole = (at for at, name in enumerate(names) if NAME.match(name) and is_full_name(name) and not _BODY.search(name))
    return next(titled, next(whole, None))


def _substitutes(cells: list[str], at: int, heads: list[str], line: int) -> list[Attendance]:
    """Who came for the member of a row, where a column of its own says so."""
    beside = (cell for cell, head in zip(cells[at + 1 :], heads[at + 1 :], strict=False) if "substitut" in head)
    return [Attendance(name, "present", line) for cell in beside if NAME.match(name := name_alone(cell))]


def _said(cells: list[str], at: int, heads: list[str], legend: dict[str, str]) -> str | None:
    """What the cells beside a name say of it: present, apologies, absent; None when they say nothing of it."""
    said: list[str] = []
    marked = False
    for n, cell in enumerate(cells):
        head = meaning(heads[n]) if n < len(heads) else None
        if n == at or (n < at and not head):
            continue
        marked = marked or head is not None
        told = legend.get(cell.split(" ")[0]) if cell else None
        if told or (cell and (told := _in_words(cell))):
            said.append(told)
        elif cell and head and _TICK.match(cell):
            said.append(head)
        elif cell and (code := _CODES.get(cell.lower())):
            said.append(code)
        elif cell and cell[0] in "✓✔☑√●":
            said.append("present")
    if not said:
        return "absent" if marked else None
    return next((each for each in ("apologies", "absent", "present") if each in said), None)


def _in_words(cell: str) -> str | None:
    """What a cell says in words, the more telling first: "No (apologies)" is an apology."""
    if _AWAY.search(cell):
        return "apologies"
    if _ABSENT.search(cell):
        return "absent"
    return "present" if _CAME.search(cell) else None


def _other(cells: list[str], at: int) -> bool:
    """Whether a post beside a name is none of the committee's."""
    return any(_OTHER_ROLE.search(cell) for n, cell in enumerate(cells) if n > at)
