"""Proposals from minutes: each minute with its clauses as printed, what its clauses ask, and what members suggested."""

import re
from collections.abc import Iterator

from committees.enums import ClauseSort, SeatRole
from committees.models import Clause, Meeting
from council.directory import find_person
from deadlines.clock import months_after
from intake.domain.drafts import Draft
from intake.domain.propose.actions import propose_actions, sort_of
from intake.domain.propose.asked import Asked
from intake.domain.propose.informal import informal_meeting, suggestion_says
from intake.enums import Sort
from papers.reading import facts
from papers.reading.lines import fold

_PERSON = re.compile(r"\b(?:(?:Councillor|Cllr|Mrs?|Ms|Miss|Dr)\.? )?[A-Z][a-z'’-]+(?: [A-Z][A-Za-z'’-]+){1,2}\b")
_YEARS = re.compile(r"\bfor (?:a (?:further )?(?:period|term) of )?(\w+)[- ]years?\b", re.IGNORECASE)
_NO_NAMES = {*SeatRole.labels, "Committee", "Council", "Board", "Panel", "Governor", "Officer", "Director", "Municipal",
             "Overview", "Representative", "Scrutiny", "Working", "Group"}  # fmt: skip
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_AS = re.compile(
    r"\b(?:as|to be|the) (?:an? |the )?([A-Z]?[\w' -]{4,80}(?:representative|governor|member|chair|adviser))\b", re.I
)


def propose_minutes(asked: Asked) -> Iterator[Draft]:
    """Every minute that is not on record, and of those that are, the clauses that are new or read differently."""
    for meeting in asked.read.meetings:
        if meeting.date is None or not meeting.held or not (meeting.committee or asked.committee):
            continue
        if asked.is_informal:
            yield from informal_meeting(asked, meeting)
            continue
        yield from _Minuted(asked, meeting).drafts()


class _Minuted:
    """The minutes of one meeting, beside what is on record of it."""

    def __init__(self, asked: Asked, read: facts.Meeting) -> None:
        self.asked, self.read = asked, read
        self.key = asked.meeting_key(read.committee, read.date)
        self.known = asked.on_record(read.committee, read.date)
        self.on_record = _clauses(self.known)
        self.clauses = {clause.path: clause for item in read.items for clause in item.clauses}

    def drafts(self) -> Iterator[Draft]:
        """Everything there is to decide about these minutes, in the order of the paper."""
        for order, item in enumerate(self.read.items, start=1):
            number = (item.number or str(order))[:12]
            yield from self._minute(item, number, order)
            for clause in item.clauses:
                yield from self._of_clause(clause, number)
            yield from self._suggestions(item, number)

    def minute_key(self, number: str) -> str:
        """The key of a minute's proposal."""
        return f"minute:{self.read.date}:{number}"

    def _minute(self, item: facts.Item, number: str, order: int) -> Iterator[Draft]:
        is_new = self.known is None or not self.known.minutes.filter(number=number).exists()
        fresh = [clause for clause in item.clauses if clause.path not in self.on_record]
        if not is_new and not fresh:
            return
        says = {
            "meeting": self.key,
            "number": number,
            "title": item.title[:300],
            "report_of": (item.report_of or "")[:300],
            "order": order,
            "line": item.line,
            "clauses": [_clause(clause, place) for place, clause in enumerate(item.clauses) if clause in fresh],
            "issues": [_issue(issue, place) for place, issue in enumerate(item.issues)] if is_new else [],
        }
        title = f"Minute {number}: {item.title}" if is_new else f"Minute {number}: {_more(fresh)} added"
        yield Draft(
            Sort.MINUTE, self.minute_key(number), title, says, item.line, needs=self.key,
            unsure=self._doubts(item, fresh),
        )  # fmt: skip

    def _doubts(self, item: facts.Item, clauses: list[facts.Clause]) -> tuple[str, ...]:
        told = [text for clause in clauses for text in self.asked.warned(path=clause.path)]
        return tuple(dict.fromkeys((*self.asked.warned(line=item.line), *told)))

    def _of_clause(self, clause: facts.Clause, number: str) -> Iterator[Draft]:
        recorded = self.on_record.get(clause.path)
        if recorded is not None and _same_words(recorded.text, clause.text):
            return
        if recorded is not None:
            yield self._wording(clause, recorded)
        minute = "" if recorded is not None else self.minute_key(number)
        yield from propose_actions(self.asked, self.read, clause, minute=minute, clauses=self.clauses,
                                   on_record=self.on_record)  # fmt: skip
        if clause.sort == ClauseSort.APPOINTMENT:
            yield from _appointment(self.asked, self.read, clause, minute)

    def _wording(self, clause: facts.Clause, recorded: Clause) -> Draft:
        return Draft(
            Sort.WORDING,
            f"wording:{self.read.date}:{clause.path}",
            f"{recorded.cited} reads differently here",
            {"meeting": self.key, "path": clause.path, "was": recorded.text, "now": clause.text, "line": clause.line},
            clause.line,
            clause.text,
            unsure=("Another paper printed this clause with other words. Both wordings are kept.",),
        )

    def _suggestions(self, item: facts.Item, number: str) -> Iterator[Draft]:
        known = self.known is not None and self.known.minutes.filter(number=number, issues__isnull=False).exists()
        for place, issue in enumerate(item.issues):
            if not issue.suggestion or issue.taken_up_by or known:
                continue
            said = suggestion_says(self.asked, self.read.committee, issue.text, on=self.read.date)
            says = {**said, "meeting": self.key, "number": number}
            yield Draft(
                Sort.SUGGESTION, f"suggestion:{self.read.date}:{number}:{place}", issue.text.rstrip(";"), says,
                issue.line, issue.text, unsure=("Said in members’ questions; no clause took it up.",),
                needs=self.minute_key(number),
            )  # fmt: skip


