# ruff: noqa: E501 - a pattern reads better whole than broken
"""Where reports begin, and what the box, the labels or the first lines at the head of each say."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.committees import committee_name
from papers.reading.dates import find_dates
from papers.reading.labels_and_values import read_label_blocks
from papers.reading.lines import Line, cell_text, fold, parts_of
from papers.reading.venues import without_date_time

Fields = dict[str, list[str]]
LABELS = {
    "to": r"report to|to|committee|meeting|decision[- ]maker|name of (?:committee|meeting)|meeting/committee|final decision[- ]maker",
    "date": r"date(?: of (?:the )?(?:meeting|committee|decision|report))?|(?:meeting|committee|report) date|day and date",
    "subject": r"subject(?: of report)?|title(?: of (?:the )?report)?|report title|(?:agenda )?item title|report subject|report on",
    "of": r"(?:joint )?report (?:of|by|from)|report(?:ing)? (?:author|officer)s?|reporting officers?|(?:lead|responsible|presenting) (?:officer|director)(?: and report author)?s?|lead officer/report author|author(?: of (?:the )?report)?|originating officer|presented by|from|corporate director|executive director",
    "wards": r"(?:electoral )?(?:wards?|divisions?)(?:\(s\))?(?: ?\(s\))?(?: affected)?(?: by decision)?|ward\(s\)",
    "portfolio": r"(?:cabinet )?portfolio(?: ?holder)?(?:\(s\))?|(?:lead )?(?:cabinet|executive) member|lead member",
    "key": r"(?:is this a )?key decision\??(?: ?\(.*\))?|decision type|will this be a key decision\??",
    "plan": r"(?:is it )?included in (?:the )?forward plan\??",
    "exempt": r"exempt ?/ ?confidential(?: report)?|is the report (?:exempt|confidential).*|exempt(?: information)?|confidential|(?:public|open|part)[ /].{0,30}|classification|status(?: of report)?|restriction",
    "contact": r"contact(?: officers?)?(?: details)?|for further information(?: contact)?",
    "purpose": r"purpose(?: of (?:the )?report)?|summary|executive summary|recommendations?.{0,30}",
}
_INLINE = re.compile(
    r"(?:(?<=^)|(?<=\s))(?:Report to|Date of Meeting|Subject|Report of|Wards? Affected|(?:Cabinet )?Portfolio|Is this a Key Decision|Included in Forward Plan|Exempt ?/ ?Confidential Report|Summary)\s*:",
    re.I,
)
_ALSO = re.compile(r"\s+(?=(?:Full Council|Cabinet|Council|Executive)$)")  # parts the second body a report is for
_SECTION = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})?\.?\s+)?(?:(?:executive )?summary|recommendations?|purpose|introduction|background|reasons?|context|decision required|this report)\b",
    re.I,
)
_REPORT_OF = re.compile(r"^(?:joint )?report (?:of|by|from)\s*:?\s+(?:the )?(?P<who>[A-Z].{2,140})$", re.I)
_HAPPENED = re.compile(
    r"^(?:(?:draft )?minutes\b(?! of the (?:last|previous))|(?:members |also |councillors )?present\b|in attendance\b|attendance\b|sederunt|apologies|agenda$)|\b(?:it was (?:resolved|agreed|noted)|resolved\s*[:–—-]|agreed\s*[:–—-]|resolved that|resolved to)|^(?:decision|action)s?\s*:",
    re.I,
)
_ADDRESSED = re.compile(
    r"report to (?:the )?(?P<to>[A-Z][^:]{3,90}\b(?:committee|panel|board|commission|cabinet|council|forum))$", re.I
)
_TO = re.compile(r"\b(?:committee|board|panel|commission|cabinet|forum)\b", re.I)
_GROUP = re.compile(
    r"\b(?:task|working|review|inquiry|peer)\b.{0,30}\b(?:group|team|party|panel)\b|\b(?:panel|inquiry)$|\b(?:review|inquiry|investigation|study) (?:of|into)\b",
    re.I,
)
_NOT_SUBJECT = re.compile(
    r"\b(?:council|agenda item|item no|report (?:of|by|from)|authority)\b|^(?:item|part|not for|open|public|exempt|wards?|portfolio|contact|author|to:|date|meeting|appendi)",
    re.I,
)


def field_of(printed: str) -> str | None:
    """What a label of a report's head names, or None when it is no label of one."""
    words = printed.strip(" :*")
    return next((name for name, pattern in LABELS.items() if re.fullmatch(pattern, words, re.I)), None)


