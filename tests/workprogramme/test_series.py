"""What comes back: begun, changed, ended, placed and left out."""

from datetime import date

import pytest

from committees.domain.meetings import publish_agenda
from council.models import Portfolio
from council.refusal import Refusal, Stale
from tests.factories import make_body, make_clause, make_item, make_meeting, make_officer, make_person, make_post
from workprogramme.domain.items import accept_item, hear_item, open_programme, publish_item, suggest_item
from workprogramme.domain.returning import expect_again, leave_out, place_expected, stand_on
from workprogramme.domain.series import (
    begin_series,
    end_series,
    join_by_title,
    join_series,
    leave_series,
    resume_series,
    revise_series,
)
from workprogramme.models import Item, LeftOut, Series

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]


@pytest.fixture
def body():
    return make_body("Children")


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


@pytest.fixture
def november(body, officer):
    return make_meeting(body, date(2023, 11, 14), by=officer)


@pytest.fixture
def january(body, officer):
    return make_meeting(body, date(2024, 1, 30), by=officer)


@pytest.fixture
def begin(body, officer):
    def begin(title="Cabinet updates", returns="every_meeting", **more):
        return begin_series(body=body, title=title, returns=returns, by=officer, **more)

    return begin


def on_meetings(series):
    items = series.items.exclude(meeting=None).order_by("meeting__on")
    return [(item.meeting.on, item.title, item.written_by, item.state) for item in items]


def test_standing_item_is_put_on_every_formal_meeting_to_come(begin, june, november, january, officer):
    series = begin(authors=("Ann", "Bo"), report_of=make_post("Director"))
    assert on_meetings(series) == [
        (date(2023, 11, 14), "Cabinet updates", "Ann / Bo", "scheduled"),
        (date(2024, 1, 30), "Cabinet updates", "Ann / Bo", "scheduled"),
    ]
    item = series.items.first()
    assert (item.recurrence, item.origin, str(item.report_of), item.programme.year) == (
        "standing", "standing", "Director", november.year,
    )  # fmt: skip
    assert item.stages.owed().count() == 5


def test_it_is_put_neither_on_an_agenda_that_is_out_nor_on_what_is_no_formal_meeting(
    begin, november, january, body, officer
):
    publish_agenda(november, on=date(2023, 9, 19), by=officer)
    make_meeting(body, date(2023, 12, 5), by=officer, kind="informal", title="Visit")
    make_meeting(body, date(2023, 12, 12), by=officer, kind="call_in")
    assert [on for on, *_ in on_meetings(begin())] == [january.on]


def test_items_already_planned_are_it_whatever_they_are_called(begin, june, november, january, officer):
    ann = make_person("Ann")
    first = hear_item(make_item(june, "Cabinet Member Reports", by=officer), by=officer)
    second = make_item(november, "Cabinet Member Update Reports", by=officer, authors=(ann,))
    series = begin("Cabinet Member Update Reports", items=[first, second])
    assert [item.recurrence for item in series.items.order_by("pk")] == ["standing"] * 3
    assert on_meetings(series) == [
        (date(2023, 6, 6), "Cabinet Member Reports", "", "heard"),
        (date(2023, 11, 14), "Cabinet Member Update Reports", "Ann", "scheduled"),
        (date(2024, 1, 30), "Cabinet Member Update Reports", "Ann", "scheduled"),
    ]
    assert second.history.first().history_change_reason == "Comes back: Cabinet Member Update Reports"


def test_regular_item_is_placed_by_nobody_but_an_officer(begin, november, january, officer):
    series = begin("Scorecard", "chosen")
    assert on_meetings(series) == []
    item = place_expected(series, meeting=november, by=officer)
    assert (item.meeting, item.recurrence, item.moves.get().why) == (
        november, "regular", "Comes back: regularly, at chosen meetings",
    )  # fmt: skip


def test_one_that_waits_is_placed_before_a_new_one_is_made(begin, november, january, officer):
    series = begin("Scorecard", "chosen")
    programme = open_programme(body=series.body, year=november.year)
    waits = accept_item(suggest_item(programme=programme, title="Scorecard", by=officer, series=series), by=officer)
    assert [place_expected(series, meeting=meeting, by=officer).pk == waits.pk for meeting in (november, january)] == [
        True, False,
    ]  # fmt: skip


