"""The timetable: its numbers as settings, and its twin in the documents."""

import re
from pathlib import Path

import pytest

from council.models import ClockSetting
from council.periods import SHIPPED as PERIODS
from reminders.enums import Kind
from reminders.timetable import NO_DATE_CHASE, SHIPPED, in_force, say, setting_of, shipped

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "reminders.md"


def test_document_holds_the_timetable_as_the_code_does():
    rows = re.findall(r"^\| (.+) \| (.+) \| (.+) \|$", DOCUMENT.read_text(), re.MULTILINE)
    expected = [(row.kind.label, row.told, "; ".join(map(say, row.steps))) for row in SHIPPED]
    assert rows[1 : len(SHIPPED) + 1] == expected


def test_document_holds_every_setting():
    named = re.findall(r"^- `([a-z_.0-9-]+)`$", DOCUMENT.read_text(), re.MULTILINE)
    keys = [setting_of(row.kind, step) for row in SHIPPED for step in row.steps if step.n or step.key() == "before-0"]
    assert named == [*keys, "remind.hours.from", "remind.hours.until"]


def test_no_date_chase_is_the_shipped_period():
    (step,) = shipped().rows[Kind.ACTION_NO_DATE].steps
    assert (step.n, step.setting) == (PERIODS[NO_DATE_CHASE].number, NO_DATE_CHASE)


@pytest.mark.django_db
def test_number_of_the_councils_own_takes_the_place_of_the_shipped_one():
    for key, number in {"remind.action.every-10": 15, "remind.publication.before-1": 3, "remind.hours.from": 9}.items():
        ClockSetting.objects.create(key=key, number=number, source="Our constitution")
    own = in_force()
    assert [step.key() for step in own.rows[Kind.ACTION].steps] == ["before-20", "before-5", "after-1", "late-15"]
    assert own.rows[Kind.ACTION].steps[3].source == "Our constitution"
    assert own.rows[Kind.PUBLICATION].steps[2].n == 3
    assert (own.from_hour, own.until_hour) == (9, 19)


@pytest.mark.django_db
def test_number_that_would_repeat_without_end_is_kept_in_bounds():
    ClockSetting.objects.create(key=NO_DATE_CHASE, number=0, source="A slip of the hand")
    assert in_force().rows[Kind.ACTION_NO_DATE].steps[0].n == 1
