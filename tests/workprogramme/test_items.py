"""The life of an item: every step from every state, and what each leaves behind."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from committees.models import Meeting
from council.domain.setting_up import open_year
from council.refusal import Refusal, Stale
from tests.factories import make_body, make_item, make_meeting, make_officer, make_person, make_suggestion
from tests.ledgers import as_stored, moves_of, tell_again
from workprogramme.domain.items import (
    accept_item,
    decline_item,
    defer_item,
    hear_item,
    move_item,
    open_programme,
    place_item,
    publish_item,
    schedule_item,
    set_authors,
    start_preparing,
    suggest_item,
    withdraw_item,
)
from workprogramme.domain.routing import reroute_item
from workprogramme.domain.stages import meet_stage
from workprogramme.enums import ITEM_LIFE, ON_A_MEETING, ItemState
from workprogramme.models import Item, ItemAuthor, ItemMove, Programme, ReportStage, ReportStageSlip
from workprogramme.rules import check_can_become

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

NOVEMBER, JANUARY = date(2023, 11, 14), date(2024, 1, 23)


@pytest.fixture
def body():
    return make_body("Scrutiny of Education")


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def november(body, officer):
    return make_meeting(body, NOVEMBER, by=officer)


@pytest.fixture
def january(body, officer):
    return make_meeting(body, JANUARY, by=officer)


@pytest.fixture
def item(november, officer):
    return make_item(november, by=officer)


@pytest.fixture
def suggestion(body, officer):
    return make_suggestion(body, open_year("2023/24"), by=officer)


def put_in(item: Item, state: str, meeting: Meeting) -> Item:
    on = meeting if state in ON_A_MEETING else None
    Item.objects.filter(pk=item.pk).update(state=state, meeting=on)
    return Item.objects.get(pk=item.pk)


def everything() -> list:
    tables = (Item, ItemAuthor, ItemMove, ReportStage, ReportStageSlip, Item.history.model)
    return [list(table.objects.order_by("pk").values()) for table in tables]


LEADS_TO = {
    "suggested": {"accepted", "declined"},
    "accepted": {"scheduled", "withdrawn", "rerouted"},
    "declined": {"accepted"},
    "scheduled": {"in_preparation", "published", "deferred", "withdrawn", "rerouted"},
    "in_preparation": {"scheduled", "published", "deferred", "withdrawn", "rerouted"},
    "published": {"heard", "deferred", "withdrawn"},
    "heard": set(),
    "deferred": {"scheduled", "withdrawn", "rerouted"},
    "withdrawn": {"accepted"},
    "rerouted": {"scheduled", "withdrawn", "rerouted"},
}


def test_item_life_is_the_table():
    assert {state.value: {then.value for then in ITEM_LIFE[state]} for state in ItemState} == LEADS_TO


@pytest.mark.parametrize("then", list(ItemState))
@pytest.mark.parametrize("now", list(ItemState))
def test_item_life_refuses_every_other_step_in_words(now, then):
    item = Item(title="A report", state=now)
    if then.value in LEADS_TO[now.value]:
        assert check_can_become(item, then) is None
        return
    with pytest.raises(Refusal) as refused:
        check_can_become(item, then)
    assert str(refused.value) == f"This item is {now.label.lower()}, so it cannot become {then.label.lower()}."


VERBS = {
    "accepted": lambda item, meeting, by: accept_item(item, by=by),
    "declined": lambda item, meeting, by: decline_item(item, why="Out of remit", by=by),
    "scheduled": lambda item, meeting, by: schedule_item(item, meeting=meeting, by=by),
    "in_preparation": lambda item, meeting, by: start_preparing(item, by=by),
    "published": lambda item, meeting, by: publish_item(item, on=date(2023, 9, 18), by=by),
    "deferred": lambda item, meeting, by: defer_item(item, why="Data are late", by=by),
    "withdrawn": lambda item, meeting, by: withdraw_item(item, why="No longer needed", by=by),
    "rerouted": lambda item, meeting, by: reroute_item(item, route="written", why="Short", agreed_by="Chair", by=by),
}


@pytest.mark.parametrize("then", VERBS)
@pytest.mark.parametrize("now", list(ItemState))
def test_verbs_follow_the_life_from_every_state(suggestion, november, officer, now, then):
    item = put_in(suggestion, now, november)
    before = everything()
    if then in LEADS_TO[now.value]:
        VERBS[then](item, november, officer)
        assert Item.objects.get(pk=item.pk).state == then
        return
    with pytest.raises(Refusal):
        VERBS[then](item, november, officer)
    assert everything() == before


@pytest.mark.parametrize(
    ("now", "heard"),
    [
        ("scheduled", True),
        ("in_preparation", True),
        ("published", True),
        ("suggested", False),
        ("accepted", False),
        ("deferred", False),
        ("withdrawn", False),
        ("heard", False),
    ],
)
def test_hear_item_only_where_it_is_on_a_meeting(suggestion, november, officer, now, heard):
    item = put_in(suggestion, now, november)
    if heard:
        assert hear_item(item, by=officer).state == "heard"
        return
    with pytest.raises(Refusal) as refused:
        hear_item(item, by=officer)
    assert str(refused.value) == f"This item is {item.get_state_display().lower()}, so it cannot become heard."


def test_verbs_look_at_what_is_on_record_not_at_what_the_caller_still_holds(suggestion, officer):
    held = Item.objects.get(pk=suggestion.pk)
    decline_item(suggestion, why="Out of remit", by=officer)
    with pytest.raises(Refusal):
        decline_item(held, why="Twice", by=officer)
    assert Item.objects.get(pk=suggestion.pk).state_because == "Out of remit"


def test_open_programme_begins_one_a_year(body):
    year = open_year("2023/24")
    assert open_programme(body=body, year=year) == open_programme(body=body, year=year)
    assert Programme.objects.count() == 1


def test_suggest_item_with_several_authors_in_the_order_printed(body, officer):
    authors = tuple(make_person(name) for name in ("Zoe Able", "Adam Baker", "Mary Cole"))
    item = make_suggestion(body, open_year("2023/24"), by=officer, authors=authors)
    assert (item.state, item.written_by, item.organisation) == ("suggested", "Zoe Able / Adam Baker / Mary Cole", None)


def test_suggest_item_written_by_an_organisation_that_is_never_split(body, officer):
    name = "Integrated Care Board, Place"
    item = make_suggestion(body, open_year("2023/24"), by=officer, organisation=name)
    assert (item.written_by, item.organisation.kind, item.authors.count()) == (name, "outside", 0)


@pytest.mark.parametrize("title", ["", "  "])
def test_suggest_item_refuses_no_title(body, officer, title):
    programme = open_programme(body=body, year=open_year("2023/24"))
    with pytest.raises(Refusal) as refused:
        suggest_item(programme=programme, title=title, by=officer)
    assert (str(refused.value), Item.objects.count()) == ("Enter a title for the item.", 0)


def test_set_authors_replaces_whom_it_does_not_name(item):
    first, second, third = (make_person(name) for name in ("First", "Second", "Third"))
    set_authors(item, (first, second))
    set_authors(item, (third, second))
    assert [str(author) for author in item.authors.all()] == ["Third", "Second"]


def test_authors_belong_to_the_row_not_to_the_subject(november, january, officer):
    one, other = make_person("Laura Knights"), make_person("Joe Banham")
    june = make_item(november, "Work programme", by=officer, authors=(one,))
    autumn = make_item(january, "Work programme", by=officer, authors=(other,))
    assert (june.written_by, autumn.written_by) == ("Laura Knights", "Joe Banham")


def test_schedule_item_makes_its_stages_from_the_meeting_s_dates(item, november):
    stages = {stage.stage: (stage.due_on, stage.first_due_on, stage.why) for stage in item.stages.all()}
    dates = {row.stage: (row.on, row.on, row.why) for row in november.stage_dates.exclude(stage="published")}
    assert stages == dates
    assert list(stages) == ["title", "draft", "comments", "clearance", "final"]


def test_schedule_item_writes_its_first_move(item, november, officer):
    move = ItemMove.objects.get()
    assert (move.from_meeting, move.to_meeting, move.why, move.by) == (None, november, "Scheduled", officer)


def test_schedule_item_owes_an_organisation_s_stages_to_it(november, officer):
    item = make_item(november, by=officer, organisation="Care Board")
    assert {stage.owed_by for stage in item.stages.all()} == {item.organisation}


def test_schedule_item_takes_the_next_place_on_the_agenda_or_the_one_it_is_given(november, officer, suggestion):
    places = [make_item(november, by=officer).order for _ in range(3)]
    given = schedule_item(accept_item(suggestion, by=officer), meeting=november, order=2, by=officer)
    assert (places, given.order) == ([1, 2, 3], 2)


def test_schedule_item_on_a_meeting_of_the_past_leaves_nothing_to_prepare(body, officer):
    item = make_item(make_meeting(body, date(2023, 6, 6), by=officer), by=officer)
    assert (item.state, item.stages.count()) == ("scheduled", 0)


def test_schedule_item_on_an_informal_meeting_leaves_nothing_to_prepare(body, officer):
    item = make_item(make_meeting(body, NOVEMBER, by=officer, kind="informal"), by=officer)
    assert (item.state, item.stages.count()) == ("scheduled", 0)


def test_schedule_item_refuses_another_committee_s_meeting_and_a_cancelled_one(suggestion, body, officer):
    accept_item(suggestion, by=officer)
    theirs = make_meeting(make_body("Scrutiny of Health"), NOVEMBER, by=officer)
    cancelled = make_meeting(body, NOVEMBER, by=officer, state="cancelled")
    before, said = everything(), []
    for meeting in (theirs, cancelled):
        with pytest.raises(Refusal) as refused:
            schedule_item(suggestion, meeting=meeting, by=officer)
        said.append(str(refused.value))
    assert said == [
        "Scrutiny of Health, 14 November 2023 is a meeting of another committee.",
        "The meeting on 14 November 2023 is cancelled. Choose another meeting.",
    ]
    assert everything() == before


def test_move_item_moves_every_open_stage_through_the_ledger(item, november, january, officer):
    firsts = {stage.stage: stage.due_on for stage in item.stages.all()}
    moved = move_item(item, to=january, why="Data are late", by=officer, agreed_by="Chair", version=item.version)
    assert (moved.meeting, moved.version, moved.state) == (january, item.version + 1, "scheduled")
    for stage in moved.stages.all():
        now = january.stage_dates.get(stage=stage.stage).on
        assert moves_of(stage) == [(firsts[stage.stage], now)]
        assert as_stored(stage) == tell_again(stage) == (1, firsts[stage.stage], now)
        slip = stage.slips.get()
        assert (slip.why, slip.by, slip.agreed_by) == ("Data are late", officer, "Chair")
    move = ItemMove.objects.last()
    assert (move.from_meeting, move.to_meeting, move.why, move.agreed_by) == (
        november,
        january,
        "Data are late",
        "Chair",
    )


def test_move_item_and_back_counts_twice_and_ends_where_it_began(item, november, january, officer):
    move_item(item, to=january, why="Data are late", by=officer)
    move_item(item, to=november, why="They are in time", by=officer)
    assert {as_stored(stage)[0] for stage in item.stages.all()} == {2}
    assert [stage.due_on == stage.first_due_on for stage in item.stages.all()] == [True] * 5


def test_move_item_leaves_a_met_stage_as_it_was(item, january, officer):
    title = item.stages.get(stage="title")
    meet_stage(title, on=date(2023, 9, 15), by=officer)
    move_item(item, to=january, why="Data are late", by=officer)
    title.refresh_from_db()
    assert (title.met_on, title.due_on, title.slip_no) == (date(2023, 9, 15), date(2023, 10, 3), 0)
    assert item.stages.get(stage="draft").slip_no == 1


def test_move_item_to_an_informal_meeting_and_back(item, november, body, officer):
    informal = make_meeting(body, date(2023, 10, 3), by=officer, kind="informal")
    move_item(item, to=informal, why="To be talked over first", by=officer)
    assert list(item.stages.owed()) == []
    assert item.stages.first().waived_because == "The meeting of 3 October 2023 has no report stages."
    move_item(item, to=november, why="Ready for the agenda", by=officer)
    assert [(stage.due_on == stage.first_due_on, stage.slip_no) for stage in item.stages.owed()] == [(True, 0)] * 5


@pytest.mark.parametrize(
    ("state", "to", "why", "message"),
    [
        ("scheduled", "november", "Why", "This item is already on the meeting of 14 November 2023."),
        ("scheduled", "june", "Why", "The meeting of 6 June 2023 has passed. Choose one to come."),
        ("scheduled", "january", " ", "Say why the item is moved."),
        ("scheduled", "theirs", "Why", "Another committee, 23 January 2024 is a meeting of another committee."),
        ("published", "january", "Why", "This item is published, so it cannot move to another meeting."),
        ("heard", "january", "Why", "This item is heard, so it cannot move to another meeting."),
        ("deferred", "january", "Why", "This item is deferred, so it cannot move to another meeting."),
    ],
)
def test_move_item_refuses_and_changes_nothing(item, body, november, january, officer, state, to, why, message):
    meetings = {
        "november": november,
        "january": january,
        "june": make_meeting(body, date(2023, 6, 6), by=officer),
        "theirs": make_meeting(make_body("Another committee"), JANUARY, by=officer),
    }
    item = put_in(item, state, november)
    before = everything()
    with pytest.raises(Refusal) as refused:
        move_item(item, to=meetings[to], why=why, by=officer)
    assert (str(refused.value), everything()) == (message, before)


@pytest.mark.parametrize("verb", [move_item, defer_item, withdraw_item])
def test_verbs_refuse_what_somebody_else_changed_meanwhile(item, january, officer, verb):
    more = {"to": january} if verb is move_item else {}
    seen = item.version
    start_preparing(item, by=officer)
    before = everything()
    with pytest.raises(Stale):
        verb(item, why="Data are late", by=officer, version=seen, **more)
    assert everything() == before


def test_defer_item_waives_its_stages_with_the_reason(item, november, officer):
    deferred = defer_item(item, why="Data are late", by=officer, agreed_by="Chair")
    assert (deferred.state, deferred.meeting, deferred.state_because) == ("deferred", None, "Data are late")
    assert list(item.stages.values_list("waived_because", flat=True)) == ["Deferred: Data are late"] * 5
    assert list(item.stages.owed()) == []
    move = ItemMove.objects.last()
    assert (move.from_meeting, move.to_meeting, move.agreed_by) == (november, None, "Chair")


def test_schedule_item_again_takes_deferred_stages_up_again(item, january, officer):
    meet_stage(item.stages.get(stage="title"), by=officer)
    firsts = {stage.stage: stage.first_due_on for stage in item.stages.all()}
    schedule_item(defer_item(item, why="Data are late", by=officer), meeting=january, by=officer, why="Data are in")
    assert [stage.stage for stage in item.stages.owed()] == ["draft", "comments", "clearance", "final"]
    for stage in item.stages.owed():
        assert as_stored(stage) == tell_again(stage)
        assert (stage.slip_no, stage.first_due_on, stage.due_on) == (
            1,
            firsts[stage.stage],
            january.stage_dates.get(stage=stage.stage).on,
        )
        assert stage.slips.get().why == "Data are in"
    assert item.stages.get(stage="title").met_on == date(2023, 9, 19)


def test_withdraw_item_keeps_its_record_and_can_be_accepted_again(item, officer):
    withdrawn = withdraw_item(item, why="Answered in writing", by=officer)
    assert (withdrawn.state, withdrawn.meeting) == ("withdrawn", None)
    assert set(item.stages.values_list("waived_because", flat=True)) == {"Withdrawn: Answered in writing"}
    assert accept_item(withdrawn, by=officer).state == "accepted"


@pytest.mark.parametrize(("verb", "what"), [(defer_item, "deferred"), (withdraw_item, "withdrawn")])
def test_leaving_a_meeting_needs_a_reason(item, officer, verb, what):
    before = everything()
    with pytest.raises(Refusal) as refused:
        verb(item, why="  ", by=officer)
    assert (str(refused.value), everything()) == (f"Say why the item is {what}.", before)


def test_decline_item_needs_a_reason(suggestion, officer):
    with pytest.raises(Refusal) as refused:
        decline_item(suggestion, why="", by=officer)
    assert (str(refused.value), Item.objects.get().state) == ("Say why the item is declined.", "suggested")


def test_publish_item_waives_what_nobody_recorded(item, officer):
    meet_stage(item.stages.get(stage="title"), by=officer)
    published = publish_item(item, on=date(2023, 11, 6), by=officer, agenda_number="7")
    assert (published.state, published.agenda_number) == ("published", "7")
    assert list(item.stages.values_list("waived_because", flat=True)) == [
        "",
        *["The report was published by 6 November 2023; this stage was not recorded."] * 4,
    ]


def test_item_taken_off_a_published_agenda_leaves_its_number_there(item, january, officer):
    published = publish_item(item, on=date(2023, 11, 6), by=officer, agenda_number="7")
    deferred = defer_item(published, why="No time", by=officer)
    assert schedule_item(deferred, meeting=january, by=officer).agenda_number == ""


def test_schedule_item_keeps_as_much_of_a_reason_as_the_record_has_room_for(suggestion, november, officer):
    item = schedule_item(accept_item(suggestion, by=officer), meeting=november, by=officer, why="x" * 500)
    assert item.moves.get().why == "x" * 300


def test_hear_item_publishes_it_first_and_keeps_its_agenda_number(item, officer):
    Item.objects.update(agenda_number="6")
    heard = hear_item(item, by=officer)
    assert (heard.state, heard.agenda_number, item.stages.owed().count()) == ("heard", "6", 0)


@pytest.mark.parametrize("state", list(ON_A_MEETING))
def test_on_a_meeting_without_one_is_held_off_by_the_database(item, state):
    with pytest.raises(IntegrityError), transaction.atomic():
        Item.objects.update(state=state, meeting=None)
    assert Item.objects.get().state == "scheduled"


@pytest.mark.parametrize("state", [state for state in ItemState if state not in ON_A_MEETING])
def test_off_meetings_with_one_is_held_off_by_the_database(item, state):
    with pytest.raises(IntegrityError), transaction.atomic():
        Item.objects.update(state=state)
    assert Item.objects.get().state == "scheduled"


def test_item_that_comes_back_takes_the_place_it_had_where_it_is_free(item, november, january, officer):
    make_item(november, by=officer)
    moved = move_item(item, to=january, why="Later", by=officer)
    assert move_item(moved, to=november, why="Moved back", by=officer).order == 1
    away = defer_item(Item.objects.get(pk=item.pk), why="Later", by=officer)
    make_item(november, by=officer)
    Item.objects.filter(meeting=november, order=3).update(order=1)
    assert place_item(away, to=november, by=officer).order == 3


def test_place_item_refuses_a_meeting_that_has_passed(item, body, officer):
    june = make_meeting(body, date(2023, 6, 6), by=officer)
    deferred = defer_item(item, why="Later", by=officer)
    with pytest.raises(Refusal) as refused:
        place_item(deferred, to=june, by=officer)
    assert str(refused.value) == "The meeting of 6 June 2023 has passed. Choose one to come."
