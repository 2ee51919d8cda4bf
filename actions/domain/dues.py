"""When something is due: from the words of a minute to a date, worked out anew whenever a meeting moves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from actions.enums import PassedSort
from actions.models import Action
from committees.domain.meetings import next_formal_meeting
from committees.domain.passing import next_meeting_for
from committees.enums import MeetingState
from committees.models import Meeting, Passed
from council.domain.due_dates import move_due
from council.enums import DueKind
from council.history import save_by
from council.models import Body
from council.succession import Succession

SAID = {
    DueKind.FUTURE_MEETING: "A future meeting: no date until it is on the programme",
    DueKind.IN_DUE_COURSE: "In due course: no date was given",
    DueKind.TO_BE_ARRANGED: "To be arranged: no date was given",
    DueKind.EVERY_MEETING: "Every meeting",
    DueKind.RECURRING: "Recurring",
    DueKind.NONE: "No date was given",
}


@dataclass(frozen=True)
class WorkedOut:
    """A due date with the meeting it hangs on, if any, and the rule in words."""

    on: date | None
    meeting: Meeting | None
    why: str


def work_out_due(
    *,
    kind: str,
    body: Body,
    asked_on: date,
    on: date | None = None,
    meeting: Meeting | None = None,
    text: str = "",
    asked_by: int | None = None,
    line: Succession | None = None,
) -> WorkedOut:
    """The date a due of this kind falls on, where one can be said.

    "Next meeting" is the first formal meeting of the committee after the one that asked; ``asked_by`` is that
    committee where another one continues it, by ``line``. Kinds without a date keep none: a guess would be chased as if
    the committee had said it.
    """
    if kind == DueKind.NEXT_MEETING:
        asked = {"asked_by": asked_by or body.pk, "asked_on": asked_on, "line": line or Succession()}
        return _at(next_meeting_for(body, **asked), "The next meeting", none="The next meeting is not arranged yet")
    if kind == DueKind.MEETING and meeting is not None:
        return _at_meeting(meeting, body)
    if on is not None:
        return WorkedOut(on, None, f"As minuted: {text}" if text else "The date given")
    return WorkedOut(None, None, SAID.get(kind) or (f"As minuted: {text}" if text else "No date was given"))


def _at_meeting(meeting: Meeting, body: Body) -> WorkedOut:
    """At a meeting, or where that is cancelled at the next one after it; it hangs on the meeting that was named."""
    if meeting.state != MeetingState.CANCELLED:
        return _at(meeting, "The meeting", none="")
    other = next_formal_meeting(body, meeting.on) if meeting.on else None
    if other is None:
        return WorkedOut(None, meeting, f"The meeting of {meeting.when} was cancelled: no new date yet")
    after = _at(other, f"The meeting after that of {meeting.when}, which is cancelled", none="")
    return replace(after, meeting=meeting)


def _at(meeting: Meeting | None, words: str, *, none: str) -> WorkedOut:
    if meeting is None or meeting.on is None:
        return WorkedOut(None, meeting, none or f"{words} has no date yet")
    return WorkedOut(meeting.on, meeting, f"{words}, on {meeting.on.day} {meeting.on:%B %Y}")


def re_work_dues(body: Body, *, why: str, by) -> list[Action]:
    """Work out again what is due at a meeting, after meetings changed; each change is a slip. Returns what moved.

    Drafts follow too, so that what an officer accepts later carries the date of today's calendar of meetings. So does
    what another committee asked for at a meeting that is this committee's now.
    """
    theirs = Q(body=body) | Q(due_meeting__body=body)
    hanging = Action.objects.owed().filter(theirs, due_kind__in=[DueKind.NEXT_MEETING, DueKind.MEETING])
    actions, line = list(hanging.select_related("due_meeting", "body")), Succession()
    first = first_asked_by(actions)
    words = {"line": line, "why": why, "by": by}
    return [action for action in actions if _re_work(action, asked_by=first.get(action.pk, action.body_id), **words)]


def first_asked_by(actions: Iterable[Action]) -> dict[int, int]:
    """The committee that each of these actions was of before it was passed on, by the action's key. One query."""
    numbers = [action.pk for action in actions]
    passed = Passed.objects.filter(sort=PassedSort.ACTION, number__in=numbers).order_by("-pk")
    return dict(passed.values_list("number", "before"))


def _re_work(action: Action, *, asked_by: int, line: Succession, why: str, by) -> bool:
    worked = work_out_due(
        kind=action.due_kind,
        body=action.body,
        asked_on=action.asked_on,
        on=action.due_on,
        meeting=action.due_meeting,
        text=action.due_text,
        asked_by=asked_by,
        line=line,
    )
    if worked.meeting != action.due_meeting:
        action.due_meeting = worked.meeting
        save_by(action, by=by, why=why, fields=["due_meeting"])
    return move_due(action, to=worked.on, why=why, by=by, rule=worked.why) is not None
