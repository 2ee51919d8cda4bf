"""The life of an item: suggested, accepted, scheduled, moved, deferred, withdrawn, published, heard."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from committees.models import Meeting
from council.calendar import today
from council.domain.setting_up import outside_body
from council.history import create_by, save_by
from council.models import Body, MunicipalYear, Person
from council.refusal import Refusal, Stale
from workprogramme.domain.since import changes_since
from workprogramme.domain.stages import arrive_at_meeting, drop_stages
from workprogramme.enums import BEING_WRITTEN, ItemState
from workprogramme.models import Item, ItemAuthor, ItemMove, Programme
from workprogramme.rules import check_can_become, check_can_take, check_leaves_no_hearing, check_right_is_kept


def open_programme(*, body: Body, year: MunicipalYear) -> Programme:
    """The committee's programme for a municipal year, begun where there is none."""
    return Programme.objects.get_or_create(body=body, year=year)[0]


def programme_of(body: Body, year: MunicipalYear) -> Programme:
    """The committee's programme for a year to look at: one that is not begun stays unsaved."""
    words = {"body": body, "year": year}
    return Programme.objects.select_related("body", "year").filter(**words).first() or Programme(**words)


@transaction.atomic
def suggest_item(
    *, programme: Programme, title: str, by, authors: tuple[Person, ...] = (), organisation: str = "", **more
) -> Item:
    """Put a suggested item on the programme's list, with its authors or the organisation that writes it."""
    if not title.strip():
        raise Refusal("Enter a title for the item.")
    writer = outside_body(organisation) if organisation else None
    item = create_by(Item, by=by, programme=programme, title=title.strip()[:300], organisation=writer, **more)
    set_authors(item, authors)
    return item


def set_authors(item: Item, authors: tuple[Person, ...]) -> None:
    """Say who writes the item's report, in the order printed."""
    ItemAuthor.objects.filter(item=item).exclude(person__in=authors).delete()
    for order, person in enumerate(authors):
        ItemAuthor.objects.update_or_create(item=item, person=person, defaults={"order": order})


@transaction.atomic
def accept_item(item: Item, *, by, why: str = "") -> Item:
    """Accept a suggestion on to the programme; it waits in the tray until it is scheduled."""
    return _become(locked(item), ItemState.ACCEPTED, by=by, why=why)


@transaction.atomic
def decline_item(item: Item, *, by, why: str) -> Item:
    """Decline a suggestion, with the reason whoever asked will see."""
    return _become(locked(item), ItemState.DECLINED, by=by, why=need_reason(why, "declined"))


@transaction.atomic
def schedule_item(
    item: Item,
    *,
    meeting: Meeting,
    by,
    why: str = "",
    agreed_by: str = "",
    order: int | None = None,
    version: int | None = None,
) -> Item:
    """Put an accepted, deferred or rerouted item on a meeting; its report stages follow from the meeting's dates.

    Raises ``Refusal`` where the meeting is another committee's, cancelled, or the item's life does not allow it;
    ``Stale`` where somebody saved the item since ``version``.
    """
    item = locked(item, version)
    check_can_take(item, meeting)
    check_can_become(item, ItemState.SCHEDULED)
    _write_move(item, to=meeting, why=why or "Scheduled", by=by, agreed_by=agreed_by)
    item.meeting, item.order = meeting, _place_on(meeting, item) if order is None else order
    _become(item, ItemState.SCHEDULED, by=by, why=why, also=["meeting", "order"])
    arrive_at_meeting(item, why=why or "Scheduled", by=by, agreed_by=agreed_by)
    return item


@transaction.atomic
def place_item(item: Item, *, to: Meeting, by, why: str = "", agreed_by: str = "", version: int | None = None) -> Item:
    """Put an item on a meeting, from another one or from the tray; its authors' dates follow.

    Raises ``Refusal`` and ``Stale`` as ``move_item`` and ``schedule_item`` do, and ``Refusal`` for a meeting that has
    passed.
    """
    item = locked(item, version)
    _check_to_come(to)
    if item.meeting_id is None:
        return schedule_item(item, meeting=to, why=why, agreed_by=agreed_by, by=by)
    return move_item(item, to=to, why=why, agreed_by=agreed_by, by=by)


