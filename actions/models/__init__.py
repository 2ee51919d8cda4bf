"""The tables of the actions room."""

from actions.models.actions import Action, ActionClause, ActionSlip, Answer, Update, Verdict
from actions.models.recommendations import ImplementationUpdate, ImplementationUpdateSlip, Recommendation
from actions.models.written_answers import WrittenAnswer, WrittenAnswerSlip

__all__ = [
    "Action",
    "ActionClause",
    "ActionSlip",
    "Answer",
    "ImplementationUpdate",
    "ImplementationUpdateSlip",
    "Recommendation",
    "Update",
    "Verdict",
    "WrittenAnswer",
    "WrittenAnswerSlip",
]
