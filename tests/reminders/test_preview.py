"""The preview: as if every sweep since today had run, and nothing written."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from council.models import Holding
from council.refusal import Refusal
from reminders.domain.preview import preview
from reminders.domain.sweep import sweep
from reminders.models import Mail, Reminder, SweepRun
from tests.reminders.records import action, chair, committee, item, manager, meeting, person, post, publication, stage

pytestmark = pytest.mark.django_db
HELD = date(2023, 9, 19)


@pytest.fixture
def held(hold_date):
    return hold_date(HELD)


def would_go(on: date) -> list[tuple]:
    return [
        (str(mail.recipient), mail.urgent, told.step, told.ref) for mail in preview(on).mails for told in mail.reminders
    ]


def foretold(on: date) -> list[tuple]:
    """Every reminder of a day's preview."""
    return sorted(
        (str(mail.recipient), mail.urgent, one.step, one.line.title)
        for mail in preview(on).mails
        for one in mail.reminders
    )


def told(on: date) -> list[tuple]:
    """Every reminder of a day's mails."""
    mailed = Reminder.objects.filter(mails__on=on).select_related("recipient")
    return sorted((str(one.recipient), one.urgent, one.step, one.title) for one in mailed)


def printed(*words: str) -> str:
    out = StringIO()
    call_command("remind", *words, stdout=out)
    return out.getvalue()


def test_preview_shows_a_step_on_its_day_alone(held):
    owed = action(committee(), "Report on data", date(2023, 10, 24), owed_by_person=person("Petra Post"))
    days = [date(2023, 9, day) for day in (19, 25, 26, 27)] + [date(2023, 10, day) for day in (16, 17, 18)]
    assert {day: would_go(day) for day in days if would_go(day)} == {
        date(2023, 9, 26): [("Petra Post", False, "before-20", owed.ref)],
        date(2023, 10, 17): [("Petra Post", False, "before-5", owed.ref)],
    }


def test_preview_of_today_is_what_the_sweep_then_sends(held):
    body, owner = committee(), person("Petra Post")
    action(body, "Report on data", date(2023, 9, 22), owed_by_person=owner)
    action(body, "Report on staff", date(2023, 9, 12), owed_by_person=owner)
    before = [(str(mail.recipient), mail.subject, len(mail.reminders)) for mail in preview(HELD).mails]
    assert (Mail.objects.count(), Reminder.objects.count(), SweepRun.objects.count()) == (0, 0, 0)
    sweep()
    assert before == [(str(mail.recipient), mail.subject, mail.reminders.count()) for mail in Mail.objects.all()]
    assert would_go(HELD) == []


@pytest.mark.slow
def test_preview_every_day_is_what_the_sweeps_of_those_days_send(held, hold_date):
    body = committee()
    chair(body, "Cora Chair")
    above = post("Chief", person("Chris Chief"))
    owner = post("Head of Data", person("Petra Post"), line_post=above)
    on = meeting(body, date(2023, 11, 14))
    publication(on, date(2023, 11, 6))
    stage(item(on, "Attendance", (person("Amy Author"),), report_of=above), date(2023, 10, 3))
    action(body, "Report on data", date(2023, 10, 4), owed_by_post=owner)
    action(body, "Report some day", owed_by_post=owner)
    days = [date.fromordinal(HELD.toordinal() + n) for n in range(60)]
    foreseen = {day: foretold(day) for day in days}
    happened = {}
    for day in days:
        hold_date(day)
        sweep()
        happened[day] = told(day)
    assert happened == foreseen
    assert sum(map(len, foreseen.values())) == 34


def test_preview_of_what_escalates_goes_to_line_post_and_chair(held):
    body = committee()
    chair(body, "Cora Chair")
    owner = post("Head of Data", person("Petra Post"), line_post=post("Chief", person("Chris Chief")))
    owed = action(body, "Report on data", date(2023, 9, 22), owed_by_post=owner)
    assert would_go(date(2023, 10, 6)) == [
        ("Chris Chief", False, "late-10", owed.ref),
        ("Petra Post", False, "late-10", owed.ref),
    ]
    assert would_go(date(2023, 10, 20)) == [
        ("Cora Chair", False, "late-20", owed.ref),
        ("Petra Post", False, "late-20", owed.ref),
    ]


def test_preview_tells_officers_of_what_a_body_or_nobody_owes(held):
    body = committee()
    outside = committee("Police", officer="")
    theirs = action(body, "Report on patrols", date(2023, 10, 24), owed_by_body=outside)
    nobodys = action(body, "Arrange a visit", date(2023, 10, 24))
    assert would_go(date(2023, 10, 17)) == [
        ("Olive Officer", False, "before-5", theirs.ref),
        ("Olive Officer", False, "before-5", nobodys.ref),
    ]


