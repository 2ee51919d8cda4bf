"""The forward plan as a list."""

from datetime import date

import pytest

from council.models import Body
from tests.factories import make_body, make_meeting, make_member, make_officer
from workprogramme.domain.forward_list import entries_past, entries_to_come, rows_of
from workprogramme.domain.pre_scrutiny import (
    agree_request,
    decline_request,
    enter_decision,
    meetings_before_decision,
    request_pre_scrutiny,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(held):
    return make_officer(make_body("Children"))


@pytest.fixture
def body(officer):
    body = Body.objects.get(name="Children")
    for day in (date(2023, 6, 6), date(2023, 9, 26), date(2023, 11, 14)):
        make_meeting(body, day, by=officer)
    return body


@pytest.fixture
def decide(officer, body):
    cabinet = make_body("Cabinet", kind="cabinet")

    def make(on, **more):
        words = {"title": "Contract", "decision_maker": cabinet, "published_on": date(2023, 8, 31), "in_remit_of": body}
        return enter_decision(by=officer, decision_on=on, **{**words, **more})

    return make


@pytest.mark.parametrize(
    ("decided", "last"),
    [
        (date(2023, 9, 26), None),
        (date(2023, 9, 27), date(2023, 9, 26)),
        (date(2023, 11, 14), date(2023, 9, 26)),
        (date(2023, 12, 7), date(2023, 11, 14)),
        (None, date(2023, 11, 14)),
    ],
)
def test_last_chance_is_the_last_meeting_before_the_decision(decide, body, officer, held, decided, last):
    entry = decide(decided)
    [row] = rows_of([entry], user=officer, today=held)
    possible = meetings_before_decision(entry, body)
    assert (row.last_chance and row.last_chance.on, row.last_chance) == (last, possible[-1] if possible else None)


def test_list_is_in_time_with_what_has_no_day_last(decide, held):
    for title, on in (("None", None), ("Later", date(2024, 1, 4)), ("Soon", held), ("Gone", date(2023, 9, 18))):
        decide(on, title=title)
    assert [entry.title for entry in entries_to_come(held)] == ["Soon", "Later", "None"]
    assert [entry.title for entry in entries_past(held)] == ["Gone"]


def test_member_of_the_committee_may_ask_once(decide, body, officer, held):
    member, stranger = make_member(body), make_member(make_body("Adults"))
    entry = decide(date(2023, 12, 7))

    def asks():
        entries = entries_to_come(held)
        return [rows_of(entries, user=user, today=held)[0].may_ask for user in (member, stranger, officer)]

    before = asks()
    request = request_pre_scrutiny(entry=entry, body=body, why="Cost", by=member)
    meanwhile = asks()
    decline_request(request, why="Heard in June", by=officer)
    assert (before, meanwhile, asks()) == ([True, False, False], [False] * 3, [True, False, False])


def test_request_may_be_decided_by_the_officer_of_its_committee_until_it_is(decide, body, officer, held):
    member, stranger = make_member(body), make_officer(make_body("Adults"))
    request = request_pre_scrutiny(entry=decide(date(2023, 12, 7)), body=body, why="Cost", by=member)

    def decides():
        rows = [rows_of(entries_to_come(held), user=user, today=held)[0] for user in (officer, stranger, member)]
        return [row.asked[0].may_decide for row in rows]

    before = decides()
    agree_request(request, by=officer)
    assert (before, decides()) == ([True, False, False], [False, False, False])
