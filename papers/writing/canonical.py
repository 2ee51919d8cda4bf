"""Facts as text of one form only: the same facts give the same bytes, today and in twenty years, and so one hash.

Frozen dataclasses of strings, whole numbers, truths, dates, times, other such dataclasses and tuples of them become
JSON with sorted keys, no white space and no fractions; dates are written 2023-09-26 and times 18:30:00.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from hashlib import sha256
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Facts = TypeVar("Facts")


class NotCanonical(ValueError):
    """The text or the facts are not of the form kept; the message says where."""


def canonical_json(facts: object) -> str:
    """The one text of these facts. Raises ``NotCanonical`` for what it has no form for, such as a fraction."""
    return json.dumps(_plain(facts), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def hash_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal figures."""
    return sha256(text.encode()).hexdigest()


def read_canonical(kind: type[Facts], text: str) -> Facts:
    """The facts of a kind, from their text; a field that an older text lacks takes its default.

    Raises ``NotCanonical`` where the text is no JSON, lacks a field without a default, or has one that is unknown.
    """
    try:
        told = json.loads(text)
    except ValueError as error:
        raise NotCanonical(f"This is not JSON: {error}") from error
    facts: Facts = _read(kind, told, kind.__name__)
    return facts


def _plain(facts: object) -> object:
    if is_dataclass(facts) and not isinstance(facts, type):
        return {field.name: _plain(getattr(facts, field.name)) for field in fields(facts)}
    if isinstance(facts, tuple):
        return [_plain(part) for part in facts]
    if isinstance(facts, date | time) and not isinstance(facts, datetime):
        return facts.isoformat()
    if isinstance(facts, str | bool | int | NoneType):
        return facts
    raise NotCanonical(f"There is no kept form for {type(facts).__name__}: {facts!r}")


def _read(kind: Any, told: Any, where: str) -> Any:
    if isinstance(kind, UnionType):
        return None if told is None else _read(_not_none(kind), told, where)
    if get_origin(kind) is tuple:
        return _read_all(get_args(kind)[0], told, where)
    if is_dataclass(kind):
        return _read_fields(kind, told, where)
    if kind in (date, time):
        return _read_moment(kind, told, where)
    if type(told) is not kind:
        raise NotCanonical(f"{where} is to be {kind.__name__}, not {told!r}")
    return told


def _not_none(kind: UnionType) -> Any:
    return next(part for part in get_args(kind) if part is not NoneType)


def _read_all(kind: Any, told: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(told, list):
        raise NotCanonical(f"{where} is to be a list, not {told!r}")
    return tuple(_read(kind, part, f"{where}[{place}]") for place, part in enumerate(told))


def _read_fields(kind: Any, told: Any, where: str) -> Any:
    if not isinstance(told, Mapping):
        raise NotCanonical(f"{where} is to be an object, not {told!r}")
    known = {field.name: field for field in fields(kind)}
    unknown = sorted(set(told) - set(known))
    needed = {name for name, field in known.items() if field.default is MISSING and field.default_factory is MISSING}
    lacking = sorted(needed - set(told))
    if unknown or lacking:
        raise NotCanonical(f"{where} has unknown fields {unknown} and lacks {lacking}")
    hints = get_type_hints(kind)
    return kind(**{name: _read(hints[name], value, f"{where}.{name}") for name, value in told.items()})


def _read_moment(kind: Any, told: Any, where: str) -> Any:
    try:
        return kind.fromisoformat(told)
    except (TypeError, ValueError) as error:
        raise NotCanonical(f"{where} is to be a {kind.__name__}, not {told!r}") from error
