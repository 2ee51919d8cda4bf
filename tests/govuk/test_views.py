"""The council's colour as a stylesheet."""

import pytest

from govuk.views import theme_css

COLOURS = {"violet": "#54319f", "yellow": "#ffdd00", "nonsense": "url(evil)"}


def violet():
    return COLOURS["violet"]


def yellow():
    return COLOURS["yellow"]


def nonsense():
    return COLOURS["nonsense"]


@pytest.mark.parametrize(
    ("path", "rules"),
    [
        ("", ":root{--council-colour:#1d70b8;--council-text:#ffffff;--govuk-brand-colour:#1d70b8}\n"),
        (f"{__name__}.violet", ":root{--council-colour:#54319f;--council-text:#ffffff;--govuk-brand-colour:#54319f}\n"),
        (f"{__name__}.yellow", ":root{--council-colour:#ffdd00;--council-text:#0b0c0c;--govuk-brand-colour:#0b0c0c}\n"),
        (
            f"{__name__}.nonsense",
            ":root{--council-colour:#1d70b8;--council-text:#ffffff;--govuk-brand-colour:#1d70b8}\n",
        ),
    ],
)
def test_theme_is_the_colour_of_the_council(rf, settings, path, rules):
    settings.GOVUK_THEME = path
    answer = theme_css(rf.get("/theme.css"))
    assert (answer.content.decode(), answer["Content-Type"]) == (rules, "text/css; charset=utf-8")


def test_theme_is_only_read(rf):
    assert theme_css(rf.post("/theme.css")).status_code == 405
