# ruff: noqa: E501 - a pattern reads better whole than broken
"""Who was there: the names under Present, Also present and Apologies."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from papers.reading.facts import Attendance
from papers.reading.lines import Line, cell_text
from papers.reading.names import NAME, ROLE, TITLED, is_full_name, names_in, same_person, substitutes_in

_GROUPS = (
    (
        "also present",
        re.compile(
            r"(?:also (?:present|in attendance|attending)|in attendance|officers?(?: (?:present|in attendance|attending))?|others? (?:present|in attendance)|together with|attending (?:online|remotely|virtually)|guests|attending|witnesses|cabinet members?(?: present| in attendance)?)(?:\s+\([^)]{1,60}\))?\s*(?::|[-–—](?=\s)|$)",
            re.I,
        ),
    ),
    (
        "apologies",
        re.compile(
            r"(?:apologies(?: for (?:absence|non-attendance|lateness))?(?: and substitut(?:es|ions?))?|absent)(?:\s*(?:[:–—-]\s*)?(?:(?:were|was|had been|have been) )?(?:received|submitted|given|tendered|noted)(?: on behalf of| from| by| for)\s*:?|\s*(?::|[-–—](?=\s)|$))",
            re.I,
        ),
    ),
    (
        "present",
        re.compile(
            r"(?:(?:\w+ ){0,2}members? (?:present|in attendance)(?: in person| remotely| virtually)?|councillors? (?:present|in attendance)|(?:committee |panel |board |sub-committee )?members(?=\s*:)|councillors(?=\s*:)|attendees|sederunt|present|attendance|those present|committee members(?: present)?|voting members|co-?opted members|(?:county |borough |district |city )?councillors(?= present|:))(?:\s+\([^)]{1,60}\))?\s*(?::|[-–—](?=\s)|$)",
            re.I,
        ),
    ),
)
_END = re.compile(r"^(?:\d{1,3}[.)]?\s|agenda|minutes|part [a-z\d]|apologies for absence$|#|[A-Z ]{12,}$)")


class _Roll:
    """The attendance while it is read: whom it names, under which heading, and the entry still open."""

    def __init__(self) -> None:
        self.found: list[Attendance] = []
        self.group: str | None = None
        self.pending = ""
        self.line = 0

    def close(self) -> None:
        """Take the people of the open entry into the roll."""
        if self.group and self.pending:
            self.found.extend(Attendance(name, self.group, self.line) for name in names_in(self.pending))
            if self.group == "apologies":
                self.found.extend(substitutes_in(self.pending, self.line))
        self.pending = ""

    def take(self, text: str, line: int) -> None:
        """A line of the roll: the rest of the open entry, or a new one."""
        if self.pending and _goes_on(self.pending, text):
            self.pending = f"{self.pending} {text}"
        else:
            self.close()
            self.pending, self.line = text, line


def read_attendance(lines: list[Line]) -> list[Attendance]:
    """Everybody named in the lines between the head of the minutes and the first item."""
    lines = _with_whole_labels(lines)
    table = _in_table(lines)
    if table:
        return table
    marked = _by_marks(lines)
    if marked:
        return marked
    columns = _side_by_side(lines)
    if columns:
        return [each for column in columns for each in read_attendance(column)]
    roll = _Roll()
    for line in lines:
        if line.blank or line.furniture:
            roll.close()
            continue
        text = " ".join(filter(None, map(cell_text, line.cells))) if line.cells else _columns_of(line)
        group, rest = group_of(text)
        if group:
            roll.close()
            titled = re.match(
                r"(?:(?:County|Borough|District|City|Town) )?(?:Councillors|Cllrs)\b[^:,]{0,30}:", text, re.I
            )
            roll.group, text = group, f"Councillors {rest}" if titled and rest else rest
        text = text if group or rest else ""
        if _SENTENCE.search(ROLE.sub("", text)):
            roll.close()
            continue
        if roll.group and text:
            roll.take(text, line.number)
    roll.close()
    return _each_once(roll.found)


def _each_once(found: list[Attendance]) -> list[Attendance]:
    """The people, one whom two heads name - "Chair:" and "Members present:" - named once."""
    kept: list[Attendance] = []
    for each in found:
        if not any(k.attended_as == each.attended_as and same_person(k.name, each.name) for k in kept):
            kept.append(each)
    return kept


def _with_whole_labels(lines: list[Line]) -> list[Line]:
    """The lines, a label in a column of its own that is broken over two made whole on the first: "ALSO" above "PRESENT:"."""
    made = list(lines)
    for at, (line, below) in enumerate(pairwise(lines)):
        if not (line.left and below.left and line.left.isupper() and below.left.endswith(":")) or ":" in line.left:
            continue
        label, rest = f"{line.left} {below.left}", line.text[len(line.left) :].strip()
        if group_of(label)[0] and not group_of(label)[1] and rest:
            made[at] = replace(line, text=f"{label} {rest}", left=label)
            made[at + 1] = replace(below, text=below.text[len(below.left) :].strip(), left=None)
    return made


_SENTENCE = re.compile(
    r"\bmet (?:at|in|via)\b|\b(?:attended|was held|was quorate|declared|arrived|left|joined) (?:the|by|in|at|via|an?)\b"
)


_ATTENDED = {"present": "present", "apologies": "apologies", "apology": "apologies"}


def _in_table(lines: list[Line]) -> list[Attendance]:
    """Attendance as web pages list it: rows of a name, a role, and "Present" or "Apologies"."""
    found = []
    for line in lines:
        cells = [cell_text(cell) for cell in line.cells or ()]
        said = next(
            (
                _ATTENDED.get(re.split(r"\W", cell.lower())[0])
                for cell in cells[1:]
                if re.split(r"\W", cell.lower())[0] in _ATTENDED
            ),
            None,
        )
        name = ROLE.sub("", cells[0]).split(",")[0].strip() if cells else ""
        if said is None or not NAME.match(name):
            continue
        other = any(re.search(r"\b(?:officer|attendance|observer|guest|director)\b", cell, re.I) for cell in cells[1:])
        found.append(Attendance(name, "also present" if other and said == "present" else said, line.number))
    return found


_LEGEND = re.compile(
    r"\(?(?P<mark>[*†‡#^+])\s*(?:=|-|–)?\s*(?:denotes?|indicates?|shows?|means)?\s*(?:(?:those|members?|councillors?)\s+)?(?:who (?:were|was|had)\s+)?(?P<what>present|attended|in attendance|apolog|absent)",
    re.I,
)
_MARKED = re.compile(
    rf"(?P<mark>[*†‡#^+])\s*(?P<name>(?:(?:{TITLED}|Reverend|District|Borough|County|Town)\s+)*[A-Z][\w.'’-]*\s+[A-Z][\w'’-]+)"
)


def _by_marks(lines: list[Line]) -> list[Attendance]:
    """Members of whom a mark before the name says who came: "* Jo Fenn", where "* Denotes Member present"."""
    legend = {}
    for line in lines:
        for match in _LEGEND.finditer(line.text):
            legend[match["mark"]] = "apologies" if match["what"].lower().startswith(("apolog", "absent")) else "present"
    if not legend:
        return []
    return [
        Attendance(match["name"], legend[match["mark"]], line.number)
        for line in lines
        if line.cells is None and not _LEGEND.search(line.text)
        for match in _MARKED.finditer(line.text)
        if match["mark"] in legend
    ]


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


def _columns_of(line: Line) -> str:
    """The words of a line set in two columns: both where both name people, else the left, whose body is at the right."""
    before = line.text.removesuffix(line.edge[1]).strip() if line.edge else ""
    if line.edge and before and not before.endswith(":") and is_full_name(ROLE.sub("", line.edge[1])):
        return f"{before}, {line.edge[1]},"
    if line.left is None or not re.match(rf"{TITLED}\s", line.left):
        return line.text
    right = line.text[len(line.left) :].strip()
    return f"{line.left}, {right}" if re.match(rf"{TITLED}\s", right) else line.left


def _goes_on(pending: str, text: str) -> bool:
    if len(pending) > 2_000:
        return False
    starts_anew = re.match(rf"(?:{TITLED}\s|[-•*]|[A-Z]|\d)", text)
    return re.search(r"[,:–-]$|\band$", pending) is not None or not starts_anew or _wraps(pending, text)


def _wraps(pending: str, text: str) -> bool:
    """A second line of one person's post, or of a list of surnames."""
    if re.match(rf"(?:{TITLED})\s", text):
        return False
    if re.match(r"[A-Z][\w -]{2,30}:", text):
        return False
    return "," in pending or bool(re.search(r"\s[–-]\s", pending))


