"""Clashes, case by case: pure over rows that are not on any database."""

from datetime import date, timedelta

import pytest

from committees.models import Meeting, Publication
from deadlines.bank_holidays import england_and_wales
from deadlines.calendar import Calendar
from workprogramme.domain.clashes import (
    MANY_REPORTS,
    ReportDue,
    StageDue,
    above_limit,
    after_decision,
    against_route,
    agenda_is_out,
    days_off,
    days_off_inside,
    fits,
    late_at_once,
    of_item,
    too_many_at_once,
)
from workprogramme.models import Item

CALENDAR = Calendar(holidays=england_and_wales(), closures={date(2023, 12, 27): "Christmas closure"})
TODAY = date(2023, 9, 19)
MONDAY = date(2023, 10, 16)


def short(clashes) -> list[str]:
    return [clash.short for clash in clashes]


@pytest.mark.parametrize(
    ("load", "limit", "told"),
    [(0, 8, []), (8, 8, []), (9, 8, ["1 above the limit of 8"]), (3, 1, ["2 above the limit of 1"])],
)
def test_load_above_the_limit(load, limit, told):
    assert short(above_limit(load, limit)) == told


@pytest.mark.parametrize(
    ("decision_on", "meeting_on", "told"),
    [
        (None, date(2024, 1, 30), []),
        (date(2024, 1, 9), None, []),
        (date(2024, 1, 31), date(2024, 1, 30), []),
        (date(2024, 1, 30), date(2024, 1, 30), ["On the day of its decision, 30 Jan 2024"]),
        (date(2024, 1, 9), date(2024, 1, 30), ["After its decision, 9 Jan 2024"]),
    ],
)
def test_item_after_its_decision(decision_on, meeting_on, told):
    assert short(after_decision(Item(decision_on=decision_on), Meeting(on=meeting_on))) == told


@pytest.mark.parametrize(
    ("state", "met_on", "told"),
    [
        ("scheduled", None, []),
        ("published", date(2023, 9, 18), []),
        ("heard", date(2023, 9, 18), []),
        ("scheduled", date(2023, 9, 18), ["Not out with the agenda of 18 Sep 2023"]),
        ("in_preparation", date(2023, 9, 18), ["Not out with the agenda of 18 Sep 2023"]),
    ],
)
def test_agenda_that_is_out_without_the_report(state, met_on, told):
    meeting = Meeting(on=date(2023, 9, 26))
    meeting.publication = Publication(met_on=met_on)
    assert short(agenda_is_out(Item(state=state), meeting)) == told


def test_agenda_of_a_meeting_that_owes_none():
    assert agenda_is_out(Item(state="scheduled"), Meeting(kind="informal")) == []


@pytest.mark.parametrize(
    ("route", "kinds"),
    [
        ("formal", {"formal", "special", "call_in"}),
        ("informal", {"informal", "training", "workshop", "working_group"}),
        ("site_visit", {"site_visit"}),
        ("written", set()),
        (
            "presentation",
            {"formal", "special", "call_in", "informal", "site_visit", "training", "workshop", "working_group"},
        ),
    ],
)
def test_route_fits_meetings_of_its_sort(route, kinds):
    assert {kind for kind in ALL_KINDS if fits(route, Meeting(kind=kind))} == kinds


ALL_KINDS = ("formal", "special", "call_in", "informal", "site_visit", "training", "workshop", "working_group")


def test_item_on_a_meeting_against_its_route_is_for_the_chair():
    assert [clash.words for clash in against_route(Item(route="formal"), Meeting(kind="informal"))] == [
        "It is meant for: formal agenda. This is another sort (informal meeting), "
        "and rerouting is for the chair (Protocol 5.8)."
    ]


@pytest.mark.parametrize(
    ("on", "is_owed", "told"),
    [
        (TODAY - timedelta(1), True, ["First draft late"]),
        (TODAY, True, []),
        (TODAY + timedelta(1), True, []),
        (TODAY - timedelta(1), False, []),
    ],
)
def test_stage_that_is_late_at_once(on, is_owed, told):
    assert short(late_at_once([StageDue("First draft", on, is_owed)], TODAY)) == told


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (date(2023, 12, 18), date(2023, 12, 24), []),
        (date(2023, 12, 25), date(2023, 12, 25), ["Christmas Day"]),
        (date(2023, 12, 25), date(2023, 12, 31), ["Christmas Day", "Boxing Day", "Christmas closure"]),
        (date(2024, 3, 29), date(2024, 4, 1), ["Good Friday", "Easter Monday"]),
        (date(2023, 12, 26), date(2023, 12, 25), []),
    ],
)
def test_days_off_from_one_day_to_another(first, last, names):
    assert [name for _, name in days_off(first, last, CALENDAR)] == names


