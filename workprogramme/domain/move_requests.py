"""An author asks that a report go to another meeting; an officer grants it, or declines with the reason."""

from django.db import transaction

from committees.models import Meeting
from council.calendar import today
from council.refusal import Refusal
from workprogramme.domain.items import locked, place_item
from workprogramme.enums import MoveState
from workprogramme.models import Item, MoveRequest
from workprogramme.rules import can_ask_to_move, check_can_take


@transaction.atomic
def ask_to_move(item: Item, *, to: Meeting, why: str, by) -> MoveRequest:
    """Ask for another meeting; one request an item is open at a time.

    Raises ``Refusal`` where the report is not being written, a request is open, or the meeting cannot take it.
    """
    item = locked(item)
    if not can_ask_to_move(item):
        raise Refusal(f"This item is {item.get_state_display().lower()}, so it cannot move to another meeting.")
    if item.move_requests.filter(state=MoveState.ASKED).exists():
        raise Refusal("A move of this report is asked for already. Take that back first to ask for another meeting.")
    check_can_take(item, to)
    if to == item.meeting:
        raise Refusal(f"This item is already on the meeting of {to.when}.")
    if to.on and to.on < today():
        raise Refusal(f"The meeting of {to.when} has passed. Choose one to come.")
    if not why.strip():
        raise Refusal("Say why the report should move.")
    words = {"why": why.strip()[:300], "asked_by": by, "asked_on": today()}
    return MoveRequest.objects.create(item=item, from_meeting=item.meeting, to=to, **words)


@transaction.atomic
def grant_move(item: Item, *, by, version: int | None = None) -> MoveRequest:
    """Move the item as its author asked, agreed by the officer; its dates follow. Raises as ``place_item`` does."""
    request = _open_one(item)
    if locked(item, version).meeting_id != request.to_id:
        why = f"Asked for by {request.asked_by}: {request.why}"
        place_item(item, to=request.to, why=why[:300], by=by, agreed_by=str(by), version=version)
    return _answer(request, MoveState.GRANTED, by=by)


@transaction.atomic
def decline_move(item: Item, *, why: str, by) -> MoveRequest:
    """Leave the item where it is, with the reason that its author sees."""
    request = _open_one(item)
    if not why.strip():
        raise Refusal("Say why the report cannot move.")
    return _answer(request, MoveState.DECLINED, by=by, because=why)


@transaction.atomic
def take_back_move(item: Item, *, by) -> MoveRequest:
    """The author asks for it no longer."""
    return _answer(_open_one(item), MoveState.TAKEN_BACK, by=by)


def _open_one(item: Item) -> MoveRequest:
    requests = item.move_requests.select_for_update(of=("self",)).select_related("to__body", "asked_by__person")
    request = requests.filter(state=MoveState.ASKED).first()
    if request is None:
        raise Refusal("No move of this report is asked for any more.")
    return request


def _answer(request: MoveRequest, state: str, *, by, because: str = "") -> MoveRequest:
    request.state, request.state_because = state, because.strip()[:300]
    request.answered_by, request.answered_on = by, today()
    request.save(update_fields=["state", "state_because", "answered_by", "answered_on"])
    return request
