"""Questions that were not answered on the night, and the written answers owed on them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from committees.models import Meeting
from council.models import Body, Person
from council.obligation import Obligation, ObligationQuerySet, Slip
from workprogramme.models import Item


class WrittenAnswerQuerySet(ObligationQuerySet):
    """Written answers by where they stand."""

    def to_circulate(self):
        """Answered, and not sent round yet."""
        return self.filter(met_on__isnull=False, circulated_on__isnull=True)

    def settled(self):
        """Sent round, or not needed any more."""
        return self.filter(Q(circulated_on__isnull=False) | ~Q(waived_because=""))

    def with_people(self):
        """With everything a list shows, so that a list costs the same for one row as for many."""
        owners = ("owed_by_post", "owed_by_person", "owed_by_body")
        return self.select_related(*owners, "body", "meeting__body", "item", "asked_by")


class WrittenAnswer(Obligation):
    """A question asked at a meeting that becomes a written answer (Protocol 4.6): who owes it, by when, who gets it.

    ``met_on`` is the day it was answered. It is due so many working days after the meeting, unless ``own_date_because``
    says why it has a day of its own.
    """

    kind = "written_answer"
    body = models.ForeignKey(Body, models.PROTECT, related_name="written_answers")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="written_answers")
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="written_answers")
    question = models.TextField()
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="questions_asked")
    asked_on = models.DateField()
    own_date_because = models.CharField(max_length=300, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    circulated_on = models.DateField(null=True, blank=True)
    circulated_to = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=0)

    objects = WrittenAnswerQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Obligation.Meta):
        abstract = False
        ordering = ["due_on", "pk"]
        constraints = [
            *Obligation.Meta.constraints,
            models.CheckConstraint(
                condition=Q(circulated_on__isnull=True) | (Q(met_on__isnull=False) & ~Q(circulated_to="")),
                name="written_answer_circulated_to_somebody",
            ),
            models.CheckConstraint(
                condition=Q(met_on__isnull=True) | ~Q(answer=""), name="written_answer_answered_says_how"
            ),
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def ref(self) -> str:
        """What people quote: W12."""
        return f"W{self.pk}"

    @property
    def asker(self) -> str:
        """Who asked, by name where it was noted."""
        return str(self.asked_by or "Members of the committee")


class WrittenAnswerSlip(Slip):
    """A move of a written answer's due date."""

    obligation = models.ForeignKey(WrittenAnswer, models.CASCADE, related_name="slips")
