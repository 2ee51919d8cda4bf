"""Recommendations, and the updates owed on them every six months."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from actions.enums import RecommendationState, View
from committees.models import Clause, Meeting
from council.models import Body, Post
from council.obligation import Obligation, Slip


class Recommendation(models.Model):
    """Addressed to Cabinet, Council, an officer or a partner; owed a response, then updates until signed off."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="recommendations")
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="recommendations")
    text = models.TextField()
    addressed_to = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="recommendations_received"
    )
    lead_post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="recommendations_led")
    made_on = models.DateField()
    state = models.CharField(max_length=20, choices=RecommendationState, default=RecommendationState.MADE)
    approved_on = models.DateField("approved by Council", null=True, blank=True)
    signed_off_at = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="signed_off")
    version = models.PositiveIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["-made_on", "pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def ref(self) -> str:
        """What people quote: R12."""
        return f"R{self.pk}"


class ImplementationUpdate(Obligation):
    """The report on progress owed about six months after Council approves, and every six months until signed off.

    Protocol 8.12; the repeat and the sign-off are our practice. Both voices are kept side by side.
    """

    kind = "implementation_update"
    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="updates")
    number = models.PositiveSmallIntegerField()
    owner_view = models.CharField(max_length=20, choices=View, blank=True)
    owner_text = models.TextField(blank=True)
    committee_view = models.CharField(max_length=20, choices=View, blank=True)
    committee_text = models.TextField(blank=True)
    met_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(Obligation.Meta):
        abstract = False
        ordering = ["number"]
        constraints = [
            *Obligation.Meta.constraints,
            models.UniqueConstraint(fields=["recommendation", "number"], name="update_numbered"),
            models.CheckConstraint(condition=Q(due_on__isnull=False), name="update_has_a_date"),
        ]

    def __str__(self) -> str:
        return f"Update {self.number} on {self.recommendation}"


class ImplementationUpdateSlip(Slip):
    """A move of an update's due date."""

    obligation = models.ForeignKey(ImplementationUpdate, models.CASCADE, related_name="slips")
