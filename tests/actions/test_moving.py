"""Moving a meeting and replaying the calendar, with everything that hangs on them."""

from datetime import date

import pytest

from actions.domain.moving import (
    Moved,
    arrange_in_year,
    move_meeting,
    rehearse,
    rehearse_item_move,
    rehearse_meeting_move,
    replay_calendar,
    set_stage_date,
)
from actions.models import Action, ActionSlip
from committees.domain.cycle import override_stage_date
from committees.domain.meetings import publish_agenda
from committees.models import Cycle, Meeting, MeetingMove, Publication, PublicationSlip, StageDate
from council.models import Holiday
from council.refusal import Refusal, Stale
from tests.factories import make_action, make_body, make_item, make_meeting, make_officer, make_person, make_post
from tests.ledgers import as_stored, moves_of, tell_again
from workprogramme.domain.items import defer_item, move_item, publish_item
from workprogramme.domain.series import begin_series
from workprogramme.domain.stages import give_own_date, meet_stage
from workprogramme.models import Item, ItemMove, ReportStage, ReportStageSlip

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

JUNE, SEPTEMBER, NOVEMBER = date(2023, 6, 6), date(2023, 9, 26), date(2023, 11, 14)
LATER, EARLIER = date(2023, 11, 21), date(2023, 11, 7)


@pytest.fixture
def body():
    return make_body("Scrutiny of Education")


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def june(body, officer):
    return make_meeting(body, JUNE, by=officer)


@pytest.fixture
def november(body, officer):
    return make_meeting(body, NOVEMBER, by=officer)


@pytest.fixture
def item(november, officer):
    return make_item(november, "Complaints", by=officer, authors=(make_person("Ann Author"),))


def everything() -> list:
    tables = (
        *(Meeting, MeetingMove, StageDate, Publication, PublicationSlip, Item, ItemMove, ReportStage, ReportStageSlip),
        *(Action, ActionSlip, Meeting.history.model, Item.history.model, Action.history.model),
    )
    return [list(table.objects.order_by("pk").values()) for table in tables]


def dates_of(item: Item) -> dict[str, str]:
    return {stage.stage: stage.due_on.isoformat() for stage in item.stages.all()}


def test_move_meeting_takes_stage_dates_stages_and_the_agenda_along(november, item, officer):
    moved = move_meeting(november, to=LATER, why="Venue closed", by=officer, version=0)
    assert dates_of(item) == {
        "title": "2023-10-10",
        "draft": "2023-10-24",
        "comments": "2023-10-31",
        "clearance": "2023-11-07",
        "final": "2023-11-10",
    }
    assert moved == [
        Moved(
            "Agenda for Scrutiny of Education, 21 November 2023",
            "Committee officers",
            date(2023, 11, 6),
            date(2023, 11, 13),
        ),
        Moved("Title and author confirmed: Complaints", "Ann Author", date(2023, 10, 3), date(2023, 10, 10)),
        Moved("First draft: Complaints", "Ann Author", date(2023, 10, 17), date(2023, 10, 24)),
        Moved("Finance and legal comments: Complaints", "Ann Author", date(2023, 10, 24), date(2023, 10, 31)),
        Moved("Clearance: Complaints", "Ann Author", date(2023, 10, 31), date(2023, 11, 7)),
        Moved("Final: Complaints", "Ann Author", date(2023, 11, 3), date(2023, 11, 10)),
    ]


def test_move_meeting_writes_a_slip_for_each_date_with_who_and_why(november, item, officer):
    move_meeting(november, to=LATER, why="Venue closed", by=officer)
    for stage in item.stages.all():
        slip = stage.slips.get()
        assert (slip.why, slip.by) == ("Meeting moved: Venue closed", officer)
        assert as_stored(stage) == tell_again(stage)
    assert Publication.objects.get().slips.get().by == officer


def test_move_meeting_and_back_arms_reminders_twice_and_keeps_first_dates(november, item, officer):
    firsts = {stage.stage: stage.due_on for stage in item.stages.all()}
    move_meeting(november, to=LATER, why="Venue closed", by=officer)
    move_meeting(november, to=NOVEMBER, why="Venue open again", by=officer)
    for stage in item.stages.all():
        first = firsts[stage.stage]
        assert as_stored(stage) == tell_again(stage) == (2, first, first)
    publication = Publication.objects.get()
    assert as_stored(publication) == tell_again(publication) == (2, date(2023, 11, 6), date(2023, 11, 6))


