"""Asking for an item, and the answer: a member, Cabinet, Council, petitioners or the public ask; somebody decides."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from committees.models import Meeting
from council.calendar import today
from council.domain.setting_up import year_of
from council.enums import BodyKind
from council.history import create_by, save_by
from council.models import Body, MunicipalYear
from council.refusal import Refusal, Stale
from workprogramme.domain.items import accept_item, open_programme, schedule_item, suggest_item
from workprogramme.enums import REFERRALS, AskedState, ItemState, Origin
from workprogramme.models import Item, ItemRequest, Petition, committees_open_to_the_public
from workprogramme.rules import check_asked_can_become, is_undecided

OPEN_ITEMS = (ItemState.SUGGESTED, ItemState.ACCEPTED, ItemState.SCHEDULED, ItemState.IN_PREPARATION,
              ItemState.PUBLISHED, ItemState.DEFERRED, ItemState.REROUTED)  # fmt: skip


@transaction.atomic
def ask_for_item(
    *, body: Body, title: str, by, origin: str = Origin.SUGGESTION, asked_on: date | None = None, **more
) -> ItemRequest:
    """Put a request on record: of a member unless ``origin`` says otherwise (Protocol 5.5). It waits for a decision."""
    if not title.strip():
        raise Refusal("Say in a few words what the committee should look at.")
    day = asked_on or today()
    if day > today():
        raise Refusal("Nobody can have asked on a day that has not come.")
    words = {"body": body, "title": title.strip()[:300], "origin": origin, "asked_on": day, "entered_by": by}
    return create_by(ItemRequest, by=by, **words, **more)


@transaction.atomic
def suggest_as_public(*, body: Body, title: str, why: str, name: str, reply_to: str = "") -> ItemRequest:
    """Somebody who is not signed in suggests an item. No more is kept of them than a name and a way to answer.

    Raises ``Refusal`` where the council, or the committee, does not take suggestions from the public.
    """
    if not committees_open_to_the_public().filter(pk=body.pk).exists():
        raise Refusal(f"{body.called} does not take suggestions from the public here.")
    if not name.strip():
        raise Refusal("Enter your name.")
    who = {"name": name.strip()[:200], "reply_to": reply_to.strip()[:200]}
    return ask_for_item(body=body, title=title, why=why, origin=Origin.PUBLIC, by=None, **who)


@transaction.atomic
def refer_matter(*, bodies: Iterable[Body], from_body: Body, title: str, by, **more) -> list[ItemRequest]:
    """Cabinet, Council or the management board refers a matter to one or more committees (Protocol 5.7)."""
    if from_body.kind not in REFERRALS:
        raise Refusal("Only Cabinet, Council and the management board refer matters (Protocol 5.7).")
    origin, bodies = REFERRALS[BodyKind(from_body.kind)], list(bodies)
    if not bodies:
        raise Refusal("Choose the committee to which the matter is referred.")
    return [ask_for_item(body=body, title=title, origin=origin, from_body=from_body, by=by, **more) for body in bodies]


@transaction.atomic
def receive_petition(
    *, body: Body, title: str, petitioner: str, signatures: int, by, speaking_minutes: int = 5, **more
) -> ItemRequest:
    """Put a petition on record (Protocol 9.5): who brings it, how many signed, and how long they may speak."""
    if not petitioner.strip():
        raise Refusal("Enter who brings the petition.")
    asked = ask_for_item(body=body, title=title, origin=Origin.PETITION, name=petitioner.strip()[:200], by=by, **more)
    Petition.objects.create(request=asked, signatures=signatures, speaking_minutes=speaking_minutes)
    return asked


@transaction.atomic
def give_chairs_view(asked: ItemRequest, *, view: str, by, version: int | None = None) -> ItemRequest:
    """Write down what the chair thinks of a request before it is decided. It is a view: the decision is recorded apart.

    Raises ``Refusal`` for a notice, which needs no leave (Protocol 5.6), and once it is decided.
    """
    asked = locked(asked, version)
    if asked.origin == Origin.NOTICE:
        raise Refusal("Notice of an item is a right (Protocol 5.6): it needs nobody's leave.")
    if not is_undecided(asked):
        raise Refusal(f"This request is already decided: {asked.get_state_display().lower()}.")
    if not view.strip():
        raise Refusal("Enter what the chair thinks of it.")
    asked.chair_view, asked.chair_view_by, asked.chair_view_on = view.strip(), by, today()
    return _save(asked, by=by, why="Chair's view", fields=["chair_view", "chair_view_by", "chair_view_on"])


@transaction.atomic
def accept_asked(
    asked: ItemRequest,
    *,
    by,
    title: str = "",
    into: Item | None = None,
    meeting: Meeting | None = None,
    answer: str = "",
    version: int | None = None,
    **more,
) -> ItemRequest:
    """Accept a request: into an item that is on the programme already, or as a new one, on a ``meeting`` where given.

    Raises ``Refusal`` where it was decided already, the item is another committee's or over, or as scheduling does.
    """
    asked = locked(asked, version)
    check_asked_can_become(asked, AskedState.ACCEPTED)
    asked.item = _open_item(asked, into, by=by) if into else _new_item(asked, title, meeting, by=by, **more)
    return decide(asked, AskedState.ACCEPTED, answer=answer, by=by, also=["item"])


@transaction.atomic
def put_petition_on_agenda(
    asked: ItemRequest, *, meeting: Meeting, by, answer: str = "", version: int | None = None
) -> ItemRequest:
    """Accept a petition on to an agenda as it is, without an item of the programme: no report is written for it.

    Raises ``Refusal`` where it was decided already, or the meeting is another committee's, past, or informal.
    """
    asked = locked(asked, version)
    check_asked_can_become(asked, AskedState.ACCEPTED)
    petition = Petition.objects.select_for_update(of=("self",)).get(request=asked)
    _check_hears(meeting, asked)
    if meeting.is_over(today()) or not meeting.decides:
        raise Refusal("A petition is heard at a formal meeting to come. Choose another meeting.")
    petition.heard_at = meeting
    petition.save(update_fields=["heard_at"])
    return decide(asked, AskedState.ACCEPTED, answer=answer, by=by)


@transaction.atomic
def take_petitions_off(meeting: Meeting, *, why: str, by) -> None:
    """Let petitions that were to be heard at a meeting wait for a decision again, as before they were put on it."""
    for petition in meeting.petitions.filter(outcome="", request__item__isnull=True).select_related("request"):
        asked = locked(petition.request)
        petition.heard_at = None
        petition.save(update_fields=["heard_at"])
        asked.state, asked.answer, asked.decided_on, asked.decided_by = AskedState.ASKED, "", None, None
        _save(asked, by=by, why=why, fields=["state", "answer", "decided_on", "decided_by"])


@transaction.atomic
def answer_asked(asked: ItemRequest, *, answer: str, by, version: int | None = None) -> ItemRequest:
    """Answer a request in writing instead of putting it on an agenda; whoever asked reads the answer."""
    asked = locked(asked, version)
    check_asked_can_become(asked, AskedState.ANSWERED)
    return decide(
        asked, AskedState.ANSWERED, answer=_need(answer, "Enter the answer: whoever asked will see it."), by=by
    )


@transaction.atomic
def decline_asked(asked: ItemRequest, *, answer: str, by, version: int | None = None) -> ItemRequest:
    """Decline a request with the reason; whoever asked reads it."""
    asked = locked(asked, version)
    check_asked_can_become(asked, AskedState.DECLINED)
    return decide(asked, AskedState.DECLINED, answer=_need(answer, "Say why: whoever asked will see it."), by=by)


@transaction.atomic
def record_petition_outcome(asked: ItemRequest, *, meeting: Meeting, outcome: str, by) -> Petition:
    """Write down at which meeting the petition was heard and what came of it; anybody may read the outcome.

    Raises ``Refusal`` where the meeting is another committee's or has not come.
    """
    petition = Petition.objects.select_for_update(of=("self",)).get(request=asked)
    _check_hears(meeting, asked)
    if meeting.on is None or meeting.on > today():
        raise Refusal("That meeting has not come yet. Record the outcome when the petition was heard.")
    petition.heard_at, petition.outcome = meeting, _need(outcome, "Enter what came of the petition.")
    petition.save(update_fields=["heard_at", "outcome"])
    _save(locked(asked), by=by, why="Outcome of the petition recorded", fields=[])
    return petition


@transaction.atomic
def forget_who_asked(asked: ItemRequest, *, by) -> ItemRequest:
    """Remove a private person's name and way to answer, once the request is decided; nothing brings them back."""
    asked = locked(asked)
    if is_undecided(asked):
        raise Refusal("Decide the request first: the person waits for an answer.")
    asked.name = asked.reply_to = ""
    return _save(asked, by=by, why="Name and way to answer removed", fields=["name", "reply_to"])


