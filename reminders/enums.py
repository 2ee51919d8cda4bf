"""The kinds and lives of reminders and mails."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """What somebody is reminded of: one row of the timetable each."""

    REPORT_STAGE = "report_stage", "Report stage due"
    PUBLICATION = "publication", "Agenda publication"
    ACTION = "action", "Action due"
    ACTION_LINE_POST = "action_line_post", "Action overdue: line post"
    ACTION_CHAIR = "action_chair", "Action overdue: chair"
    ACTION_NO_DATE = "action_no_date", "Action with no date"
    IMPLEMENTATION_UPDATE = "implementation_update", "Six-month implementation update"
    WRITTEN_ANSWER = "written_answer", "Written answer due"
    COMPLETION_PROPOSED = "completion_proposed", "Completion proposed"
    DELIVERY_FAILED = "delivery_failed", "Delivery failed"


class SubjectKind(TextChoices):
    """What a reminder is about."""

    REPORT_STAGE = "report_stage", "Report stage"
    PUBLICATION = "publication", "Publication"
    ACTION = "action", "Action"
    IMPLEMENTATION_UPDATE = "implementation_update", "Implementation update"
    WRITTEN_ANSWER = "written_answer", "Written answer"
    MAIL = "mail", "Mail"


class ReminderState(TextChoices):
    """The life of one reminder."""

    OWED = "owed", "Waiting to go"
    MAILED = "mailed", "In a mail"
    SUPERSEDED = "superseded", "Overtaken by a later step"
    CANCELLED = "cancelled", "No longer needed"
    UNDELIVERABLE = "undeliverable", "No address"


class MailKind(TextChoices):
    """Why a mail was made."""

    DAILY = "daily", "Mail of the day"
    URGENT = "urgent", "Urgent"
    AGAIN = "again", "Sent again by an officer"


class MailState(TextChoices):
    """The life of one mail."""

    READY = "ready", "Waiting to be sent"
    CLAIMED = "claimed", "Being sent"
    SENT = "sent", "Sent"
    UNCONFIRMED = "unconfirmed", "Sent once more, unconfirmed"
    FAILED = "failed", "Failed"
    CANCELLED = "cancelled", "No longer needed"


WENT = (MailState.SENT, MailState.UNCONFIRMED)


class Group(TextChoices):
    """The headings of a mail, in their order."""

    OVERDUE = "overdue", "Overdue"
    THIS_WEEK = "this_week", "This week"
    COMING = "coming", "Coming"
    NO_DATE = "no_date", "Without a date"
    TO_DECIDE = "to_decide", "Waiting for you"
