"""Which committees a user runs or sits on, as sets that further questions are asked with."""

from datetime import date

from django.db.models import QuerySet

from committees.models import Seat
from council.enums import Role
from council.models import Body, User
from council.rules import is_manager


def committees_run(user: User) -> QuerySet[Body]:
    """The committees a user is officer of: for a manager, all."""
    if is_manager(user):
        return Body.objects.all()
    return Body.objects.filter(grants__user=user, grants__role=Role.OFFICER)


def committees_sat_on(user: User, *, on: date) -> QuerySet[Body]:
    """The committees a user holds a seat on that day."""
    seats = Seat.objects.on(on).filter(person=user.person_id or 0)
    return Body.objects.filter(pk__in=seats.values("body"))
