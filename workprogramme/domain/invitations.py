"""Asking people to a meeting: Cabinet Members, senior officers, guests; what they answer, and taking it back."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from committees.enums import MeetingState
from committees.models import Meeting
from council.calendar import today
from council.domain.setting_up import outside_body, register_person
from council.history import create_by, save_by
from council.refusal import Refusal
from workprogramme.domain.attendance import Who
from workprogramme.enums import Coming
from workprogramme.models import Invitation, Item


@transaction.atomic
def invite(meeting: Meeting, *, whom: Iterable[Who], on: date, by) -> list[Invitation]:
    """Record that these were asked to a meeting on a day, each once; whoever was asked for another day is asked anew.

    Raises ``Refusal`` where nobody is named, the meeting is cancelled, or the day has not come.
    """
    whom = list(whom)
    if not whom:
        raise Refusal("Select who was invited.")
    if meeting.state == MeetingState.CANCELLED:
        raise Refusal("This meeting was cancelled, so nobody is invited to it.")
    if on > today():
        raise Refusal("Nobody can have been invited on a day that has not come.")
    _lock(meeting)
    return [_invite(meeting, who, on, by=by) for who in whom]


def _invite(meeting: Meeting, who: Who, on: date, *, by) -> Invitation:
    invitation = _of(meeting, who, by=by)
    if not invitation.holds_for(meeting.on):
        invitation.answer, invitation.answered_on, invitation.instead = "", None, ""
    invitation.invited_on, invitation.invited_for = on, meeting.on
    said = ["invited_on", "invited_for", "answer", "answered_on", "instead"]
    save_by(invitation, by=by, why="Invited", fields=said)
    return invitation


def _lock(where: Meeting | Item) -> None:
    """Let one person at a time change who is asked to a meeting, or with an item."""
    type(where)._default_manager.select_for_update(of=("self",), no_key=True).get(pk=where.pk)


def _of(meeting: Meeting, who: Who, *, by) -> Invitation:
    """What is on record of somebody's invitation to a meeting, also with one of its items, begun where nothing is."""
    standing = Invitation.objects.select_for_update(of=("self",)).standing()
    named = {type(who).__name__.lower(): who}
    found = standing.filter(meeting=meeting, **named).first() or standing.filter(item__meeting=meeting, **named).first()
    return found or create_by(Invitation, by=by, meeting=meeting, asked_on=today(), **named)


@transaction.atomic
def add_guest(
    *,
    because: str,
    by,
    meeting: Meeting | None = None,
    item: Item | None = None,
    person: str = "",
    organisation: str = "",
    asked_on: date | None = None,
) -> Invitation:
    """Add somebody who does not follow from the agenda, to a meeting or with an item, by name; and why.

    With an item they go where it goes. Raises ``Refusal`` without a name or a reason, and for who is on the list.
    """
    if bool(person.strip()) == bool(organisation.strip()):
        raise Refusal("Enter the name of a person or of an organisation.")
    if not because.strip():
        raise Refusal("Say why they are invited.")
    named = {"person": register_person(name=person.strip())} if person.strip() else {"body": outside_body(organisation)}
    _lock(meeting or item)
    if Invitation.objects.standing().filter(meeting=meeting, item=item, **named).exists():
        raise Refusal("They are on the list already.")
    to = {"meeting": meeting, "item": item, "asked_on": asked_on or today()}
    return create_by(Invitation, by=by, because=because.strip()[:300], **to, **named)


@transaction.atomic
def answer_invitation(
    meeting: Meeting, *, who: Who, answer: str, by, instead: str = "", note: str = "", on: date | None = None
) -> Invitation:
    """Record what somebody answered, or that their attendance is agreed (Protocol 4.11), also where nobody asked yet.

    An empty answer takes it back. Raises ``Refusal`` where it is not said who comes instead.
    """
    if answer == Coming.SUBSTITUTE and not instead.strip():
        raise Refusal("Say who comes instead.")
    _lock(meeting)
    invitation = _of(meeting, who, by=by)
    if not invitation.holds_for(meeting.on):
        invitation.invited_on = None
    invitation.answer, invitation.answered_on = answer, (on or today()) if answer else None
    invitation.instead = instead.strip()[:200] if answer == Coming.SUBSTITUTE else ""
    invitation.note, invitation.invited_for = note.strip()[:300], meeting.on
    why = Coming(answer).label if answer else "Answer taken back"
    said = ["answer", "answered_on", "instead", "note", "invited_for", "invited_on"]
    save_by(invitation, by=by, why=why, fields=said)
    return invitation


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, because: str, by) -> Invitation:
    """Take somebody off the list, and say why; who follows from the agenda stands there again, not invited yet."""
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if not because.strip():
        raise Refusal("Say why they are not invited any more.")
    if invitation.withdrawn_because:
        raise Refusal("They are off the list already.")
    invitation.withdrawn_because = because.strip()[:300]
    save_by(invitation, by=by, why=because, fields=["withdrawn_because"])
    return invitation
