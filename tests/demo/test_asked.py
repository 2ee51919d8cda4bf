"""Who asked the committee for what in the demonstration year, and its topics for review."""

import pytest

from workprogramme.domain.ranking import rank_topics
from workprogramme.domain.register import where_it_went, with_ways
from workprogramme.models import ItemRequest, ReviewTopic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year")]


def test_petition_and_referral_are_on_septembers_agenda():
    told = [(one.origin, one.title, where_it_went(one)) for one in with_ways(ItemRequest.objects.order_by("pk"))]
    assert told == [
        ("petition", "More independent members with lived experience", "To be heard on 26 September 2023"),
        ("management_board", "Two additions to the Executive/Scrutiny Protocol", "On the agenda of 26 September 2023"),
    ]


def test_petition_says_how_many_signed_and_how_long_they_speak():
    petition = ItemRequest.objects.get(origin="petition").petition
    assert (petition.signatures, petition.speaking_minutes, str(petition.heard_at.on)) == (35, 5, "2023-09-26")


def test_three_topics_were_narrowed_down_and_one_short_listed_and_nobody_is_said_to_have_scored():
    topic = ReviewTopic.objects.first()
    rows = [(row.topic.title, row.topic.state, row.scorers) for row in rank_topics(topic.body, topic.year)]
    assert rows == [
        ("Special Educational Needs and Disabilities", "short_listed", 0),
        ("Health Inequalities", "proposed", 0),
        ("Child Protection and Safeguarding", "proposed", 0),
    ]
