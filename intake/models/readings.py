"""Readings: a paper read, or waiting to be read, and what of it went on record when."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from committees.models import Paper
from council.calendar import now
from council.models import Body
from jobs.work import Work, WorkState


class Reading(Work):
    """One paper's way through the review: waiting to be read, read into proposals, decided, put on record.

    ``text`` is what the file says, line by line; every line number of a proposal counts in it. ``committee`` is the
    name the paper prints, ``body`` the committee on record that is meant.
    """

    paper = models.OneToOneField(Paper, models.CASCADE, related_name="reading")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="readings")
    committee = models.CharField("committee as printed", max_length=250, blank=True)
    asked_kind = models.CharField("read as", max_length=20, default="auto")
    text = models.TextField(blank=True)
    refused = models.CharField("why it could not be read", max_length=500, blank=True)
    version = models.PositiveIntegerField(default=0)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.paper.name

    def get_absolute_url(self) -> str:
        """Its review."""
        return reverse("intake_reading", args=[self.pk])

    @property
    def is_read(self) -> bool:
        """Whether its proposals are there."""
        return self.state == WorkState.DONE


class Recording(models.Model):
    """One time that what was accepted went on record: by whom, when, and how many of what."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="recordings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)
    counts = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return ", ".join(f"{count} {what}" for what, count in self.counts.items() if count) or "nothing new"
