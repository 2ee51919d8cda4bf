"""Mails: what is sent to whom, stored before the first attempt."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from council.models import Person
from jobs.lease import Leased, LeasedQuerySet
from reminders.enums import MailKind, MailState
from reminders.models.reminders import Reminder


class Mail(Leased):
    """One mail: its Message-ID, words and list of reminders stand here before anybody tries to send it.

    ``repeated`` says that an attempt was once left without a known end, so that the mail went out again, under the
    same Message-ID, and cannot be confirmed.
    """

    recipient = models.ForeignKey(Person, models.PROTECT, related_name="mails")
    kind = models.CharField(max_length=10, choices=MailKind, default=MailKind.DAILY)
    on = models.DateField("for the day")
    state = models.CharField(max_length=20, choices=MailState, default=MailState.READY)
    message_id = models.CharField(max_length=200, unique=True)
    address = models.CharField(max_length=254)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    reminders = models.ManyToManyField(Reminder, related_name="mails")
    repeated = models.BooleanField(default=False)
    again_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="sent_again_as")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = LeasedQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "on"],
                condition=Q(kind="daily") & ~Q(state="cancelled"),
                name="mail_one_a_person_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="claimed") | Q(claimed_at__isnull=False), name="mail_claimed_says_when"
            ),
        ]
        indexes = [
            models.Index(fields=["state"], condition=Q(state__in=["ready", "claimed"]), name="mail_to_send"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}, {self.recipient}"
