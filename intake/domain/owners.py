"""Who a minute asks: matched to a post, person or body on record, offered as a choice where unsure, never guessed.

A choice is written as one word: ``post:12``, ``person:3``, ``body:4``, ``new_post:Director of Trams``,
``new_person:Ann Lee``, or nothing where nobody is named.
"""

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from council.directory import find_body, find_person, find_post
from council.domain.setting_up import create_post
from council.models import Body, Person, Post
from council.names import fold, fold_person
from council.refusal import Refusal
from intake.domain.naming import TITLE, person_named, without_the

Owner = Post | Person | Body | None

_THE_COMMITTEE = {"members of the committee", "members", "the committee", "committee members", "all members"}
_INITIALS = re.compile(r"[A-Z]{2,3}")
_ALIKE, _MOST = 70, 4


@dataclass(frozen=True)
class Match:
    """Who is meant: the choice, how it was found, what else it could be, and why that is not certain."""

    who: str = ""
    found_by: str = ""
    unsure: str = ""
    candidates: tuple[str, ...] = field(default=())


def match_owner(printed: str | None, committee: Body | None, *, people: tuple[str, ...] = ()) -> Match:
    """Match a printed owner. ``people`` are the names of those who attended, by whom initials are understood."""
    name = without_the(printed or "")
    if not name:
        return Match(unsure="The minute names nobody: say who, or leave it without an owner.")
    if (printed or "").strip().lower() in _THE_COMMITTEE:
        return Match(f"body:{committee.pk}" if committee else "", "the committee itself")
    known = _known(name)
    if known is not None:
        return Match(code_of(known), _found_by(known, name))
    if _INITIALS.fullmatch(name):
        return _by_initials(name, people)
    if TITLE.match(name):
        return Match(f"new_person:{name}", unsure=f"Nobody called {name} is on record.")
    if not name[:1].isupper():
        return Match(unsure=f"“{name}” is nobody in particular: say who is meant.", candidates=_alike(name))
    return Match(f"new_post:{name}", unsure=f"No post called “{name}” is on record.", candidates=_alike(name))


def code_of(owner: Owner) -> str:
    """The word a choice is written as."""
    return f"{type(owner).__name__.lower()}:{owner.pk}" if owner is not None else ""


def label_of(who: str) -> str:
    """A choice as people read it."""
    kind, _, rest = who.partition(":")
    if kind == "new_post":
        return f"{rest} (new post)"
    if kind == "new_person":
        return f"{rest} (new person)"
    return str(owner_of(who) or "Nobody")


def owner_of(who: str) -> Owner:
    """The record a choice names; a new post or person is put on record. Raises ``Refusal`` where it is gone."""
    kind, _, rest = who.partition(":")
    if kind == "new_post":
        return create_post(title=rest)
    if kind == "new_person":
        return person_named(rest)
    if not kind:
        return None
    model = {"post": Post, "person": Person, "body": Body}.get(kind)
    found = model.objects.filter(pk=rest).first() if model and rest.isdigit() else None
    if found is None:
        raise Refusal("Who was chosen is not on record any more. Choose again.")
    return found


def _known(name: str) -> Owner:
    return find_post(name) or find_body(name) or find_person(name)


def _found_by(known: Owner, name: str) -> str:
    folded = fold_person(name) if isinstance(known, Person) else fold(name)
    return "" if known.folded == folded else f"also known as “{name}”"


def _by_initials(initials: str, people: tuple[str, ...]) -> Match:
    names = [name for name in people if _initials_of(name) == initials]
    known = [person for name in names if (person := find_person(name))]
    codes = tuple(code_of(person) for person in known)[:_MOST]
    if len(known) == 1:
        return Match(
            codes[0], f"initials {initials}", unsure=f"{initials} is taken to be {known[0]}.", candidates=codes
        )
    return Match(unsure=f"Nobody on record is known to be {initials}: say who.", candidates=codes)


def _initials_of(name: str) -> str:
    return "".join(word[0] for word in TITLE.sub("", name).split(",")[0].split() if word[0].isupper())


def _alike(name: str) -> tuple[str, ...]:
    folded = {post.pk: post.folded for post in Post.objects.only("pk", "folded")}
    found = process.extract(fold(name), folded, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE, limit=_MOST)
    return tuple(f"post:{pk}" for _, _, pk in found)