def _clauses(meeting: Meeting | None) -> dict[str, Clause]:
    if meeting is None:
        return {}
    return {clause.path: clause for clause in Clause.objects.filter(minute__meeting=meeting).select_related("minute")}


def _clause(clause: facts.Clause, order: int) -> dict:
    return {
        "path": clause.path, "label": (clause.label or "")[:30], "text": clause.text, "sort": sort_of(clause),
        "line": clause.line, "same_as": clause.same_as or "", "order": order,
    }  # fmt: skip


def _issue(issue: facts.Issue, order: int) -> dict:
    return {
        "text": issue.text, "line": issue.line, "suggestion": issue.suggestion,
        "taken_up_by": issue.taken_up_by or "", "order": order,
    }  # fmt: skip


def _more(clauses: list[facts.Clause]) -> str:
    return f"{len(clauses)} {'clause' if len(clauses) == 1 else 'clauses'}"


def _same_words(one: str, other: str) -> bool:
    return fold(one).rstrip(" ;.,") == fold(other).rstrip(" ;.,")


def _appointment(asked: Asked, read: facts.Meeting, clause: facts.Clause, minute: str) -> Iterator[Draft]:
    """The seat an appointing clause offers; its term from the day of the meeting."""
    body = asked.body_of(read.committee)
    for printed in _PERSON.findall(clause.text):
        person = find_person(printed)
        if person is not None and body is not None and body.seats.on(read.date).filter(person=person).exists():
            continue
        if _is_no_name(printed):
            continue
        years = _YEARS.search(clause.text)
        number = _NUMBERS.get(years[1].lower(), int(years[1]) if years[1].isdigit() else 0) if years else 0
        role = _AS.search(clause.text)
        says = {
            **asked.whose(read.committee),
            "meeting": asked.meeting_key(read.committee, read.date),
            "path": clause.path,
            "name": printed,
            "role": "co-opted" if role and "representative" in role[1].lower() else "member",
            "represents": role[1].strip() if role else "",
            "from_on": read.date.isoformat(),
            "to_on": months_after(read.date, 12 * number).isoformat() if 0 < number < 10 else None,
        }
        yield Draft(
            Sort.APPOINTMENT, f"appointment:{read.date}:{clause.path}", f"A seat for {printed}", says, clause.line,
            clause.text, unsure=("An appointment: check the seat and its term.",), needs=minute,
        )  # fmt: skip
        return


def _is_no_name(printed: str) -> bool:
    return bool(set(printed.split()) & _NO_NAMES)
