"""Celery: the clock and the hands. The tables are the record; a message is only a wake-up and may be lost."""

import os
from pathlib import Path

from celery import Celery
from celery.signals import after_task_publish, worker_ready
from django.conf import settings

from scrutiny.timetable import BEAT

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutiny.settings")

VISIBLE_AGAIN_AFTER = 600
CONNECT_SECONDS = 3


def broker(redis_url: str, data_dir: Path) -> dict:
    """Where wake-ups travel: Redis where it is configured, or else files in the data folder, which is made."""
    if redis_url:
        return {
            "broker_url": redis_url,
            "broker_transport_options": {
                "visibility_timeout": VISIBLE_AGAIN_AFTER,
                "unacked_restore_throttle": 1,
                # Whoever gives a paper waits for the wake-up to be sent: one try more, at once, and no long silence.
                "max_retries": 1,
                "interval_start": 0,
                "socket_connect_timeout": CONNECT_SECONDS,
            },
        }
    folder = data_dir / "broker"
    folders = {
        "data_folder_in": folder / "messages",
        "data_folder_out": folder / "messages",
        "control_folder": folder / "control",
    }
    for path in folders.values():
        path.mkdir(parents=True, exist_ok=True)
    return {
        "broker_url": "filesystem://localhost",
        "broker_transport_options": {name: str(path) for name, path in folders.items()},
    }


def configuration() -> dict:
    """How Celery runs here: JSON wake-ups without content, no results, no dates."""
    return {
        **broker(settings.REDIS_URL, settings.DATA_DIR),
        "accept_content": ["json"],
        "task_serializer": "json",
        "task_ignore_result": True,
        "timezone": settings.TIME_ZONE,
        "beat_schedule": BEAT,
        "beat_schedule_filename": str(settings.DATA_DIR / "beat"),
        "worker_concurrency": 2,
        "worker_prefetch_multiplier": 1,
        "worker_enable_remote_control": bool(settings.REDIS_URL),  # a container's worker is asked whether it is well
        "worker_hijack_root_logger": False,
        "broker_connection_retry_on_startup": True,
    }


app = Celery("scrutiny")
# Asked for when Celery first runs: importing the package must not read settings or make folders.
app.add_defaults(configuration)
app.autodiscover_tasks()


@worker_ready.connect
def make_good_what_was_missed(**signal) -> None:
    """Do when a worker starts what fell due while none ran, so that it is not left until the next beat."""
    for entry in BEAT.values():
        app.send_task(entry["task"])


@after_task_publish.connect(sender="reminders.tasks.sweep")
def mark_that_the_sweep_was_woken(**signal) -> None:
    """Leave a mark beside the data once the broker has the message: by its age beat is seen to be well."""
    (settings.DATA_DIR / "sweep-woken").touch()
