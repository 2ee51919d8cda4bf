"""Committees merged, split and renamed: who decided it, when, why, and what went where."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from committees.models.minutes import Clause
from council.calendar import now
from council.enums import Reorganised
from council.models import Body


class Reorganisation(models.Model):
    """One decision to merge, split or rename committees, carried out. Rows are added, never changed.

    ``ended`` are the committees that came to their end, ``into`` those that continue them; one that was renamed is the
    same committee, under the name ``now_called``.
    """

    how = models.CharField(max_length=20, choices=Reorganised)
    from_on = models.DateField("first day")
    ended = models.ManyToManyField(Body, related_name="ended_by")
    into = models.ManyToManyField(Body, related_name="came_by")
    was_called = models.CharField(max_length=250, blank=True)
    now_called = models.CharField(max_length=250, blank=True)
    why = models.CharField(max_length=300)
    decided_in = models.CharField("decision, as printed", max_length=200, blank=True)
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="reorganisations")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(how=Reorganised.RENAMED) | (~Q(was_called="") & ~Q(now_called="")),
                name="reorganisation_renamed_says_names",
            ),
            models.CheckConstraint(
                condition=~Q(decided_in="") | Q(clause__isnull=False), name="reorganisation_was_decided"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()} from {self.from_on.day} {self.from_on:%B %Y}"

    @property
    def decision(self) -> str:
        """By which decision: the clause where it is on record, else as printed."""
        return self.decided_in or f"{self.clause}, {self.clause.minute.meeting.body.called}"


class Passed(models.Model):
    """One thing that an ended committee passed on, or that ended with it (``after`` is nobody), and by which rule.

    ``number`` is its key among things of its ``sort``; which sorts there are, the rooms above say that hold them.
    """

    reorganisation = models.ForeignKey(Reorganisation, models.CASCADE, related_name="passed")
    sort = models.CharField(max_length=30)
    number = models.PositiveBigIntegerField()
    before = models.ForeignKey(Body, models.PROTECT, related_name="passed_on")
    after = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="taken_over")
    because = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "passed"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["reorganisation", "sort", "number", "after"], name="passed_once"),
        ]
        indexes = [models.Index(fields=["sort", "number"], name="passed_of_a_thing")]

    def __str__(self) -> str:
        return f"{self.sort} {self.number}: {self.before} > {self.after or 'ended'}"
