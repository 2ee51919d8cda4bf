"""Finding bodies, posts and people by name or alias, and who holds a post on a day."""

from datetime import date

import pytest

from council.directory import find_body, find_person, find_post, holders
from council.domain.setting_up import create_post, hold_post, register_person
from tests.factories import make_body, make_person, make_post

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Overview and Scrutiny Committee (Children's Services)", True),
        ("OVERVIEW & SCRUTINY COMMITTEE (CHILDRENS SERVICES)", True),
        ("Children’s scrutiny", True),
        ("Overview and Scrutiny Committee", False),
        ("Overview and Scrutiny Committee (Adult Services)", False),
        ("", False),
    ],
)
def test_find_body_by_name_or_alias_alone(printed, found):
    body = make_body("Overview and Scrutiny Committee (Children's Services)", aliases=("Children's Scrutiny",))
    make_body("Overview and Scrutiny Committee (Regeneration)")
    assert find_body(printed) == (body if found else None)


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Executive Director of Social Care and Education", True),
        ("executive director for children's social care & education", True),
        ("Executive Director of Education", False),
    ],
)
def test_find_post_by_title_or_alias_alone(printed, found):
    post = make_post(
        "Executive Director of Children's Social Care and Education",
        aliases=("Executive Director of Social Care and Education",),
    )
    assert find_post(printed) == (post if found else None)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Councillor John Kelly", "John Kelly"),
        ("Cllr John Joseph Kelly", "John Joseph Kelly"),
        ("Councillor Kelly", None),
        ("Mr. M. Byrne", "Maurice Byrne"),
        ("Maurice Byrne", "Maurice Byrne"),
        ("Byrne", None),
        ("Doyle", "Doyle"),
        ("Mhairi Doyle", None),
    ],
)
def test_find_person_never_by_surname_of_a_fuller_name(printed, name):
    make_person("John Kelly")
    make_person("John Joseph Kelly")
    make_person("Doyle")
    make_person("Maurice Byrne", aliases=("Mr. M. Byrne",))
    found = find_person(printed)
    assert (found.name if found else None) == name


def test_find_post_prefers_the_title_to_another_post_s_alias():
    by_title = make_post("Director of Education")
    create_post(title="Assistant Director of Schools", aliases=("Director of Education",))
    assert find_post("Director of Education") == by_title


def test_find_person_prefers_the_name_to_another_person_s_alias():
    by_name = make_person("Steve Martlew")
    register_person(name="Aled Steven", aliases=("Steve Martlew",))
    assert find_person("Steve Martlew") == by_name


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2023, 3, 31), ["First"]),
        (date(2023, 4, 1), []),
        (date(2023, 5, 31), []),
        (date(2023, 6, 1), ["Second"]),
        (date(2023, 6, 15), ["Acting", "Second"]),
        (date(2033, 6, 1), ["Second"]),
    ],
)
def test_holders_of_a_post_by_day(day, names):
    post = make_post()
    hold_post(person=make_person("First"), post=post, to_on=date(2023, 3, 31))
    hold_post(person=make_person("Second"), post=post, from_on=date(2023, 6, 1))
    hold_post(person=make_person("Acting"), post=post, from_on=date(2023, 6, 10), to_on=date(2023, 6, 30))
    hold_post(person=make_person("Elsewhere"), post=make_post())
    assert [person.name for person in holders(post, day)] == names


def test_holders_names_somebody_once_who_came_back():
    post, person = make_post(), make_person("Back Again")
    hold_post(person=person, post=post, from_on=date(2023, 1, 1), to_on=date(2023, 6, 30))
    hold_post(person=person, post=post, from_on=date(2023, 6, 30))
    assert list(holders(post, date(2023, 6, 30))) == [person]