def decide(asked: ItemRequest, state: str, *, by, answer: str = "", also: Iterable[str] = ()) -> ItemRequest:
    """Write a decision down; the caller has locked the request and checked that it can become so."""
    asked.state, asked.answer, asked.decided_on, asked.decided_by = state, answer.strip(), today(), by
    fields = ["state", "answer", "decided_on", "decided_by", *also]
    return _save(asked, by=by, why=AskedState(state).label, fields=fields)


def locked(asked: ItemRequest, version: int | None = None) -> ItemRequest:
    """The request as it is now, locked; raises ``Stale`` where somebody saved it since ``version``."""
    fresh = ItemRequest.objects.select_for_update(of=("self",)).get(pk=asked.pk)
    if version is not None and version != fresh.version:
        raise Stale("Somebody else changed this request while you had it open. Check it below, then try again.")
    return fresh


def year_for(asked: ItemRequest, meeting: Meeting | None = None) -> MunicipalYear:
    """The year on whose programme a request goes: of its meeting, of the call it answers, or this one."""
    if meeting is not None:
        return meeting.year
    return asked.call_answer.call.year if asked.call_answer else year_of(today())


def open_items(asked: ItemRequest):
    """The items of the committee that a request could go into: on a programme and not over."""
    found = Item.objects.filter(programme__body=asked.body, state__in=OPEN_ITEMS).select_related("meeting")
    return found.order_by("-programme__year__starts_on", "meeting__on", "order", "pk")


