"""The council's calendar: the kept list of bank holidays with the council's own days on top, and what day it is."""

from datetime import date, datetime, time

from django.conf import settings
from django.utils import timezone

from council.enums import HolidayKind
from council.models import Holiday
from council.profile import profile
from deadlines.bank_holidays import BEGINS, HORIZON, england_and_wales
from deadlines.calendar import Calendar
from deadlines.london import LONDON, london_today


def kept_calendar() -> Calendar:
    """The calendar of England and Wales as kept in the bank holiday library, without the council's own days."""
    return Calendar(holidays=england_and_wales(), horizon=HORIZON, begins=BEGINS)


def office_calendar() -> Calendar:
    """The calendar every clock of this council runs by. Two queries: the council's days and its week."""
    listed = dict(england_and_wales())
    closures: dict[date, str] = {}
    for day, name, kind in Holiday.objects.values_list("on", "name", "kind"):
        if kind == HolidayKind.CLOSURE:
            closures[day] = name
        elif kind == HolidayKind.BANK_HOLIDAY:
            listed[day] = name
        else:
            listed.pop(day, None)
    weekend = frozenset(int(day) for day in profile().weekend)
    return Calendar(weekend=weekend, holidays=listed, closures=closures, horizon=HORIZON, begins=BEGINS)


def today() -> date:
    """What day it is in London, or the day at which a demonstration is held."""
    return _held_on() or london_today(timezone.now())


def now() -> datetime:
    """What moment it is, in London; noon of the held day in a demonstration."""
    held_on = _held_on()
    return datetime.combine(held_on, time(12), LONDON) if held_on else timezone.now().astimezone(LONDON)


def _held_on() -> date | None:
    return getattr(settings, "HELD_DATE", None) or profile().held_on
