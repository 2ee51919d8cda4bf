"""Moving a meeting, and replaying the calendar: what touches meetings, report stages and actions at once."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from actions.domain.dues import re_work_dues
from actions.domain.written_answers import re_work_answers
from actions.models import ActionSlip, WrittenAnswerSlip
from committees.domain.cycle import change_offsets, override_stage_date
from committees.domain.meetings import change_date, lead_up_to
from committees.models import Meeting, PublicationSlip, StageDate
from council.calendar import office_calendar, today
from council.models import Body
from deadlines.calendar import Calendar
from workprogramme.domain.clashes import Clash, above_limit
from workprogramme.domain.hearings import move_hearing, plan_hearing
from workprogramme.domain.items import place_item
from workprogramme.domain.marks import clashes_of_item
from workprogramme.domain.meetings import add_meeting
from workprogramme.domain.returning import clashes_of_return, stand_on
from workprogramme.domain.stages import follow_meeting_dates
from workprogramme.models import Hearing, Item, ReportStageSlip


@dataclass(frozen=True)
class Moved:
    """One date that moves: of what, whose, from and to."""

    what: str
    whose: str
    from_on: date | None
    to_on: date | None


@dataclass(frozen=True)
class Consequences:
    """What putting an item on a meeting would do: each date that moves, what it runs into, and what stays done."""

    moved: list[Moved]
    clashes: list[Clash]
    done: int


@transaction.atomic
def move_meeting(meeting: Meeting, *, to: date, why: str, by, version: int | None = None) -> list[Moved]:
    """Move a meeting to another day with everything that hangs on it, and return each date that moved.

    Stage dates are worked out anew, report stages and the agenda follow through the slip ledger, and what is due at
    that meeting or at the next one is worked out again. ``first_due_on`` stays everywhere. Raises ``Refusal`` and
    ``Stale`` as ``committees.domain.meetings.change_date`` does.
    """
    before = _last_slips()
    moved = change_date(meeting, to=to, why=why, by=by, version=version)
    _let_items_follow(moved, why=f"Meeting moved: {why}", by=by)
    re_work_dues(moved.body, why=f"Meeting moved: {why}", by=by)
    return _slips_since(before, by)


@transaction.atomic
def arrange_in_year(*, body: Body, on: date | None, by, **more) -> Meeting:
    """Put a meeting on record as ``add_meeting`` does, with its standing items; what is due at the next one follows.

    A formal meeting arranged earlier than the one that was next takes its place, and what waited for a meeting to be
    arranged gets its date. What stands at every formal meeting is put on it in the same transaction.
    """
    meeting = add_meeting(body=body, on=on, by=by, **more)
    stand_on(meeting, by=by)
    if meeting.decides:
        re_work_dues(body, why=f"Meeting of {meeting.when} arranged", by=by)
    return meeting


@transaction.atomic
def set_stage_date(stage_date: StageDate, *, on: date, why: str, by) -> list[Moved]:
    """Give one stage of a meeting a day of its own, with the reason, and return each date that moved.

    The reports for the meeting follow, and so does the duty to publish where it is the stage of publication.
    """
    before, meeting = _last_slips(), stage_date.meeting
    override_stage_date(stage_date, on=on, why=why)
    lead_up_to(meeting, by=by, why=why)
    _let_items_follow(meeting, why=why, by=by)
    return _slips_since(before, by)


def _let_items_follow(meeting: Meeting, *, why: str, by) -> None:
    heard_here = Q(meeting=meeting) | Q(pk__in=meeting.hearings.planned().values("item"))
    for item in Item.objects.filter(heard_here).select_related("meeting", "organisation").order_by("order", "pk"):
        follow_meeting_dates(item, why=why, by=by)


@transaction.atomic
def replay_calendar(*, why: str, by) -> list[Moved]:
    """Work out anew every date to come after the calendar or a cycle changed; returns what moved.

    A newly proclaimed bank holiday moves working days: each date that changes is a slip, and only those whose date
    moved are reminded anew. Dates somebody set with a reason stay.
    """
    before, calendar = _last_slips(), office_calendar()
    _work_out_anew(Meeting.objects.deciding(), calendar, why=why, by=by)
    re_work_answers(why=why, by=by, calendar=calendar)
    return _slips_since(before, by)


@transaction.atomic
def change_cycle(body: Body, *, offsets: dict[str, int], why: str, by) -> list[Moved]:
    """Give a committee's report stages other days before its meetings, and return each date to come that moved.

    The offsets are settings of the committee (the papers give none). Dates somebody set with a reason stay. Raises
    ``Refusal`` as ``committees.domain.cycle.change_offsets`` does.
    """
    before = _last_slips()
    change_offsets(body, offsets=offsets, why=why)
    theirs = Meeting.objects.deciding().filter(body=body)
    _work_out_anew(theirs, office_calendar(), why=f"Report stages changed: {why}", by=by)
    return _slips_since(before, by)


def _work_out_anew(meetings: QuerySet[Meeting], calendar: Calendar, *, why: str, by) -> None:
    for meeting in meetings.filter(on__gte=today()).select_related("body"):
        lead_up_to(meeting, by=by, why=why, calendar=calendar)
        _let_items_follow(meeting, why=why, by=by)


def rehearse(verb, *args, **words) -> list[Moved]:
    """Every date that would move if ``verb`` were carried out; nothing is changed. Raises what the verb raises."""
    with transaction.atomic():
        before = _last_slips()
        verb(*args, **words)
        moved = _slips_since(before, words["by"])
        transaction.set_rollback(True)
    return moved


def rehearse_item_move(item: Item, *, to: Meeting, by) -> Consequences:
    """Every date that would move with an item to a meeting, and what it would run into there; nothing is changed.

    A date that is not owed yet, or would no longer be, has no day on that side. Raises ``Refusal`` as ``place_item``.
    """
    with transaction.atomic():
        before, whose, back = _owed(item), item.written_by, clashes_of_return(item, to)
        placed = place_item(item, to=to, why="Rehearsal", by=by)
        after, names = _owed(placed), {stage.stage: stage.get_stage_display() for stage in placed.stages.all()}
        moved = [
            Moved(name, whose, before.get(stage), after.get(stage))
            for stage, name in names.items()
            if before.get(stage) != after.get(stage)
        ]
        done = placed.stages.filter(met_on__isnull=False).count()
        told = Consequences(moved, [*clashes_of_item(placed, office_calendar(), today()), *back], done)
        transaction.set_rollback(True)
    return told


def rehearse_hearing(item: Item, verb, *args, to: Meeting, by, **words) -> Consequences:
    """Every date of an item's report that would move if one of its hearings went to a meeting; nothing is changed."""
    with transaction.atomic():
        before = _owed(item)
        verb(*args, by=by, **words)
        after, names = _owed(item), {stage.stage: stage.get_stage_display() for stage in item.stages.all()}
        moved = [
            Moved(name, item.written_by, before.get(stage), after.get(stage))
            for stage, name in names.items()
            if before.get(stage) != after.get(stage)
        ]
        load = to.items.on_a_meeting().count() + to.hearings.live().count()
        clashes = above_limit(load, to.body.item_limit)
        told = Consequences(moved, clashes, item.stages.filter(met_on__isnull=False).count())
        transaction.set_rollback(True)
    return told


