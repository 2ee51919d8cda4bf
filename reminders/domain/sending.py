"""Sending the mails that wait: claimed, asked for their need once more, sent outside any transaction, recorded."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from deadlines.calendar import Calendar
from jobs.lease import claim, settle, wait_after
from reminders.domain.compose import letter_for
from reminders.domain.delivery import Answer, deliver
from reminders.domain.need import NOT_ASKED, Need, ask, cancel
from reminders.enums import MailKind, MailState, ReminderState
from reminders.models import Mail, Reminder

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 20
NOT_NEEDED = "Nothing in it was needed any more."
NOT_REPEATED = "It may have gone; nothing in it was needed any more, so it was not sent again."
UNKNOWN_TWICE = "It was tried twice under one Message-ID, and neither attempt came to a known end."


@dataclass
class Tally:
    """How many mails went and how many came to their end without going."""

    sent: int = 0
    failed: int = 0
    faults: int = 0


def send_waiting(*, on: date, calendar: Calendar) -> Tally:
    """Send every mail whose time has come, then those whose claim is stale, once more.

    A mail that cannot be sent stops none of the others; a server that does not answer ends this pass, and all wait.
    """
    tally = Tally()
    for mail in _to_send(timezone.now()):
        try:
            answer = _send(mail, on, calendar, tally)
        except Exception:
            log.exception("mail %s could not be sent", mail.pk)
            tally.faults += 1
            _try_later(mail, "It could not be put together; the error is in the log.")
            continue
        if answer == Answer.NO_SERVER:
            log.warning("the mail server does not answer; mail waits")
            break
    return tally


def _to_send(now: datetime) -> Iterator[Mail]:
    with_recipient = Mail.objects.select_related("recipient")
    yield from list(with_recipient.filter(state=MailState.READY).ready(now).order_by("pk"))
    yield from list(with_recipient.filter(state=MailState.CLAIMED).stale(now).order_by("pk"))


def _send(mail: Mail, on: date, calendar: Calendar, tally: Tally) -> Answer | None:
    stale = mail.state == MailState.CLAIMED
    if stale and mail.repeated:
        settle(mail, state=MailState.UNCONFIRMED, outcome=UNKNOWN_TWICE)
        return None
    if not claim(mail, now=timezone.now(), state=MailState.CLAIMED, repeated=mail.repeated or stale):
        return None
    if not _still_needed(mail, on, calendar):
        return None
    answer, said = deliver(mail)
    _record(mail, answer, said, tally)
    return answer


def _still_needed(mail: Mail, on: date, calendar: Calendar) -> bool:
    reminders = list(mail.reminders.order_by("pk"))
    needs = ask(reminders, today=on)
    if any(need.unknown for need in needs.values()):
        _try_later(mail, NOT_ASKED)
        return False
    cancel(needs, among=ReminderState.MAILED)
    needed = [one for one in reminders if needs[one.pk].duty is not None]
    if not needed:
        settle(mail, **_not_needed(mail))
        return False
    if len(needed) < len(reminders):
        _write_anew(mail, needed, needs, on, calendar)
    return True


def _not_needed(mail: Mail) -> dict:
    if mail.repeated:
        return {"state": MailState.UNCONFIRMED, "outcome": NOT_REPEATED}
    return {"state": MailState.CANCELLED, "outcome": NOT_NEEDED}


def _write_anew(mail: Mail, needed: list[Reminder], needs: dict[int, Need], on: date, calendar: Calendar) -> None:
    urgent = mail.kind == MailKind.URGENT
    letter = letter_for(mail.recipient, needed, needs, on=on, urgent=urgent, calendar=calendar)
    mail.subject, mail.text, mail.html = letter.subject, letter.text, letter.html
    mail.save(update_fields=["subject", "text", "html"])
    if not mail.repeated:
        mail.reminders.set(needed)


def _record(mail: Mail, answer: Answer, said: str, tally: Tally) -> None:
    if answer == Answer.TAKEN:
        state = MailState.UNCONFIRMED if mail.repeated else MailState.SENT
        tally.sent += settle(mail, state=state, sent_at=timezone.now(), outcome="")
    elif answer == Answer.NEVER or (answer == Answer.LATER and mail.attempts >= MOST_ATTEMPTS):
        tally.failed += settle(mail, state=MailState.FAILED, outcome=said)
    elif answer == Answer.UNKNOWN:
        # The claim stands: the server may have taken it, and only the lease's end says that nobody will ever know.
        Mail.objects.filter(pk=mail.pk, attempts=mail.attempts).update(outcome=said)
    else:
        _try_later(mail, said)


def _try_later(mail: Mail, outcome: str) -> None:
    again = timezone.now() + wait_after(mail.attempts)
    settle(mail, state=MailState.READY, next_try_at=again, outcome=outcome)
