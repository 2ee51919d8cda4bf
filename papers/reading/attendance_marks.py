# ruff: noqa: E501 - a pattern reads better whole than broken
"""Who was there, where a mark before or after each name says so and a legend says what the mark means."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from papers.reading.attendance_groups import group_named, label_in
from papers.reading.facts import Attendance
from papers.reading.lines import Line, parts_of
from papers.reading.names import NAME, ROLE, TITLED, is_full_name

Taken = tuple[list[Attendance], set[int]]  # who was found, and the lines that say so

_LEGEND = re.compile(
    r"(?<!\w)\(?(?P<mark>[*†‡#^+✓✔]|[A-Z]{1,3})\s*(?:=|-|–|:)?\s*(?:denotes?|indicates?|shows?|means)?\s*(?:(?:those|members?|councillors?)\s+)?(?:who (?:were|was|had|attended|sent|gave)\s+)?(?P<what>present|attend|in attendance|apolog|absent|remote|online|joined)",
    re.I,
)
_MARKS = "*†‡#^+"
_MARKED = re.compile(
    rf"(?P<mark>[{re.escape(_MARKS)}]|[A-Z](?=\s{{2,}}|\s[A-Z][a-z]))\s*(?P<name>(?:(?:{TITLED}|Reverend|District|Borough|County|Town)\s+)*[A-Z][\w.'’-]*(?:\s+[A-Z][\w'’-]*\.?){{1,3}})"
)


def name_alone(cell: str) -> str:
    """The name in a cell without the role or the body that follows it: "Ms Kay Lovering, Tenants' Panel"."""
    return re.split(r",|\s[–—-]\s", ROLE.sub("", cell))[0].strip()


def meaning(words: str) -> str | None:
    """What a mark under a head means, by the words of the head or of a legend."""
    if re.search(r"\bapolog", words, re.I):
        return "apologies"
    if re.search(r"\babsent", words, re.I):
        return "absent"
    return "present" if re.search(r"\b(?:present|attend|remote|online|joined|in person)", words, re.I) else None


@dataclass(frozen=True)
class Legend:
    """What the marks of a list mean, and which of them everybody has who came."""

    means: dict[str, str]
    decisive: frozenset[str]


_ASTERISK = re.compile(r"\b(?:an |the )?asterisk\b(?: \(\*\))?|(?<=marked )(?:with )?(?:\(\*\)|\*)(?= )", re.I)
_LEGEND_LAST = re.compile(
    r"\b(?P<what>present|attended|in attendance|attendance|apologies|absent)\s*(?:=|:|-|–)\s*\(?(?P<mark>[*†‡#^+])",
    re.I,
)
_REMOTE = re.compile(r"\b(?:remote|online|virtual|teams|zoom|joined)", re.I)


def legend_of(lines: list[Line]) -> dict[str, str]:
    """What the marks of a list mean, where the paper says so: "* Denotes Member present", "A = apologies"."""
    return _legend(lines).means


def _legend(lines: list[Line]) -> Legend:
    found: dict[str, str] = {}
    decisive: set[str] = set()
    for line in lines:
        for match in _legends_in(line):
            if match["mark"] in _MARKS or not match["mark"].isalpha() or re.match(r".{0,3}\s*[=–-]", match.group()):
                found[match["mark"]] = meaning(match["what"]) or "present"
                if found[match["mark"]] == "present" and not _REMOTE.search(line.text[match.start() :][:60]):
                    decisive.add(match["mark"])
    return Legend(found, frozenset(decisive))


def _legends_in(line: Line) -> list[re.Match[str]]:
    if line.cells is not None or len(line.text) > 200:
        return []
    text = _ASTERISK.sub("*", line.text)
    return [*_LEGEND_LAST.finditer(text)] or [*_LEGEND.finditer(text)]


def by_marks(lines: list[Line]) -> Taken:
    """Members of whom a mark by the name says who came: "* Jo Fenn" or "Jo Fenn*", where "* Denotes Member present"."""
    legend = _legend(lines)
    found: list[Attendance] = []
    taken: set[int] = set()
    if not any(mark in _MARKS for mark in legend.means):
        return found, taken
    for line in lines:
        if line.cells is not None:
            continue
        if _legends_in(line):
            taken.add(line.number)
            continue
        matches = [m for part in parts_of(line) for m in _MARKED.finditer(part) if m["mark"] in legend.means]
        said = [(m["name"], legend.means[m["mark"]]) for m in matches]
        found += [Attendance(name, group, line.number) for name, group in said if group != "absent"]
        taken |= {line.number} if matches else set()
    after, more = _after_names([line for line in lines if line.number not in taken], legend)
    came = {each.line for each in (*found, *after) if each.attended_as == "present"} if legend.decisive else set()
    return [*found, *after], taken | more | _unmarked_among(lines, came)


_AFTER = re.compile(rf"(?<=[\w.)’'])\s?(?P<mark>[{re.escape(_MARKS)}])(?!\w)")
_PIECES = re.compile(r"[,;](?![^()]*\))|\s(?:and|&)\s(?![^()]*\))")
_GOES_ON = re.compile(r"(?:,|\band|&|\b[A-Z]\.?|\b(?:Councillors?|Cllrs?|Mrs?|Ms|Dr))$")


def _after_names(lines: list[Line], legend: Legend) -> Taken:
    """Members whose mark stands after the name, one on a line or several in a list: "A Able* (Chair), B Baker*"."""
    found: list[Attendance] = []
    taken: set[int] = set()
    for entry in entries([line for line in lines if line.cells is None]):
        text = " ".join(", ".join(parts_of(line)) for line in entry)
        if not {match["mark"] for match in _AFTER.finditer(text)} & legend.decisive:
            continue
        label, rest = label_in(text)
        if label is not None and group_named(label) == "apologies":
            continue
        several = re.match(r"(?:Councillors|Cllrs)\b", label or rest) is not None
        for piece in _PIECES.split(rest):
            mark = _AFTER.search(piece)
            name = re.sub(r"^(?:Councillors|Cllrs)\s+", "", ROLE.sub("", _AFTER.sub("", piece)).strip(" ."))
            if mark and mark["mark"] in legend.decisive and NAME.match(name):
                titled = re.match(rf"{TITLED}\s", name) is not None or not several
                found.append(Attendance(name if titled else f"Councillor {name}", "present", entry[0].number))
        taken |= {line.number for line in entry}
    return found, taken


def entries(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines, those together that are one list of names broken over several."""
    entry: list[Line] = []
    for line in lines:
        text = entry[-1].text if entry and entry[-1].cells is None else ""
        words = "" if line.cells is not None else line.text
        joins = words and text and (_GOES_ON.search(text) or _both_list(text, words))
        if entry and not joins:
            yield entry
            entry = []
        if not line.blank:
            entry.append(line)
    if entry:
        yield entry


def _both_list(above: str, text: str) -> bool:
    """Whether two lines can be one list of names: commas in both, and no label before the second."""
    return text.count(",") > 0 and above.count(",") > 1 and label_in(text)[0] is None


def _unmarked_among(lines: list[Line], came: set[int]) -> set[int]:
    """The lines of names without a mark in a list whose marks say who was present: these were not."""
    taken: set[int] = set()
    for blank, run in itertools.groupby(lines, key=lambda line: line.blank or line.cells is not None):
        listed = [] if blank else list(run)
        if any(line.number in came for line in listed):
            taken |= {line.number for line in listed if line.number not in came and _is_one_name(line.text)}
    return taken


def _is_one_name(text: str) -> bool:
    name = name_alone(text)
    return NAME.match(name) is not None and (re.match(rf"{TITLED}\s", name) is not None or is_full_name(name))
