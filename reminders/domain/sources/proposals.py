"""Completion proposed: told to the committee's officers at once, and again before each formal meeting to come."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.db.models import Count, Q

from actions.enums import ActionState
from actions.models import Action
from committees.enums import MeetingKind, MeetingState
from committees.models import Meeting
from reminders.domain.duties import Duty, plain
from reminders.domain.roll import Roll
from reminders.domain.sources.actions import EXEMPT
from reminders.domain.sources.source import Source, built
from reminders.enums import Kind, SubjectKind

COLUMNS = ("pk", "task", "body_id", "opened_again", "exempt")


def duties(asked: Q, roll: Roll, today: date) -> Iterator[Duty | None]:
    """Actions whose completion waits for the committee.

    Each time the committee opens an action again, the steps start anew. A meeting that moved is a new occasion.
    """
    proposed = Action.objects.filter(asked, state=ActionState.PROPOSED).order_by("pk")
    opened_again = Count("verdicts", filter=Q(verdicts__satisfied=False))
    rows = list(proposed.annotate(opened_again=opened_again, exempt=EXEMPT).values(*COLUMNS))
    meetings = _meetings({row["body_id"] for row in rows}, today)
    for at_once in built(rows, lambda row: _duty(row, roll)):
        yield at_once
        for meeting_on, occasion in meetings[at_once.body_id] if at_once else ():
            yield replace(at_once, counts_from=meeting_on, until=meeting_on, occasion=occasion)


def _meetings(bodies: set[int], today: date) -> dict[int, list[tuple[date, str]]]:
    to_come = Meeting.objects.filter(body__in=bodies, kind=MeetingKind.FORMAL, on__gte=today)
    to_be_held = to_come.exclude(state__in=[MeetingState.CANCELLED, MeetingState.HELD])
    found = defaultdict(list)
    for pk, body_id, on, moved in (
        to_be_held.annotate(moved=Count("moves")).order_by("on").values_list("pk", "body_id", "on", "moved")
    ):
        found[body_id].append((on, f"meeting-{pk}-moved-{moved}" if moved else f"meeting-{pk}"))
    return found


def _duty(row: dict, roll: Roll) -> Duty:
    return Duty(
        kind=Kind.COMPLETION_PROPOSED,
        subject_kind=SubjectKind.ACTION,
        subject_id=row["pk"],
        ref=f"A{row['pk']}",
        title=plain(f"Completion proposed: {row['task']}"),
        path=f"/actions/A{row['pk']}/",
        body_id=row["body_id"],
        counts_from=None,
        told=roll.officers(row["body_id"]),
        slip_no=row["opened_again"],
        exempt=row["exempt"],
    )


SOURCE = Source(
    Kind.COMPLETION_PROPOSED, SubjectKind.ACTION, duties, Action.objects.all(), "state", ActionState, answerable=False
)