def test_move_meeting_earlier_may_leave_what_is_late(november, item, officer):
    move_meeting(november, to=date(2023, 10, 24), why="Urgent", by=officer)
    assert [stage.stage for stage in ReportStage.objects.overdue(date(2023, 9, 19))] == ["title"]


def test_move_meeting_leaves_met_and_waived_stages_and_days_of_their_own(november, item, officer):
    title, draft, comments = item.stages.order_by("order")[:3]
    meet_stage(title, by=officer)
    give_own_date(draft, on=date(2023, 10, 20), why="Author on leave", by=officer)
    ReportStage.objects.filter(pk=comments.pk).update(waived_because="Nothing to comment on")
    move_meeting(november, to=LATER, why="Venue closed", by=officer)
    assert [as_stored(stage)[0] for stage in item.stages.order_by("order")] == [0, 1, 0, 1, 1]
    assert dates_of(item) == {
        "title": "2023-10-03",
        "draft": "2023-10-20",
        "comments": "2023-10-24",
        "clearance": "2023-11-07",
        "final": "2023-11-10",
    }
    assert item.stages.get(stage="comments").waived_because == "Nothing to comment on"


def test_move_meeting_asks_nothing_more_of_a_report_that_is_out(november, item, officer):
    publish_item(item, on=date(2023, 9, 18), by=officer)
    publish_agenda(november, on=date(2023, 9, 18), by=officer)
    assert move_meeting(november, to=LATER, why="Venue closed", by=officer) == []
    assert (item.stages.owed().count(), Publication.objects.owed().count()) == (0, 0)


def test_move_meeting_keeps_an_override_beside_the_fresh_computation(november, item, officer):
    set_stage_date(november.stage_dates.get(stage="draft"), on=date(2023, 10, 12), why="Half term", by=officer)
    move_meeting(november, to=LATER, why="Venue closed", by=officer)
    row = november.stage_dates.get(stage="draft")
    assert (row.on, row.overridden_because, row.computed_on) == (date(2023, 10, 12), "Half term", date(2023, 10, 24))
    assert item.stages.get(stage="draft").due_on == date(2023, 10, 12)


def test_move_meeting_between_weekend_days_keeps_the_date_and_says_the_new_rule(body, officer):
    meeting = make_meeting(body, date(2023, 11, 18), by=officer)
    item = make_item(meeting, by=officer)
    before = dates_of(item)
    assert move_meeting(meeting, to=date(2023, 11, 19), why="Hall let", by=officer) == []
    assert dates_of(item) == before
    assert item.stages.get(stage="draft").why == "20 working days before the meeting on 19 November 2023"
    assert Publication.objects.get().why == "5 clear days before the meeting on 19 November 2023"


def test_move_meeting_moves_what_is_due_at_it_or_at_the_next(june, november, officer):
    asked = {"next": {"due_kind": "next_meeting"}, "named": {"due_kind": "meeting", "due_meeting": november}}
    asked |= {"dated": {"due_kind": "date", "due_on": NOVEMBER}, "none": {}}
    for task, due in asked.items():
        make_action(june, task, by=officer, owner=make_post(f"Director of {task}"), **due)
    moved = move_meeting(november, to=LATER, why="Venue closed", by=officer)
    assert [(one.what, one.whose) for one in moved[1:]] == [
        ("next", "Director of next"),
        ("named", "Director of named"),
    ]
    due = {action.task: (action.due_on, action.first_due_on) for action in Action.objects.all()}
    assert due == {
        "next": (LATER, NOVEMBER),
        "named": (LATER, NOVEMBER),
        "dated": (NOVEMBER, NOVEMBER),
        "none": (None, None),
    }


def test_move_meeting_past_another_hands_next_on(june, body, november, officer):
    january = make_meeting(body, date(2024, 1, 23), by=officer)
    action = make_action(june, by=officer, due_kind="next_meeting")
    move_meeting(november, to=date(2024, 2, 6), why="Election", by=officer)
    action.refresh_from_db()
    assert (action.due_on, action.due_meeting, action.first_due_on) == (january.on, january, NOVEMBER)
    move_meeting(november, to=NOVEMBER, why="No election", by=officer)
    action.refresh_from_db()
    assert (action.due_on, action.due_meeting) == (NOVEMBER, november)
    assert as_stored(action) == tell_again(action) == (2, NOVEMBER, NOVEMBER)