_LABELLED = re.compile(r"(?P<label>[A-Za-z][\w'’/&,() -]{2,70}?)\s*:(?:-|–)?(?=\s|$)")
_SORTS = r"(?:officers?|guests?|partners?|witnesses|observers?|advis[eo]rs|staff|public|press|others?|representatives|speakers|invitees|cabinet members?|portfolio holders?|(?:other|visiting|non-committee) (?:members|councillors))"
_HEADING_OF_OTHERS = re.compile(
    rf"(?:(?:council|external|invited|supporting|visiting|other) )?{_SORTS}(?:(?: and | & |, | / ){_SORTS}){{0,3}}(?: (?:present|in attendance|attending))?",
    re.I,
)
_BODY_ALONE = re.compile(r"\b(?:council|authority|trust|borough|district|party|group)$", re.I)  # whose members follow
_OTHERS = re.compile(
    r"\b(?:officers?|staff|others?|(?:cabinet|executive|lead|visiting|portfolio|non[- ]\w+) (?:members?|holders?|councillors?)|guests?|public|press|observers?|witness(?:es)?|also|advis[eo]rs?|support|partners?|external|invited|invitees|invitation|speakers?|clerk|secretariat|in attendance|attending(?: remotely| online)?)\b",
    re.I,
)
_OF_COMMITTEE = re.compile(
    r"\b(?:members|councillors?|cllrs?|present|attend(?:ees|ance|ing)|co-?opt(?:ed|ees?)|substitutes?|sederunt|representatives)\b|^(?:vice[- ]|deputy )?(?:chair(?:man|person|woman)?|convener)$",
    re.I,
)


