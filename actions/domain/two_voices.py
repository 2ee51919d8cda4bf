"""The owner says where it stands; the committee says whether that will do."""

from datetime import date

from django.db import transaction

from actions.domain.actions import become, locked
from actions.enums import ENDED, ActionState, Standing
from actions.models import Action, Answer, Update, Verdict
from actions.rules import can_take_back, check_can_judge, check_can_open_again, check_can_take_answer
from committees.models import Clause, Meeting, Paper
from council.calendar import today
from council.domain.due_dates import write_slip
from council.enums import DueKind
from council.history import save_by
from council.refusal import Refusal
from workprogramme.models import Item


@transaction.atomic
def give_update(
    action: Action, *, standing: str, text: str, by, asks_for: date | None = None, version: int | None = None
) -> Update:
    """The owner says where it stands. "Done" proposes completion; "slipped" asks for a date, which an officer grants.

    Raises ``Refusal`` where the action has ended, nothing is said, or a slip names no day to come.
    """
    action = locked(action, version)
    if action.state in (*ENDED, ActionState.DRAFT):
        raise Refusal(f"This action is {action.get_state_display().lower()}, so it takes no updates.")
    if not text.strip():
        raise Refusal("Say where it stands.")
    if standing == Standing.SLIPPED and (asks_for is None or asks_for < today()):
        raise Refusal("Enter the new date you ask for: a day to come.")
    update = Update.objects.create(
        action=action, standing=standing, text=text.strip(), asks_for=asks_for, by=by, on=today()
    )
    _follow(action, standing, text, by=by)
    return update


def _follow(action: Action, standing: str, text: str, *, by) -> None:
    if standing == Standing.DONE:
        _propose(action, by=by)
    elif standing == Standing.AWAITING and action.state in {ActionState.OPEN, ActionState.IN_PROGRESS}:
        action.awaiting = text.strip()[:300]
        become(action, ActionState.AWAITING, by=by, also=["awaiting"])
    elif standing != Standing.AWAITING and action.state in {ActionState.OPEN, ActionState.AWAITING}:
        become(action, ActionState.IN_PROGRESS, by=by)
    else:
        action.version += 1
        save_by(action, by=by, fields=["version"])


def _propose(action: Action, *, by) -> None:
    action.met_on = action.met_on or today()
    become(action, ActionState.PROPOSED, by=by, why="The owner says it is done", also=["met_on"])


@transaction.atomic
def propose_completion(action: Action, *, text: str, by, version: int | None = None) -> Update:
    """The owner says it is done, and with what evidence; only the committee closes it."""
    return give_update(action, standing=Standing.DONE, text=text, by=by, version=version)


@transaction.atomic
def take_back_completion(action: Action, *, text: str, by, version: int | None = None) -> Update:
    """The owner takes back that it is done, before the committee decides: it is owed again, unless it has an answer.

    Raises ``Refusal`` where nobody said that it is done, or nothing is said of what is left.
    """
    action = locked(action, version)
    if not can_take_back(action):
        raise Refusal(f"This action is {action.get_state_display().lower()}, so there is nothing to take back.")
    if not text.strip():
        raise Refusal("Say what is still to be done.")
    update = Update.objects.create(action=action, standing=Standing.ON_TRACK, text=text.strip(), by=by, on=today())
    action.met_on = action.answers.values_list("on", flat=True).first()
    become(action, ActionState.OPEN, by=by, why="Not done yet, its owner says", also=["met_on"])
    return update


@transaction.atomic
def record_answer(
    action: Action,
    *,
    on: date,
    by,
    item: Item | None = None,
    paper: Paper | None = None,
    note: str = "",
    version: int | None = None,
) -> Answer:
    """Record what it got: the item whose report answers it, a paper, or words; nobody is chased for it any more.

    The committee's own view is still to come. Recording the same item, paper or words again changes nothing, unless the
    committee was not satisfied with it before. Raises ``Refusal`` for a draft, for what has ended, and for no answer.
    """
    action, note = locked(action, version), note.strip()[:500]
    check_can_take_answer(action)
    if item is None and paper is None and not note:
        raise Refusal("Say which item or paper answered it, or how.")
    same = {"item": item} if item else {"item": None, "paper": paper} if paper else {"item": None, "note": note}
    said = {"item": item, "paper": paper, "note": note, "on": on, "by": by}
    answer, made = Answer.objects.get_or_create(action=action, **same, defaults=said)
    if not made and action.met_on is None:
        answer.on, answer.by, made = on, by, True
        answer.save(update_fields=["on", "by"])
    if made:
        action.met_on, action.item, action.version = action.met_on or on, action.item or item, action.version + 1
        save_by(action, by=by, why=f"Answered: {answer}", fields=["met_on", "item", "version"])
    return answer


@transaction.atomic
def accept_completion(
    action: Action,
    *,
    meeting: Meeting,
    by,
    clause: Clause | None = None,
    minute_text: str = "",
    version: int | None = None,
) -> Verdict:
    """The committee accepted it, at a meeting, by a minute: the action is complete.

    Raises ``Refusal`` where the meeting cannot resolve (Protocol 8.3), is another committee's or is still to come.
    """
    action = locked(action, version)
    check_can_judge(action, meeting, today())
    verdict = Verdict.objects.create(
        action=action, satisfied=True, meeting=meeting, clause=clause, minute_text=minute_text[:60], by=by
    )
    action.met_on = action.met_on or min(today(), meeting.on)
    become(action, ActionState.COMPLETE, by=by, why=f"Accepted at the meeting of {meeting.when}", also=["met_on"])
    return verdict


@transaction.atomic
def open_again(
    action: Action,
    *,
    meeting: Meeting,
    why: str,
    by,
    due_on: date | None = None,
    minute_text: str = "",
    version: int | None = None,
) -> Verdict:
    """The committee was not satisfied: the action is owed again, with the reason, and with a new date if it gave one.

    A date that the committee gave stands by itself: it no longer follows the meeting it first hung on. The ledger
    gets a row also where the date stays, so that reminders start anew.
    """
    action = locked(action, version)
    check_can_judge(action, meeting, today())
    check_can_open_again(action)
    if not why.strip():
        raise Refusal("Say why the committee was not satisfied.")
    verdict = Verdict.objects.create(
        action=action, satisfied=False, meeting=meeting, minute_text=minute_text[:60], why=why.strip()[:500], by=by
    )
    to, at = due_on or action.due_on, f"Meeting of {meeting.when}"
    write_slip(action, to=to, why=f"Opened again: {why}", by=by, agreed_by=at)
    changed = _owe_again(action, to)
    if due_on:
        changed |= {"due_kind": DueKind.DATE, "due_meeting": None, "why": f"{at}: {why}"[:300]}
    changed |= {"state": ActionState.OPEN, "state_because": why[:300], "version": action.version + 1}
    for name, value in changed.items():
        setattr(action, name, value)
    save_by(action, by=by, why=why, fields=[*changed, "slip_no"])
    return verdict


def _owe_again(action: Action, due_on: date | None) -> dict:
    ended = {"met_on": None, "waived_because": "", "superseded_by": None, "agreed_by": ""}
    return ended | {"due_on": due_on, "first_due_on": action.first_due_on or due_on}
