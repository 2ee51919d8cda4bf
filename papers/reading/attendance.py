# ruff: noqa: E501 - a pattern reads better whole than broken
"""Who was there: the names under Present, Also present and Apologies."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from itertools import pairwise

from papers.reading.attendance_grids import read_grids
from papers.reading.attendance_groups import group_named, group_of, is_field, label_in, names_a_body
from papers.reading.dates import find_dates
from papers.reading.facts import Attendance
from papers.reading.lines import Line, cell_text, parts_of
from papers.reading.names import NAME, ROLE, TITLED, each_person_once, is_full_name, names_in, substitutes_in


class _Roll:
    """The attendance while it is read: whom it names, under which heading, and the entry still open."""

    def __init__(self) -> None:
        self.found: list[Attendance] = []
        self.group: str | None = None
        self.pending = ""
        self.line = 0
        self.by_body = False  # members are listed by the councils they come from
        self.told = False  # the names run on in a sentence, to its full stop

    def close(self) -> None:
        """Take the people of the open entry into the roll."""
        self.pending = _NOT_THERE.sub("", self.pending)
        self.found.extend(
            Attendance(match["who"], "apologies", self.line) for match in _SENT_APOLOGIES.finditer(self.pending)
        )
        self.pending = _NEXT_SENTENCE.split(self.pending)[0]
        group = "present" if _IN_THE_CHAIR.search(self.pending) else self.group
        if group and self.pending:
            for entry, attended_as in _apart(self.pending, group):
                self.found.extend(Attendance(name, attended_as, self.line) for name in _people(entry, attended_as))
            if group == "apologies":
                self.found.extend(substitutes_in(self.pending, self.line))
        self.pending = ""

    def open(self, group: str | None, *, told: bool = False) -> None:
        """End the open entry, and begin the names of a group; None where a heading of something else begins."""
        self.close()
        self.group, self.told = group, told

    def take(self, text: str, line: int) -> None:
        """A line of the roll: the rest of the open entry, or a new one."""
        unended = self.told and not self.pending.endswith(".")
        if self.pending and (unended or _goes_on(self.pending, text)):
            joint = ", " if _is_name(re.split(r", | and ", self.pending)[-1]) and _all_names(text) else " "
            self.pending = f"{self.pending}{joint}{text}"
        else:
            self.close()
            self.pending, self.line = text, line


_NEXT_SENTENCE = re.compile(r"(?<=[a-z)]{2})(?<!Cllr)(?<!Mrs)(?<!Prof)(?<!Rev)(?<!Mr)(?<!Ms)(?<!Dr)\.\s+(?=[A-Z])")
_SENT_APOLOGIES = re.compile(
    rf"(?P<who>{TITLED}\s[A-Z][\w.'’-]*(?: [A-Z][\w'’-]*){{0,3}}) (?:(?:had|has) )?(?:sent|given|gave|tendered) (?:(?:his|her|their) )?apologies\b"
)
_NOT_THERE = re.compile(r"[^,;]{3,60}\((?:not present|absent|apolog\w+|did not attend)\b[^()]{0,40}\)", re.I)
_IN_THE_CHAIR = re.compile(r"\bin the chair\b|\b(?:presided|presiding|took the chair)\b", re.I)
_POSTS = r"(?:[Oo]fficer|[Dd]irector|[Mm]anager|[Hh]ead|[Ll]ead|[Cc]hief|[Ss]ervices?|[Tt]eam|[Aa]dvis[eo]r|[Ss]olicitor|[Aa]nalyst|[Ee]ngineer)s?"
_POST = re.compile(rf"\b{_POSTS}\b")


def _apart(entry: str, group: str) -> list[tuple[str, str]]:
    """An entry of councillors and, after a semicolon, of officers without a title, each with how they attended."""
    first, semicolon, rest = entry.partition(";")
    others = group == "present" and semicolon and re.match(r"(?:Councillors?|Cllrs?)\b", first)
    if others and re.search(rf"\b{TITLED}\s", rest) is None and ROLE.search(rest) and not _OUTSIDE.search(rest):
        return [(first, group), (rest, "also present")]
    return [(entry, group)]


_OUTSIDE = re.compile(r"\b(?:co-?opt|governor|dioces|representative|member|independent|church)", re.I)


def _people(entry: str, group: str) -> list[str]:
    """The people an entry names; a word alone is no officer's name, but half of a post."""
    names = names_in(entry)
    return names if group != "also present" else [name for name in names if " " in name and not _POST.search(name)]


def read_attendance(lines: list[Line]) -> list[Attendance]:
    """Everybody named in the lines between the head of the minutes and the first item."""
    lines = _with_whole_labels(lines)
    listed, taken = read_grids(lines)
    lines = [line for line in lines if line.number not in taken]
    columns = _side_by_side(lines)
    headed = bool(listed) or any(group_of(line.text)[0] == "present" for line in lines)
    rolls = [each for column in columns or [lines] for each in _roll(column, headed=headed)]
    found = each_person_once(_members_first([*listed, *rolls]))
    return found if any(each.attended_as != "also present" for each in found) else []


