"""What an edition of a work programme prints: every fact on every page of it, and nothing exempt.

An edition is frozen when an agenda is published. The report, Appendix A, Appendix B, the action tracker, the front
sheet and the chair's brief are printed from these facts alone, so that no printed paper can differ from the record.
Words are as they are printed; where a date is also needed to sort or to count by, it stands beside its words. No
word depends on the day somebody looks: "in 5 days" has no place here. Lists are in the order they are printed in.

Exempt matter (Schedule 12A) never stands here: a title that is not public is "Exempt item", without its authors.
"""

from dataclasses import dataclass, replace
from datetime import date, time

from papers.writing.awaited import ToShow, WrittenAnswer
from papers.writing.canonical import canonical_json, hash_of, read_canonical

EXEMPT_ITEM, EXEMPT_ACTION = "Exempt item", "Exempt matter"
NOBODY = "Nobody named"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Row:
    """One item: a row of Appendix A, or one that is on no meeting.

    ref: "I12", what people quote. number: its place in the programme of its meeting, from 1; 0 on no meeting.
    title: as printed, or "Exempt item". authors: names in the order printed, without titles of address.
    organisation: who writes it where no person does. report_of: the post whose report it is. route: how the committee
    takes it, in words. state: where it stands, in words. returns: "once", "regular" or "standing". origin: where it
    came from, in words. asked_by: the clause that asked for it, "6 (2) (b) of 6 June 2023". portfolio: its name.
    agenda_number: its number on a published agenda. exempt: whether part of it is exempt. because: why it was last
    moved, or was deferred, rerouted or withdrawn. decision_on: when Cabinet decides, for pre-scrutiny. to_show: its
    content checklist.
    """

    ref: str
    number: int
    title: str
    authors: tuple[str, ...] = ()
    organisation: str = ""
    report_of: str = ""
    route: str = ""
    state: str = ""
    returns: str = "once"
    origin: str = ""
    asked_by: str = ""
    portfolio: str = ""
    agenda_number: str = ""
    exempt: bool = False
    because: str = ""
    decision_on: date | None = None
    to_show: tuple[ToShow, ...] = ()

    @property
    def author_column(self) -> str:
        """Its third column in Appendix A: "Tricia Davies/Joe Banham", or the organisation that writes it."""
        return "/".join(self.authors) or self.organisation

    @property
    def is_standing(self) -> bool:
        """Whether it is on every meeting."""
        return self.returns == "standing"

    @property
    def is_regular(self) -> bool:
        """Whether it comes back at chosen meetings."""
        return self.returns == "regular"


@dataclass(frozen=True)
class Heading:
    """What stands above the rows of a formal meeting.

    ref: "M4", the same in every edition, whatever its date. kind and state: in words. on: its date. at: its time,
    or nothing. venue: "Town Hall, Bootle", or empty. room: "Birkdale Room", or empty.
    """

    ref: str
    on: date
    kind: str = "Formal meeting"
    state: str = "Arranged"
    at: time | None = None
    venue: str = ""
    room: str = ""

    @property
    def weekday(self) -> str:
        """The weekday of its date, computed: never typed, so never wrong."""
        return WEEKDAYS[self.on.weekday()]


@dataclass(frozen=True)
class FormalMeeting:
    """A formal meeting of the year with its rows: one table of Appendix A."""

    heading: Heading
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class InformalRow:
    """One row of Appendix B, or one training session: a meeting that cannot resolve.

    ref: "M9". number: its place, from 1. kind: "Informal meeting", "Site visit". title, detail: as printed; detail may
    have lines. when: in words, "31 August 2023", "mid-September 2023" or "to be arranged". on, at: its date and time
    where it has them. where: room and venue in one line. state: in words. organisers: names in the order printed.
    """

    ref: str
    number: int
    kind: str
    title: str
    detail: str = ""
    when: str = ""
    on: date | None = None
    at: time | None = None
    where: str = ""
    state: str = ""
    organisers: tuple[str, ...] = ()


@dataclass(frozen=True)
class CarriedMatter:
    """What the committee agreed last year for this one, and has not decided how to take: a paragraph of the report.

    ref, title: its item. asked_by: the clause that agreed it where it is on record. words: what the record says of it,
    such as "Agreed on 6 March 2023, Minute 59 (2) (a)".
    """

    ref: str
    title: str
    asked_by: str = ""
    words: str = ""


@dataclass(frozen=True)
class Decision:
    """A decision of the forward plan that falls within the committee's remit.

    decision_on: when it is expected, or nothing. when: that day in words, or what the plan prints in its place.
    """

    title: str
    decision_maker: str
    decision_on: date | None = None
    when: str = ""
    lead: str = ""
    portfolio: str = ""
    key: bool = True


@dataclass(frozen=True)
class ForwardPlan:
    """The forward plan last published, with what of it is in remit; without entries the report says there is none.

    from_on, to_on: the first and last day it covers, or nothing where nobody recorded them.
    """

    published_on: date
    from_on: date | None = None
    to_on: date | None = None
    entries: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class TrackerLine:
    """One action that is open, or that came to rest since the last edition: a row of the action tracker.

    ref: "A12". asked_on: the day of the meeting that asked. minute: the clause as minutes cite it, "6 (2) (d)", or
    empty. also: later clauses that asked the same again, each with its meeting. task: in short words, or
    "Exempt matter". owner: who was asked, or "Nobody named". due: as minuted, in words. due_on, first_due_on: the date
    in force and the first one; times_moved: how often it moved. standing: where it stands, in words. answered_by: the
    report or note that answered it, or empty. item: the ref of the programme row that will answer it, or empty.
    overdue: its day had ended when the edition was made. overlooked: on no row, nothing arranged and no answer.
    closed: it came to rest.
    """

    ref: str
    task: str
    owner: str
    asked_on: date
    minute: str = ""
    also: tuple[str, ...] = ()
    due: str = ""
    due_on: date | None = None
    first_due_on: date | None = None
    times_moved: int = 0
    standing: str = ""
    answered_by: str = ""
    item: str = ""
    overdue: bool = False
    overlooked: bool = False
    closed: bool = False


