"""What every proposer knows: the reading, its committee, its warnings, and the keys proposals are known by."""

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cached_property

from committees.models import Meeting
from council.directory import find_body
from council.models import Body
from council.names import fold
from papers.reading import facts
from papers.reading.lines import fold as fold_space

# Doubles are offered as one, and conflicts are proposals of their own.
SAID_OTHERWISE = {"duplicate_clause", "venue_conflict", "weekday_mismatch"}


_HEAD = 6
_INFORMAL = re.compile(
    r"\binformal (?:meeting|session|briefing|workshop|discussion)|\bworking group\b|\btask (?:and|&) finish\b"
    r"|\bnotes of (?:the |an? )?(?:visit|workshop|briefing)",
    re.IGNORECASE,
)


@dataclass
class Asked:
    """One paper and the record it is held against. ``body`` is nothing while nobody knows the committee."""

    read: facts.Reading
    body: Body | None
    text: str = ""
    _bodies: dict[str, Body | None] = field(default_factory=dict)
    _meetings: dict[tuple, Meeting | None] = field(default_factory=dict)

    @cached_property
    def committee(self) -> str:
        """The committee the paper is of, as printed; nothing where it names none."""
        named = [entry.committee for entry in (*self.read.meetings, *self.read.programme) if entry.committee]
        return named[0] if named else ""

    @cached_property
    def year_label(self) -> str:
        """The municipal year the paper is of, such as 2023/24; nothing where it names no day."""
        years = [programme.year for programme in self.read.programme if programme.year]
        held = [*self.read.meetings, *(programme.meeting for programme in self.read.programme)]
        dates = [meeting.date for meeting in held if meeting.date]
        return years[0] if years else year_label_of(dates[0]) if dates else ""

    @cached_property
    def is_informal(self) -> bool:
        """Whether its head says that it is the notes of a meeting that cannot resolve (Protocol 8.3)."""
        return bool(self.informal_head)

    @cached_property
    def informal_head(self) -> str:
        """The line of its head that says so, such as "Notes of the informal meeting held on 7 September 2023"."""
        head = [line for line in self.lines if line][:_HEAD] if self.read.kind == "minutes" else []
        return next((line for line in head if _INFORMAL.search(line)), "")

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the paper, folded."""
        return [fold_space(line) for line in self.text.split("\n")]

    def body_of(self, printed: str | None) -> Body | None:
        """The committee a meeting names: the paper's own, or another on record."""
        if not printed or fold(printed) == fold(self.committee):
            return self.body
        if printed not in self._bodies:
            self._bodies[printed] = find_body(printed)
        return self._bodies[printed]

    def whose(self, printed: str | None) -> dict:
        """The committee as a proposal says it."""
        body = self.body_of(printed)
        return {"committee": printed or self.committee, "body": body.pk if body else None}

    def meeting_key(self, printed: str | None, on: dt.date) -> str:
        """The key of a meeting's proposal; another committee's carries its name."""
        own = not printed or fold(printed) == fold(self.committee)
        return f"meeting:{on}" if own else f"meeting:{on}:{fold(printed)}"[:200]

    def on_record(self, printed: str | None, on: dt.date) -> Meeting | None:
        """The formal meeting of that day, where it is on record."""
        body = self.body_of(printed)
        if body is None:
            return None
        key = (body.pk, on)
        if key not in self._meetings:
            self._meetings[key] = (
                Meeting.objects.deciding().select_related("body", "venue").filter(body=body, on=on).first()
            )
        return self._meetings[key]

    def warned(self, *, line: int | None = None, path: str = "", last_line: int | None = None) -> tuple[str, ...]:
        """What the reader found wrong on these lines or with this clause."""
        return tuple(
            warning.text
            for warning in self.read.warnings
            if warning.code not in SAID_OTHERWISE
            and ((path and path in warning.paths) or (line and line <= warning.line <= (last_line or line)))
        )

    def extent(self, line: int | None, printed: str) -> int | None:
        """The last line over which the printed words run, page furniture between them passed over."""
        if not line or line > len(self.lines):
            return line
        left, last = fold_space(printed), line
        for number in range(line, min(line + 60, len(self.lines)) + 1):
            words = self.lines[number - 1]
            kept = _shared(words, left)
            if kept:
                left, last = left[left.find(kept) + len(kept) :].strip(), number
            if len(left) < 3:
                break
        return last


def year_label_of(day: dt.date) -> str:
    """The municipal year of a day, from May to April."""
    first = day.year if day.month >= 5 else day.year - 1
    return f"{first}/{(first + 1) % 100:02}"


def _shared(words: str, left: str) -> str:
    """The part of a line that is the next of the words still left: the line, or its end without a label."""
    if not words:
        return ""
    if words in left:
        return words
    bare = words.split(" ", 1)[-1]
    if bare in left and len(bare) > 3:
        return bare
    return left if left and left in words else ""
