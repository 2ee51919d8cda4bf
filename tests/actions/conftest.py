"""Two committees in the middle of their year, to be reorganised."""

from datetime import date

import pytest

from actions.domain.assigning import Part
from committees.domain.meetings import hold_meeting
from council.models import Portfolio
from tests.factories import (
    make_body,
    make_item,
    make_manager,
    make_meeting,
)
from workprogramme.domain.items import hear_item


@pytest.fixture
def manager():
    return make_manager("Ann Lee")


@pytest.fixture
def children():
    return make_body("Children and Young People Scrutiny Committee", short_name="Children", remit="Schools and care.")


@pytest.fixture
def adults():
    return make_body("Adult Care Scrutiny Committee", short_name="Adults", remit="Care at home.")


@pytest.fixture
def june(children, manager):
    meeting = make_meeting(children, date(2023, 6, 6), by=manager)
    hear_item(make_item(meeting, "Heard", by=manager), by=manager)
    return hold_meeting(meeting, by=manager)


@pytest.fixture
def november(children, manager):
    return make_meeting(children, date(2023, 11, 14), by=manager)


@pytest.fixture
def education():
    return Portfolio.objects.create(name="Education")


@pytest.fixture
def care():
    return Portfolio.objects.create(name="Care")


@pytest.fixture
def parts(education, care):
    return Part(name="Education Committee", portfolios=(education,)), Part(name="Care Committee", portfolios=(care,))
