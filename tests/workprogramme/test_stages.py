"""Report stages: due by their meeting's dates, met, taken back, and given a day of their own."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from committees.domain.cycle import override_stage_date
from council.refusal import Refusal
from tests.factories import make_body, make_item, make_meeting, make_officer
from tests.ledgers import as_stored, moves_of, tell_again
from workprogramme.domain.items import defer_item, move_item, publish_item
from workprogramme.domain.stages import (
    arrive_at_meeting,
    dates_to_meet,
    drop_stages,
    follow_meeting_dates,
    give_own_date,
    meet_stage,
    reopen_stage,
)
from workprogramme.models import ReportStage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]


@pytest.fixture
def officer():
    return make_officer(make_body())


@pytest.fixture
def november(officer):
    return make_meeting(officer.grants.get().body, date(2023, 11, 14), by=officer)


@pytest.fixture
def item(november, officer):
    return make_item(november, by=officer)


@pytest.fixture
def draft(item):
    return item.stages.get(stage="draft")


def test_follow_meeting_dates_twice_changes_nothing(item, officer):
    before = list(ReportStage.objects.values())
    follow_meeting_dates(item, why="Again", by=officer)
    assert list(ReportStage.objects.values()) == before


def test_follow_meeting_dates_takes_an_override_with_its_words(item, november, draft, officer):
    override_stage_date(november.stage_dates.get(stage="draft"), on=date(2023, 10, 12), why="Half term")
    follow_meeting_dates(item, why="Half term", by=officer)
    draft.refresh_from_db()
    assert (draft.due_on, draft.why) == (date(2023, 10, 12), "Set for this meeting: Half term")
    assert moves_of(draft) == [(date(2023, 10, 17), date(2023, 10, 12))]


def test_follow_meeting_dates_leaves_a_report_alone_that_is_out(item, november, officer):
    publish_item(item, on=date(2023, 9, 18), by=officer)
    item.refresh_from_db()
    override_stage_date(november.stage_dates.get(stage="draft"), on=date(2023, 10, 12), why="Half term")
    assert (follow_meeting_dates(item, why="Half term", by=officer), item.stages.owed().count()) == ([], 0)


def test_follow_meeting_dates_leaves_waived_stages_waived(item, officer):
    drop_stages(item, because="A short oral report")
    follow_meeting_dates(item, why="Again", by=officer)
    assert set(item.stages.values_list("waived_because", flat=True)) == {"A short oral report"}


def test_follow_meeting_dates_asks_nothing_of_an_item_on_no_meeting(item, officer):
    deferred = defer_item(item, why="Data are late", by=officer)
    assert follow_meeting_dates(deferred, why="Again", by=officer) == []


def test_arrive_at_meeting_takes_waived_stages_up_again(item, officer):
    drop_stages(item, because="Off the meeting")
    assert [stage.is_owed for stage in arrive_at_meeting(item, why="Back", by=officer)] == [True] * 5


@pytest.mark.parametrize(
    ("on", "kind", "count"),
    [
        (date(2023, 9, 18), "formal", 0),
        (date(2023, 9, 19), "formal", 5),
        (date(2024, 3, 12), "special", 5),
        (date(2024, 3, 12), "informal", 0),
    ],
)
def test_dates_to_meet_are_those_of_formal_meetings_to_come(officer, on, kind, count):
    meeting = make_meeting(make_body(), on, by=officer, kind=kind)
    assert len(dates_to_meet(meeting)) == count


@pytest.mark.parametrize(("said", "recorded"), [(None, date(2023, 9, 19)), (date(2023, 9, 14), date(2023, 9, 14))])
def test_meet_stage_on_a_day_or_today(draft, officer, said, recorded):
    met = meet_stage(draft, on=said, by=officer)
    assert (met.met_on, met.met_by, met.is_owed) == (recorded, officer, False)


def test_meet_stage_refuses_a_day_to_come(draft, officer):
    with pytest.raises(Refusal) as refused:
        meet_stage(draft, on=date(2023, 9, 20), by=officer)
    assert str(refused.value) == "A stage cannot be done on a day that has not come."
    assert ReportStage.objects.filter(met_on__isnull=False).count() == 0


def test_meet_stage_twice_is_refused_also_from_an_old_page(draft, officer):
    old = ReportStage.objects.get(pk=draft.pk)
    meet_stage(draft, on=date(2023, 9, 14), by=officer)
    with pytest.raises(Refusal) as refused:
        meet_stage(old, by=officer)
    assert str(refused.value) == "This stage was already marked done on 14 September 2023."
    assert ReportStage.objects.get(pk=draft.pk).met_on == date(2023, 9, 14)


def test_meet_stage_refuses_where_nothing_is_owed(item, draft, officer):
    defer_item(item, why="Data are late", by=officer)
    with pytest.raises(Refusal) as refused:
        meet_stage(draft, by=officer)
    assert str(refused.value) == "Nothing is owed on this stage: Deferred: Data are late"


def test_reopen_stage_undoes_done_once(draft, officer):
    before = ReportStage.objects.filter(pk=draft.pk).values().get()
    meet_stage(draft, by=officer)
    reopen_stage(draft, by=officer)
    assert ReportStage.objects.filter(pk=draft.pk).values().get() == before
    with pytest.raises(Refusal) as refused:
        reopen_stage(draft, by=officer)
    assert str(refused.value) == "This stage is not marked done."


def test_give_own_date_moves_it_and_it_no_longer_follows(item, draft, officer):
    give_own_date(draft, on=date(2023, 10, 20), why="Author on leave", by=officer, agreed_by="Chair")
    january = make_meeting(item.meeting.body, date(2024, 1, 23), by=officer)
    move_item(item, to=january, why="Data are late", by=officer)
    draft.refresh_from_db()
    assert (draft.due_on, draft.why) == (date(2023, 10, 20), "Agreed for this report: Author on leave")
    assert as_stored(draft) == tell_again(draft) == (1, date(2023, 10, 17), date(2023, 10, 20))
    assert item.stages.get(stage="final").slip_no == 1


def test_give_own_date_that_the_rule_gives_too_keeps_it_from_following(item, draft, officer):
    give_own_date(draft, on=draft.due_on, why="Author is away afterwards", by=officer)
    draft.refresh_from_db()
    assert (draft.slip_no, draft.overridden_because) == (0, "Author is away afterwards")
    assert draft.why == "Agreed for this report: Author is away afterwards"


@pytest.mark.parametrize(
    ("met", "why", "message"),
    [
        (False, " ", "Say why this stage has a date of its own."),
        (True, "Why", "This stage is already done or waived, so it needs no date."),
    ],
)
@pytest.mark.parametrize("on", [date(2023, 10, 17), date(2023, 10, 20)])
def test_give_own_date_refuses_and_changes_nothing(draft, officer, met, why, message, on):
    if met:
        meet_stage(draft, by=officer)
    before = list(ReportStage.objects.values())
    with pytest.raises(Refusal) as refused:
        give_own_date(draft, on=on, why=why, by=officer)
    assert (str(refused.value), list(ReportStage.objects.values())) == (message, before)


def test_two_rows_of_one_stage_are_held_off_by_the_database(item):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportStage.objects.create(item=item, stage="draft")
    assert item.stages.count() == 5


def test_a_date_without_a_first_one_is_held_off_by_the_database(draft):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportStage.objects.filter(pk=draft.pk).update(first_due_on=None)
    assert ReportStage.objects.get(pk=draft.pk).first_due_on == date(2023, 10, 17)


@pytest.mark.parametrize(
    ("today", "on", "late"),
    [
        (date(2023, 10, 17), None, False),
        (date(2023, 10, 17), date(2023, 10, 12), False),
        (date(2023, 10, 18), None, True),
        (date(2023, 10, 18), date(2023, 10, 12), True),
    ],
)
def test_meet_stage_after_its_day_or_recorded_late_asks_why(draft, officer, hold_date, today, on, late):
    hold_date(today)
    if late:
        with pytest.raises(Refusal) as refused:
            meet_stage(draft, on=on, late_because=" ", by=officer)
        assert str(refused.value) == "First draft was due on 17 October 2023. Say why it is late, or was recorded late."
    met = meet_stage(draft, on=on, late_because="Figures came late", by=officer)
    assert (met.met_on, met.recorded_on, met.late_because) == (on or today, today, "Figures came late" if late else "")


def test_late_reason_stays_on_record_when_done_is_taken_back(draft, officer, hold_date):
    hold_date(date(2023, 10, 18))
    meet_stage(draft, late_because="Figures came late", by=officer)
    reopen_stage(draft, by=officer)
    draft.refresh_from_db()
    told = [(str(mark), mark.late_because, mark.by) for mark in draft.marks.all()]
    assert draft.late_because == ""
    assert told == [
        ("First draft done on 18 October 2023", "Figures came late", officer),
        ("First draft open again", "", officer),
    ]