@transaction.atomic
def move_item(item: Item, *, to: Meeting, why: str, by, agreed_by: str = "", version: int | None = None) -> Item:
    """Move a scheduled item to another meeting. Its authors' dates follow, each move in the slip ledger.

    Raises ``Refusal`` without a reason, for a meeting that has passed, or one the item cannot go to; ``Stale`` where
    somebody saved the item since ``version``.
    """
    item = locked(item, version)
    check_can_take(item, to)
    if item.state not in BEING_WRITTEN:
        raise Refusal(f"This item is {item.get_state_display().lower()}, so it cannot move to another meeting.")
    if to == item.meeting:
        raise Refusal(f"This item is already on the meeting of {to.when}.")
    _check_to_come(to)
    check_right_is_kept(item, agreed_by)
    _write_move(item, to=to, why=need_reason(why, "moved"), by=by, agreed_by=agreed_by)
    item.meeting, item.order, item.version = to, _place_on(to, item), item.version + 1
    save_by(item, by=by, why=why, fields=["meeting", "order", "version"])
    arrive_at_meeting(item, why=why, by=by, agreed_by=agreed_by)
    return item


@transaction.atomic
def defer_item(item: Item, *, why: str, by, agreed_by: str = "", version: int | None = None) -> Item:
    """Take an item off its meeting without a new one yet; it waits in the tray, and nothing is owed on it meanwhile."""
    return leave_meeting(
        item, ItemState.DEFERRED, why=need_reason(why, "deferred"), by=by, agreed_by=agreed_by, version=version
    )


@transaction.atomic
def withdraw_item(item: Item, *, why: str, by, agreed_by: str = "", version: int | None = None) -> Item:
    """Withdraw an item, with the reason; its record stays and it can be accepted again."""
    return leave_meeting(
        item, ItemState.WITHDRAWN, why=need_reason(why, "withdrawn"), by=by, agreed_by=agreed_by, version=version
    )


@transaction.atomic
def start_preparing(item: Item, *, by) -> Item:
    """Its report is being written."""
    return _become(locked(item), ItemState.IN_PREPARATION, by=by)


@transaction.atomic
def publish_item(item: Item, *, on: date, by, agenda_number: str = "") -> Item:
    """Its report is out with the agenda; stages nobody recorded are waived, saying so."""
    item = locked(item)
    item.agenda_number = agenda_number
    _become(item, ItemState.PUBLISHED, by=by, also=["agenda_number"])
    drop_stages(item, because=f"The report was published by {on.day} {on:%B %Y}; this stage was not recorded.")
    return item


@transaction.atomic
def hear_item(item: Item, *, by) -> Item:
    """The committee has considered it."""
    item = locked(item)
    if item.state in BEING_WRITTEN:
        item = publish_item(item, on=item.meeting.on or today(), by=by, agenda_number=item.agenda_number)
    return _become(item, ItemState.HEARD, by=by)


def leave_meeting(item: Item, state: str, *, why: str, by, agreed_by: str, version: int | None = None) -> Item:
    """Take an item off its meeting, where it is on one, into a state without one; nothing is owed on it meanwhile."""
    item = locked(item, version)
    check_can_become(item, state)
    check_right_is_kept(item, agreed_by)
    check_leaves_no_hearing(item, today())
    if item.meeting:
        _write_move(item, to=None, why=why, by=by, agreed_by=agreed_by)
        drop_stages(item, because=f"{ItemState(state).label}: {why}")
    item.meeting, item.agenda_number = None, ""
    return _become(item, state, by=by, why=why, also=["meeting", "agenda_number"])


def _check_to_come(meeting: Meeting) -> None:
    if meeting.on and meeting.on < today():
        raise Refusal(f"The meeting of {meeting.when} has passed. Choose one to come.")


def _write_move(item: Item, *, to: Meeting | None, why: str, by, agreed_by: str) -> None:
    ItemMove.objects.create(
        item=item, from_meeting=item.meeting, to_meeting=to, why=why[:300], by=by, agreed_by=agreed_by[:200]
    )


def locked(item: Item, version: int | None = None) -> Item:
    """The item as it is now, locked; raises ``Stale`` where somebody saved it since ``version``."""
    fresh = Item.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if version is not None and version != fresh.version:
        said = ("Somebody else changed this item while you had it open.", changes_since(fresh, version))
        raise Stale(" ".join([*filter(None, said), "Check what changed, then try again."]))
    return fresh


def _become(item: Item, state: str, *, by, why: str = "", also: list[str] | None = None) -> Item:
    check_can_become(item, state)
    item.state, item.state_because, item.version = state, why[:300], item.version + 1
    save_by(item, by=by, why=why, fields=["state", "state_because", "version", *(also or [])])
    return item


def _place_on(meeting: Meeting, item: Item) -> int:
    """The place it had on that meeting before, where nobody took it meanwhile; otherwise the next one."""
    before = item.history.filter(meeting_id=meeting.pk).order_by("-history_id").values_list("order", flat=True).first()
    if before is not None and not meeting.items.filter(order=before).exists():
        return before
    return (meeting.items.aggregate(last=Max("order"))["last"] or 0) + 1


def need_reason(why: str, what: str) -> str:
    """The reason given. Raises ``Refusal`` where there is none."""
    if not why.strip():
        raise Refusal(f"Say why the item is {what}.")
    return why.strip()
