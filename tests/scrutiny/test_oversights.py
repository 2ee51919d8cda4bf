"""What an officer should look at: asked for, expected or carried, and nowhere; what does not agree in the papers."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains

from actions.domain.actions import put_on_programme
from committees.models import Paper, PaperWarning
from scrutiny.oversights import CARRIED, DISAGREES, LOST, oversights_of
from tests.factories import make_action, make_body, make_clause, make_item, make_meeting, make_officer, make_suggestion
from workprogramme.domain.items import accept_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(held):
    return make_body()


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


def told(officer, kind):
    return [(matter.what, matter.stands) for matter in oversights_of(officer) if matter.kind == kind]


def asked_together(june, officer, names):
    stem = make_clause(june)
    clauses = [make_clause(june, parent=stem) for _ in names]
    pairs = zip(names, clauses, strict=True)
    return stem, [make_action(june, n, clause=c, by=officer, sort="request_report") for n, c in pairs]


def test_report_that_is_nowhere_is_told_with_those_asked_for_beside_it(june, officer):
    stem, actions = asked_together(june, officer, ["Families", "Leeds", "Staff"])
    item = make_item(make_meeting(june.body, date(2023, 11, 14), by=officer), by=officer)
    for action in (actions[0], actions[2]):
        put_on_programme(action, item=item, by=officer)
    said = f"The only one of the 3 asked for in {stem} that is neither on the programme nor answered"
    assert told(officer, LOST) == [("Leeds", said)]


def test_several_that_are_nowhere_say_how_many(june, officer):
    stem, _ = asked_together(june, officer, ["Families", "Leeds"])
    said = f"One of 2 of the 2 asked for in {stem} that is neither on the programme nor answered"
    assert told(officer, LOST) == [("Families", said), ("Leeds", said)]


def test_report_asked_for_alone_and_what_is_no_report(june, officer):
    make_action(june, "A report", by=officer, sort="request_report")
    make_action(june, "A letter", by=officer, sort="request_information")
    assert told(officer, LOST) == [("A report", "Neither on the programme nor answered")]


def test_what_was_carried_over_and_is_on_no_meeting(body, june, officer):
    item = make_suggestion(body, june.year, "Safeguarding hub", by=officer, origin="last_year")
    assert told(officer, CARRIED) == []
    accept_item(item, by=officer, why="Agreed in March")
    make_suggestion(body, june.year, "New this year", by=officer)
    assert told(officer, CARRIED) == [("Safeguarding hub", "Agreed in March")]


def test_what_does_not_agree_is_told_until_it_is_settled(client, body, officer):
    paper = Paper.objects.create(name="Agenda", sha256="1" * 64, kept_by=officer, body=body)
    warning = PaperWarning.objects.create(paper=paper, code="x", text="14 November is a Tuesday", line=5)
    assert told(officer, DISAGREES) == [("14 November is a Tuesday", "Agenda, line 5")]
    client.force_login(officer)
    assertContains(client.get(reverse("home")), "14 November is a Tuesday")
    page = client.post(reverse("warning_settle", args=[warning.pk]), {"how": "The date is right"}, follow=True)
    assertContains(page, "Settled. It stays with the committee&#x27;s page")
    assert told(officer, DISAGREES) == []
    committee = reverse("committee", args=[body.slug])
    assertContains(client.get(committee), "The date is right")
    client.post(reverse("warning_reopen", args=[warning.pk]))
    assert told(officer, DISAGREES) == [("14 November is a Tuesday", "Agenda, line 5")]


def test_it_must_be_said_how_it_was_settled(client, body, officer):
    paper = Paper.objects.create(name="Agenda", sha256="1" * 64, kept_by=officer, body=body)
    warning = PaperWarning.objects.create(paper=paper, code="x", text="14 November is a Tuesday")
    client.force_login(officer)
    assertContains(client.post(reverse("warning_settle", args=[warning.pk]), {"how": ""}), "Enter how it was settled")


def test_officer_of_another_committee_is_told_nothing(june, officer):
    make_action(june, "A report", by=officer, sort="request_report")
    assert oversights_of(make_officer(make_body("Elsewhere"))) == []


def test_costs_the_same_for_one_as_for_many(june, officer):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            oversights_of(officer)
        return len(queries)

    asked_together(june, officer, ["One"])
    oversights_of(officer)
    before = cost()
    for _ in range(4):
        asked_together(june, officer, ["Families", "Leeds"])
    assert cost() == before
