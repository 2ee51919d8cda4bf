"""The content checklist: what a committee asked to see in a report, and where a report answers it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from committees.models import Clause
from council.models import Body
from workprogramme.models.programme import Item


class ContentPoint(models.Model):
    """Something the committee asked to see in a report: a narrative, data, an average.

    It hangs on the clause that asked. It is asked of ``item`` and, where there is a ``subject``, of every later report
    of the committee whose title begins with it. Which reports those are, ``rules.is_asked_of`` alone decides.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="content_points")
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="content_points")
    item = models.ForeignKey(Item, models.PROTECT, related_name="content_points")
    subject = models.CharField(max_length=300, blank=True)
    text = models.CharField("what to show", max_length=200)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    ended_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["clause__minute__meeting__on", "clause__minute__order", "clause__order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["clause", "item", "text"], condition=Q(ended_on__isnull=True), name="content_point_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(ended_because=""), name="content_point_ended_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Tick(models.Model):
    """A report answers a point, in a paragraph or on a page. What was taken back stays on record."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="ticks")
    point = models.ForeignKey(ContentPoint, models.PROTECT, related_name="ticks")
    where = models.CharField(max_length=120)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "point"], condition=Q(taken_back_on__isnull=True), name="tick_once_a_report"
            )
        ]

    def __str__(self) -> str:
        return f"{self.point}: {self.where}"
