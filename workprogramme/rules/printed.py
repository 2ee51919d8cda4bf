"""Who may have papers printed, and what can be a template."""

from datetime import date

from django.db.models import Q, QuerySet

from committees.enums import LEADING
from committees.models import Seat
from committees.rules import (
    leads,
    may_run,
)
from council.enums import Role
from council.models import Body, User
from council.refusal import Refusal
from council.rules import is_manager
from papers.writing.kinds import KINDS

MOST_TEMPLATE_BYTES = 5_000_000


def may_print(user: User, body: Body, on: date) -> bool:
    """May have its papers printed: the committee's officers, its chair and vice-chair."""
    return may_run(user, body) or leads(user, body, on)


def bodies_to_print_for(user: User, on: date) -> QuerySet[Body]:
    """The committees with a programme whose papers somebody may have printed."""
    found = Body.objects.filter(programmes__isnull=False).distinct()
    if is_manager(user):
        return found
    allowed = Q(pk__in=user.grants.filter(role=Role.OFFICER).values("body"))
    if user.person_id is not None:
        allowed |= Q(pk__in=Seat.objects.on(on).filter(person=user.person_id, role__in=LEADING).values("body"))
    return found.filter(allowed)


def may_set_papers(user: User) -> bool:
    """May change the standing paragraphs and Word templates of printed papers, which every committee shares."""
    return is_manager(user)


def check_can_be_template(paper: str, content: bytes) -> None:
    """Raises ``Refusal`` for a paper that is unknown, and for a file that is empty or larger than a template is."""
    if paper not in KINDS:
        raise Refusal("There is no such paper.")
    if not content:
        raise Refusal("The file is empty. Choose the Word template.")
    if len(content) > MOST_TEMPLATE_BYTES:
        raise Refusal(f"The template is larger than {MOST_TEMPLATE_BYTES // 1_000_000} MB. Make its pictures smaller.")
