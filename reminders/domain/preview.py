"""What would go out on a day, to whom and why: as if every sweep since today had run. Nothing is written or sent."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings

from council.calendar import office_calendar, today
from council.models import Person
from council.refusal import Refusal
from deadlines.calendar import Calendar
from deadlines.clock import previous_working_day_or_same
from deadlines.words import in_words
from reminders.domain.compose import served_on
from reminders.domain.duties import Duty
from reminders.domain.letters import subject_of_lines
from reminders.domain.owed import owed_by
from reminders.domain.plan import Key, Planned, counts, nobody_to_tell, plan
from reminders.domain.record import WAITING, recorded
from reminders.domain.words import Line, line, why_words
from reminders.enums import Kind
from reminders.timetable import Timetable, in_force

FURTHEST = timedelta(days=2 * 366)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Told:
    """One reminder of a mail: its line, kind, step, reference, committee, page and date, and why it is told now."""

    line: Line
    kind: Kind
    step: str
    ref: str
    body_id: int | None
    path: str
    due_on: date | None
    why: str


@dataclass(frozen=True)
class WouldGo:
    """One mail that would go, or could not for want of an address."""

    recipient: Person
    urgent: bool
    subject: str
    reminders: Sequence[Told]


@dataclass(frozen=True)
class Preview:
    """What a day would see: mails, what has no address, what there is nobody to tell of; or why nothing goes."""

    on: date
    mails: Sequence[WouldGo] = ()
    undeliverable: Sequence[WouldGo] = ()
    nobody: Sequence[Duty] = ()
    note: str = ""


def preview(on: date) -> Preview:
    """What would go out on a day, as if every sweep from today until then had run.

    Nothing that is on record as told is told again. Raises ``Refusal`` for a day further ahead than two years.
    """
    start, calendar = today(), office_calendar()
    if on > start + FURTHEST:
        raise Refusal(f"Choose a date up to {in_words(start + FURTHEST)}.")
    if on < start:
        return Preview(on, note=f"{in_words(on)} is past: it is {in_words(start)} today. See what went instead.")
    if day_off := calendar.why_not(on):
        return Preview(on, note=f"Nothing goes on {in_words(on)}: it is a day off ({day_off}).")
    return _look_ahead(on, start, calendar, in_force())


def _look_ahead(on: date, start: date, calendar: Calendar, timetable: Timetable) -> Preview:
    duties = owed_by(on, today=start, timetable=timetable, calendar=calendar).duties
    due = _fresh(on, start, duties, calendar, timetable)
    people = Person.objects.in_bulk({one.key.recipient_id for one in due})
    mails = [_mail(people[who], urgent, told, on, calendar) for (who, urgent), told in _by_mail(due).items()]
    mails.sort(key=lambda mail: (str(mail.recipient), not mail.urgent))
    return Preview(
        on=on,
        mails=[mail for mail in mails if mail.recipient.email],
        undeliverable=[mail for mail in mails if not mail.recipient.email],
        nobody=nobody_to_tell(on, duties),
    )


def _fresh(on: date, start: date, duties: list[Duty], calendar: Calendar, timetable: Timetable) -> list[Planned]:
    """What the sweep of a day would find that no sweep from today until the eve of it would have found."""
    final = [one for one in plan(on, duties, timetable.rows, calendar) if one.latest]
    known = recorded(final, leaving_out=WAITING)
    past = _Past(start, duties, calendar, timetable, served_on(start))
    if on == start:
        return [one for one in final if one.key not in known and not _waits(one, past.served)]
    eve = previous_working_day_or_same(on - DAY, calendar)
    told = past.told_on(eve) if eve >= start else set()
    return [one for one in final if one.key not in known and one.key not in told and not past.told_before(one, eve)]


@dataclass(frozen=True)
class _Past:
    """What the sweeps from today on would have told by the eve of a day."""

    start: date
    duties: Sequence[Duty]
    calendar: Calendar
    timetable: Timetable
    served: set[int]

    def told_on(self, day: date, duties: Sequence[Duty] | None = None) -> set[Key]:
        """The keys that a day's sweep finds on record or writes, but for what waits for tomorrow's mail."""
        planned = plan(day, self.duties if duties is None else duties, self.timetable.rows, self.calendar)
        served = self.served if day == self.start else set()
        return {one.key for one in planned if not (one.latest and _waits(one, served))}

    def told_before(self, one: Planned, eve: date) -> bool:
        """Whether a step that was reached earlier was told then to somebody who left and came back.

        A step once reached stays reached, so only one that was reached by the eve is looked for day by day.
        """
        if eve < self.start or not counts(one.duty, one.mark_on(eve, self.calendar)):
            return False
        days = (self.start + n * DAY for n in range((eve - self.start).days))
        return any(one.key in self.told_on(day, [one.duty]) for day in days)


def _waits(one: Planned, served: set[int]) -> bool:
    return not one.urgent and one.key.recipient_id in served


def _by_mail(due: list[Planned]) -> dict[tuple[int, bool], list[Planned]]:
    found = defaultdict(list)
    for one in due:
        found[one.key.recipient_id, one.urgent].append(one)
    return found


def _mail(recipient: Person, urgent: bool, due: list[Planned], on: date, calendar: Calendar) -> WouldGo:
    told = [_told(one, on, calendar) for one in sorted(due, key=lambda one: one.duty.order)]
    return WouldGo(recipient, urgent, subject_of_lines([one.line for one in told], urgent), told)


def _told(one: Planned, on: date, calendar: Calendar) -> Told:
    duty, because = one.duty, one.addressee.because
    return Told(
        line=line(duty, because, on=on, calendar=calendar, site=settings.SITE_URL),
        kind=duty.kind,
        step=one.key.step,
        ref=duty.ref,
        body_id=duty.body_id,
        path=duty.path,
        due_on=None if duty.kind == Kind.ACTION_NO_DATE else duty.counts_from,
        why=why_words(duty, one.mark.step, one.mark.times, because),
    )
