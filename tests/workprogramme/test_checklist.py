"""The content checklist: asked of which reports, ticked by whom, and what is left at clearance."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from committees.domain.minutes import record_clause
from council.refusal import Refusal
from tests.factories import make_body, make_clause, make_item, make_meeting
from workprogramme.domain.checklist import (
    add_points,
    checklist_of,
    checklists_of,
    end_point,
    is_at_clearance,
    left_unticked,
    minute_of,
    take_back_tick,
    tick_point,
)
from workprogramme.domain.items import defer_item, publish_item, withdraw_item
from workprogramme.domain.stages import meet_stage
from workprogramme.models import ContentPoint, Item, Tick

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(people):
    return people["author"]


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


@pytest.fixture
def clause(june):
    return make_clause(june, "Future scorecards to have:", path="9/2")


@pytest.fixture
def point(clause, item, officer):
    return add_points(clause=clause, item=item, texts=["NEET data"], subject="Scorecard", by=officer)[0]


def asked(item):
    return [line.point.text for line in checklist_of(item)]


@pytest.mark.parametrize(
    ("title", "on", "is_asked"),
    [
        ("Scorecard", date(2024, 1, 30), True),
        ("SCORECARD, spring term", date(2024, 1, 30), True),
        ("The Scorecard", date(2024, 1, 30), True),
        ("Education Scorecard", date(2024, 1, 30), False),
        ("Scorecard", date(2023, 6, 6), False),
        ("Scorecard", date(2023, 5, 30), False),
        ("Fostering", date(2024, 1, 30), False),
    ],
)
def test_point_is_asked_of_later_reports_that_are_called_so(point, body, officer, title, on, is_asked):
    meeting = point.clause.minute.meeting if on == date(2023, 6, 6) else make_meeting(body, on, by=officer)
    item = make_item(meeting, title, by=officer)
    assert asked(item) == (["NEET data"] if is_asked else [])


def test_point_is_asked_of_no_other_committees_report(point, officer):
    elsewhere = make_meeting(make_body(), date(2024, 1, 30), by=officer)
    assert asked(make_item(elsewhere, "Scorecard", by=officer)) == []


def test_point_without_a_subject_is_asked_of_its_report_alone(clause, item, january, officer):
    add_points(clause=clause, item=item, texts=["A map"], by=officer)
    other = make_item(january, "Scorecard", by=officer)
    assert (asked(item), asked(other)) == (["A map"], [])


def test_point_waits_with_a_deferred_report_and_leaves_a_withdrawn_one(point, january, officer):
    other = make_item(january, "Scorecard", by=officer)
    deferred = defer_item(other, why="Data late", by=officer)
    assert asked(deferred) == ["NEET data"]
    assert asked(withdraw_item(deferred, why="Merged", by=officer)) == []


def test_points_of_one_clause_are_added_together_and_each_once(clause, item, officer, held):
    added = add_points(clause=clause, item=item, texts=["NEET data", " ", "national  averages"], by=officer)
    assert [(point.text, point.added_by, point.added_on) for point in added] == [
        ("NEET data", officer, held),
        ("national averages", officer, held),
    ]
    with pytest.raises(Refusal) as refused:
        add_points(clause=clause, item=item, texts=["A map", "neet data."], by=officer)
    assert str(refused.value) == "“neet data.” is on the checklist of this report already."
    assert ContentPoint.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"texts": [" "]}, "Enter what the committee asked to see."),
        ({"subject": "Fostering"}, "This report is called “Scorecard”. Enter the words that its title begins with."),
        ({"subject": "..."}, "This report is called “Scorecard”. Enter the words that its title begins with."),
    ],
)
def test_point_that_says_nothing_or_misses_its_report_is_refused(clause, item, officer, given, message):
    with pytest.raises(Refusal) as refused:
        add_points(**{"clause": clause, "item": item, "texts": ["NEET data"], "by": officer, **given})
    assert (str(refused.value), ContentPoint.objects.count()) == (message, 0)


def test_point_of_another_committees_clause_is_refused(item, officer):
    elsewhere = make_clause(make_meeting(make_body(), date(2023, 6, 6), by=officer))
    with pytest.raises(Refusal) as refused:
        add_points(clause=elsewhere, item=item, texts=["NEET data"], by=officer)
    assert str(refused.value) == "That clause is another committee's."


def test_ended_point_leaves_what_is_to_come_and_stays_on_what_was(point, june, item, november, officer, hold_date):
    hold_date(date(2023, 12, 1))
    later = make_item(make_meeting(item.programme.body, date(2024, 1, 30), by=officer), "Scorecard", by=officer)
    end_point(point, why="Moved to a dashboard", by=officer)
    assert (asked(later), asked(Item.objects.get(pk=item.pk))) == ([], ["NEET data"])
    with pytest.raises(Refusal) as refused:
        end_point(point, why="Again", by=officer)
    assert str(refused.value) == "This was ended on 1 December 2023."


def test_point_is_not_ended_without_a_reason(point, officer):
    with pytest.raises(Refusal) as refused:
        end_point(point, why=" ", by=officer)
    assert str(refused.value) == "Say why it is no longer asked for."


def test_ended_point_can_be_asked_again(point, clause, item, officer):
    end_point(point, why="A mistake", by=officer)
    add_points(clause=clause, item=item, texts=["NEET data"], by=officer)
    assert asked(item) == ["NEET data"]


def test_tick_says_where_and_can_be_taken_back_and_given_again(point, item, author, officer, held):
    tick = tick_point(point, item=item, where="paragraph 3.2.", by=author)
    assert [line.tick for line in checklist_of(item)] == [tick]
    take_back_tick(tick, by=officer)
    assert [line.tick for line in checklist_of(item)] == [None]
    tick_point(point, item=item, where="page 12", by=author)
    told = [(kept.where, kept.by, kept.on, kept.taken_back_by) for kept in Tick.objects.all()]
    assert told == [("paragraph 3.2", author, held, officer), ("page 12", author, held, None)]


def test_tick_of_one_report_is_none_of_another(point, item, january, officer, author):
    other = make_item(january, "Scorecard", by=officer)
    tick_point(point, item=item, where="page 12", by=author)
    assert [line.tick for line in checklist_of(other)] == [None]


def test_tick_is_refused_in_words(point, item, january, officer, author):
    def refused(point, item, where="page 1"):
        with pytest.raises(Refusal) as said:
            tick_point(point, item=item, where=where, by=author)
        return str(said.value)

    assert refused(point, item, " ") == "Enter where the report answers it, like paragraph 3.2 or page 12."
    assert refused(point, make_item(january, "Fostering", by=officer)) == "This is not asked of this report."
    tick_point(point, item=item, where="page 12", by=author)
    assert refused(point, item) == "Ada Brown ticked this on 19 September 2023: page 12."
    deferred = defer_item(make_item(january, "Scorecard", by=officer), why="Late", by=officer)
    assert refused(point, deferred) == "This item is deferred, so there is no report to tick it for."


def test_tick_is_taken_back_once(point, item, author):
    tick = take_back_tick(tick_point(point, item=item, where="page 12", by=author), by=author)
    with pytest.raises(Refusal) as refused:
        take_back_tick(tick, by=author)
    assert str(refused.value) == "This tick was taken back already."


@pytest.mark.parametrize(
    ("on", "left"), [(date(2023, 10, 30), []), (date(2023, 10, 31), ["NEET data"]), (date(2023, 11, 20), ["NEET data"])]
)
def test_what_is_unticked_is_told_from_the_day_of_clearance(point, item, on, left):
    found = Item.objects.with_people().get(pk=item.pk)
    assert [str(point) for point in left_unticked(found, checklist_of(found), on)] == left


def test_report_is_at_clearance_once_cleared_or_out(item, officer, held):
    assert not is_at_clearance(item, held)
    meet_stage(item.stages.get(stage="clearance"), by=officer)
    assert is_at_clearance(Item.objects.get(pk=item.pk), held)
    assert is_at_clearance(publish_item(item, on=held, by=officer), held)


def test_checklists_cost_the_same_for_one_report_and_for_three(point, item, january, officer, author):
    def cost(items):
        items = list(Item.objects.with_people().filter(pk__in=[item.pk for item in items]).order_by("pk"))
        with CaptureQueriesContext(connection) as asked:
            found = checklists_of(items)
        return len(asked), sum(len(lines) for lines in found.values())

    items = [item, *(make_item(january, "Scorecard", by=officer) for _ in range(2))]
    for each in items:
        tick_point(point, item=each, where="page 1", by=author)
    assert [cost(items[:1]), cost(items)] == [(3, 1), (3, 3)]


@pytest.mark.parametrize(
    ("path", "label", "cited"),
    [("9/2/i", "", "Minute 9 (2) of 6 June 2023"), ("9/2/a", "(a)", "Minute 9 (2) (a) of 6 June 2023")],
)
def test_bullet_without_a_label_is_cited_by_what_it_stands_in(clause, path, label, cited):
    part = record_clause(minute=clause.minute, path=path, label=label, text="NEET data", parent=clause)
    assert (minute_of(part), minute_of(clause)) == (cited, "Minute 9 (2) of 6 June 2023")
