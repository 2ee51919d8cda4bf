"""Putting the council on record, twice without doubles, and what is refused."""

from datetime import date

import pytest

from council.directory import find_body, holders
from council.domain.setting_up import (
    create_post,
    establish_body,
    grant_role,
    hold_post,
    open_year,
    outside_body,
    register_person,
    year_of,
)
from council.enums import BodyKind, Role
from council.models import Body, BodyAlias, Holding, MunicipalYear, Person, PersonAlias, Post, PostAlias, RoleGrant
from council.refusal import Refusal
from tests.factories import make_body, make_person, make_post, make_user

pytestmark = pytest.mark.django_db


def test_establish_body_finds_it_again_and_adds_new_aliases():
    first = establish_body(
        name="Scrutiny Committee (Education)", kind=BodyKind.SCRUTINY, aliases=("Education Scrutiny",)
    )
    again = establish_body(name="SCRUTINY COMMITTEE, EDUCATION", kind=BodyKind.SCRUTINY, aliases=("Schools Scrutiny",))
    assert again == first
    assert sorted(first.aliases.values_list("text", flat=True)) == ["Education Scrutiny", "Schools Scrutiny"]
    assert find_body("Schools scrutiny") == first


def test_establish_body_keeps_no_alias_that_folds_to_its_name():
    establish_body(name="Health & Care", kind=BodyKind.SCRUTINY, aliases=("Health and Care", "HEALTH AND CARE."))
    assert (Body.objects.count(), BodyAlias.objects.count()) == (1, 0)


def test_establish_body_gives_each_body_an_address_of_its_own():
    slugs = [make_body(f"Board {n}", short_name="Scrutiny").slug for n in range(3)]
    assert slugs == ["scrutiny", "scrutiny-2", "scrutiny-3"]


def test_establish_body_has_an_address_where_its_name_has_no_latin_letters():
    assert establish_body(name="委員会", kind=BodyKind.OUTSIDE).slug == "body"


@pytest.mark.parametrize(
    ("put_on_record", "called"),
    [
        (lambda name: establish_body(name=name, kind=BodyKind.OUTSIDE), 250),
        (lambda name: create_post(title=name), 250),
        (lambda name: register_person(name=name), 200),
    ],
)
@pytest.mark.parametrize("name", ["", "//", "—", "too long"])
def test_what_cannot_be_a_name_is_refused(put_on_record, called, name):
    with pytest.raises(Refusal, match="is not a name" if name != "too long" else f"shorten it to {called} characters"):
        put_on_record("x" * (called + 1) if name == "too long" else name)
    assert (Body.objects.count(), Post.objects.count(), Person.objects.count()) == (0, 0, 0)


def test_outside_body_is_put_on_record_once():
    assert outside_body("Integrated Care Board, Place").kind == BodyKind.OUTSIDE
    assert outside_body("Integrated Care Board (Place)") == outside_body("Integrated Care Board, Place")
    assert Body.objects.count() == 1


def test_create_post_finds_it_again_by_alias():
    post = create_post(title="Director of Education", aliases=("Education Director", "Director for Education"))
    assert create_post(title="Education Director") == post
    assert (Post.objects.count(), PostAlias.objects.count()) == (1, 1)


def test_register_person_fills_in_blanks_and_replaces_nothing():
    register_person(name="Sandra Cain", title="Mrs")
    again = register_person(
        name="Mrs Sandra Cain", title="Ms", email="sandra.cain@council.example", aliases=("Mrs. S. Cain",)
    )
    assert (again.title, again.name, again.email) == ("Mrs", "Sandra Cain", "sandra.cain@council.example")
    assert (Person.objects.count(), PersonAlias.objects.count()) == (1, 1)


def test_register_person_keeps_two_people_of_one_surname_apart():
    names = ["Kelly", "John Kelly", "John Joseph Kelly"]
    assert len({register_person(name=name).pk for name in names}) == 3


