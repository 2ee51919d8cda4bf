"""A committee's cycle, and the stage dates it gives a meeting."""

from datetime import date
from itertools import pairwise

from django.db import transaction

from committees.enums import Counting, Stage
from committees.models import Cycle, Meeting, Publication, StageDate
from council.domain.due_dates import move_due
from council.models import Body
from council.periods import period
from council.refusal import Refusal
from deadlines.calendar import Calendar
from deadlines.proof import Proof
from deadlines.rules import RULES, work_out

OUR_DEFAULT = "Our default: the papers give none. A setting of each committee."
DEFAULT_CYCLE = (
    (Stage.TITLE, 30, Counting.WORKING_DAYS),
    (Stage.DRAFT, 20, Counting.WORKING_DAYS),
    (Stage.COMMENTS, 15, Counting.WORKING_DAYS),
    (Stage.CLEARANCE, 10, Counting.WORKING_DAYS),
    (Stage.FINAL, 7, Counting.WORKING_DAYS),
)


@transaction.atomic
def set_up_cycle(body: Body) -> list[Cycle]:
    """Give a committee the default offsets where it has none of its own; publication follows the law's period."""
    if body.cycle.exists():
        return list(body.cycle.all())
    law = period("publication")
    rows = [
        Cycle(body=body, stage=stage, number=n, counting=how, source=OUR_DEFAULT) for stage, n, how in DEFAULT_CYCLE
    ]
    rows.append(
        Cycle(body=body, stage=Stage.PUBLISHED, number=law.number, counting=Counting.CLEAR_DAYS, source=law.source)
    )
    for order, row in enumerate(rows):
        row.order = order
    return Cycle.objects.bulk_create(rows)


@transaction.atomic
def change_offsets(body: Body, *, offsets: dict[str, int], why: str) -> list[Cycle]:
    """Give a committee's stages other numbers of days before its meetings; returns the rows that changed.

    ``offsets`` are days by ``Stage``, counted as each row counts. The agenda is published by the law's period, which no
    committee can change. Raises ``Refusal`` without a reason, where nothing would change, for a stage the cycle lacks,
    and where a later stage would come before an earlier one.
    """
    rows = {row.stage: row for row in set_up_cycle(body)}
    if not why.strip():
        raise Refusal("Say why the days change.")
    if unknown := set(offsets) - (set(rows) - {Stage.PUBLISHED}):
        raise Refusal(f"{Stage(min(unknown)).label} is not a stage whose days a committee sets.")
    changed = [rows[stage] for stage, number in offsets.items() if rows[stage].number != number]
    if not changed:
        raise Refusal("Every stage has that many days already. Change one of the numbers.")
    for row in changed:
        row.number, row.source = offsets[row.stage], f"Set by the committee's officers: {why.strip()}"[:300]
    _check_order([row for row in rows.values() if row.stage != Stage.PUBLISHED])
    Cycle.objects.bulk_update(changed, ["number", "source"])
    return changed


def _check_order(rows: list[Cycle]) -> None:
    for earlier, later in pairwise(sorted(rows, key=lambda row: row.order)):
        if later.number > earlier.number:
            raise Refusal(
                f"{later.get_stage_display()} comes after {earlier.get_stage_display().lower()}, so it cannot be more "
                f"than {earlier.number} days before the meeting."
            )


def prove_stage(row: Cycle, meeting_on: date, calendar: Calendar) -> Proof:
    """The day a stage is due for a meeting on a day, with every day that counted."""
    return work_out(row.counting, meeting_on, row.number, calendar)


def say_rule(row: Cycle, meeting_on: date) -> str:
    """The rule in words: "20 working days before the meeting on 14 November 2023"."""
    return f"{row.number} {row.get_counting_display()} the meeting on {meeting_on.day} {meeting_on:%B %Y}"


@transaction.atomic
def write_stage_dates(meeting: Meeting, calendar: Calendar) -> list[StageDate]:
    """Work the stage dates of a formal meeting out anew; an override stays, with its reason, beside the fresh date."""
    if not meeting.decides:
        return []
    return [_write(meeting, row, calendar) for row in set_up_cycle(meeting.body)]


def _write(meeting: Meeting, row: Cycle, calendar: Calendar) -> StageDate:
    fresh = {
        "computed_on": RULES[row.counting].answer(meeting.on, row.number, calendar),
        "why": say_rule(row, meeting.on),
        "order": row.order,
    }
    return StageDate.objects.update_or_create(meeting=meeting, stage=row.stage, defaults=fresh)[0]


def write_publication(meeting: Meeting, *, by, why: str) -> Publication | None:
    """The duty to publish by the meeting's stage date; a later change of that date is a slip with its reason."""
    stage = meeting.stage_dates.filter(stage=Stage.PUBLISHED).first()
    if stage is None:
        return None
    publication, _ = Publication.objects.get_or_create(
        meeting=meeting, defaults={"due_on": stage.on, "first_due_on": stage.on, "why": stage.why}
    )
    if publication.is_owed:
        move_due(publication, to=stage.on, why=why, by=by, rule=stage.why)
    return publication


@transaction.atomic
def override_stage_date(stage_date: StageDate, *, on: date, why: str) -> StageDate:
    """Put the officer's own day in place of the computed one, with the reason."""
    if not why.strip():
        raise Refusal("Say why this meeting has a date of its own for this stage.")
    if on > stage_date.meeting.on:
        raise Refusal(f"The meeting is on {stage_date.meeting.when}: a report cannot be due after it.")
    stage_date.overridden_on, stage_date.overridden_because = on, why[:300]
    stage_date.save(update_fields=["overridden_on", "overridden_because"])
    return stage_date
