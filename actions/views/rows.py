"""What a list or a page shows of one action."""

from dataclasses import dataclass
from datetime import date

from actions.enums import ActionState
from actions.models import Action
from actions.standing import Stands, asked_of, due_as_minuted, is_overdue, where_it_stands

TONES = {
    ActionState.DRAFT: "due",
    ActionState.PROPOSED: "waiting",
    ActionState.COMPLETE: "met",
    ActionState.AWAITING: "waiting",
    ActionState.MOVED: "new",
    ActionState.SUPERSEDED: "waived",
    ActionState.NOT_REQUIRED: "waived",
}


@dataclass(frozen=True)
class Row:
    """One action as a reader sees it, everything derived already."""

    action: Action
    asked_of: str
    due: str
    overdue: bool
    stands: Stands
    tone: str


def row_of(action: Action, today: date) -> Row:
    """The action with what follows from it today."""
    return Row(
        action=action,
        asked_of=asked_of(action),
        due=due_as_minuted(action),
        overdue=is_overdue(action, today),
        stands=where_it_stands(action),
        tone=TONES.get(action.state, "open"),
    )
