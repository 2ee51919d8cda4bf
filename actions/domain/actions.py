"""What a committee asks for, and how it comes to rest: verbs over one action."""

from datetime import date

from django.db import transaction

from actions.domain.dues import work_out_due
from actions.enums import ActionState
from actions.models import Action, ActionClause
from actions.rules import check_can_become, check_can_supersede
from committees.models import Clause, Meeting
from committees.rules import check_can_resolve
from council.calendar import today
from council.domain.due_dates import move_due
from council.enums import DueKind
from council.history import create_by, save_by
from council.models import Body, Person, Post
from council.refusal import Refusal, Stale
from workprogramme.models import Item

Owner = Post | Person | Body | None


def owner_fields(owner: Owner) -> dict:
    """The three owner columns for whoever owes something: a post, a person, a body or nobody."""
    fields = {"owed_by_post": None, "owed_by_person": None, "owed_by_body": None}
    if owner is not None:
        fields[f"owed_by_{type(owner).__name__.lower()}"] = owner
    return fields


@transaction.atomic
def ask(
    *,
    task: str,
    owner: Owner,
    by,
    clause: Clause | None = None,
    body: Body | None = None,
    asked_on: date | None = None,
    due_kind: str = DueKind.NONE,
    due_text: str = "",
    due_on: date | None = None,
    due_meeting: Meeting | None = None,
    draft: bool = False,
    **more,
) -> Action:
    """Record what a clause asks of somebody. The owner is as printed or nobody; a date follows from the kind of due.

    One that comes from no clause on record (a tracker kept elsewhere) says its ``body`` and the day it was asked.
    Raises ``Refusal`` where the meeting of the clause cannot resolve (Protocol 8.3), or there is no task.
    """
    if clause is not None:
        meeting = clause.minute.meeting
        check_can_resolve(meeting)
        body, asked_on = meeting.body, meeting.on
        more = {"sort": clause.sort, **more}
    if not task.strip():
        raise Refusal("Say what is asked.")
    due = work_out_due(kind=due_kind, body=body, asked_on=asked_on, on=due_on, meeting=due_meeting, text=due_text)
    return create_by(
        Action, by=by, body=body, clause=clause, task=task.strip()[:500], asked_on=asked_on,
        state=ActionState.DRAFT if draft else ActionState.OPEN, due_kind=due_kind, due_text=due_text[:300],
        due_on=due.on, first_due_on=due.on, due_meeting=due.meeting, why=due.why, **owner_fields(owner), **more,
    )  # fmt: skip


def ask_again(action: Action, clause: Clause) -> ActionClause:
    """A later clause asks for the same: one action, told by both clauses."""
    return ActionClause.objects.get_or_create(clause=clause, defaults={"action": action})[0]


@transaction.atomic
def accept_draft(action: Action, *, by, version: int | None = None) -> Action:
    """The officer accepts what was read from the minutes."""
    return become(locked(action, version), ActionState.OPEN, by=by)


@transaction.atomic
def put_on_programme(action: Action, *, item: Item, by, version: int | None = None) -> Action:
    """Name the programme item that will answer it; the action stays open until the committee has its answer."""
    action = locked(action, version)
    if item.programme.body_id != action.body_id:
        raise Refusal("That item is on another committee's programme.")
    action.item = item
    return _save(action, by=by, why=f"Will be answered by {item}", fields=["item"])


@transaction.atomic
def arrange(action: Action, *, meeting: Meeting, by, version: int | None = None) -> Action:
    """Name the informal meeting or visit that was put on the schedule for it, with or without a date yet."""
    action = locked(action, version)
    action.arranged_as = meeting
    return _save(action, by=by, why=f"Arranged as {meeting}", fields=["arranged_as"])


