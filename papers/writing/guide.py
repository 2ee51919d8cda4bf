"""The placeholders of a paper by name, read off its facts, so that a guide to them cannot be wrong."""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_type_hints

from papers.writing.kinds import KINDS


@dataclass(frozen=True)
class Placeholder:
    """A placeholder: its name, whether it is a list, and the names that each of the list has; none for plain texts."""

    name: str
    many: bool = False
    each: tuple[str, ...] = ()


def placeholders_of(kind: str) -> tuple[Placeholder, ...]:
    """The placeholders of a paper, and after each list of facts the lists within it."""
    return tuple(_of(KINDS[kind].facts))


def _of(facts: type[Any], within: str = "") -> list[Placeholder]:
    hints, found = get_type_hints(facts), []
    for field in fields(facts):
        part = next(iter(get_args(hints[field.name])), None)
        if part is None:
            found += [] if within else [Placeholder(field.name)]
        elif is_dataclass(part) and isinstance(part, type):
            found += [Placeholder(within + field.name, True, tuple(each.name for each in fields(part)))]
            found += _of(part, f"{_one(field.name)}.")
        else:
            found += [Placeholder(within + field.name, True)]
    return found


def _one(name: str) -> str:
    """What one of a list is called in the shipped templates."""
    return {"meetings": "meeting_table", "appendix_a": "meeting_table"}.get(name, name.removesuffix("s"))
