"""Meetings, where they are held, and the dates that lead to them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from committees.enums import DECIDING_KINDS, Counting, MeetingKind, MeetingState, Stage
from council.calendar import now
from council.models import Body, MunicipalYear, Person
from council.models.recognised import Recognised
from council.names import fold_place
from council.obligation import Obligation, Slip


class Venue(Recognised):
    """A place where meetings are held, under all the names papers give it."""

    named_in, folded_by = "name", staticmethod(fold_place)

    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["name"]


class VenueAlias(Recognised):
    """Another way papers print a venue, with the room where they name one."""

    named_in, folded_by = "text", staticmethod(fold_place)

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=250)
    room = models.CharField(max_length=120, blank=True)


class Cycle(models.Model):
    """A committee's own offsets for the stages of a report; the papers give none, so each is a setting."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="cycle")
    stage = models.CharField(max_length=20, choices=Stage)
    number = models.PositiveSmallIntegerField()
    counting = models.CharField(max_length=30, choices=Counting)
    source = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["body", "stage"], name="cycle_stage_once")]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}: {self.number} {self.get_counting_display()}"


class MeetingQuerySet(models.QuerySet):
    """Meetings by kind and time."""

    def deciding(self):
        """Formal, special and call-in meetings: the ones that can resolve (Protocol 8.3)."""
        return self.filter(kind__in=DECIDING_KINDS).exclude(state=MeetingState.CANCELLED)

    def informal(self):
        """Everything that cannot resolve: informal meetings, visits, training, workshops."""
        return self.exclude(kind__in=DECIDING_KINDS)

    def after(self, day):
        """Later than ``day``."""
        return self.filter(on__gt=day)


class Meeting(models.Model):
    """A meeting of a body, of whatever kind; without a date while it is to be arranged."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=20, choices=MeetingKind, default=MeetingKind.FORMAL)
    state = models.CharField(max_length=20, choices=MeetingState, default=MeetingState.ARRANGED)
    title = models.CharField(max_length=300, blank=True, help_text="What an informal meeting or visit is about.")
    detail = models.TextField(blank=True)
    year = models.ForeignKey(MunicipalYear, models.PROTECT, related_name="meetings")
    on = models.DateField("date", null=True, blank=True)
    at = models.TimeField("time", null=True, blank=True)
    when_text = models.CharField("when, as printed", max_length=200, blank=True)
    venue = models.ForeignKey(Venue, models.PROTECT, null=True, blank=True, related_name="meetings")
    room = models.CharField(max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    cancelled_because = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=0)

    objects = MeetingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["on", "at", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "on"],
                condition=Q(kind__in=[kind.value for kind in DECIDING_KINDS]) & ~Q(state="cancelled"),
                name="meeting_one_formal_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[kind.value for kind in DECIDING_KINDS]) | Q(on__isnull=False),
                name="meeting_formal_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title or self.body.called}, {self.when}"

    @property
    def decides(self) -> bool:
        """Whether it can resolve (Protocol 8.3)."""
        return self.kind in DECIDING_KINDS

    @property
    def when(self) -> str:
        """Its date in words, or what the papers say in place of one."""
        if self.on:
            return f"{self.on.day} {self.on:%B %Y}"
        return self.when_text or self.get_state_display().lower()

    @property
    def where(self) -> str:
        """Its room and venue as one reads them: Birkdale Room, Town Hall, Southport."""
        return ", ".join(part for part in (self.room, str(self.venue or "")) if part)

    @property
    def in_words(self) -> str:
        """How a sentence names it: “Visit to the pier”, or the meeting of 14 November 2023."""
        return f"“{self.title}”" if self.title else f"the meeting of {self.when}"

    def is_over(self, today) -> bool:
        """Whether it was held, was cancelled, or its day has passed."""
        ended = self.state in {MeetingState.HELD, MeetingState.CANCELLED}
        return ended or (self.on is not None and self.on < today)


class MeetingMove(models.Model):
    """A meeting moved: from, to, why, by whom."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="moves")
    from_on = models.DateField(null=True)
    to_on = models.DateField()
    why = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.from_on} > {self.to_on}: {self.why}"


class Organiser(models.Model):
    """Somebody who arranges an informal meeting or visit."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="organisers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="organising")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="organiser_once")]

    def __str__(self) -> str:
        return str(self.person)


class StageDate(models.Model):
    """The day a stage is due for one meeting: computed by its committee's cycle, or overridden with a reason."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="stage_dates")
    stage = models.CharField(max_length=20, choices=Stage)
    computed_on = models.DateField()
    why = models.CharField(max_length=300)
    overridden_on = models.DateField(null=True, blank=True)
    overridden_because = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "stage"], name="stage_date_once"),
            models.CheckConstraint(
                condition=Q(overridden_on__isnull=True) | ~Q(overridden_because=""), name="stage_date_override_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}: {self.on}"

    @property
    def on(self):
        """The day in force."""
        return self.overridden_on or self.computed_on


class Publication(Obligation):
    """The duty to open a meeting's agenda and reports five clear days before it; the committee's officers owe it."""

    kind = "publication"
    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="publication")

    def __str__(self) -> str:
        return f"Agenda for {self.meeting}"


class PublicationSlip(Slip):
    """A move of an agenda's publication date."""

    obligation = models.ForeignKey(Publication, models.CASCADE, related_name="slips")
