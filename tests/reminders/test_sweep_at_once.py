"""Several sweeps at once, on PostgreSQL and with a real mail server: each mail goes once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from reminders.domain.sweep import sweep
from reminders.enums import MailState
from reminders.models import Mail, Reminder, SweepRun
from tests.reminders.records import action, committee, person

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]
WORKERS = 4
PEOPLE = 12


@pytest.fixture(autouse=True)
def on_postgresql():
    if connection.vendor != "postgresql":
        pytest.skip("sweeps run at once on PostgreSQL")


def _sweep(together: Barrier) -> None:
    together.wait()
    try:
        sweep()
    finally:
        connection.close()


def test_sweeps_at_once_send_each_mail_once(sink, hold_date):
    hold_date(date(2023, 10, 17))
    body = committee()
    for number in range(PEOPLE):
        owner = person(f"Owner{number} Post")
        for task in ("data", "staff"):
            action(body, f"Report on {task} by {number}", date(2023, 10, 24), owed_by_person=owner)
    together = Barrier(WORKERS)
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(_sweep, [together] * WORKERS))
    sweep()
    addresses = sorted(message["To"] for message in sink.messages)
    assert addresses == sorted(f"owner{number}@council.example" for number in range(PEOPLE))
    assert set(Mail.objects.values_list("state", "attempts")) == {(MailState.SENT, 1)}
    assert Reminder.objects.filter(state="mailed").count() == 2 * PEOPLE
    assert sum(SweepRun.objects.values_list("sent", flat=True)) == PEOPLE
