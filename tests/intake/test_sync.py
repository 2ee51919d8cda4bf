"""Meetings from a ModernGov service of our own: each by itself into the review, each version once."""

from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from council.refusal import Refusal
from intake.domain.decide import accept_all
from intake.domain.record import put_on_record
from intake.domain.sync import ask_for_sync, sync_waiting
from intake.management.commands import sync_moderngov
from intake.models import Proposal, Reading, SyncedMeeting, SyncRun
from intake.moderngov.client import Client
from tests.factories import make_body, make_manager, make_officer
from tests.intake.moderngov_server import Clock, council, serving

pytestmark = pytest.mark.django_db(transaction=True)
DAYS = {"since": date(2000, 1, 1), "until": date(2004, 12, 31)}


@pytest.fixture
def manager():
    return make_manager()


def client_for(address: str) -> Client:
    clock = Clock()
    return Client(address, site_url="http://scrutiny.example", clock=clock.read, sleep=clock.sleep)


def run_over(service, by) -> SyncRun:
    days = [meeting.date for meeting in service.meetings]
    numbers = tuple(dict.fromkeys(meeting.committee_id for meeting in service.meetings))
    run = ask_for_sync(by=by, address=service.url, since=min(days), until=max(days), committees=numbers)
    sync_waiting(client_for)
    run.refresh_from_db()
    return run


@pytest.mark.slow
def test_two_hundred_meetings_of_which_five_are_broken_and_again(manager):
    with serving(council(200, broken=True)) as service:
        first, again = run_over(service, manager), run_over(service, manager)
    assert (str(first), Reading.objects.count(), first.failures.count()) == (
        "195 new, 0 changed, 0 as known, 5 failed", 195, 5,
    )  # fmt: skip
    assert (str(again), Reading.objects.count()) == ("0 new, 0 changed, 195 as known, 5 failed", 195)
    assert all(failure.what and failure.reason for failure in first.failures.all())
    assert len({failure.code for failure in first.failures.all()}) == 5


def test_meetings_go_into_the_review_and_nothing_goes_on_record(manager):
    with serving(council(12)) as service:
        run = run_over(service, manager)
    assert (run.state, run.fresh, run.failures.count()) == ("done", 12, 0)
    assert Proposal.objects.exists()
    assert not Proposal.objects.exclude(decided="open").exists()


def test_run_again_takes_nothing_new(manager):
    with serving(council(12)) as service:
        run_over(service, manager)
        before = Proposal.objects.count()
        again = run_over(service, manager)
    assert (again.fresh, again.changed, again.known, Proposal.objects.count()) == (0, 0, 12, before)


def test_changed_meeting_takes_the_place_of_a_version_nobody_decided_about(manager):
    service = council(3)
    with serving(service):
        run_over(service, manager)
        service.shapes[service.meetings[0].id] = "one_item"
        again = run_over(service, manager)
    assert (again.changed, again.known, Reading.objects.count()) == (1, 2, 3)


def test_changed_meeting_stays_beside_a_version_that_is_on_record(manager):
    service = council(3)
    with serving(service):
        run_over(service, manager)
        synced = SyncedMeeting.objects.get(service_id=service.meetings[0].id)
        accept_all(synced.reading, by=manager, leaving=set())
        put_on_record(synced.reading, by=manager)
        service.shapes[service.meetings[0].id] = "one_item"
        run_over(service, manager)
    assert Reading.objects.count() == 4


def test_restricted_item_leaves_no_word_behind(manager):
    service = council(1)
    service.shapes[service.meetings[0].id] = "restricted_item"
    with serving(service):
        run_over(service, manager)
    from tests.intake import moderngov_xml

    assert moderngov_xml.SECRET not in Reading.objects.get().text
    assert not [one for one in Proposal.objects.all() if moderngov_xml.SECRET in f"{one.title} {one.says}"]


def test_service_that_does_not_answer_fails_the_run_in_words(manager):
    run = ask_for_sync(by=manager, address="http://127.0.0.1:9/", committees=(), **DAYS)
    sync_waiting(client_for)
    run.refresh_from_db()
    assert run.state == "failed"
    assert run.outcome


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({"address": ""}, "MODERNGOV_URL"),
        ({"since": date(2024, 2, 1), "until": date(2024, 1, 1)}, "before the first"),
        ({"since": date(2001, 2, 1), "until": date(2024, 1, 1)}, "five years"),
    ],
)
def test_run_that_makes_no_sense_is_refused(manager, words, why):
    with pytest.raises(Refusal, match=why):
        ask_for_sync(by=manager, **{"address": "http://127.0.0.1:9/", **words})


def test_second_run_waits_for_the_first(manager):
    ask_for_sync(by=manager, address="http://127.0.0.1:9/", **DAYS)
    with pytest.raises(Refusal, match="under way"):
        ask_for_sync(by=manager, address="http://127.0.0.1:9/", **DAYS)


def test_command_says_what_it_took_and_lists_what_failed(manager, monkeypatch, capsys):
    monkeypatch.setattr(sync_moderngov.Command, "client", staticmethod(client_for))
    service = council(12, broken=True)
    with serving(service):
        days = sorted(meeting.date for meeting in service.meetings)
        numbers = {meeting.committee_id for meeting in service.meetings}
        call_command(
            "sync_moderngov", by=manager.username, address=service.url, since=days[0], until=days[-1],
            committee=sorted(numbers),
        )  # fmt: skip
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("7 new, 0 changed, 0 as known, 5 failed")
    assert len(lines) == 6


def test_command_without_a_service_says_so(manager):
    with pytest.raises(CommandError, match="MODERNGOV_URL"):
        call_command("sync_moderngov", by=manager.username)


def test_page_shows_runs_with_their_age_and_failures(client, manager):
    service = council(12, broken=True)
    with serving(service):
        run = run_over(service, manager)
    client.force_login(manager)
    listed = client.get(reverse("sync_runs")).content.decode()
    shown = client.get(run.get_absolute_url()).content.decode()
    assert "(today)" in listed
    assert "7 new, 0 changed, 0 as known, 5 failed" in listed
    assert all(failure.what in shown.replace("&#x27;", "'") for failure in run.failures.all())


def test_page_is_for_managers(client, manager):
    client.force_login(make_officer(make_body()))
    assert client.get(reverse("sync_runs")).status_code == 404
