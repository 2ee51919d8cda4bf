"""Where wake-ups travel, what they carry, and the mark by which beat is seen to be well."""

from datetime import date

import pytest
from celery.app.task import Task
from celery.signals import after_task_publish

from reminders.models import SweepRun
from scrutiny.celery import app, broker
from scrutiny.timetable import BEAT


@pytest.mark.parametrize(
    "redis_url, travels", [("", "filesystem://localhost"), ("redis://r:6379/0", "redis://r:6379/0")]
)
def test_wake_ups_travel_by_redis_where_it_is_set_and_else_by_files(tmp_path, redis_url, travels):
    made = broker(redis_url, tmp_path)["broker_url"], (tmp_path / "broker" / "messages").is_dir()
    assert made == (travels, not redis_url)


@pytest.mark.parametrize("task, marked", [("reminders.tasks.sweep", True), ("another.task", False)])
def test_mark_is_left_once_the_sweep_was_woken(settings, tmp_path, task, marked):
    settings.DATA_DIR = tmp_path
    after_task_publish.send(sender=task)
    assert (tmp_path / "sweep-woken").exists() == marked


def test_celery_takes_json_only_and_keeps_no_results():
    assert (app.conf.accept_content, app.conf.task_serializer, app.conf.result_backend) == (["json"], "json", None)


@pytest.mark.parametrize("entry", BEAT.values())
def test_beat_wakes_tasks_that_exist_with_nothing_in_hand(entry):
    app.loader.import_default_modules()
    assert isinstance(app.tasks[entry["task"]], Task)
    assert {"args", "kwargs"} & set(entry) == set()


@pytest.mark.django_db
def test_sweep_task_sweeps_once(settings):
    settings.HELD_DATE = date(2023, 10, 17)
    app.loader.import_default_modules()
    assert app.tasks["reminders.tasks.sweep"].apply().state == "SUCCESS"
    assert SweepRun.objects.count() == 1
