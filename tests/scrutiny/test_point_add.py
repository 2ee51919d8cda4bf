"""An officer makes points of a report's checklist from what a clause asked for."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from actions.domain.actions import put_on_programme
from tests.factories import make_action, make_clause, make_item, make_meeting
from workprogramme.models import ContentPoint

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(body, item, officer):
    june = make_meeting(body, date(2023, 6, 6), by=officer)
    clause = make_clause(june, "Future scorecards to have NEET data and averages;", path="9/2")
    action = make_action(june, clause=clause, by=officer, sort="request_information")
    put_on_programme(action, item=item, by=officer)
    return action


@pytest.fixture
def address(item, action):
    return reverse("point_add", args=[item.pk, action.pk])


def points():
    return list(ContentPoint.objects.values_list("text", "subject"))


def test_page_shows_the_clause_and_offers_its_words(signed_in, address):
    page = signed_in("officer").get(address)
    assertContains(page, "Minute 9 (2) of 6 June 2023")
    form = page.context["form"]
    assert (form["texts"].value(), form["subject"].value()) == (
        "Future scorecards to have NEET data and averages", "Scorecard",
    )  # fmt: skip


@pytest.mark.parametrize(("later", "subject"), [("yes", "Scorecard"), ("no", "")])
def test_each_line_is_a_point_of_this_report_and_of_later_ones_where_chosen(signed_in, address, later, subject):
    sent = {"texts": "NEET data\n\nnational averages", "later": later, "subject": "Scorecard"}
    signed_in("officer").post(address, sent)
    assert points() == [("NEET data", subject), ("national averages", subject)]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"texts": ""}, "Enter what the committee asked to see"),
        ({"subject": ""}, "Enter how the title of later reports begins"),
        ({"subject": "Fostering"}, "Enter the words that its title begins with."),
    ],
)
def test_point_that_cannot_be_says_why(signed_in, address, given, message):
    sent = {"texts": "NEET data", "later": "yes", "subject": "Scorecard", **given}
    assertContains(signed_in("officer").post(address, sent), message)
    assert points() == []


def test_offer_stands_on_the_item_for_officers_alone(signed_in, item, address):
    page = f"/items/I{item.pk}/"
    assertContains(signed_in("officer").get(page), address)
    assert address not in signed_in("author").get(page).content.decode()


def test_action_of_another_item_is_not_found(signed_in, january, officer, action):
    other = make_item(january, by=officer)
    assert signed_in("officer").get(reverse("point_add", args=[other.pk, action.pk])).status_code == 404
