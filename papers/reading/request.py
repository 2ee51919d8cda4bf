# ruff: noqa: E501 - a pattern reads better whole than broken
"""What a request is, and the words that only decide or note."""

from __future__ import annotations

import re
from dataclasses import dataclass

NOT_DOING = re.compile(
    r"^(?:to\s+)?(?:note|be aware|thank|welcome|commend|congratulate|endorse|approve|support the|agree(?! to\b| an? (?:date|time|day|timetable)\b)|adopt the|confirm (?:the|that the) minutes|sign the minutes|receive the (?:report|minutes|presentation|petition|update|information)|"
    r"receive and note|consider the (?:report|contents|content|update|information|presentation)\b(?!.*\b(?:next|future|further|again)\b)|accept|acknowledge|record (?:its|their|the)|place on record|express|take no|make no|sign (?:them|the)\b|"
    r"give (?:thanks|consideration)|pay|convey (?:its|their|the) (?:thanks|appreciation)|pass on (?:its|their|the) (?:thanks|appreciation))",
    re.I,
)


DECIDED_ONLY = re.compile(
    r"(?<!to )\bbe\s+(?:\w+ly\s+)?(?:noted|received|approved|agreed|endorsed|accepted|supported|welcomed|adopted|acknowledged|ratified|confirmed|commended(?! to)|congratulated|granted|refused|dismissed|granted|rejected|closed|discharged)\b",
    re.I,
)


@dataclass(frozen=True)
class Request:
    """One thing asked: the owner as printed (or None), and the task with its own words; `words` is the whole segment."""

    owner: str | None
    task: str
    words: str


NOTHING = Request(None, "", "")


UNFINISHED = re.compile(
    r"\b(?:be|is|are|was|were|of|on|for|in|to|the|a|and|or|with|by|had|has|have|which|who|would|will|should|shall|must|could|may|might|can|not)$"
)  # words that end nobody's name: what follows them is no verb of his
