# ruff: noqa: E501 - a pattern reads better whole than broken
"""Reports: the box at the head of each, what it recommends, whom to ask, and its finance and legal numbers."""

from __future__ import annotations

import datetime as dt
import re

from papers.reading.comment_numbers import COMMENT_NUMBER
from papers.reading.dates import find_dates
from papers.reading.facts import Report, ReportRecommendation
from papers.reading.labels import take_label
from papers.reading.lines import Line, cell_text, fold
from papers.reading.paragraphs import paragraphs

_LABELS = (
    ("to", r"report to"),
    ("date", r"date(?: of meeting)?|meeting date"),
    ("subject", r"subject|title(?: of report)?|report title"),
    ("of", r"report (?:of|by|from)|report author"),
    ("wards", r"wards?(?:\(s\))? affected"),
    ("portfolio", r"(?:cabinet )?portfolio(?: holder)?|cabinet member"),
    ("key", r"(?:is this a )?key decision\??"),
    ("plan", r"(?:is it )?included in (?:the )?forward plan\??"),
    (
        "exempt",
        r"exempt ?/ ?confidential(?: report)?|is the report (?:exempt|confidential).*|exempt information|confidential",
    ),
)
_LABEL = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _LABELS), re.I)
_INLINE = re.compile(
    r"(?:(?<=^)|(?<=\s))(?:Report to|Date of Meeting|Subject|Report of|Wards? Affected|(?:Cabinet )?Portfolio|Is this a Key Decision|Included in Forward Plan|Exempt ?/ ?Confidential Report|Summary)\s*:",
    re.I,
)
_RECOMMENDS = re.compile(r"^(?:\d{1,2}\.?\s+)?(?:officer )?recommendations?(?:\(s\))?\s*:?$", re.I)
_RECOMMENDS_ENDS = re.compile(
    r"^(?:reasons?|alternative|background|what will|implications|summary|(?:\d{1,2}\.?\s+)?(?:introduction|purpose|context))\b",
    re.I,
)
_STEM = re.compile(
    r"^(?:that|the committee is (?:asked|recommended|requested|invited) to|(?:the )?(?:members|committee|board|panel|cabinet|council)\b[^:]{0,120}|it is recommended that.{0,80})\s*:?-?$",
    re.I,
)
_CONTACT = re.compile(
    r"^(?:contact officer|report author|author|lead officer|contact)\s*:?\s*\|?\s*(?P<name>[^|]*)", re.I
)


def report_starts(lines: list[Line]) -> list[int]:
    """The indexes of the lines where a report begins."""
    return [
        i
        for i, line in enumerate(lines)
        if re.match(r"(?:\|?\s*)report to\s*:?(?:\s|\||$)", line.text, re.I) and _is_box(lines, i)
    ]


def _is_box(lines: list[Line], index: int) -> bool:
    near = " ".join(line.text for line in lines[index : index + 25])
    return (
        len(re.findall(r"(?:subject|report of|date of meeting|wards? affected|portfolio|key decision)\s*:", near, re.I))
        >= 2
    )


def read_report(lines: list[Line]) -> Report:
    """One report from its first line to the line before the next report."""
    fields = _box(lines)
    references = {
        m["which"]: f"{m['which']}.{m['number']}"
        for m in reversed([m for line in lines if "D" in line.text for m in COMMENT_NUMBER.finditer(line.text)])
    }
    contact = next(
        (_contact(lines, i) for i, line in enumerate(lines) if re.match(r"contact officer", line.text, re.I)), None
    )
    return Report(
        tuple(fields["to"]),
        tuple(_dates(fields["date"])),
        _one(fields["subject"]),
        _one(fields["of"]),
        _one(fields["portfolio"]),
        _said(fields["key"]),
        _said(fields["plan"]),
        _said(fields["exempt"]),
        references.get("FD"),
        references.get("LD"),
        contact,
        tuple(_recommendations(lines)),
        lines[0].number,
    )


def _box(lines: list[Line]) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {name: [] for name, _ in _LABELS}
    if lines[0].cells is not None:
        _table_box(lines, fields)
    else:
        _running_box(lines, fields)
    return fields


def _table_box(lines: list[Line], fields: dict[str, list[str]]) -> None:
    open_label: dict[int, str] = {}
    for line in lines:
        if not line.cells:
            if line.text:
                break
            continue
        cells = [cell_text(cell) for cell in line.cells]
        for column in range(0, len(cells) - 1, 2):
            if (name := _field(cells[column])) is not None:
                open_label[column] = name
            elif cells[column]:
                open_label.pop(column, None)
            if column in open_label and cells[column + 1]:
                fields[open_label[column]].append(cells[column + 1])


def _running_box(lines: list[Line], fields: dict[str, list[str]]) -> None:
    """Labels and values run together over broken lines: everything up to Summary, split at the labels."""
    words = []
    for line in lines[:60]:
        if re.match(r"(?:summary|recommendation|purpose)", line.text, re.I):
            break
        if not line.furniture and line.text:
            words.append(line.text)
    text = fold(" ".join(words))
    marks = list(_INLINE.finditer(text))
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        name = _field(mark.group())
        value = text[mark.end() : after.start() if after else len(text)].strip()
        if name and value:
            fields[name].append(value)


def _field(printed: str) -> str | None:
    """What a label of the box names, or None when it is no label of one."""
    label = _LABEL.fullmatch(printed.strip(" :"))
    return label.lastgroup if label else None


def _one(values: list[str]) -> str | None:
    return values[0] if values else None


def _dates(values: list[str]) -> list[dt.date]:
    return [found.on for value in values for found in find_dates(value)[:1] if found.on]


def _said(values: list[str]) -> bool | None:
    if not values:
        return None
    if re.match(r"(?:y|yes)\b", values[0], re.I):
        return True
    return False if re.match(r"(?:no?|not|none|open)\b", values[0], re.I) else None


def _contact(lines: list[Line], index: int) -> str | None:
    line = lines[index]
    if line.cells:
        cells = [cell_text(cell) for cell in line.cells]
        return (cells[1] or None) if len(cells) > 1 else None
    match = _CONTACT.match(line.text)
    name = match["name"].strip() if match else ""
    if not name:
        name = next((each.text for each in lines[index + 1 : index + 3] if each.text), "")
    return re.split(r"\s*(?:,|Tel\b|Telephone\b|Email\b|E-mail\b)", name)[0].strip() or None


def _recommendations(lines: list[Line]) -> list[ReportRecommendation]:
    start = next((i for i, line in enumerate(lines) if line.cells is None and _RECOMMENDS.match(line.text)), None)
    if start is None:
        return []
    end = next(
        (i for i in range(start + 1, len(lines)) if _RECOMMENDS_ENDS.match(lines[i].text)), min(len(lines), start + 40)
    )
    found = []
    for para in paragraphs(lines[start + 1 : end]):
        if para.cells is not None:
            break
        if _STEM.match(para.text) and not para.label:
            continue
        if para.text.endswith(":") and not para.label:
            continue
        label, text = (para.label, para.text) if para.label else take_label(para.text)
        found.append(ReportRecommendation(label.printed if label else None, text, para.line))
    return found
