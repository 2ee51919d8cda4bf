"""The base page, the pages for when something is wrong, and the page that asks again."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.template.loader import get_template, render_to_string

from govuk.forms import DateField, GovukForm

COUNCIL = SimpleNamespace(name="Sefton Council", colour="#1d70b8")


class Due(GovukForm):
    due = DateField()


def page(**context):
    return render_to_string(
        "govuk/confirm.html", {"heading": "Move it?", "submit": "Move", "council": COUNCIL, **context}
    )


@pytest.mark.parametrize(
    ("context", "title"),
    [
        ({}, "Move it? – Scrutiny – Sefton Council"),
        ({"form": Due()}, "Move it? – Scrutiny – Sefton Council"),
        ({"form": Due({})}, "Error: Move it? – Scrutiny – Sefton Council"),
        ({"council": None}, "Move it? – Scrutiny"),
        ({"council": SimpleNamespace(name="Sefton & Sons")}, "Move it? – Scrutiny – Sefton &amp; Sons"),
    ],
)
def test_title_says_page_product_and_council(context, title):
    assert f"<title>{title}</title>" in page(**context)


def test_error_summary_stands_once_above_the_heading():
    drawn = page(form=Due({}))
    assert (drawn.count("There is a problem"), drawn.index("There is a problem") < drawn.index("<h1")) == (1, True)


@pytest.mark.parametrize("held_on", [date(2023, 9, 19), None])
def test_banner_says_the_date_is_held(held_on):
    said = "Demonstration. The date is held at Tuesday 19 September 2023." in page(demonstration={"held_on": held_on})
    assert said is bool(held_on)


def test_navigation_marks_the_place():
    drawn = page(
        navigation=[
            {"text": "My work", "href": "/", "active": False},
            {"text": "Actions", "href": "/a/", "active": True},
        ]
    )
    assert (
        drawn.count('aria-current="true"'),
        '<a class="govuk-service-navigation__link" href="/a/" aria-current' in drawn,
    ) == (
        1,
        True,
    )


@pytest.mark.parametrize(
    ("user", "shown"),
    [
        (None, (True, False, False)),
        (
            SimpleNamespace(is_authenticated=True, get_full_name="Rowan Ashworth", get_username="rowan"),
            (False, True, True),
        ),
        (SimpleNamespace(is_authenticated=True, get_full_name="", get_username="Rowan Ashworth"), (False, True, True)),
    ],
)
def test_account_part_signs_in_or_out(user, shown):
    drawn = page(user=user)
    found = 'href="/accounts/sign-in/"' in drawn, 'method="post" action="/accounts/sign-out/"' in drawn
    assert (*found, "Rowan Ashworth" in drawn) == shown


@pytest.mark.parametrize(
    ("level", "title", "role"),
    [("success", "Success", "alert"), ("error", "There is a problem", "alert"), ("info", "Important", "region")],
)
def test_message_is_a_banner(level, title, role):
    drawn = page(messages=[SimpleNamespace(level_tag=level, __str__=lambda self: "Saved")])
    assert (title in drawn, f'role="{role}" aria-labelledby="notification-1"' in drawn) == (True, True)


def test_way_back_is_breadcrumbs_or_a_link():
    crumbs = page(breadcrumbs=[{"text": "Committees", "href": "/committees/"}, {"text": "Health"}], back="/x/")
    back = page(back="/x/")
    assert [
        "govuk-breadcrumbs" in crumbs,
        "govuk-back-link" in crumbs,
        'href="/x/" class="govuk-back-link"' in back,
    ] == [
        True,
        False,
        True,
    ]


def test_confirm_page_lists_what_follows_and_asks_once():
    drawn = page(consequences=["Six dates move"], cancel="/items/", variant="warning")
    wanted = (
        "<li>Six dates move</li>",
        "govuk-button--warning",
        'href="/items/">Cancel',
        'data-prevent-double-click="true"',
    )
    assert [drawn.count(part) for part in wanted] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("400.html", "The request was not understood"),
        ("403.html", "You cannot do this"),
        ("403_csrf.html", "The form could not be checked"),
        ("404.html", "Page not found"),
        ("500.html", "Sorry, there is a problem with the service"),
    ],
)
def test_page_for_when_something_is_wrong_needs_no_context(name, heading):
    assert f'<h1 class="govuk-heading-l">{heading}</h1>' in get_template(name).render()


@pytest.mark.parametrize("name", ["base.html", "plain.html", "govuk/confirm.html"])
def test_page_has_no_inline_script_or_style(name):
    drawn = get_template(name).render()
    assert (" style=" in drawn, "<style" in drawn, "<script>" in drawn, "onclick" in drawn) == (False,) * 4