def test_it_takes_the_place_on_the_agenda_that_it_last_had(begin, november, january, officer):
    for meeting in (november, january):
        make_item(meeting, by=officer)
        make_item(meeting, by=officer)
    first = make_item(november, "Work programme", by=officer)
    series = begin("Work programme", "every_meeting", items=[first])
    assert list(series.items.order_by("pk").values_list("order", flat=True)) == [3, 3]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda b: {"meeting": b["november"]}, "is on the meeting of 14 November 2023 already"),
        (lambda b: {"meeting": b["june"]}, "does not come back on the day"),
    ],
)
def test_what_cannot_be_placed_says_why(begin, june, november, officer, change, said):
    series = begin()
    with pytest.raises(Refusal, match=said):
        place_expected(series, by=officer, **change({"november": november, "june": june}))


def test_meeting_that_has_passed_takes_nothing(begin, june, officer):
    series = begin("Scorecard", "chosen", from_on=date(2023, 5, 1))
    with pytest.raises(Refusal, match="has passed"):
        place_expected(series, meeting=june, by=officer)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"title": " "}, "Enter a title"),
        ({"returns": "after"}, "Enter the day that is counted from"),
        ({"title": "cabinet  UPDATES"}, "comes back to Children already"),
    ],
)
def test_what_cannot_come_back_says_why(begin, words, said):
    begin()
    with pytest.raises(Refusal, match=said):
        begin(**{"title": "Another", **words})


def test_title_is_free_again_after_its_end(begin, officer):
    end_series(begin(), on=date(2023, 12, 31), because="Merged", by=officer)
    assert begin(from_on=date(2024, 1, 1)).pk is not None
    with pytest.raises(Refusal, match="already"):
        begin(from_on=date(2023, 11, 1))


def test_what_is_counted_from_a_clause_is_counted_from_its_meeting(begin, june):
    series = begin("Training", "after", origin_clause=make_clause(june))
    assert (series.counts_from, series.from_on, series.recurrence) == (june.on, june.on, "once")


def test_revising_says_anew_how_often_and_by_whom(begin, november, january, officer):
    series = begin("Scorecard", "chosen", authors=("Ann",))
    item = place_expected(series, meeting=november, by=officer)
    education = Portfolio.objects.create(name="Education")
    words = {"title": "Education scorecard", "returns": "every_meeting", "purpose": "account"}
    revise_series(series, by=officer, authors=("Bo",), portfolios=[education], version=0, **words)
    assert on_meetings(series) == [
        (november.on, "Scorecard", "Ann", "scheduled"), (january.on, "Education scorecard", "Bo", "scheduled"),
    ]  # fmt: skip
    item.refresh_from_db()
    made = series.items.get(meeting=january)
    assert (item.recurrence, made.portfolio, made.purpose) == ("standing", education, "account")


def test_second_to_revise_is_told(begin, officer):
    series, words = begin(), {"by": officer, "authors": (), "portfolios": ()}
    revise_series(series, version=0, title="First", **words)
    with pytest.raises(Stale, match="Somebody else changed this"):
        revise_series(series, version=0, title="Second", **words)
    assert Series.objects.get().title == "First"


def test_end_leaves_what_is_planned_or_withdraws_it(begin, november, january, officer):
    series = begin()
    assert end_series(series, on=date(2023, 12, 31), because="Merged", by=officer) == []
    assert [state for *_, state in on_meetings(series)] == ["scheduled", "scheduled"]
    withdrawn = end_series(series, on=date(2023, 12, 31), because="Merged", by=officer, withdraw=True)
    assert [(item.state, item.state_because) for item in withdrawn] == [("withdrawn", "Comes back no more: Merged")]
    assert [on for on, *_ in on_meetings(series)] == [november.on]


