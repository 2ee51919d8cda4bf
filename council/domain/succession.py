"""What becomes of a body itself: another name, an end, and the bodies that continue it."""

from datetime import date, timedelta

from django.db import transaction

from council.directory import find_body
from council.domain.setting_up import free_slug, grant_role
from council.enums import Reorganised, Role
from council.models import Body, BodyAlias, BodySuccession, FormerSlug, RoleGrant, User
from council.refusal import Refusal
from council.rules import check_can_be_called


@transaction.atomic
def rename_body(body: Body, *, name: str, short_name: str = "") -> Body:
    """Give a body another name. The old one stays as an alias, and its old address leads to the new one.

    Raises ``Refusal`` where the name is no other one, cannot be a name, or is another body's.
    """
    body = Body.objects.select_for_update().get(pk=body.pk)
    name, short_name = " ".join(name.split()), " ".join(short_name.split())
    if (name, short_name) == (body.name, body.short_name):
        raise Refusal(f"It is called {body.name} already. Enter the new name.")
    check_name_is_free(name, of=body)
    was_called, was_at = body.name, body.slug
    body.name, body.short_name, body.slug = name, short_name, free_slug(short_name or name, own=body)
    body.save(update_fields=["name", "short_name", "slug", "folded"])
    BodyAlias.objects.filter(body=body, folded=body.folded).delete()
    if find_body(was_called) is None:
        BodyAlias.objects.create(body=body, text=was_called)
    if body.slug != was_at:
        FormerSlug.objects.filter(body=body, slug=body.slug).delete()
        FormerSlug.objects.create(body=body, slug=was_at)
    return body


def check_name_is_free(name: str, *, of: Body | None = None) -> None:
    """Raises ``Refusal`` for what cannot be a name, or is one of another body's, today or formerly."""
    check_can_be_called(Body, name)
    known = find_body(name)
    if known is not None and known != of:
        ended = f", which ended on {known.ended_on.day} {known.ended_on:%B %Y}" if known.ended_on else ""
        raise Refusal(f"“{name}” is a name of {known.name}{ended}. Enter another name.")


def found_successor(*, like: Body, name: str, short_name: str = "", remit: str = "") -> Body:
    """A new body of the kind of ``like`` and with its limit, under a name of its own.

    Raises ``Refusal`` as ``check_name_is_free`` does.
    """
    name, short_name = " ".join(name.split()), " ".join(short_name.split())
    check_name_is_free(name)
    slug = free_slug(short_name or name)
    words = {"short_name": short_name, "slug": slug, "remit": remit}
    return Body.objects.create(name=name, kind=like.kind, item_limit=like.item_limit, **words)


def succeed(before: Body, after: Body, *, on: date, how: Reorganised) -> list[User]:
    """Write down that one body follows another from a day; its officers become officers of it too. Returns those.

    They stay officers of the one before, as its last minutes are still to come.
    """
    BodySuccession.objects.create(before=before, after=after, on=on, how=how)
    granted = RoleGrant.objects.filter(role=Role.OFFICER).select_related("user").order_by("pk")
    already = set(granted.filter(body=after).values_list("user", flat=True))
    officers = [grant.user for grant in granted.filter(body=before) if grant.user_id not in already]
    for officer in officers:
        grant_role(user=officer, role=Role.OFFICER, body=after)
    return officers


def end_body(body: Body, *, from_on: date) -> Body:
    """Its last day is the one before ``from_on``."""
    body.ended_on = from_on - timedelta(days=1)
    body.save(update_fields=["ended_on"])
    return body
