"""A reading as the JSON of the contract: every key present, every list in source order."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

from papers.reading.facts import EVIDENCE, FollowUp, Reading

# Words that Python keeps for itself, or that read better in code, and what the contract calls them.
_KEYS = {"stands_for": "for", "attended_as": "as", "begins": "from"}
_WARNING_ORDER = ("code", "line", "paths", "text")


def as_dict(reading: Reading) -> dict[str, Any]:
    """The reading as plain dicts, lists and strings, with the keys of the contract."""
    return _record(reading)


def as_json(reading: Reading) -> str:
    """The reading as JSON text, indented, in UTF-8 as printed."""
    return json.dumps(as_dict(reading), ensure_ascii=False, indent=1)


def _record(record: Any) -> dict[str, Any]:
    unsaid = EVIDENCE | {"line"} if isinstance(record, FollowUp) else EVIDENCE
    fields = [f.name for f in dataclasses.fields(record) if f.name not in unsaid]
    plain = {_KEYS.get(name, name): _plain(getattr(record, name)) for name in fields}
    return {key: plain[key] for key in _WARNING_ORDER} if "code" in plain else plain


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return _record(value)
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value
