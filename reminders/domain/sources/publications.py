"""Agenda publication: asked of the committee's officers."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from committees.enums import MeetingState
from committees.models import Publication
from deadlines.words import in_words
from reminders.domain.duties import Duty, plain
from reminders.domain.roll import Roll
from reminders.domain.sources.source import Source, built
from reminders.enums import Kind, SubjectKind

COLUMNS = (
    "pk",
    "due_on",
    "slip_no",
    "meeting_id",
    "meeting__on",
    "meeting__body_id",
    "meeting__body__name",
    "meeting__body__short_name",
)


def duties(asked: Q, roll: Roll, today: date) -> Iterator[Duty | None]:
    """Agendas not yet published of meetings that are still to be held."""
    owed = Publication.objects.owed().filter(asked, meeting__on__gte=today, due_on__isnull=False)
    to_be_held = owed.exclude(meeting__state__in=[MeetingState.CANCELLED, MeetingState.HELD])
    yield from built(to_be_held.order_by("due_on", "pk").values(*COLUMNS), lambda row: _duty(row, roll))


def _duty(row: dict, roll: Roll) -> Duty:
    called = row["meeting__body__short_name"] or row["meeting__body__name"]
    return Duty(
        kind=Kind.PUBLICATION,
        subject_kind=SubjectKind.PUBLICATION,
        subject_id=row["pk"],
        ref=f"meeting {row['meeting_id']}",
        title=plain(f"Publish the agenda: {called}, {in_words(row['meeting__on'])}"),
        path=f"/meetings/{row['meeting_id']}/",
        body_id=row["meeting__body_id"],
        counts_from=row["due_on"],
        told=roll.officers(row["meeting__body_id"]),
        slip_no=row["slip_no"],
        until=row["meeting__on"],
    )


SOURCE = Source(
    Kind.PUBLICATION,
    SubjectKind.PUBLICATION,
    duties,
    Publication.objects.all(),
    state="meeting__state",
    states=MeetingState,
    dated="due_on",
)
