"""Topics for review: the checklist, the points of several people, the ranking, the short list, the minute."""

from datetime import date

import pytest

from council.domain.setting_up import open_year
from council.refusal import Refusal, Stale
from tests.factories import make_body, make_clause, make_meeting, make_person
from workprogramme.checklists import PICK, TOPIC
from workprogramme.domain.ranking import rank_topics
from workprogramme.domain.topics import (
    approve_topic,
    per_cent,
    propose_topic,
    reaches_threshold,
    score_topic,
    set_aside_topic,
    short_list_topic,
    take_off_short_list,
)
from workprogramme.models import AskingRules, ReviewTopic
from workprogramme.rules import may_score

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]
DAY = date(2023, 9, 19)


@pytest.fixture
def year():
    return open_year("2023/24")


@pytest.fixture
def topic(body, year, officer):
    return propose_topic(body=body, year=year, title="Special educational needs", proposed_by="Members", by=officer)


def give(topic, *totals, by):
    """Points of so many people: each total spread over the questions."""
    for total in totals:
        points, left = {}, total
        for question in topic.questions:
            points[question.key] = min(left, topic.top_points)
            left -= points[question.key]
        score_topic(topic, person=make_person(), points=points, by=by)


def fresh(topic):
    return ReviewTopic.objects.get(pk=topic.pk)


def test_topic_and_pick_are_shipped_with_the_questions_of_their_letters():
    assert ["".join(question.name[0] for question in one.questions) for one in (TOPIC, PICK)] == ["TOPIC", "PICK"]


def test_topic_keeps_the_checklist_of_its_day(topic, body, year, officer):
    AskingRules.objects.create(body=body, checklist="pick", top_points=5, threshold=70, fewest_scorers=2)
    later = propose_topic(body=body, year=year, title="Health inequalities", by=officer)
    assert [(one.checklist, len(one.questions), one.most_points, one.threshold) for one in (fresh(topic), later)] == [
        ("TOPIC", 5, 10, 60), ("PICK", 4, 20, 70),
    ]  # fmt: skip


def test_own_checklist_has_its_own_questions(body, year, officer):
    rules = AskingRules.objects.create(body=body, checklist="own", own_questions="Risk: Is anybody at risk?\n\nValue")
    topic = propose_topic(body=body, year=year, title="Health inequalities", by=officer)
    assert [(question.key, question.name, question.asks) for question in topic.questions] == [
        ("q1", "Risk", "Is anybody at risk?"), ("q2", "Value", ""),
    ]  # fmt: skip
    rules.own_questions = ""
    rules.save()
    with pytest.raises(Refusal, match="no questions yet"):
        propose_topic(body=body, year=year, title="Another", by=officer)


def test_settings_of_a_committee_go_before_those_of_the_council(body):
    assert AskingRules.of(body).threshold == 60
    AskingRules.objects.create(body=None, threshold=50)
    assert (AskingRules.of(body).threshold, AskingRules.of(None).threshold) == (50, 50)
    AskingRules.objects.create(body=body, threshold=80)
    assert (AskingRules.of(body).threshold, AskingRules.of(make_body()).threshold) == (80, 50)


def test_somebody_scores_again_and_the_new_points_count(topic, officer):
    person = make_person()
    for given in (0, 2):
        score_topic(topic, person=person, points={question.key: given for question in topic.questions}, by=officer)
    assert (topic.scores.get().total, per_cent(topic)) == (10, 100)


@pytest.mark.parametrize(
    ("change", "said"),
    [({"cost": None}, "every question"), ({"cost": 3}, "0 to 2 points"), ({"cost": -1}, "0 to 2 points")],
)
def test_every_question_takes_points_within_the_range(topic, officer, change, said):
    points = {question.key: 1 for question in topic.questions} | change
    points = {key: given for key, given in points.items() if given is not None}
    with pytest.raises(Refusal, match=said):
        score_topic(topic, person=make_person(), points=points, by=officer)


