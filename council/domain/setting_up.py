"""Putting the council on record: bodies, posts, people, years and roles."""

import re
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from council.directory import find_body, find_person, find_post
from council.enums import BodyKind, Role
from council.models import (
    Body,
    BodyAlias,
    FormerSlug,
    Holding,
    MunicipalYear,
    Person,
    PersonAlias,
    Post,
    PostAlias,
    RoleGrant,
    User,
)
from council.names import fold, fold_person
from council.refusal import Refusal
from council.rules import check_can_be_called


@transaction.atomic
def establish_body(*, name: str, kind: str, short_name: str = "", aliases: tuple[str, ...] = (), **more) -> Body:
    """Put a body on record, or find it by name or alias; new aliases are added either way.

    Raises ``Refusal`` for what cannot be a name. So do ``create_post`` and ``register_person``.
    """
    check_can_be_called(Body, name)
    body = find_body(name)
    if body is None:
        body = Body.objects.create(
            name=name, kind=kind, short_name=short_name, slug=free_slug(short_name or name), **more
        )
    for alias in aliases:
        if fold(alias) != body.folded:
            BodyAlias.objects.get_or_create(folded=fold(alias), defaults={"body": body, "text": alias})
    return body


def free_slug(name: str, *, own: Body | None = None) -> str:
    """An address made of a name, which no other body has or ever had."""
    wanted = slugify(name)[:70] or "body"
    own_id = own.pk if own else None
    taken = set(Body.objects.filter(slug__startswith=wanted).exclude(pk=own_id).values_list("slug", flat=True))
    taken |= set(FormerSlug.objects.filter(slug__startswith=wanted).exclude(body=own_id).values_list("slug", flat=True))
    return next(slug for n in range(1, 1000) if (slug := wanted if n == 1 else f"{wanted}-{n}") not in taken)


@transaction.atomic
def create_post(*, title: str, aliases: tuple[str, ...] = (), **more) -> Post:
    """Put a post on record, or find it by title or alias; new aliases are added either way."""
    check_can_be_called(Post, title)
    post = find_post(title) or Post.objects.get_or_create(folded=fold(title), defaults={"title": title, **more})[0]
    for alias in aliases:
        if fold(alias) != post.folded:
            PostAlias.objects.get_or_create(folded=fold(alias), defaults={"post": post, "text": alias})
    return post


@transaction.atomic
def register_person(*, name: str, title: str = "", email: str = "", aliases: tuple[str, ...] = ()) -> Person:
    """Put a person on record, or find them by name or alias; what is blank on record is filled in."""
    check_can_be_called(Person, name)
    person = find_person(name) or Person.objects.get_or_create(folded=fold_person(name), defaults={"name": name})[0]
    person.title = person.title or title
    person.email = person.email or email
    person.save()
    for alias in aliases:
        if fold_person(alias) != person.folded:
            PersonAlias.objects.get_or_create(folded=fold_person(alias), defaults={"person": person, "text": alias})
    return person


def hold_post(*, person: Person, post: Post, from_on: date | None = None, to_on: date | None = None) -> Holding:
    """Record that a person holds a post; what the post owes is theirs from then on, up to ``to_on`` where it is said.

    A leaver's last day is recorded by the same verb: the holding that began on ``from_on`` gets its ``to_on``.
    """
    if from_on and to_on and to_on < from_on:
        raise Refusal("A post cannot be left before it is taken up.")
    last = {"to_on": to_on} if to_on else {}
    return Holding.objects.update_or_create(post=post, person=person, from_on=from_on, defaults=last)[0]


def open_year(label: str) -> MunicipalYear:
    """The municipal year of a label such as 2023/24, from May to the eve of the next.

    The annual meeting sets the true first day; until it is entered the year runs from 1 May.
    Raises ``Refusal`` where the label is not of two years in a row.
    """
    written = re.fullmatch(r"((?:19|20)[0-9]{2})/([0-9]{2})", label)
    first = int(written[1]) if written else 0
    if not written or int(written[2]) != (first + 1) % 100:
        raise Refusal(f"“{label}” is not a municipal year. Write it as 2023/24.")
    dates = {"starts_on": date(first, 5, 1), "ends_on": date(first + 1, 4, 30)}
    return MunicipalYear.objects.get_or_create(label=label, defaults=dates)[0]


def year_of(day: date) -> MunicipalYear:
    """The municipal year a day falls in, opened where it is not on record; before the annual meeting it is the old."""
    known = MunicipalYear.objects.filter(starts_on__lte=day, ends_on__gte=day).first()
    if known:
        return known
    first = day.year if day.month >= 5 else day.year - 1
    year = _open_year_from(first)
    return year if day >= year.starts_on else _open_year_from(first - 1)


def _open_year_from(first: int) -> MunicipalYear:
    return open_year(f"{first}/{(first + 1) % 100:02}")


def grant_role(*, user: User, role: str, body: Body | None = None) -> RoleGrant:
    """Give a user a role: officer of one committee, manager or administrator."""
    if (role == Role.OFFICER) != (body is not None):
        raise Refusal("An officer is granted one committee at a time; the other roles span them all.")
    return RoleGrant.objects.get_or_create(user=user, role=role, body=body)[0]


def outside_body(name: str) -> Body:
    """The organisation of this name, put on record as an outside body where it is new."""
    return establish_body(name=name, kind=BodyKind.OUTSIDE)
