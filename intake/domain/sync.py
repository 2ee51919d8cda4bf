"""Taking meetings from a council's ModernGov into the review: each by itself, each version once."""

import hashlib
from datetime import date, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from committees.models import Paper, PaperFile
from council.calendar import today
from council.directory import find_body
from council.refusal import Refusal
from intake.domain.read import propose_from
from intake.models import Reading, SyncedMeeting, SyncFailure, SyncRun
from intake.moderngov.client import Client
from intake.moderngov.fetch import Failure, Fetched, fetch
from jobs.work import WorkState
from jobs.working import Job, Tally, report, work_off
from papers.moderngov.faults import Fault

BACK, AHEAD = timedelta(days=365), timedelta(days=365)
MOST_DAYS = 5 * 366
"""The longest span one run asks for."""


@transaction.atomic
def ask_for_sync(
    *, by, since: date | None = None, until: date | None = None, committees: tuple[str, ...] = (), address: str = ""
) -> SyncRun:
    """Ask that a worker takes the meetings of a span of days, a year back and a year ahead where none is said.

    Raises ``Refusal`` where no service is set, the span is upside down or too long, or a run is under way.
    """
    address = address or settings.MODERNGOV_URL
    since, until = since or today() - BACK, until or today() + AHEAD
    if not address:
        raise Refusal("No ModernGov service is set. Ask whoever runs this service to set MODERNGOV_URL.")
    if until < since:
        raise Refusal("The last day comes before the first.")
    if (until - since).days > MOST_DAYS:
        raise Refusal("Ask for five years at most.")
    try:
        with transaction.atomic():
            wanted = {"since": since, "until": until, "committees": list(committees), "asked_by": by}
            return SyncRun.objects.create(address=address, **wanted)
    except IntegrityError as error:
        raise Refusal("A run is under way already. Wait for it to end.") from error


def sync_waiting(client_for=None) -> Tally:
    """Carry out the runs that were asked for; never in a transaction. ``client_for`` makes a client for an address."""
    make = client_for or (lambda address: Client(address, site_url=settings.SITE_URL))
    job = Job(do=lambda run: _run(run, make(run.address)), keep=_finish, refusals=(Fault, Refusal))
    return work_off(SyncRun.objects.all(), job)


def _run(run: SyncRun, client: Client) -> None:
    run.failures.all().delete()
    SyncRun.objects.filter(pk=run.pk).update(fresh=0, changed=0, known=0)
    with client:
        chosen = _committees(run, client)
        for done, record in enumerate(fetch(client, run.since, run.until, chosen), start=1):
            keep_record(run, record)
            report(run, done, 0, f"{done} meetings asked for")


def _committees(run: SyncRun, client: Client) -> list[str]:
    """The committees asked for; else those of the service that are on record here, and every scrutiny committee."""
    if run.committees:
        return run.committees
    found = client.committees()
    for fault in (each for each in found if isinstance(each, Fault)):
        _failed(run, "A committee", str(fault), fault.code)
    listed = [each for each in found if not isinstance(each, Fault) and each.current]
    return [each.id for each in listed if find_body(each.title) or "scrutiny" in each.title.lower()]


@transaction.atomic
def keep_record(run: SyncRun, record: Fetched | Failure) -> None:
    """Keep one record of a run: a meeting goes into the review where it is new or changed, a failure on the list."""
    if isinstance(record, Failure):
        _failed(run, record.what, record.reason, record.code, stopped=record.stopped)
        return
    known = SyncedMeeting.objects.select_for_update().filter(address=run.address, service_id=record.service_id).first()
    if known is not None and known.sha256 == record.sha256:
        _count(run, "known")
        return
    if known is not None and known.reading is not None:
        _give_way(known.reading)
    reading = _into_review(run, record)
    said = {"sha256": record.sha256, "page": record.address[:500], "reading": reading, "run": run}
    SyncedMeeting.objects.update_or_create(address=run.address, service_id=record.service_id, defaults=said)
    _count(run, "changed" if known else "fresh")


def _into_review(run: SyncRun, record: Fetched) -> Reading:
    content = record.text.encode()
    name = f"{record.committee or 'Meeting'}, {record.date.day} {record.date:%B %Y} (ModernGov {record.service_id})"
    # The same words under two numbers are two meetings all the same.
    sha256 = hashlib.sha256(f"{run.address} {record.service_id} {record.sha256}".encode()).hexdigest()
    said = {"name": name[-200:], "size": len(content), "kept_by": run.asked_by}
    paper, _ = Paper.objects.get_or_create(sha256=sha256, defaults=said)
    PaperFile.objects.get_or_create(paper=paper, defaults={"content": content})
    state = {"text": record.text, "state": WorkState.DONE}
    reading, fresh = Reading.objects.get_or_create(paper=paper, defaults=state)
    if fresh and record.cancelled:
        Reading.objects.filter(pk=reading.pk).update(closed_at=timezone.now())
    elif fresh:
        propose_from(reading, record.reading)
    return reading


def _give_way(reading: Reading) -> None:
    """An earlier version nobody has decided anything of makes room for the later one; others stay beside it."""
    if not reading.decisions.exists() and not reading.recordings.exists():
        reading.paper.delete()


def _failed(run: SyncRun, what: str, reason: str, code: str, *, stopped: bool = False) -> None:
    SyncFailure.objects.create(run=run, what=what[:300], reason=reason[:500], code=code[:40], stopped=stopped)


def _count(run: SyncRun, field: str) -> None:
    SyncRun.objects.filter(pk=run.pk).update(**{field: F(field) + 1})


def _finish(run: SyncRun, result: None) -> None:
    run.finished_at = timezone.now()
    run.save(update_fields=["finished_at"])
