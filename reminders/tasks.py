"""What Celery wakes. Tasks carry nothing: what is to be done stands in the tables."""

from celery import shared_task

from reminders.domain import sweep as sweeping


@shared_task(ignore_result=True)
def sweep() -> None:
    """One pass over everything owed."""
    sweeping.sweep()
