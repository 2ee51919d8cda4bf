"""What was minuted, exactly as printed."""

from django.db import models

from committees.enums import Attended, ClauseSort
from committees.models.meetings import Meeting
from committees.models.papers import Paper
from council.models import Person


class AgendaLine(models.Model):
    """One line of a meeting's agenda, as printed."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    number = models.CharField(max_length=12)
    title = models.CharField(max_length=300)
    report_of = models.CharField(max_length=300, blank=True)
    pages = models.CharField(max_length=30, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="agenda_lines")
    replaced_by = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="lines_replaced")
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


class OtherWording(models.Model):
    """How another paper prints a clause that is on record: a draft and the final minutes can differ, and both stay."""

    clause = models.ForeignKey(Clause, models.CASCADE, related_name="other_wordings")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="other_wordings")
    text = models.TextField()
    line = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["clause", "paper"], name="other_wording_once_a_paper")]

    def __str__(self) -> str:
        return self.text


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
