"""Letters: the subject and the two bodies of a mail, made from lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string

from deadlines.words import in_words
from reminders.domain.words import Line
from reminders.enums import Group

LONGEST_SUBJECT = 120
IN_SUBJECT = {
    Group.OVERDUE: "overdue",
    Group.THIS_WEEK: "due this week",
    Group.COMING: "coming",
    Group.NO_DATE: "without a date",
    Group.TO_DECIDE: "waiting for you",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of one mail."""

    subject: str
    text: str
    html: str


def write_letter(lines: Sequence[Line], *, to: str, on: date, urgent: bool, council: str) -> Letter:
    """The letter to somebody as of a day, grouped under its headings; each thing stands in it once."""
    grouped = _grouped(lines)
    about = {
        "to": to,
        "day": in_words(on),
        "groups": [(group.label, found) for group, found in grouped.items()],
        "urgent": urgent,
        "council": council,
        "site": settings.SITE_URL,
    }
    return Letter(
        subject=_subject(grouped, urgent),
        text=render_to_string("reminders/letter.txt", about),
        html=render_to_string("reminders/letter.html", about),
    )


def subject_of_lines(lines: Sequence[Line], urgent: bool) -> str:
    """The subject of a letter: what its one thing is, or how many there are under each heading."""
    return _subject(_grouped(lines), urgent)


def _subject(grouped: dict[Group, list[Line]], urgent: bool) -> str:
    found = [line for lines in grouped.values() for line in lines]
    if len(found) == 1:
        words = f"{found[0].group.label}: {found[0].title}"
    else:
        words = "Reminders: " + ", ".join(f"{len(lines)} {IN_SUBJECT[group]}" for group, lines in grouped.items())
    words = f"Urgent: {words}" if urgent else words
    return words if len(words) <= LONGEST_SUBJECT else words[: LONGEST_SUBJECT - 1].rstrip() + "…"


def _grouped(lines: Sequence[Line]) -> dict[Group, list[Line]]:
    once = {(line.title, line.link): line for line in reversed(lines)}
    kept = [line for line in lines if once.get((line.title, line.link)) is line]
    grouped = {group: [line for line in kept if line.group == group] for group in Group}
    return {group: found for group, found in grouped.items() if found}
