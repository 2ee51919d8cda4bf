# ruff: noqa: E501 - a pattern reads better whole than broken
"""Reports: the box at the head of each, what it recommends, whom to ask, and its finance and legal numbers."""

from __future__ import annotations

import datetime as dt
import itertools
import re

from papers.reading.comment_numbers import COMMENT_NUMBER
from papers.reading.dates import find_dates
from papers.reading.facts import Report, ReportRecommendation
from papers.reading.labels import take_label
from papers.reading.lines import Line, cell_text
from papers.reading.paragraphs import paragraphs
from papers.reading.report_boxes import read_box

_RECOMMENDS = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})?\.?\s+)?(?:(?:officer |draft |proposed )?recommendations?(?:\(s\))?(?: (?:to|for) (?:the )?[\w ]{4,60})?\s*(?:[:–-]?\s*(?:that\b[^.]{0,80})?[:–-]?)?"
    r"|this report makes the following recommendations?.{0,60}|(?:it is recommended|(?:the )?(?:committee|panel|board|members|cabinet|commission) (?:is|are) (?:recommended|asked|requested|invited)) (?:that|to)\b.{0,40}:)$",
    re.I,
)
_RECOMMENDS_ENDS = re.compile(
    r"^(?:\d{1,2}(?:\.0)?\.?\s+)?(?:reasons?|alternative|background|what will|(?:\w+ ){0,2}implications|summary|introduction|purpose|context|report|main (?:report|body|issues)|key (?:issues|points)|supporting information|details?|information|proposals?|options|timetable|consultation|appendi(?:x|ces)|relevant issues|executive summary|issues|conclusions?|risk|corporate)\b(?!.*[;.]$)",
    re.I,
)
_DOTTED = re.compile(r"(?P<number>\d{1,2}\.\d{1,2}\.?)\s+(?=\S)")
_STEM = re.compile(
    r"^(?:that|the committee is (?:asked|recommended|requested|invited) to|(?:the )?(?:members|committee|board|panel|cabinet|council)\b[^:]{0,120}|it is recommended that.{0,80})\s*:?-?$",
    re.I,
)
_CONTACT = re.compile(
    r"^(?:contact officer|report author|author|lead officer|contact)\s*:?\s*\|?\s*(?P<name>[^|]*)", re.I
)


def read_report(lines: list[Line]) -> Report:
    """One report from its first line to the line before the next report."""
    fields = read_box(lines)
    references = {
        m["which"]: f"{m['which']}.{m['number']}"
        for m in reversed([m for line in lines if "D" in line.text for m in COMMENT_NUMBER.finditer(line.text)])
    }
    contact = next(
        (_contact(lines, i) for i, line in enumerate(lines) if re.match(r"contact officer", line.text, re.I)), None
    )
    return Report(
        tuple(fields["to"]),
        tuple(_dates(fields["date"], max(1, len(fields["to"])))),
        _one(fields["subject"]),
        _one(fields["of"]),
        _one(fields["portfolio"]),
        _said(fields["key"]),
        _said(fields["plan"]),
        _said(fields["exempt"]),
        references.get("FD"),
        references.get("LD"),
        contact or _one(fields["contact"]),
        tuple(_recommendations(lines)),
        lines[0].number,
    )


def _one(values: list[str]) -> str | None:
    return values[0] if values else None


def _dates(values: list[str], bodies: int) -> list[dt.date]:
    most = bodies if len(values) == 1 else 1
    return [found.on for value in values for found in find_dates(value)[:most] if found.on]


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
    last = min(len(lines), start + 60)
    end = next((i for i in range(start + 1, last) if _ends(lines[i])), last)
    found = []
    for para in paragraphs(lines[start + 1 : end]):
        if para.cells is not None:
            break
        if _STEM.match(para.text) and not para.label:
            continue
        if para.text.endswith(":") and not para.label:
            continue
        dotted = _DOTTED.match(para.text)
        label, text = (para.label, para.text) if para.label else take_label(para.text)
        number = dotted["number"] if dotted else label.printed if label else None
        found.append(ReportRecommendation(number, para.text[dotted.end() :] if dotted else text, para.line))
    if not found:
        said = list(itertools.takewhile(lambda para: para.cells is None, paragraphs(lines[start + 1 : end])))
        found = [ReportRecommendation(None, each.text, each.line) for each in said[:1] if each.text.endswith(".")]
    return [each for each in found if each.number] or found  # beside numbers, what has none says who recommends


def _ends(line: Line) -> bool:
    """Whether a line is a heading, and so ends the recommendations above it."""
    heading = line.bold and not line.text.endswith((".", ";", ":")) and take_label(line.text)[0] is None
    return heading or _RECOMMENDS_ENDS.match(line.text) is not None or re.match(r"\d{1,2}\.0\s", line.text) is not None
