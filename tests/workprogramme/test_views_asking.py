"""The settings of how committees are asked: the council's, and a committee's own in their place."""

import pytest

from workprogramme.models import AskingRules

pytestmark = pytest.mark.django_db
GIVEN = {
    "notice_until": "published", "notice_source": "Constitution 4.2", "checklist": "pick", "own_questions": "",
    "top_points": "5", "points_source": "Agreed in May", "threshold": "70", "fewest_scorers": "2",
    "threshold_source": "Agreed in May",
}  # fmt: skip


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_shipped_settings_are_shown_with_their_sources_and_the_public_is_kept_out(signed_in, body):
    page = text_of(signed_in("manager").get("/setup/asking/"))
    shown = (
        "TOPIC, 0 to 2 points; from 60%, at least 3 people",
        "Our default: the papers give no threshold.",
        "May not",
    )
    assert [words in page for words in shown] == [True] * 3


def test_settings_of_the_council_hold_for_every_committee_without_its_own(signed_in, people, body):
    client = signed_in("manager")
    client.post("/setup/asking/", {**GIVEN, "takes_public_suggestions": "on"})
    rules = AskingRules.of(body)
    assert (rules.body, rules.takes_public_suggestions, rules.checklist, rules.threshold, rules.notice_source) == (
        None, True, "pick", 70, "Constitution 4.2",
    )  # fmt: skip
    client.post("/setup/asking/", {**GIVEN, "threshold": "80"})
    assert (AskingRules.objects.get().threshold, AskingRules.objects.get().takes_public_suggestions) == (80, False)
    assert AskingRules.history.first().history_user == people["manager"]


def test_committee_gets_settings_of_its_own_and_goes_back_to_the_councils(signed_in, body):
    client = signed_in("manager")
    client.post("/setup/asking/", GIVEN)
    assert client.get("/setup/asking/children/").context["form"]["threshold"].value() == 70
    client.post("/setup/asking/children/", {**GIVEN, "threshold": "50"})
    assert (AskingRules.of(body).threshold, AskingRules.of(None).threshold) == (50, 70)
    client.post("/setup/asking/children/", {"as_council": "yes"})
    assert AskingRules.of(body).threshold == 70


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"checklist": "own"}, {"own_questions": ["Enter at least one question, such as Risk: Is anybody at risk?"]}),
        ({"own_questions": "A\n" * 13}, {"own_questions": ["Enter 12 questions or fewer"]}),
        ({"threshold": "101"}, {"threshold": ["Short-listed from must be 100 or less"]}),
        ({"top_points": "0"}, {"top_points": ["Most points for a question must be 1 or more"]}),
    ],
)
def test_what_cannot_hold_is_said_beside_its_box(signed_in, body, change, errors):
    response = signed_in("manager").post("/setup/asking/", {**GIVEN, **change})
    assert {name: list(found) for name, found in response.context["form"].errors.items()} == errors
