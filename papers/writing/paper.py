"""What stands at the head of every printed paper, and the plain parts that papers are made of.

A paper is frozen facts with names of its own: they are the placeholders of its Word template, and what the HTML and
the PDF are written from, so that the three cannot say different things.
"""

import re
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from papers.writing.days import clock, day, whole_day
from papers.writing.edition import Edition, Heading

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Fact:
    """A line of a list of facts: "Date of meeting" and the date."""

    label: str
    value: str


@dataclass(frozen=True)
class Paper:
    """A paper made from one edition.

    title: what it is. council, committee, called, year: as the edition names them. edition: "Edition 2, 18 September
    2023", or that it is a draft. meeting: the day of the meeting it is for, or empty.
    """

    title: str
    council: str
    committee: str
    called: str
    year: str
    edition: str
    meeting: str


def head_of(edition: Edition, title: str, *, draft: bool) -> dict[str, str]:
    """The head of a paper of this edition, by the names of ``Paper``."""
    made = day(edition.made_on)
    return {
        "title": title,
        "council": edition.council,
        "committee": edition.committee,
        "called": edition.called,
        "year": edition.year,
        "edition": f"Draft of {made}, from the record of that day" if draft else f"Edition {edition.number}, {made}",
        "meeting": whole_day(edition.meeting.on) if edition.meeting else "",
    }


def when_and_where(heading: Heading, *, room: bool) -> str:
    """A meeting in one line: "Tuesday 26 September 2023, 6.30 p.m., Town Hall, Southport"."""
    parts = (whole_day(heading.on), clock(heading.at), heading.room if room else "", heading.venue)
    return ", ".join(part for part in parts if part)


def printable(text: str) -> str:
    """A text without the marks that neither Word nor a browser can hold."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def placeholders(facts: Any) -> Any:
    """The facts of a paper by name, as a Word template finds them, each text printable."""
    if is_dataclass(facts) and not isinstance(facts, type):
        return {field.name: placeholders(getattr(facts, field.name)) for field in fields(facts)}
    if isinstance(facts, tuple):
        return [placeholders(part) for part in facts]
    return printable(facts) if isinstance(facts, str) else facts
