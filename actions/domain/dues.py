"""When something is due: from the words of a minute to a date, worked out anew whenever a meeting moves."""

from dataclasses import dataclass
from datetime import date

from actions.models import Action
from committees.domain.meetings import next_formal_meeting
from committees.enums import MeetingState
from committees.models import Meeting
from council.domain.due_dates import move_due
from council.enums import DueKind
from council.history import save_by
from council.models import Body

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
    *, kind: str, body: Body, asked_on: date, on: date | None = None, meeting: Meeting | None = None, text: str = ""
) -> WorkedOut:
    """The date a due of this kind falls on, where one can be said.

    "Next meeting" is the first formal meeting of the committee after the one that asked. Kinds without a date keep
    none: a guess would be chased as if the committee had said it.
    """
    if kind == DueKind.NEXT_MEETING:
        return _at(next_formal_meeting(body, asked_on), "The next meeting", none="The next meeting is not arranged yet")
    if kind == DueKind.MEETING and meeting is not None:
        return _at(meeting, "The meeting", none="")
    if on is not None:
        return WorkedOut(on, None, f"As minuted: {text}" if text else "The date given")
    return WorkedOut(None, None, SAID.get(kind) or (f"As minuted: {text}" if text else "No date was given"))


def _at(meeting: Meeting | None, words: str, *, none: str) -> WorkedOut:
    if meeting is not None and meeting.state == MeetingState.CANCELLED:
        return WorkedOut(None, meeting, f"The meeting of {meeting.when} was cancelled: no new date yet")
    if meeting is None or meeting.on is None:
        return WorkedOut(None, meeting, none or f"{words} has no date yet")
    return WorkedOut(meeting.on, meeting, f"{words}, on {meeting.on.day} {meeting.on:%B %Y}")


def re_work_dues(body: Body, *, why: str, by) -> list[Action]:
    """Work out again what is due at a meeting, after meetings changed; each change is a slip. Returns what moved.

    Drafts follow too, so that what an officer accepts later carries the date of today's calendar of meetings.
    """
    hanging = Action.objects.owed().filter(body=body, due_kind__in=[DueKind.NEXT_MEETING, DueKind.MEETING])
    return [action for action in hanging.select_related("due_meeting", "body") if _re_work(action, why=why, by=by)]


def _re_work(action: Action, *, why: str, by) -> bool:
    worked = work_out_due(
        kind=action.due_kind,
        body=action.body,
        asked_on=action.asked_on,
        on=action.due_on,
        meeting=action.due_meeting,
        text=action.due_text,
    )
    if worked.meeting != action.due_meeting:
        action.due_meeting = worked.meeting
        save_by(action, by=by, why=why, fields=["due_meeting"])
    return move_due(action, to=worked.on, why=why, by=by, rule=worked.why) is not None
