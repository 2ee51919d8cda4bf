"""The rows of the tables on the pages of reminders."""

from collections.abc import Iterable, Sequence

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from govuk.templatetags.govuk import tag
from govuk.words import short_date
from reminders.domain.preview import Told, WouldGo
from reminders.enums import MailState, ReminderState
from reminders.models import Mail, Reminder
from reminders.timetable import Timetable, say

TONES = {
    MailState.READY: "waiting",
    MailState.CLAIMED: "waiting",
    MailState.SENT: "met",
    MailState.UNCONFIRMED: "due",
    MailState.FAILED: "late",
    MailState.CANCELLED: "waived",
    ReminderState.OWED: "waiting",
    ReminderState.MAILED: "met",
    ReminderState.SUPERSEDED: "waived",
    ReminderState.CANCELLED: "waived",
    ReminderState.UNDELIVERABLE: "late",
}
URGENT = " (urgent, a mail of its own)"


def preview_rows(mails: Iterable[WouldGo]) -> list[list]:
    """To whom, what, and why."""
    return [[f"{mail.recipient}{URGENT if mail.urgent else ''}", _told(mail.reminders)] for mail in mails]


def mail_row(mail: Mail) -> list:
    """A mail that was made, with its fate."""
    return [
        format_html('<a class="govuk-link" href="{}">{}</a>', reverse("reminder_mail", args=[mail.pk]), mail.subject),
        str(mail.recipient),
        short_date(mail.on),
        fate(mail),
    ]


def kept_back_row(reminder: Reminder) -> list:
    """A reminder that did not go, with why."""
    return [
        _link(reminder.path, reminder.title),
        str(reminder.recipient),
        short_date(reminder.planned_on),
        fate(reminder),
    ]


def reminder_row(reminder: Reminder) -> list:
    """A reminder of a mail, with why it was due and its fate."""
    return [_link(reminder.path, reminder.title), reminder.why, fate(reminder)]


def timetable_rows(timetable: Timetable) -> list[list]:
    """The timetable in force, with the source of its numbers."""
    return [
        [row.kind.label, capfirst(row.told), capfirst("; ".join(map(say, row.steps))), _sources(row.steps)]
        for row in timetable.rows.values()
    ]


def fate(record: Mail | Reminder) -> SafeString:
    """A state as a tag, with what is known of it."""
    drawn = render_to_string("govuk/tag.html", tag(record.get_state_display(), TONES[record.state]))
    words = record.because if isinstance(record, Reminder) else record.outcome
    return format_html("{} {}", drawn, words)


def _told(reminders: Sequence[Told]) -> SafeString:
    lines = ((_link(told.path, told.line.title), told.line.group.label, told.why) for told in reminders)
    items = format_html_join("", "<li>{} ({})<br>{}</li>", lines)
    return format_html('<ul class="govuk-list govuk-!-margin-bottom-0">{}</ul>', items)


def _link(path: str, text: str) -> SafeString:
    return format_html('<a class="govuk-link" href="{}">{}</a>', path, text)


def _sources(steps: Iterable) -> str:
    return "; ".join(dict.fromkeys(step.source for step in steps))
