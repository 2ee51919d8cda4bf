"""What Celery wakes. Tasks carry nothing: which papers wait to be printed stands in the tables."""

import logging

from celery import shared_task

from workprogramme.domain.prints import print_waiting

log = logging.getLogger(__name__)


@shared_task(ignore_result=True)
def make_prints() -> None:
    """Make every paper that waits to be printed."""
    tally = print_waiting()
    log.info("prints: %s made, %s failed, %s to be tried again", tally.done, tally.failed, tally.later)
