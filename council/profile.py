"""The council's row, read once a request or sweep."""

from contextlib import contextmanager
from contextvars import ContextVar

from council.models import Council

_kept: ContextVar[list[Council] | None] = ContextVar("council_profile", default=None)


@contextmanager
def profile_kept():
    """Within this block the council's row is read at most once."""
    token = _kept.set([])
    try:
        yield
    finally:
        _kept.reset(token)


def profile() -> Council:
    """The council's row, or a default where it is not set up."""
    kept = _kept.get()
    if kept is None:
        return Council.load()
    if not kept:
        kept.append(Council.load())
    return kept[0]


def colour() -> str:
    """The council's colour as ``#rrggbb``."""
    return profile().colour