@pytest.mark.parametrize(
    ("totals", "reaches"),
    [((), False), ((10, 10), False), ((6, 6, 6), True), ((5, 6, 6), False), ((2, 8, 8), True), ((0, 10, 10, 10), True)],
)
def test_threshold_counts_when_enough_people_scored(topic, officer, totals, reaches):
    give(topic, *totals, by=officer)
    assert reaches_threshold(fresh(topic)) == reaches


def test_below_the_threshold_a_topic_is_short_listed_only_with_a_reason(topic, officer):
    give(topic, 4, 4, 4, by=officer)
    with pytest.raises(Refusal, match="short-listed all the same"):
        short_list_topic(topic, by=officer)
    assert short_list_topic(topic, why="Ofsted asks", by=officer).state_because == "Ofsted asks"
    assert take_off_short_list(topic, by=officer).state == "proposed"


def test_topic_is_approved_by_a_clause_of_its_own_committee_at_a_formal_meeting(topic, body, officer):
    give(topic, 8, 8, 8, by=officer)
    short_list_topic(topic, by=officer)
    june = make_meeting(body, date(2023, 6, 6), by=officer)
    elsewhere = make_clause(make_meeting(make_body(), date(2023, 6, 6), by=officer))
    with pytest.raises(Refusal, match="resolved by another committee"):
        approve_topic(topic, clause=elsewhere, by=officer)
    clause = make_clause(june, "that the topic be approved")
    approved = approve_topic(topic, clause=clause, by=officer)
    assert (approved.state, approved.approved_by, approved.state_because) == (
        "approved", clause, f"Approved by {clause}",
    )  # fmt: skip
    with pytest.raises(Refusal, match="approved for review, so it is not scored"):
        give(topic, 1, by=officer)
    with pytest.raises(Refusal, match="cannot become set aside"):
        set_aside_topic(topic, why="No", by=officer)


def test_topic_set_aside_says_why_and_can_come_back(topic, officer):
    with pytest.raises(Refusal, match="Say why"):
        set_aside_topic(topic, why=" ", by=officer)
    assert set_aside_topic(topic, why="Too wide", by=officer).state_because == "Too wide"
    assert take_off_short_list(topic, by=officer).state == "proposed"


def test_second_to_decide_is_told_that_somebody_was_quicker(topic, officer):
    short_list_topic(topic, why="Urgent", by=officer, version=0)
    with pytest.raises(Stale):
        set_aside_topic(topic, why="No", by=officer, version=0)


def test_topics_rank_by_points_equal_ones_share_a_rank_and_unscored_come_after(body, year, officer):
    made = {
        title: propose_topic(body=body, year=year, title=title, by=officer)
        for title in ("Unscored", "Low", "High", "Also high", "Aside")
    }
    for title, totals in {"Low": (4, 4, 4), "High": (9, 9), "Also high": (8, 9, 10), "Aside": (10, 10, 10)}.items():
        give(made[title], *totals, by=officer)
    set_aside_topic(made["Aside"], why="Done already", by=officer)
    rows = rank_topics(body, year)
    assert [(row.topic.title, row.rank, row.per_cent, row.scorers, row.reaches, row.too_few) for row in rows] == [
        ("High", 1, 90, 2, False, 1), ("Also high", 1, 90, 3, True, 0), ("Low", 3, 40, 3, False, 0),
        ("Unscored", None, None, 0, False, 3), ("Aside", None, 100, 3, True, 0),
    ]  # fmt: skip


def test_ranking_says_where_those_who_scored_disagree(topic, officer, body, year):
    give(topic, 2, 7, by=officer)
    (row,) = rank_topics(body, year)
    assert (row.mean, row.lowest, row.highest, row.disagree) == (4.5, 2, 7, True)


def test_ranking_costs_the_same_for_three_topics_as_for_one(body, year, officer, django_assert_num_queries):
    for number in (1, 3):
        while ReviewTopic.objects.count() < number:
            give(propose_topic(body=body, year=year, title="Topic", by=officer), 5, by=officer)
        with django_assert_num_queries(4):
            assert len(rank_topics(body, year)) == number


def test_members_and_officers_score(topic, people):
    assert {who: may_score(user, topic, DAY) for who, user in people.items()} == {
        "officer": True, "manager": True, "officer elsewhere": False, "member": True, "author": False, "nobody": False,
    }  # fmt: skip
