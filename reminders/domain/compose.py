"""Making mails of what is owed: one a person a day, and one at once for what is urgent. Nothing is sent here."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.db import transaction

from council.models import Person
from council.profile import profile
from deadlines.calendar import Calendar
from reminders.domain.letters import Letter, write_letter
from reminders.domain.need import Need, ask, cancel
from reminders.domain.words import line
from reminders.enums import MailKind, MailState, ReminderState
from reminders.models import Mail, Reminder

log = logging.getLogger(__name__)


def compose(*, on: date, calendar: Calendar) -> int:
    """Make the mails of a working day from every reminder that waits and is still needed; count those that failed.

    Whoever had today's mail already waits for tomorrow's, but for what is urgent. One person's mail that cannot be
    made is logged and counted; the others are made all the same.
    """
    waiting = list(Reminder.objects.filter(state=ReminderState.OWED).order_by("pk"))
    needs = ask(waiting, today=on)
    cancel(needs, among=ReminderState.OWED)
    served = served_on(on)
    faults = 0
    for (recipient_id, urgent), reminders in _by_mail(waiting, needs).items():
        if urgent or recipient_id not in served:
            faults += not _made(recipient_id, urgent, reminders, needs, on, calendar)
    return faults


def served_on(day: date) -> set[int]:
    """Who has the mail of a day already."""
    daily = Mail.objects.filter(kind=MailKind.DAILY, on=day).exclude(state=MailState.CANCELLED)
    return set(daily.values_list("recipient", flat=True))


def letter_for(
    recipient: Person,
    reminders: Iterable[Reminder],
    needs: Mapping[int, Need],
    *,
    on: date,
    urgent: bool,
    calendar: Calendar,
) -> Letter:
    """The letter that tells somebody of these reminders, as things stand."""
    needed = sorted((needs[one.pk] for one in reminders), key=lambda need: need.duty.order)
    lines = [
        line(need.duty, need.addressee.because, on=on, calendar=calendar, site=settings.SITE_URL) for need in needed
    ]
    return write_letter(lines, to=str(recipient), on=on, urgent=urgent, council=profile().name)


def new_message_id() -> str:
    """A Message-ID of the council's own domain."""
    return make_msgid(domain=parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or None)


def _by_mail(waiting: Iterable[Reminder], needs: Mapping[int, Need]) -> dict[tuple[int, bool], list[Reminder]]:
    found = defaultdict(list)
    for one in waiting:
        if needs[one.pk].duty is not None:
            found[one.recipient_id, one.urgent].append(one)
    return found


def _made(recipient_id: int, urgent: bool, reminders: list[Reminder], needs, on: date, calendar: Calendar) -> bool:
    try:
        with transaction.atomic():
            _make(recipient_id, urgent, reminders, needs, on, calendar)
    except Exception:
        log.exception("the mail to person %s could not be made", recipient_id)
        return False
    return True


def _make(recipient_id: int, urgent: bool, reminders: list[Reminder], needs, on: date, calendar: Calendar) -> None:
    numbers = [one.pk for one in reminders]
    still = Reminder.objects.select_for_update().filter(pk__in=numbers, state=ReminderState.OWED)
    locked = list(still.order_by("pk"))
    if not locked:
        return
    recipient = Person.objects.get(pk=recipient_id)
    letter = letter_for(recipient, locked, needs, on=on, urgent=urgent, calendar=calendar)
    mail = Mail.objects.create(
        recipient=recipient,
        kind=MailKind.URGENT if urgent else MailKind.DAILY,
        on=on,
        message_id=new_message_id(),
        address=recipient.email,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
    )
    mail.reminders.set(locked)
    Reminder.objects.filter(pk__in=[one.pk for one in locked]).update(state=ReminderState.MAILED)
