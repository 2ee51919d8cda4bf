"""Days and numbers in words."""

from datetime import date

import pytest

from deadlines.words import in_words, nth, quantity


def test_in_words_prints_a_day_as_councils_do():
    assert in_words(date(2023, 9, 6)) == "Wednesday 6 September 2023"


@pytest.mark.parametrize(("n", "words"), [(0, "0 clear days"), (1, "1 clear day"), (5, "5 clear days")])
def test_quantity_has_its_plural(n, words):
    assert quantity(n, "clear day") == words


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (111, "111th"),
    ],
)
def test_nth_has_its_ending(n, words):
    assert nth(n) == words
