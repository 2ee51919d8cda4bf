"""Adding an item in one go, and naming who writes it."""

from datetime import date

import pytest

from council.domain.setting_up import open_year
from council.models import Body, Person, Portfolio
from council.refusal import Refusal, Stale
from tests.factories import make_body, make_item, make_meeting, make_officer, make_person, make_post
from workprogramme.domain.adding import add_item, name_authors, say_whose
from workprogramme.models import Item

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(held):
    return make_officer(make_body("Children"))


@pytest.fixture
def words(officer):
    return {
        "body": Body.objects.get(name="Children"),
        "year": open_year("2023/24"),
        "title": "Scorecard",
        "by": officer,
    }


def test_item_is_accepted_into_the_tray(words):
    item = add_item(**words)
    assert (item.state, item.meeting) == ("accepted", None)


def test_item_is_scheduled_with_its_stages_where_a_meeting_is_given(words, officer):
    meeting = make_meeting(words["body"], date(2023, 11, 14), by=officer)
    item = add_item(**words, meeting=meeting)
    assert (item.state, item.meeting, item.stages.count()) == ("scheduled", meeting, 5)


def test_item_stays_a_suggestion_where_it_is_not_accepted(words):
    assert add_item(**words, accepted=False).state == "suggested"


def test_writers_are_found_by_name_or_put_on_record(words):
    known = make_person("Ada Brown")
    item = add_item(**words, authors=("Ada Brown", "Bo Green"))
    assert (item.written_by, item.authors.first().person, Person.objects.filter(name="Bo Green").count()) == (
        "Ada Brown / Bo Green",
        known,
        1,
    )


def test_nothing_is_kept_of_an_item_that_cannot_be_scheduled(words, officer):
    elsewhere = make_meeting(make_body("Adults"), date(2023, 11, 14), by=officer)
    with pytest.raises(Refusal, match="another committee"):
        add_item(**words, authors=("Bo Green",), meeting=elsewhere)
    assert (Item.objects.count(), Person.objects.filter(name="Bo Green").count()) == (0, 0)


def test_writers_are_replaced_and_their_order_kept(words, officer):
    meeting = make_meeting(words["body"], date(2023, 11, 14), by=officer)
    item = make_item(meeting, by=officer, authors=(make_person("Ada Brown"),))
    before = item.version
    item = name_authors(item, authors=("Bo Green", "Ada Brown"), by=officer)
    assert (Item.objects.get(pk=item.pk).written_by, item.version) == ("Bo Green / Ada Brown", before + 1)


def test_post_portfolio_and_purpose_are_named(words, officer):
    item, post, education = add_item(**words), make_post("Director"), Portfolio.objects.create(name="Education")
    told = {"report_of": post, "portfolio": education, "purpose": "pre_scrutiny", "by": officer}
    item = say_whose(item, version=item.version, **told)
    assert (item.report_of, item.portfolio, item.purpose) == (post, education, "pre_scrutiny")
    with pytest.raises(Stale):
        say_whose(item, version=item.version - 1, **told)
