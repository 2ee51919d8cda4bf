"""School terms by their months."""

import pytest

from council.models import ClockSetting
from council.terms import say_terms, term_months

pytestmark = pytest.mark.django_db
SHIPPED = {9: "autumn term", 1: "spring term", 4: "summer term"}


def test_terms_as_shipped():
    assert term_months() == SHIPPED


def test_month_of_the_councils_own_takes_the_place_of_the_shipped_one():
    ClockSetting.objects.create(key="term.summer", number=5, source="Term dates 2023/24")
    assert term_months() == {9: "autumn term", 1: "spring term", 5: "summer term"}


@pytest.mark.parametrize("number", [0, 13, 9])
def test_month_that_is_none_or_taken_gives_way_to_the_shipped_ones(number):
    ClockSetting.objects.create(key="term.summer", number=number, source="A slip of the hand")
    assert term_months() == SHIPPED


def test_terms_in_words_name_their_source():
    assert say_terms().startswith("Autumn term from September, spring term from January, summer term from April. Our")
    ClockSetting.objects.create(key="term.summer", number=5, source="Term dates 2023/24")
    assert say_terms() == (
        "Autumn term from September, spring term from January, summer term from May. Term dates 2023/24."
    )