def test_hold_post_is_recorded_once():
    person, post = make_person(), make_post()
    assert hold_post(person=person, post=post) == hold_post(person=person, post=post)
    assert Holding.objects.count() == 1


def test_hold_post_records_a_leaver_s_last_day_and_the_next_holder_follows():
    leaver, post = make_person("Leaver"), make_post()
    hold_post(person=leaver, post=post, from_on=date(2022, 1, 1))
    hold_post(person=leaver, post=post, from_on=date(2022, 1, 1), to_on=date(2023, 9, 29))
    successor = make_person("Successor")
    hold_post(person=successor, post=post, from_on=date(2023, 9, 30))
    assert list(holders(post, date(2023, 9, 29))) == [leaver]
    assert list(holders(post, date(2023, 9, 30))) == [successor]
    assert Holding.objects.count() == 2


def test_hold_post_said_again_without_a_last_day_keeps_the_one_on_record():
    person, post = make_person(), make_post()
    hold_post(person=person, post=post, from_on=date(2022, 1, 1), to_on=date(2023, 9, 29))
    assert hold_post(person=person, post=post, from_on=date(2022, 1, 1)).to_on == date(2023, 9, 29)


def test_hold_post_refuses_to_leave_before_taking_up():
    with pytest.raises(Refusal) as refused:
        hold_post(person=make_person(), post=make_post(), from_on=date(2023, 9, 2), to_on=date(2023, 9, 1))
    assert str(refused.value) == "A post cannot be left before it is taken up."
    assert Holding.objects.count() == 0


def test_open_year_runs_from_may_to_april():
    year = open_year("2023/24")
    assert (year.starts_on, year.ends_on, year.slug) == (date(2023, 5, 1), date(2024, 4, 30), "2023-24")
    assert open_year("2023/24") == year


def test_open_year_spans_the_century():
    assert open_year("2099/00").ends_on == date(2100, 4, 30)


@pytest.mark.parametrize(
    "label", ["", "2023", "2023/25", "2023-24", "23/24", "2023/2024", "²023/24", "0000/01", " 2023/24"]
)
def test_open_year_refuses_what_is_no_year(label):
    with pytest.raises(Refusal) as refused:
        open_year(label)
    assert str(refused.value) == f"“{label}” is not a municipal year. Write it as 2023/24."
    assert MunicipalYear.objects.count() == 0


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2023, 4, 30), "2022/23"),
        (date(2023, 5, 1), "2023/24"),
        (date(2023, 12, 31), "2023/24"),
        (date(2024, 4, 30), "2023/24"),
        (date(2024, 5, 1), "2024/25"),
        (date(1999, 6, 1), "1999/00"),
    ],
)
def test_year_of_a_day(day, label):
    assert year_of(day).label == label


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2023, 5, 17), "2022/23"),
        (date(2023, 5, 18), "2023/24"),
        (date(2024, 5, 15), "2023/24"),
        (date(2024, 5, 16), "2024/25"),
    ],
)
def test_year_of_a_day_follows_the_annual_meeting_where_it_is_entered(day, label):
    MunicipalYear.objects.create(label="2023/24", starts_on=date(2023, 5, 18), ends_on=date(2024, 5, 15))
    assert year_of(day).label == label


def test_grant_role_once():
    user, body = make_user(), make_body()
    grants = {grant_role(user=user, role=Role.OFFICER, body=body).pk for _ in range(2)}
    assert len(grants) == 1


@pytest.mark.parametrize(("role", "named"), [(Role.OFFICER, False), (Role.MANAGER, True), (Role.ADMINISTRATOR, True)])
def test_grant_role_refuses_an_officer_of_nothing_and_a_manager_of_one(role, named):
    with pytest.raises(Refusal) as refused:
        grant_role(user=make_user(), role=role, body=make_body() if named else None)
    assert str(refused.value) == "An officer is granted one committee at a time; the other roles span them all."
    assert RoleGrant.objects.count() == 0
