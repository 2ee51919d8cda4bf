"""Checklists that topics for review are scored against: TOPIC and PICK as shipped, and the council's own."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_QUESTIONS = 12
NOT_IN_PAPERS = "Our default: Protocol 8.2 names a checklist of the council's own, which is not in the papers."
POINTS_SOURCE = f"{NOT_IN_PAPERS} 0 to 2 points a question, as the Centre for Governance and Scrutiny tells of Oxford."


@dataclass(frozen=True)
class Question:
    """One thing a topic is held against: a key for the record, its name, and what is asked."""

    key: str
    name: str
    asks: str


@dataclass(frozen=True)
class Checklist:
    """A checklist: what it is called, where it comes from, and its questions in order."""

    title: str
    source: str
    questions: tuple[Question, ...]


TOPIC = Checklist(
    "TOPIC",
    "Used by many councils; the Centre for Governance and Scrutiny describes it",
    (
        Question("timely", "Timely", "Is now the right time, and does nobody else look at it already?"),
        Question("priority", "Organisational priority", "Does it matter for what the council has set out to do?"),
        Question("public", "Public interest", "Are residents concerned about it?"),
        Question("influence", "Influence", "Can the committee change anything about it?"),
        Question("cost", "Cost", "Is much money at stake, or could much be saved?"),
    ),
)
PICK = Checklist(
    "PICK",
    "Used by many councils to set priorities for scrutiny",
    (
        Question("public", "Public interest", "Are residents concerned about it?"),
        Question("impact", "Impact", "Would looking at it make a difference to people's lives?"),
        Question("performance", "Council performance", "Does the council, or a partner, do badly here?"),
        Question("context", "Keep in context", "Is it free of what others review, inspect or are about to change?"),
    ),
)
SHIPPED = {"topic": TOPIC, "pick": PICK}


def own_checklist(lines: str, source: str) -> Checklist:
    """The council's own checklist from its lines, each "Name: what is asked"."""
    return Checklist("Our own checklist", source, tuple(_questions(lines.splitlines())))


def _questions(lines: Iterable[str]) -> Iterable[Question]:
    told = [line.strip() for line in lines if line.strip()]
    for number, line in enumerate(told, start=1):
        name, _, asks = line.partition(":")
        yield Question(f"q{number}", name.strip()[:60], asks.strip()[:300])
