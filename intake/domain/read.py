"""From the facts of a paper to its proposals, held against what is on record."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Q

from committees.models import PaperWarning
from council.directory import find_body
from intake.domain.drafts import Draft
from intake.domain.propose.asked import Asked
from intake.domain.propose.informal import propose_informal
from intake.domain.propose.lists import propose_recommendations, propose_tracked
from intake.domain.propose.meetings import propose_agenda, propose_attendance, propose_meetings, propose_seats
from intake.domain.propose.minutes import propose_minutes
from intake.domain.propose.programme import propose_decisions, propose_rows
from intake.enums import Decided, Sort
from intake.models import Proposal, Reading
from papers.reading import facts

_PROPOSERS = (
    propose_meetings, propose_seats, propose_attendance, propose_agenda, propose_minutes, propose_rows,
    propose_informal, propose_decisions, propose_recommendations, propose_tracked,
)  # fmt: skip
_NEVER_CERTAIN = {Sort.SUGGESTION, Sort.APPOINTMENT, Sort.CONFLICT, Sort.CHANGE, Sort.WORDING}


@transaction.atomic
def propose_from(reading: Reading, read: facts.Reading) -> None:
    """Keep everything a paper says as proposals to decide; what is on record already is not proposed again.

    The committee is the one the paper names, where that is on record; else an officer says which.
    """
    asked = Asked(read, reading.body, reading.text)
    reading.committee = asked.committee[:250]
    reading.body = asked.body = reading.body or (find_body(asked.committee) if asked.committee else None)
    reading.save(update_fields=["committee", "body"])
    paper = reading.paper
    paper.body, paper.read_as = reading.body, read.kind
    paper.save(update_fields=["body", "read_as"])
    _keep_warnings(reading, read)
    reading.proposals.all().delete()
    keep(reading, drafts_of(asked), asked)


def drafts_of(asked: Asked) -> Iterator[Draft]:
    """Everything there is to decide about a paper."""
    for propose in _PROPOSERS:
        yield from propose(asked)


def keep(reading: Reading, drafts: Iterator[Draft], asked: Asked) -> list[Proposal]:
    """Keep drafts as proposals: by key once, in the order they come, each beside what it needs and doubles."""
    kept: dict[str, Proposal] = {}
    before = _decided_before(reading)
    found = [draft for draft in drafts if before.get(draft.key) != draft.says]
    for order, draft in enumerate(found):
        kept.setdefault(draft.key, _proposal(reading, draft, order, asked))
    rows = Proposal.objects.bulk_create(kept.values())
    by_key = {row.key: row for row in rows}
    linked = [row for draft in found if (row := _linked(draft, by_key)) is not None]
    Proposal.objects.bulk_update(linked, ["needs", "double_of"], batch_size=200)
    return rows


def _decided_before(reading: Reading) -> dict[str, dict]:
    """What officers decided of the committee's earlier papers: the same said again is not asked again."""
    if reading.body is None:
        return {}
    told = Q(decided=Decided.DISCARDED) | Q(recording__isnull=False)
    earlier = Proposal.objects.filter(told, reading__body=reading.body, sort__in=_NEVER_CERTAIN)
    return dict(earlier.exclude(reading=reading).order_by("pk").values_list("key", "says"))


def _proposal(reading: Reading, draft: Draft, order: int, asked: Asked) -> Proposal:
    unsure = [doubt for doubt in draft.unsure if doubt]
    return Proposal(
        reading=reading, sort=draft.sort, key=draft.key, title=draft.title[:500], says=draft.says, unsure=unsure,
        is_certain=not unsure and draft.sort not in _NEVER_CERTAIN, line=draft.line or None,
        last_line=asked.extent(draft.line, draft.printed), order=order, repeats_id=draft.repeats,
    )  # fmt: skip


def _linked(draft: Draft, by_key: dict[str, Proposal]) -> Proposal | None:
    row = by_key[draft.key]
    row.needs, row.double_of = by_key.get(draft.needs), by_key.get(draft.double_of)
    return row if row.needs or row.double_of else None


def _keep_warnings(reading: Reading, read: facts.Reading) -> None:
    """The warnings of this reading; one that an officer settled in an earlier reading stays settled."""
    settled = {(row.code, row.text): row for row in reading.paper.warnings.exclude(settled_because="")}
    reading.paper.warnings.all().delete()
    rows = [
        PaperWarning(paper=reading.paper, code=warning.code, line=warning.line, text=warning.text[:500])
        for warning in read.warnings
    ]
    for row in rows:
        if before := settled.get((row.code, row.text)):
            row.settled_because, row.settled_by, row.settled_on = (
                before.settled_because, before.settled_by, before.settled_on
            )  # fmt: skip
    PaperWarning.objects.bulk_create(rows)
