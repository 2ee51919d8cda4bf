"""Whatever happens in whatever order: live dates stay what a fresh count gives, and the ledger can tell how."""

from contextlib import contextmanager, suppress
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.domain.actions import set_due
from actions.domain.moving import arrange_in_year, change_cycle, move_meeting, replay_calendar, set_stage_date
from actions.domain.two_voices import open_again, propose_completion
from actions.models import Action
from committees.models import Cycle, Meeting, Publication, StageDate
from council.models import Body, Holiday, User
from council.refusal import Refusal
from deadlines.bank_holidays import england_and_wales
from tests.factories import make_action, make_body, make_item, make_meeting, make_officer
from tests.ledgers import as_stored, tell_again
from workprogramme.domain.hearings import move_hearing, plan_hearing, publish_hearings, withdraw_hearing
from workprogramme.domain.items import accept_item, defer_item, move_item, publish_item, schedule_item, withdraw_item
from workprogramme.domain.stages import give_own_date, meet_stage
from workprogramme.models import Hearing, Item, ReportStage

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TODAY = date(2023, 9, 19)
STAGES = ("title", "draft", "comments", "clearance", "final")


class Autumn:
    """Two meetings with three items, two of another committee; actions due at the next, a named one, and on a date."""

    def __init__(self) -> None:
        self.body: Body = make_body()
        self.officer: User = make_officer(self.body)
        self.june = make_meeting(self.body, date(2023, 6, 6), by=self.officer)
        november, january = (
            make_meeting(self.body, on, by=self.officer) for on in (date(2023, 11, 14), date(2024, 1, 23))
        )
        others = make_body()
        self.elsewhere = [make_meeting(others, on, by=self.officer) for on in (date(2023, 11, 7), date(2023, 12, 12))]
        self.items = [make_item(meeting, by=self.officer) for meeting in (november, november, january)]
        due = ({"due_kind": "next_meeting"}, {"due_kind": "meeting", "due_meeting": january})
        due += ({"due_kind": "date", "due_on": date(2023, 12, 1)},)
        self.actions = [make_action(self.june, by=self.officer, **kind) for kind in due]
        self.firsts = {stage.pk: stage.first_due_on for stage in ReportStage.objects.all()}

    def meeting(self, n: int) -> Meeting:
        meetings = Meeting.objects.deciding().filter(body=self.body, on__gte=TODAY).order_by("pk")
        return meetings[n % meetings.count()]

    def other(self, n: int) -> Meeting:
        return Meeting.objects.get(pk=self.elsewhere[n % 2].pk)

    def item(self, n: int) -> Item:
        return Item.objects.get(pk=self.items[n % 3].pk)

    def stage(self, n: int) -> ReportStage:
        stages = ReportStage.objects.filter(item__programme__body=self.body).order_by("pk")
        return stages[n % stages.count()]

    def action(self, n: int) -> Action:
        return Action.objects.get(pk=self.actions[n % 3].pk)

    def hearing(self, n: int) -> Hearing:
        hearings = Hearing.objects.order_by("pk")
        return (
            hearings[n % hearings.count()]
            if hearings
            else plan_hearing(self.item(n), meeting=self.elsewhere[0], by=self.officer)
        )

    def proclaim(self, day: date) -> None:
        Holiday.objects.get_or_create(on=day, defaults={"name": "Proclaimed day"})
        replay_calendar(why="Proclaimed", by=self.officer)

    def set_for_meeting(self, n: int, day: date) -> None:
        set_stage_date(self.meeting(n).stage_dates.order_by("order")[n % 6], on=day, why="Half term", by=self.officer)

    def change_cycle(self, n: int, m: int) -> None:
        offsets = dict(zip(STAGES, range(30 + n, 0, -m - 4), strict=False))
        change_cycle(self.body, offsets=offsets, why="Practice", by=self.officer)

    def do(self, step: tuple[str, int, int, date]) -> None:
        what, n, m, day = step
        by, why = self.officer, "Why"
        {
            "move meeting": lambda: move_meeting(self.meeting(n), to=day, why=why, by=by),
            "arrange meeting": lambda: arrange_in_year(body=self.body, on=day, by=by),
            "move item": lambda: move_item(self.item(n), to=self.meeting(m), why=why, by=by),
            "schedule": lambda: schedule_item(self.item(n), meeting=self.meeting(m), by=by),
            "defer": lambda: defer_item(self.item(n), why=why, by=by),
            "withdraw": lambda: accept_item(withdraw_item(self.item(n), why=why, by=by), by=by),
            "publish": lambda: publish_item(self.item(n), on=TODAY, by=by),
            "meet stage": lambda: meet_stage(self.stage(n), by=by),
            "own date": lambda: give_own_date(self.stage(n), on=day, why=why, by=by),
            "date for meeting": lambda: self.set_for_meeting(n, day),
            "holiday": lambda: self.proclaim(day),
            "cycle": lambda: self.change_cycle(n, m),
            "hear": lambda: plan_hearing(self.item(n), meeting=self.other(m), by=by),
            "move hearing": lambda: move_hearing(self.hearing(n), to=self.other(m), why=why, by=by),
            "take off hearing": lambda: withdraw_hearing(self.hearing(n), why=why, by=by),
            "move other meeting": lambda: move_meeting(self.other(m), to=day, why=why, by=by),
            "publish hearing": lambda: publish_hearings([self.hearing(n)], by=by),
            "set due": lambda: set_due(self.action(n), on=day, why=why, by=by),
            "propose": lambda: propose_completion(self.action(n), text="Done", by=by),
            "open again": lambda: open_again(
                self.action(n), meeting=self.june, why=why, by=by, due_on=day if m else None
            ),
        }[what]()


