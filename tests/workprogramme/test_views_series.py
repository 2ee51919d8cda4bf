"""The pages of what comes back: the list, one of them, and what is done to it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from council.models import Portfolio
from tests.factories import make_clause, make_item, make_meeting
from workprogramme.domain.returning import leave_out, place_expected
from workprogramme.domain.series import begin_series, end_series
from workprogramme.models import Item, LeftOut, Series

LIST = "/committees/children/returning/"


@pytest.fixture
def series(body, officer, november, january):
    return begin_series(body=body, title="Scorecard", returns="chosen", by=officer)


@pytest.fixture
def sent(signed_in):
    """What an officer is answered when they send a form."""

    def send(address, **data):
        return signed_in("officer").post(address, data)

    return send


WORDS = {
    "title": "Attendance", "returns": "term", "months": "6", "purpose": "account", "route": "formal",
    "from_on-day": "1", "from_on-month": "9", "from_on-year": "2023",
}  # fmt: skip


def test_list_shows_each_with_its_rule_and_what_has_no_place(signed_in, body, officer, series, november):
    place_expected(series, meeting=november, by=officer)
    page = signed_in("member").get(LIST)
    for text in ("Scorecard", "Regularly, at chosen meetings", "Without a place", "30 January 2024"):
        assertContains(page, text)
    assertNotContains(page, "Add an item that comes back")


def test_list_says_what_to_do_where_nothing_comes_back(signed_in, body):
    assertContains(signed_in("officer").get(LIST), "Add what stands at every meeting")
    assertContains(signed_in("member").get(LIST), "have put them on record")


def test_list_names_the_portfolios_without_an_update_report(signed_in, body, officer):
    education, care = (Portfolio.objects.create(name=name) for name in ("Education", "Care"))
    body.portfolios.set([education, care])
    begin_series(body=body, title="Cabinet updates", returns="every_meeting", by=officer, portfolios=[education])
    page = signed_in("officer").get(LIST)
    assertContains(page, "No update report of the Cabinet Member stands for: Care.")
    assertContains(page, "Cabinet Members’ updates: Education")


def test_export_has_a_row_for_each_time(signed_in, body, officer, series, november, january):
    item = place_expected(series, meeting=november, by=officer)
    leave_out(series, meeting=january, because="No figures", by=officer)
    end_series(series, on=date(2024, 6, 30), because="Merged", by=officer)
    begin_series(body=body, title="Training", returns="after", by=officer, counts_from=date(2024, 1, 1))
    lines = signed_in("member").get(f"{LIST}export.csv").getvalue().decode().splitlines()
    told = 'Scorecard,"Regularly, at chosen meetings",2023-09-19,2024-06-30,Merged,,'
    assert lines[1:] == [
        f"{told},14 November 2023,On a meeting,{item.ref},14 November 2023,",
        f"{told},30 January 2024,Left out,,,No figures",
        'Training,"Once, 6 months after 1 January 2024",2023-09-19,,,,,,,,,',
    ]


def test_new_one_takes_what_is_planned_under_its_title(sent, body, officer, november):
    make_item(november, "Attendance", by=officer)
    page = sent(f"{LIST}new/", **WORDS, authors="Ann\nBo")
    assertRedirects(page, LIST)
    made = Series.objects.get()
    assert (made.returns, made.items.get().title, [str(author) for author in made.authors.all()]) == (
        "term", "Attendance", ["Ann", "Bo"],
    )  # fmt: skip


def test_new_one_begins_with_the_words_of_an_item(signed_in, body, item):
    page = signed_in("officer").get(f"{LIST}new/?item={item.pk}")
    assertContains(page, 'value="Scorecard"')


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"title": ""}, "Enter the title"),
        ({"returns": ""}, "Select how often it comes back"),
        ({"returns": "after"}, "Enter the day that is counted from, or select the clause below"),
        ({"until_on-day": "1", "until_on-month": "8", "until_on-year": "2023"}, "Enter a day after the one it begins"),
        ({"authors": "Ann", "organisation": "Health Trust"}, "Enter people or an organisation, not both"),
        ({"title": "scorecard"}, "comes back to Children already"),
    ],
)
def test_mistake_is_said_in_words(sent, series, words, said):
    assertContains(sent(f"{LIST}new/", **{**WORDS, **words}), said)
    assert Series.objects.count() == 1


def test_page_shows_each_time_and_what_came_of_it(signed_in, series, officer, november, january, body):
    march = make_meeting(body, date(2024, 3, 12), by=officer)
    place_expected(series, meeting=november, by=officer)
    leave_out(series, meeting=march, because="No figures", by=officer)
    page = signed_in("officer").get(f"/returning/{series.pk}/")
    assert [(each.words, each.state) for each in page.context["expected"]] == [
        ("14 November 2023", "placed"), ("30 January 2024", "missing"), ("12 March 2024", "left_out"),
    ]  # fmt: skip
    for text in (
        "this one is neither chosen nor left out",
        "Put it on",
        "Leave it out",
        "No figures",
        "Take this back",
    ):
        assertContains(page, text)
    seen = signed_in("member").get(f"/returning/{series.pk}/")
    for text in ("Put it on", "Leave it out", "Take this back"):
        assertNotContains(seen, text)


def test_page_shows_another_year(signed_in, series, officer, body):
    make_meeting(body, date(2024, 9, 10), by=officer)
    page = signed_in("member").get(f"/returning/{series.pk}/?year=2024-25")
    assert [each.words for each in page.context["expected"]] == ["10 September 2024"]


def test_edit_changes_it(sent, series):
    page = sent(f"/returning/{series.pk}/edit/", **WORDS, version="0")
    assertRedirects(page, f"/returning/{series.pk}/")
    series.refresh_from_db()
    assert (series.title, series.returns) == ("Attendance", "term")


def test_second_to_edit_is_told_and_can_go_on(sent, series):
    sent(f"/returning/{series.pk}/edit/", **WORDS, version="0")
    page = sent(f"/returning/{series.pk}/edit/", **{**WORDS, "title": "Absence"}, version="0")
    assertContains(page, "Somebody else changed this")
    assertContains(page, 'name="version" value="1"')


ENDS = {"on-day": "1", "on-month": "12", "on-year": "2023", "because": "Merged", "version": "0"}


def test_end_says_what_is_planned_and_withdraws_it_where_asked(signed_in, sent, series, officer, january):
    item = place_expected(series, meeting=january, by=officer)
    address = f"/returning/{series.pk}/end/"
    assertContains(signed_in("officer").get(address), "It is planned 1 more time: 30 January 2024.")
    sent(address, **ENDS, withdraw="yes")
    item.refresh_from_db()
    assert (item.state, Series.objects.get().ended_because) == ("withdrawn", "Merged")
    sent(f"/returning/{series.pk}/resume/")
    assert Series.objects.get().until_on is None


def test_items_called_otherwise_are_added(sent, series, item):
    sent(f"/returning/{series.pk}/items/", items=[item.pk])
    item.refresh_from_db()
    assert (item.series, item.recurrence) == (series, "regular")
    sent(f"/items/I{item.pk}/comes-once/")
    item.refresh_from_db()
    assert (item.series, item.recurrence) == (None, "once")


def test_it_is_put_on_a_meeting_and_leads_back(sent, series, january):
    page = sent(f"/returning/{series.pk}/place/?next={LIST}", meeting=january.pk)
    assertRedirects(page, LIST)
    assert series.items.get().meeting == january


def test_meetings_to_choose_from_are_those_without_it(signed_in, series, officer, november, january, body):
    place_expected(series, meeting=november, by=officer)
    make_meeting(body, date(2023, 6, 6), by=officer)
    page = signed_in("officer").get(f"/returning/{series.pk}/place/")
    assert list(page.context["form"].fields["meeting"].queryset) == [january]


@pytest.mark.parametrize(("query", "key"), [("meeting={}", "meeting_id"), ("from=2023-09-01", "from_on")])
def test_it_is_left_out_with_a_reason_and_taken_back(sent, series, january, query, key):
    address = f"/returning/{series.pk}/leave-out/?{query.format(january.pk)}"
    assertContains(sent(address, because=""), "Enter the reason")
    sent(address, because="No figures")
    left = LeftOut.objects.get()
    assert (left.because, getattr(left, key)) == ("No figures", january.pk if key == "meeting_id" else date(2023, 9, 1))
    sent(f"/left-out/{left.pk}/take-back/")
    assert LeftOut.objects.count() == 0


@pytest.mark.parametrize("query", ["", "?meeting=999", "?from=yesterday", "?meeting=x"])
def test_time_that_is_none_is_not_found(signed_in, series, query):
    assert signed_in("officer").get(f"/returning/{series.pk}/leave-out/{query}").status_code == 404


def test_planner_warns_of_what_has_no_place_and_marks_its_meeting(signed_in, series, body, officer, november, january):
    place_expected(series, meeting=november, by=officer)
    page = signed_in("officer").get("/committees/children/programme/2023-24/")
    assertContains(page, "Expected, without a place")
    assertContains(page, f"/returning/{series.pk}/place/?meeting={january.pk}&amp;next=")
    assertContains(page, "Expected here:", count=1)
    assertNotContains(signed_in("member").get("/committees/children/programme/2023-24/"), "Leave it out")


def test_planner_offers_the_one_that_waits(signed_in, series, officer, november, january):
    Item.objects.filter(pk=place_expected(series, meeting=november, by=officer).pk).update(
        meeting=None, state="deferred"
    )
    waits = series.items.get()
    page = signed_in("officer").get("/committees/children/programme/2023-24/")
    assertContains(page, f"Put {waits.ref}, which waits, on a meeting")


@pytest.mark.parametrize("where", [LIST, f"{LIST}export.csv", "/committees/children/programme/2023-24/"])
def test_pages_cost_the_same_for_one_as_for_many(signed_in, body, officer, november, january, where):
    client = signed_in("member")

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(where).getvalue()
        return len(queries)

    def add(number):
        clause = make_clause(november)
        made = begin_series(
            body=body, title=f"Report {number}", returns="chosen", by=officer, origin_clause=clause, authors=("Ann",)
        )
        place_expected(made, meeting=november, by=officer)

    add(1)
    cost()
    one = cost()
    for number in (2, 3):
        add(number)
    assert cost() == one
