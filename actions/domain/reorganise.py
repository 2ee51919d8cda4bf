"""Committees renamed, merged and split, as Council decided: what is open follows by rule, and nothing is lost.

What was held, minuted, published or closed stays with the committee that ended, which says who continues it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction

from actions.domain.assigning import BY_RULE, Choices, Part
from actions.domain.ending import end_and_follow, locked, re_work
from actions.domain.passing import Passing
from actions.domain.what_goes import left_open
from committees.domain.reorganising import check_has_come, write_passed, write_reorganisation
from committees.models import Clause, Reorganisation
from council.domain.succession import rename_body
from council.enums import Reorganised
from council.models import Body, Portfolio
from council.refusal import Refusal
from council.succession import standing_heirs


@transaction.atomic
def rename_committee(
    body: Body, *, name: str, from_on: date, why: str, by, short_name: str = "", decided_in: str = "",
    clause: Clause | None = None,
) -> Reorganisation:  # fmt: skip
    """Give a committee another name from a day. It stays the same committee: nothing else changes.

    Papers that print the old name are still its own, its old address leads on, and what was printed stays as it was.
    Raises ``Refusal`` for a name that is not free, a committee that has ended, a day to come, without a reason or a
    decision.
    """
    check_has_come(from_on)
    (body,) = locked([body])
    if body.ended_on is not None or not body.is_committee:
        raise Refusal(f"{body.called} is no committee that stands today.")
    was_called = body.name
    body = rename_body(body, name=name, short_name=short_name)
    decided = {"why": why, "decided_in": decided_in, "clause": clause, "by": by}
    names = {"was_called": was_called, "now_called": body.name}
    return write_reorganisation(how=Reorganised.RENAMED, from_on=from_on, into=[body], **decided, **names)


@transaction.atomic
def merge_committees(
    bodies: Iterable[Body], *, into: Part, from_on: date, choices: Choices = BY_RULE, **decided
) -> Reorganisation:
    """Merge committees, from a day, into a new one or into one on record, which may be one of them.

    ``decided`` is ``why``, ``by``, and ``decided_in`` or ``clause``. Raises ``Refusal`` before that day, and as
    ``prepare_merger`` does.
    """
    check_has_come(from_on)
    return prepare_merger(bodies, into=into, from_on=from_on, choices=choices, **decided)


@transaction.atomic
def split_committee(
    body: Body, *, into: Sequence[Part], from_on: date, choices: Choices = BY_RULE, **decided
) -> Reorganisation:
    """Split a committee, from a day, into several, new ones or ones on record: by portfolio, else as was chosen.

    ``decided`` is ``why``, ``by``, and ``decided_in`` or ``clause``. Raises ``Refusal`` before that day, and as
    ``prepare_split`` does.
    """
    check_has_come(from_on)
    return prepare_split(body, into=into, from_on=from_on, choices=choices, **decided)


@transaction.atomic
def prepare_merger(
    bodies: Iterable[Body], *, into: Part, from_on: date, choices: Choices = BY_RULE, **decided
) -> Reorganisation:
    """Merge committees whatever the day: what a rehearsal carries out and takes back.

    Raises ``Refusal`` where fewer than two come together, one is no committee that stands, a thing has nowhere to go,
    two meetings are on one day, an item is on a past meeting that is not recorded as held, or nobody decided it.
    """
    ending = [body for body in bodies if body != into.body]
    if len(ending) + (into.body is not None) < 2 or not ending:
        raise Refusal("Choose at least two committees to merge. To give one another name, rename it.")
    into = replace(
        into,
        portfolios=into.portfolios or portfolios_of(ending),
        remit=joined_remit(ending, into.body) if into.remit is None else into.remit,
    )
    return end_and_follow(ending, [into], how=Reorganised.MERGED, from_on=from_on, choices=choices, **decided)


@transaction.atomic
def prepare_split(
    body: Body, *, into: Sequence[Part], from_on: date, choices: Choices = BY_RULE, **decided
) -> Reorganisation:
    """Split a committee whatever the day: what a rehearsal carries out and takes back.

    Raises ``Refusal`` for fewer than two that follow, for itself among them, for a portfolio that goes to two, and as
    ``prepare_merger`` does.
    """
    followers = [part.body or part.name for part in into]
    if len(set(followers)) < max(2, len(into)):
        raise Refusal("Name at least two different committees that continue it. To give it another name, rename it.")
    if body in followers:
        raise Refusal(f"{body.called} ends, so it cannot be one of those that continue it.")
    taken = [portfolio for part in into for portfolio in part.portfolios]
    twice = next((portfolio for portfolio in taken if taken.count(portfolio) > 1), None)
    if twice:
        raise Refusal(f"The portfolio {twice} goes to two committees. Choose one of them.")
    parts = [part if part.body or part.remit is not None else replace(part, remit=body.remit) for part in into]
    return end_and_follow([body], parts, how=Reorganised.SPLIT, from_on=from_on, choices=choices, **decided)


@transaction.atomic
def hand_on(body: Body, *, by, choices: Choices = BY_RULE) -> Reorganisation:
    """Pass on what came to be open of a committee after it ended, such as what its last minutes ask for.

    Raises ``Refusal`` where nothing is open, nothing continues it, or a thing has nowhere to go.
    """
    (body,) = locked([body])
    made, things, after = body.ended_by.first(), left_open(body), standing_heirs(body)
    if made is None or not things or not after:
        raise Refusal(f"Nothing of {body.called} waits to be passed on.")
    why = f"Passed on from {body.called}"
    write_passed(made, Passing(body, after, parts_of(after), choices, why, by).pass_on(things))
    re_work(after, why=why, by=by)
    return made


def parts_of(bodies: Iterable[Body]) -> list[Part]:
    """Committees on record as parts, with the portfolios they have."""
    return [Part(body=body, portfolios=tuple(body.portfolios.all())) for body in bodies]


def portfolios_of(bodies: Iterable[Body]) -> tuple[Portfolio, ...]:
    """The portfolios of committees together, each once."""
    return tuple(Portfolio.objects.filter(bodies__in=[body.pk for body in bodies]).distinct())


def joined_remit(ending: Iterable[Body], into: Body | None = None) -> str:
    """The remits of committees together, that of the one that stays first, each once."""
    bodies = [*([into] if into else []), *ending]
    return "\n\n".join(dict.fromkeys(body.remit.strip() for body in bodies if body.remit.strip()))
