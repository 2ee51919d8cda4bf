"""What monitors are told, and that it gives nothing away."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection

from deadlines.bank_holidays import HORIZON
from reminders.models import SweepRun

pytestmark = pytest.mark.django_db
NOW = datetime(2023, 9, 19, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def embedded(settings, tmp_path):
    settings.REDIS_URL, settings.DATA_DIR = "", tmp_path


def sweep(finished_at):
    run = SweepRun.objects.create(on=finished_at.date())
    SweepRun.objects.filter(pk=run.pk).update(finished_at=finished_at)


@time_machine.travel(NOW)
def test_well_service_says_so_part_by_part(client):
    sweep(NOW)
    page = client.get("/health/")
    assert (page.status_code, page["Cache-Control"], page.json()) == (
        200,
        "max-age=0, no-cache, no-store, must-revalidate, private",
        {
            "status": "ok",
            "database": "ok",
            "broker": "ok",
            "sweep": {"state": "ok", "at": "2023-09-19T12:00:00+00:00"},
            "bank_holidays": {"known_to": HORIZON.isoformat(), "ends_soon": False},
        },
    )


@time_machine.travel(NOW)
@pytest.mark.parametrize(
    ("finished", "state"),
    [([], "never"), ([datetime(2023, 9, 13, tzinfo=UTC)], "late"), ([datetime(2023, 9, 15, tzinfo=UTC)], "ok")],
)
def test_last_sweep_is_never_late_or_well_and_does_not_fail_the_service(client, finished, state):
    for moment in finished:
        sweep(moment)
    SweepRun.objects.create(on=NOW.date())
    page = client.get("/health/")
    assert (page.status_code, page.json()["sweep"]["state"]) == (200, state)


def test_data_folder_that_is_gone_fails(client, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "gone"
    page = client.get("/health/")
    assert (page.status_code, page.json()["status"], page.json()["broker"]) == (503, "failing", "failing")


def test_redis_that_does_not_answer_fails_without_naming_it(client, settings):
    settings.REDIS_URL = "redis://:opensesame@127.0.0.1:1/0"
    page = client.get("/health/")
    leaks = [word for word in ("opensesame", "127.0.0.1", "redis") if word in page.content.decode()]
    assert (page.status_code, page.json()["broker"], leaks) == (503, "failing", [])


def test_database_that_does_not_answer_fails_in_json(client):
    def refuse(execute, *args):
        from django.db import OperationalError

        raise OperationalError("no such host as db.council.example")

    with connection.execute_wrapper(refuse):
        page = client.get("/health/")
    assert (page.status_code, page.json()["database"], page.json()["sweep"]) == (
        503,
        "failing",
        {"state": "unknown", "at": None},
    )


@time_machine.travel(datetime(HORIZON.year, 2, 1, tzinfo=UTC))
def test_end_of_the_bank_holiday_list_is_told(client):
    assert client.get("/health/").json()["bank_holidays"]["ends_soon"] is True
