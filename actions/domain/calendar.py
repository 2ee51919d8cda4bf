"""A day proclaimed, withdrawn or closed: the calendar changes, and every date to come is worked out anew."""

from datetime import date

from django.db import transaction

from actions.domain.moving import Moved, replay_calendar
from council.calendar import kept_calendar
from council.enums import HolidayKind
from council.models import Holiday
from council.refusal import Refusal

_SAYS = {
    HolidayKind.BANK_HOLIDAY: "is a bank holiday",
    HolidayKind.NOT_A_HOLIDAY: "is not a bank holiday after all",
    HolidayKind.CLOSURE: "the council is closed",
}


@transaction.atomic
def change_calendar(*, on: date, name: str, kind: str, by, source: str = "") -> list[Moved]:
    """Put a day of the council's own on its calendar and replay every date to come; returns each that moved.

    Bank holidays are proclaimed late (19 September 2022, 8 May 2023). Each moved date is a slip that says why, and
    only those whose date moved are told. Raises ``Refusal`` where the day would change nothing.
    """
    listed = kept_calendar().holidays.get(on)
    if kind == HolidayKind.BANK_HOLIDAY and listed:
        raise Refusal(f"{on.day} {on:%B %Y} is on the list already: {listed}.")
    if kind == HolidayKind.NOT_A_HOLIDAY and not listed:
        raise Refusal(f"{on.day} {on:%B %Y} is not on the list of bank holidays.")
    said = {"name": name.strip()[:120], "kind": kind, "source": source.strip()[:200]}
    if not Holiday.objects.get_or_create(on=on, defaults=said)[1]:
        raise Refusal(f"{on.day} {on:%B %Y} is already a day of your own. Take it off first.")
    return replay_calendar(why=f"{on.day} {on:%B %Y} {_SAYS[kind]}: {name}"[:300], by=by)


@transaction.atomic
def take_off_calendar(holiday: Holiday, *, by) -> list[Moved]:
    """Take one of the council's own days off its calendar, and replay every date to come."""
    words = f"{holiday.on.day} {holiday.on:%B %Y} taken off the calendar: {holiday.name}"
    holiday.delete()
    return replay_calendar(why=words[:300], by=by)
