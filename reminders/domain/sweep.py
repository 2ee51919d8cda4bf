"""The sweep: find what is owed, write it down, make mails of it, send them. Any number may run at once."""

import logging
from collections.abc import Iterable
from datetime import date, timedelta

from django.utils import timezone

from council.calendar import now, office_calendar
from council.profile import profile_kept
from deadlines.calendar import Calendar
from reminders.domain.compose import compose
from reminders.domain.owed import owed_by
from reminders.domain.plan import nobody_to_tell, plan
from reminders.domain.record import find_addresses, record
from reminders.domain.sending import send_waiting
from reminders.enums import Kind
from reminders.models import SweepRun
from reminders.rules import why_not_now
from reminders.timetable import Timetable, in_force

log = logging.getLogger(__name__)
KEPT = timedelta(days=30)


def sweep(*, any_hour: bool = False) -> SweepRun:
    """One pass over everything owed, by the council's clock. Run outside any transaction.

    ``any_hour`` sends outside sending hours too; nothing is ever sent on a weekend or bank holiday. What a missed pass
    would have found, this one finds. Returns the row that says what came of it.
    """
    with profile_kept():
        moment, calendar, timetable = now(), office_calendar(), in_force()
        run = SweepRun.objects.create(on=moment.date())
        run.note = why_not_now(moment, calendar, timetable, any_hour=any_hour)
        if not run.note:
            _pass(run, calendar, timetable, tuple(Kind))
            if run.failed:
                _pass(run, calendar, timetable, (Kind.DELIVERY_FAILED,))
    run.finished_at = timezone.now()
    run.save()
    SweepRun.objects.filter(started_at__lt=run.started_at - KEPT).delete()
    log.info("sweep: %s", run)
    return run


def last_sweep() -> SweepRun | None:
    """The last sweep that came to its end, for the page that says how the service is."""
    return SweepRun.objects.filter(finished_at__isnull=False).first()


def _pass(run: SweepRun, calendar: Calendar, timetable: Timetable, kinds: Iterable[Kind]) -> None:
    run.owed += _write_down(run, run.on, calendar, timetable, kinds)
    run.faults += compose(on=run.on, calendar=calendar)
    tally = send_waiting(on=run.on, calendar=calendar)
    run.sent += tally.sent
    run.failed += tally.failed
    run.faults += tally.faults


def _write_down(run: SweepRun, on: date, calendar: Calendar, timetable: Timetable, kinds: Iterable[Kind]) -> int:
    owed = owed_by(on, today=on, timetable=timetable, calendar=calendar, kinds=kinds)
    run.faults += owed.faults
    if alone := nobody_to_tell(on, owed.duties):
        log.warning("%s things are owed with nobody to tell", len(alone))
    find_addresses()
    return record(plan(on, owed.duties, timetable.rows, calendar), on=on)
