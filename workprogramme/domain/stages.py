"""Report stages: due by their meeting's dates, met by the authors, moved through the slip ledger."""

from datetime import date

from django.db import transaction

from committees.enums import Stage
from committees.models import Meeting, StageDate
from council.calendar import today
from council.domain.due_dates import move_due
from council.refusal import Refusal
from workprogramme.enums import BEING_WRITTEN, CommentsFrom
from workprogramme.models import Comments, Item, ReportStage
from workprogramme.rules import check_can_meet, is_met_by_comments, is_out


@transaction.atomic
def follow_meeting_dates(item: Item, *, why: str, by, agreed_by: str = "") -> list[ReportStage]:
    """Bring an item's stages to the dates it is due by: new ones are made, open ones moved, what is met stays met.

    Where other committees hear it too, those are the dates of the earliest of its meetings to come. A meeting of the
    past leaves nothing to prepare, and so does a report that is out: what was waived stays waived. A stage with a day
    of its own keeps it.
    """
    if item.state not in BEING_WRITTEN:
        return []
    return [_follow(item, date_, why=why, by=by, agreed_by=agreed_by) for date_ in dates_due_by(item)]


def arrive_at_meeting(item: Item, *, why: str, by, agreed_by: str = "") -> list[ReportStage]:
    """Owe an item's stages by the dates of the meeting it was just put on, also those waived while it was off one.

    A meeting that has no stages, such as an informal one, leaves nothing owed.
    """
    if is_out(item):
        return []
    if not dates_due_by(item):
        drop_stages(item, because=f"The meeting of {item.meeting.when} has no report stages.")
        return []
    item.stages.filter(met_on__isnull=True).exclude(waived_because="").update(waived_because="")
    return follow_meeting_dates(item, why=why, by=by, agreed_by=agreed_by)


def dates_due_by(item: Item) -> list[StageDate]:
    """The stage dates of the earliest meeting to come at which any committee hears it; none once its report is out."""
    if is_out(item):
        return []
    hearings = item.hearings.planned().select_related("meeting")
    meetings = [item.meeting, *(hearing.meeting for hearing in hearings)]
    dated = sorted((meeting for meeting in meetings if meeting.on), key=lambda meeting: meeting.on)
    return next(filter(None, map(dates_to_meet, dated)), [])


def dates_to_meet(meeting: Meeting) -> list[StageDate]:
    """The stage dates that reports for a meeting are to meet; none where it is past or is not a formal one."""
    if meeting.on is None or meeting.on < today():
        return []
    return list(meeting.stage_dates.exclude(stage=Stage.PUBLISHED))


def _follow(item: Item, stage_date: StageDate, *, why: str, by, agreed_by: str) -> ReportStage:
    stage, _ = ReportStage.objects.get_or_create(
        item=item,
        stage=stage_date.stage,
        defaults={
            "due_on": stage_date.on,
            "first_due_on": stage_date.on,
            "why": _words(stage_date),
            "order": stage_date.order,
            "owed_by_body": item.organisation,
        },
    )
    moves = (stage.due_on, stage.why) != (stage_date.on, _words(stage_date))
    if moves and stage.is_owed and not stage.overridden_because:
        move_due(stage, to=stage_date.on, why=why, by=by, agreed_by=agreed_by, rule=_words(stage_date))
    return stage


def _words(stage_date: StageDate) -> str:
    if not stage_date.overridden_on:
        return stage_date.why
    return f"Set for this meeting: {stage_date.overridden_because}"[:300]


def drop_stages(item: Item, *, because: str) -> int:
    """Waive what is still owed on an item, saying why; returns how many stages."""
    return item.stages.owed().update(waived_because=because[:300])


@transaction.atomic
def meet_stage(stage: ReportStage, *, by, on: date | None = None, late_because: str = "") -> ReportStage:
    """Mark a stage done on a day (today where none is said); what is late is done with the reason.

    Raises ``Refusal`` as ``rules.check_can_meet`` does, and for the stage that comments alone meet while one is owed.
    """
    stage = ReportStage.objects.select_for_update(of=("self",)).get(pk=stage.pk)
    check_can_meet(stage, on or today(), today(), late_because)
    if is_met_by_comments(stage) and not has_all_comments(stage.item_id):
        raise Refusal("Enter the FD and LD numbers, or say why they are not required: then this stage is done.")
    was_late = stage.is_late(today())
    stage.met_on, stage.met_by, stage.recorded_on = on or today(), by, today()
    stage.late_because = late_because.strip()[:300] if was_late else ""
    return _mark(stage, by=by)


def _mark(stage: ReportStage, *, by) -> ReportStage:
    stage.save(update_fields=["met_on", "met_by", "recorded_on", "late_because"])
    stage.marks.create(met_on=stage.met_on, late_because=stage.late_because, by=by)
    return stage


def has_all_comments(item_id: int) -> bool:
    """Whether finance and legal officers both commented, or did not have to."""
    return Comments.objects.filter(item=item_id).count() == len(CommentsFrom)


@transaction.atomic
def reopen_stage(stage: ReportStage, *, by) -> ReportStage:
    """Take "done" back: the undo of ``meet_stage``.

    Raises ``Refusal`` once the report is no longer being written, and while both comments say that it is done.
    """
    stage = ReportStage.objects.select_for_update(of=("self",)).select_related("item").get(pk=stage.pk)
    if stage.met_on is None:
        raise Refusal("This stage is not marked done.")
    if stage.item.state not in BEING_WRITTEN:
        state = stage.item.get_state_display().lower()
        raise Refusal(f"This item is {state}, so its stages stay as they are.")
    if is_met_by_comments(stage) and has_all_comments(stage.item_id):
        raise Refusal("Both comments are on record, so this stage is done. Take one of them back to open it again.")
    stage.met_on = stage.met_by = stage.recorded_on = None
    stage.late_because = ""
    return _mark(stage, by=by)


@transaction.atomic
def give_own_date(stage: ReportStage, *, on: date, why: str, by, agreed_by: str = "") -> ReportStage:
    """Give one stage of one item a day of its own, with the reason; it no longer follows the meeting."""
    if not why.strip():
        raise Refusal("Say why this stage has a date of its own.")
    stage = ReportStage.objects.select_for_update(of=("self",)).get(pk=stage.pk)
    if not stage.is_owed:
        raise Refusal("This stage is already done or waived, so it needs no date.")
    move_due(stage, to=on, why=why, by=by, agreed_by=agreed_by, rule=f"Agreed for this report: {why}"[:300])
    stage.overridden_because = why[:300]
    stage.save(update_fields=["overridden_because"])
    return stage