@dataclass(frozen=True)
class RecommendationLine:
    """One recommendation that is not settled, or that was settled since the last edition.

    ref: "R3". minute: the clause that made it, or empty. addressed_to: the body. lead: the post. state: in words.
    approved_on: by Council. next_update_on: when the next report on progress is owed. owner_says, committee_says: the
    latest view of each, in words. closed: it is settled.
    """

    ref: str
    text: str
    made_on: date
    minute: str = ""
    addressed_to: str = ""
    lead: str = ""
    state: str = ""
    approved_on: date | None = None
    next_update_on: date | None = None
    owner_says: str = ""
    committee_says: str = ""
    closed: bool = False


@dataclass(frozen=True)
class SeatLine:
    """One seat as the front sheet prints it.

    name: with the title of address, "Councillor Hardman", or "Vacant". role: in words. represents: "Healthwatch".
    substitute: the name of whoever stands in, or empty. votes: on what, in words, or empty where not stated.
    """

    name: str
    role: str
    represents: str = ""
    substitute: str = ""
    votes: str = ""


@dataclass(frozen=True)
class Officer:
    """A committee officer as the front sheet names them, with the posts they hold."""

    name: str
    post: str = ""
    email: str = ""


@dataclass(frozen=True)
class AgendaLine:
    """One line of the agenda the edition was made for. item: the ref of its programme row, or empty."""

    number: str
    title: str
    report_of: str = ""
    pages: str = ""
    item: str = ""


@dataclass(frozen=True)
class Since:
    """The edition that the changes are told from: its number, when it was made, and for which meeting, in words."""

    number: int
    made_on: date
    meeting: str = ""


@dataclass(frozen=True)
class Change:
    """One difference between two editions.

    kind: one of ``papers.writing.changes.KINDS``. ref: of the item, or the meeting. title: what it is called now.
    was, now: the two sides in words, either may be empty. because: the reason on record, or empty.
    """

    kind: str
    ref: str
    title: str
    was: str = ""
    now: str = ""
    because: str = ""


@dataclass(frozen=True)
class Wording:
    """One standing paragraph in the council's words. key: one of ``papers.writing.standing.STANDING``."""

    key: str
    text: str


@dataclass(frozen=True)
class Edition:
    """A work programme as it was published.

    council, committee: names as printed. called: what people call the committee. year: "2023/24". number: from 1, in
    the programme. made_on: the day it was frozen. meeting: the one it was made for, or nothing. published_on: the day
    that meeting's agenda went out, or nothing. adopted: the clause that adopted the programme (Protocol 5.4), or
    empty. meetings: Appendix A. informal: Appendix B. training: sessions of the year. unplaced: accepted or deferred,
    on no meeting. taken_off: withdrawn, rerouted or carried over to the next year. carried_over: from the year
    before, still to be decided. forward_plan: nothing where none is on record. item_limit: most items on one agenda
    (Protocol 5.3). since, changes: what changed since the last edition; ``since`` is nothing in the first.
    words: the standing paragraphs that were in force; one that is missing is worded as shipped. written_answers: those
    that members have not had yet.
    """

    council: str
    committee: str
    called: str
    year: str
    number: int
    made_on: date
    meeting: Heading | None = None
    published_on: date | None = None
    adopted: str = ""
    item_limit: int = 0
    meetings: tuple[FormalMeeting, ...] = ()
    informal: tuple[InformalRow, ...] = ()
    training: tuple[InformalRow, ...] = ()
    unplaced: tuple[Row, ...] = ()
    taken_off: tuple[Row, ...] = ()
    carried_over: tuple[CarriedMatter, ...] = ()
    forward_plan: ForwardPlan | None = None
    tracker: tuple[TrackerLine, ...] = ()
    recommendations: tuple[RecommendationLine, ...] = ()
    seats: tuple[SeatLine, ...] = ()
    officers: tuple[Officer, ...] = ()
    agenda: tuple[AgendaLine, ...] = ()
    since: Since | None = None
    changes: tuple[Change, ...] = ()
    words: tuple[Wording, ...] = ()
    written_answers: tuple[WrittenAnswer, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of Appendix A, first meeting to last."""
        return tuple(row for meeting in self.meetings for row in meeting.rows)


def as_text(edition: Edition) -> str:
    """The edition as it is kept: canonical JSON."""
    return canonical_json(edition)


def from_text(text: str) -> Edition:
    """The edition of a kept text. Raises ``papers.writing.canonical.NotCanonical`` where it is none."""
    return read_canonical(Edition, text)


def facts_hash(edition: Edition) -> str:
    """The hash of how things stand in it, whatever its number, its day and the edition before it.

    Equal facts, equal hash: so an edition with nothing new is not made. What came to rest since the edition before is
    news, like the changes, and left out with them.
    """
    tracker = tuple(line for line in edition.tracker if not line.closed)
    recommendations = tuple(line for line in edition.recommendations if not line.closed)
    stands = replace(edition, tracker=tracker, recommendations=recommendations, since=None, changes=())
    return hash_of(canonical_json(replace(stands, number=0, made_on=date.min)))