def test_move_meeting_of_one_committee_leaves_another_s_alone(november, item, officer):
    theirs = make_meeting(make_body(), NOVEMBER, by=officer)
    other = make_item(theirs, by=officer)
    action = make_action(make_meeting(theirs.body, JUNE, by=officer), by=officer, due_kind="next_meeting")
    move_meeting(november, to=LATER, why="Venue closed", by=officer)
    action.refresh_from_db()
    assert ({stage.slip_no for stage in other.stages.all()}, action.due_on) == ({0}, NOVEMBER)


@pytest.mark.parametrize(
    ("to", "why", "version", "state", "refusal"),
    [
        (date(2023, 9, 18), "Why", 0, "arranged", Refusal),
        (date(2000, 1, 1), "Why", 0, "arranged", Refusal),
        (LATER, "Why", 0, "held", Refusal),
        (LATER, "Why", 0, "cancelled", Refusal),
        (SEPTEMBER, "Why", 0, "arranged", Refusal),
        (NOVEMBER, "Why", 0, "arranged", Refusal),
        (LATER, "  ", 0, "arranged", Refusal),
        (LATER, "Why", 1, "arranged", Stale),
    ],
)
def test_move_meeting_refuses_and_nothing_is_half_written(
    june, body, november, item, officer, to, why, version, state, refusal
):
    make_meeting(body, SEPTEMBER, by=officer)
    make_action(june, by=officer, due_kind="meeting", due_meeting=november)
    Meeting.objects.filter(pk=november.pk).update(state=state)
    before = everything()
    with pytest.raises(Refusal) as refused:
        move_meeting(november, to=to, why=why, by=officer, version=version)
    assert (type(refused.value), everything()) == (refusal, before)


def test_rehearsal_of_a_meeting_changes_nothing_and_tells_what_then_happens(june, november, item, officer):
    make_action(june, by=officer, due_kind="next_meeting")
    before = everything()
    told = rehearse_meeting_move(november, to=LATER, by=officer)
    assert (everything(), november.on) == (before, NOVEMBER)
    happened = move_meeting(november, to=LATER, why="Venue closed", by=officer)
    assert (told, len(told)) == (happened, 7)


def test_rehearsal_of_an_item_changes_nothing_and_tells_what_then_happens(body, november, item, officer):
    january = make_meeting(body, date(2024, 1, 23), by=officer)
    before = everything()
    told = rehearse_item_move(item, to=january, by=officer)
    assert (everything(), item.meeting) == (before, november)
    item.refresh_from_db()
    move_item(item, to=january, why="Data are late", by=officer)
    happened = [moves_of(stage)[0] for stage in item.stages.all()]
    assert [(one.from_on, one.to_on) for one in told.moved] == happened
    assert {one.whose for one in told.moved} == {"Ann Author"}


def test_rehearsal_from_the_tray_tells_the_dates_that_would_be_owed_again(november, item, officer):
    meet_stage(item.stages.get(stage="title"), by=officer)
    deferred = defer_item(item, why="Data are late", by=officer)
    before = everything()
    told = rehearse_item_move(deferred, to=november, by=officer)
    assert everything() == before
    assert ([(one.what, one.from_on, one.to_on) for one in told.moved][:2], told.done) == (
        [("First draft", None, date(2023, 10, 17)), ("Finance and legal comments", None, date(2023, 10, 24))],
        1,
    )


def test_rehearsal_to_an_informal_meeting_tells_the_dates_no_longer_owed(body, item, officer):
    informal = make_meeting(body, LATER, by=officer, kind="informal", title="Workshop")
    told = rehearse_item_move(item, to=informal, by=officer)
    assert [one.to_on for one in told.moved] == [None] * 5
    assert [clash.kind for clash in told.clashes] == ["route"]


def test_rehearsal_of_an_item_tells_what_it_would_run_into(body, november, item, officer):
    Item.objects.filter(pk=item.pk).update(decision_on=date(2024, 1, 9))
    january = make_meeting(body, date(2024, 1, 23), by=officer)
    told = rehearse_item_move(item, to=january, by=officer)
    assert [clash.kind for clash in told.clashes] == ["decision", "days_off"]
    assert told.clashes[1].words == (
        "Christmas Day (25 Dec 2023), Boxing Day (26 Dec 2023) and New Year's Day (1 Jan 2024) fall in the days for: "
        "Finance and legal comments, due 2 January 2024."
    )


