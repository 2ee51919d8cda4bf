"""Who sits on a committee, from when to when."""

from datetime import date

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from committees.enums import SeatRole, Voting
from council.models import Body, Person


class SeatQuerySet(models.QuerySet):
    """Seats by time."""

    def on(self, day: date):
        """The seats in force on a day."""
        return self.during(day, day)

    def during(self, from_on: date | None, to_on: date | None):
        """The seats in force on any day of a term; a term without a first or last day is open at that end."""
        started = Q(from_on__isnull=True) | Q(from_on__lte=to_on) if to_on else Q()
        lasting = Q(to_on__isnull=True) | Q(to_on__gte=from_on) if from_on else Q()
        return self.filter(started & lasting)


class Seat(models.Model):
    """A place on a committee: a member, substitute, co-opted or advisory member; vacant where nobody holds it."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="seats")
    role = models.CharField(max_length=20, choices=SeatRole)
    represents = models.CharField(max_length=200, blank=True)
    substitute_for = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="substitutes")
    voting = models.CharField(max_length=20, choices=Voting, default=Voting.NOT_STATED)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    objects = SeatQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "person"],
                condition=Q(to_on__isnull=True, person__isnull=False),
                name="seat_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or 'Vacant'}, {self.get_role_display()}"

    @property
    def is_vacant(self) -> bool:
        """Nobody holds it."""
        return self.person_id is None
