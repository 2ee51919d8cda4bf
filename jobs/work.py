"""Long work as a row: how far it has come and how it ended, so that a page can follow it and survive a reload."""

from django.db import models

from jobs.lease import Leased, LeasedQuerySet


class WorkState(models.TextChoices):
    """Where a piece of work stands; that somebody works on it now is its claim."""

    WAITING = "waiting", "Waiting"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"


class Work(Leased):
    """Work with its progress: ``done`` of ``total`` steps (``total`` 0 while nobody knows), and what it is at."""

    state = models.CharField(max_length=10, choices=WorkState, default=WorkState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    doing = models.CharField(max_length=200, blank=True)

    objects = LeasedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_running(self) -> bool:
        """Whether a worker has it now."""
        return self.state == WorkState.WAITING and self.claimed_at is not None

    @property
    def percent(self) -> int:
        """How much of it is done, of a hundred; 0 while nobody knows."""
        return min(100, self.done * 100 // self.total) if self.total else 0
