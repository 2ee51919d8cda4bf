"""Who was there, where members are listed by their parties: in a column under each, or after each with a colon."""

from __future__ import annotations

import re

from papers.reading.attendance_groups import group_of, label_in
from papers.reading.attendance_marks import Taken, entries, name_alone
from papers.reading.facts import Attendance
from papers.reading.lines import Line, cell_text, parts_of
from papers.reading.names import NAME, names_in

_PARTY = re.compile(
    r"(?:the )?(?:labour(?: and co-?operative)?|conservatives?|liberal democrats?|lib dems?|greens?|independents?"
    r"|plaid cymru|reform(?: uk)?|snp|scottish national party|unaligned|non-?aligned|ungrouped|residents?['’]?"
    r"|ratepayers)(?: (?:party|group|members?|councillors?|association))?(?: \(\d+\))?",
    re.I,
)
_TITLED = re.compile(r"(?:Councillors|Cllrs)\b")
_MARKS = re.compile(r"[*†‡#]")


def by_party(lines: list[Line]) -> Taken:
    """Members in lists by party, as present or as away by the heading above; and the lines that name them."""
    found: list[Attendance] = []
    taken: set[int] = set()
    group = "present"
    last = 0  # line of the head or of the row above
    for entry in entries(lines):
        line = entry[0]
        columns = _columns(line)
        if _heads(columns):
            last, group = line.number + 1, "present" if group == "also present" else group
            taken.add(line.number)
            continue
        label, rest = label_in(" ".join(each.text for each in entry))
        titled = names_in(rest) if _TITLED.match(rest) else _names(rest.split(","))
        whole = titled if label is not None and _PARTY.fullmatch(label) else []
        names = whole or (_names(columns) if last and line.number <= last + 1 else [])
        if names and group != "also present":
            found += [Attendance(name, group, line.number) for name in names]
            taken |= {each.number for each in entry}
            last = 0 if whole else entry[-1].number
        else:
            last = 0
            group = group_of(line.text)[0] or group
    return found, taken


def _columns(line: Line) -> list[str]:
    cells = [cell_text(cell) for cell in line.cells] if line.cells is not None else list(parts_of(line))
    return [cell for cell in cells if cell]


def _heads(columns: list[str]) -> bool:
    """Whether a line names parties, each over a column of its members."""
    return len(columns) > 1 and all(map(_PARTY.fullmatch, columns))


def _names(parts: list[str]) -> list[str]:
    """The names that all the parts are; none where one is something else."""
    split = [each for part in parts for each in re.split(r"\s(?:and|&)\s", part) if each.strip()]
    names = [name_alone(_MARKS.sub("", part)) for part in split]
    return names if names and all(map(NAME.match, names)) else []
