"""A day put on the calendar replays every date to come, and only those that move are told."""

from datetime import date

import pytest

from actions.domain.calendar import change_calendar, take_off_calendar
from council.models import Holiday
from council.refusal import Refusal
from tests.factories import make_body, make_item, make_meeting, make_officer, make_person

pytestmark = pytest.mark.django_db
DAY = date(2023, 10, 19)


@pytest.fixture
def scene(held):
    body = make_body()
    officer = make_officer(body)
    meeting = make_meeting(body, date(2023, 11, 14), by=officer)
    return officer, make_item(meeting, "Harbour report", by=officer, authors=(make_person("Ann Author"),))


def test_proclaimed_day_moves_only_the_dates_it_lies_before(scene):
    officer, item = scene
    moved = change_calendar(on=DAY, name="Jubilee", kind="bank_holiday", by=officer)
    assert [(move.what, move.from_on, move.to_on) for move in moved] == [
        ("Title and author confirmed: Harbour report", date(2023, 10, 3), date(2023, 10, 2)),
        ("First draft: Harbour report", date(2023, 10, 17), date(2023, 10, 16)),
    ]
    assert item.stages.get(stage="draft").first_due_on == date(2023, 10, 17)
    assert item.stages.get(stage="draft").slips.get().why == "19 October 2023 is a bank holiday: Jubilee"


def test_day_taken_off_moves_them_back_as_a_second_slip(scene):
    officer, item = scene
    change_calendar(on=DAY, name="Jubilee", kind="bank_holiday", by=officer)
    take_off_calendar(Holiday.objects.get(), by=officer)
    draft = item.stages.get(stage="draft")
    assert (draft.due_on, draft.slip_no) == (date(2023, 10, 17), 2)


def test_closure_moves_nothing(scene):
    officer, _ = scene
    assert change_calendar(on=DAY, name="Offices closed", kind="closure", by=officer) == []


@pytest.mark.parametrize(
    ("on", "kind", "says"),
    [
        (date(2023, 12, 25), "bank_holiday", "on the list already"),
        (DAY, "not_a_holiday", "not on the list"),
    ],
)
def test_day_that_changes_nothing_is_refused(scene, on, kind, says):
    with pytest.raises(Refusal, match=says):
        change_calendar(on=on, name="Day", kind=kind, by=scene[0])
    assert Holiday.objects.count() == 0


def test_day_of_ones_own_is_refused_twice(scene):
    change_calendar(on=DAY, name="Jubilee", kind="bank_holiday", by=scene[0])
    with pytest.raises(Refusal, match="already a day of your own"):
        change_calendar(on=DAY, name="Closed", kind="closure", by=scene[0])
