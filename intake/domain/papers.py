"""Papers under review: read once more as something else, or removed."""

import logging

from django.db import transaction
from django.db.models import ProtectedError

from council.refusal import Refusal, Stale
from intake.enums import Kind
from intake.models import Reading
from intake.rules import check_nothing_on_record
from jobs.work import WorkState

log = logging.getLogger(__name__)


@transaction.atomic
def read_again(reading: Reading, *, kind: str, by, version: int | None = None) -> Reading:
    """Have a paper read afresh as ``kind``: what was proposed and decided goes, and whoever reads it now stops.

    Raises ``Refusal`` once something of it is on record; ``Stale`` where somebody had it read since ``version``.
    """
    if kind not in Kind.values:
        raise Refusal("Choose what the paper is from the list.")
    fresh = _locked(reading)
    if version is not None and version != fresh.version:
        raise Stale("Somebody else had this paper read again while you had this open. Look at it again, then decide.")
    check_nothing_on_record(fresh)
    fresh.proposals.all().delete()
    _set_waiting(fresh, kind)
    log.info("reading %s is begun anew as %s by user %s", fresh.pk, kind, by.pk)
    return fresh


@transaction.atomic
def forget(reading: Reading, *, by) -> None:
    """Remove a paper with its file, its text and its proposals. Nothing on record changes.

    Raises ``Refusal`` where something of it is on record.
    """
    fresh = _locked(reading)
    check_nothing_on_record(fresh)
    paper = fresh.paper
    try:
        paper.delete()
    except ProtectedError as error:
        raise Refusal("Something on record came from this paper, so it stays.") from error
    log.info("paper %s (%s) was removed by user %s", fresh.paper_id, paper.sha256, by.pk)


def _locked(reading: Reading) -> Reading:
    found = Reading.objects.select_for_update(of=("self",)).select_related("paper").filter(pk=reading.pk).first()
    if found is None:
        raise Refusal("Somebody else removed this paper.")
    return found


def _set_waiting(reading: Reading, kind: str) -> None:
    reading.state, reading.asked_kind = WorkState.WAITING, kind
    reading.attempts, reading.claimed_at, reading.next_try_at = 0, None, None
    reading.done, reading.total, reading.doing = 0, 0, ""
    reading.text = reading.refused = reading.outcome = reading.committee = ""
    reading.closed_at = None
    reading.version += 1
    reading.save()
