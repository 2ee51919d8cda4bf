"""The facts a paper can give, as plain records.

Each record has exactly the keys of the JSON contract, in its order, and the evidence that `EVIDENCE` names, which
`as_json` leaves out. A field that a paper does not print is None. Lines are those of the file, the first being 1.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

EVIDENCE = frozenset({"decided", "owner_inferred", "due_inferred"})
"""Fields of a clause and of a follow-up that say how they were read. They are not in the JSON."""


@dataclass(frozen=True)
class Due:
    """When a follow-up is due: the kind, the printed words, and the date where it can be worked out."""

    kind: str = "none"
    text: str | None = None
    on: dt.date | None = None


@dataclass(frozen=True)
class FollowUp:
    """What somebody must do after the meeting; `asked` is the owner as printed, never a guess.

    `line` is where it was read; `owner_inferred` and `due_inferred` say that the owner or the due stands elsewhere,
    in the clause above or with somebody named before.
    """

    asked: str | None
    asked_from: str
    task: str
    due: Due
    line: int = 0
    owner_inferred: bool = False
    due_inferred: bool = False


@dataclass(frozen=True)
class Reference:
    """A reference to a minute: its number, the clause in it, and the date of its meeting."""

    minute: str
    clause: str | None
    meeting: dt.date | None
    line: int


@dataclass(frozen=True)
class Clause:
    """One clause of a resolution, text as printed with white space folded.

    What the narrative promises, or an ACTION line asks outside any resolution, is a clause too that was not `decided`.
    """

    label: str | None
    path: str
    text: str
    sort: str
    line: int
    follow_ups: tuple[FollowUp, ...] = ()
    refers_to: tuple[Reference, ...] = ()
    same_as: str | None = None
    decided: bool = True


@dataclass(frozen=True)
class Issue:
    """A question or comment of members under an item."""

    text: str
    line: int
    suggestion: bool = False
    taken_up_by: str | None = None


@dataclass(frozen=True)
class Item:
    """An agenda item or a minute."""

    number: str | None
    title: str
    report_of: str | None = None
    pages: str | None = None
    flags: tuple[str, ...] = ()
    line: int = 0
    refers_to: tuple[Reference, ...] = ()
    issues: tuple[Issue, ...] = ()
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True)
class Seat:
    """Somebody who sits on the committee; `stands_for` is the member a substitute stands for."""

    name: str
    role: str
    stands_for: str | None
    represents: str | None
    line: int


@dataclass(frozen=True)
class Attendance:
    """Somebody named in the attendance: present, also present, or apologies."""

    name: str
    attended_as: str
    line: int


@dataclass(frozen=True)
class Meeting:
    """One formal meeting of the committee, gathered from every place in the paper that names it."""

    committee: str | None
    date: dt.date | None
    weekday_printed: str | None = None
    time: str | None = None
    time_line: int | None = None
    venue: str | None = None
    held: bool = False
    seats: tuple[Seat, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class ProgrammeMeeting:
    """A meeting as the heading of a programme prints it."""

    date: dt.date | None
    weekday_printed: str | None
    time: str | None
    venue: str | None


@dataclass(frozen=True)
class ProgrammeRow:
    """One row of a work programme."""

    number: str | None
    title: str
    authors: tuple[str, ...]
    organisation: str | None
    line: int


@dataclass(frozen=True)
class Programme:
    """The rows a work programme gives for one meeting."""

    committee: str | None
    year: str | None
    meeting: ProgrammeMeeting
    rows: tuple[ProgrammeRow, ...]


@dataclass(frozen=True)
class InformalEvent:
    """One row of a schedule of informal meetings, workshops and visits."""

    number: str | None
    title: str
    organisers: tuple[str, ...]
    when_text: str | None
    on: dt.date | None
    status: str
    line: int


@dataclass(frozen=True)
class PlanEntry:
    """One decision in a forward plan."""

    title: str
    decision_maker: str | None
    due: dt.date | None
    due_text: str | None
    lead: str | None
    contact: str | None
    key: bool | None
    exempt: bool | None
    portfolio: str | None
    first_published: dt.date | None
    line: int


@dataclass(frozen=True)
class ForwardPlan:
    """One edition of the forward plan and its entries."""

    published: dt.date | None
    begins: dt.date | None
    to_printed: dt.date | None
    to: dt.date | None
    to_inferred: bool
    entries: tuple[PlanEntry, ...] = ()


@dataclass(frozen=True)
class ReportRecommendation:
    """A draft recommendation in a report: only minutes decide."""

    number: str | None
    text: str
    line: int


@dataclass(frozen=True)
class Report:
    """The header of a report and what it recommends."""

    to: tuple[str, ...]
    dates: tuple[dt.date, ...]
    subject: str | None
    report_of: str | None
    portfolio: str | None
    key: bool | None
    in_forward_plan: bool | None
    exempt: bool | None
    fd: str | None
    ld: str | None
    contact: str | None
    recommendations: tuple[ReportRecommendation, ...]
    line: int


@dataclass(frozen=True)
class Recommendation:
    """A recommendation made to the council by somebody else, such as a peer team or a working group."""

    number: str | None
    text: str
    to: str | None
    line: int


@dataclass(frozen=True)
class TrackerRow:
    """One row of an action or recommendation tracker."""

    ref: str | None
    meeting: dt.date | None
    minute: str | None
    text: str
    owner: str | None
    due_text: str | None
    due: dt.date | None
    status: str | None
    closed: bool
    line: int


@dataclass(frozen=True)
class Warning:
    """Something in the paper an officer would want to put right; `paths` are the clauses it concerns."""

    code: str
    line: int
    text: str
    paths: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """Everything read from one paper."""

    kind: str
    council: str | None = None
    meetings: tuple[Meeting, ...] = ()
    programme: tuple[Programme, ...] = ()
    informal: tuple[InformalEvent, ...] = ()
    forward_plans: tuple[ForwardPlan, ...] = ()
    reports: tuple[Report, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    trackers: tuple[TrackerRow, ...] = ()
    refers_to: tuple[Reference, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())