STEPS = (
    *("move meeting", "arrange meeting", "move item", "schedule", "defer", "withdraw", "publish", "meet stage"),
    *("own date", "date for meeting", "holiday", "cycle", "set due", "propose", "open again"),
    *("hear", "move hearing", "take off hearing", "move other meeting", "publish hearing"),
)


@pytest.fixture
def autumn(hold_date):
    hold_date(TODAY)
    return Autumn()


@contextmanager
def undone_afterwards():
    """What happens in here is taken back, so that every example begins with the same autumn."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def happen(autumn: Autumn, taken: list) -> None:
    """Take each step that is not refused; a refusal takes nothing with it."""
    for step in taken:
        with suppress(Refusal):
            autumn.do(step)


def in_any_order(examples: int):
    """Few examples a run: each is a whole autumn in the database."""
    return settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


days = st.integers(0, 200).map(lambda n: TODAY + timedelta(days=n))
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 20), st.integers(0, 3), days), max_size=8)


def count_back(day: date, n: int) -> date:
    """Working days back from a day, one by one, as a person would on a wall calendar."""
    off = set(england_and_wales()) | set(Holiday.objects.values_list("on", flat=True))
    while n:
        day -= timedelta(days=1)
        n -= day.weekday() < 5 and day not in off
    return day


def fresh_due(stage: ReportStage) -> date:
    meetings = [stage.item.meeting, *(hearing.meeting for hearing in stage.item.hearings.planned())]
    first = min(meetings, key=lambda meeting: meeting.on)
    own = first.stage_dates.get(stage=stage.stage).overridden_on
    return own or count_back(first.on, Cycle.objects.get(body=first.body, stage=stage.stage).number)


def fresh_publication(publication: Publication) -> date:
    own = publication.meeting.stage_dates.get(stage="published").overridden_on
    return own or count_back(publication.meeting.on, 6)


def check_stages(autumn: Autumn) -> None:
    for stage in ReportStage.objects.select_related("item__meeting"):
        assert as_stored(stage) == tell_again(stage)
        assert autumn.firsts.get(stage.pk, stage.first_due_on) == stage.first_due_on
        if stage.is_owed:
            assert stage.item.meeting is not None
            assert stage.overridden_because != "" or stage.due_on == fresh_due(stage)


def what_is_owed() -> dict[int, date]:
    return {stage.pk: stage.due_on for stage in ReportStage.objects.owed()}


def overrides() -> dict[str, tuple]:
    """Every day somebody set with a reason, of a meeting's stage or of one report's, as the pages flag it."""
    meetings = StageDate.objects.exclude(overridden_because="").order_by("pk")
    reports = ReportStage.objects.exclude(overridden_because="").order_by("pk")
    of_meetings = {f"meeting {row.pk}": (row.on, row.overridden_because) for row in meetings}
    return of_meetings | {f"report {row.pk}": (row.due_on, row.overridden_because) for row in reports}


def check_publications() -> None:
    for publication in Publication.objects.select_related("meeting"):
        assert as_stored(publication) == tell_again(publication)
        assert publication.due_on == fresh_publication(publication)


def check_actions(autumn: Autumn) -> None:
    coming = Meeting.objects.deciding().filter(body=autumn.body, on__gt=autumn.june.on).order_by("on")
    for action in Action.objects.select_related("due_meeting"):
        assert as_stored(action) == tell_again(action)
        if action.is_owed and action.due_kind == "next_meeting":
            assert action.due_on == coming.first().on
        if action.is_owed and action.due_kind == "meeting":
            assert action.due_on == action.due_meeting.on


@given(taken=steps)
@in_any_order(25)
def test_any_sequence_leaves_live_dates_fresh_and_ledgers_whole(autumn, taken):
    with undone_afterwards():
        happen(autumn, taken)
        check_stages(autumn)
        check_publications()
        check_actions(autumn)
        assert replay_calendar(why="Nothing changed", by=autumn.officer) == []


@given(taken=steps, day=days, n=st.integers(0, 3))
@in_any_order(10)
def test_any_sequence_leaves_a_meeting_that_can_move_away_and_back(autumn, taken, day, n):
    with undone_afterwards():
        happen(autumn, taken)
        before, meeting = what_is_owed(), autumn.meeting(n)
        on = meeting.on
        with suppress(Refusal):
            move_meeting(meeting, to=day, why="Away", by=autumn.officer)
            move_meeting(meeting, to=on, why="And back", by=autumn.officer)
        assert what_is_owed() == before


@given(taken=steps, n=st.integers(0, 20), m=st.integers(0, 3), day=days)
@in_any_order(15)
def test_no_cycle_holiday_or_meeting_move_takes_a_day_that_somebody_set(autumn, taken, n, m, day):
    with undone_afterwards():
        happen(autumn, taken)
        before = overrides()
        happen(autumn, [("cycle", n, m, day), ("holiday", n, m, day), ("move meeting", n, m, day)])
        assert overrides() == before
