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


def ask(reminders: Iterable[Reminder], *, today: date) -> dict[int, Need]:
    """The need of each reminder, by its number. The count of queries does not grow with the reminders."""
    reminders = list(reminders)
    subjects = defaultdict(set)
    for one in reminders:
        subjects[Kind(one.kind)].add(one.subject_id)
    owed = still_owed(subjects, today=today)
    found = {(duty.kind, duty.subject_id, duty.occasion): duty for duty in owed.duties}
    over = _why_over({kind: ids - {key[1] for key in found if key[0] == kind} for kind, ids in subjects.items()})
    return {
        one.pk: _need(one, found.get((one.kind, one.subject_id, occasion(one))), over, today, bool(owed.faults))
        for one in reminders
    }


def cancel(needs: Mapping[int, Need]) -> int:
    """Write down, for each reminder that is no longer needed, that it is not and why."""
    by_reason = defaultdict(list)
    for pk, need in needs.items():
        if need.why_not:
            by_reason[need.why_not].append(pk)
    return sum(
        Reminder.objects.filter(pk__in=pks).update(state=ReminderState.CANCELLED, because=why_not)
        for why_not, pks in by_reason.items()
    )


def occasion(reminder: Reminder) -> str:
    """Which of several dates its step counts from; nothing where there is one date only."""
    return reminder.step.partition("/")[2]


def _need(reminder: Reminder, duty: Duty | None, over: Mapping, today: date, faulty: bool) -> Need:
    if duty is None:
        ended = over.get((reminder.kind, reminder.subject_id))
        if faulty and ended in (None, ENDED):
            return Need(unknown=True)
        return Need(why_not=ended or (MOVED if occasion(reminder) else ENDED))
    if duty.slip_no != reminder.slip_no:
        return Need(why_not=MOVED)
    if duty.until is not None and duty.until < today:
        return Need(why_not=PASSED)
    late = reminder.step.startswith(LATE_STEPS)
    for addressee in duty.hearers(today, late=late):
        if addressee.person_id == reminder.recipient_id:
            return Need(duty, addressee)
    return Need(why_not=NOT_THEIRS)


def _why_over(subjects: Mapping[Kind, set[int]]) -> dict[tuple[str, int], str]:
    words = {}
    for source in SOURCES:
        if ids := subjects.get(source.kind):
            for pk, *fate in source.table.filter(pk__in=ids).values_list("pk", *source.fate):
                words[source.kind, pk] = _in_words(source, dict(zip(source.fate, fate, strict=True)))
    return words


def _in_words(source: Source, fate: Mapping) -> str:
    if fate.get("met_on"):
        return f"It was met on {in_words(fate['met_on'])}."
    if fate.get("waived_because"):
        return "It was waived."
    return f"It is now: {source.states(fate[source.state]).label.lower()}."