def report_starts(lines: list[Line]) -> list[int]:
    """The indexes of the lines where a report begins."""
    sure = [
        i
        for i, line in enumerate(lines)
        if re.match(r"(?:\|?\s*)report to\s*:?(?:\s|\||$)", line.text, re.I) and _is_box(lines, i)
    ]
    happened = [i for i, line in enumerate(lines) if len(line.text) < 400 and _HAPPENED.search(line.text)]
    if sure or happened:
        return sure or _bound_in(lines, happened[-1] + 1)
    return _labelled_start(lines) or _plain_start(lines)


def _bound_in(lines: list[Line], after: int) -> list[int]:
    """The reports without a box that a pack holds below its minutes: a committee, "Report of the …", then sections."""
    found: list[int] = []
    for at in range(after, len(lines)):
        if _REPORT_OF.match(lines[at].text) is None or len(lines[at].text) > 120:
            continue
        above = [i for i in range(max(after, at - 12), at) if lines[i].text]
        head = next((i for i in above if _TO.search(lines[i].text) and not lines[i].text.endswith(".")), None)
        below = [line for line in lines[at + 1 : at + 14] if line.text]
        if head is not None and any(_SECTION.match(line.text) and len(line.text) < 60 for line in below):
            found.append(head)
    return found


def _is_box(lines: list[Line], index: int) -> bool:
    near = " ".join(line.text for line in lines[index : index + 25])
    labels = r"(?:subject|title|report of|reporting officer|report author|date(?: of meeting)?|wards?(?: affected)?|portfolio|key decision)\s*:"
    return len(re.findall(labels, near, re.I)) >= 2 or sum(_labels_in(line) for line in lines[index : index + 25]) >= 4


def _labels_in(line: Line) -> int:
    if line.cells:
        return sum(1 for cell in line.cells[::2] if len(cell) < 60 and field_of(cell_text(cell)))
    label = re.match(r"(?P<label>[A-Z][^:]{1,50}?)\s*:", line.text)
    return 1 if field_of(label["label"] if label else line.left or "") else 0


def _labelled_start(lines: list[Line]) -> list[int]:
    """A report whose head is labels and values in the first lines of the paper, a subject and its officer among them."""
    front = [i for i, line in enumerate(lines[:60]) if line.text][:22]
    named = [(i, name) for i in front for name in _fields_named(lines[i])]
    names = {name for _, name in named}
    author = "of" in names or any(_REPORT_OF.match(part) for i in front for part in parts_of(lines[i]))
    if "subject" not in names or not author or len(names) < 4 or not _recommends(lines):
        return []
    return [named[0][0] if "to" in names and "of" in names else front[0]]


def _fields_named(line: Line) -> list[str]:
    if line.cells:
        printed = [cell_text(cell) for cell in line.cells[::2]]
    else:
        match = re.match(r"(?P<label>[A-Z][^:]{1,50}?)\s*:", line.text)
        printed = [match["label"] if match else line.left if line.left else line.text if line.bold else ""]
    return [name for each in printed if len(each) < 60 and (name := field_of(each))]


def _plain_start(lines: list[Line]) -> list[int]:
    """A report that has no labels: "Report of the …" among its first lines, its sections below."""
    front = [i for i, line in enumerate(lines[:60]) if line.text and line.cells is None][:14]
    if not _recommends(lines):
        return []
    officer = next((i for i in front if _REPORT_OF.match(lines[i].text) and not _GROUP.search(lines[i].text)), None)
    numbered = [i for i in front if re.match(r"\d{1,2}[.)]?\s+[A-Z]", lines[i].text)]
    return [front[0]] if officer is not None and not (numbered and numbered[0] < officer) else []


def _recommends(lines: list[Line]) -> bool:
    return any(
        _SECTION.match(line.text) and (len(line.text) < 90 or line.text.endswith(":")) for line in lines if line.text
    )