def test_preview_tells_managers_where_there_is_no_officer_and_nobody_where_there_is_no_manager(held):
    body = committee(officer="")
    owed = action(body, "Arrange a visit", date(2023, 10, 24))
    assert [duty.ref for duty in preview(date(2023, 10, 17)).nobody] == [owed.ref]
    manager("Mina Manager")
    assert would_go(date(2023, 10, 17)) == [("Mina Manager", False, "before-5", owed.ref)]


def test_preview_names_whoever_has_no_address(held):
    action(committee(), "Report on data", date(2023, 10, 24), owed_by_person=person("Petra Post", email=""))
    found = preview(date(2023, 10, 17))
    assert (found.mails, [str(mail.recipient) for mail in found.undeliverable]) == ([], ["Petra Post"])


@pytest.mark.parametrize(
    ("day", "note"),
    [
        (date(2023, 10, 21), "Nothing goes on Saturday 21 October 2023: it is a day off (Saturday)."),
        (date(2023, 12, 26), "Nothing goes on Tuesday 26 December 2023: it is a day off (Boxing Day)."),
        (
            date(2023, 9, 18),
            "Monday 18 September 2023 is past: it is Tuesday 19 September 2023 today. See what went instead.",
        ),
    ],
)
def test_preview_says_why_nothing_goes(held, day, note):
    action(committee(), "Report on data", date(2023, 10, 24), owed_by_person=person("Petra Post"))
    found = preview(day)
    assert (found.mails, found.note) == ((), note)


def test_preview_refuses_a_day_too_far_ahead(held):
    with pytest.raises(Refusal, match="Choose a date up to"):
        preview(date(9999, 12, 31))


def test_remind_prints_json(held):
    owed = action(committee(), "Report on data", date(2023, 10, 24), owed_by_person=person("Petra Post"))
    assert json.loads(printed("--on", "2023-10-17", "--json")) == {
        "on": "2023-10-17",
        "mails": [
            {
                "to": "Petra Post",
                "urgent": False,
                "subject": "Coming: Report on data",
                "reminders": [
                    {
                        "kind": "action",
                        "step": "before-5",
                        "subject": owed.ref,
                        "title": "Report on data",
                        "due_on": "2023-10-24",
                        "why": "5 working days before Tuesday 24 October 2023. It is asked of you.",
                        "group": "coming",
                    }
                ],
            }
        ],
        "undeliverable": [],
        "nobody_to_tell": [],
        "note": "",
    }


def test_remind_prints_text(held):
    owed = action(committee(), "Report on data", date(2023, 10, 24), owed_by_person=person("Petra Post"))
    assert printed("--on", "17/10/2023").splitlines() == [
        "Reminders on Tuesday 17 October 2023",
        "",
        "To Petra Post <petra@council.example>: Coming: Report on data",
        f"  {owed.ref} Report on data",
        "    before-5: 5 working days before Tuesday 24 October 2023. It is asked of you.",
        "",
        "1 mail would go.",
    ]


def test_remind_sends_and_writes_nothing(held, mailoutbox):
    action(committee(), "Report on data", date(2023, 9, 22), owed_by_person=person("Petra Post"))
    printed("--on", HELD.isoformat())
    assert (mailoutbox, Reminder.objects.count(), Mail.objects.count(), SweepRun.objects.count()) == ([], 0, 0, 0)


@pytest.mark.parametrize(
    ("on", "message"),
    [
        ("2023-02-30", "'2023-02-30' is not a day of the calendar."),
        ("soon", "'soon' is not a date; write 2023-09-26 or 26/09/2023."),
        ("", "'' is not a date; write 2023-09-26 or 26/09/2023."),
        ("2030-01-01", "Choose a date up to Saturday 20 September 2025."),
    ],
)
def test_remind_says_what_is_wrong_with_a_date(held, on, message):
    with pytest.raises(CommandError) as refused:
        printed("--on", on)
    assert (str(refused.value), refused.value.returncode) == (message, 2)


def test_preview_costs_the_same_for_one_thing_as_for_three(held, count_queries):
    body = committee()
    action(body, "Report on data", date(2023, 10, 24), owed_by_person=person("Petra Post"))
    one = count_queries(lambda: preview(date(2023, 10, 17)))
    for name in ("Ada A", "Ben B"):
        action(body, f"Report by {name}", date(2023, 10, 24), owed_by_person=person(name))
    assert count_queries(lambda: preview(date(2023, 10, 17))) == one


def test_preview_does_not_tell_again_whoever_left_and_came_back(held):
    held_post = post("Head of Data", owner := person("Petra Post"))
    Holding.objects.filter(person=owner).update(to_on=date(2023, 9, 28))
    Holding.objects.create(post=held_post, person=owner, from_on=date(2023, 10, 4))
    Holding.objects.create(post=held_post, person=person("Nora Next"), from_on=date(2023, 9, 29))
    owed = action(committee(), "Report on data", date(2023, 10, 24), owed_by_post=held_post)
    assert would_go(date(2023, 9, 29)) == [("Nora Next", False, "before-20", owed.ref)]
    assert would_go(date(2023, 10, 4)) == []