@transaction.atomic
def set_due(action: Action, *, on: date, why: str, by, agreed_by: str = "", version: int | None = None) -> Action:
    """Give an action another date, through the slip ledger."""
    action = locked(action, version)
    if on < today():
        raise Refusal(f"{on.day} {on:%B %Y} has passed. Enter a date to come.")
    move_due(action, to=on, why=why, by=by, agreed_by=agreed_by, rule=f"Agreed: {why}"[:300])
    action.due_kind, action.due_meeting = DueKind.DATE, None
    return _save(action, by=by, why=why, fields=["due_kind", "due_meeting"])


@transaction.atomic
def reassign(action: Action, *, owner: Owner, why: str, by, version: int | None = None) -> Action:
    """Say who owes it now; what the minute prints stays beside it."""
    action = locked(action, version)
    fields = {**owner_fields(owner), "delegate": None}
    for name, value in fields.items():
        setattr(action, name, value)
    return _save(action, by=by, why=why, fields=list(fields))


@transaction.atomic
def pass_on(action: Action, *, to: Person | None, by, version: int | None = None) -> Action:
    """Give the work to somebody, or take it back where ``to`` is nobody; the post that was asked still owes it.

    Whoever it is passed to is reminded beside the post's holder, and may say where it stands.
    """
    action = locked(action, version)
    action.delegate = to
    return _save(action, by=by, why=f"Passed on to {to}" if to else "Taken back from a delegate", fields=["delegate"])


@transaction.atomic
def await_others(action: Action, *, whom: str, by, version: int | None = None) -> Action:
    """It waits for somebody else; its date runs on."""
    action = locked(action, version)
    if not whom.strip():
        raise Refusal("Say who it is waiting for.")
    action.awaiting = whom.strip()[:300]
    return become(action, ActionState.AWAITING, by=by, why=f"Waiting for {whom}", also=["awaiting"])


@transaction.atomic
def move_to_programme(action: Action, *, item: Item, by, version: int | None = None) -> Action:
    """What was asked becomes an item of the programme and is followed there."""
    action = put_on_programme(action, item=item, by=by, version=version)
    return become(action, ActionState.MOVED, by=by, why=f"Moved to the programme: {item}")


@transaction.atomic
def supersede(action: Action, *, by_action: Action, why: str, by, version: int | None = None) -> Action:
    """Another action takes its place, and nothing is owed on this one; the other must still be open."""
    action = locked(action, version)
    check_can_supersede(action, locked(by_action))
    action.superseded_by = by_action
    action.waived_because = f"Superseded by {by_action.ref}"
    return become(action, ActionState.SUPERSEDED, by=by, why=why, also=["superseded_by", "waived_because"])


@transaction.atomic
def no_longer_required(action: Action, *, why: str, agreed_by: str, by, version: int | None = None) -> Action:
    """End it without an answer: with the reason, and who agreed."""
    if not why.strip() or not agreed_by.strip():
        raise Refusal("Say why it is no longer required and who agreed.")
    action = locked(action, version)
    action.agreed_by, action.waived_because = agreed_by.strip()[:200], why.strip()[:300]
    return become(action, ActionState.NOT_REQUIRED, by=by, why=why, also=["agreed_by", "waived_because"])


def locked(action: Action, version: int | None = None) -> Action:
    """The action as it is now, locked; raises ``Stale`` where somebody saved it since ``version``."""
    fresh = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
    if version is not None and version != fresh.version:
        raise Stale(
            "Somebody else changed this action while you had it open. Nothing of yours was saved: "
            "see what changed, then try again."
        )
    return fresh


def become(action: Action, state: str, *, by, why: str = "", also: list[str] | None = None) -> Action:
    """Take the action to another state of its life; a private step of the verbs of this room."""
    check_can_become(action, state)
    action.state, action.state_because = state, why[:300]
    return _save(action, by=by, why=why, fields=["state", "state_because", *(also or [])])


def _save(action: Action, *, by, why: str, fields: list[str]) -> Action:
    action.version += 1
    save_by(action, by=by, why=why, fields=[*fields, "version"])
    return action
