"""Sending to a real mail server: what it takes, refuses, puts off, and loses."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from jobs.lease import claim
from reminders.domain import delivery
from reminders.domain.sweep import sweep
from reminders.enums import MailKind, MailState, ReminderState
from reminders.models import Mail, Reminder
from tests.reminders.records import (
    action,
    committee,
    item,
    manager,
    meeting,
    person,
    post,
    recommendation,
    stage,
    update,
)

pytestmark = pytest.mark.django_db
EXEMPT = "Schedule 12A: the tender of Mersey Buses"


@pytest.fixture
def owed(hold_date):
    hold_date(date(2023, 10, 17))
    return action(committee(), "Report on data", date(2023, 10, 24), owed_by_person=person("Petra Post"))


def again_in(minutes: int) -> None:
    """Let so many minutes pass for every mail."""
    passed = timedelta(minutes=minutes)
    for mail in Mail.objects.all():
        mail.next_try_at = mail.next_try_at and mail.next_try_at - passed
        mail.claimed_at = mail.claimed_at and mail.claimed_at - passed
        mail.save()


def states() -> list[tuple]:
    return list(Mail.objects.order_by("pk").values_list("state", "attempts"))


def test_mail_says_what_when_why_and_where(sink, owed, settings):
    settings.SITE_URL = "https://scrutiny.council.example"
    sweep()
    (message,) = sink.messages
    assert (message["To"], message["From"], message["Auto-Submitted"]) == (
        "petra@council.example",
        "Scrutiny <scrutiny@council.example>",
        "auto-generated",
    )
    assert message["Message-ID"] == Mail.objects.get().message_id
    text = message.get_body(("plain",)).get_content()
    assert [line.strip() for line in text.splitlines() if line.strip()] == [
        "For Petra Post",
        "Tuesday 17 October 2023",
        "COMING",
        "* Report on data",
        "Due Tuesday 24 October 2023, in 5 working days.",
        "It is asked of you.",
        f"https://scrutiny.council.example/actions/A{owed.pk}/",
        "--",
        "Scrutiny, Your council",
        "https://scrutiny.council.example/",
    ]


def test_mail_is_plain_ascii_in_short_lines_whatever_it_says(sink, hold_date):
    hold_date(date(2023, 10, 17))
    task = "Rapport sur l’été – " + "x" * 400
    action(committee(), task, date(2023, 10, 24), owed_by_person=person("Zoë Ørsted", email="zoe@council.example"))
    sweep()
    raw = sink.taken[0].content
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 78
    assert "Rapport sur l’été" in sink.messages[0].get_body(("html",)).get_content()


def test_mail_carries_nothing_exempt(sink, hold_date):
    hold_date(date(2023, 10, 17))
    body, owner = committee(), person("Petra Post")
    on = meeting(body, date(2023, 11, 14))
    secret = item(on, "Bus contract", (owner,), exempt_note=EXEMPT, exempt_paragraph="3")
    stage(secret, date(2023, 10, 24))
    action(body, "Report on the contract", date(2023, 10, 10), owed_by_person=owner, exempt_note=EXEMPT)
    sweep()
    (message,) = sink.messages
    text = message.get_body(("plain",)).get_content()
    assert [line.strip() for line in text.splitlines() if line.startswith(("*", "  "))] == [
        "* Report on the contract",
        f"http://127.0.0.1:8000/actions/A{body.actions.get().pk}/",
        "* First draft: Bus contract",
        f"http://127.0.0.1:8000/items/I{secret.pk}/",
    ]
    everything = sink.taken[0].content.decode() + "".join(str(row) for row in Reminder.objects.values())
    assert [word for word in ("12A", "tender", "Mersey") if word in everything] == []


def test_refused_mail_stops_and_is_told_to_an_officer_at_once(sink, hold_date):
    hold_date(date(2023, 10, 17))
    owner = person("Nils Gone", email="nobody@council.example")
    action(committee(), "Report on data", date(2023, 10, 24), owed_by_person=owner)
    run = sweep()
    assert (run.sent, run.failed) == (1, 1)
    failed = Mail.objects.get(state=MailState.FAILED)
    assert (failed.attempts, failed.outcome) == (1, "550 No such user here")
    (message,) = sink.messages
    assert message["To"] == "olive@council.example"
    assert message["Subject"] == (
        "Urgent: Waiting for you: The mail to Nils Gone of 17 October 2023 could not be delivered"
    )
    assert (sweep().sent, sweep().failed, len(sink.taken)) == (0, 0, 1)


def test_refused_mail_to_the_only_officer_is_told_to_a_manager(sink, hold_date):
    hold_date(date(2023, 10, 17))
    manager("Mina Manager")
    body = committee(officer="")
    from tests.reminders.records import RoleGrant, user

    RoleGrant.objects.create(user=user("Olive Officer", "nobody@council.example"), role="officer", body=body)
    action(body, "Report on data", date(2023, 10, 24))
    sweep()
    assert [message["To"] for message in sink.messages] == ["mina@council.example"]


def test_mail_put_off_comes_back_later_and_once(sink, owed):
    sink.answers = ["451 Try again later", "451 Try again later"]
    assert sweep().sent == 0
    assert states() == [(MailState.READY, 1)]
    assert sweep().sent == 0
    again_in(6)
    assert sweep().sent == 0
    again_in(6)
    assert sweep().sent == 0
    again_in(6)
    assert sweep().sent == 1
    assert (states(), len(sink.taken)) == ([(MailState.SENT, 3)], 1)


def test_mail_put_off_for_ever_is_given_up_and_shown(sink, owed):
    sink.answers = ["452 Mailbox full"]
    sweep()
    Mail.objects.update(attempts=19, next_try_at=None)
    sink.answers = ["452 Mailbox full"]
    assert sweep().failed == 1
    assert Mail.objects.order_by("pk").first().outcome == "452 Mailbox full"


def test_mail_waits_while_no_server_answers(sink, owed, settings):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 9
    assert (sweep().sent, states()) == (0, [(MailState.READY, 1)])
    settings.EMAIL_PORT = port
    again_in(6)
    assert (sweep().sent, states()) == (1, [(MailState.SENT, 2)])


def test_mail_lost_while_the_server_answers_goes_once_more_under_its_message_id(sink, owed):
    sink.answers = ["drop"]
    assert sweep().sent == 0
    assert states() == [(MailState.CLAIMED, 1)]
    assert sweep().sent == 0
    again_in(16)
    assert sweep().sent == 1
    assert states() == [(MailState.UNCONFIRMED, 2)]
    first, second = sink.messages
    assert first["Message-ID"] == second["Message-ID"]
    assert (sweep().sent, len(sink.taken)) == (0, 2)


def test_claim_left_by_a_worker_that_died_is_taken_over_after_fifteen_minutes(sink, owed, settings):
    settings.EMAIL_PORT, port = 9, settings.EMAIL_PORT
    sweep()
    settings.EMAIL_PORT = port
    mail = Mail.objects.get()
    assert claim(mail, now=timezone.now() - timedelta(minutes=14), state=MailState.CLAIMED)
    assert sweep().sent == 0
    again_in(2)
    assert (sweep().sent, Mail.objects.get().state) == (1, MailState.UNCONFIRMED)


def test_claim_that_dies_twice_is_shown_and_not_tried_again(sink, owed):
    sink.answers = ["drop", "drop"]
    for _ in range(4):
        sweep()
        again_in(16)
    assert (states(), len(sink.taken)) == ([(MailState.UNCONFIRMED, 2)], 2)


def test_claim_of_a_mail_nobody_needs_any_more_is_not_repeated(sink, owed):
    sink.answers = ["drop"]
    sweep()
    type(owed).objects.update(met_on=date(2023, 10, 17))
    again_in(16)
    sweep()
    assert (states(), len(sink.taken)) == ([(MailState.UNCONFIRMED, 2)], 1)


def test_need_is_asked_again_at_the_moment_of_sending(sink, hold_date):
    hold_date(date(2023, 10, 17))
    body, owner = committee(), person("Petra Post")
    met = action(body, "Report on data", date(2023, 10, 24), owed_by_person=owner)
    action(body, "Report on staff", date(2023, 10, 24), owed_by_person=owner)
    sink.answers = ["451 Try again later"]
    sweep()
    type(met).objects.filter(pk=met.pk).update(met_on=date(2023, 10, 17))
    again_in(6)
    sweep()
    assert [message["Subject"] for message in sink.messages] == ["Coming: Report on staff"]
    row = Reminder.objects.get(subject_id=met.pk, step="before-5")
    assert (row.state, row.because) == (ReminderState.CANCELLED, "It was met on Tuesday 17 October 2023.")
    type(met).objects.filter(pk=met.pk).update(met_on=None)
    hold_date(date(2023, 10, 18))
    sweep()
    assert [message["Subject"] for message in sink.messages][1:] == ["Coming: Report on data"]


def test_mail_of_which_nothing_is_needed_is_cancelled(sink, owed):
    sink.answers = ["451 Try again later"]
    sweep()
    type(owed).objects.update(waived_because="Not wanted")
    again_in(6)
    sweep()
    assert (states(), sink.taken) == ([(MailState.CANCELLED, 2)], [])


@pytest.mark.parametrize(
    "address", ["nonsense", "a b@council.example", "a@council.example\nBcc: b@council.example", "é@x"]
)
def test_bad_address_stops_nothing_but_itself(sink, hold_date, address):
    hold_date(date(2023, 10, 17))
    body = committee()
    action(body, "Report on data", date(2023, 10, 24), owed_by_person=person("Bad Address", email=address))
    action(body, "Report on staff", date(2023, 10, 24), owed_by_person=person("Petra Post"))
    run = sweep()
    assert [message["To"] for message in sink.messages if "staff" in message["Subject"]] == ["petra@council.example"]
    assert [envelope.rcpt_tos for envelope in sink.taken if b"Bcc: b" in envelope.content] == []
    assert run.failed + run.sent >= 2


def test_bad_record_stops_nothing_but_itself(sink, hold_date):
    hold_date(date(2023, 10, 17))
    on, author = meeting(committee(), date(2023, 11, 14)), person("Amy Author")
    stage(item(on, "Attendance", (author,)), date(2023, 10, 24), stage="no such stage")
    stage(item(on, "Exclusions", (author,)), date(2023, 10, 24))
    run = sweep()
    assert (run.sent, run.faults) == (1, 1)
    assert [message["Subject"] for message in sink.messages] == ["Coming: First draft: Exclusions"]


def test_bad_template_loses_nothing(sink, owed, settings, tmp_path):
    whole = settings.TEMPLATES
    (tmp_path / "reminders").mkdir()
    (tmp_path / "reminders" / "letter.txt").write_text("{% nonsense %}")
    settings.TEMPLATES = [{**whole[0], "DIRS": [tmp_path]}]
    run = sweep()
    assert (run.sent, run.faults, Mail.objects.count()) == (0, 1, 0)
    settings.TEMPLATES = whole
    assert (sweep().sent, len(sink.taken)) == (1, 1)


def test_update_is_asked_for_until_it_is_met_and_again_in_its_second_cycle(sink, hold_date):
    lead = post("Director of Children's Services", person("Dina Director"))
    approved = recommendation(committee(), "Recruit social workers", lead, approved_on=date(2023, 11, 16))
    first = update(approved, date(2024, 5, 16))
    told = []
    for day in range(date(2023, 11, 17).toordinal(), date(2024, 5, 10).toordinal()):
        hold_date(date.fromordinal(day))
        if date.fromordinal(day) in (date(2024, 3, 15), date(2024, 3, 18), date(2024, 4, 16), date(2024, 4, 17)):
            told.append((date.fromordinal(day), sweep().sent))
    assert told == [
        (date(2024, 3, 15), 0),
        (date(2024, 3, 18), 2),
        (date(2024, 4, 16), 0),
        (date(2024, 4, 17), 2),
    ]
    first.met_on = date(2024, 5, 2)
    first.save()
    hold_date(date(2024, 5, 17))
    assert sweep().sent == 0
    update(approved, date(2024, 11, 18), number=2)
    hold_date(date(2024, 9, 23))
    assert sweep().sent == 2


def test_answers_are_understood():
    assert delivery._by_code((451, b"Later")) == (delivery.Answer.LATER, "451 Later")
    assert delivery._by_code((550, "No")) == (delivery.Answer.NEVER, "550 No")


def test_urgent_mail_goes_beside_the_mail_of_the_day(sink, hold_date):
    hold_date(date(2023, 10, 31))
    author = person("Amy Author")
    on = meeting(committee(), date(2023, 11, 14))
    stage(item(on, "Attendance", (author,)), date(2023, 10, 24))
    sweep()
    stage(item(on, "Exclusions", (author,)), date(2023, 10, 24))
    assert sweep().sent == 1
    assert set(Mail.objects.values_list("kind", flat=True)) == {MailKind.URGENT}
