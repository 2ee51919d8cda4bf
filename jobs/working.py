"""Working off what waits: rows claimed one by one, done outside any transaction, kept and settled in one.

Nothing of a row is kept unless its lease is still held at the end, so that work which was killed, taken over or
deleted half way leaves nothing behind, and work that two came to do is kept once.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from jobs.lease import claim, renew, settle, still_held, wait_after
from jobs.work import Work, WorkState

log = logging.getLogger(__name__)
HELD_FOR = timedelta(minutes=5)
BETWEEN_REPORTS = timedelta(seconds=0.5)
FAULT = "Something went wrong in the service; the error is in its log."
GIVEN_UP = "It was tried several times, and each time something went wrong. Ask IT: the error is in the log."


class LeaseLost(Exception):
    """The row was taken over, begun anew or deleted while it was worked on: whoever had it stops."""


@dataclass(frozen=True)
class Job:
    """What is done with rows of one sort.

    ``do(row)`` is the long part and runs outside any transaction; it may ``report``. ``keep(row, result)`` writes down
    what came of it, in the transaction that settles the row. An exception of ``refusals`` fails the row at once, with
    its words in the field ``words_in``; any other is tried again later, ``most_attempts`` times in all.
    """

    do: Callable[[Any], Any]
    keep: Callable[[Any, Any], None]
    refusals: tuple[type[Exception], ...] = ()
    most_attempts: int = 3
    words_in: str = "outcome"


@dataclass
class Tally:
    """How many rows were done, failed for good, and are to be tried again."""

    done: int = 0
    failed: int = 0
    later: int = 0


def work_off(rows: QuerySet, job: Job) -> Tally:
    """Do every one of ``rows`` that waits, and those whose worker was lost. Run outside any transaction.

    Any number may run at once; a row that goes wrong stops none of the others.
    """
    tally = Tally()
    for pk in list(_waiting(rows).order_by("pk").values_list("pk", flat=True)):
        row = _waiting(rows).filter(pk=pk).first()
        if row is not None:
            _work(row, job, tally)
    return tally


def report(row: Work, done: int, total: int, doing: str) -> None:
    """Write down how far a row has come and hold its lease anew, at most twice a second.

    The first report of a part is always written: parts differ by their total, or by their words where nobody counts.
    Raises ``LeaseLost`` where the row was taken over.
    """
    now = timezone.now()
    same_part = total == row.total and (total or doing == row.doing)
    if same_part and now - row.claimed_at < BETWEEN_REPORTS:
        return
    if not renew(row, now=now, done=done, total=total, doing=doing[:200]):
        raise LeaseLost


def is_lost(row: Work) -> bool:
    """Whether the worker that claimed the row has said nothing for so long that another takes over."""
    return row.is_running and row.claimed_at <= timezone.now() - HELD_FOR


def _waiting(rows: QuerySet) -> QuerySet:
    now, waiting = timezone.now(), rows.filter(state=WorkState.WAITING)
    return waiting.ready(now) | waiting.stale(now, HELD_FOR)


def _work(row: Work, job: Job, tally: Tally) -> None:
    if row.attempts >= job.most_attempts:
        # Its workers were killed each time: the row may well be what killed them.
        tally.failed += _fail(row, job, GIVEN_UP)
        return
    if not claim(row, now=timezone.now(), done=0, total=0, doing=""):
        return
    try:
        _keep(row, job, job.do(row))
        tally.done += 1
    except LeaseLost:
        log.info("%s %s was taken over", row._meta.model_name, row.pk)
    except job.refusals as refusal:
        tally.failed += _fail(row, job, str(refusal))
    except Exception:
        log.exception("%s %s could not be done", row._meta.model_name, row.pk)
        _try_later(row, job, tally)


def _keep(row: Work, job: Job, result: Any) -> None:
    claimed_at = row.claimed_at
    try:
        with transaction.atomic():
            if not still_held(row):
                raise LeaseLost
            job.keep(row, result)
            settle(row, state=WorkState.DONE, doing="", outcome="")
    except Exception:
        row.claimed_at = claimed_at  # the transaction took the settling back
        raise


def _try_later(row: Work, job: Job, tally: Tally) -> None:
    if row.attempts >= job.most_attempts:
        tally.failed += _fail(row, job, GIVEN_UP)
    else:
        again = timezone.now() + wait_after(row.attempts)
        tally.later += settle(row, next_try_at=again, doing="", outcome=FAULT)


def _fail(row: Work, job: Job, words: str) -> bool:
    most = row._meta.get_field(job.words_in).max_length
    return settle(row, state=WorkState.FAILED, doing="", **{job.words_in: words[:most]})
