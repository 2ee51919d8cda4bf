"""The council's colour, and what can be read on it."""

import pytest

from govuk.colour import INK, PAPER, contrast, mark_on_white, safe_colour, text_on


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("#1D70B8", "#1d70b8"),
        ("#FFDD00", "#ffdd00"),
        ("", "#1d70b8"),
        ("red", "#1d70b8"),
        ("#fff", "#1d70b8"),
        ("#000000;} body{display:none", "#1d70b8"),
        ("#000000\n", "#1d70b8"),
    ],
)
def test_safe_colour(given, taken):
    assert safe_colour(given) == taken


@pytest.mark.parametrize(
    ("colour", "text", "mark"),
    [("#1d70b8", PAPER, "#1d70b8"), ("#ffdd00", INK, INK), ("#000000", PAPER, "#000000"), ("#ffffff", INK, INK)],
)
def test_text_and_marks_can_be_seen(colour, text, mark):
    assert (text_on(colour), mark_on_white(colour)) == (text, mark)


def test_contrast_of_black_and_white_is_the_greatest():
    assert (contrast("#000000", "#ffffff"), contrast("#ffffff", "#ffffff")) == (21, 1)
