"""Topics for review: scored against a checklist, short-listed, approved by a minute (Protocol 8.1, 8.2)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from committees.models import Clause
from council.models import Body, MunicipalYear, Person
from workprogramme.checklists import Question
from workprogramme.enums import TopicState


class ReviewTopic(models.Model):
    """A topic that a committee might look at in depth in a municipal year.

    The checklist it is scored against, its points and its threshold are kept with it as they were when it was proposed,
    so that a later change of the settings changes no score. What happens after its approval is the review's own life.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="topics")
    year = models.ForeignKey(MunicipalYear, models.PROTECT, related_name="topics")
    title = models.CharField(max_length=300)
    why = models.TextField(blank=True)
    proposed_by = models.CharField(max_length=200, blank=True)
    proposed_on = models.DateField()
    state = models.CharField(max_length=20, choices=TopicState, default=TopicState.PROPOSED)
    state_because = models.CharField(max_length=300, blank=True)
    checklist = models.CharField(max_length=60)
    questions_kept = models.JSONField("the questions, as they were")
    top_points = models.PositiveSmallIntegerField()
    threshold = models.PositiveSmallIntegerField("short-listed from, in per cent")
    fewest_scorers = models.PositiveSmallIntegerField()
    approved_by = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="topics_approved")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["-proposed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) ^ Q(state="approved"), name="topic_approved_by_a_minute"
            ),
            models.CheckConstraint(
                condition=~Q(state="set_aside") | ~Q(state_because=""), name="topic_set_aside_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def ref(self) -> str:
        """What people quote: T12."""
        return f"T{self.pk}"

    @property
    def questions(self) -> list[Question]:
        """What it is scored against."""
        return [Question(**kept) for kept in self.questions_kept]

    @property
    def most_points(self) -> int:
        """The most points one person can give it."""
        return self.top_points * len(self.questions_kept)


class TopicScore(models.Model):
    """What one person gave a topic: points by the key of each question, and a word on why."""

    topic = models.ForeignKey(ReviewTopic, models.CASCADE, related_name="scores")
    person = models.ForeignKey(Person, models.PROTECT, related_name="topic_scores")
    points = models.JSONField()
    note = models.CharField(max_length=500, blank=True)
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["person__name"]
        constraints = [models.UniqueConstraint(fields=["topic", "person"], name="topic_scored_once_a_person")]

    def __str__(self) -> str:
        return f"{self.person}: {self.total}"

    @property
    def total(self) -> int:
        """All the points of this person."""
        return sum(self.points.values())
