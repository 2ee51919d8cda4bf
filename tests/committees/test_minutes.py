"""Minutes and clauses, exactly as printed, and only of meetings that can resolve."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from committees.domain.minutes import record_clause, record_minute
from committees.models import Clause
from council.refusal import Refusal
from tests.factories import make_body, make_meeting, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]


@pytest.fixture
def minute():
    meeting = make_meeting(make_body(), date(2023, 6, 6), by=make_user())
    return record_minute(meeting=meeting, number="6", title="Complaints")


@pytest.mark.parametrize(
    ("path", "cited", "depth"),
    [("6", "6", 0), ("6/2", "6 (2)", 1), ("6/2/a", "6 (2) (a)", 2), ("13/2/b/ii", "13 (2) (b) (ii)", 3)],
)
def test_clause_is_cited_as_minutes_cite_it(minute, path, cited, depth):
    clause = record_clause(minute=minute, path=path, text="that it be noted")
    assert (clause.cited, clause.depth, str(clause)) == (cited, depth, f"{cited} of 6 June 2023")


def test_clause_keeps_its_text_to_the_letter(minute):
    printed = "  the Childrens  Services’ “data” – be noted; and\n"
    record_clause(minute=minute, path="6/1", text=printed)
    assert Clause.objects.get().text == printed


def test_clauses_stand_in_printed_order_below_their_parent(minute):
    stem = record_clause(minute=minute, path="6/2", text="that there be brought back:", order=1)
    record_clause(minute=minute, path="6/2/b", text="figures", parent=stem, order=3)
    record_clause(minute=minute, path="6/2/a", text="a paper", parent=stem, order=2)
    assert [clause.path for clause in minute.clauses.all()] == ["6/2", "6/2/a", "6/2/b"]
    assert [clause.path for clause in stem.children.all()] == ["6/2/a", "6/2/b"]


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("informal", "Informal meetings"),
        ("site_visit", "Site visits"),
        ("training", "Trainings"),
        ("workshop", "Workshops"),
        ("working_group", "Working groups"),
    ],
)
def test_record_clause_refuses_a_meeting_that_cannot_resolve(kind, named):
    meeting = make_meeting(make_body(), date(2023, 6, 6), by=make_user(), kind=kind)
    notes = record_minute(meeting=meeting, number="1", title="Notes")
    with pytest.raises(Refusal) as refused:
        record_clause(minute=notes, path="1/1", text="that a pack be written")
    assert str(refused.value) == (
        f"{named} have no decision-making powers (Protocol 8.3). Put it to the next formal meeting as a suggestion."
    )
    assert Clause.objects.count() == 0


def test_one_number_twice_is_held_off_by_the_database(minute):
    record_clause(minute=minute, path="6/1", text="one")
    with pytest.raises(IntegrityError), transaction.atomic():
        record_clause(minute=minute, path="6/1", text="two")
    with pytest.raises(IntegrityError), transaction.atomic():
        record_minute(meeting=minute.meeting, number="6", title="Again")
    assert Clause.objects.count() == 1
