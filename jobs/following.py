"""Following work from a page: what it waits for now, and how soon to ask again."""

from dataclasses import dataclass

from django.utils import timezone

from govuk.words import clock_time
from jobs.work import Work, WorkState
from jobs.working import is_lost

LONG = 20
VERY_LONG = 120
"""After how many looks, a second apart, a wait is called long, and looks become rarer."""


@dataclass(frozen=True)
class Following:
    """Where work stands for somebody who looks.

    waits: for another worker ("lost"), its next try ("again"), a "worker"; empty while it runs. again_at: when it is
    tried again. long: it has waited long. looks: how often one has looked. every: seconds until one looks again.
    """

    failed: bool
    waits: str
    again_at: str
    long: bool
    looks: int
    every: int


def follow(row: Work, looked: str) -> Following:
    """Where ``row`` stands; ``looked`` is how often the page has looked, as its address says."""
    looks = min(int(looked), VERY_LONG) if looked.isascii() and looked.isdigit() and len(looked) < 5 else 0
    waits = _waits(row)
    return Following(
        failed=row.state == WorkState.FAILED,
        waits=waits,
        again_at=clock_time(timezone.localtime(row.next_try_at)) if waits == "again" else "",
        long=looks >= LONG,
        looks=looks + 1 if waits else 0,
        every=5 if looks >= VERY_LONG or waits in ("again", "lost") else 1,
    )


def _waits(row: Work) -> str:
    if row.is_running:
        return "lost" if is_lost(row) else ""
    if row.next_try_at and row.next_try_at > timezone.now():
        return "again"
    return "worker"
