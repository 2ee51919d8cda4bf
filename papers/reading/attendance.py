# ruff: noqa: E501 - a pattern reads better whole than broken
"""Who was there: the names under Present, Also present and Apologies."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.facts import Attendance
from papers.reading.lines import Line, cell_text, fold

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
TITLED = r"(?:Councillors?|Cllrs?\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Prof(?:essor|\.)?|Rev(?:erend|d)?\.?|Sir|Dame|Lord|Lady|Alderman|Father|Canon)"
_PLURAL = re.compile(r"^(?:Councillors|Cllrs)\.?:?\s+", re.I)
_ROLE = re.compile(r"\s*\((?P<role>[^()]{1,80})\)")
NAME = re.compile(
    rf"^(?:{TITLED}\s+)*(?:[A-Z][\w.'’-]*)(?:[\s-]+(?:(?:de|van|von|der|la|Mc|O')\s)?[A-Z][\w.'’-]*){{0,4}}$"
)
_NOT_NAME = re.compile(
    r"\b(?:members? of the public|public|press|none|nil|quorum|vacanc(?:y|ies)|committee|council|meeting|officers?$|representatives? of)\b|\d",
    re.I,
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
        text = " ".join(cell for cell in line.cells if cell) if line.cells else _columns_of(line)
        group, rest = group_of(text)
        if group:
            roll.close()
            titled = re.match(
                r"(?:(?:County|Borough|District|City|Town) )?(?:Councillors|Cllrs)\b[^:,]{0,30}:", text, re.I
            )
            roll.group, text = group, f"Councillors {rest}" if titled and rest else rest
        text = text if group or rest else ""
        if _SENTENCE.search(_ROLE.sub("", text)):
            roll.close()
            continue
        if roll.group and text:
            roll.take(text, line.number)
    roll.close()
    return roll.found


_SENTENCE = re.compile(
    r"\bmet (?:at|in|via)\b|\b(?:attended|was held|was quorate|declared|arrived|left|joined) (?:the|by|in|at|via|an?)\b"
)


_ATTENDED = {"present": "present", "apologies": "apologies", "absent": "apologies", "apology": "apologies"}


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
        if said is None or not NAME.match(_ROLE.sub("", cells[0])):
            continue
        other = any(re.search(r"\b(?:officer|attendance|observer|guest|director)\b", cell, re.I) for cell in cells[1:])
        found.append(
            Attendance(_ROLE.sub("", cells[0]), "also present" if other and said == "present" else said, line.number)
        )
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
    r"\b(?:officers?|staff|others?|(?:cabinet|executive|lead|visiting|portfolio|non[- ]\w+) (?:members?|holders?|councillors?)|guests?|public|press|observers?|witness(?:es)?|also|advis[eo]rs?|support|partners?|external|invited|invitees|speakers?|clerk|secretariat|in attendance|attending(?: remotely| online)?)\b",
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


_OF_A_POST = re.compile(
    r"\b(?:Officer|Director|Manager|Head|Lead|Chief|Chair\w*|Council|Services?|Team|Executive|Advis[eo]r|Solicitor|Accountant|Assistant|Members?|Holder|Cabinet|Committee|Trust|Board|Group|Support|Clerk|Engineer|Planner|Analyst|Partner|Governance|Democratic|Scrutiny|Representative|Governor|Police|NHS|Deputy|Leader|Mayor|Principal|Senior|Commissioner|Superintendent|Inspector|Foundation|University|Coordinator|Consultant)\b"
)


def _full(name: str) -> bool:
    """Whether words are somebody's first name and surname, and no post: "Una Butland", not "Programme Director"."""
    return len(name.split()) in (2, 3) and _OF_A_POST.search(name) is None and not name.isupper()


