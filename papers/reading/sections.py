# ruff: noqa: E501 - a pattern reads better whole than broken
"""Which lines of a paper are its front sheet, agenda, minutes and reports, told by evidence and not by place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papers.reading.action_tables import is_action_head
from papers.reading.agenda import agenda_start, items_start
from papers.reading.lines import MARK, Line, cell_text
from papers.reading.openings import START
from papers.reading.report_boxes import report_starts

PRESENT = re.compile(
    r"^(?:(?:\w+ ){0,2}members? present(?: in person| remotely| virtually)?|councillors? present|present|sederunt|attendance|those present|in attendance|committee members present|attendees|attending)\s*(?::|[-–—]\s|$|\([^)]{1,60}\)\s*:?)|^(?-i:PRESENT)\b",
    re.I,
)
_HELD = re.compile(
    r"\bmeeting held\b|\bat a (?:remote |hybrid |special )?meeting of\b|^(?:draft )?minutes\b(?! of the (?:last|previous))",
    re.I,
)
_LETTER = re.compile(r"^dear\s+(?:all|sir|madam|member|councillor|colleague)|^yours (?:faithfully|sincerely)", re.I)


_ROLL = re.compile(r"(?:[\w-]+ ){0,3}members\s*:", re.I)  # heads a list of people
_ASKS = re.compile(r"\b(?:it was (?:resolved|agreed)|be (?:noted|requested to|asked to)|ACTION|undertook to)\b")


@dataclass(frozen=True)
class Sections:
    """The lines of each part; an absent part is empty."""

    front: tuple[Line, ...] = ()
    agenda: tuple[Line, ...] = ()
    minutes: tuple[Line, ...] = ()
    reports: tuple[tuple[Line, ...], ...] = ()
    letter: tuple[Line, ...] = ()


def find_sections(lines: list[Line], *, kind: str, taken: set[int]) -> Sections:
    """The parts of a paper; `taken` are the lines of tables that other readers have used."""
    starts = report_starts(lines) if kind in ("auto", "pack", "report", "agenda") else []
    ends = [*starts[1:], len(lines)] if starts else []
    reports = tuple(tuple(lines[a:b]) for a, b in zip(starts, ends, strict=True))
    before = lines[: starts[0]] if starts else lines
    if kind in ("auto", "letter") and _is_letter(before):
        return Sections(letter=tuple(before), reports=reports)
    agenda_at = agenda_start(before) if kind != "minutes" else None
    minutes_at = _minutes_start(before, agenda_at, kind)
    if agenda_at is None and minutes_at is None and kind in ("auto", "pack", "agenda"):
        agenda_at = items_start(before)
    if kind == "agenda" and agenda_at is None:
        agenda_at = 0
    front_end = agenda_at if agenda_at is not None else (minutes_at or 0)
    agenda_end = (
        minutes_at if minutes_at is not None and agenda_at is not None and minutes_at > agenda_at else len(before)
    )
    agenda = tuple(before[agenda_at:agenda_end]) if agenda_at is not None else ()
    minutes = tuple(line for line in before[minutes_at:] if line.number not in taken) if minutes_at is not None else ()
    return Sections(tuple(before[:front_end]), agenda, minutes, reports)


def _is_letter(lines: list[Line]) -> bool:
    """Whether a paper is a letter and no more: one that calls a meeting has its agenda below the signature."""
    signed = next((i for i, line in enumerate(lines) if re.match(r"yours\b", line.text, re.I)), len(lines))
    if agenda_start(lines[signed:]) is not None:
        return False
    return any(line.cells is None and _LETTER.match(line.text) for line in lines[:200]) and not any(
        PRESENT.match(line.text) for line in lines
    )


def _minutes_start(lines: list[Line], agenda_at: int | None, kind: str) -> int | None:
    """Where minutes begin: a line that says who was present, and the head above it."""
    if kind in ("programme", "plan", "tracker", "report", "letter", "recommendations", "agenda"):
        return None
    if kind == "minutes":
        return 0
    first = 0 if agenda_at is None else agenda_at + 1
    last = len(lines) if agenda_at is None and (headed_minutes(lines) or _rolled(lines)) else _last_decision(lines)
    present = next(
        (
            i
            for i in range(first, len(lines))
            if lines[i].text and not lines[i].furniture and PRESENT.match(lines[i].text) and i < last
        ),
        None,
    )
    if present is None:
        return 0 if agenda_at is None and last >= 0 else None
    if agenda_at is None:
        return 0
    head = present
    while head > first and present - head < 14 and not _ends_agenda(lines[head - 1]):
        head -= 1
    return head


def action_rows(lines: list[Line]) -> set[int]:
    """The rows of tables of actions in a paper that calls itself minutes: they are neither a programme nor a tracker."""
    if not headed_minutes(lines):
        return set()
    found: set[int] = set()
    inside = False
    for line in lines:
        inside = line.cells is not None and (inside or is_action_head([cell_text(cell) for cell in line.cells]))
        if inside:
            found.add(line.number)
    return found


def headed_minutes(lines: list[Line]) -> bool:
    """Whether a paper calls itself minutes at its head."""
    head = [line.text for line in lines if line.text][:12]
    return any(
        re.match(
            r"(?:.{3,90} [–—-] )?(?:draft |unconfirmed |informal |action |brief )*(?:minutes\b|minute of (?:the )?(?:\w+ )?meeting\b|notes? of (?:an? |the )?(?:[\w-]+ ){0,6}?(?:meeting|discussion|session|group|party|panel)\b)(?! of the (?:last|previous))",
            text,
            re.I,
        )
        for text in head
    )


_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,}\b|\d{1,2}(?:ST|ND|RD|TH)? [A-Z]{3,} \d{4}")


def _rolled(lines: list[Line]) -> bool:
    """Whether a paper says at its head who was there and who sent apologies, as only a record of a meeting does."""
    head = [line.text for line in lines if line.text][:24]
    came = any(_CAME.match(text) for text in head)
    return came and any(re.match(r"apolog(?:y|ies)[^:]{0,30}:\s*\w", text, re.I) for text in head)


_CAME = re.compile(
    r"(?:(?:\w+ ){0,2}members? present|councillors? present|present|sederunt|attendance|attendees|those present)[^:]{0,30}:\s*\w",
    re.I,
)


def _ends_agenda(line: Line) -> bool:
    if _DAY.match(line.text):
        return False
    return (
        line.furniture
        or line.text.endswith(".")
        or re.match(r"\d{1,2}[.)]?\s|report of|[-•]\s|\(?pages?\b", line.text, re.I) is not None
    )


def _last_decision(lines: list[Line]) -> int:
    """The index of the last line that decides or asks something, or -1."""
    return max(
        (i for i, line in enumerate(lines) if line.text and line.cells is None and _decides(line.text)), default=-1
    )


def _decides(text: str) -> bool:
    if text.startswith(MARK) or (START.match(re.sub(r"^[-•*]\s+", "", text)) and not _ROLL.fullmatch(text)):
        return True
    return _ASKS.search(text) is not None
