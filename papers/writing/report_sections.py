"""The numbered sections of the work programme report, and what it opens with: what changed since the last edition."""

from collections.abc import Iterator
from dataclasses import dataclass

from papers.writing.appendices import said_of
from papers.writing.changes import KINDS
from papers.writing.days import day
from papers.writing.edition import NOBODY, CarriedMatter, Change, Decision, Edition, InformalRow, TrackerLine
from papers.writing.standing import paragraphs_of


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph. number: "3.2". points: what it lists. asked: it asks the committee for something."""

    number: str
    text: str
    points: tuple[str, ...] = ()
    asked: bool = False


@dataclass(frozen=True)
class Section:
    """A section with its heading and its paragraphs, numbered from 1."""

    number: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class _Said:
    """A paragraph before it has its number."""

    text: str
    points: tuple[str, ...] = ()
    asked: bool = False


def opening(edition: Edition) -> str:
    """How much changed since the last edition, in a sentence."""
    since = edition.since
    if since is None:
        return f"This is the first edition of the work programme for {edition.year}."
    last = f"edition {since.number} of {day(since.made_on)}"
    if since.meeting:
        last = f"{last}, which went to the meeting of {since.meeting}"
    if not edition.changes:
        return f"Nothing on the programme has changed since {last}."
    many = len(edition.changes)
    return f"{'One thing has' if many == 1 else f'{many} things have'} changed since {last}:"


def changes_of(edition: Edition) -> tuple[str, ...]:
    """Each change since the last edition, in a line."""
    return tuple(_changed(change) for change in edition.changes)


def sections_of(edition: Edition) -> tuple[Section, ...]:
    """The sections that the record fills, numbered."""
    found = [(heading, said) for heading, said in _sections(edition) if said]
    return tuple(_numbered(place, heading, said) for place, (heading, said) in enumerate(found, start=1))


def carried_over(edition: Edition) -> tuple[str, ...]:
    """What was agreed the year before and is still to be settled, in a line each."""
    return tuple(_matter(matter) for matter in edition.carried_over)


def decisions_in_remit(edition: Edition) -> tuple[str, ...]:
    """The decisions of the forward plan within the committee's remit, in a line each."""
    return tuple(_decision(entry) for entry in edition.forward_plan.entries) if edition.forward_plan else ()


def plan_in_remit(edition: Edition) -> str:
    """What the forward plan holds for the committee, or the sentence that there is nothing (Protocol 6.2)."""
    plan = edition.forward_plan
    if plan is None:
        return "No forward plan was on record when this was made."
    published = f"The latest forward plan was published on {day(plan.published_on)}"
    if plan.from_on and plan.to_on:
        published = f"{published} for {day(plan.from_on)} to {day(plan.to_on)}"
    if plan.entries:
        return f"{published}. It holds these key decisions within the committee’s remit:"
    return f"{published}. It holds no key decision within the committee’s remit."


def _numbered(place: int, heading: str, said: list[_Said]) -> Section:
    paragraphs = (
        Paragraph(f"{place}.{number}", each.text, each.points, each.asked) for number, each in enumerate(said, start=1)
    )
    return Section(str(place), heading, tuple(paragraphs))


def _sections(edition: Edition) -> Iterator[tuple[str, list[_Said]]]:
    yield f"Work programme {edition.year}", list(_programme(edition))
    yield "Carried over from the year before", list(_carried(edition))
    yield "Requests that have no place yet", list(_requests(edition))
    yield "Forward plan and pre-scrutiny", list(_forward_plan(edition))
    yield "Informal meetings and visits", list(_informal(edition))
    yield "Training", list(_training(edition))


def _programme(edition: Edition) -> Iterator[_Said]:
    yield from _standing(edition, "programme")
    if edition.adopted:
        yield _Said(f"The committee adopted the programme by minute {edition.adopted}.")
    told_below = {matter.ref for matter in edition.carried_over}
    waiting = tuple(f"{row.title} ({row.ref})" for row in edition.unplaced if row.ref not in told_below)
    if waiting:
        yield _Said("On no meeting yet:", waiting)
    ask = "note" if edition.adopted else "adopt"
    yield _Said(f"The committee is asked to {ask} the programme, and to say what it wishes to add.", asked=True)


def _carried(edition: Edition) -> Iterator[_Said]:
    if edition.carried_over:
        yield from _with_points(_standing(edition, "carried_over"), carried_over(edition))
        yield _Said(
            "The committee is asked for its views: should this come to a formal meeting, or to an informal one?",
            asked=True,
        )


def _requests(edition: Edition) -> Iterator[_Said]:
    lines = [line for line in edition.tracker if line.overlooked and not line.closed]
    if lines:
        yield from _with_points(_standing(edition, "requests"), tuple(_request(line) for line in lines))
        yield _Said("The committee is asked to say how it wishes to take this.", asked=True)


def _forward_plan(edition: Edition) -> Iterator[_Said]:
    yield from _standing(edition, "forward_plan")
    yield _Said(plan_in_remit(edition), decisions_in_remit(edition))
    if decisions_in_remit(edition):
        yield _Said("The committee is asked which of these, if any, it will look at before a decision.", asked=True)
    elif edition.forward_plan:
        yield _Said("The committee is asked to note that there is nothing for pre-scrutiny this time.", asked=True)


def _informal(edition: Edition) -> Iterator[_Said]:
    if edition.informal:
        yield from _standing(edition, "informal")
        yield _Said("The committee is asked to note the list, and to say what it wishes to add.", asked=True)


def _training(edition: Edition) -> Iterator[_Said]:
    if edition.training:
        yield from _with_points(_standing(edition, "training"), tuple(map(_session, edition.training)))
        yield _Said("The committee is asked to note the training arranged.", asked=True)


def _standing(edition: Edition, key: str) -> list[_Said]:
    return [_Said(text) for text in paragraphs_of(edition, key)]


def _with_points(said: list[_Said], points: tuple[str, ...]) -> list[_Said]:
    """Paragraphs with a list under the last of them; the list stands even where no words are left."""
    last = said[-1].text if said else "These are:"
    return [*said[:-1], _Said(last, points)]


def _changed(change: Change) -> str:
    if change.was and change.now:
        went = f", from {change.was} to {change.now}"
    else:
        went = f" ({change.now or change.was})" if change.now or change.was else ""
    because = f". Reason: {change.because.rstrip('.')}" if change.because else ""
    return f"{KINDS.get(change.kind, change.kind)}: {change.title}{went}{because}."


def _matter(matter: CarriedMatter) -> str:
    told = matter.asked_by or matter.words
    return f"{matter.title} ({told})" if told else matter.title


def _request(line: TrackerLine) -> str:
    minute = f"minute {line.minute} of {day(line.asked_on)}" if line.minute else day(line.asked_on)
    owner = "nobody was named" if line.owner == NOBODY else line.owner
    return f"{line.task} ({line.ref}, {minute}; {owner})"


def _decision(decision: Decision) -> str:
    parts = (decision.title, decision.decision_maker, decision.when, decision.lead)
    return ", ".join(part for part in parts if part)


def _session(row: InformalRow) -> str:
    sentence = said_of(row)
    return f"{row.title}: {sentence[0].lower()}{sentence[1:]}"
