"""Seats when committees are reorganised: they end on the day before and begin anew in the one that follows."""

from datetime import date

import pytest

from committees.domain.seating import end_seats, seat_anew, seats_lasting
from committees.domain.seats import take_seat
from committees.models import Seat
from tests.factories import make_body, make_manager, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

DAY = date(2023, 9, 19)
ADA, BEN, CARA = "Ada Brown", "Ben Hall", "Cara Lowe"


@pytest.fixture
def by():
    return make_manager()


@pytest.fixture
def children():
    return make_body("Children")


@pytest.fixture
def families():
    return make_body("Families")


def sit(body, name, role, by, **more) -> Seat:
    return take_seat(body=body, person=make_person(name) if name else None, role=role, by=by, **more)


def sitting(body) -> list[tuple]:
    """Who sits on a body from the day on, for whom they stand in, and until when."""
    seats = Seat.objects.on(DAY).filter(body=body).select_related("person", "substitute_for__person")
    return [
        (str(seat.person or "Vacant"), seat.role, seat.substitute_for and str(seat.substitute_for.person), seat.to_on)
        for seat in seats
    ]


def anew(on, *seats, by, **more) -> list[str]:
    became = seat_anew(seats, on=on, from_on=DAY, by=by, **more)
    return [became[seat.pk].because for seat in seats]


def test_seats_begin_anew_with_their_roles_terms_and_substitutes(children, families, by):
    chair = sit(children, ADA, "chair", by, represents="Molyneux", to_on=date(2024, 5, 1))
    substitute = sit(children, BEN, "substitute", by, substitute_for=chair)
    vacant = sit(children, "", "co-opted", by, represents="Diocese", voting="education")
    assert anew(families, substitute, chair, vacant, by=by) == ["", "", ""]
    assert sitting(families) == [
        (ADA, "chair", None, date(2024, 5, 1)),
        ("Vacant", "co-opted", None, None),
        (BEN, "substitute", ADA, None),
    ]
    seat = families.seats.get(person__isnull=True)
    assert (seat.represents, seat.voting, seat.from_on) == ("Diocese", "education", DAY)


def test_nobody_sits_twice_and_the_higher_role_counts(children, families, by):
    adults = make_body("Adults")
    member = sit(children, ADA, "member", by)
    twice = sit(adults, ADA, "substitute", by)
    there = sit(families, BEN, "member", by)
    again = sit(children, BEN, "member", by)
    stands_in = sit(children, CARA, "substitute", by, substitute_for=again)
    assert anew(families, twice, member, again, stands_in, by=by) == [
        "Sits on it already as member", "", "Sits on it already as member", "",
    ]  # fmt: skip
    assert sitting(families) == [
        (BEN, "member", None, None),
        (ADA, "member", None, None),
        (CARA, "substitute", BEN, None),
    ]
    assert families.seats.get(person=there.person) == there


def test_chairs_become_members_of_a_committee_that_has_members(children, families, by):
    sit(families, BEN, "chair", by)
    assert anew(families, sit(children, ADA, "chair", by), by=by) == ["Member, chair before"]


@pytest.mark.parametrize(
    ("chosen", "became"),
    [
        ({}, ["Member, chair before", "", "Member, chair before"]),
        (
            {"chair": BEN, "vice-chair": ADA},
            ["Vice-chair, chair before", "Chair, member before", "Member, chair before"],
        ),
    ],
)
def test_it_is_said_who_chairs_a_new_committee_of_several(children, families, by, chosen, became):
    adults = make_body("Adults")
    seats = sit(children, ADA, "chair", by), sit(children, BEN, "member", by), sit(adults, CARA, "chair", by)
    people = {str(seat.person): seat.person_id for seat in seats}
    told = anew(families, *seats, by=by, chosen={role: people[name] for role, name in chosen.items()})
    assert told == became


def test_terms_end_on_the_day_before_and_what_ended_stays(children, by):
    going = sit(children, ADA, "member", by)
    ended = sit(children, BEN, "member", by, to_on=date(2023, 5, 1))
    later = sit(children, CARA, "member", by, from_on=date(2023, 10, 1))
    assert list(seats_lasting(children, DAY)) == [going, later]
    end_seats(children, from_on=DAY, why="Merged", by=by)
    assert [Seat.objects.get(pk=seat.pk).to_on for seat in (going, ended, later)] == [
        date(2023, 9, 18), date(2023, 5, 1), date(2023, 10, 1),
    ]  # fmt: skip
    row = going.history.first()
    assert (row.history_user, row.history_change_reason) == (by, "Merged")


def test_term_that_begins_later_begins_then_in_the_successor(children, families, by):
    later = sit(children, ADA, "member", by, from_on=date(2023, 10, 1))
    assert anew(families, later, by=by) == [""]
    assert families.seats.get().from_on == date(2023, 10, 1)
