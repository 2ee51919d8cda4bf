"""The parts pages are built from."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test.html import parse_html

from tests.govuk.style import ListFilter, a_proof

TODAY = date(2023, 9, 19)


def draw(source, **context):
    return Template("{% load govuk %}" + source).render(Context(context)).strip()


def same(drawn, wanted):
    return parse_html(drawn) == parse_html(wanted)


@pytest.mark.parametrize(
    ("source", "drawn"),
    [
        ('{% tag "Overdue" tone="late" %}', '<strong class="govuk-tag govuk-tag--red">Overdue</strong>'),
        ('{% tag "Open" tone="open" %}', '<strong class="govuk-tag">Open</strong>'),
        ('{% tag "Odd" tone="pink" %}', '<strong class="govuk-tag govuk-tag--pink">Odd</strong>'),
        ("{% tag typed %}", '<strong class="govuk-tag">&lt;b&gt;</strong>'),
    ],
)
def test_tag_has_the_colour_of_its_tone(source, drawn):
    assert draw(source, typed="<b>") == drawn


def test_summary_list_reads_out_what_a_link_changes():
    drawn = draw("{% summary_list rows %}", rows=[{"key": "Due", "value": "Today", "href": "/d/", "action": "Move"}])
    assert same(
        drawn,
        '<dl class="govuk-summary-list"><div class="govuk-summary-list__row">'
        '<dt class="govuk-summary-list__key">Due</dt>'
        '<dd class="govuk-summary-list__value">Today</dd><dd class="govuk-summary-list__actions">'
        '<a class="govuk-link" href="/d/">Move<span class="govuk-visually-hidden"> Due</span></a></dd></div></dl>',
    )


def test_table_names_each_cell_for_the_cards_of_a_phone():
    drawn = draw(
        "{% table 'Items' columns rows %}", columns=["Item", {"text": "Moved", "numeric": True}], rows=[["A", 3]]
    )
    wanted = (
        '<th scope="row" role="rowheader" class="govuk-table__header look-stacked__title">A</th>',
        '<span class="look-stacked__label" aria-hidden="true">Moved</span><span class="look-stacked__value">3</span>',
        '<th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric">Moved</th>',
    )
    assert [drawn.count(part) for part in wanted] == [1, 1, 1]


def test_table_refuses_a_row_of_another_length():
    with pytest.raises(ValueError, match="zip"):
        draw("{% table 'Items' columns rows %}", columns=["Item", "Due"], rows=[["A"]])


def test_sorted_column_says_so():
    columns = [{"text": "Due", "href": "?sort=due", "sort": "descending"}]
    drawn = draw("{% table 'Items' columns rows %}", columns=columns, rows=[])
    assert ('aria-sort="descending"' in drawn, '<span aria-hidden="true"> ▼</span>' in drawn) == (True, True)


def test_wide_table_can_be_scrolled_by_keyboard():
    assert draw('{% wide_table "Planner" %}<p>x</p>{% endwide_table %}') == (
        '<div class="look-wide" role="region" aria-label="Planner" tabindex="0"><p>x</p></div>'
    )


@pytest.mark.parametrize(("number", "around"), [(1, (False, True)), (2, (True, True)), (3, (True, False))])
def test_pagination_links_both_ways(rf, number, around):
    page = Paginator(range(25), 10).page(number)
    drawn = draw("{% pagination page %}", page=page, request=rf.get("/actions/?owner=cse"))
    assert ('rel="prev"' in drawn, 'rel="next"' in drawn) == around
    assert drawn.count("/actions/?owner=cse&amp;page=") == 3 + sum(around)


def test_pagination_of_one_page_is_nothing(rf):
    assert draw("{% pagination page %}", page=Paginator([1], 10).page(1), request=rf.get("/")) == ""


def test_filters_show_what_is_chosen_and_how_to_take_it_away(rf):
    request = rf.get("/actions/?owner=cse&state=late")
    drawn = draw("{% filters form %}", form=ListFilter(request.GET), request=request)
    wanted = 'href="/actions/?state=late"', 'href="/actions/?owner=cse"', 'href="/actions/">Clear all', 'method="get"'
    assert [drawn.count(part) for part in wanted] == [1, 1, 1, 1]


def test_filters_with_nothing_chosen_have_nothing_to_take_away(rf):
    request = rf.get("/actions/")
    drawn = draw("{% filters form %}", form=ListFilter(request.GET), request=request)
    assert ("Chosen filters" in drawn, "csrfmiddlewaretoken" in drawn) == (False, False)


def test_timeline_says_what_who_and_when():
    entry = {"title": "Moved", "by": "Rowan Ashworth", "at": date(2023, 9, 12), "text": "Figures late."}
    drawn = draw("{% timeline entries level=2 %}", entries=[entry])
    wanted = (
        '<h2 class="moj-timeline__title">Moved</h2>',
        '<time datetime="2023-09-12">Tuesday 12 September 2023</time>',
    )
    assert [drawn.count(part) for part in (*wanted, "by Rowan Ashworth", "Figures late.")] == [1, 1, 1, 1]


def test_empty_state_says_what_can_be_done():
    drawn = draw('{% empty "No actions" text="None yet." href="/add/" action="Add one" %}')
    assert [
        drawn.count(part) for part in ("No actions", "None yet.", '<a class="govuk-link" href="/add/">Add one</a>')
    ] == [
        1,
        1,
        1,
    ]


def test_proof_shows_every_day_and_why():
    drawn = draw("{% proof proof %}", proof=a_proof())
    wanted = (
        "is <strong>Monday 18 September 2023</strong>",
        "not counted: Saturday",
        "clear day 1",
        "section 100B",
        "ends soon",
    )
    assert ([drawn.count(part) for part in wanted], drawn.count("look-days__date")) == ([1, 1, 1, 1, 1], 9)


def test_no_proof_is_nothing():
    assert draw("{% proof proof %}", proof=None) == ""


@pytest.mark.parametrize(
    ("state", "due", "words"),
    [
        ("met", date(2023, 9, 1), "Met"),
        ("waived", date(2023, 9, 1), "Waived"),
        ("due", date(2023, 9, 26), "Due in 7 days"),
        ("due", date(2023, 9, 19), "Due today"),
        ("due", None, "Due"),
        ("late", date(2023, 9, 14), "5 days late"),
        ("late", None, "Late"),
    ],
)
def test_stage_says_its_state(state, due, words):
    stage = SimpleNamespace(name="First draft", state=state, due=due)
    drawn = draw("{% stage_track stages today=today %}", stages=[stage], today=TODAY)
    assert f'<span class="look-track__state">{words}</span>' in drawn


def test_task_list_ties_link_to_hint_and_status():
    tasks = [{"title": "Comments", "href": "/f/", "status": "Overdue", "tone": "late", "hint": "FD number"}]
    drawn = draw('{% task_list tasks prefix="check" %}', tasks=tasks)
    wanted = 'aria-describedby="check-1-hint check-1-status"', 'id="check-1-hint"', 'id="check-1-status"'
    assert [drawn.count(part) for part in wanted] == [1, 1, 1]
