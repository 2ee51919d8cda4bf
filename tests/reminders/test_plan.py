"""The planner and its steps, as tables."""

from datetime import date

import pytest

from council.calendar import kept_calendar
from reminders.domain.duties import Addressee, Duty, plain
from reminders.domain.plan import nobody_to_tell, plan
from reminders.enums import Kind, SubjectKind
from reminders.timetable import shipped

CALENDAR = kept_calendar()
ROWS = shipped().rows
OFFICERS = (Addressee(9, "officer"),)


def duty(counts_from: date | None, kind: Kind = Kind.ACTION, **more) -> Duty:
    values = {"told": (Addressee(1, "owner"),), "officers": OFFICERS, "path": "/actions/A1/", **more}
    return Duty(kind, SubjectKind.ACTION, 1, "A1", "Report on data", body_id=1, counts_from=counts_from, **values)


def latest(on: date, *duties: Duty) -> list[tuple[str, int]]:
    return [(one.key.step, one.key.recipient_id) for one in plan(on, duties, ROWS, CALENDAR) if one.latest]


def first_day(step: str, kind: Kind, counts_from: date) -> date:
    """The first day on which the step is the latest reached, found by asking every day."""
    days = (date.fromordinal(n) for n in range(counts_from.toordinal() - 100, counts_from.toordinal() + 100))
    return next(day for day in days if latest(day, duty(counts_from, kind)) == [(step, 1)])


@pytest.mark.parametrize(
    ("kind", "due", "step", "day"),
    [
        (Kind.IMPLEMENTATION_UPDATE, date(2024, 5, 16), "before-40", date(2024, 3, 18)),
        (Kind.IMPLEMENTATION_UPDATE, date(2024, 5, 16), "before-20", date(2024, 4, 17)),
        (Kind.IMPLEMENTATION_UPDATE, date(2024, 5, 16), "before-5", date(2024, 5, 9)),
        (Kind.IMPLEMENTATION_UPDATE, date(2024, 5, 16), "after-1", date(2024, 5, 17)),
        (Kind.IMPLEMENTATION_UPDATE, date(2024, 5, 16), "late-10", date(2024, 5, 31)),
        (Kind.IMPLEMENTATION_UPDATE, date(2024, 5, 16), "late-20", date(2024, 6, 14)),
        (Kind.IMPLEMENTATION_UPDATE, date(2024, 2, 29), "before-5", date(2024, 2, 22)),
        (Kind.REPORT_STAGE, date(2023, 10, 24), "before-20", date(2023, 9, 26)),
        (Kind.REPORT_STAGE, date(2023, 10, 24), "before-10", date(2023, 10, 10)),
        (Kind.REPORT_STAGE, date(2023, 10, 24), "before-1", date(2023, 10, 23)),
        (Kind.REPORT_STAGE, date(2023, 10, 24), "late-5", date(2023, 10, 31)),
        (Kind.REPORT_STAGE, date(2023, 10, 24), "late-15", date(2023, 11, 14)),
        (Kind.PUBLICATION, date(2023, 9, 18), "before-2", date(2023, 9, 14)),
        (Kind.PUBLICATION, date(2023, 9, 18), "before-0", date(2023, 9, 18)),
        (Kind.PUBLICATION, date(2023, 9, 18), "after-1", date(2023, 9, 19)),
        (Kind.PUBLICATION, date(2023, 12, 25), "before-0", date(2023, 12, 22)),
        (Kind.PUBLICATION, date(2023, 12, 25), "after-1", date(2023, 12, 27)),
        (Kind.ACTION, date(2024, 4, 2), "before-5", date(2024, 3, 22)),
        (Kind.ACTION, date(2023, 10, 20), "after-1", date(2023, 10, 23)),
        (Kind.ACTION, date(2023, 10, 21), "after-1", date(2023, 10, 23)),
        (Kind.ACTION, date(2023, 12, 22), "late-10", date(2024, 1, 10)),
        (Kind.ACTION_LINE_POST, date(2023, 10, 20), "late-10", date(2023, 11, 3)),
        (Kind.ACTION_CHAIR, date(2023, 10, 20), "late-20", date(2023, 11, 17)),
        (Kind.ACTION_NO_DATE, date(2023, 6, 6), "old-60", date(2023, 8, 4)),
        (Kind.ACTION_NO_DATE, date(2023, 6, 7), "old-60", date(2023, 8, 4)),
        (Kind.ACTION_NO_DATE, date(2023, 6, 8), "old-60", date(2023, 8, 7)),
    ],
)
def test_step_is_reached_on_its_day(kind, due, step, day):
    assert first_day(step, kind, due) == day


