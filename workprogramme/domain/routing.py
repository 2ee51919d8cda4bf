"""How the committee takes an item, changed by the chair's leave (Protocol 5.8)."""

from django.db import transaction

from council.history import save_by
from council.refusal import Refusal
from workprogramme.domain.clashes import fits
from workprogramme.domain.items import leave_meeting, locked, need_reason
from workprogramme.enums import ItemState, Origin, Route
from workprogramme.models import Item, Rerouting
from workprogramme.rules import check_can_become


@transaction.atomic
def reroute_item(item: Item, *, route: str, why: str, agreed_by: str, by, version: int | None = None) -> Item:
    """Take an item another way: on the formal agenda, informally, as a presentation, on a visit, or in writing.

    It keeps its place where its meeting fits the new way. Otherwise it leaves that meeting, nothing is owed on it
    meanwhile, and it waits to be put on one that fits; what is answered in writing waits for none.
    Raises ``Refusal`` without a reason, without the chair's leave, where it is taken that way already, or where its
    report is out; ``Stale`` where somebody saved it since ``version``.
    """
    item = locked(item, version)
    why = need_reason(why, "rerouted")
    check_can_become(item, ItemState.REROUTED)
    if not agreed_by.strip():
        raise Refusal("Say who agreed: rerouting an item is for the chair (Protocol 5.8).")
    if item.origin == Origin.NOTICE:
        raise Refusal(
            "A member gave notice of this item, and that is a right (Protocol 5.6): it goes on the agenda. "
            "You can choose its place there."
        )
    if route == item.route:
        raise Refusal(f"This item is already taken as: {item.get_route_display().lower()}.")
    Rerouting.objects.create(
        item=item, from_route=item.route, to_route=route, why=why[:300], agreed_by=agreed_by.strip()[:200], by=by
    )
    item.route = route
    if stays(item, route):
        item.version += 1
        save_by(item, by=by, why=why, fields=["route", "version"])
        return item
    save_by(item, by=by, why=why, fields=["route"])
    return leave_meeting(item, ItemState.REROUTED, why=_as_printed(route, why), by=by, agreed_by=agreed_by)


def stays(item: Item, route: str) -> bool:
    """Whether the item would keep its meeting when taken this way."""
    return item.meeting is not None and fits(route, item.meeting)


def _as_printed(route: str, why: str) -> str:
    return f"{Route(route).label}: {why}"
