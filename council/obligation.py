"""Obligation and Slip: the two shapes every room's duties share. Abstract; each room has its own tables."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from council.calendar import now
from council.models.bodies import Body, Post
from council.models.people import Person


class ObligationQuerySet(models.QuerySet):
    """What is owed, asked the same way of every kind of obligation."""

    def owed(self):
        """Neither met nor waived."""
        return self.filter(met_on__isnull=True, waived_because="")

    def overdue(self, today: date):
        """Owed, and its day has ended: a due day ends at midnight in London."""
        return self.owed().filter(due_on__lt=today)

    def without_date(self):
        """Owed, and nobody can say by when."""
        return self.owed().filter(due_on__isnull=True)


class Obligation(models.Model):
    """Something owed by a post, a person or a body by a day, with the rule that set the day.

    ``first_due_on`` is set with the first date and never changes. ``due_on`` changes only through the slip ledger
    (``council.domain.due_dates.move_due``). Late, due soon and overdue are derived, never stored.
    """

    kind: ClassVar[str]

    owed_by_post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="%(class)ss_owed")
    owed_by_person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="%(class)ss_owed")
    owed_by_body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="%(class)ss_owed")
    due_on = models.DateField("due", null=True, blank=True)
    first_due_on = models.DateField("first due", null=True, blank=True)
    why = models.CharField("how the date was worked out", max_length=300, blank=True)
    met_on = models.DateField("met", null=True, blank=True)
    waived_because = models.CharField(max_length=300, blank=True)
    slip_no = models.PositiveSmallIntegerField("times moved", default=0)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(owed_by_post__isnull=True, owed_by_person__isnull=True)
                | Q(owed_by_post__isnull=True, owed_by_body__isnull=True)
                | Q(owed_by_person__isnull=True, owed_by_body__isnull=True),
                name="%(app_label)s_%(class)s_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(first_due_on__isnull=False),
                name="%(app_label)s_%(class)s_first_due_kept",
            ),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(met_on__isnull=True), name="%(class)s_due")]

    @property
    def owed_by(self) -> Post | Person | Body | None:
        """Who owes it, or nobody where the minute names nobody."""
        return self.owed_by_post or self.owed_by_person or self.owed_by_body

    @property
    def is_owed(self) -> bool:
        """Neither met nor waived."""
        return self.met_on is None and not self.waived_because

    def is_late(self, today: date) -> bool:
        """Owed, and its day has ended."""
        return self.is_owed and self.due_on is not None and self.due_on < today


class Slip(models.Model):
    """One move of a due date: from, to, why, by whom, agreed by whom. Rows are added, never changed."""

    number = models.PositiveSmallIntegerField()
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)
    why = models.CharField(max_length=300)
    agreed_by = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["obligation", "number"], name="%(app_label)s_%(class)s_numbered"),
        ]

    def __str__(self) -> str:
        return f"{self.from_on} > {self.to_on}: {self.why}"
