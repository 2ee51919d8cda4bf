"""When a request is due: the kind of due, the printed words, and the date where the meeting's date gives it."""

from __future__ import annotations

import re

from papers.reading.dates import MONTH
from papers.reading.due_rules import DATE, RULES, YEAR, Held, later
from papers.reading.facts import Due

_ASIDE = re.compile(
    r",\s+(?:which\s+(?:was|were|is|are|had\s+been|(?:is|are|was|were)\s+to\s+be|will\s+be|would\s+be)\s+)?(?:listed|due|scheduled|held|published|considered|planned|agreed|received|approved)\b[^,;.]{3,100},\s"
)


_KEPT_UNTIL = re.compile(
    rf"\b(?:retain|keep|maintain|continue|extend|remain|suspend|freeze|apply)\w*\b[^.;]{{0,120}}?\buntil\s+(?:the\s+end\s+of\s+)?(?:{DATE}|{MONTH}{YEAR})",
    re.I,
)  # how long something goes on, not by when to do it
_SAID_WHEN = re.compile(
    r"(?P<what>\b(?:observations|comments|points|views|concerns|issues|questions|remarks)\b[^,.;]{0,60}?)\s+(?:when|while|in)\s+\w+ing\b[^,.;]*",
    re.I,
)  # when something was said, not when to do it
_ASKED_FOR = re.compile(
    r",?\s+(?:asking|requesting|urging|calling for|calling on|expressing|demanding)\s"
)  # what a letter asks for: the events named there are no due of the letter


def find_due(text: str, held: Held) -> Due:
    """The due that a request prints: its kind, words and date; kind none when it prints nothing."""
    text = _SAID_WHEN.sub(r"\g<what>", _KEPT_UNTIL.sub(" ", _ASIDE.sub(" ", text)))
    asked = _ASKED_FOR.split(text, maxsplit=1)[0]
    for kind, pattern, worked in RULES:
        match = pattern.search(asked if kind == "event" else text)
        on = worked(match, held) if match else None
        if match and (on or worked is not later):
            return Due(kind, match.group().strip(" ,"), on)
    return Due()


def due_beside(printed: str, held: Held) -> Due:
    """The due that a column says, which leaves out the words before a date."""
    read = (find_due(words, held) for words in (printed, f"by {printed}", f"a date {printed}") if printed)
    return next((each for each in read if each.kind != "none"), Due())


def says_when(words: str) -> bool:
    """Whether words in a column say no more than when something is due: "28/02/25", "Next meeting", "By June"."""
    due = due_beside(words, Held())
    return due.kind not in ("none", "event") and len(words) - len(due.text or "") < 4
