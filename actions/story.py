"""The history of a record as a reader wants it: what changed, by whom, when and why. Exempt text is never told."""

from itertools import pairwise

from django.db.models import Model

from govuk.words import long_date

TOLD = {
    "task": "What is asked was reworded",
    "text": "The text was changed",
    "item_id": "Linked to a programme item",
    "arranged_as_id": "Arranged as a meeting or visit",
    "delegate_id": "Passed on",
    "approved_on": "Approved by Council",
    "signed_off_at_id": "Signed off",
    "exempt_note": "Exempt text changed",
    "answer": "Answered",
    "circulated_on": "Circulated",
    "waived_because": "Nothing is owed any more",
}
OWNERS = ("owed_by_post_id", "owed_by_person_id", "owed_by_body_id")


def story_of(record: Model) -> list[dict]:
    """Each change that a reader would notice, the latest first, in the shape that a timeline takes."""
    kept = list(record.history.select_related("history_user__person"))
    told = [_entry(later, _changes(later, earlier)) for later, earlier in pairwise(kept) if _is_news(later, earlier)]
    return told + [_entry(first, ["Put on record"]) for first in kept[-1:]]


def _is_news(later, earlier) -> bool:
    """One verb may save twice: the second save, for the same reason, is told only where it changed something."""
    reason = later.history_change_reason
    return bool(_changes(later, earlier) or (reason and reason != earlier.history_change_reason))


def _changes(later, earlier) -> list[str]:
    changed = {
        name for name in (*TOLD, *OWNERS, "state", "due_on")
        if getattr(later, name, None) != getattr(earlier, name, None)
    }  # fmt: skip
    told = [later.get_state_display()] if "state" in changed else []
    if "due_on" in changed:
        told.append(f"Date moved to {long_date(later.due_on)}" if later.due_on else "Date taken away")
    if changed & set(OWNERS):
        told.append("Asked of somebody else")
    return told + [words for name, words in TOLD.items() if name in changed]


def _entry(kept, changes: list[str]) -> dict:
    reason = kept.history_change_reason or ""
    return {
        "title": changes[0] if changes else reason,
        "by": kept.history_user,
        "at": kept.history_date,
        "text": ". ".join([*changes[1:], *([reason] if changes and reason else [])]),
    }
