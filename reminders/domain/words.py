"""The words a reminder is told in, and which heading of a mail it stands under."""

from dataclasses import dataclass
from datetime import date, timedelta

from deadlines.calendar import Calendar
from deadlines.words import in_words, quantity
from reminders.domain.duties import Duty
from reminders.enums import Group, Kind
from reminders.timetable import Step, When

NO_DATE = "no date is set"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing in a mail. It has no place for anything but these words, and of exempt matter title and link alone."""

    group: Group
    title: str
    due: str
    late: str
    because: str
    link: str


def line(duty: Duty, because: str, *, on: date, calendar: Calendar, site: str) -> Line:
    """The line of a duty as it stands on a day; ``site`` is where links begin."""
    group, link = group_of(duty, on), site + duty.path
    if duty.exempt:
        return Line(group, duty.title, "", "", "", link)
    return Line(group, duty.title, due_words(duty, on, calendar), late_words(duty, on, calendar), because, link)


def group_of(duty: Duty, on: date) -> Group:
    """The heading a duty stands under on a day."""
    if duty.kind in (Kind.COMPLETION_PROPOSED, Kind.DELIVERY_FAILED):
        return Group.TO_DECIDE
    if duty.kind == Kind.ACTION_NO_DATE or duty.counts_from is None:
        return Group.NO_DATE
    if duty.counts_from < on:
        return Group.OVERDUE
    sunday = on + timedelta(days=6 - on.weekday())
    return Group.THIS_WEEK if duty.counts_from <= sunday else Group.COMING


def due_words(duty: Duty, on: date, calendar: Calendar) -> str:
    """When it is due, in words."""
    day = duty.counts_from
    if duty.kind == Kind.DELIVERY_FAILED:
        return "See what became of it on the page of reminders"
    if duty.kind == Kind.COMPLETION_PROPOSED:
        return f"The committee next meets on {in_words(day)}" if day else "The committee decides whether it is complete"
    if duty.kind == Kind.ACTION_NO_DATE:
        return f"Asked for on {in_words(day)}, {quantity((on - day).days, 'day')} ago; {NO_DATE}"
    if day < on:
        return f"Was due {in_words(day)}"
    return f"Due {in_words(day)}, {_ahead(on, day, calendar)}"


def late_words(duty: Duty, on: date, calendar: Calendar) -> str:
    """How late it is, in words; nothing where it is not."""
    if group_of(duty, on) != Group.OVERDUE:
        return ""
    return f"{quantity(_working_days(duty.counts_from, on, calendar), 'working day')} late"


def why_words(duty: Duty, step: Step, times: int, because: str) -> str:
    """Why this person is told now: the step in words, and what the duty has to do with them."""
    return f"{_step_words(duty, step, times)}. {because}."


def _step_words(duty: Duty, step: Step, times: int) -> str:
    number = quantity(step.n * times, "day" if step.when == When.EVERY_OLD else "working day")
    if step.when == When.AT_ONCE or duty.counts_from is None:
        return "At once"
    day = in_words(duty.counts_from)
    if step.when == When.BEFORE:
        return f"{number} before {day}" if step.n else f"The day itself, {day}"
    if step.when == When.AFTER:
        return f"{number} after {day}"
    if step.when == When.EVERY_OLD:
        return f"{number} since it was asked for on {day}"
    return f"{number} late, due {day}"


def _ahead(on: date, day: date, calendar: Calendar) -> str:
    if day == on:
        return "today"
    return f"in {quantity(_working_days(on, day, calendar), 'working day')}"


def _working_days(start: date, end: date, calendar: Calendar) -> int:
    return calendar.working_days_up_to(end.toordinal()) - calendar.working_days_up_to(start.toordinal())
