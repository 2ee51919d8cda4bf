"""What Celery wakes. Tasks carry nothing: which papers wait to be read stands in the tables."""

import logging

from celery import shared_task

from intake.domain.sync import sync_waiting
from intake.domain.waiting import read_waiting

log = logging.getLogger(__name__)


@shared_task(ignore_result=True)
def read() -> None:
    """Read every paper that waits."""
    tally = read_waiting()
    log.info("papers: %s read, %s refused, %s to be tried again", tally.done, tally.failed, tally.later)


@shared_task(ignore_result=True)
def sync() -> None:
    """Carry out every run over a ModernGov service that was asked for."""
    tally = sync_waiting()
    log.info("ModernGov runs: %s done, %s failed, %s to be tried again", tally.done, tally.failed, tally.later)
