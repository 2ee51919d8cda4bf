"""Which bodies continue which, and the addresses of those that were renamed."""

from datetime import date

import pytest

from council.domain.succession import end_body, rename_body, succeed
from council.enums import Reorganised
from council.models import Body
from council.refusal import Refusal
from council.rules import check_stands, may_reorganise
from council.succession import Succession, continued_by, standing_heirs
from tests.factories import make_body, make_manager, make_member, make_officer

pytestmark = pytest.mark.django_db

SPRING, AUTUMN = date(2023, 5, 16), date(2023, 9, 19)


@pytest.fixture
def line():
    """Children and Adults were merged into Families, which was split into Schools and Care."""
    children, adults, families, schools, care = map(make_body, ("Children", "Adults", "Families", "Schools", "Care"))
    for before in (children, adults):
        succeed(before, families, on=SPRING, how=Reorganised.MERGED)
        end_body(before, from_on=SPRING)
    for after in (schools, care):
        succeed(families, after, on=AUTUMN, how=Reorganised.SPLIT)
    end_body(families, from_on=AUTUMN)
    return children, adults, families, schools, care


def test_body_continues_all_that_came_before_it_from_the_day_it_took_over(line):
    children, adults, families, schools, _ = line
    assert Succession().forebears(schools.pk) == {families.pk: AUTUMN, children.pk: AUTUMN, adults.pk: AUTUMN}
    assert Succession().forebears(families.pk) == {children.pk: SPRING, adults.pk: SPRING}
    assert Succession().forebears(children.pk) == {}


def test_line_leads_from_a_body_to_those_that_asked_before_it(line):
    children, adults, families, schools, care = line
    succession = Succession()
    assert [succession.is_line(schools.pk, one.pk) for one in line] == [True, True, True, True, False]
    assert not succession.is_line(children.pk, families.pk)
    assert (care, adults) == (line[4], line[1])


def test_heirs_are_those_at_the_end_of_every_line(line):
    children, _, families, schools, care = line
    assert standing_heirs(children) == [care, schools]
    assert standing_heirs(schools) == []
    assert list(continued_by(children)) == [families]


def test_succession_is_read_in_one_query(line, django_assert_num_queries):
    with django_assert_num_queries(1):
        succession = Succession()
        succession.forebears(line[3].pk)
        succession.heirs(line[0].pk)


def test_officers_run_what_follows_and_still_what_ended(line):
    body, after = make_body("Old"), make_body("New")
    officer, both = make_officer(body), make_officer(body)
    both.grants.create(role="officer", body=after)
    assert succeed(body, after, on=SPRING, how=Reorganised.MERGED) == [officer]
    assert set(officer.grants.values_list("body", flat=True)) == {body.pk, after.pk}


def test_ended_body_stands_until_its_last_day_and_says_who_continues_it(line):
    children = Body.objects.get(pk=line[0].pk)
    check_stands(children, date(2023, 5, 15))
    for day in (SPRING, None):
        with pytest.raises(Refusal) as refused:
            check_stands(children, day)
        assert str(refused.value) == "Children ended on 15 May 2023. It goes on as Families: put it on record there."


def test_only_managers_reorganise():
    body = make_body()
    users = make_manager(), make_officer(body), make_member(body)
    assert [may_reorganise(user) for user in users] == [True, False, False]


@pytest.fixture
def renamed():
    return rename_body(make_body("Children's committee", short_name="Children"), name="Families", short_name="Families")


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("/committees/children/", "/committees/families/"),
        ("/committees/children/programme/2023-24/?page=2", "/committees/families/programme/2023-24/?page=2"),
        ("/actions/?committee=children&due=overdue", "/actions/?committee=families&due=overdue"),
    ],
)
def test_old_address_leads_to_the_new_one(client, renamed, asked, leads_to):
    client.force_login(make_manager())
    answer = client.get(asked)
    assert (answer.status_code, answer.headers.get("Location")) == (302, leads_to)


def test_old_address_tells_nothing_to_strangers_and_a_wrong_one_leads_nowhere(client, renamed, django_user_model):
    assert client.get("/committees/children/").headers["Location"].startswith("/accounts/sign-in/")
    client.force_login(django_user_model.objects.create_user("nobody"))
    assert client.get("/committees/children/").status_code == 404
    client.force_login(make_manager())
    assert client.get("/committees/childrens/").status_code == 404
    assert client.get("/committees/nowhere/meetings/new/").status_code == 404
