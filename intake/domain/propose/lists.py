"""Proposals from lists: recommendations made by somebody else, and the open rows of a tracker kept elsewhere."""

from collections.abc import Iterator

from actions.models import Action, Recommendation
from council.calendar import today
from intake.domain.drafts import Draft
from intake.domain.owners import match_owner
from intake.domain.propose.asked import Asked
from intake.enums import Sort

_MADE_ELSEWHERE = "A recommendation of a list: check that it is the committee’s, and the day it was made."


def propose_recommendations(asked: Asked) -> Iterator[Draft]:
    """Recommendations of a list. The paper cannot say whose they become, so none is certain."""
    known = set(Recommendation.objects.filter(body=asked.body).values_list("text", flat=True)) if asked.body else set()
    dates = [meeting.date for meeting in asked.read.meetings if meeting.date]
    for place, read in enumerate(asked.read.recommendations):
        if read.text in known:
            continue
        says = {
            **asked.whose(None),
            "number": read.number or "",
            "text": read.text,
            "to": read.to or "",
            "made_on": (dates[0] if dates else today()).isoformat(),
        }
        title = f"{read.number}. {read.text}" if read.number else read.text
        yield Draft(
            Sort.RECOMMENDATION, f"recommendation:{place}", title[:500], says, read.line, read.text,
            unsure=(_MADE_ELSEWHERE,),
        )  # fmt: skip


def propose_tracked(asked: Asked) -> Iterator[Draft]:
    """The rows of a tracker that are not closed; closed ones need nobody any more."""
    known = set(Action.objects.filter(body=asked.body).values_list("task", flat=True)) if asked.body else set()
    for place, row in enumerate(asked.read.trackers):
        if row.closed or row.text[:500] in known:
            continue
        match = match_owner(row.owner, asked.body)
        says = {
            **asked.whose(None),
            "ref": row.ref or "",
            "task": row.text[:500],
            "asked": (row.owner or "")[:300],
            "who": match.who,
            "found_by": match.found_by,
            "candidates": list(match.candidates),
            "due_text": (row.due_text or "")[:300],
            "due_on": row.due.isoformat() if row.due else None,
            "status": row.status or "",
            "asked_on": (row.meeting or today()).isoformat(),
        }
        doubts = (*((match.unsure,) if match.unsure else ()), *asked.warned(line=row.line))
        yield Draft(Sort.TRACKED, f"tracked:{place}", row.text[:500], says, row.line, row.text, unsure=doubts)
