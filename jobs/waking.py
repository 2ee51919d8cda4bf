"""Waking a worker: a message that carries nothing and may be lost, as what is to be done stands in the tables."""

import logging

from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)


def wake(task) -> None:
    """Wake a worker, once what is to be done is kept. A wake-up that cannot be sent is made good by the next beat."""
    try:
        task.apply_async(retry=False)
    except (OperationalError, OSError):
        log.warning("no worker could be woken; the next beat does", exc_info=True)