def names_in(text: str) -> list[str]:
    """The people named in a list: "Councillors Hall, Danny Burns and Lee (Chair)" as three councillors."""
    text = fold(re.sub(r"^[-•*]\s*", "", text)).strip(" .;")
    text = re.sub(
        r"^(?:(?:were|was|had been) )?(?:received|submitted|given|tendered|noted|reported)?\s*(?:from|by|on behalf of|for)\s+",
        "",
        text,
    )
    text = re.sub(r"^(?:named )?substitutes?(?: members?)?\s*:\s*", "", text, flags=re.I)
    title = ""
    names: list[str] = []
    text = re.sub(rf";\s+(?:and\s+)?(?={TITLED}\s)", "; \u241e", text)
    for part in re.split(r";|,(?![^()]*\))|\band\b(?![^()]*\))", text):
        if "\u241e" in part:  # somebody with a title of his own after a semicolon: the list of councillors is over
            title, part = "", part.replace("\u241e", "")
        part = re.sub(r"^\s*(?:Co-?opted|Independent|Substitutes?|(?:Non-?)?[Vv]oting)[\w -]{0,30}:\s+", "", part)
        is_person = _ROLE.search(part) is not None or re.match(r"\s*[A-Z]\.\s?[A-Z]", part) is not None
        part = _ROLE.sub("", part).strip(" .:–—-")
        plural = _PLURAL.match(part)
        if plural:
            title, part = "Councillor ", part[plural.end() :]
        own = re.match(rf"{TITLED}\s", part)
        if re.match(r"(?:Councillor|Cllr)\b", part):
            title = ""
        name = re.sub(r"\s+in the chair$", "", re.split(r"\s[–—-]\s", part)[0].strip(), flags=re.I)
        if not part:
            continue
        if (
            not name
            or _NOT_NAME.search(name)
            or not NAME.match(name)
            or (names and not (own or title or is_person or _full(name)))
        ):
            if names and not title:
                break
            continue
        names.append(f"{title}{name}")
    return names


_SUBSTITUTE = re.compile(
    rf"\((?:(?:substituted|replaced|represented) by|substitutes?\s*[:–-]?|with)\s+(?P<a>{TITLED}\s[^()]{{2,60}}?)(?:\s+(?:as substitute|substituting|attending)[^()]{{0,40}})?\)"
    rf"|\((?P<b>{TITLED}\s[^()]{{2,60}}?)\s+(?:substitut(?:ing|ed|e)|attend(?:ing|ed)|in attendance|as (?:a )?substitute|deputis(?:ing|ed))[^()]{{0,60}}\)",
    re.I,
)


def substitutes_in(text: str, line: int) -> list[Attendance]:
    """Who came for somebody that sent apologies: "Councillor Hall (Councillor Lee substituting)" gives Lee as present."""
    found = (match["a"] or match["b"] for match in _SUBSTITUTE.finditer(text))
    return [Attendance(name.strip(), "present", line) for name in found if NAME.match(name.strip())]


_APOLOGISED = re.compile(
    r"apologies (?:for (?:absence|non-attendance|lateness) )?(?:had been |were |was |have been )?(?:received|submitted|given|tendered|noted|reported|accepted|made|offered|sent)(?: on behalf of| from| by| for)?\s*:?\s*(?P<names>.+)"
    r"|\b(?:received|submitted|given|tendered)\s+(?:from|by|on behalf of|for)\s+(?P<others>.+)",
    re.I,
)


def apologies_in(text: str, line: int) -> list[Attendance]:
    """Who apologised, from the sentence of the minute on apologies."""
    match = _APOLOGISED.search(text) or re.match(r"(?P<names>(?:Councillors?|Cllrs?)\s.+)$", text)
    if match is None:
        return []
    words = match.groupdict().get("names") or match.groupdict().get("others") or ""
    sentence = re.split(
        r"(?<=[a-z]{4})\.\s|,? (?:with|and) (?=(?:Councillor|Cllr)[^,;]{3,50}? (?:attend|substitut|deputis|was in attendance))",
        words,
    )[0]
    names: list[str] = []
    for part in re.split(r";", sentence):
        names.extend(_apology_names(part))
    return [*(Attendance(name, "apologies", line) for name in names), *substitutes_in(sentence, line)]


def _apology_names(part: str) -> list[str]:
    part = _ROLE.sub("", part)
    titled = re.findall(
        r"(?:Councillor|Cllr\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Rev\.?)\s+[A-Z][\w.'’-]*(?:\s+[A-Z][\w'’-]+){0,3}",
        part,
    )
    plural = re.search(r"(?:Councillors|Cllrs)\s+(.+)", part)
    if plural:
        return names_in(f"Councillors {plural.group(1)}")
    return [name.strip(" .") for name in titled] or _untitled(part)


def _untitled(part: str) -> list[str]:
    """Names without titles, as some councils print them: two words or more, each with a capital."""
    names = [
        re.split(r"\s[–—-]\s|,", each)[0].strip(" .")
        for each in re.split(r",\s*|\s+and\s+", re.split(r"[.;]\s", part)[0])
    ]
    return [
        name
        for name in names
        if re.fullmatch(r"(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’-]+", name) and not _NOT_NAME.search(name)
    ]
