"""Two people at once, on PostgreSQL: the second is told in words, and nothing is left that should have ended."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from actions.domain.assigning import Part
from actions.domain.recommendations import approve_by_council, report_progress, sign_off
from actions.domain.reorganise import merge_committees
from actions.domain.two_voices import give_update
from actions.models import Action, ImplementationUpdate, Update
from committees.domain.meetings import arrange_meeting
from committees.models import Meeting, Reorganisation
from council.refusal import Refusal, Stale
from tests.factories import (
    make_action,
    make_body,
    make_entry,
    make_meeting,
    make_member,
    make_officer,
    make_recommended,
)
from workprogramme.domain.pre_scrutiny import request_pre_scrutiny
from workprogramme.models import PreScrutinyRequest

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def on_postgresql(hold_date):
    if connection.vendor != "postgresql":
        pytest.skip("people work at once on PostgreSQL")
    hold_date(date(2023, 9, 19))


@pytest.fixture
def body():
    return make_body()


@pytest.fixture
def officer(body):
    return make_officer(body)


def at_once(*verbs: Callable) -> list[str]:
    """Carry the verbs out together; what became of each, the refused ones first."""
    together = Barrier(len(verbs))

    def carry_out(verb: Callable) -> str:
        together.wait()
        try:
            verb()
        except Refusal as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(verbs)) as pool:
        return sorted(pool.map(carry_out, verbs))


def test_two_officers_saving_the_same_action(body, officer):
    action = make_action(make_meeting(body, date(2023, 6, 6), by=officer), by=officer)
    said = [
        lambda text=text: give_update(action, standing="on_track", text=text, by=officer, version=action.version)
        for text in ("One", "Two")
    ]
    assert at_once(*said) == [Stale.__name__, "done"]
    assert (Update.objects.count(), Action.objects.get().version) == (1, action.version + 1)


def test_two_officers_arranging_a_meeting_on_one_day(body, officer):
    verbs = [lambda: arrange_meeting(body=body, on=date(2023, 11, 14), by=officer)] * 2
    assert at_once(*verbs) == [Refusal.__name__, "done"]
    assert Meeting.objects.count() == 1


def test_a_member_pressing_twice(body, officer):
    member, entry = make_member(body), make_entry(date(2023, 12, 7), by=officer)
    verbs = [lambda: request_pre_scrutiny(entry=entry, body=body, why="It is new", by=member)] * 2
    assert at_once(*verbs) == [Refusal.__name__, "done"]
    assert PreScrutinyRequest.objects.count() == 1


def test_two_managers_merging_the_same_committees(body, officer):
    other, into = make_body(), Part(name="Families Committee")
    decided = {"from_on": date(2023, 9, 19), "why": "One portfolio", "decided_in": "Council, minute 41"}
    make_action(make_meeting(body, date(2023, 6, 6), by=officer), by=officer)
    verbs = [
        lambda bodies=bodies: merge_committees(bodies, into=into, by=officer, **decided)
        for bodies in ([body, other], [other, body])
    ]
    assert at_once(*verbs) == [Refusal.__name__, "done"]
    assert (Reorganisation.objects.count(), Action.objects.get().body.name) == (1, "Families Committee")


def test_a_meeting_arranged_while_its_committee_ends(body, officer):
    into = Part(name="Families Committee")
    decided = {"from_on": date(2023, 9, 19), "why": "One portfolio", "decided_in": "Council, minute 41"}
    at_once(
        lambda: merge_committees([body, make_body()], into=into, by=officer, **decided),
        lambda: arrange_meeting(body=body, on=date(2023, 11, 14), by=officer),
    )
    assert {meeting.body.name for meeting in Meeting.objects.all()} <= {"Families Committee"}


def test_an_update_given_while_the_committee_signs_off(body, officer):
    recommendation = make_recommended(body, date(2023, 3, 1), by=officer)
    update = approve_by_council(recommendation, on=date(2023, 7, 13), by=officer)
    meeting = make_meeting(body, date(2023, 9, 12), by=officer)
    at_once(
        lambda: report_progress(update, view="achieved", text="All done", by=officer),
        lambda: sign_off(recommendation, meeting=meeting, achieved=True, by=officer),
    )
    assert ImplementationUpdate.objects.owed().count() == 0
