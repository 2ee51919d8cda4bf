"""The slip ledger: the one way a due date changes."""

from datetime import date

from django.db import transaction

from council.history import save_by
from council.obligation import Obligation, Slip
from council.refusal import Refusal


@transaction.atomic
def move_due(
    obligation: Obligation, *, to: date | None, why: str, by, agreed_by: str = "", rule: str = ""
) -> Slip | None:
    """Move what is owed to another day, and write the move down: from, to, why, by whom, agreed by whom.

    ``first_due_on`` stays. Every move is a new slip, also one that moves back, so that reminders start anew.
    ``rule`` replaces the words that explain the date, also where another rule gives the same day. Returns the slip,
    or nothing where the day is the same.
    Raises ``Refusal`` where no reason is given or the duty is already met or waived.
    """
    fresh = type(obligation)._default_manager.select_for_update().get(pk=obligation.pk)
    if fresh.due_on == to:
        return _say_rule(obligation, fresh, rule, why=why, by=by)
    if not why.strip():
        raise Refusal("Say why the date moves.")
    if not fresh.is_owed:
        raise Refusal("This is already met or waived, so its date cannot move.")
    slip = write_slip(fresh, to=to, why=why, by=by, agreed_by=agreed_by)
    fresh.due_on, fresh.first_due_on = to, fresh.first_due_on or to
    fresh.why = rule or fresh.why
    save_by(fresh, by=by, why=why, fields=["due_on", "first_due_on", "why", "slip_no"])
    obligation.refresh_from_db()
    return slip


def _say_rule(obligation: Obligation, fresh: Obligation, rule: str, *, why: str, by) -> None:
    if rule and rule != fresh.why and fresh.is_owed:
        obligation.why = fresh.why = rule
        save_by(fresh, by=by, why=why, fields=["why"])


def write_slip(obligation: Obligation, *, to: date | None, why: str, by, agreed_by: str = "") -> Slip:
    """Add the next row to the ledger and count it on the obligation (not saved here)."""
    obligation.slip_no += 1
    return obligation.slips.create(
        number=obligation.slip_no, from_on=obligation.due_on, to_on=to, why=why[:300], by=by, agreed_by=agreed_by[:200]
    )
