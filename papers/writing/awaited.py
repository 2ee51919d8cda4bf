"""What a committee waits for besides its actions: what a report is to show, and answers that were promised."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ToShow:
    """One point of the content checklist of a report: something the committee asked to see in it.

    minute: the clause that asked, or empty. where: the paragraph or page that shows it; empty where nothing does yet.
    """

    text: str
    minute: str = ""
    where: str = ""


@dataclass(frozen=True)
class WrittenAnswer:
    """A question that was not answered on the night and is answered in writing (Protocol 4.6).

    asked_on: the meeting at which it was asked. owner: who answers. due_on: by when. answered_on, circulated_on: when
    the answer came and when members had it, or nothing.
    """

    question: str
    asked_on: date
    owner: str = ""
    due_on: date | None = None
    answered_on: date | None = None
    circulated_on: date | None = None