def read_box(lines: list[Line]) -> Fields:
    """The values at the head of a report, by what their labels name."""
    if lines[0].cells is not None:
        return _table_box(lines)
    running, labelled = _running_box(lines), _labelled_box(lines)
    if not any(running.values()) and not labelled["subject"]:
        return _plain_box(lines)
    addressed = next((m["to"] for line in lines[:8] if (m := _ADDRESSED.match(line.text))), None)
    for fields in (running, labelled):
        fields["to"] = fields["to"] or ([addressed] if addressed else [])
    broken = any(_INLINE.search(value) for values in labelled.values() for value in values)
    filled = [sum(map(bool, fields.values())) for fields in (running, labelled)]
    chosen = running if broken or filled[0] > filled[1] else labelled
    plain = _plain_box(lines) if not chosen["of"] else _empty()
    whole = {name: chosen[name] or plain[name] if name in ("to", "date", "of") else chosen[name] for name in chosen}
    return whole | {"to": [body for each in whole["to"] for body in _ALSO.split(each)]}


def _empty() -> Fields:
    return {name: [] for name in LABELS}


def _table_box(lines: list[Line]) -> Fields:
    fields = _empty()
    open_label: dict[int, str] = {}
    for line in lines:
        if not line.cells:
            if line.text:
                break
            continue
        cells = [cell_text(cell) for cell in line.cells]
        for column in range(0, len(cells) - 1, 2):
            if (name := field_of(cells[column])) is not None:
                open_label[column] = name
            elif cells[column]:
                open_label.pop(column, None)
            if column in open_label and cells[column + 1]:
                fields[open_label[column]].append(cells[column + 1])
    return fields


def _running_box(lines: list[Line]) -> Fields:
    """Labels and values run together over broken lines: everything up to Summary, split at the labels."""
    fields, words = _empty(), []
    for line in lines[:60]:
        if re.match(r"(?:summary|recommendation|purpose)", line.text, re.I):
            break
        if not line.furniture and line.text:
            words.append(line.text)
    text = fold(" ".join(words))
    marks = list(_INLINE.finditer(text))
    for mark, after in zip(marks, [*marks[1:], None][: len(marks)], strict=True):
        name = field_of(mark.group())
        value = text[mark.end() : after.start() if after else len(text)].strip()
        if name and value:
            fields[name].append(value)
    return fields


def _labelled_box(lines: list[Line]) -> Fields:
    """Labels at the beginnings of lines, their values beside or below them."""
    fields = _empty()
    end = next((i for i, line in enumerate(lines[:60]) if i and _SECTION.match(line.text)), 60)
    blocks = read_label_blocks(
        lines[:end], lambda label: [name] if (name := field_of(label)) else [], needed={"none"}, opens="none"
    )
    for block in blocks[:1]:
        for name, value in block.values.items():
            fields[name] += [value] if value else []
    return fields


def _plain_box(lines: list[Line]) -> Fields:
    """The first lines of a report without labels: the committee and its day, whose report, and its title."""
    fields = _empty()
    whole = [line for line in lines[:60] if line.text and line.cells is None]
    front = [replace(line, text=part) for line in whole for part in parts_of(line)][:16]
    at, match = next(((i, m) for i, line in enumerate(front) if (m := _REPORT_OF.match(line.text))), (0, None))
    if match is None:
        return fields
    fields["of"] = [match["who"].strip(" .")]
    for line in front[: at + 4]:
        if (
            re.search(r"\b(?:committee|board|panel|commission|cabinet|forum)\b", line.text, re.I)
            and not fields["to"]
            and not _REPORT_OF.match(line.text)
        ):
            fields["to"] = [committee_name(without_date_time(line.text))]
        if find_dates(line.text) and not fields["date"]:
            fields["date"] = [line.text]
    below = _subject_below(front[at + 1 : at + 4], fields["to"])
    fits = [line.text for line in front[:at] if not _NOT_SUBJECT.search(line.text) and not find_dates(line.text)]
    titles = [text for text in fits if committee_name(text) not in fields["to"]]
    fields["subject"] = [below] if below else titles[-1:]
    return fields


def _subject_below(lines: list[Line], to: list[str]) -> str | None:
    """The title among the lines below "Report of the …": the first that is no day, no committee and no section."""
    for line in lines:
        if _SECTION.match(line.text) or ":" in line.text[:30]:
            return None
        dated = find_dates(line.text) or committee_name(without_date_time(line.text)) in to
        if not dated:
            return None if _NOT_SUBJECT.search(line.text) else line.text
    return None
