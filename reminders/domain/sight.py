"""What of a preview, and of the mails kept in files, an officer may see: what tells of their committees."""

from collections.abc import Iterable
from dataclasses import replace

from council.models import User
from council.rules import is_manager
from reminders.domain.mailbox import KeptMail
from reminders.domain.preview import Preview, WouldGo
from reminders.rules import committees_run, visible_mails


def preview_for(user: User, seen: Preview) -> Preview:
    """The preview as an officer sees it, mail by mail: a mail is shown whole or not at all. Managers see all of it."""
    if is_manager(user):
        return seen
    run = set(committees_run(user))

    def visible(mail: WouldGo) -> bool:
        return mail.recipient.pk == user.person_id or any(told.body_id in run for told in mail.reminders)

    return replace(
        seen,
        mails=list(filter(visible, seen.mails)),
        undeliverable=list(filter(visible, seen.undeliverable)),
        nobody=[duty for duty in seen.nobody if duty.body_id in run],
    )


def kept_for(user: User, mails: Iterable[KeptMail]) -> list[KeptMail]:
    """Those of the mails kept in files that the user may see. Managers see every file, known to the record or not."""
    mails = list(mails)
    if is_manager(user):
        return mails
    ids = [mail.message_id for mail in mails]
    known = set(visible_mails(user).filter(message_id__in=ids).values_list("message_id", flat=True))
    return [mail for mail in mails if mail.message_id in known]
