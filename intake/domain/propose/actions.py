"""Proposals of actions: what a clause asks of whom by when, doubles as one, and what on record it refers to."""

import re
from collections.abc import Iterator

from django.db.models import Q

from actions.models import Action
from committees.enums import ClauseSort
from committees.models import Clause
from council.directory import find_body
from council.enums import DueKind
from intake.domain.drafts import Draft
from intake.domain.owners import Match, code_of, match_owner
from intake.domain.propose.asked import Asked
from intake.enums import Sort
from papers.reading import facts

_NAMED_BY_CONTEXT = "context"
_LONGEST_TASK = 500
_STEM = re.compile(r"\b(?:request|ask|invit|instruct|direct|urg)\w{0,4} to (\w.{2,200}?)[\s:;–-]*$", re.IGNORECASE)
_AWAITS_A_NOUN = re.compile(r"\b(?:on|of|for|about|regarding|concerning|with|to|into)$", re.IGNORECASE)


def action_key(read: facts.Meeting, path: str, place: int = 0) -> str:
    """The key of the proposal of what a clause asks; a clause can ask several things."""
    return f"action:{read.date}:{path}:{place}"


def propose_actions(
    asked: Asked, read: facts.Meeting, clause: facts.Clause, *, minute: str, clauses: dict[str, facts.Clause],
    on_record: dict[str, Clause],
) -> Iterator[Draft]:  # fmt: skip
    """One proposal for each thing a clause asks; what it recommends to a body is a recommendation instead."""
    if clause.sort == ClauseSort.RECOMMEND:
        yield from _recommended(asked, read, clause, minute)
        return
    earlier = clauses.get(clause.same_as or "")
    recorded = on_record.get(clause.path) or on_record.get(clause.same_as or "")
    repeats = _action_of(recorded)
    people = tuple(one.name for one in read.attendance)
    for place, follow_up in enumerate(clause.follow_ups):
        match = match_owner(follow_up.asked, asked.body_of(read.committee), people=people)
        if clause.path in on_record and _is_as_recorded(repeats, follow_up, match):
            continue
        double = earlier is not None and place < len(earlier.follow_ups) and repeats is None
        yield Draft(
            Sort.ACTION,
            action_key(read, clause.path, place),
            task := whole_task(clause, follow_up, clauses.get(clause.path.rpartition("/")[0])),
            _says(asked, read, clause, follow_up, match, task),
            clause.line,
            clause.text,
            unsure=() if double else _doubts(asked, clause, follow_up, match, repeats, on_record),
            needs=minute,
            double_of=action_key(read, earlier.path, place) if double else "",
            repeats=repeats.pk if repeats else None,
        )


def _recommended(asked: Asked, read: facts.Meeting, clause: facts.Clause, minute: str) -> Iterator[Draft]:
    for place, follow_up in enumerate(clause.follow_ups):
        to = follow_up.asked or ""
        says = {
            **asked.whose(read.committee),
            "meeting": asked.meeting_key(read.committee, read.date),
            "path": clause.path,
            "number": "",
            "text": clause.text,
            "to": to,
            "made_on": read.date.isoformat(),
        }
        doubts = (
            () if to and find_body(to) else (f"“{to}” is no body on record." if to else "It does not say to whom.",)
        )
        yield Draft(
            Sort.RECOMMENDATION, f"recommended:{read.date}:{clause.path}:{place}", clause.text[:500], says, clause.line,
            clause.text, unsure=(*doubts, *asked.warned(path=clause.path)), needs=minute,
        )  # fmt: skip


def whole_task(clause: facts.Clause, follow_up: facts.FollowUp, above: facts.Clause | None) -> str:
    """What is asked as it reads by itself: where the verb stands in the clause above, it is said again.

    "…be requested to report back on:" and "(a) domestic abuse;" are "Report back on domestic abuse".
    """
    task = follow_up.task or clause.text
    stem = _STEM.search(above.text) if above is not None and follow_up.asked_from == "stem" else None
    if stem and not task.lower().startswith(stem[1].split()[0].lower()):
        joint = " " if _AWAITS_A_NOUN.search(stem[1]) else ": "
        task = f"{stem[1]}{joint}{task}"
    return (task[:1].upper() + task[1:])[:_LONGEST_TASK]


def _says(
    asked: Asked, read: facts.Meeting, clause: facts.Clause, follow_up: facts.FollowUp, match: Match, task: str
) -> dict:
    due = follow_up.due
    return {
        **asked.whose(read.committee),
        "meeting": asked.meeting_key(read.committee, read.date),
        "path": clause.path,
        "task": task,
        "asked": (follow_up.asked or "")[:300],
        "asked_from": follow_up.asked_from,
        "who": match.who,
        "found_by": match.found_by,
        "candidates": list(match.candidates),
        "due_kind": due.kind,
        "due_text": (due.text or "")[:300],
        "due_on": due.on.isoformat() if due.on else None,
        "sort": clause.sort,
        "refers": [_refers(asked, read, reference) for reference in clause.refers_to],
    }


def _doubts(
    asked: Asked, clause: facts.Clause, follow_up: facts.FollowUp, match: Match, repeats: Action | None,
    on_record: dict[str, Clause],
) -> tuple[str, ...]:  # fmt: skip
    doubts = [match.unsure] if match.unsure else []
    if follow_up.asked_from == _NAMED_BY_CONTEXT:
        doubts.append("Who is asked was taken from the words around the clause.")
    if follow_up.due.kind == DueKind.DATE and follow_up.due.on is None:
        doubts.append(f"“{follow_up.due.text}” could not be made a date.")
    if repeats is not None and clause.path in on_record:
        doubts.append(f"{repeats.ref} follows from this clause already, in its other wording.")
    return (*doubts, *asked.warned(path=clause.path))


def _is_as_recorded(action: Action | None, follow_up: facts.FollowUp, match: Match) -> bool:
    """Whether an action on record for this very clause asks the same of the same by the same day."""
    if action is None:
        return False
    same_owner = not match.who or match.who == code_of(action.owed_by)
    return same_owner and (action.due_kind, action.due_text) == (follow_up.due.kind, follow_up.due.text or "")


def _action_of(clause: Clause | None) -> Action | None:
    if clause is None:
        return None
    told = Q(clause=clause) | Q(repeats__clause=clause)
    return Action.objects.filter(told).order_by("pk").first()


def _refers(asked: Asked, read: facts.Meeting, reference: facts.Reference) -> dict:
    """A cross-reference, with the action on record that it leads to, where there is one."""
    words = f"Minute {reference.minute}{f' {reference.clause}' if reference.clause else ''}"
    on = reference.meeting or read.date
    path = "/".join([reference.minute, *_labels(reference.clause)])
    body = asked.body_of(read.committee)
    found = (
        Action.objects.filter(clause__path=path, clause__minute__meeting__on=on, body=body).order_by("pk").first()
        if body
        else None
    )
    of = f" of {reference.meeting.day} {reference.meeting:%B %Y}" if reference.meeting else ""
    return {"text": f"{words}{of}", "action": found.pk if found else None}


def _labels(clause: str | None) -> list[str]:
    return [label for label in (clause or "").replace("(", " ").replace(")", " ").split() if label]
