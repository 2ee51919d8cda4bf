"""Who sits on a committee, from when to when."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from committees.domain.seats import end_term, take_seat
from committees.models import Seat
from council.refusal import Refusal
from tests.factories import make_body, make_person, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return make_body("Scrutiny of Education")


@pytest.fixture
def user():
    return make_user()


def test_take_seat_finds_somebody_already_seated(body, user):
    person = make_person()
    assert take_seat(body=body, person=person, role="member", by=user) == take_seat(
        body=body, person=person, role="member", by=user
    )
    assert Seat.objects.count() == 1


def test_take_seat_of_nobody_is_a_vacancy_and_there_may_be_several(body, user):
    seats = [take_seat(body=body, person=None, role="co-opted", by=user, represents="Diocese") for _ in range(2)]
    assert [(seat.is_vacant, str(seat)) for seat in seats] == [(True, "Vacant, Co-opted member")] * 2
    assert Seat.objects.count() == 2


def test_take_seat_again_after_a_term_ended_is_a_new_seat(body, user):
    person = make_person()
    first = take_seat(body=body, person=person, role="member", by=user)
    end_term(first, on=date(2023, 5, 1), by=user)
    again = take_seat(body=body, person=person, role="member", by=user, from_on=date(2023, 5, 18))
    assert (again == first, Seat.objects.count()) == (False, 2)


@pytest.mark.parametrize(
    ("day", "seated"),
    [
        (date(2023, 6, 5), False),
        (date(2023, 6, 6), True),
        (date(2024, 2, 29), True),
        (date(2025, 6, 5), True),
        (date(2025, 6, 6), False),
    ],
)
def test_seat_is_in_force_from_its_first_day_to_its_last(body, user, day, seated):
    governor = make_person()
    take_seat(body=body, person=governor, role="co-opted", by=user, from_on=date(2023, 6, 6), to_on=date(2025, 6, 5))
    assert Seat.objects.on(day).exists() == seated


@pytest.mark.parametrize("day", [date(1990, 1, 1), date(2090, 1, 1)])
def test_seat_without_dates_is_always_in_force(body, user, day):
    take_seat(body=body, person=make_person(), role="member", by=user)
    assert Seat.objects.on(day).count() == 1


def test_take_seat_refuses_a_term_that_ends_before_it_begins(body, user):
    with pytest.raises(Refusal) as refused:
        take_seat(
            body=body, person=make_person(), role="member", by=user, from_on=date(2023, 6, 6), to_on=date(2023, 6, 5)
        )
    assert (str(refused.value), Seat.objects.count()) == ("A term cannot end before it begins.", 0)


def test_take_seat_refuses_somebody_who_sits_there_in_another_role(body, user):
    person = make_person("Ann Other")
    take_seat(body=body, person=person, role="member", by=user)
    with pytest.raises(Refusal) as refused:
        take_seat(body=body, person=person, role="vice-chair", by=user)
    assert str(refused.value) == "Ann Other already sits on Scrutiny of Education in another role. End that term first."
    assert list(Seat.objects.values_list("role", flat=True)) == ["member"]


@pytest.mark.parametrize(
    ("from_on", "to_on", "allowed"),
    [
        (None, None, False),
        (date(2024, 5, 16), None, False),
        (date(2024, 5, 17), None, True),
        (None, date(2023, 5, 18), False),
        (None, date(2023, 5, 17), True),
        (date(2023, 9, 1), date(2023, 10, 1), False),
    ],
)
def test_take_seat_of_the_chair_while_there_is_none(body, user, from_on, to_on, allowed):
    take_seat(
        body=body, person=make_person(), role="chair", by=user, from_on=date(2023, 5, 18), to_on=date(2024, 5, 16)
    )
    take_seat(body=make_body(), person=make_person(), role="chair", by=user)
    if allowed:
        assert take_seat(body=body, person=make_person(), role="chair", by=user, from_on=from_on, to_on=to_on).pk
        return
    with pytest.raises(Refusal) as refused:
        take_seat(body=body, person=make_person(), role="chair", by=user, from_on=from_on, to_on=to_on)
    assert str(refused.value) == "Scrutiny of Education has a chair. End that term first."


def test_end_term_keeps_the_record_and_refuses_a_day_before_it_began(body, user):
    seat = take_seat(body=body, person=make_person(), role="member", by=user, from_on=date(2023, 6, 6))
    with pytest.raises(Refusal) as refused:
        end_term(seat, on=date(2023, 6, 5), by=user)
    assert (str(refused.value), Seat.objects.get().to_on) == ("A term cannot end before it begins.", None)
    end_term(seat, on=date(2023, 12, 1), by=user, why="Resigned")
    assert Seat.objects.get().to_on == date(2023, 12, 1)


def test_two_open_seats_of_one_person_are_held_off_by_the_database(body, user):
    seat = take_seat(body=body, person=make_person(), role="member", by=user)
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(body=body, person=seat.person, role="substitute")
    assert Seat.objects.count() == 1
