"""Asking again whether a reminder is needed: what was met, waived, withdrawn, ended or moved since is not told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from deadlines.words import in_words
from reminders.domain.duties import Addressee, Duty
from reminders.domain.owed import still_owed
from reminders.domain.sources import SOURCES, Source
from reminders.enums import Kind, ReminderState
from reminders.models import Reminder

LATE_STEPS = ("after-", "late-")
MOVED = "It was moved to another day."
RESTS = "A meeting to come will answer it."
PASSED = "The meeting it was for has been."
NOT_THEIRS = "It is no longer theirs to do."
ENDED = "It has ended."
NOT_ASKED = "It could not be asked whether this is still needed; the next sweep asks again."


@dataclass(frozen=True, slots=True)
class Need:
    """Whether a reminder is still needed: by which duty and for what reason of the person's, or else why not.

    ``unknown`` says that it could not be asked, so that nothing is decided.
    """

    duty: Duty | None = None
    addressee: Addressee | None = None
    why_not: str = ""
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a subject that is no longer owed; ``certain`` where it was met or waived, whatever else."""

    words: str
    certain: bool
    slip_no: int | None


def ask(reminders: Iterable[Reminder], *, today: date) -> dict[int, Need]:
    """The need of each reminder, by its number. The count of queries does not grow with the reminders."""
    reminders = list(reminders)
    subjects = defaultdict(set)
    for one in reminders:
        subjects[Kind(one.kind)].add(one.subject_id)
    owed = still_owed(subjects)
    found = {(duty.kind, duty.subject_id, duty.occasion): duty for duty in owed.duties}
    over = _fates({kind: ids - {key[1] for key in found if key[0] == kind} for kind, ids in subjects.items()})
    return {
        one.pk: _need(one, found.get((one.kind, one.subject_id, occasion(one))), over, today, bool(owed.faults))
        for one in reminders
    }


def cancel(needs: Mapping[int, Need], *, among: str) -> None:
    """Write down, for each reminder ``among`` those in a state that is no longer needed, that it is not and why."""
    by_reason = defaultdict(list)
    for pk, need in needs.items():
        if need.why_not:
            by_reason[need.why_not].append(pk)
    for why_not, pks in by_reason.items():
        found = Reminder.objects.filter(pk__in=pks, state=among)
        found.update(state=ReminderState.CANCELLED, because=why_not)


def occasion(reminder: Reminder) -> str:
    """Which of several dates its step counts from; nothing where there is one date only."""
    return reminder.step.partition("/")[2]


def _need(reminder: Reminder, duty: Duty | None, over: Mapping, today: date, faulty: bool) -> Need:
    if duty is None:
        return _not_owed(reminder, over.get((reminder.kind, reminder.subject_id)), faulty)
    if duty.slip_no != reminder.slip_no:
        return Need(why_not=MOVED)
    if duty.rests(today):
        return Need(why_not=RESTS)
    if duty.is_past(today):
        return Need(why_not=PASSED)
    late = reminder.step.startswith(LATE_STEPS)
    for addressee in duty.hearers(today, late=late):
        if addressee.person_id == reminder.recipient_id:
            return Need(duty, addressee)
    return Need(why_not=NOT_THEIRS)


def _not_owed(reminder: Reminder, fate: Fate | None, faulty: bool) -> Need:
    if fate is not None and fate.certain:
        return Need(why_not=fate.words)
    if faulty:
        return Need(unknown=True)
    if fate is None:
        return Need(why_not=MOVED if occasion(reminder) else ENDED)
    return Need(why_not=MOVED if fate.slip_no not in (None, reminder.slip_no) else fate.words)


def _fates(subjects: Mapping[Kind, set[int]]) -> dict[tuple[str, int], Fate]:
    fates = {}
    for source in SOURCES:
        if ids := subjects.get(source.kind):
            for pk, *columns in source.table.filter(pk__in=ids).values_list("pk", *source.fate):
                fates[source.kind, pk] = _fate(source, dict(zip(source.fate, columns, strict=True)))
    return fates


def _fate(source: Source, columns: Mapping) -> Fate:
    slip_no = columns.get("slip_no")
    if columns.get("met_on"):
        return Fate(f"It was met on {in_words(columns['met_on'])}.", True, slip_no)
    if columns.get("waived_because"):
        return Fate("It was waived.", True, slip_no)
    return Fate(f"It is now: {source.states(columns[source.state]).label.lower()}.", False, slip_no)
