"""Everything that is owed, asked of every room: one bounded set of SQL statements, however much there is."""

import logging
from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction
from django.db.models import Q

from deadlines.calendar import Calendar
from reminders.domain.duties import Duty
from reminders.domain.marks import first_reached
from reminders.domain.roll import Roll
from reminders.domain.sources import SOURCES, Source
from reminders.enums import Kind
from reminders.timetable import Timetable

log = logging.getLogger(__name__)


class Owed:
    """Duties that may owe somebody a reminder, and the kinds that could not be asked because of an error."""

    def __init__(self) -> None:
        self.duties: list[Duty] = []
        self.faults = 0

    def gather(self, source: Source, duties: Iterator[Duty | None]) -> None:
        """Add what a source gives. An error is logged and counted; it stops no other record and no other source."""
        try:
            with transaction.atomic():
                asked = list(duties)
        except Exception:
            log.exception("reminders of kind %s could not be asked for", source.kind)
            asked = [None]
        self.duties += [duty for duty in asked if duty is not None]
        self.faults += asked.count(None)


def owed_by(
    day: date, *, today: date, timetable: Timetable, calendar: Calendar, kinds: Iterable[Kind] = tuple(Kind)
) -> Owed:
    """Every duty that will have reached a step by a working ``day``, as things stand ``today``."""
    found, roll = Owed(), Roll()
    for source in SOURCES:
        if source.kind in kinds:
            asked = source.up_to(first_reached(timetable.rows[source.kind].steps, day, calendar))
            found.gather(source, source.duties(asked, roll, today))
    return found


def still_owed(subjects: dict[Kind, set[int]]) -> Owed:
    """The duties of these subjects as they stand, whether or not a step is reached or their last day has been."""
    found, roll = Owed(), Roll()
    for source in SOURCES:
        if ids := subjects.get(source.kind):
            found.gather(source, source.duties(Q(pk__in=ids), roll, date.min))
    return found
