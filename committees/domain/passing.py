"""What a reorganisation does to meetings: they go to the committee that continues theirs, or are cancelled."""

from datetime import date

from django.db import transaction
from django.db.models import F, Q, QuerySet

from committees.domain.cycle import set_up_cycle
from committees.domain.meetings import lead_up_to
from committees.enums import MeetingState
from committees.models import Cycle, Meeting, Passed
from council.history import save_by
from council.models import Body
from council.refusal import Refusal
from council.succession import Succession

MEETING = "meeting"
"""The sort of ``Passed`` that meetings are."""

OVER = (MeetingState.HELD, MeetingState.CANCELLED)


def meetings_to_come(body: Body, from_on: date) -> QuerySet[Meeting]:
    """A committee's meetings from a day on that were not held yet, also those without a date."""
    ahead = Q(on__gte=from_on) | Q(on__isnull=True)
    return (
        Meeting.objects.filter(ahead, body=body)
        .exclude(state__in=OVER)
        .order_by(F("on").asc(nulls_last=True), "at", "order", "pk")
    )


@transaction.atomic
def pass_meeting(meeting: Meeting, *, to: Body, why: str, by) -> Meeting:
    """Make it a meeting of another committee, on the same day: its stage dates follow that committee's cycle.

    Raises ``Refusal`` where that committee meets on the day already.
    """
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)
    if meeting.decides and Meeting.objects.deciding().filter(body=to, on=meeting.on).exists():
        raise Refusal(
            f"{meeting.body.called} and {to.called} both meet on {meeting.when}. Cancel one of the two meetings: "
            "what is on it goes along, and waits for another."
        )
    meeting.body, meeting.version = to, meeting.version + 1
    save_by(meeting, by=by, why=why, fields=["body", "version"])
    meeting.stage_dates.exclude(stage__in=[row.stage for row in set_up_cycle(to)]).delete()
    lead_up_to(meeting, by=by, why=why)
    return meeting


def copy_cycle(before: Body, after: Body) -> None:
    """Give a new committee the cycle of the one it continues, so that no date moves; one that has its own keeps it."""
    if not after.cycle.exists():
        copied = ("stage", "number", "counting", "source", "order")
        rows = before.cycle.values(*copied)
        Cycle.objects.bulk_create(Cycle(body=after, **row) for row in rows)


def next_meeting_for(body: Body, *, asked_by: int, asked_on: date, line: Succession) -> Meeting | None:
    """The next formal meeting after a day, for what ``asked_by`` asked then and ``body`` follows up today.

    What was promised for the next meeting stays promised for that one when committees are reorganised: a meeting that
    came later from another committee does not bring it forward. So it is the next of the committee that asked, with
    those it passed on; where there is none left, the next of ``body`` since it took over, or else one that went
    elsewhere.
    """
    forebears = line.forebears(body.pk)
    own = _own_meetings(asked_by, asked_on)
    since_then = Meeting.objects.deciding().filter(body=body, on__gt=asked_on).order_by("on")
    if asked_by in forebears:
        since_then = since_then.filter(on__gte=forebears[asked_by])
    return own.filter(body__in=[body.pk, *forebears]).first() or since_then.first() or own.first()


def _own_meetings(of: int, after: date) -> QuerySet[Meeting]:
    """The meetings of a committee after a day as it was then: with those passed on from it, without what came later."""
    passed = Passed.objects.filter(sort=MEETING)
    went = passed.filter(before=of, after__isnull=False).values("number")
    came = passed.filter(after=of, reorganisation__from_on__gt=after).values("number")
    theirs = Meeting.objects.deciding().filter(Q(body=of) | Q(pk__in=went), on__gt=after)
    return theirs.exclude(pk__in=came).order_by("on")