def _members_first(found: list[Attendance]) -> list[Attendance]:
    """The attendance, councillors first named under "In attendance" being those present where nobody else is."""
    if any(each.attended_as == "present" for each in found):
        return found
    first = list(itertools.takewhile(lambda each: re.match(rf"{TITLED}\s", each.name) is not None, found))
    named = [each for each in first if each.attended_as == "also present"]
    return [replace(each, attended_as="present") if each in named else each for each in found]


def _roll(lines: list[Line], *, headed: bool) -> list[Attendance]:
    """Everybody named under the labels and headings of the lines; `headed` says that some words head those present."""
    roll = _Roll()
    for at, line in enumerate(lines):
        if line.blank or line.furniture:
            roll.close()
            continue
        alone = _stands_alone(lines, at)
        label, text = _label_and_rest(line, alone=alone)
        text = _BULLET.sub("", text)
        group, rest = group_of(f"{label}: {text}" if label else text)
        if group:
            if not headed and not roll.found and _IN_ATTENDANCE.match(label or line.text):
                group = "present"
            titled = re.match(
                r"(?:(?:County|Borough|District|City|Town) )?(?:Councillors|Cllrs)\b[^:,]{0,30}$",
                label or text.partition(":")[0],
                re.I,
            )
            within, named = label_in(rest)
            roll.by_body = group == "present" and within is not None and not group_named(within)
            rest = named if roll.by_body else rest
            roll.open(group, told=_TOLD.search(line.text) is not None)
            text = f"Councillors {rest}" if titled and rest and not re.match(rf"{TITLED}\s", rest) else rest
        elif label is not None and not names_a_body(label) and not (roll.by_body and _COUNCILLORS.match(text)):
            roll.open("also present" if roll.found or roll.group else None)
        elif label is not None and roll.group == "present" and _COUNCILLORS.match(text):
            roll.by_body = True
        elif alone and _is_heading(text):
            roll.open(None)
            continue
        if names_a_body(text) or find_dates(text) or _SENTENCE.search(ROLE.sub("", text)):
            roll.close()
        elif text:
            roll.take(text, line.number)
    roll.close()
    return roll.found


_COUNCILLORS = re.compile(r"(?:Councillors?|Cllrs?)\b")
_IN_ATTENDANCE = re.compile(r"in attendance\b", re.I)  # heads the members where no other heading does


_BULLET = re.compile(r"^[-•*·]\s+")


def _stands_alone(lines: list[Line], at: int) -> bool:
    """Whether a line has a gap above it and below."""
    near = (lines[at - 1] if at else None, lines[at + 1] if at + 1 < len(lines) else None)
    return lines[at].cells is None and all(line is None or line.blank for line in near)


def _label_and_rest(line: Line, *, alone: bool) -> tuple[str | None, str]:
    """The label of a line - before a colon, in a column or a cell of its own - and the words it labels."""
    if line.cells is not None:
        cells = [words for cell in line.cells if (words := cell_text(cell))]
        if len(cells) == 2 and _HEAD_OF_NAMES.fullmatch(" ".join(cells)):
            return None, ""
        if len(cells) == 2 and _may_label(cells[0].rstrip(" :")):
            return cells[0].rstrip(" :"), cells[1]
        return None, ", ".join(cells)
    parts = parts_of(line)
    if len(parts) > 1 and ": " not in parts[0] and _may_label(parts[0].rstrip(" :-–")):
        return parts[0].rstrip(" :-–"), _beside(parts[1:])
    label, rest = label_in(parts[0] if parts else line.text)
    if len(parts) > 1:
        rest = _beside((rest, *parts[1:]) if rest else parts[1:])
    dashed = _DASHED.match(line.text) if label is None else None
    if dashed is not None and group_named(dashed["label"]) and _may_label(dashed["label"]):
        return dashed["label"], dashed["rest"]
    if label is None and alone and group_named(line.text) and _may_label(line.text):
        return line.text, ""
    return (None, line.text if len(parts) < 2 else rest) if label is None or is_field(label) else (label, rest)


_HEAD_OF_NAMES = re.compile(
    r"(?:members?|councillors?|names?|attendees?|representatives?|officers?|guests?) (?:authority|organisation|council|borough|ward|party|role|title|job title|position|post|designation|department|representing|portfolio|capacity)",
    re.I,
)  # the heads of a table of names
_DASHED = re.compile(r"(?P<label>[A-Z][\w -]{2,40}?)\s[–—-]\s(?P<rest>[A-Z].+)$")


def _may_label(words: str) -> bool:
    """Whether words that stand before others can be the label of these: "Also in attendance", no name and no field."""
    titled = re.search(rf"\b{TITLED}\s(?=[A-Z])(?!Present|In\b|Attend)", words)
    plain = len(words.split()) <= 6 and titled is None and words[:1].isupper()
    known = group_named(words) is not None and re.search(r"[.;,]", words) is None
    return plain and (known or not _is_name(words)) and not is_field(words)


