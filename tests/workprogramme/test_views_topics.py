"""The pages of topics for review: the ranking, scoring for oneself and for others, deciding up to the approval."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from council.domain.setting_up import open_year
from tests.factories import make_clause, make_meeting, make_person
from workprogramme.domain.topics import propose_topic, score_topic, short_list_topic
from workprogramme.models import ReviewTopic

pytestmark = pytest.mark.django_db
TOPICS = "/committees/children/topics/2023-24/"
POINTS = {"timely": "2", "priority": "1", "public": "2", "influence": "1", "cost": "0"}


@pytest.fixture
def topic(body, officer):
    return propose_topic(body=body, year=open_year("2023/24"), title="Special needs", by=officer)


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def give(topic, *totals, by):
    for total in totals:
        points = dict.fromkeys((question.key for question in topic.questions), total // 5)
        score_topic(topic, person=make_person(), points=points, by=by)


@pytest.mark.parametrize(("role", "offered"), [("member", True), ("officer", True), ("author", False)])
def test_year_without_topics_says_what_to_do(signed_in, body, topic, role, offered):
    topic.delete()
    page = text_of(signed_in(role).get(TOPICS))
    assert ("No topics yet" in page, f'href="{TOPICS}new/"' in page) == (True, offered)


def test_member_proposes_a_topic(signed_in, topic):
    signed_in("member").post(f"{TOPICS}new/", {"title": "Health", "why": "Gaps grow", "proposed_by": "Members"})
    made = ReviewTopic.objects.get(title="Health")
    assert (made.why, made.proposed_by, made.proposed_on) == ("Gaps grow", "Members", date(2023, 9, 19))


def test_ranking_shows_points_where_people_are_far_apart_and_the_source_of_the_numbers(signed_in, topic, officer):
    give(topic, 0, 10, 10, by=officer)
    page = text_of(signed_in("author").get(TOPICS))
    shown = ("<strong>6.7</strong> of 10", "3 people, 0 to 10. Far apart", "Ready for the short list", "Our default")
    assert [words in page for words in shown] == [True] * 4


def test_member_scores_and_scores_again(signed_in, topic, people):
    client, address = signed_in("member"), f"/topics/T{topic.pk}/score/"
    client.post(address, {**POINTS, "note": "Every surgery"})
    client.post(address, {**POINTS, "cost": "2", "note": "Every surgery"})
    score = topic.scores.get()
    assert (score.person, score.total, score.note) == (people["member"].person, 8, "Every surgery")
    assert client.get(address).context["form"]["cost"].value() == 2


def test_officer_enters_the_points_of_members(signed_in, topic, people):
    client, address = signed_in("officer"), f"/topics/T{topic.pk}/score/"
    assert list(client.get(address).context["form"].fields["person"].queryset) == [people["member"].person]
    client.post(address, {**POINTS, "person": people["member"].person.pk})
    assert (topic.scores.get().person, topic.scores.get().by) == (people["member"].person, people["officer"])


def test_question_left_out_says_which(signed_in, topic):
    response = signed_in("member").post(f"/topics/T{topic.pk}/score/", {**POINTS, "cost": ""})
    assert response.context["form"].errors == {"cost": ["Select the points for Cost"]}


@pytest.mark.parametrize(("role", "shown"), [("member", True), ("officer", True), ("author", False)])
def test_points_by_person_are_for_members_and_officers(signed_in, topic, officer, role, shown):
    score_topic(topic, person=make_person("Una Reed"), points=dict.fromkeys(POINTS, 1), by=officer)
    page = text_of(signed_in(role).get(f"/topics/T{topic.pk}/"))
    assert ("Una Reed" in page, "<strong>5</strong> of 10" in page) == (shown, True)


def test_below_the_threshold_a_reason_is_asked_for(signed_in, topic, officer):
    client, address = signed_in("officer"), f"/topics/T{topic.pk}/short-list/"
    assert client.post(address, {"why": "", "version": 0}).context["form"].errors == {"why": ["Enter the reason"]}
    page = text_of(client.post(address, {"why": "Most concern", "version": 0}, follow=True))
    assert ("The topic is short-listed." in page, "Most concern" in page) == (True, True)


def test_topic_that_reaches_the_threshold_needs_none(signed_in, topic, officer):
    give(topic, 10, 10, 10, by=officer)
    signed_in("officer").post(f"/topics/T{topic.pk}/short-list/", {"version": 0})
    topic.refresh_from_db()
    assert topic.state == "short_listed"


def test_topic_is_approved_by_a_minute_of_the_year(signed_in, topic, body, officer):
    short_list_topic(topic, why="Most concern", by=officer)
    clause = make_clause(make_meeting(body, date(2023, 9, 5), by=officer), "the topic be approved")
    make_clause(make_meeting(body, date(2022, 9, 6), by=officer), "of another year")
    client, address = signed_in("officer"), f"/topics/T{topic.pk}/approve/"
    assert list(client.get(address).context["form"].fields["clause"].queryset) == [clause]
    page = text_of(client.post(address, {"clause": clause.pk, "version": 1}, follow=True))
    assert ("The topic is approved for review." in page, "Score it" in page, "Enter points" in page) == (
        True, False, False,
    )  # fmt: skip


def test_topic_is_set_aside_and_put_back(signed_in, topic):
    client = signed_in("officer")
    client.post(f"/topics/T{topic.pk}/set-aside/", {"why": "Too wide", "version": 0})
    assert "Too wide" in text_of(client.get(f"/topics/T{topic.pk}/"))
    client.post(f"/topics/T{topic.pk}/back/", {"version": 1})
    topic.refresh_from_db()
    assert topic.state == "proposed"


def test_page_of_what_is_not_possible_now_says_so(signed_in, topic, officer):
    short_list_topic(topic, why="Most concern", by=officer)
    response = signed_in("officer").get(f"/topics/T{topic.pk}/short-list/", follow=True)
    assert "This topic is short-listed." in text_of(response)


def test_topics_as_csv_are_in_the_order_of_their_points(signed_in, topic, body, officer):
    give(topic, 5, 5, by=officer)
    give(propose_topic(body=body, year=topic.year, title="Health", by=officer), 10, 10, 10, by=officer)
    lines = b"".join(signed_in("author").get(f"{TOPICS}export.csv")).decode().splitlines()
    assert [line.split(",")[0:1] + line.split(",")[2:3] + line.split(",")[5:13] for line in lines[1:]] == [
        ["1", "Health", "100.0", "10.0", "10", "10", "10", "3", "Yes", ""],
        ["2", "Special needs", "50.0", "5.0", "10", "5", "5", "2", "No", ""],
    ]


def test_ranking_costs_the_same_for_three_topics_as_for_one(signed_in, topic, body, officer):
    client, counted = signed_in("officer"), []
    give(topic, 5, by=officer)
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(TOPICS)
        counted.append(len(queries))
        for _ in range(2):
            give(propose_topic(body=body, year=topic.year, title="More", by=officer), 5, 10, by=officer)
    assert counted[0] == counted[1]
