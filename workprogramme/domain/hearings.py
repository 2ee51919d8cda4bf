"""One report to several committees: each further hearing planned, moved, taken off, published, heard."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max, QuerySet

from committees.enums import MeetingKind, MeetingState
from committees.models import Meeting
from council.calendar import today
from council.history import create_by, save_by
from council.refusal import Refusal, Stale
from workprogramme.domain.items import locked
from workprogramme.domain.stages import arrive_at_meeting, drop_stages
from workprogramme.enums import BEING_WRITTEN, HearingState
from workprogramme.models import Hearing, Item
from workprogramme.rules import check_can_hear


@transaction.atomic
def plan_hearing(item: Item, *, meeting: Meeting, by, why: str = "") -> Hearing:
    """Plan that another committee hears a report as well; the report is then due for the earliest of its meetings.

    One that has been can be put on record too. Raises ``Refusal`` for a meeting of its own committee, of one that
    hears it already, or that is no formal one, and where the item is on no meeting of its own.
    """
    item = locked(item)
    check_can_hear(item, meeting)
    hearing = create_by(Hearing, by=by, item=item, meeting=meeting, order=_last_place(meeting))
    _dates_follow(item, why=why or f"Also goes to {meeting.body.called}", by=by)
    return hearing


def _last_place(meeting: Meeting) -> int:
    places = [meeting.items.aggregate(last=Max("order"))["last"], meeting.hearings.aggregate(last=Max("order"))["last"]]
    return max(place or 0 for place in places) + 1


def _dates_follow(item: Item, *, why: str, by, agreed_by: str = "") -> None:
    if item.state in BEING_WRITTEN:
        arrive_at_meeting(item, why=why, by=by, agreed_by=agreed_by)


@transaction.atomic
def move_hearing(
    hearing: Hearing, *, to: Meeting, why: str, by, agreed_by: str = "", version: int | None = None
) -> Hearing:
    """Move one hearing to another meeting of its committee; the report's dates follow where it was the earliest.

    Raises ``Refusal`` without a reason, for a meeting of another committee or one that has passed, and once the report
    is out; ``Stale`` where somebody saved it since ``version``.
    """
    hearing = _locked(hearing, version)
    if not hearing.is_movable(today()):
        raise Refusal("This hearing is over, or its report is out, so it cannot move.")
    if to.body_id != hearing.meeting.body_id:
        raise Refusal(f"{to} is a meeting of another committee.")
    if to == hearing.meeting:
        raise Refusal(f"It is heard on {to.when} already.")
    if to.is_over(today()):
        raise Refusal(f"The meeting of {to.when} has passed. Choose one to come.")
    if not why.strip():
        raise Refusal("Say why it moves.")
    hearing.meeting, hearing.order, hearing.state_because = to, _last_place(to), why.strip()[:300]
    _save(hearing, by=by, why=why, fields=["meeting", "order", "state_because"])
    _dates_follow(hearing.item, why=why, by=by, agreed_by=agreed_by)
    return hearing


@transaction.atomic
def withdraw_hearing(hearing: Hearing, *, why: str, by, version: int | None = None) -> Hearing:
    """Take one hearing off, and say why; the others stay, and the report's dates follow them."""
    hearing = _locked(hearing, version)
    if hearing.state != HearingState.PLANNED:
        raise Refusal(f"This hearing is {hearing.get_state_display().lower()}, so it stays.")
    if not why.strip():
        raise Refusal("Say why this committee does not hear it.")
    hearing.state, hearing.state_because = HearingState.WITHDRAWN, why.strip()[:300]
    _save(hearing, by=by, why=why, fields=["state", "state_because"])
    _dates_follow(hearing.item, why=why, by=by)
    return hearing


@transaction.atomic
def publish_hearings(hearings: Iterable[Hearing], *, by) -> None:
    """Their reports went out with the agendas of these committees: nothing is owed on them any more."""
    for hearing in hearings:
        hearing.state = HearingState.PUBLISHED
        _save(hearing, by=by, why="Published with the agenda", fields=["state"])
        meeting = hearing.meeting
        drop_stages(hearing.item, because=f"The report went out for {meeting.body.called}, {meeting.when}.")


@transaction.atomic
def hear_hearings(hearings: Iterable[Hearing], *, by) -> None:
    """These committees have considered it."""
    for hearing in hearings:
        if hearing.state == HearingState.PLANNED:
            publish_hearings([hearing], by=by)
        hearing.state, hearing.heard_on = HearingState.HEARD, hearing.meeting.on
        _save(hearing, by=by, why="Heard", fields=["state", "heard_on"])


def hearings_to_publish(meeting: Meeting) -> QuerySet[Hearing]:
    """The reports of other committees on a meeting that are not out yet."""
    return meeting.hearings.planned().select_related("item__programme__body", "meeting__body")


def hearings_to_hear(meeting: Meeting) -> QuerySet[Hearing]:
    """The reports of other committees on a meeting that are not heard yet."""
    open_still = meeting.hearings.live().exclude(state=HearingState.HEARD)
    return open_still.select_related("item__programme__body", "meeting__body")


def meetings_that_may_hear(item: Item) -> QuerySet[Meeting]:
    """The formal meetings to come of other committees that do not hear a report yet, committee by committee."""
    taken = item.hearings.live().values("meeting__body")
    coming = Meeting.objects.filter(kind=MeetingKind.FORMAL, on__gte=today())
    coming = coming.exclude(state__in=[MeetingState.HELD, MeetingState.CANCELLED])
    others = coming.exclude(body=item.programme.body_id).exclude(body__in=taken)
    return others.select_related("body").order_by("body__name", "on")


def meetings_to_move_to(hearing: Hearing) -> QuerySet[Meeting]:
    """The other formal meetings to come of a hearing's committee, first to last."""
    coming = Meeting.objects.filter(kind=MeetingKind.FORMAL, body=hearing.meeting.body_id, on__gte=today())
    over = [MeetingState.HELD, MeetingState.CANCELLED]
    return coming.exclude(state__in=over).exclude(pk=hearing.meeting_id).select_related("body").order_by("on")


def _locked(hearing: Hearing, version: int | None = None) -> Hearing:
    found = Hearing.objects.select_for_update(of=("self",)).select_related("item", "meeting__body")
    fresh = found.get(pk=hearing.pk)
    if version is not None and version != fresh.version:
        raise Stale("Somebody else changed this hearing while you had it open. Check where it stands, then try again.")
    return fresh


def _save(hearing: Hearing, *, by, why: str, fields: list[str]) -> None:
    hearing.version += 1
    save_by(hearing, by=by, why=why, fields=[*fields, "version"])
