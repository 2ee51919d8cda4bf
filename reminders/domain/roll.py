"""Who stands where: officers, chairs and holders of posts, read once for a whole sweep."""

from collections import defaultdict
from collections.abc import Sequence

from committees.enums import SeatRole
from committees.models import Seat
from council.enums import Role
from council.models import Holding, RoleGrant
from reminders.domain.duties import Addressee

OFFICER = "You are an officer of the committee"
MANAGER = "You are a scrutiny manager, and the committee has no officer"
CHAIR = "You chair the committee"


class Roll:
    """Officers and chairs of every committee and holders of every post, with their days. Three queries."""

    def __init__(self) -> None:
        self._officers, self._managers = _officers_and_managers()
        self._chairs = _chairs()
        self._holders = _holders()

    def officers(self, body_id: int | None) -> Sequence[Addressee]:
        """The committee's officers, or the managers where it has none."""
        return self._officers.get(body_id, self._managers)

    def others(self, body_id: int | None, than: int) -> Sequence[Addressee]:
        """The committee's officers but for one person, or the managers where that leaves nobody."""
        others = [one for one in self.officers(body_id) if one.person_id != than]
        return others or [one for one in self._managers if one.person_id != than]

    def chairs(self, body_id: int) -> Sequence[Addressee]:
        """Who chairs the committee."""
        return self._chairs.get(body_id, ())

    def holders(self, post_id: int | None, because: str, *, late_only: bool = False) -> list[Addressee]:
        """Who holds the post, when; ``because`` says what that has to do with the duty."""
        return [
            Addressee(person_id, because, from_on, to_on, late_only)
            for person_id, from_on, to_on in self._holders.get(post_id, ())
        ]


def _officers_and_managers() -> tuple[dict[int, list[Addressee]], list[Addressee]]:
    granted = RoleGrant.objects.filter(
        role__in=[Role.OFFICER, Role.MANAGER], user__person__isnull=False, user__is_active=True
    )
    officers, managers = defaultdict(list), []
    for role, body_id, person_id in granted.order_by("pk").values_list("role", "body_id", "user__person_id"):
        if role == Role.MANAGER:
            managers.append(Addressee(person_id, MANAGER))
        else:
            officers[body_id].append(Addressee(person_id, OFFICER))
    return dict(officers), managers


def _chairs() -> dict[int, list[Addressee]]:
    chairs = defaultdict(list)
    seats = Seat.objects.filter(role=SeatRole.CHAIR, person__isnull=False)
    for body_id, person_id, from_on, to_on in seats.values_list("body_id", "person_id", "from_on", "to_on"):
        chairs[body_id].append(Addressee(person_id, CHAIR, from_on, to_on))
    return chairs


def _holders() -> dict[int, list[tuple]]:
    holders = defaultdict(list)
    held = Holding.objects.order_by("pk")
    for post_id, *who_when in held.values_list("post_id", "person_id", "from_on", "to_on"):
        holders[post_id].append(tuple(who_when))
    return holders
