"""Proposals from informal meetings and visits: they go on the schedule, and what is agreed there is a suggestion."""

import datetime as dt
import re
from collections.abc import Iterator

from committees.models import Meeting
from council.names import fold
from intake.domain.drafts import Draft
from intake.domain.propose.asked import Asked
from intake.enums import Sort
from papers.reading import facts
from papers.reading.lines import without_markup

NO_POWERS = "Agreed where nothing can be decided (Protocol 8.3): offered as a suggestion for the programme."
_AGREED = re.compile(r"[^.|]*\b(?:agreed|resolved|asked|requested)\b[^.|]*", re.IGNORECASE)


def propose_informal(asked: Asked) -> Iterator[Draft]:
    """Rows of a schedule of informal meetings and visits, and what the rows say was agreed."""
    for place, event in enumerate(asked.read.informal):
        yield from _event(asked, event, place)
        yield from _agreed_in_row(asked, event, place)


def _event(asked: Asked, event: facts.InformalEvent, place: int) -> Iterator[Draft]:
    if asked.body and Meeting.objects.informal().filter(body=asked.body, title=event.title[:300]).exists():
        return
    says = _says(asked, event.title, on=event.on, when=event.when_text or "", status=event.status)
    says["organisers"] = list(event.organisers)
    key = f"informal:{place}:{fold(event.title)}"[:200]
    yield Draft(Sort.INFORMAL, key, event.title, says, event.line, unsure=asked.warned(line=event.line))


def _says(asked: Asked, title: str, *, on: dt.date | None, when: str = "", status: str = "held") -> dict:
    return {
        **asked.whose(None),
        "year": asked.year_label,
        "title": title[:300],
        "on": on.isoformat() if on else None,
        "when_text": when[:200],
        "status": status,
        "kind": "",
        "organisers": [],
    }


def _agreed_in_row(asked: Asked, event: facts.InformalEvent, place: int) -> Iterator[Draft]:
    row = without_markup(asked.lines[event.line - 1]) if 0 < event.line <= len(asked.lines) else ""
    for found in _AGREED.findall(row):
        words = found.strip()
        says = suggestion_says(asked, None, words, on=event.on)
        key = f"suggestion:informal:{place}:{fold(words)}"[:200]
        yield Draft(Sort.SUGGESTION, key, words[:500], says, event.line, words, unsure=(NO_POWERS,))


def informal_meeting(asked: Asked, read: facts.Meeting) -> Iterator[Draft]:
    """The notes of a meeting that cannot resolve: the meeting as held, and each thing agreed as a suggestion."""
    title = asked.informal_head
    known = asked.body and Meeting.objects.informal().filter(body=asked.body, on=read.date).exists()
    if not known:
        yield Draft(Sort.INFORMAL, f"informal:{read.date}", title, _says(asked, title, on=read.date), read.time_line)
    for item in read.items:
        for clause in item.clauses:
            for place, follow_up in enumerate(clause.follow_ups):
                words = follow_up.task or clause.text
                says = suggestion_says(asked, read.committee, words, on=read.date)
                key = f"suggestion:{read.date}:{clause.path}:{place}"
                yield Draft(Sort.SUGGESTION, key, words[:500], says, clause.line, clause.text, unsure=(NO_POWERS,))


def suggestion_says(asked: Asked, committee: str | None, text: str, *, on: dt.date | None) -> dict:
    """What a suggestion would put on the programme of its committee's year."""
    return {
        **asked.whose(committee),
        "year": "" if on else asked.year_label,
        "on": on.isoformat() if on else None,
        "title": text.rstrip(".; ")[:300],
        "text": text,
    }
