"""Who may be tried in a demonstration, and as what."""

from dataclasses import dataclass

from django.db.models import Prefetch

from committees.models import Seat
from council.calendar import today
from council.models import User

MOST = 12


@dataclass(frozen=True)
class Sample:
    """Somebody who can sign in to a demonstration: username, name, and what they are in words."""

    username: str
    name: str
    roles: str


def people_to_try() -> list[Sample]:
    """The users of a demonstration with their roles, the first dozen. The page shows it in a demonstration only."""
    seats = Prefetch("person__seats", Seat.objects.on(today()).select_related("body"), to_attr="sitting")
    users = User.objects.filter(is_active=True, person__isnull=False).select_related("person").order_by("pk")
    users = users.prefetch_related("grants__body", "person__holdings__post", "person__authored", seats)[:MOST]
    return [Sample(user.username, str(user), ", ".join(_roles(user)) or "No role yet") for user in users]


def _roles(user: User) -> list[str]:
    grants = [
        f"{grant.get_role_display()}{f' of {grant.body.called}' if grant.body else ''}" for grant in user.grants.all()
    ]
    seats = [f"{seat.get_role_display()} of {seat.body.called}" for seat in user.person.sitting]
    posts = [holding.post.title for holding in user.person.holdings.all()]
    authors = ["Report author"] if user.person.authored.all() else []
    return [*grants, *seats, *posts, *authors]
