"""Putting a paper on record without a review, whole or not at all: everything it says that is new, nothing changed."""

from dataclasses import dataclass

from django.db import transaction

from actions.models import Action
from committees.models import AgendaLine, Clause, Meeting, Minute, Paper, Seat
from council.refusal import Refusal
from intake.domain.decide import accept_all
from intake.domain.read import propose_from
from intake.domain.record import put_on_record
from intake.enums import Sort
from intake.models import Reading
from jobs.work import WorkState
from papers.reading import facts
from workprogramme.models import ForwardEntry, Item

_COUNTED = {
    "meetings": Meeting,
    "seats": Seat,
    "agenda lines": AgendaLine,
    "minutes": Minute,
    "clauses": Clause,
    "actions": Action,
    "programme items": Item,
    "forward plan entries": ForwardEntry,
}
_ONLY_AN_OFFICER_DECIDES = {Sort.SUGGESTION, Sort.APPOINTMENT, Sort.CONFLICT, Sort.CHANGE, Sort.WORDING, Sort.TRACKED}


@dataclass(frozen=True)
class Adopted:
    """What adopting a paper put on record; ``before`` is the earlier adoption where the paper was known."""

    paper: Paper
    new: dict[str, int]
    before: bool = False


@transaction.atomic
def adopt_paper(reading: facts.Reading, *, name: str, sha256: str, by, text: str = "") -> Adopted:
    """Put everything a reading says that is new on record in one transaction, as if an officer had accepted it.

    What only an officer can decide - suggestions, appointments, conflicts, changes - waits in the paper's review. The
    same file again changes nothing and says so. Raises ``Refusal`` where the reading holds nothing to put on record, or
    words that are longer than the record keeps.
    """
    if not (_dated(reading) or reading.programme or reading.forward_plans):
        raise Refusal(
            f"{name} was read as {reading.kind}, but it names no meeting, programme or plan to put on record."
        )
    before = _counts()
    paper, fresh = Paper.objects.get_or_create(sha256=sha256, defaults={"name": name[:200], "kept_by": by})
    row, _ = Reading.objects.get_or_create(paper=paper, defaults={"text": text, "state": WorkState.DONE})
    if not fresh and row.recordings.exists():
        return Adopted(paper, {}, before=True)
    propose_from(row, reading)
    accept_all(row, by=by, leaving=_ONLY_AN_OFFICER_DECIDES)
    if row.proposals.to_record().exists():
        put_on_record(row, by=by, trusted=True)
    return Adopted(paper, {what: count - before[what] for what, count in _counts().items()})


def _dated(reading: facts.Reading) -> list[facts.Meeting]:
    return [meeting for meeting in reading.meetings if meeting.date and meeting.committee]


def _counts() -> dict[str, int]:
    return {what: model.objects.count() for what, model in _COUNTED.items()}