def _beside(parts: tuple[str, ...]) -> str:
    """What stands in columns: names, each an entry of its own; a name, of whose post or council the rest tells; else the words as one."""
    if len(parts) > 1 and all(map(_is_name, parts)):
        return ", ".join(parts)
    return parts[0] if _is_name(parts[0]) else " ".join(parts)


def _is_name(words: str) -> bool:
    bare = ROLE.sub("", words).strip(" ,")
    return NAME.match(bare) is not None and (re.match(rf"{TITLED}\s", bare) is not None or is_full_name(bare))


def _is_heading(text: str) -> bool:
    """A few words on a line of their own that are nobody's name: they end the roll."""
    few = len(text.split()) <= 6 and not re.search(r"[.,;]", text) and not re.match(rf"{TITLED}\s", text)
    return few and not any(map(_is_name, text.split(" and "))) and not names_a_body(text)


def _all_names(words: str) -> bool:
    return all(map(_is_name, words.split(", ")))


def _with_whole_labels(lines: list[Line]) -> list[Line]:
    """The lines, a label in a column of its own that is broken over two made whole on the first: "ALSO" above "PRESENT:"."""
    made = list(lines)
    for at, (line, below) in enumerate(pairwise(lines)):
        left = line.left or (line.text if line.cells is None and len(line.text) < 30 else "")
        if not (left and below.left and below.left.endswith(":")) or ":" in left:
            continue
        if not (left.isupper() or _LABEL_BROKEN.search(left) or below.left[:1].islower()):
            continue
        label, rest = f"{left} {below.left}", line.text[len(left) :].strip()
        if group_of(label)[0] and not group_of(label)[1] and not rest:
            made[at] = replace(line, text="", left=None)
            text = f"{label} {below.text[len(below.left) :].strip()}"
            made[at + 1] = replace(below, text=text, left=label, parts=(label, *below.parts[1:]))
        elif group_of(label)[0] and not group_of(label)[1]:
            made[at] = replace(line, text=f"{label} {rest}", left=label)
            made[at + 1] = replace(below, text=below.text[len(below.left) :].strip(), left=None)
    return made


_LABEL_BROKEN = re.compile(r"\b(?:in|and|with|for|of|by|the|also|not|members|officers|councillors)$|&$", re.I)
_SENTENCE = re.compile(
    r"\bmet (?:at|in|via)\b|^The \w+\b.{0,80}?\b(?:opened|welcomed|closed|explained|reminded|introduced)\b|\b(?:attended|was held|was quorate|declared|arrived|left|joined) (?:the|by|in|at|via|an?)\b"
)


def _side_by_side(lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
    """Members at the left and officers at the right of a page, each as lines of their own; None where they are not."""
    head = next(
        (
            n
            for n, line in enumerate(lines)
            if line.left and _is_label(line.left) and _is_label(line.text[len(line.left) :].strip())
        ),
        None,
    )
    if head is None:
        return None
    left, right = [*lines[:head]], list[Line]()
    for number, line in enumerate(lines[head:]):
        ended = number and line.blank and number > 1 and not lines[head + 1].blank
        if ended:
            return [*left, *lines[head + number :]], right
        if line.left is not None:
            left.append(replace(line, text=line.left, left=None))
            right.append(replace(line, text=line.text[len(line.left) :].strip(), left=None))
        else:
            (right if line.indent > 20 else left).append(line)
    return left, right


def _is_label(text: str) -> bool:
    return len(text.split()) <= 4 and group_of(text)[0] is not None and not group_of(text)[1]


def _goes_on(pending: str, text: str) -> bool:
    """Whether a line goes on with the entry above it: that wants more, or this begins nothing of its own."""
    if len(pending) > 2_000:
        return False
    if pending.count("(") > pending.count(")") or _UNENDED.search(pending):
        return True
    starts_anew = re.match(rf"(?:{TITLED}\s|[-•*]|[A-Z]|\d)", text)
    return not starts_anew or _wraps(pending, text)


_UNENDED = re.compile(rf"[,:–-]$|\b(?:and|{TITLED}|[A-Z])$")
_TOLD = re.compile(r"\b(?:received|submitted|given|tendered|noted|intimated|sent|accepted)\b", re.I)
_NAME_AND_POST = re.compile(
    rf"(?:{TITLED}\s)?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){{0,3}}(?:\s[–-]\s|,\s(?=[A-Z][\w &]{{0,60}}\b{_POSTS}\b))"
)


def _wraps(pending: str, text: str) -> bool:
    """A second line of one person's post, or of a list of surnames."""
    if re.match(rf"(?:{TITLED})\s", text):
        return False
    if re.match(r"[A-Z][\w -]{2,30}:", text) or _NAME_AND_POST.match(text):
        return False
    return "," in pending or bool(re.search(r"\s[–-]\s", pending))
