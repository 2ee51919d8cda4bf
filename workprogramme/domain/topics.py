"""Topics for review, up to the minute that approves one: proposed, scored, ranked, short-listed, approved or set aside.

What follows an approved topic - its working group, scope and report - is the review's own life, and begins from
``ReviewTopic`` in the state ``approved``.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from django.db import transaction

from committees.models import Clause
from council.calendar import today
from council.history import create_by, save_by
from council.models import Body, MunicipalYear, Person
from council.refusal import Refusal, Stale
from workprogramme.domain.asked import decide, year_for
from workprogramme.domain.asked import locked as asked_locked
from workprogramme.enums import AskedState, TopicState
from workprogramme.models import AskingRules, ItemRequest, ReviewTopic, TopicScore
from workprogramme.rules import (
    check_asked_can_become,
    check_can_approve,
    check_topic_can_become,
    is_scored_still,
)


@transaction.atomic
def propose_topic(
    *,
    body: Body,
    year: MunicipalYear,
    title: str,
    by,
    why: str = "",
    proposed_by: str = "",
    proposed_on: date | None = None,
) -> ReviewTopic:
    """Propose a topic for review. It keeps the checklist, the points and the threshold that are in force today."""
    if not title.strip():
        raise Refusal("Enter a title for the topic.")
    rules = AskingRules.of(body)
    checklist = rules.chosen_checklist
    if not checklist.questions:
        raise Refusal("The committee's own checklist has no questions yet. Ask the scrutiny manager to enter them.")
    return create_by(
        ReviewTopic, by=by, body=body, year=year, title=title.strip()[:300], why=why.strip(),
        proposed_on=proposed_on or today(), proposed_by=proposed_by.strip()[:200], entered_by=by,
        checklist=checklist.title,
        questions_kept=[asdict(question) for question in checklist.questions], top_points=rules.top_points,
        threshold=rules.threshold, fewest_scorers=rules.fewest_scorers,
    )  # fmt: skip


@transaction.atomic
def take_as_topic(
    asked: ItemRequest, *, by, title: str = "", answer: str = "", version: int | None = None
) -> ItemRequest:
    """Accept a request as a topic for review instead of as an item (Protocol 8.1)."""
    asked = asked_locked(asked, version)
    check_asked_can_become(asked, AskedState.ACCEPTED)
    asked.topic = propose_topic(
        body=asked.body, year=year_for(asked), title=title or asked.title, why=asked.why, proposed_by=asked.who, by=by
    )
    return decide(asked, AskedState.ACCEPTED, answer=answer, by=by, also=["topic"])


@transaction.atomic
def score_topic(topic: ReviewTopic, *, person: Person, points: Mapping[str, int], by, note: str = "") -> TopicScore:
    """One person's points, each question from none to the most; scored again, the new points take the old ones' place.

    Raises ``Refusal`` where a question is left out, points are out of range, or the topic is no longer scored.
    """
    topic = _locked(topic)
    if not is_scored_still(topic):
        raise Refusal(f"This topic is {topic.get_state_display().lower()}, so it is not scored any more.")
    _check_points(topic, points)
    given = {"points": dict(points), "note": note.strip()[:500], "on": today(), "by": by}
    return TopicScore.objects.update_or_create(topic=topic, person=person, defaults=given)[0]


@transaction.atomic
def short_list_topic(topic: ReviewTopic, *, by, why: str = "", version: int | None = None) -> ReviewTopic:
    """Put a topic on the short list. Below the threshold, or scored by too few, it needs a reason."""
    topic = _locked(topic, version)
    check_topic_can_become(topic, TopicState.SHORT_LISTED)
    if not reaches_threshold(topic) and not why.strip():
        raise Refusal("It is below the threshold, or too few have scored it. Say why it is short-listed all the same.")
    return _become(topic, TopicState.SHORT_LISTED, why=why, by=by)


@transaction.atomic
def take_off_short_list(topic: ReviewTopic, *, by, why: str = "", version: int | None = None) -> ReviewTopic:
    """Put a topic back among those proposed: the undo of ``short_list_topic`` and of ``set_aside_topic``."""
    topic = _locked(topic, version)
    check_topic_can_become(topic, TopicState.PROPOSED)
    return _become(topic, TopicState.PROPOSED, why=why, by=by)


@transaction.atomic
def approve_topic(topic: ReviewTopic, *, clause: Clause, by, version: int | None = None) -> ReviewTopic:
    """Record the minute by which the committee approved the topic for review (Protocol 8.1)."""
    topic = _locked(topic, version)
    check_topic_can_become(topic, TopicState.APPROVED)
    check_can_approve(topic, clause)
    topic.approved_by = clause
    return _become(topic, TopicState.APPROVED, why=f"Approved by {clause}", by=by, also=["approved_by"])


@transaction.atomic
def set_aside_topic(topic: ReviewTopic, *, why: str, by, version: int | None = None) -> ReviewTopic:
    """Set a topic aside with the reason, which whoever proposed it reads."""
    topic = _locked(topic, version)
    check_topic_can_become(topic, TopicState.SET_ASIDE)
    if not why.strip():
        raise Refusal("Say why it is set aside: whoever proposed it will see this.")
    return _become(topic, TopicState.SET_ASIDE, why=why.strip(), by=by)


def per_cent(topic: ReviewTopic) -> float | None:
    """The mean of everybody's points, in per cent of the most; nothing where nobody has scored it."""
    totals = [score.total for score in topic.scores.all()]
    return 100 * sum(totals) / len(totals) / topic.most_points if totals else None


def reaches_threshold(topic: ReviewTopic) -> bool:
    """Whether enough people scored it, and enough points came together."""
    reached = per_cent(topic)
    return reached is not None and len(topic.scores.all()) >= topic.fewest_scorers and reached >= topic.threshold


def _check_points(topic: ReviewTopic, points: Mapping[str, int]) -> None:
    asked = {question.key for question in topic.questions}
    if set(points) != asked:
        raise Refusal("Give points for every question.")
    if any(not 0 <= given <= topic.top_points for given in points.values()):
        raise Refusal(f"Each question takes 0 to {topic.top_points} points.")


def _locked(topic: ReviewTopic, version: int | None = None) -> ReviewTopic:
    fresh = ReviewTopic.objects.select_for_update(of=("self",)).get(pk=topic.pk)
    if version is not None and version != fresh.version:
        raise Stale("Somebody else changed this topic while you had it open. Check it, then try again.")
    return fresh


def _become(topic: ReviewTopic, state: str, *, why: str, by, also: tuple[str, ...] | list[str] = ()) -> ReviewTopic:
    topic.state, topic.state_because, topic.version = state, why.strip()[:300], topic.version + 1
    save_by(topic, by=by, why=why, fields=["state", "state_because", "version", *also])
    return topic
