"""Reminders: one row for each person, thing and step."""

from django.db import models

from council.models import Body, Person
from reminders.enums import Kind, ReminderState, SubjectKind


class Reminder(models.Model):
    """One step of one duty, for one person. The unique key is the guarantee that nobody is told twice.

    ``slip_no`` is how often the due date had moved: a moved date starts the steps anew, also when it moves back.
    ``title`` and ``path`` are all that is kept of the subject; what is exempt never comes here.
    """

    kind = models.CharField(max_length=30, choices=Kind)
    subject_kind = models.CharField(max_length=30, choices=SubjectKind)
    subject_id = models.PositiveBigIntegerField()
    step = models.CharField(max_length=60)
    slip_no = models.PositiveSmallIntegerField(default=0)
    recipient = models.ForeignKey(Person, models.PROTECT, related_name="reminders")
    state = models.CharField(max_length=20, choices=ReminderState, default=ReminderState.OWED)
    because = models.CharField("why it is in this state", max_length=300, blank=True)
    urgent = models.BooleanField(default=False)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="reminders")
    title = models.CharField(max_length=250)
    path = models.CharField(max_length=200)
    counts_from = models.DateField("date the step counts from", null=True)
    why = models.CharField("why this person, why now", max_length=400)
    planned_on = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_kind", "subject_id", "step", "slip_no", "recipient"], name="reminder_once"
            ),
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="reminder_subject"),
            models.Index(fields=["recipient"], condition=models.Q(state="owed"), name="reminder_owed"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.step}: {self.title}"
