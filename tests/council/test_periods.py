"""The periods the rules run for: shipped with their sources, or the council's own."""

import pytest

from council.models import ClockSetting
from council.periods import CHECK, SHIPPED, period

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("key", "number", "sure"),
    [
        ("publication", 5, True),
        ("key_decision_notice", 28, False),
        ("executive_response", 2, True),
        ("implementation_update", 6, True),
        ("forward_plan", 4, True),
        ("no_date_chase", 60, True),
        ("written_answer", 10, True),
    ],
)
def test_period_as_shipped(key, number, sure):
    assert (period(key).number, period(key).sure) == (number, sure)


def test_period_always_names_its_source_and_says_what_to_check():
    assert [key for key, shipped in SHIPPED.items() if not shipped.source.strip()] == []
    assert [key for key, shipped in SHIPPED.items() if not shipped.sure and CHECK not in shipped.source] == []
    assert [key for key, shipped in SHIPPED.items() if key != shipped.key] == []


def test_period_of_the_council_s_own_takes_the_place_of_the_shipped_one():
    ClockSetting.objects.create(key="implementation_update", number=9, source="Council, 1 June 2023")
    own, shipped = period("implementation_update"), SHIPPED["implementation_update"]
    assert (own.number, own.source) == (9, "Council, 1 June 2023")
    assert (own.title, own.unit) == (shipped.title, shipped.unit)


def test_period_refuses_a_key_that_is_not_shipped():
    ClockSetting.objects.create(key="no_such", number=9, source="Nowhere")
    with pytest.raises(KeyError):
        period("no_such")
