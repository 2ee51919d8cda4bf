"""Writing a reorganisation down: who decided it, which committees it ends, which continue them, and what goes where."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from committees.enums import DECIDING_KINDS, MeetingState
from committees.models import Clause, Meeting, Passed, Reorganisation
from council.calendar import today
from council.enums import Reorganised
from council.models import Body
from council.refusal import Refusal


@transaction.atomic
def write_reorganisation(
    *,
    how: Reorganised,
    from_on: date,
    why: str,
    by,
    into: Iterable[Body],
    ended: Iterable[Body] = (),
    decided_in: str = "",
    clause: Clause | None = None,
    **names: str,
) -> Reorganisation:
    """Write down that committees were reorganised. Raises ``Refusal`` without a reason, or without a decision."""
    if not why.strip():
        raise Refusal("Say why the committees are reorganised.")
    if clause is None and not decided_in.strip():
        raise Refusal("Say by which decision: a clause on record, or the minute of Council as printed.")
    said = {"why": why.strip()[:300], "decided_in": decided_in.strip()[:200], "clause": clause, "by": by, **names}
    made = Reorganisation.objects.create(how=how, from_on=from_on, **said)
    made.ended.set(ended)
    made.into.set(into)
    return made


def write_passed(reorganisation: Reorganisation, rows: Iterable[Passed]) -> None:
    """Write down what went where."""
    Passed.objects.bulk_create([_of(row, reorganisation) for row in rows], batch_size=500)


def _of(row: Passed, reorganisation: Reorganisation) -> Passed:
    row.reorganisation = reorganisation
    return row


def check_has_come(from_on: date) -> None:
    """Raises ``Refusal`` before the day: until then the committees are what they are."""
    if from_on > today():
        raise Refusal(
            f"{from_on.day} {from_on:%B %Y} has not come. Look at what would go where, and carry it out on that day."
        )


def check_can_end(body: Body, from_on: date) -> None:
    """Raises ``Refusal`` for what is no committee, has ended already, or met on the day or after."""
    if not body.is_committee:
        raise Refusal(f"{body.called} is no committee with a work programme.")
    if body.ended_on is not None:
        raise Refusal(f"{body.called} ended on {body.ended_on.day} {body.ended_on:%B %Y} already.")
    met = Meeting.objects.filter(body=body, state=MeetingState.HELD, kind__in=DECIDING_KINDS, on__gte=from_on).first()
    if met:
        raise Refusal(f"{body.called} met on {met.when}. Enter a day after that one.")
