"""Every way a minute says when, and what becomes of the date when meetings change."""

from datetime import date

import pytest

from actions.domain.actions import no_longer_required, supersede
from actions.domain.dues import SAID, re_work_dues, work_out_due
from actions.domain.moving import arrange_in_year
from actions.domain.two_voices import record_answer
from actions.models import Action, ActionSlip
from committees.models import Meeting
from council.domain.setting_up import open_year
from council.enums import DueKind
from tests.factories import make_action, make_body, make_meeting, make_officer
from tests.ledgers import as_stored, moves_of, tell_again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

JUNE, SEPTEMBER, NOVEMBER = date(2023, 6, 6), date(2023, 9, 26), date(2023, 11, 14)


@pytest.fixture
def body():
    return make_body()


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def june(body, officer):
    return make_meeting(body, JUNE, by=officer)


@pytest.mark.parametrize(
    ("kind", "given", "due_on", "why"),
    [
        ("date", {"on": date(2023, 10, 25)}, date(2023, 10, 25), "The date given"),
        ("date", {"on": date(2023, 10, 25), "text": "by 25 October"}, date(2023, 10, 25), "As minuted: by 25 October"),
        ("date", {"text": "by the 25th"}, None, "As minuted: by the 25th"),
        ("month", {"on": date(2023, 12, 31), "text": "Dec 23"}, date(2023, 12, 31), "As minuted: Dec 23"),
        ("next_meeting", {}, SEPTEMBER, "The next meeting, on 26 September 2023"),
        ("next_meeting", {"on": date(2023, 10, 25)}, SEPTEMBER, "The next meeting, on 26 September 2023"),
        ("future_meeting", {"text": "a future meeting"}, None, SAID["future_meeting"]),
        ("in_due_course", {}, None, "In due course: no date was given"),
        ("to_be_arranged", {"text": "a date to be determined"}, None, "To be arranged: no date was given"),
        ("every_meeting", {}, None, "Every meeting"),
        ("recurring", {"text": "each term"}, None, "Recurring"),
        (
            "period",
            {"on": date(2023, 9, 30), "text": "within three months"},
            date(2023, 9, 30),
            "As minuted: within three months",
        ),
        ("period", {"text": "within three months"}, None, "As minuted: within three months"),
        ("event", {"text": "before the inspection"}, None, "As minuted: before the inspection"),
        ("none", {}, None, "No date was given"),
    ],
)
def test_work_out_due_by_kind(body, officer, june, kind, given, due_on, why):
    make_meeting(body, SEPTEMBER, by=officer)
    make_meeting(body, NOVEMBER, by=officer)
    worked = work_out_due(kind=kind, body=body, asked_on=june.on, **given)
    assert (worked.on, worked.why) == (due_on, why)
    assert (worked.meeting.on if worked.meeting else None) == (SEPTEMBER if kind == "next_meeting" else None)


def test_due_kinds_without_a_date_have_words_of_their_own():
    assert set(SAID) == {
        DueKind.FUTURE_MEETING,
        DueKind.IN_DUE_COURSE,
        DueKind.TO_BE_ARRANGED,
        DueKind.EVERY_MEETING,
        DueKind.RECURRING,
        DueKind.NONE,
    }


def test_work_out_due_at_a_named_meeting_with_and_without_a_date(body, officer, june):
    november = make_meeting(body, NOVEMBER, by=officer)
    visit = make_meeting(body, None, by=officer, kind="site_visit", year=open_year("2023/24"))
    named = work_out_due(kind="meeting", body=body, asked_on=june.on, meeting=november)
    undated = work_out_due(kind="meeting", body=body, asked_on=june.on, meeting=visit)
    assert (named.on, named.meeting, named.why) == (NOVEMBER, november, "The meeting, on 14 November 2023")
    assert (undated.on, undated.meeting, undated.why) == (None, visit, "The meeting has no date yet")


def test_work_out_due_at_the_next_meeting_where_none_is_arranged(body, june):
    worked = work_out_due(kind="next_meeting", body=body, asked_on=june.on)
    assert (worked.on, worked.meeting, worked.why) == (None, None, "The next meeting is not arranged yet")


def test_what_waits_for_a_meeting_to_be_arranged_gets_its_first_date(body, officer, june):
    action = make_action(june, by=officer, due_kind="next_meeting")
    arrange_in_year(body=body, on=SEPTEMBER, by=officer)
    action.refresh_from_db()
    assert (action.due_on, action.first_due_on, action.due_meeting.on) == (SEPTEMBER, SEPTEMBER, SEPTEMBER)
    assert moves_of(action) == [(None, SEPTEMBER)]


