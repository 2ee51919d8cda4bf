"""One recording: everything accepted goes on record in one transaction, or nothing does."""

from django.db import DataError, transaction
from django.utils import timezone

from actions.domain.dues import re_work_dues
from council.models import Body
from council.refusal import Refusal
from intake.domain.record.changes import record_change
from intake.domain.record.making import Making
from intake.domain.record.meetings import (
    record_agenda_line,
    record_appointment,
    record_attendance,
    record_conflict,
    record_informal,
    record_meeting,
    record_seat,
)
from intake.domain.record.minutes import (
    link_issues,
    record_action,
    record_minutes,
    record_recommendation,
    record_suggestion,
    record_tracked,
    record_wording,
)
from intake.domain.record.programme import record_decision, record_row
from intake.enums import Decided, Sort
from intake.models import Proposal, Reading, Recording

# In this order: what others hang on comes first, and dates are worked out again before minutes ask for "the next".
_FIRST = {
    Sort.MEETING: record_meeting,
    Sort.CONFLICT: record_conflict,
    Sort.SEAT: record_seat,
    Sort.ATTENDANCE: record_attendance,
    Sort.AGENDA_LINE: record_agenda_line,
    Sort.ROW: record_row,
}
_THEN = {
    Sort.MINUTE: record_minutes,
    Sort.WORDING: record_wording,
    Sort.APPOINTMENT: record_appointment,
    Sort.ACTION: record_action,
    Sort.RECOMMENDATION: record_recommendation,
    Sort.SUGGESTION: record_suggestion,
    Sort.INFORMAL: record_informal,
    Sort.DECISION: record_decision,
    Sort.TRACKED: record_tracked,
    Sort.CHANGE: record_change,
}


@transaction.atomic
def put_on_record(reading: Reading, *, by, trusted: bool = False) -> Recording:
    """Put everything accepted and not yet recorded on record, whole or not at all; says how many of what.

    ``trusted`` is for commands run by whoever holds the server: they may record for any committee. Raises ``Refusal``
    where nothing is accepted, something cannot stand any more, or ``by`` does not run the committee.
    """
    reading = Reading.objects.select_for_update(of=("self",)).select_related("paper", "body").get(pk=reading.pk)
    accepted = list(reading.proposals.to_record().select_related("into", "into_action").order_by("order"))
    if not accepted:
        raise Refusal("Nothing is accepted yet that is not on record.")
    making = Making(reading, by, trusted)
    try:
        _record(accepted, making)
    except DataError as error:
        raise Refusal(f"{reading.paper} holds words that are longer than the record keeps: {error}") from error
    return _keep(reading, accepted, making)


def _record(accepted: list[Proposal], making: Making) -> None:
    _steps(_FIRST, accepted, making)
    for body in _bodies_with_meetings(accepted, making):
        re_work_dues(body, why=f"Meetings put on record from {making.paper}", by=making.by)
    _steps(_THEN, accepted, making)
    link_issues([proposal for proposal in accepted if proposal.sort == Sort.MINUTE], making)


def _steps(steps: dict, accepted: list[Proposal], making: Making) -> None:
    for sort, record in steps.items():
        chosen = [proposal for proposal in accepted if proposal.sort == sort]
        # One that others were merged into comes before them.
        for proposal in sorted(chosen, key=lambda proposal: proposal.decided == Decided.MERGED):
            making.made(proposal, record(proposal, making))


def _bodies_with_meetings(accepted: list[Proposal], making: Making) -> set[Body]:
    own = {making.reading.body} if making.reading.body else set()
    return own | {making.body(one.now_says) for one in accepted if one.sort == Sort.MEETING}


def _keep(reading: Reading, accepted: list[Proposal], making: Making) -> Recording:
    counts: dict[str, int] = {}
    for proposal in accepted:
        name = "merged" if proposal.decided == Decided.MERGED else proposal.sort
        counts[name] = counts.get(name, 0) + 1
    recording = Recording.objects.create(reading=reading, by=making.by, counts=counts)
    for proposal in accepted:
        proposal.recording, proposal.recorded_as = recording, making.paths[proposal.pk]
        proposal.version += 1
    Proposal.objects.bulk_update(accepted, ["recording", "recorded_as", "version"], batch_size=200)
    _settle_body(reading, accepted, making)
    return recording


def _settle_body(reading: Reading, accepted: list[Proposal], making: Making) -> None:
    if reading.body is None and making.bodies:
        reading.body = next(iter(making.bodies.values()))
        reading.paper.body = reading.body
        reading.paper.save(update_fields=["body"])
    if not reading.proposals.open().exists():
        reading.closed_at = timezone.now()
    reading.version += 1
    reading.save(update_fields=["body", "closed_at", "version"])
