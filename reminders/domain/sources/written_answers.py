"""Written answers: asked of whoever owes them, or of the officers (Protocol 4.6)."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.db.models import Q

from actions.models import WrittenAnswer
from committees.enums import MeetingState
from reminders.domain.duties import Addressee, Duty, plain
from reminders.domain.roll import Roll
from reminders.domain.sources.source import Source, built
from reminders.enums import Kind, SubjectKind

COLUMNS = ("pk", "question", "body_id", "due_on", "slip_no", "owed_by_post_id", "owed_by_person_id")


def duties(asked: Q, roll: Roll, today: date) -> Iterator[Duty | None]:
    """Questions that nobody answered yet: the holder of the post, or the person, or the officers."""
    owed = WrittenAnswer.objects.owed().filter(asked, due_on__isnull=False)
    yield from built(owed.order_by("due_on", "pk").values(*COLUMNS), lambda row: _duty(row, roll))


def _owners(row: Mapping, roll: Roll) -> list[Addressee]:
    held = roll.holders(row["owed_by_post_id"], "The post you hold owes this answer") if row["owed_by_post_id"] else []
    named = [Addressee(row["owed_by_person_id"], "You owe this answer")] if row["owed_by_person_id"] else []
    return [*held, *named]


def _duty(row: Mapping, roll: Roll) -> Duty:
    return Duty(
        kind=Kind.WRITTEN_ANSWER,
        subject_kind=SubjectKind.WRITTEN_ANSWER,
        subject_id=row["pk"],
        ref=f"W{row['pk']}",
        title=plain(f"Answer in writing: {row['question']}"),
        path=f"/written-answers/W{row['pk']}/",
        body_id=row["body_id"],
        counts_from=row["due_on"],
        told=_owners(row, roll),
        officers=roll.officers(row["body_id"]),
        slip_no=row["slip_no"],
    )


SOURCE = Source(
    Kind.WRITTEN_ANSWER,
    SubjectKind.WRITTEN_ANSWER,
    duties,
    WrittenAnswer.objects.all(),
    state="meeting__state",
    states=MeetingState,
    dated="due_on",
)
