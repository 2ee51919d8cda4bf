"""What Celery wakes. Tasks carry nothing: which papers wait to be read stands in the tables."""

import logging

from celery import shared_task
from kombu.exceptions import OperationalError

from intake.domain.waiting import read_waiting

log = logging.getLogger(__name__)


@shared_task(ignore_result=True)
def read() -> None:
    """Read every paper that waits."""
    tally = read_waiting()
    log.info("papers: %s read, %s refused, %s to be tried again", tally.done, tally.failed, tally.later)


def wake_reader() -> None:
    """Wake a worker, once the paper is kept. A wake-up that cannot be sent is made good by the next beat."""
    try:
        read.apply_async(retry=False)
    except (OperationalError, OSError):
        log.warning("no worker could be woken to read; the next beat does", exc_info=True)
