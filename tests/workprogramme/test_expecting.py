"""When what comes back is expected, in words, and what came of each time."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from council.domain.setting_up import open_year
from tests.factories import make_body, make_clause, make_item, make_meeting, make_officer
from workprogramme.domain.expecting import expected_of, expected_of_each, expected_without_place, say_rule
from workprogramme.domain.items import accept_item, defer_item, open_programme, suggest_item, withdraw_item
from workprogramme.domain.returning import leave_out
from workprogramme.domain.series import begin_series, end_series

pytestmark = pytest.mark.django_db
DAYS = (date(2023, 6, 6), date(2023, 9, 26), date(2023, 11, 14), date(2024, 1, 30), date(2024, 3, 12))


@pytest.fixture
def body(held):
    return make_body("Children")


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def meetings(body, officer):
    """The five formal meetings of 2023/24, by month."""
    return {day.month: make_meeting(body, day, by=officer) for day in DAYS}


@pytest.fixture
def programme(body, meetings):
    return open_programme(body=body, year=open_year("2023/24"))


@pytest.fixture
def begin(body, officer):
    def begin(title, returns, **more):
        return begin_series(body=body, title=title, returns=returns, by=officer, **{"from_on": DAYS[0], **more})

    return begin


def told(programme, today):
    return [(expected.series.title, expected.words, expected.state) for expected in expected_of(programme, today)]


def test_regular_item_is_expected_at_every_meeting_until_it_is_chosen_or_left_out(
    programme, meetings, begin, officer, held
):
    clause = make_clause(meetings[6], path="9/3")
    items = [make_item(meetings[month], "Education Scorecard", by=officer) for month in (6, 11, 3)]
    series = begin("Education Scorecard", "chosen", origin_clause=clause, items=items)
    assert told(programme, held) == [
        ("Education Scorecard", "6 June 2023", "placed"),
        ("Education Scorecard", "26 September 2023", "missing"),
        ("Education Scorecard", "14 November 2023", "placed"),
        ("Education Scorecard", "30 January 2024", "missing"),
        ("Education Scorecard", "12 March 2024", "placed"),
    ]
    missing = expected_without_place(programme, held)
    assert {expected.why for expected in missing} == {
        "Regularly, at chosen meetings (Minute 9 (3) of 6 June 2023): this one is neither chosen nor left out"
    }
    leave_out(series, meeting=meetings[9], because="Figures come in October", by=officer)
    assert [expected.words for expected in expected_without_place(programme, held)] == ["30 January 2024"]


def test_what_a_past_meeting_missed_is_no_warning(programme, begin, held):
    begin("Scorecard", "chosen")
    assert told(programme, held)[0] == ("Scorecard", "6 June 2023", "missed")
    assert [expected.meeting.on for expected in expected_without_place(programme, held)] == list(DAYS[1:])


def test_standing_item_that_leaves_a_meeting_is_missing_there(programme, meetings, begin, officer, held):
    series = begin("Cabinet updates", "every_meeting")
    assert expected_without_place(programme, held) == []
    item = series.items.get(meeting=meetings[11])
    defer_item(item, why="No figures", by=officer)
    (missing,) = expected_without_place(programme, held)
    assert (missing.words, missing.why, missing.waiting, missing.places) == (
        "14 November 2023", "At every formal meeting", item, (meetings[11],),
    )  # fmt: skip
    withdraw_item(item, why="Not needed", by=officer)
    (missing,) = expected_without_place(programme, held)
    assert missing.waiting is None


def test_item_by_term_is_expected_once_in_each(programme, meetings, begin, officer, held):
    june = make_item(meetings[6], "Ofsted (Spring Term)", by=officer)
    march = make_item(meetings[3], "Ofsted (Autumn Term)", by=officer)
    begin("Ofsted inspections", "term", items=[june, march])
    assert [(expected.words, expected.state) for expected in expected_of(programme, held)] == [
        ("summer term (April to August 2023)", "placed"),
        ("autumn term (September to December 2023)", "missing"),
        ("spring term (January to March 2024)", "placed"),
    ]
    (missing,) = expected_without_place(programme, held)
    assert (missing.why, missing.places, missing.from_on) == (
        "Once in each school term: here the autumn term (September to December 2023)",
        (meetings[9], meetings[11]),
        date(2023, 9, 1),
    )


def test_item_that_begins_after_the_last_meeting_of_a_term_is_not_expected_in_it(programme, begin, held):
    begin("Attendance", "term", from_on=date(2023, 11, 15))
    assert [expected.words for expected in expected_of(programme, held)] == ["spring term (January to March 2024)"]


def test_item_by_quarter_and_by_year(programme, meetings, begin, officer, held):
    begin("Finance", "quarter", items=[make_item(meetings[11], "Finance, second quarter", by=officer)])
    begin("Annual report", "year")
    assert told(programme, held) == [
        ("Finance", "quarter (April to June 2023)", "missed"),
        ("Annual report", "municipal year 2023/24", "missing"),
        ("Finance", "quarter (July to September 2023)", "missing"),
        ("Finance", "quarter (October to December 2023)", "placed"),
        ("Finance", "quarter (January to March 2024)", "missing"),
    ]


def test_item_of_a_term_without_a_meeting_says_so_by_having_no_place(programme, meetings, begin, held):
    meetings[1].delete()
    meetings[3].delete()
    begin("Ofsted inspections", "term", from_on=date(2023, 12, 1))
    (missing,) = expected_without_place(programme, held)
    assert (missing.words, missing.places) == ("spring term (January to March 2024)", ())


def test_item_some_months_after_is_expected_at_a_meeting_from_then_on(programme, meetings, begin, officer, held):
    clause = make_clause(meetings[6], path="8/2")
    series = begin("Training review", "after", origin_clause=clause)
    (missing,) = expected_without_place(programme, held)
    assert (missing.words, missing.why, missing.places) == (
        "from 6 December 2023 on",
        "Once, 6 months after 6 June 2023 (Minute 8 (2) of 6 June 2023)",
        (meetings[1], meetings[3]),
    )
    make_item(meetings[1], "Training", by=officer, series=series)
    assert told(programme, held) == [("Training review", "from 6 December 2023 on", "placed")]


def test_item_some_months_after_that_was_missed_last_year_is_still_expected(body, officer, begin, hold_date):
    begin("Training review", "after", counts_from=date(2023, 6, 6))
    day = hold_date(date(2024, 6, 1))
    years = [open_programme(body=body, year=open_year(label)) for label in ("2022/23", "2023/24", "2024/25", "2025/26")]
    assert [len(found) for found in expected_of_each(years, day).values()] == [0, 1, 1, 0]


def test_what_ended_is_expected_no_more(programme, begin, officer, held):
    series = begin("Scorecard", "chosen")
    end_series(series, on=date(2023, 12, 31), because="Now in the annual report", by=officer)
    assert [expected.words for expected in expected_without_place(programme, held)] == [
        "26 September 2023", "14 November 2023",
    ]  # fmt: skip


def test_another_committee_and_another_year_expect_nothing(programme, begin, held):
    begin("Scorecard", "chosen")
    others = [
        open_programme(body=programme.body, year=open_year("2022/23")),
        open_programme(body=make_body("Adults"), year=programme.year),
    ]
    assert [expected_of(other, held) for other in others] == [[], []]


def test_one_that_waits_is_named_once(programme, begin, officer, held):
    series = begin("Scorecard", "chosen")
    waits = accept_item(suggest_item(programme=programme, title="Scorecard", by=officer, series=series), by=officer)
    assert [expected.waiting for expected in expected_without_place(programme, held)] == [waits, None, None, None]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"returns": "every_meeting"}, "At every formal meeting"),
        ({"returns": "after", "counts_from": date(2023, 6, 6), "months": 1}, "Once, 1 month after 6 June 2023"),
    ],
)
def test_rule_in_words(begin, more, words):
    assert say_rule(begin("Scorecard", **more)) == words


def test_expectations_cost_the_same_for_many_as_for_one(programme, meetings, begin, officer, held):
    programmes = [programme, open_programme(body=programme.body, year=open_year("2024/25"))]
    costs = []
    for number in range(3):
        clause = make_clause(meetings[6])
        begin(f"Scorecard {number}", "chosen", origin_clause=clause, items=[make_item(meetings[11], by=officer)])
        with CaptureQueriesContext(connection) as queries:
            expected_of_each(programmes, held)
        costs.append(len(queries))
    assert costs == [5, 5, 5]
