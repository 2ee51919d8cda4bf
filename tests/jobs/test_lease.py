"""Leases, on the one table that has them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from council.models import Person
from jobs.lease import LEASE, claim, settle, wait_after
from reminders.enums import MailState
from reminders.models import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail():
    somebody = Person.objects.create(name="Petra Post", email="petra@council.example")
    return Mail.objects.create(recipient=somebody, on=date(2023, 10, 17), message_id="<1@council.example>")


def read(mail: Mail) -> Mail:
    return Mail.objects.get(pk=mail.pk)


def test_claim_goes_to_the_first_of_two_that_saw_the_same_row(mail):
    first, second = read(mail), read(mail)
    now = timezone.now()
    assert claim(first, now=now, state=MailState.CLAIMED)
    assert not claim(second, now=now, state=MailState.CLAIMED)
    assert (read(mail).attempts, read(mail).claimed_at, read(mail).state) == (1, now, MailState.CLAIMED)


def test_claim_fails_where_the_row_was_tried_and_given_back_meanwhile(mail):
    seen = read(mail)
    claim(mail, now=timezone.now(), state=MailState.CLAIMED)
    settle(mail, state=MailState.READY)
    assert not claim(seen, now=timezone.now(), state=MailState.CLAIMED)


def test_settle_fails_where_the_lease_was_taken_over(mail):
    claim(mail, now=timezone.now() - LEASE, state=MailState.CLAIMED)
    other = read(mail)
    assert claim(other, now=timezone.now(), state=MailState.CLAIMED)
    assert not settle(mail, state=MailState.SENT)
    assert settle(other, state=MailState.SENT)
    assert read(mail).claimed_at is None


def test_ready_and_stale_are_told_by_the_clock(mail):
    now = timezone.now()
    assert list(Mail.objects.ready(now)) == [mail]
    Mail.objects.update(next_try_at=now + timedelta(seconds=1))
    assert list(Mail.objects.ready(now)) == []
    Mail.objects.update(claimed_at=now - LEASE, next_try_at=None)
    assert (list(Mail.objects.ready(now)), list(Mail.objects.stale(now))) == ([], [mail])
    assert list(Mail.objects.stale(now - timedelta(seconds=1))) == []


@pytest.mark.parametrize(
    ("attempts", "minutes"), [(1, 5), (2, 10), (3, 20), (4, 40), (5, 80), (6, 160), (7, 240), (30, 240)]
)
def test_wait_doubles_up_to_four_hours(attempts, minutes):
    assert wait_after(attempts) == timedelta(minutes=minutes)
