"""Sending a mail again because an officer asks for it."""

from django.db import transaction

from council.calendar import office_calendar, today
from council.refusal import Refusal
from reminders.domain.compose import letter_for, new_message_id
from reminders.domain.need import ask
from reminders.enums import MailKind, ReminderState
from reminders.models import Mail, Reminder
from reminders.rules import can_go_again


@transaction.atomic
def send_again(*, mail: Mail, by) -> Mail:
    """Make a new mail of what is still needed in one that went or failed; the next sweep sends it.

    It has its own Message-ID and goes to the address the person has now. ``by`` is the officer who asks.
    Raises ``Refusal`` where the mail is still on its way or went again already, where nothing in it is needed any more,
    and where the person has no address.
    """
    mail = Mail.objects.select_for_update(of=("self",)).select_related("recipient").get(pk=mail.pk)
    if not can_go_again(mail):
        raise Refusal("This mail is still on its way, or was sent again already.")
    if not mail.recipient.email:
        raise Refusal(f"{mail.recipient} has no e-mail address. Give one first.")
    reminders = list(mail.reminders.order_by("pk"))
    needs = ask(reminders, today=today())
    needed = [one for one in reminders if needs[one.pk].duty is not None]
    if not needed:
        raise Refusal("Nothing in this mail is needed any more, so it does not go again.")
    return _make(mail, needed, needs, by)


def _make(mail: Mail, needed: list[Reminder], needs, by) -> Mail:
    on = today()
    letter = letter_for(mail.recipient, needed, needs, on=on, urgent=False, calendar=office_calendar())
    again = Mail.objects.create(
        recipient=mail.recipient,
        kind=MailKind.AGAIN,
        on=on,
        message_id=new_message_id(),
        address=mail.recipient.email,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        again_of=mail,
        asked_by=by,
    )
    again.reminders.set(needed)
    Reminder.objects.filter(pk__in=[one.pk for one in needed]).update(state=ReminderState.MAILED, because="")
    return again