def test_rehearsal_refuses_what_the_verb_refuses(november, item, officer):
    before = everything()
    with pytest.raises(Refusal):
        rehearse_meeting_move(november, to=date(2023, 9, 18), by=officer)
    assert everything() == before


def test_rehearsal_of_any_verb(body, june, november, officer):
    action = make_action(june, "Report", by=officer, due_kind="next_meeting")
    before = everything()
    told = rehearse(arrange_in_year, body=body, on=SEPTEMBER, by=officer)
    assert told == [Moved("Report", "Nobody named", NOVEMBER, SEPTEMBER)]
    assert (everything(), Action.objects.get().due_on) == (before, action.due_on)


def test_moved_dates_are_one_s_own_not_those_of_somebody_at_work_meanwhile(body, november, item, officer):
    colleague = make_officer(body)

    def move_while_another_does(*, by):
        give_own_date(item.stages.get(stage="final"), on=date(2023, 11, 2), why="Print", by=colleague)
        move_meeting(november, to=LATER, why="Venue closed", by=by)

    assert len(rehearse(move_while_another_does, by=officer)) == 5


def test_set_stage_date_reaches_the_reports_and_the_agenda(november, item, officer):
    moved = set_stage_date(november.stage_dates.get(stage="draft"), on=date(2023, 10, 12), why="Half term", by=officer)
    assert moved == [Moved("First draft: Complaints", "Ann Author", date(2023, 10, 17), date(2023, 10, 12))]
    moved = set_stage_date(november.stage_dates.get(stage="published"), on=date(2023, 11, 3), why="Printer", by=officer)
    assert [(one.whose, one.to_on) for one in moved] == [("Committee officers", date(2023, 11, 3))]
    publication = Publication.objects.get()
    assert (publication.due_on, as_stored(publication)) == (date(2023, 11, 3), tell_again(publication))


def test_set_stage_date_refuses_without_a_reason_and_changes_nothing(november, item, officer):
    before = everything()
    with pytest.raises(Refusal):
        set_stage_date(november.stage_dates.get(stage="draft"), on=date(2023, 10, 12), why=" ", by=officer)
    assert everything() == before


def test_replay_moves_only_the_dates_before_which_a_new_holiday_falls(november, item, officer):
    Holiday.objects.create(on=date(2023, 10, 20), name="Proclaimed day", source="Announced in Parliament")
    moved = replay_calendar(why="Bank holiday proclaimed for 20 October", by=officer)
    assert moved == [
        Moved("Title and author confirmed: Complaints", "Ann Author", date(2023, 10, 3), date(2023, 10, 2)),
        Moved("First draft: Complaints", "Ann Author", date(2023, 10, 17), date(2023, 10, 16)),
    ]
    slips = {stage.stage: as_stored(stage)[0] for stage in item.stages.all()}
    assert slips == {"title": 1, "draft": 1, "comments": 0, "clearance": 0, "final": 0}
    assert {slip.why for slip in ReportStageSlip.objects.all()} == {"Bank holiday proclaimed for 20 October"}
    assert PublicationSlip.objects.count() == 0


def test_replay_a_second_time_moves_nothing(november, item, officer):
    Holiday.objects.create(on=date(2023, 10, 20), name="Proclaimed day")
    replay_calendar(why="Proclaimed", by=officer)
    before = everything()
    assert (replay_calendar(why="Proclaimed", by=officer), everything()) == ([], before)


def test_replay_locks_only_the_stages_whose_dates_move(november, item, officer, django_assert_max_num_queries):
    replay_calendar(why="Nothing new", by=officer)
    with django_assert_max_num_queries(60):
        assert replay_calendar(why="Nothing new", by=officer) == []


def test_replay_of_a_withdrawn_holiday_moves_dates_back_as_moves_of_their_own(november, item, officer):
    Holiday.objects.create(on=date(2023, 10, 20), name="Proclaimed day")
    replay_calendar(why="Proclaimed", by=officer)
    Holiday.objects.all().delete()
    replay_calendar(why="Withdrawn", by=officer)
    draft = item.stages.get(stage="draft")
    assert as_stored(draft) == tell_again(draft) == (2, date(2023, 10, 17), date(2023, 10, 17))


