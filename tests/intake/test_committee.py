"""Saying whose paper it is, where the name it prints is not on record."""

import pytest

from council.directory import find_body
from council.enums import BodyKind
from council.refusal import Refusal
from intake.domain.committee import say_committee
from intake.forms.committee import SayCommittee
from tests.factories import make_body, make_manager, make_officer
from tests.intake.papers import COMMITTEE, MINUTES, make_reading

pytestmark = pytest.mark.django_db


def test_committee_is_known_by_the_printed_name_from_then_on():
    body, manager = make_body("Harbours Scrutiny Committee"), make_manager()
    reading = say_committee(make_reading(MINUTES, by=manager), body=body, by=manager)
    assert (reading.body, find_body(COMMITTEE)) == (body, body)


@pytest.mark.parametrize("kind", [BodyKind.CABINET, BodyKind.COUNCIL, BodyKind.OUTSIDE])
def test_body_without_a_programme_is_not_offered_and_not_taken(kind):
    body, manager = make_body("Cabinet", kind=kind), make_manager()
    reading = make_reading(MINUTES, by=manager)
    with pytest.raises(Refusal, match="Only its own officers"):
        say_committee(reading, body=body, by=manager)
    assert list(SayCommittee(user=manager).fields["body"].queryset) == []
    assert find_body(COMMITTEE) is None


def test_officer_of_another_committee_cannot_claim_a_paper():
    mine, other = make_body("Bridges Committee"), make_body("Ferries Committee")
    officer = make_officer(mine)
    reading = make_reading(MINUTES, by=officer)
    with pytest.raises(Refusal, match="Only its own officers"):
        say_committee(reading, body=other, by=officer)
    assert reading.body is None


def test_long_list_of_committees_chooses_none_beforehand():
    for number in range(9):
        make_body(f"Committee number {number}")
    drawn = str(SayCommittee(user=make_manager())["body"])
    assert ("Choose a committee" in drawn, "selected" in drawn.split("Choose a committee")[0]) == (True, True)