def test_days_off_leave_out_what_falls_on_a_weekend():
    calendar = Calendar(closures={date(2023, 12, 30): "Saturday closure"})
    assert days_off(date(2023, 12, 1), date(2024, 1, 1), calendar) == []


@pytest.mark.parametrize(
    ("stages", "today", "told"),
    [
        # of 30 January: the draft has Christmas in its days, the title was due before
        (
            [StageDue("Title", date(2023, 12, 14)), StageDue("Draft", date(2024, 1, 2))],
            TODAY,
            ["Christmas Day, Boxing Day, Christmas closure and New Year's Day before: Draft"],
        ),
        # the first stage has only its own day
        ([StageDue("Title", date(2024, 1, 2))], TODAY, []),
        ([StageDue("Title", date(2023, 12, 27))], TODAY, ["Christmas closure before: Title"]),
        # given in any order, each day off counts for one stage
        (
            [StageDue("Draft", date(2023, 12, 26)), StageDue("Title", date(2023, 12, 25))],
            TODAY,
            ["Christmas Day before: Title", "Boxing Day before: Draft"],
        ),
        # what has passed is no longer in the way, and what is done has no days left
        (
            [StageDue("Title", date(2023, 12, 14)), StageDue("Draft", date(2024, 1, 2))],
            date(2023, 12, 27),
            ["Christmas closure and New Year's Day before: Draft"],
        ),
        ([StageDue("Title", date(2023, 12, 14)), StageDue("Draft", date(2024, 1, 2), False)], TODAY, []),
        ([StageDue("Title", date(2023, 12, 14)), StageDue("Draft", date(2024, 1, 2))], date(2024, 1, 3), []),
        ([], TODAY, []),
    ],
)
def test_days_off_inside_a_stage(stages, today, told):
    assert short(days_off_inside(stages, CALENDAR, today)) == told


def due(item: int, on: date = MONDAY, person: int = 1, name: str = "Joe Banham") -> ReportDue:
    return ReportDue(item, person, name, on)


CROWDED = ["Joe Banham: 4 reports due in the week of 16 Oct 2023"]


@pytest.mark.parametrize(
    ("owed", "told"),
    [
        ([], {}),
        ([due(item) for item in range(3)], {}),
        ([due(item) for item in range(4)], dict.fromkeys(range(4), CROWDED)),
        ([due(item, MONDAY + timedelta(2 * item)) for item in range(4)], dict.fromkeys(range(4), CROWDED)),
        # the Sunday before and the Monday after are other weeks
        ([due(item, MONDAY - timedelta(1)) for item in range(2)] + [due(item) for item in range(2, 5)], {}),
        ([due(item) for item in range(3)] + [due(3, MONDAY + timedelta(7))], {}),
        # two stages of one report are one report; another author's are not one's own
        ([due(item) for item in range(3)] + [due(2, MONDAY + timedelta(1))], {}),
        ([due(item) for item in range(3)] + [due(3, person=2, name="Ann Other")], {}),
    ],
)
def test_author_with_too_many_reports_in_a_week(owed, told):
    assert {item: short(clashes) for item, clashes in too_many_at_once(owed).items()} == told


def test_author_crowded_in_two_weeks_is_told_of_both():
    owed = [due(item, MONDAY + timedelta(7 * week)) for item in range(MANY_REPORTS) for week in range(2)]
    assert [len(clashes) for clashes in too_many_at_once(owed).values()] == [2] * MANY_REPORTS


def test_item_is_told_all_it_runs_into_in_turn():
    meeting = Meeting(on=date(2024, 1, 30), kind="informal")
    item = Item(pk=3, state="scheduled", decision_on=date(2024, 1, 9), route="formal")
    crowded = too_many_at_once([due(item) for item in range(4)])
    assert [clash.kind for clash in of_item(item, meeting, crowded)] == ["decision", "route", "author"]