def rehearse_hearing_plan(item: Item, *, meeting: Meeting, by) -> Consequences:
    """Every date that would move if another committee heard an item as well; nothing is changed."""
    return rehearse_hearing(item, plan_hearing, item, to=meeting, meeting=meeting, by=by)


def rehearse_hearing_move(hearing: Hearing, *, to: Meeting, by) -> Consequences:
    """Every date that would move with one hearing to another meeting; nothing is changed."""
    return rehearse_hearing(hearing.item, _move_for_rehearsal, hearing, to, to=to, by=by)


def _move_for_rehearsal(hearing: Hearing, to: Meeting, *, by) -> None:
    move_hearing(hearing, to=to, why="Rehearsal", by=by)


def _owed(item: Item) -> dict[str, date | None]:
    return dict(item.stages.owed().values_list("stage", "due_on"))


def rehearse_meeting_move(meeting: Meeting, *, to: date, by) -> list[Moved]:
    """Every date that would move with a meeting to another day; nothing is changed."""
    return rehearse(move_meeting, meeting, to=to, why="Rehearsal", by=by)


_LEDGERS = (
    (PublicationSlip, ("obligation__meeting__body",)),
    (ReportStageSlip, ("obligation__item__organisation",)),
    (ActionSlip, ("obligation__owed_by_post", "obligation__owed_by_person", "obligation__owed_by_body")),
    (WrittenAnswerSlip, ("obligation__owed_by_post", "obligation__owed_by_person", "obligation__owed_by_body")),
)


def _last_slips() -> list[int]:
    return [ledger.objects.order_by("-pk").values_list("pk", flat=True).first() or 0 for ledger, _ in _LEDGERS]


def _slips_since(last: list[int], by) -> list[Moved]:
    return [
        Moved(str(slip.obligation), _whose(slip.obligation), slip.from_on, slip.to_on)
        for (ledger, related), pk in zip(_LEDGERS, last, strict=True)
        for slip in ledger.objects.filter(pk__gt=pk, by=by).select_related(*related).order_by("pk")
    ]


def _whose(obligation) -> str:
    item = getattr(obligation, "item", None)
    if obligation.kind == "report_stage":
        return item.written_by
    return "Committee officers" if obligation.kind == "publication" else str(obligation.owed_by or "Nobody named")
