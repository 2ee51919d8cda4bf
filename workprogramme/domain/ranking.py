"""Topics in the order of their points, with how far those who scored them agree."""

from collections.abc import Iterable
from dataclasses import dataclass

from council.models import Body, MunicipalYear
from workprogramme.domain.topics import per_cent, reaches_threshold
from workprogramme.enums import TopicState
from workprogramme.models import ReviewTopic

MOST_TOPICS = 200
"""The most topics of a year that are ranked; a committee has a dozen."""


@dataclass(frozen=True)
class Ranked:
    """One topic: its rank among those with points (equal points share one), its mean, and the lowest and highest."""

    topic: ReviewTopic
    rank: int | None
    per_cent: float | None
    mean: float | None
    lowest: int | None
    highest: int | None
    scorers: int
    reaches: bool

    @property
    def too_few(self) -> int:
        """How many more have to score it before the threshold counts."""
        return max(0, self.topic.fewest_scorers - self.scorers)

    @property
    def disagree(self) -> bool:
        """Whether some gave it twice the share of another: worth a word before it is short-listed."""
        return self.scorers > 1 and (self.highest - self.lowest) * 2 >= self.topic.most_points


def rank_topics(body: Body, year: MunicipalYear) -> list[Ranked]:
    """The topics of a committee's year, the most points first, unscored and set-aside ones last.

    The number of queries does not grow with them.
    """
    found = ReviewTopic.objects.filter(body=body, year=year).select_related("approved_by__minute__meeting", "body")
    return ranked(found.prefetch_related("scores__person", "requests")[:MOST_TOPICS])


def ranked(topics: Iterable[ReviewTopic]) -> list[Ranked]:
    """These topics in their order."""
    rows = [(topic, per_cent(topic)) for topic in topics]
    rows.sort(key=lambda row: (row[0].state == TopicState.SET_ASIDE, row[1] is None, -(row[1] or 0), row[0].pk))
    counted = [reached for topic, reached in rows if reached is not None and topic.state != TopicState.SET_ASIDE]
    return [_ranked(topic, reached, counted) for topic, reached in rows]


def _ranked(topic: ReviewTopic, reached: float | None, counted: list[float]) -> Ranked:
    totals = [score.total for score in topic.scores.all()]
    takes_part = reached is not None and topic.state != TopicState.SET_ASIDE
    return Ranked(
        topic=topic,
        rank=1 + sum(other > reached for other in counted) if takes_part else None,
        per_cent=reached,
        mean=sum(totals) / len(totals) if totals else None,
        lowest=min(totals, default=None),
        highest=max(totals, default=None),
        scorers=len(totals),
        reaches=reaches_threshold(topic),
    )
