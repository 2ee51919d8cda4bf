"""What was taken from a council's ModernGov: each run with its age, each meeting it knows, each record that failed."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from council.calendar import now
from intake.models.readings import Reading
from jobs.work import Work, WorkState


class SyncRun(Work):
    """One run over a ModernGov service: for which days, when, and how many meetings were new, changed or as known."""

    address = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField()
    committees = models.JSONField("numbers of committees in the service", default=list, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)
    fresh = models.PositiveIntegerField("new", default=0)
    changed = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField("as known", default=0)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["address"], condition=models.Q(state=WorkState.WAITING), name="sync_run_one_at_a_time"
            )
        ]

    def __str__(self) -> str:
        failed = self.failures.count()
        said = f"{self.fresh} new, {self.changed} changed, {self.known} as known"
        return f"{said}, {failed} failed" if failed else said

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("sync_run", args=[self.pk])


class SyncFailure(models.Model):
    """A record that a run could not take: what it is, and why."""

    run = models.ForeignKey(SyncRun, models.CASCADE, related_name="failures")
    what = models.CharField(max_length=300)
    reason = models.CharField(max_length=500)
    code = models.CharField(max_length=40)
    stopped = models.BooleanField("the run ended with it", default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.what}: {self.reason}"


class SyncedMeeting(models.Model):
    """A meeting of a ModernGov service: the hash of what it said last, and where that is under review."""

    address = models.CharField(max_length=300)
    service_id = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    page = models.CharField("the page anybody can open", max_length=500)
    reading = models.ForeignKey(Reading, models.SET_NULL, null=True, blank=True, related_name="synced")
    run = models.ForeignKey(SyncRun, models.CASCADE, related_name="meetings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["address", "service_id"], name="synced_meeting_once")]

    def __str__(self) -> str:
        return f"Meeting {self.service_id} of {self.address}"
