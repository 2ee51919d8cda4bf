"""The sweep as a whole: what goes, to whom, and what becomes of it."""

from datetime import date

import pytest
from django.core import mail as outbox

from actions.enums import ActionState
from council.domain.due_dates import move_due
from council.enums import HolidayKind
from council.models import ClockSetting, Holding, Holiday
from reminders.domain.sweep import last_sweep, sweep
from reminders.enums import MailKind, MailState, ReminderState
from reminders.models import Mail, Reminder, SweepRun
from tests.reminders.records import action, committee, item, manager, meeting, person, post, stage

pytestmark = pytest.mark.django_db


def fates():
    return list(Reminder.objects.order_by("pk").values_list("step", "recipient__name", "state"))


def test_sweep_sends_the_step_reached_and_nothing_twice(hold_date):
    hold_date(date(2023, 10, 17))
    owner = person("Petra Post")
    action(committee(), "Report on data", date(2023, 10, 24), owed_by_post=post("Head of Data", owner))
    first, second = sweep(), sweep()
    assert (first.owed, first.sent, first.failed, first.note) == (1, 1, 0, "")
    assert (second.owed, second.sent) == (0, 0)
    assert fates() == [("before-20", "Petra Post", "superseded"), ("before-5", "Petra Post", "mailed")]
    assert [message.to for message in outbox.outbox] == [["petra@council.example"]]


def test_sweep_missed_for_eight_days_sends_one_mail(hold_date):
    hold_date(date(2023, 10, 9))
    olive_writes = item(meeting(committee(), date(2023, 11, 14)), "Attendance", (person("Amy Author"),))
    stage(olive_writes, date(2023, 10, 18))
    sweep()
    assert fates() == [("before-20", "Amy Author", "superseded"), ("before-10", "Amy Author", "mailed")]
    hold_date(date(2023, 10, 17))
    assert sweep().sent == 1
    assert fates()[2:] == [("before-5", "Amy Author", "superseded"), ("before-1", "Amy Author", "mailed")]


def test_sweep_sends_one_mail_a_person_a_day_and_keeps_the_rest_for_tomorrow(hold_date):
    hold_date(date(2023, 10, 17))
    body, owner = committee(), person("Petra Post")
    held = post("Head of Data", owner)
    action(body, "Report on data", date(2023, 10, 24), owed_by_post=held)
    action(body, "Report on staff", date(2023, 10, 16), owed_by_post=held)
    assert sweep().sent == 1
    assert outbox.outbox[0].subject == "Reminders: 1 overdue, 1 coming"
    action(body, "Report on money", date(2023, 10, 20), owed_by_post=held)
    assert (sweep().sent, Reminder.objects.filter(state=ReminderState.OWED).count()) == (0, 1)
    hold_date(date(2023, 10, 18))
    assert sweep().sent == 1
    assert outbox.outbox[1].subject == "This week: Report on money"


def test_sweep_sends_what_is_urgent_in_a_mail_of_its_own(hold_date):
    hold_date(date(2023, 10, 17))
    author = person("Amy Author")
    on = meeting(committee(), date(2023, 11, 14))
    stage(item(on, "Attendance", (author,)), date(2023, 10, 10))
    stage(item(on, "Exclusions", (author,)), date(2023, 10, 24))
    sweep()
    assert [(mail.kind, mail.subject) for mail in Mail.objects.order_by("kind")] == [
        (MailKind.DAILY, "Coming: First draft: Exclusions"),
        (MailKind.URGENT, "Urgent: Overdue: First draft: Attendance"),
    ]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2023, 10, 21), "Nothing goes on a day off (Saturday)."),
        (date(2023, 12, 25), "Nothing goes on a day off (Christmas Day)."),
    ],
)
def test_sweep_sends_nothing_on_a_day_off_whatever_is_asked(hold_date, day, why):
    hold_date(day)
    action(committee(), "Report on data", day, owed_by_person=person("Petra Post"))
    run = sweep(any_hour=True)
    assert (run.note, run.sent, Reminder.objects.count()) == (why, 0, 0)


def test_sweep_knows_a_newly_proclaimed_holiday(hold_date):
    day = hold_date(date(2023, 10, 17))
    Holiday.objects.create(on=day, name="Day of mourning", kind=HolidayKind.BANK_HOLIDAY)
    assert sweep().note == "Nothing goes on a day off (Day of mourning)."


