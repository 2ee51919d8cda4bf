# ruff: noqa: E501 - a pattern reads better whole than broken
"""Who was there, where it is printed as a table with a mark for each, or as a list with marks before the names."""

from __future__ import annotations

import itertools
import re

from papers.reading.attendance_groups import group_of
from papers.reading.facts import Attendance
from papers.reading.lines import Line, cell_text, parts_of
from papers.reading.names import NAME, ROLE, TITLED, is_full_name

Taken = tuple[list[Attendance], set[int]]  # who was found, and the lines that say so

_TICK = re.compile(r"[✓✔☑√●•*]|(?:x|y|yes|p|1|present|attended)\b", re.I)
_AWAY = re.compile(r"\bapolog(?:y|ies|ised)\b|\bapols?\b", re.I)
_ABSENT = re.compile(r"\b(?:absent|did not attend|not present)\b|^(?:no|n|ab|abs|✗|✘|×|[-–—])$", re.I)
_CAME = re.compile(
    r"\b(?:present|attended|yes|in (?:the )?(?:room|person)|teams|zoom|online|on[- ]line|remote(?:ly)?|virtual(?:ly)?|hybrid|by (?:video|phone|telephone)|video|dialled in)\b",
    re.I,
)
_CODES = {"a": "apologies", "ap": "apologies", "apol": "apologies", "p": "present", "pr": "present", "y": "present"}
_LEGEND = re.compile(
    r"(?<!\w)\(?(?P<mark>[*†‡#^+✓✔]|[A-Z]{1,3})\s*(?:=|-|–|:)?\s*(?:denotes?|indicates?|shows?|means)?\s*(?:(?:those|members?|councillors?)\s+)?(?:who (?:were|was|had|attended|sent|gave)\s+)?(?P<what>present|attend|in attendance|apolog|absent|remote|online|joined)",
    re.I,
)
_MARKS = "*†‡#^+"
_MARKED = re.compile(
    rf"(?P<mark>[{re.escape(_MARKS)}]|[A-Z](?=\s{{2,}}|\s[A-Z][a-z]))\s*(?P<name>(?:(?:{TITLED}|Reverend|District|Borough|County|Town)\s+)*[A-Z][\w.'’-]*(?:\s+[A-Z][\w'’-]*\.?){{1,3}})"
)
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
    marked, lines_marked = _by_marks(lines)
    return [*found, *marked], taken | lines_marked


def _in_tables(lines: list[Line]) -> Taken:
    """Attendance as rows: a name, perhaps a post or a party, and a mark or a word for whether they came."""
    found: list[Attendance] = []
    taken: set[int] = set()
    heads: list[str] = []
    section: str | None = None
    legend = _legend(lines)
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
            found += [Attendance(_name_alone(cells[at]), group, line.number)] if group != "absent" else []
    return found, taken


def _name_at(cells: list[str]) -> int | None:
    """The cell of a row that is somebody's name; none where the row is a label and the names it labels."""
    if len(cells) == 2 and group_of(f"{cells[0]}:")[0]:
        return None
    names = [_name_alone(cell) for cell in cells[:3]]
    titled = (at for at, name in enumerate(names) if NAME.match(name) and re.match(rf"{TITLED}\s", name))
    whole = (at for at, name in enumerate(names) if NAME.match(name) and is_full_name(name) and not _BODY.search(name))
    return next(titled, next(whole, None))


def _substitutes(cells: list[str], at: int, heads: list[str], line: int) -> list[Attendance]:
    """Who came for the member of a row, where a column of its own says so."""
    beside = (cell for cell, head in zip(cells[at + 1 :], heads[at + 1 :], strict=False) if "substitut" in head)
    return [Attendance(name, "present", line) for cell in beside if NAME.match(name := _name_alone(cell))]


def _name_alone(cell: str) -> str:
    """The name in a cell without the role or the body that follows it: "Ms Kay Lovering, Tenants' Panel"."""
    return re.split(r",|\s[–—-]\s", ROLE.sub("", cell))[0].strip()


def _said(cells: list[str], at: int, heads: list[str], legend: dict[str, str]) -> str | None:
    """What the cells beside a name say of it: present, apologies, absent; None when they say nothing of it."""
    said: list[str] = []
    marked = False
    for n, cell in enumerate(cells):
        head = _meaning(heads[n]) if n < len(heads) else None
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


def _meaning(words: str) -> str | None:
    """What a mark under a head means, by the words of the head or of a legend."""
    if re.search(r"\bapolog", words, re.I):
        return "apologies"
    if re.search(r"\babsent", words, re.I):
        return "absent"
    return "present" if re.search(r"\b(?:present|attend|remote|online|joined|in person)", words, re.I) else None


def _other(cells: list[str], at: int) -> bool:
    """Whether a post beside a name is none of the committee's."""
    return any(_OTHER_ROLE.search(cell) for n, cell in enumerate(cells) if n > at)


def _legend(lines: list[Line]) -> dict[str, str]:
    """What the marks of a list mean, where the paper says so: "* Denotes Member present", "A = apologies"."""
    found: dict[str, str] = {}
    for line in lines:
        for match in _LEGEND.finditer(line.text) if line.cells is None and len(line.text) < 200 else ():
            if match["mark"] in _MARKS or not match["mark"].isalpha() or re.match(r".{0,3}\s*[=–-]", match.group()):
                found[match["mark"]] = _meaning(match["what"]) or "present"
    return found


def _by_marks(lines: list[Line]) -> Taken:
    """Members of whom a mark before the name says who came: "* Jo Fenn", where "* Denotes Member present"."""
    legend = _legend(lines)
    found: list[Attendance] = []
    taken: set[int] = set()
    for line in lines if any(mark in _MARKS for mark in legend) else ():
        if line.cells is not None:
            continue
        if _LEGEND.search(line.text):
            taken.add(line.number)
            continue
        matches = [m for part in parts_of(line) for m in _MARKED.finditer(part) if m["mark"] in legend]
        found += [
            Attendance(m["name"], legend[m["mark"]], line.number) for m in matches if legend[m["mark"]] != "absent"
        ]
        taken |= {line.number} if matches else set()
    came = {each.line for each in found if each.attended_as == "present"}
    return found, taken | _unmarked_among(lines, came)


def _unmarked_among(lines: list[Line], came: set[int]) -> set[int]:
    """The lines of names without a mark in a list whose marks say who was present: these were not."""
    taken: set[int] = set()
    for blank, run in itertools.groupby(lines, key=lambda line: line.blank or line.cells is not None):
        listed = [] if blank else list(run)
        if any(line.number in came for line in listed):
            taken |= {line.number for line in listed if line.number not in came and _is_one_name(line.text)}
    return taken


def _is_one_name(text: str) -> bool:
    name = _name_alone(text)
    return NAME.match(name) is not None and (re.match(rf"{TITLED}\s", name) is not None or is_full_name(name))
