"""The action tracker: what the committee asked for and recommended, of whom, by when, and where each stands."""

from dataclasses import dataclass

from papers.writing.days import day
from papers.writing.edition import Edition, RecommendationLine, TrackerLine
from papers.writing.paper import Paper, head_of


@dataclass(frozen=True)
class ActionLine:
    """A row of the tracker. minute: the clause and its day. due: the date in force, its words, how often it moved."""

    ref: str
    minute: str
    task: str
    owner: str
    due: str
    standing: str
    answered_by: str


@dataclass(frozen=True)
class RecommendedLine:
    """A row of the recommendations. views: what the owner and what the committee say of it."""

    ref: str
    minute: str
    text: str
    owner: str
    next_update: str
    state: str
    views: str


@dataclass(frozen=True)
class Tracker(Paper):
    """The action tracker. overdue: how many actions are, in a sentence."""

    overdue: str
    actions: tuple[ActionLine, ...]
    recommendations: tuple[RecommendedLine, ...]


def action_tracker(edition: Edition, *, draft: bool = False) -> Tracker:
    """The action tracker of an edition."""
    return Tracker(
        **head_of(edition, f"Action tracker {edition.year}", draft=draft),
        overdue=_overdue(edition),
        actions=tuple(_action(line) for line in edition.tracker),
        recommendations=tuple(_recommended(line) for line in edition.recommendations),
    )


def minute_of(minute: str, on_day: str) -> str:
    """A clause with its day: "6 (2) (d), 6 June 2023"."""
    return f"{minute}, {on_day}" if minute else on_day


def due_of(line: TrackerLine) -> str:
    """By when: the date in force, the words of the minute, how often it moved, and whether it has passed."""
    date_in_force = day(line.due_on)
    moved = f"first due {day(line.first_due_on)}, moved {_times(line.times_moved)}" if line.times_moved else ""
    late = "overdue" if line.overdue else ""
    return "; ".join(part for part in (date_in_force, line.due, moved, late) if part) or "No date"


def _overdue(edition: Edition) -> str:
    late, live = (
        sum(line.overdue for line in edition.tracker),
        sum(not line.closed for line in edition.tracker),
    )
    actions = "1 action is open" if live == 1 else f"{live} actions are open"
    return f"{actions}; {late or 'none'} {'is' if late == 1 else 'are'} overdue."


def _action(line: TrackerLine) -> ActionLine:
    asked = minute_of(line.minute, day(line.asked_on))
    again = f"; asked again in {', '.join(line.also)}" if line.also else ""
    return ActionLine(
        ref=line.ref,
        minute=asked + again,
        task=line.task,
        owner=line.owner,
        due=due_of(line),
        standing=line.standing,
        answered_by=line.answered_by,
    )


def _recommended(line: RecommendationLine) -> RecommendedLine:
    said = {"Owner": line.owner_says, "Committee": line.committee_says}
    return RecommendedLine(
        ref=line.ref,
        minute=minute_of(line.minute, day(line.made_on)),
        text=line.text,
        owner="/".join(part for part in (line.addressed_to, line.lead) if part),
        next_update=day(line.next_update_on),
        state=line.state,
        views="; ".join(f"{who}: {view}" for who, view in said.items() if view),
    )


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