def test_sweep_keeps_to_sending_hours_unless_asked(settings, time_machine_at):
    settings.HELD_DATE = None
    action(committee(), "Report on data", date(2023, 10, 17), owed_by_person=person("Petra Post"))
    with time_machine_at("2023-10-17 05:59+00:00"):
        assert sweep().note == "Mail goes between 07:00 and 19:00."
        assert sweep(any_hour=True).sent == 1


def test_sweep_rearms_when_a_date_moves_and_when_it_moves_back(hold_date):
    hold_date(date(2023, 10, 17))
    body, by = committee(), manager("Mina Manager")
    owed = action(body, "Report on data", date(2023, 10, 24), owed_by_person=person("Petra Post"))
    sweep()
    move_due(owed, to=date(2023, 11, 21), why="More time", by=by)
    hold_date(date(2023, 10, 24))
    assert sweep().sent == 1
    move_due(owed, to=date(2023, 10, 24), why="Back again", by=by)
    hold_date(date(2023, 10, 25))
    assert sweep().sent == 1
    steps = Reminder.objects.filter(state=ReminderState.MAILED).order_by("pk").values_list("step", "slip_no")
    assert list(steps) == [("before-5", 0), ("before-20", 1), ("after-1", 2)]
    owed.refresh_from_db()
    assert owed.first_due_on == date(2023, 10, 24)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"met_on": date(2023, 10, 18)}, "It was met on Wednesday 18 October 2023."),
        ({"waived_because": "Not wanted"}, "It was waived."),
        ({"state": ActionState.COMPLETE}, "It is now: complete."),
        ({"slip_no": 1}, "It was moved to another day."),
    ],
)
def test_sweep_cancels_what_is_no_longer_needed_and_says_why(hold_date, change, why):
    hold_date(date(2023, 10, 17))
    body, owner = committee(), person("Petra Post")
    action(body, "Report on staff", date(2023, 10, 24), owed_by_person=owner)
    sweep()
    waiting = action(body, "Report on data", date(2023, 10, 24), owed_by_person=owner)
    sweep()
    type(waiting).objects.filter(pk=waiting.pk).update(**change)
    hold_date(date(2023, 10, 18))
    sweep()
    row = Reminder.objects.get(subject_id=waiting.pk, step="before-5", slip_no=0)
    assert (row.state, row.because) == (ReminderState.CANCELLED, why)


def test_sweep_takes_up_again_what_was_cancelled_before_it_went_and_is_needed_after_all(hold_date):
    hold_date(date(2023, 10, 17))
    body, owner = committee(), person("Petra Post")
    action(body, "Report on staff", date(2023, 10, 24), owed_by_person=owner)
    sweep()
    waiting = action(body, "Report on data", date(2023, 10, 24), owed_by_person=owner)
    sweep()
    type(waiting).objects.filter(pk=waiting.pk).update(met_on=date(2023, 10, 17))
    sweep()
    assert Reminder.objects.get(subject_id=waiting.pk, step="before-5").state == ReminderState.CANCELLED
    type(waiting).objects.filter(pk=waiting.pk).update(met_on=None)
    hold_date(date(2023, 10, 18))
    assert [sweep().sent, sweep().sent] == [1, 0]
    assert outbox.outbox[-1].subject == "Coming: Report on data"


def test_sweep_does_not_tell_again_what_went_before_it_was_met_and_opened_again(hold_date):
    hold_date(date(2023, 10, 17))
    owed = action(committee(), "Report on data", date(2023, 10, 24), owed_by_person=person("Petra Post"))
    assert sweep().sent == 1
    type(owed).objects.update(met_on=date(2023, 10, 17))
    hold_date(date(2023, 10, 18))
    assert sweep().sent == 0
    type(owed).objects.update(met_on=None)
    hold_date(date(2023, 10, 19))
    assert sweep().sent == 0


def test_sweep_tells_the_next_holder_and_not_the_last(hold_date):
    hold_date(date(2023, 9, 25))
    held = post("Head of Data", leaver := person("Lena Leaver"))
    action(committee(), "Report on data", date(2023, 10, 24), owed_by_post=held)
    Holding.objects.filter(person=leaver).update(to_on=date(2023, 10, 1))
    Holding.objects.create(post=held, person=person("Nora Next"), from_on=date(2023, 10, 2))
    sweep()
    assert fates() == []
    hold_date(date(2023, 9, 26))
    sweep()
    hold_date(date(2023, 10, 17))
    sweep()
    assert fates() == [
        ("before-20", "Lena Leaver", "mailed"),
        ("before-20", "Nora Next", "superseded"),
        ("before-5", "Nora Next", "mailed"),
    ]


