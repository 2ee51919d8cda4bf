"""Writing down what is owed: one row for each key, however often and by however many sweeps it is found."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from council.models import Person
from reminders.domain.plan import Key, Planned
from reminders.domain.words import why_words
from reminders.enums import MailState, ReminderState
from reminders.models import Mail, Reminder

KEY = ("kind", "subject_kind", "subject_id", "step", "slip_no", "recipient_id")
WAITING = (ReminderState.OWED, ReminderState.UNDELIVERABLE)


def recorded(planned: Iterable[Planned], *, leaving_out: Iterable[str] = ()) -> set[Key]:
    """The keys of what is planned that are on record already, but for those in the states to leave out.

    What was cancelled before it went is left out too: it is planned because it is needed after all.
    """
    kept = Reminder.objects.filter(_about(planned)).exclude(state__in=leaving_out)
    return {Key(*row) for row in kept.exclude(_dropped()).values_list(*KEY)}


def _about(planned: Iterable[Planned]) -> Q:
    subjects: dict[str, set[int]] = {}
    for one in planned:
        subjects.setdefault(one.key.subject_kind, set()).add(one.key.subject_id)
    asked = Q(pk__in=[])
    for subject_kind, ids in subjects.items():
        asked |= Q(subject_kind=subject_kind, subject_id__in=ids)
    return asked


def _dropped() -> Q:
    went_or_may = Mail.objects.filter(reminders=OuterRef("pk")).exclude(state=MailState.CANCELLED)
    return Q(~Exists(went_or_may), state=ReminderState.CANCELLED)


def record(planned: list[Planned], *, on: date) -> int:
    """Write a row for every planned step that has none, and say how many of them are to go.

    Only the latest step of each thing goes; the others are written as overtaken, also where they waited to go. A row
    that was cancelled before it went is taken up again. Two sweeps at once write each row once: the unique key sees to
    it.
    """
    known = recorded(planned)
    fresh = [one for one in planned if one.key not in known]
    without_address = set(Person.objects.filter(email="").values_list("pk", flat=True)) if fresh else set()
    rows = [_row(one, on, without_address) for one in fresh]
    with transaction.atomic():
        _take_up_again(fresh, on, without_address)
        Reminder.objects.bulk_create(rows, ignore_conflicts=True)
        _overtake()
    return sum(one.latest for one in fresh)


def _take_up_again(fresh: list[Planned], on: date, without_address: set[int]) -> None:
    dropped = Reminder.objects.filter(_about(fresh)).filter(_dropped())
    by_key = {Key(*key): pk for pk, *key in dropped.values_list("pk", *KEY)}
    by_state = defaultdict(list)
    for one in fresh:
        if one.key in by_key:
            by_state[_first_state(one, without_address)].append(by_key[one.key])
    for (state, because), pks in by_state.items():
        again = Reminder.objects.filter(pk__in=pks, state=ReminderState.CANCELLED)
        again.update(state=state, because=because, planned_on=on)


def find_addresses() -> None:
    """Let what waited for an address go, now that there is one."""
    has_one = Q(state=ReminderState.UNDELIVERABLE) & ~Q(recipient__email="")
    Reminder.objects.filter(has_one).update(state=ReminderState.OWED, because="")


def _row(one: Planned, on: date, without_address: set[int]) -> Reminder:
    duty = one.duty
    state, because = _first_state(one, without_address)
    return Reminder(
        **one.key._asdict(),
        state=state,
        because=because,
        urgent=one.urgent,
        body_id=duty.body_id,
        title=duty.title,
        path=duty.path,
        counts_from=duty.counts_from,
        why=why_words(duty, one.mark.step, one.mark.times, one.addressee.because)[:400],
        planned_on=on,
    )


def _first_state(one: Planned, without_address: set[int]) -> tuple[str, str]:
    if not one.latest:
        return ReminderState.SUPERSEDED, "A later step had been reached by then."
    if one.key.recipient_id in without_address:
        return ReminderState.UNDELIVERABLE, "There is no e-mail address."
    return ReminderState.OWED, ""


def _overtake() -> None:
    same = {name: OuterRef(name) for name in KEY if name != "step"}
    later = Reminder.objects.filter(**same, pk__gt=OuterRef("pk")).exclude(state=ReminderState.SUPERSEDED)
    waiting = Reminder.objects.filter(Exists(later), state__in=WAITING)
    waiting.update(state=ReminderState.SUPERSEDED, because="A later step was reached before it went.")
