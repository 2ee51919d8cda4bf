"""A lease: work that stands in a row is claimed by one worker at a time, tried, and tried again later.

The row is the record; a Celery message only wakes somebody to look. A lease is taken by one compare-and-swap on the
number of attempts, which every claim counts up, so of two workers that see the same row one gets it.
"""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

LEASE = timedelta(minutes=15)
FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=4)


class LeasedQuerySet(models.QuerySet):
    """Rows by whether somebody works on them."""

    def ready(self, now: datetime):
        """Claimed by nobody, and their time to be tried (again) has come."""
        return self.filter(Q(next_try_at__isnull=True) | Q(next_try_at__lte=now), claimed_at__isnull=True)

    def stale(self, now: datetime, lease: timedelta = LEASE):
        """Claimed longer ago than a lease lasts: whoever claimed them never said what came of it."""
        return self.filter(claimed_at__lte=now - lease)


class Leased(models.Model):
    """Work as a row: when it was claimed, how often it was tried, when to try again, and what came of it."""

    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True


def claim(row: Leased, *, now: datetime, **marks) -> bool:
    """Take the lease of ``row`` as it was read, setting ``marks`` with it; false where somebody else was first.

    A stale claim is taken over the same way. Works the same inside no transaction, which is where it belongs.
    """
    changes = {"claimed_at": now, "attempts": row.attempts + 1, **marks}
    return _swap(row, changes)


def renew(row: Leased, *, now: datetime, **marks) -> bool:
    """Hold the lease for its whole length from ``now``, setting ``marks`` with it; false where it was taken over."""
    return _swap(row, {"claimed_at": now, **marks})


def still_held(row: Leased) -> bool:
    """Whether the lease is still held as it was read. Locks the row, so that it stays so until the transaction ends."""
    return bool(_as_read(row).select_for_update().values_list("pk"))


def settle(row: Leased, **outcome) -> bool:
    """Give the lease back and write down what came of it; false where the lease was taken over meanwhile."""
    return _swap(row, {"claimed_at": None, "next_try_at": None, **outcome})


def wait_after(attempts: int) -> timedelta:
    """How long to wait after this many failed attempts: five minutes, then twice as long, at most four hours."""
    return min(FIRST_WAIT * 2 ** min(attempts - 1, 10), LONGEST_WAIT)


def _swap(row: Leased, changes: dict) -> bool:
    if not _as_read(row).update(**changes):
        return False
    for name, value in changes.items():
        setattr(row, name, value)
    return True


def _as_read(row: Leased) -> models.QuerySet:
    rows = type(row)._default_manager.filter(pk=row.pk, attempts=row.attempts)
    return rows.filter(claimed_at__isnull=True) if row.claimed_at is None else rows.filter(claimed_at=row.claimed_at)
