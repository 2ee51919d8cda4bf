"""Where wake-ups travel, and the mark by which beat is seen to be well."""

import pytest
from celery.signals import after_task_publish

from scrutiny.celery import broker


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
