"""What was minuted, exactly as printed, and the papers it was read from."""

from django.conf import settings
from django.db import models

from committees.enums import Attended, ClauseSort
from committees.models.meetings import Meeting
from council.calendar import now
from council.models import Body, Person


class Paper(models.Model):
    """A paper that was put on record: what it is called, its hash, who adopted it, when, and what it was read as."""

    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="papers")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, unique=True)
    read_as = models.CharField(max_length=20)
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    adopted_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-adopted_at"]

    def __str__(self) -> str:
        return self.name


class PaperWarning(models.Model):
    """Something the reader found wrong in a paper, for an officer to decide."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="warnings")
    code = models.CharField(max_length=40)
    line = models.PositiveIntegerField(null=True)
    text = models.CharField(max_length=500)

    class Meta:
        ordering = ["line", "pk"]

    def __str__(self) -> str:
        return self.text


class AgendaLine(models.Model):
    """One line of a meeting's agenda, as printed."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    number = models.CharField(max_length=12)
    title = models.CharField(max_length=300)
    report_of = models.CharField(max_length=300, blank=True)
    pages = models.CharField(max_length=30, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="agenda_lines")
    line = models.PositiveIntegerField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="agenda_line_once")]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Minute(models.Model):
    """One minute of a meeting."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="minutes")
    number = models.CharField(max_length=12)
    title = models.CharField(max_length=300)
    report_of = models.CharField(max_length=300, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="minutes")
    line = models.PositiveIntegerField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="minute_once")]

    def __str__(self) -> str:
        return f"Minute {self.number} of {self.meeting.when}"


class Clause(models.Model):
    """One clause of a resolution. Its text is never edited; ``path`` is minute, then labels: ``6/2/a``."""

    minute = models.ForeignKey(Minute, models.PROTECT, related_name="clauses")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=60)
    label = models.CharField(max_length=30, blank=True)
    text = models.TextField()
    sort = models.CharField(max_length=30, choices=ClauseSort, default=ClauseSort.OTHER)
    same_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="repeated_in")
    line = models.PositiveIntegerField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["minute__order", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["minute", "path"], name="clause_once")]

    def __str__(self) -> str:
        return f"{self.cited} of {self.minute.meeting.when}"

    @property
    def cited(self) -> str:
        """As minutes cite it: ``6/2/a`` is "6 (2) (a)"."""
        number, *labels = self.path.split("/")
        return " ".join([number, *(f"({label})" for label in labels)])

    @property
    def anchor(self) -> str:
        """Where it stands on the page of its minutes: ``6/2/a`` at ``#c-6-2-a``."""
        return f"c-{self.path.replace('/', '-')}"

    @property
    def depth(self) -> int:
        """How deep it stands below its minute; 0 for a resolution that is one clause."""
        return self.path.count("/")


class IssueRaised(models.Model):
    """A bullet of members' questions; a suggestion in it is offered, never taken as resolved."""

    minute = models.ForeignKey(Minute, models.CASCADE, related_name="issues")
    text = models.TextField()
    is_suggestion = models.BooleanField(default=False)
    taken_up_by = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="takes_up")
    line = models.PositiveIntegerField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.text


class Attendance(models.Model):
    """Who was there, or sent apologies, as printed; linked to a person where the record knows one."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")
    printed = models.CharField(max_length=200)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="attendance")
    attended = models.CharField(max_length=20, choices=Attended)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["meeting", "printed"], name="attendance_once")]

    def __str__(self) -> str:
        return self.printed
