"""What comes back: a committee's standing and regular items, by which rule, and where one was left out."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from committees.models import Clause, Meeting
from council.calendar import now
from council.models import Body, Person, Portfolio, Post
from workprogramme.enums import Purpose, Recurrence, Returns, Route


class SeriesQuerySet(models.QuerySet):
    """Series by time."""

    def live_on(self, day: date):
        """Those that come back on a day."""
        return self.live_in(day, day)

    def live_in(self, first: date, last: date):
        """Those that come back on some day of a stretch of time."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=first), from_on__lte=last)


class Series(models.Model):
    """An item of a committee that comes back: standing at every formal meeting, or regular by a rule.

    What stands on an agenda is an ``Item`` of its own, with its own authors and state; the series is what makes them
    one thing, whatever each is called. ``portfolios`` are those whose Cabinet Members give it as their update report
    (Protocol 4.1). ``months`` and ``counts_from`` are for what comes back some months after a day.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="series")
    title = models.CharField(max_length=300)
    returns = models.CharField("how often", max_length=20, choices=Returns)
    from_on = models.DateField("from")
    until_on = models.DateField("until", null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)
    counts_from = models.DateField(null=True, blank=True)
    months = models.PositiveSmallIntegerField("months after that day", default=6)
    origin_clause = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="series")
    portfolios = models.ManyToManyField(Portfolio, blank=True, related_name="series")
    purpose = models.CharField(max_length=20, choices=Purpose, default=Purpose.NOT_STATED)
    route = models.CharField(max_length=20, choices=Route, default=Route.FORMAL)
    report_of = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="series")
    organisation = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="series_written")
    version = models.PositiveIntegerField(default=0)

    objects = SeriesQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "series"
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=models.F("from_on")), name="series_ends_after"
            ),
            models.CheckConstraint(
                condition=Q(ended_because="") | Q(until_on__isnull=False), name="series_ended_on_a_day"
            ),
            models.CheckConstraint(
                condition=~Q(returns=Returns.AFTER) | Q(counts_from__isnull=False), name="series_after_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def recurrence(self) -> str:
        """What its items say of how often they come: standing, regular, or once."""
        if self.returns == Returns.AFTER:
            return Recurrence.ONCE
        return Recurrence.STANDING if self.returns == Returns.EVERY_MEETING else Recurrence.REGULAR

    def is_live_on(self, day: date) -> bool:
        """Whether it comes back on a day."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


class SeriesAuthor(models.Model):
    """Somebody who writes the next of its reports; those already planned keep their own authors."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="authors")
    person = models.ForeignKey(Person, models.PROTECT, related_name="series_authored")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["series", "person"], name="series_author_once")]

    def __str__(self) -> str:
        return str(self.person)


class LeftOut(models.Model):
    """An item that was expected is not to come this time: at a meeting, or in the stretch that begins on a day."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="left_out")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="series_left_out")
    from_on = models.DateField(null=True, blank=True)
    because = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name_plural = "left out"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["series", "meeting"], name="left_out_once_a_meeting"),
            models.UniqueConstraint(fields=["series", "from_on"], name="left_out_once_a_stretch"),
            models.CheckConstraint(
                condition=Q(meeting__isnull=True, from_on__isnull=False)
                | Q(meeting__isnull=False, from_on__isnull=True),
                name="left_out_of_one_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} left out: {self.because}"
