"""Reading slip ledgers back, so that every test holds the same promises about them."""

from datetime import date

from council.obligation import Obligation


def moves_of(obligation: Obligation) -> list[tuple[date | None, date | None]]:
    """From and to of every slip, first to last."""
    return list(obligation.slips.order_by("number").values_list("from_on", "to_on"))


def tell_again(obligation: Obligation) -> tuple[int, date | None, date | None]:
    """Times moved, first date and present date, as the ledger alone tells them; it must be numbered without gaps."""
    slips = list(obligation.slips.order_by("number"))
    assert [slip.number for slip in slips] == list(range(1, len(slips) + 1))
    if not slips:
        return 0, obligation.due_on, obligation.due_on
    days = [slips[0].from_on, *(slip.to_on for slip in slips)]
    assert [slip.from_on for slip in slips] == days[:-1]
    return len(slips), next((day for day in days if day), None), days[-1]


def as_stored(obligation: Obligation) -> tuple[int, date | None, date | None]:
    """The same three as the obligation itself has them."""
    return obligation.slip_no, obligation.first_due_on, obligation.due_on
