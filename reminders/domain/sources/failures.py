"""Mails that could not be delivered: told at once to officers of the committees they were about."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from reminders.domain.duties import Addressee, Duty, plain
from reminders.domain.roll import Roll
from reminders.domain.sources.source import Source
from reminders.enums import Kind, MailState, SubjectKind
from reminders.models import Mail


def duties(asked: Q, roll: Roll, today: date) -> Iterator[Duty]:
    """Failed mails that were not sent again, other than those that only told of a failure themselves."""
    failed = Mail.objects.filter(asked, state=MailState.FAILED, sent_again_as__isnull=True)
    about = failed.exclude(reminders__kind=Kind.DELIVERY_FAILED).order_by("pk")
    rows = about.values_list("pk", "on", "recipient_id", "recipient__name", "reminders__body_id").distinct()
    by_mail: dict[int, tuple] = {}
    bodies: dict[int, set[int | None]] = {}
    for pk, on, recipient_id, name, body_id in rows:
        by_mail[pk] = (on, recipient_id, name)
        bodies.setdefault(pk, set()).add(body_id)
    for pk, (on, recipient_id, name) in by_mail.items():
        told = [one for body_id in sorted(bodies[pk], key=str) for one in roll.others(body_id, recipient_id)]
        yield _duty(pk, on, name, told)


def _duty(pk: int, on: date, name: str, told: list[Addressee]) -> Duty:
    return Duty(
        kind=Kind.DELIVERY_FAILED,
        subject_kind=SubjectKind.MAIL,
        subject_id=pk,
        ref=f"mail {pk}",
        title=plain(f"The mail to {name} of {on.day} {on:%B %Y} could not be delivered"),
        path="/reminders/",
        body_id=None,
        counts_from=None,
        told=told,
    )


SOURCE = Source(
    Kind.DELIVERY_FAILED, SubjectKind.MAIL, duties, Mail.objects.all(), "state", MailState, answerable=False
)
