"""Sweeps: the proof that somebody looked."""

from django.db import models


class SweepRun(models.Model):
    """One pass over everything owed: when, for which day, what came of it, or why nothing was sent."""

    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    on = models.DateField("for the day")
    owed = models.PositiveIntegerField(default=0)
    sent = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    faults = models.PositiveIntegerField("records passed over because of an error", default=0)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.note or f"{self.owed} owed, {self.sent} mails sent, {self.failed} failed"
