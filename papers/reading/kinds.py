# ruff: noqa: E501 - a pattern reads better whole than broken
"""Which kind of paper a reading is of, told from what was found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.reading.facts import Reading
from papers.reading.lines import Line
from papers.reading.minutes import Minutes
from papers.reading.plan_blocks import is_plan
from papers.reading.programme import calls_itself_programme
from papers.reading.sections import Sections

KINDS = ("auto", "minutes", "agenda", "pack", "programme", "plan", "tracker", "report", "letter", "recommendations")
_FINDINGS = re.compile(
    r"\b(?:final report|(?:feedback|inquiry|review) report|report of the [\w ]{0,60}(?:group|panel|inquiry|review)|peer (?:challenge|review)|scrutiny (?:inquiry|review)|inquiry into)\b",
    re.I,
)


def is_minutes(minutes: Minutes, kind: str) -> bool:
    """Whether what was read as minutes is: it decides something, or names its committee and has several items."""
    decides = any(item.clauses for item in minutes.items)
    named = minutes.head.committee is not None or bool(minutes.attendance)
    return decides or (named and len(minutes.items) >= 3) or kind == "minutes"


def is_other(lines: list[Line], minutes: Minutes, *, planned: bool, tracked: bool) -> bool:
    """Whether a paper without attendance says at its head that it is a plan, a programme that is `planned` in it, or
    the report of an inquiry or a peer team, or decides nothing and is `tracked` by the rows of a tracker."""
    head = [line for line in lines if line.text][:8]
    finds = any(_FINDINGS.search(line.text) and len(line.text) < 120 for line in head)
    planned = planned and any(calls_itself_programme(line.text) for line in head)
    tracked = tracked and not any(item.clauses for item in minutes.items)
    return not minutes.attendance and (finds or planned or tracked or is_plan(head[:5]))


def may_recommend(kind: str, minutes: Minutes | None, sections: Sections, rows: Sequence[object]) -> bool:
    """Whether a paper may be a list of recommendations: it has no other part, and no `rows` of a table read before."""
    if kind == "recommendations":
        return True
    return kind == "auto" and not (minutes or sections.reports or sections.agenda or sections.letter or rows)


def kind_of(reading: Reading, sections: Sections, minutes: Minutes | None) -> str:
    """The kind of a paper by its parts: a pack where it has several, else the first that it has."""
    if sections.letter:
        return "letter"
    parts = [bool(sections.agenda), minutes is not None, bool(reading.reports)]
    if sum(parts) > 1:
        return "pack"
    for present, kind in zip(
        (*parts, bool(reading.programme), bool(reading.trackers), any(p.entries for p in reading.forward_plans)),
        ("agenda", "minutes", "report", "programme", "tracker", "plan"),
        strict=True,
    ):
        if present:
            return kind
    return "recommendations" if reading.recommendations else "plan" if reading.forward_plans else "programme"


def says_something(reading: Reading) -> bool:
    """Whether anything of a council paper was found."""
    meetings = any(m.items or m.seats or m.attendance for m in reading.meetings)
    plans = any(plan.published or plan.entries for plan in reading.forward_plans)
    return bool(
        meetings
        or reading.programme
        or reading.informal
        or plans
        or reading.reports
        or reading.recommendations
        or reading.trackers
    )
