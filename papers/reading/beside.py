# ruff: noqa: E501 - a pattern reads better whole than broken
"""What an action column says beside the text, carried as a line of its own that begins with MARK."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papers.reading.lines import MARK, Line

_NOTHING = re.compile(
    r"\W*|(?:none|nil|n/?a|not applicable|no(?: further)? actions?(?: (?:required|needed|arising))?|(?:to )?note[ds]?|for (?:noting|information)|info(?:rmation)?"
    r"|resolved|agreed|approved|discussed|received|ongoing|all to note|(?:completed?|done|closed|discharged|actioned)(?:\s*[(:,;–-].{0,60}|\s+(?:\d|(?:by|on|at|in|since)\b).{0,40})?)\W*",
    re.I,
)


@dataclass(frozen=True)
class Beside:
    """An entry of an action column: its words, and its owner and due where these have columns of their own."""

    words: str
    owner: str = ""
    due: str = ""


def says_nothing(words: str) -> bool:
    """Whether an entry of an action column asks nothing: a dash, "None", "Noted", "Completed 3 May"."""
    return _NOTHING.fullmatch(words) is not None


def beside_line(number: int, entry: Beside) -> Line:
    """The line that carries an entry."""
    parts = [entry.words, entry.owner, entry.due] if entry.owner or entry.due else [entry.words]
    return Line(number, MARK + MARK.join(parts))


def beside_in(text: str) -> Beside:
    """The entry that a line which begins with MARK carries."""
    words, owner, due, *_ = [*text.removeprefix(MARK).split(MARK), "", ""]
    return Beside(words.strip(), owner.strip(), due.strip())