def test_end_leaves_what_is_out(begin, november, january, officer):
    series = begin()
    publish_item(series.items.get(meeting=january), on=date(2023, 9, 19), by=officer)
    assert end_series(series, on=november.on, because="Merged", by=officer, withdraw=True) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"because": " "}, "Say why"), ({"on": date(2023, 9, 18)}, "cannot end before that"),
        ({"version": 3}, "Somebody else changed this"),
    ],
)  # fmt: skip
def test_end_that_cannot_be_says_why(begin, officer, words, said):
    with pytest.raises(Refusal, match=said):
        end_series(begin(), by=officer, **{"on": date(2023, 12, 31), "because": "Merged", **words})


def test_end_is_taken_back(begin, november, officer, body):
    series = begin()
    end_series(series, on=date(2023, 9, 30), because="Merged", by=officer, withdraw=True)
    again = resume_series(series, by=officer)
    assert (again.until_on, again.ended_because, [on for on, *_ in on_meetings(series)]) == (None, "", [november.on])
    with pytest.raises(Refusal, match="no end to take back"):
        resume_series(series, by=officer)


def test_item_joins_and_leaves(begin, november, officer):
    series = begin("Scorecard", "chosen")
    item = join_series(make_item(november, "Dashboard", by=officer), series=series, by=officer)
    assert (item.series, item.recurrence) == (series, "regular")
    item = leave_series(item, by=officer)
    assert (item.series, item.recurrence) == (None, "once")
    with pytest.raises(Refusal, match="not one that comes back"):
        leave_series(item, by=officer)


def test_item_of_another_committee_does_not_join(begin, officer):
    item = make_item(make_meeting(make_body("Adults"), date(2023, 11, 7), by=officer), by=officer)
    with pytest.raises(Refusal, match="another committee"):
        join_series(item, series=begin("Scorecard", "chosen"), by=officer)


@pytest.mark.parametrize(("title", "joins"), [("THE SCORECARD", True), ("Scorecards", False)])
def test_item_joins_by_its_title_alone(begin, november, officer, title, joins):
    series = begin("Scorecard", "chosen")
    item = join_by_title(make_item(november, title, by=officer), by=officer)
    assert item.series == (series if joins else None)


def test_meeting_stands_what_is_not_there_and_was_not_left_out(begin, november, officer, body):
    kept, left, there = begin("Kept"), begin("Left"), begin("There")
    regular = begin("Regular", "chosen")
    meeting = make_meeting(body, date(2024, 3, 12), by=officer)
    leave_out(left, meeting=meeting, because="Recess", by=officer)
    make_item(meeting, "There, called otherwise", by=officer, series=there)
    assert [item.series for item in stand_on(meeting, by=officer)] == [kept]
    assert stand_on(meeting, by=officer) == []
    assert regular.items.count() == 0


def test_left_out_says_why_once_and_is_taken_back(begin, november, january, officer):
    series = begin("Scorecard", "chosen")
    left = leave_out(series, meeting=november, because="No figures", by=officer)
    with pytest.raises(Refusal, match="left out already: No figures"):
        leave_out(series, meeting=november, because="Again", by=officer)
    with pytest.raises(Refusal, match="Say why"):
        leave_out(series, meeting=january, because=" ", by=officer)
    assert expect_again(left, by=officer) == series
    assert LeftOut.objects.count() == 0


def test_standing_item_that_was_left_out_stands_again_when_that_is_taken_back(begin, november, january, officer):
    series = begin(from_on=date(2023, 12, 1))
    item = series.items.get()
    Item.objects.filter(pk=item.pk).delete()
    left = leave_out(series, meeting=january, because="Recess", by=officer)
    expect_again(left, by=officer)
    assert [on for on, *_ in on_meetings(series)] == [january.on]


def test_what_is_on_a_meeting_is_not_left_out_of_it(begin, november, officer):
    with pytest.raises(Refusal, match="Move, defer or withdraw that item instead"):
        leave_out(begin(), meeting=november, because="No figures", by=officer)


def test_placing_takes_back_that_it_was_left_out(begin, november, officer):
    series = begin("Scorecard", "chosen")
    leave_out(series, meeting=november, because="No figures", by=officer)
    place_expected(series, meeting=november, by=officer)
    assert LeftOut.objects.count() == 0