@pytest.mark.parametrize("day", [date(2023, 10, 21), date(2023, 10, 22), date(2023, 12, 26), date(2024, 4, 1)])
def test_plan_owes_nothing_on_a_day_off(day):
    assert plan(day, [duty(date(2023, 1, 2))], ROWS, CALENDAR) == []


def test_plan_marks_only_the_latest_step_as_going():
    planned = plan(date(2023, 11, 17), [duty(date(2023, 10, 20))], ROWS, CALENDAR)
    assert [(one.key.step, one.latest) for one in planned] == [
        ("before-20", False),
        ("before-5", False),
        ("after-1", False),
        ("late-10", False),
        ("late-20", True),
    ]


def test_plan_tells_officers_where_nobody_else_stands():
    left = Addressee(1, "owner", to_on=date(2023, 10, 16))
    assert latest(date(2023, 10, 17), duty(date(2023, 10, 24), told=(left,))) == [("before-5", 9)]


def test_plan_copies_only_what_is_late():
    told = (Addressee(1, "author"), Addressee(2, "post", late_only=True))
    owed = duty(date(2023, 10, 24), told=told)
    assert latest(date(2023, 10, 24), owed) == [("before-5", 1)]
    assert latest(date(2023, 10, 25), owed) == [("after-1", 1), ("after-1", 2)]


def test_plan_tells_each_person_once():
    told = (Addressee(1, "author"), Addressee(1, "post", late_only=True))
    assert latest(date(2023, 10, 25), duty(date(2023, 10, 24), told=told)) == [("after-1", 1)]


def test_plan_stops_after_the_last_day_it_matters():
    owed = duty(date(2023, 10, 24), until=date(2023, 10, 30))
    assert latest(date(2023, 10, 31), owed) == []


def test_plan_tells_of_a_proposal_at_once_and_before_each_meeting():
    at_once = duty(None, Kind.COMPLETION_PROPOSED)
    before = [
        duty(on, Kind.COMPLETION_PROPOSED, until=on, occasion=f"meeting-{n}")
        for n, on in ((1, date(2023, 11, 14)), (2, date(2024, 1, 23)))
    ]
    assert latest(date(2023, 10, 17), at_once, *before) == [("at-once", 1)]
    assert latest(date(2023, 11, 7), at_once, *before) == [("before-5/meeting-1", 1)]
    assert latest(date(2024, 1, 16), at_once, *before) == [("before-5/meeting-2", 1)]


def test_plan_survives_what_is_late_by_a_lifetime():
    owed = duty(date(1924, 1, 1))
    assert latest(date(2023, 10, 17), owed) == [("late-3660", 1)]


def test_nobody_to_tell_is_said():
    alone = duty(date(2023, 10, 24), told=(), officers=())
    assert nobody_to_tell(date(2023, 10, 17), [alone, duty(date(2023, 10, 24))]) == [alone]


@pytest.mark.parametrize(
    ("title", "shown"),
    [("A  report\r\nBcc: x", "A report Bcc: x"), ("x" * 300, "x" * 199 + "…"), ("A\x00B", "A B"), ("", "")],
)
def test_title_stands_on_one_line(title, shown):
    assert plain(title) == shown
