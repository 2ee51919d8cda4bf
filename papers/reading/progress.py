"""How far a long reading has come, told to whoever asked."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], object]  # called with what is done and what there is in all


def unheard(done: int, total: int) -> None:
    """Tell nobody."""
