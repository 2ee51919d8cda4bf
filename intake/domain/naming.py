"""From printed names to bodies, posts and people: known ones found, new ones put on record, none guessed."""

import re

from council.directory import find_body, find_person, find_post
from council.domain.setting_up import create_post, establish_body, register_person
from council.enums import BodyKind
from council.models import Body, Person, Post

_SMALL = {"and", "of", "the", "for", "in", "on", "to", "with", "at", "by"}
_TITLE = re.compile(r"^(councillor|councilor|cllr|mrs|miss|mr|ms|dr|reverend|rev|alderman)\.?\s+", re.IGNORECASE)
_THE_COMMITTEE = {"members of the committee", "members", "the committee", "committee members", "all members"}


def in_title_case(name: str) -> str:
    """A name printed in capitals as it is written elsewhere; other names unchanged."""
    if name != name.upper():
        return name
    words = [word if word in _SMALL else _capital(word) for word in name.lower().split()]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _capital(word: str) -> str:
    return re.sub(r"[a-z]", lambda letter: letter.group().upper(), word, count=1)


def committee_named(name: str) -> Body:
    """The committee of this name or alias, put on record where it is new."""
    lowered = name.lower()
    kind = BodyKind.SCRUTINY if "scrutiny" in lowered or "board" not in lowered else BodyKind.BOARD
    return find_body(name) or establish_body(name=in_title_case(" ".join(name.split())), kind=kind)


def person_named(printed: str) -> Person:
    """The person of this name, titles aside, put on record where they are new."""
    title = _TITLE.match(printed.strip())
    name = _TITLE.sub("", printed.strip())
    spelt = "Councillor" if title and title.group(1).lower() in {"cllr", "councilor"} else None
    return find_person(name) or register_person(name=name, title=spelt or (title.group(1) if title else ""))


def post_named(printed: str) -> Post:
    """The post of this title or alias, put on record where it is new."""
    title = re.sub(r"^the\s+", "", printed.strip(), flags=re.IGNORECASE)
    return find_post(title) or create_post(title=title)


def owner_named(printed: str | None, committee: Body) -> Post | Person | Body | None:
    """Who a minute asks: the committee itself, a body, a person or a post as printed; nobody where nobody is named."""
    if not printed or not printed.strip():
        return None
    if printed.strip().lower() in _THE_COMMITTEE:
        return committee
    known = find_post(printed) or find_body(printed)
    if known:
        return known
    if _TITLE.match(printed.strip()):
        return person_named(printed)
    named = re.sub(r"^the\s+", "", printed.strip(), flags=re.IGNORECASE)
    return post_named(named) if named[:1].isupper() else None
