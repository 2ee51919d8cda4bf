"""The run-up to a meeting: the days left, its stage dates with their proof, and where each report stands."""

from dataclasses import dataclass
from datetime import date, timedelta

from committees.domain.cycle import prove_stage
from committees.enums import Stage
from committees.models import Cycle, Meeting, StageDate
from deadlines.calendar import Calendar
from deadlines.proof import Proof
from govuk.words import times
from workprogramme.models import Item, ReportStage

MOST_WEEKS = 8


@dataclass(frozen=True)
class Countdown:
    """How long is left until a meeting: calendar days, and working days with today among them."""

    days: int
    working_days: int


@dataclass(frozen=True)
class Shown:
    """A stage as the picture of stages draws it."""

    name: str
    due: date | None
    state: str
    note: str = ""
    href: str = ""


@dataclass(frozen=True)
class Explained:
    """A date with how it was worked out: its proof where it follows the cycle, else the reason in words."""

    name: str
    on: date | None
    why: str
    proof: Proof | None


@dataclass(frozen=True)
class Day:
    """One day of the picture of the days left: whether it is worked, why not, and what is due."""

    on: date
    why_not: str
    due: tuple[str, ...]
    is_today: bool
    is_meeting: bool
    is_past: bool


def count_down(on: date, today: date, calendar: Calendar) -> Countdown:
    """The days from today until a day to come."""
    yesterday = on.toordinal() - 1
    working = calendar.working_days_up_to(yesterday) - calendar.working_days_up_to(today.toordinal() - 1)
    return Countdown((on - today).days, max(0, working))


def state_of(stage: ReportStage, today: date) -> str:
    """Met, waived, late or due: the words the picture of stages knows."""
    if stage.met_on:
        return "met"
    if stage.waived_because:
        return "waived"
    return "late" if stage.is_late(today) else "due"


def track_of_item(item: Item, today: date) -> list[Shown]:
    """The stages of an item's report, in order."""
    return [_shown(stage, today) for stage in item.stages.all()]


def _shown(stage: ReportStage, today: date) -> Shown:
    moved = f"Moved {times(stage.slip_no)}" if stage.slip_no else ""
    return Shown(stage.get_stage_display(), stage.due_on, state_of(stage, today), moved)


def track_of_meeting(meeting: Meeting, items: list[Item], today: date) -> list[Shown]:
    """The stage dates of a meeting: each met when every report is, late when one is; publication last.

    A stage that nothing was recorded of, on a meeting whose agenda is out, is left out.
    """
    shown = [_of_all(stage_date, meeting, items, today) for stage_date in meeting.stage_dates.all()]
    return [stage for stage in shown if stage.state != "waived"]


def _of_all(stage_date: StageDate, meeting: Meeting, items: list[Item], today: date) -> Shown:
    if stage_date.stage == Stage.PUBLISHED:
        return _published(stage_date, meeting, today)
    stages = [stage for item in items for stage in item.stages.all() if stage.stage == stage_date.stage]
    states = [state_of(stage, today) for stage in stages]
    state = _together(states, stage_date.on < today)
    note = (
        f"{states.count('met')} of {len(states)} done" if "met" in states or "due" in states or "late" in states else ""
    )
    return Shown(stage_date.get_stage_display(), stage_date.on, state, note)


def _together(states: list[str], passed: bool) -> str:
    if "late" in states:
        return "late"
    if "due" in states or not (states or passed):
        return "due"
    return "met" if "met" in states else "waived"


def _published(stage_date: StageDate, meeting: Meeting, today: date) -> Shown:
    publication = getattr(meeting, "publication", None)
    if publication is None or publication.waived_because:
        return Shown("Published", stage_date.on, "waived")
    if publication.met_on:
        return Shown("Published", publication.met_on, "met")
    return Shown("Published", publication.due_on, "late" if publication.is_late(today) else "due")


def explain_meeting(meeting: Meeting, calendar: Calendar) -> list[Explained]:
    """How each of a meeting's stage dates was worked out."""
    cycle = {row.stage: row for row in meeting.body.cycle.all()}
    return [_explain_date(row, cycle.get(row.stage), meeting, calendar) for row in meeting.stage_dates.all()]


def _explain_date(row: StageDate, rule: Cycle | None, meeting: Meeting, calendar: Calendar) -> Explained:
    why = f"Set for this meeting: {row.overridden_because}" if row.overridden_on else row.why
    return Explained(row.get_stage_display(), row.on, why, _proof(rule, meeting.on, row.on, calendar))


def explain_item(item: Item, calendar: Calendar) -> dict[int, Explained]:
    """How the date of each stage of a report was worked out, by the stage's key."""
    cycle = {row.stage: row for row in item.programme.body.cycle.all()}
    on = item.meeting.on if item.meeting else None
    return {
        stage.pk: Explained(
            stage.get_stage_display(),
            stage.due_on,
            stage.why,
            _proof(cycle.get(stage.stage), on, stage.due_on, calendar),
        )
        for stage in item.stages.all()
    }


def _proof(rule: Cycle | None, meeting_on: date | None, on: date | None, calendar: Calendar) -> Proof | None:
    """The proof by the cycle, unless the date stands for another reason and the proof would show another day."""
    if rule is None or meeting_on is None:
        return None
    proof = prove_stage(rule, meeting_on, calendar)
    return proof if proof.end == on else None


def weeks_left(meeting: Meeting, today: date, calendar: Calendar) -> list[list[Day]]:
    """The weeks from today to the meeting, at most eight, Monday first, each day with what is due on it."""
    due: dict[date, list[str]] = {}
    for stage_date in meeting.stage_dates.all():
        due.setdefault(stage_date.on, []).append(stage_date.get_stage_display())
    last = meeting.on - timedelta(days=meeting.on.weekday())
    first = max(today - timedelta(days=today.weekday()), last - timedelta(weeks=MOST_WEEKS - 1))
    weeks = (last - first).days // 7 + 1
    return [
        [_day(first + timedelta(days=7 * week + place), meeting.on, today, due, calendar) for place in range(7)]
        for week in range(weeks)
    ]


def _day(on: date, meeting_on: date, today: date, due: dict[date, list[str]], calendar: Calendar) -> Day:
    return Day(
        on=on,
        why_not=calendar.why_not(on) or "",
        due=tuple(due.get(on, ())),
        is_today=on == today,
        is_meeting=on == meeting_on,
        is_past=on < today or on > meeting_on,
    )
