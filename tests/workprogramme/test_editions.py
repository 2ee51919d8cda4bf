"""Comparing editions, adopting a programme by a minute, and the record of forward plans."""

from datetime import date

import pytest

from actions.domain.editions import freeze_edition
from committees.domain.meetings import arrange_meeting
from committees.models import Clause
from council.refusal import Refusal
from papers.writing.edition import Change
from tests.factories import make_body, make_clause, make_item, make_meeting
from workprogramme.domain.editions import adopt_programme, compare_editions, record_forward_plan
from workprogramme.domain.items import move_item
from workprogramme.models import Adoption, ForwardPlan


@pytest.fixture
def programme(item):
    return item.programme


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


def test_two_editions_are_compared_either_way(programme, item, january, officer):
    first = freeze_edition(programme, by=officer)
    move_item(item, to=january, why="Author asked", by=officer)
    second = freeze_edition(programme, by=officer)
    assert compare_editions(first, second) == (
        Change("moved", item.ref, "Scorecard", "14 November 2023", "30 January 2024", "Author asked"),
    )
    assert [(change.was, change.now) for change in compare_editions(second, first)] == [
        ("30 January 2024", "14 November 2023")
    ]


def test_editions_of_two_programmes_are_not_compared(programme, officer):
    elsewhere = make_item(make_meeting(make_body(), date(2023, 11, 14), by=officer), by=officer).programme
    with pytest.raises(Refusal, match="different programmes"):
        compare_editions(freeze_edition(programme, by=officer), freeze_edition(elsewhere, by=officer))


def test_programme_is_adopted_by_a_clause_in_the_edition_that_was_out(programme, november, january, officer):
    edition = freeze_edition(programme, by=officer, for_meeting=november)
    freeze_edition(programme, by=officer, for_meeting=january)
    clause = make_clause(november, "Programme agreed")
    adoption = adopt_programme(programme, clause=clause, by=officer)
    programme.refresh_from_db()
    assert (adoption.edition, programme.adopted_by) == (edition, clause)


def test_adopting_twice_by_the_same_clause_is_once(programme, november, officer):
    clause = make_clause(november)
    assert adopt_programme(programme, clause=clause, by=officer) == adopt_programme(
        programme, clause=clause, by=officer
    )
    assert Adoption.objects.count() == 1


def test_programme_adopted_before_any_edition_names_none_and_the_latest_meeting_counts(
    programme, june, november, officer
):
    later, first = make_clause(november), make_clause(june)
    adopt_programme(programme, clause=later, by=officer)
    assert adopt_programme(programme, clause=first, by=officer).edition is None
    programme.refresh_from_db()
    assert programme.adopted_by == later


def test_only_the_committee_adopts_its_programme(programme, officer):
    elsewhere = make_clause(make_meeting(make_body(), date(2023, 11, 14), by=officer))
    with pytest.raises(Refusal, match="another committee"):
        adopt_programme(programme, clause=elsewhere, by=officer)


def test_informal_meeting_adopts_nothing(programme, june, body, officer):
    clause = make_clause(june)
    informal = arrange_meeting(body=body, on=date(2023, 9, 5), kind="informal", by=officer)
    clause.minute.meeting = informal
    clause.minute.save()
    with pytest.raises(Refusal, match="no decision-making powers"):
        adopt_programme(programme, clause=Clause.objects.get(), by=officer)


def test_forward_plan_is_recorded_once_a_day_and_put_right_by_recording_it_again(officer):
    record_forward_plan(published_on=date(2023, 8, 31), from_on=date(2023, 10, 1), by=officer)
    record_forward_plan(published_on=date(2023, 8, 31), from_on=date(2023, 10, 1), to_on=date(2024, 1, 31), by=officer)
    assert list(ForwardPlan.objects.values_list("published_on", "from_on", "to_on")) == [
        (date(2023, 8, 31), date(2023, 10, 1), date(2024, 1, 31))
    ]


def test_forward_plan_whose_period_ends_before_it_begins_is_refused(officer):
    with pytest.raises(Refusal, match="cannot end before"):
        record_forward_plan(
            published_on=date(2023, 8, 31), from_on=date(2023, 10, 1), to_on=date(2023, 9, 1), by=officer
        )