def _open_item(asked: ItemRequest, item: Item, *, by) -> Item:
    if not open_items(asked).filter(pk=item.pk).exists():
        raise Refusal("That item is over, or another committee's. Choose one that is still on the programme.")
    return accept_item(item, by=by, why=f"Asked for: {asked.ref}") if item.state == ItemState.SUGGESTED else item


def _new_item(asked: ItemRequest, title: str, meeting: Meeting | None, *, by, **more) -> Item:
    programme = open_programme(body=asked.body, year=year_for(asked, meeting))
    item = suggest_item(programme=programme, title=title or asked.title, by=by, origin=asked.origin, **more)
    item = accept_item(item, by=by, why=f"Asked for: {asked.ref}")
    return schedule_item(item, meeting=meeting, by=by, why=f"Asked for: {asked.ref}") if meeting else item


def _check_hears(meeting: Meeting, asked: ItemRequest) -> None:
    if meeting.body_id != asked.body_id:
        raise Refusal(f"{meeting} is a meeting of another committee.")


def _need(words: str, otherwise: str) -> str:
    if not words.strip():
        raise Refusal(otherwise)
    return words.strip()


def _save(asked: ItemRequest, *, by, why: str, fields: list[str]) -> ItemRequest:
    asked.version += 1
    save_by(asked, by=by, why=why, fields=[*fields, "version"])
    return asked
