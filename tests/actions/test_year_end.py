"""The year's end: what is carried, what stays, what is left and why; twice does nothing more."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions.domain.actions import put_on_programme
from actions.domain.carrying import carry_over
from actions.domain.editions import build_edition, freeze_edition
from actions.domain.moving import arrange_in_year
from actions.domain.two_voices import record_answer
from actions.domain.year_end import label_after, plan_year_end
from committees.domain.meetings import hold_meeting
from committees.models import Meeting, Venue
from council.domain.setting_up import open_year
from council.refusal import Refusal
from papers.writing.edition import Change
from tests.factories import (
    make_action,
    make_body,
    make_entry,
    make_item,
    make_meeting,
    make_member,
    make_officer,
    make_person,
    make_suggestion,
)
from workprogramme.domain.asked import ask_for_item, decline_asked
from workprogramme.domain.items import accept_item, decline_item, defer_item, hear_item, open_programme, withdraw_item
from workprogramme.domain.pre_scrutiny import request_pre_scrutiny
from workprogramme.domain.series import begin_series, end_series
from workprogramme.models import Carried, Item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]


@pytest.fixture
def body():
    return make_body("Children and families", short_name="Children")


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def september(body, officer):
    """A meeting that was held last week."""
    meeting = make_meeting(
        body, date(2023, 9, 12), by=officer, at=time(18, 30), venue=Venue.objects.create(name="Hall")
    )
    return hold_meeting(meeting, by=officer)


@pytest.fixture
def november(body, officer):
    return make_meeting(body, date(2023, 11, 14), by=officer)


@pytest.fixture
def heard(september, officer):
    return hear_item(make_item(september, "Domestic abuse", by=officer), by=officer)


@pytest.fixture
def programme(heard):
    return heard.programme


@pytest.fixture
def next_year():
    return open_year("2024/25")


def told(lines):
    return [(line.title, line.because) for line in lines]


def test_label_after_is_the_next_municipal_year():
    assert (label_after(open_year("2023/24")), label_after(open_year("1999/00"))) == ("2024/25", "2000/01")


def test_what_comes_back_is_carried_once_with_its_authors(programme, september, november, officer, next_year):
    ann, bo = make_person("Ann"), make_person("Bo")
    hear_item(make_item(september, "Scorecard", by=officer, authors=(ann,), recurrence="regular"), by=officer)
    make_item(november, "Scorecard", by=officer, authors=(bo, ann), recurrence="regular")
    assert told(plan_year_end(programme).carried) == [
        ("Scorecard", "Regular item (chosen meetings), on 2 meetings this year")
    ]
    carry_over(programme, to_year=next_year, by=officer)
    new = Item.objects.get(programme__year=next_year)
    assert (new.title, new.state, new.recurrence, new.origin, new.written_by, new.meeting) == (
        "Scorecard", "accepted", "regular", "last_year", "Bo / Ann", None,
    )  # fmt: skip
    assert Item.objects.filter(title="Scorecard", programme=programme).count() == 2


def test_what_waits_moves_as_it_is(programme, body, september, november, officer, next_year):
    year = september.year
    suggested = make_suggestion(body, year, "Suggested", by=officer)
    accepted = accept_item(make_suggestion(body, year, "Accepted", by=officer), by=officer)
    deferred = defer_item(make_item(november, "Deferred", by=officer), why="No author", by=officer)
    assert told(plan_year_end(programme).carried) == [
        ("Suggested", "Suggested, not answered yet"), ("Accepted", "Accepted, on no meeting yet"),
        ("Deferred", "Deferred: No author"),
    ]  # fmt: skip
    carry_over(programme, to_year=next_year, by=officer)
    moved = Item.objects.filter(programme__year=next_year).order_by("pk")
    assert [(item.pk, item.state) for item in moved] == [
        (suggested.pk, "suggested"), (accepted.pk, "accepted"), (deferred.pk, "deferred"),
    ]  # fmt: skip
    assert moved[1].history.first().history_change_reason == "Carried over to 2024/25"


def test_what_a_held_meeting_did_not_reach_is_carried(programme, september, officer, next_year):
    make_item(september, "Not reached", by=officer)
    assert told(plan_year_end(programme).carried) == [
        ("Not reached", "Not reached at the meeting of 12 September 2023")
    ]
    carry_over(programme, to_year=next_year, by=officer)
    item = Item.objects.get(title="Not reached")
    assert (item.programme.year, item.state, item.meeting) == (next_year, "deferred", None)
    assert [move.why for move in item.moves.all()][-1] == "Not reached at the meeting of 12 September 2023"


def test_what_is_left_behind_says_why(programme, body, september, november, officer):
    make_item(november, "To come", by=officer)
    make_item(make_meeting(body, date(2023, 9, 5), by=officer), "Not recorded", by=officer)
    withdraw_item(make_item(november, "Withdrawn", by=officer), why="Done elsewhere", by=officer)
    decline_item(make_suggestion(body, september.year, "Declined", by=officer), why="Not in remit", by=officer)
    assert sorted(told(plan_year_end(programme).left)) == [
        ("Declined", "Declined: Not in remit"),
        ("Domestic abuse", "Heard on 12 September 2023"),
        ("Not recorded",
         "On the meeting of 5 September 2023, which is not recorded as held yet: record it, then carry over"),
        ("To come", "On the meeting of 14 November 2023, still to come"),
        ("Withdrawn", "Withdrawn: Done elsewhere"),
    ]  # fmt: skip


def test_open_actions_stay_and_those_of_an_item_that_comes_back_go_with_it(programme, september, officer, next_year):
    chat = hear_item(make_item(september, "Practice and CHAT", by=officer, recurrence="standing"), by=officer)
    follows, answered, loose = (make_action(september, task, by=officer) for task in ("Narrative", "Data", "Leeds"))
    for action in (follows, answered):
        put_on_programme(action, item=chat, by=officer)
    record_answer(answered, item=chat, on=date(2023, 9, 12), by=officer)
    assert told(plan_year_end(programme).stays) == [
        ("Narrative", "Stays open, to be answered by Practice and CHAT next year"),
        ("Data", f"Stays open, with {chat.ref}"),
        ("Leeds", "Stays open, on no programme row"),
    ]
    carry_over(programme, to_year=next_year, by=officer)
    for action in (follows, answered, loose):
        action.refresh_from_db()
    new = Item.objects.get(programme__year=next_year)
    assert [action.item for action in (follows, answered, loose)] == [new, chat, None]


def test_heard_item_that_left_an_action_unanswered_says_so(programme, september, heard, officer):
    action = make_action(september, by=officer)
    put_on_programme(action, item=heard, by=officer)
    assert told(plan_year_end(programme).left) == [
        ("Domestic abuse", f"Heard on 12 September 2023; {action.ref} still has no answer")
    ]


def test_request_for_an_item_that_waits_stays_open(programme, body, officer):
    ask_for_item(body=body, title="Buses", by=officer)
    decline_asked(ask_for_item(body=body, title="Uniforms", by=officer), answer="No", by=officer)
    assert told(plan_year_end(programme).stays) == [("Buses", "Stays open: it waits for an answer, whatever the year")]


def test_unanswered_request_to_look_first_stays_open(programme, body, officer):
    entry = make_entry(date(2024, 6, 1), "School places", by=officer)
    request_pre_scrutiny(entry=entry, body=body, why="Parents ask", by=make_member(body))
    assert told(plan_year_end(programme).stays) == [
        ("Pre-scrutiny of School places", "Stays open: it waits for an answer, whatever the year")
    ]


def test_meetings_are_proposed_at_the_same_place_in_the_year_and_none_is_made_by_itself(
    programme, september, november, officer, next_year
):
    assert [(row.on, row.place) for row in plan_year_end(programme).meetings] == [
        (date(2024, 9, 10), "second Tuesday of September"), (date(2024, 11, 12), "second Tuesday of November"),
    ]  # fmt: skip
    carry_over(programme, to_year=next_year, by=officer)
    assert Meeting.objects.filter(year=next_year).count() == 0


def test_confirmed_meeting_is_arranged_on_the_day_that_was_edited_and_proposed_no_more(
    programme, september, november, officer, next_year
):
    first, _ = plan_year_end(programme).meetings
    carry_over(programme, to_year=next_year, by=officer, meetings=[(first, date(2024, 9, 17))])
    made = Meeting.objects.get(year=next_year)
    assert (made.on, made.at, str(made.venue), made.kind) == (date(2024, 9, 17), time(18, 30), "Hall", "formal")
    assert [row.on for row in plan_year_end(programme).meetings] == [date(2024, 11, 12)]


def test_proposed_day_that_is_not_worked_says_why(body, officer):
    programme = make_item(make_meeting(body, date(2023, 8, 28), by=officer), by=officer).programme
    make_meeting(body, date(2023, 8, 29), by=officer)
    assert [(row.on, row.why_not) for row in plan_year_end(programme).meetings] == [
        (date(2024, 8, 26), "Late Summer Bank Holiday"), (date(2024, 8, 27), ""),
    ]  # fmt: skip


def test_twice_does_nothing_more(programme, body, september, november, officer, next_year):
    for recurrence, title in (("standing", "Update"), ("regular", "Scorecard")):
        hear_item(make_item(september, title, by=officer, recurrence=recurrence), by=officer)
        make_item(november, title, by=officer, recurrence=recurrence)
    defer_item(make_item(november, "Scorecard", by=officer, recurrence="regular"), why="Late", by=officer)
    make_suggestion(body, september.year, "Suggested", by=officer)
    carry_over(programme, to_year=next_year, by=officer)
    once = (state_of_record(), told(plan_year_end(programme).left))
    second = carry_over(programme, to_year=next_year, by=officer)
    assert ((state_of_record(), told(second.left)), second.carried) == (once, [])
    assert sorted(line.title for line in second.already) == ["Scorecard", "Suggested", "Update"]


def test_what_was_carried_is_not_carried_again_whatever_becomes_of_it_next_year(
    programme, september, november, officer, next_year
):
    hear_item(make_item(september, "Scorecard", by=officer, recurrence="regular"), by=officer)
    late = defer_item(make_item(november, "Scorecard", by=officer, recurrence="regular"), why="Late", by=officer)
    carry_over(programme, to_year=next_year, by=officer)
    late.refresh_from_db()
    late.title = "Education dashboard"
    late.save()
    withdraw_item(late, why="Replaced", by=officer)
    assert plan_year_end(programme).carried == []


def test_plan_costs_the_same_for_many_items_as_for_one(programme, september, november, body, officer):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            plan_year_end(programme)
        return len(caught)

    def add():
        make_suggestion(body, november.year, by=officer)
        heard = hear_item(make_item(september, by=officer), by=officer)
        put_on_programme(make_action(september, by=officer), item=heard, by=officer)

    add()
    queries()
    one = queries()
    for _ in range(3):
        add()
    assert queries() == one


def test_what_comes_to_wait_later_is_carried_by_a_second_run(programme, november, officer, next_year):
    item = make_item(november, "Late", by=officer)
    carry_over(programme, to_year=next_year, by=officer)
    defer_item(item, why="No author", by=officer)
    carry_over(programme, to_year=next_year, by=officer)
    assert list(Carried.objects.values_list("before__title", flat=True)) == ["Late"]


def test_edition_after_the_year_s_end_says_where_what_waited_went(programme, body, september, officer, next_year):
    make_suggestion(body, september.year, "Suggested", by=officer)
    waiting = accept_item(make_suggestion(body, september.year, "Waiting", by=officer), by=officer)
    freeze_edition(programme, by=officer)
    carry_over(programme, to_year=next_year, by=officer)
    changes = build_edition(programme).changes
    assert changes == (Change("dropped", waiting.ref, "Waiting", "No meeting yet", because="Carried over to 2024/25"),)
    matters = build_edition(open_programme(body=body, year=next_year)).carried_over
    assert [matter.title for matter in matters] == ["Waiting"]


def test_what_comes_back_is_carried_once_whatever_each_was_called(programme, september, november, officer, next_year):
    spring, summer = make_item(september, "Ofsted (Spring Term)", by=officer), make_item(november, by=officer)
    hear_item(spring, by=officer)
    series = begin(programme, officer, "Ofsted inspections", "term", items=[spring, summer])
    assert told(plan_year_end(programme).carried) == [
        ("Ofsted inspections", "Once in each school term, on 2 meetings this year")
    ]
    carry_over(programme, to_year=next_year, by=officer)
    new = Item.objects.get(programme__year=next_year)
    assert (new.title, new.series, new.state, new.recurrence, new.written_by) == (
        "Ofsted inspections", series, "accepted", "regular", "",
    )  # fmt: skip
    assert (carry_over(programme, to_year=next_year, by=officer).carried, Item.objects.count()) == ([], 4)


def test_carried_standing_item_stands_on_the_first_meeting_arranged_and_new_ones_on_the_others(
    programme, september, november, officer, next_year
):
    begin(programme, officer, "Cabinet updates", "every_meeting")
    meetings = [(row, row.on) for row in plan_year_end(programme).meetings]
    carry_over(programme, to_year=next_year, by=officer, meetings=meetings)
    new = Item.objects.filter(programme__year=next_year).order_by("meeting__on")
    assert [(item.meeting.on, item.state) for item in new] == [(on, "scheduled") for _, on in meetings]
    assert Carried.objects.get().after == new[0]


def test_standing_item_is_not_carried_beside_one_that_next_year_has(programme, september, november, officer, next_year):
    begin(programme, officer, "Cabinet updates", "every_meeting")
    arrange_in_year(body=programme.body, on=date(2024, 9, 10), by=officer)
    carry_over(programme, to_year=next_year, by=officer)
    assert Carried.objects.get().after == Item.objects.get(programme__year=next_year)


def test_what_comes_back_no_more_is_left_and_says_why(programme, september, november, officer):
    item = hear_item(make_item(september, "Scorecard", by=officer), by=officer)
    series = begin(programme, officer, "Scorecard", "chosen", items=[item], from_on=date(2023, 9, 1))
    end_series(series, on=date(2024, 4, 30), because="Now in the annual report", by=officer)
    plan = plan_year_end(programme)
    assert (plan.carried, told(plan.left)[1:]) == (
        [], [("Scorecard", "Heard on 12 September 2023; it comes back no more: Now in the annual report")],
    )  # fmt: skip


def test_what_was_on_no_meeting_this_year_is_expected_again(programme, november, officer):
    begin(programme, officer, "Annual report", "year")
    begin(programme, officer, "Training review", "after", counts_from=date(2023, 9, 12))
    assert told(plan_year_end(programme).stays) == [
        ("Annual report", "Once in each municipal year: on no meeting this year, and expected again next year")
    ]


def test_only_the_next_year_can_be_carried_over_to(programme, officer):
    with pytest.raises(Refusal, match="2023/24 carries over to 2024/25, not to 2025/26"):
        carry_over(programme, to_year=open_year("2025/26"), by=officer)


def test_meeting_that_cannot_be_arranged_carries_nothing(programme, body, november, officer, next_year):
    make_suggestion(body, november.year, "Suggested", by=officer)
    proposed, _ = plan_year_end(programme).meetings
    with pytest.raises(Refusal, match="already meets"):
        carry_over(programme, to_year=next_year, by=officer, meetings=[(proposed, november.on)])
    assert Carried.objects.count() == 0


def begin(programme, officer, title, returns, **more):
    return begin_series(body=programme.body, title=title, returns=returns, by=officer, **more)


def state_of_record():
    return [list(table.objects.order_by("pk").values()) for table in (Item, Carried, Meeting, Item.history.model)]