def _labelled_group(text: str) -> tuple[str | None, str]:
    """The group a label such as "Visiting Cabinet Members:" names: apologies, others, or the committee's own."""
    match = _LABELLED.match(text)
    if match is None or len(match["label"].split()) > 8 or re.match(rf"{TITLED}\s", match["label"]):
        return None, text
    label, rest = match["label"], text[match.end() :].strip(" :–—-")
    if not rest and _BODY_ALONE.search(label):
        return None, ""
    if re.search(r"\bapolog|\babsent", label, re.I):
        return "apologies", rest
    if _OTHERS.search(label) and not re.match(
        r"(?:committee |panel |board )?members (?:present|in attendance)", label, re.I
    ):
        return "also present", rest
    return ("present", rest) if _OF_COMMITTEE.search(label) else (None, text)


def group_of(text: str) -> tuple[str | None, str]:
    """Whether a line opens the names of those present, also present or with apologies, and the rest of the line."""
    labelled = _labelled_group(text)
    if labelled[0] or not labelled[1]:
        return labelled
    for name, pattern in _GROUPS:
        match = pattern.match(text)
        if match:
            return name, text[match.end() :].strip(" :–—-")
    if _HEADING_OF_OTHERS.fullmatch(text):
        return "also present", ""
    match = re.match(r"PRESENT\b|ALSO PRESENT\b|IN ATTENDANCE\b|APOLOGIES\b", text)
    if match:
        word = match.group().lower().replace("in attendance", "also present")
        return word, re.sub(r"^for absence\b", "", text[match.end() :].strip(" :–—-"), flags=re.I).strip(" :–—-")
    return None, text