def test_meeting_arranged_earlier_becomes_the_next_one(body, officer, june):
    make_meeting(body, NOVEMBER, by=officer)
    action = make_action(june, by=officer, due_kind="next_meeting")
    named = make_action(june, by=officer, due_kind="meeting", due_meeting=Meeting.objects.get(on=NOVEMBER))
    arranged = arrange_in_year(body=body, on=SEPTEMBER, kind="special", by=officer)
    for one in (action, named):
        one.refresh_from_db()
    assert (action.due_on, action.first_due_on, action.due_meeting) == (SEPTEMBER, NOVEMBER, arranged)
    assert action.why == "The next meeting, on 26 September 2023"
    assert as_stored(action) == tell_again(action)
    assert action.slips.get().why == "Meeting of 26 September 2023 arranged"
    assert (named.due_on, named.slip_no) == (NOVEMBER, 0)


def test_meeting_arranged_later_or_informal_or_by_others_leaves_the_next_one(body, officer, june):
    make_meeting(body, SEPTEMBER, by=officer)
    action = make_action(june, by=officer, due_kind="next_meeting")
    arrange_in_year(body=body, on=NOVEMBER, by=officer)
    arrange_in_year(body=body, on=date(2023, 9, 20), kind="informal", by=officer)
    arrange_in_year(body=make_body(), on=date(2023, 9, 21), by=officer)
    action.refresh_from_db()
    assert (action.due_on, ActionSlip.objects.count()) == (SEPTEMBER, 0)


def test_cancelled_meeting_hands_on_to_the_one_after(body, officer, june):
    make_meeting(body, SEPTEMBER, by=officer)
    make_meeting(body, NOVEMBER, by=officer)
    action = make_action(june, by=officer, due_kind="next_meeting")
    Meeting.objects.filter(on=SEPTEMBER).update(state="cancelled")
    assert re_work_dues(body, why="Cancelled", by=officer) == [action]
    action.refresh_from_db()
    assert (action.due_on, action.slips.get().why) == (NOVEMBER, "Cancelled")


def test_re_work_dues_twice_moves_nothing_the_second_time(body, officer, june):
    make_action(june, by=officer, due_kind="next_meeting")
    make_meeting(body, SEPTEMBER, by=officer)
    assert [len(re_work_dues(body, why="Arranged", by=officer)) for _ in range(2)] == [1, 0]


@pytest.mark.parametrize("kind", ["date", "meeting", "month", "period"])
def test_re_work_dues_leaves_dates_alone_that_hang_on_no_meeting(body, officer, june, kind):
    action = make_action(june, by=officer, due_kind=kind, due_on=date(2023, 10, 25))
    arrange_in_year(body=body, on=SEPTEMBER, by=officer)
    action.refresh_from_db()
    assert (action.due_on, action.slip_no) == (date(2023, 10, 25), 0)


def test_re_work_dues_leaves_what_is_answered_or_ended_alone(body, officer, june):
    met, superseded, ended, heir = (make_action(june, by=officer, due_kind="next_meeting") for _ in range(4))
    record_answer(met, on=date(2023, 9, 18), note="Sent round", by=officer)
    supersede(superseded, by_action=heir, why="Asked again", by=officer)
    no_longer_required(ended, why="The scheme was dropped", agreed_by="Chair", by=officer)
    make_meeting(body, SEPTEMBER, by=officer)
    assert re_work_dues(body, why="Arranged", by=officer) == [heir]
    assert list(Action.objects.filter(due_on__isnull=True)) == [met, superseded, ended]


def test_re_work_dues_takes_drafts_with_it(body, officer, june):
    draft = make_action(june, by=officer, due_kind="next_meeting", draft=True)
    make_meeting(body, SEPTEMBER, by=officer)
    assert re_work_dues(body, why="Arranged", by=officer) == [draft]


def test_re_work_dues_says_in_history_who_and_why(body, officer, june):
    action = make_action(june, by=officer, due_kind="next_meeting")
    arrange_in_year(body=body, on=SEPTEMBER, by=officer)
    rows = action.history.all()
    assert {row.history_user for row in rows} == {officer}
    assert {row.history_change_reason for row in rows} == {None, "Meeting of 26 September 2023 arranged"}