@pytest.mark.parametrize(
    ("kind", "on", "published_by"),
    [
        ("bank_holiday", date(2023, 11, 9), date(2023, 11, 3)),
        ("bank_holiday", date(2023, 11, 11), date(2023, 11, 6)),
        ("closure", date(2023, 11, 9), date(2023, 11, 6)),
        ("not_a_holiday", date(2023, 11, 9), date(2023, 11, 6)),
    ],
)
def test_replay_moves_the_duty_to_publish(november, officer, kind, on, published_by):
    Holiday.objects.create(on=on, name="A day", kind=kind)
    replay_calendar(why="Proclaimed", by=officer)
    assert Publication.objects.get().due_on == published_by


def test_replay_leaves_days_that_were_set_with_a_reason(november, item, officer):
    override_stage_date(november.stage_dates.get(stage="title"), on=date(2023, 10, 4), why="Half term")
    replay_calendar(why="Override", by=officer)
    give_own_date(item.stages.get(stage="draft"), on=date(2023, 10, 18), why="Author on leave", by=officer)
    Holiday.objects.create(on=date(2023, 10, 20), name="Proclaimed day")
    assert replay_calendar(why="Proclaimed", by=officer) == []
    row = november.stage_dates.get(stage="title")
    assert (row.on, row.computed_on) == (date(2023, 10, 4), date(2023, 10, 2))
    assert [dates_of(item)[stage] for stage in ("title", "draft")] == ["2023-10-04", "2023-10-18"]


def test_replay_leaves_meetings_of_the_past_and_cancelled_ones(body, officer, hold_date):
    hold_date(date(2023, 5, 1))
    for on in (JUNE, SEPTEMBER, NOVEMBER):
        make_item(make_meeting(body, on, by=officer), by=officer)
    hold_date(date(2023, 9, 19))
    Meeting.objects.filter(on=NOVEMBER).update(state="cancelled")
    for on in (date(2023, 5, 30), date(2023, 9, 13), date(2023, 11, 1)):
        Holiday.objects.create(on=on, name="A day")
    replay_calendar(why="Proclaimed", by=officer)
    moved = ReportStageSlip.objects.values_list("obligation__item__meeting__on", flat=True)
    assert set(moved) == {SEPTEMBER}


def test_replay_follows_a_cycle_that_changed(november, item, officer):
    Cycle.objects.filter(body=november.body, stage="draft").update(number=22)
    moved = replay_calendar(why="Drafts two days earlier", by=officer)
    assert [(one.what, one.to_on) for one in moved] == [("First draft: Complaints", date(2023, 10, 13))]
    assert item.stages.get(stage="draft").why == "22 working days before the meeting on 14 November 2023"


def test_meeting_newly_arranged_gets_its_standing_items_with_their_dates(body, officer):
    series = begin_series(body=body, title="Cabinet updates", returns="every_meeting", by=officer, authors=("Ann",))
    begin_series(body=body, title="Scorecard", returns="chosen", by=officer)
    meeting = arrange_in_year(body=body, on=NOVEMBER, by=officer)
    item = meeting.items.get()
    assert (item.series, item.state, item.written_by, item.stages.owed().count()) == (series, "scheduled", "Ann", 5)


def test_meeting_of_the_past_or_of_another_kind_gets_none(body, officer):
    begin_series(body=body, title="Cabinet updates", returns="every_meeting", by=officer, from_on=JUNE)
    arrange_in_year(body=body, on=JUNE, by=officer)
    arrange_in_year(body=body, on=NOVEMBER, by=officer, kind="call_in")
    arrange_in_year(body=body, on=LATER, by=officer, kind="informal", title="Health")
    assert Item.objects.count() == 0


def test_rehearsal_says_that_a_meeting_would_be_without_its_standing_item_and_another_has_it_twice(body, officer):
    november, later = (make_meeting(body, day, by=officer) for day in (NOVEMBER, LATER))
    begin_series(body=body, title="Cabinet updates", returns="every_meeting", by=officer)
    told = rehearse_item_move(november.items.get(), to=later, by=officer)
    assert [clash.words for clash in told.clashes] == [
        "Cabinet updates is on that meeting already.",
        "The meeting of 14 November 2023 would be without it, and it stands at every formal meeting.",
    ]
