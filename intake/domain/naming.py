"""From printed names to people and posts: known ones found, new ones put on record, none guessed."""

import re

from council.directory import find_person, find_post
from council.domain.setting_up import create_post, register_person
from council.models import Person, Post

_SMALL = {"and", "of", "the", "for", "in", "on", "to", "with", "at", "by"}
TITLE = re.compile(r"^(councillor|councilor|cllr|mrs|miss|mr|ms|dr|reverend|rev|alderman)\.?\s+", re.IGNORECASE)


def in_title_case(name: str) -> str:
    """A name printed in capitals as it is written elsewhere; other names unchanged."""
    if name != name.upper():
        return name
    words = [word if word in _SMALL else _capital(word) for word in name.lower().split()]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _capital(word: str) -> str:
    return re.sub(r"[a-z]", lambda letter: letter.group().upper(), word, count=1)


def person_named(printed: str) -> Person:
    """The person of this name, titles aside, put on record where they are new."""
    title = TITLE.match(printed.strip())
    name = TITLE.sub("", printed.strip())
    spelt = "Councillor" if title and title.group(1).lower() in {"cllr", "councilor"} else None
    return find_person(name) or register_person(name=name, title=spelt or (title.group(1) if title else ""))


def post_named(printed: str) -> Post:
    """The post of this title or alias, put on record where it is new."""
    title = without_the(printed)
    return find_post(title) or create_post(title=title)


def without_the(printed: str) -> str:
    """A printed owner without its article."""
    return re.sub(r"^the\s+", "", printed.strip(), flags=re.IGNORECASE)
