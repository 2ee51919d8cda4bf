"""The yearly call: the posts that are asked what should be on next year's programme (Protocol 5.1, 5.2)."""

from django.conf import settings
from django.db import models

from council.models import Body, MunicipalYear
from council.obligation import Obligation, Slip


class YearlyCall(models.Model):
    """A committee's officers ask Heads of Service for items for the programme of a year, to be answered by a day."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="yearly_calls")
    year = models.ForeignKey(MunicipalYear, models.PROTECT, related_name="yearly_calls")
    opened_on = models.DateField()
    answer_by = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-year__starts_on", "body__name"]
        constraints = [models.UniqueConstraint(fields=["body", "year"], name="yearly_call_once_a_year")]

    def __str__(self) -> str:
        return f"Call for items, {self.body.called} {self.year}"


class CallAnswer(Obligation):
    """The answer that one post owes to a call: proposals, which are requests of their own, or nothing this year."""

    kind = "call_answer"
    call = models.ForeignKey(YearlyCall, models.CASCADE, related_name="answers")
    nothing_because = models.CharField("nothing this year", max_length=300, blank=True)
    met_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(Obligation.Meta):
        abstract = False
        ordering = ["owed_by_post__title"]
        constraints = [
            *Obligation.Meta.constraints,
            models.UniqueConstraint(fields=["call", "owed_by_post"], name="call_answer_once_a_post"),
        ]

    def __str__(self) -> str:
        return f"{self.call}: {self.owed_by_post}"


class CallAnswerSlip(Slip):
    """A move of the day by which an answer is owed."""

    obligation = models.ForeignKey(CallAnswer, models.CASCADE, related_name="slips")