def test_sweep_shows_whoever_has_no_address_and_sends_once_there_is_one(hold_date):
    hold_date(date(2023, 10, 17))
    owner = person("Petra Post", email="")
    action(committee(), "Report on data", date(2023, 10, 17), owed_by_person=owner)
    assert sweep().sent == 0
    assert fates()[-1] == ("before-5", "Petra Post", "undeliverable")
    owner.email = "petra@council.example"
    owner.save()
    assert sweep().sent == 1
    assert fates()[-1] == ("before-5", "Petra Post", "mailed")


def test_sweep_writes_down_that_it_ran(hold_date):
    hold_date(date(2023, 10, 17))
    sweep()
    assert SweepRun.objects.count() == 1
    assert str(last_sweep()) == "0 owed, 0 mails sent, 0 failed"


@pytest.mark.parametrize("state", [ActionState.DRAFT, ActionState.PROPOSED, ActionState.COMPLETE])
def test_sweep_does_not_chase_an_action_that_is_not_for_its_owner_to_do(hold_date, state):
    hold_date(date(2023, 10, 17))
    action(
        committee(officer=""), "Report on data", date(2023, 10, 10), state=state, owed_by_person=person("Petra Post")
    )
    sweep()
    assert fates() == []


def test_sweep_costs_the_same_for_one_thing_as_for_three(hold_date, count_queries):
    hold_date(date(2023, 10, 17))
    body, owner = committee(), person("Petra Post")
    on = meeting(body, date(2023, 11, 14))

    def more(number):
        action(body, f"Data {number}", date(2023, 10, 24), owed_by_person=owner)
        stage(item(on, f"Report {number}", (owner,)), date(2023, 10, 24))

    more(1)
    one = count_queries(sweep)
    for number in (2, 3, 4):
        more(number)
    hold_date(date(2023, 10, 18))
    assert count_queries(sweep) == one
    assert Mail.objects.filter(state=MailState.SENT).count() == 2


def test_sweep_says_moved_where_a_date_was_taken_away(hold_date):
    hold_date(date(2023, 10, 17))
    body, by, owner = committee(), manager("Mina Manager"), person("Petra Post")
    action(body, "Report on staff", date(2023, 10, 24), owed_by_person=owner)
    sweep()
    waiting = action(body, "Report on data", date(2023, 10, 24), owed_by_person=owner)
    sweep()
    move_due(waiting, to=None, why="Nobody can say", by=by)
    hold_date(date(2023, 10, 18))
    sweep()
    row = Reminder.objects.get(subject_id=waiting.pk, step="before-5")
    assert (row.state, row.because) == (ReminderState.CANCELLED, "It was moved to another day.")


def test_sweep_decides_nothing_of_a_record_that_broke_since(hold_date):
    hold_date(date(2023, 10, 17))
    on, author = meeting(committee(), date(2023, 11, 14)), person("Amy Author")
    stage(item(on, "Attendance", (author,)), date(2023, 10, 24))
    sweep()
    late_comer = stage(item(on, "Exclusions", (author,)), date(2023, 10, 24))
    sweep()
    type(late_comer).objects.filter(pk=late_comer.pk).update(stage="no such stage")
    hold_date(date(2023, 10, 18))
    assert sweep().sent == 0
    assert Reminder.objects.get(subject_id=late_comer.pk, step="before-5").state == ReminderState.OWED
    type(late_comer).objects.filter(pk=late_comer.pk).update(stage="final")
    assert sweep().sent == 1


def test_sweep_goes_by_the_numbers_of_the_councils_own(hold_date):
    hold_date(date(2023, 10, 17))
    ClockSetting.objects.create(key="remind.action.before-5", number=6, source="Our constitution")
    action(committee(), "Report on data", date(2023, 10, 25), owed_by_person=person("Petra Post"))
    sweep()
    assert fates()[-1] == ("before-6", "Petra Post", "mailed")


def test_sweep_says_that_the_meeting_has_been(hold_date):
    hold_date(date(2023, 10, 17))
    body, author = committee(), person("Amy Author")
    action(body, "Report on staff", date(2023, 10, 24), owed_by_person=author)
    sweep()
    waits = stage(item(meeting(body, date(2023, 10, 18)), "Attendance", (author,)), date(2023, 10, 17))
    sweep()
    hold_date(date(2023, 10, 19))
    sweep()
    row = Reminder.objects.get(subject_kind="report_stage", subject_id=waits.pk, step="before-1")
    assert (row.state, row.because) == (ReminderState.CANCELLED, "The meeting it was for has been.")
