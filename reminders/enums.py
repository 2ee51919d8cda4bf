"""The lives of reminders and mails."""

from django.db.models import TextChoices


class ReminderState(TextChoices):
    """The life of one reminder."""

    OWED = "owed", "Waiting to go"
    MAILED = "mailed", "In a mail"
    SUPERSEDED = "superseded", "Overtaken by a later step"
    CANCELLED = "cancelled", "No longer needed"
    UNDELIVERABLE = "undeliverable", "No address"


class MailState(TextChoices):
    """The life of one mail."""

    READY = "ready", "Ready"
    CLAIMED = "claimed", "Being sent"
    SENT = "sent", "Sent"
    UNCONFIRMED = "unconfirmed", "Sent once more, unconfirmed"
    FAILED = "failed", "Failed"
