"""Rehearsing a move for a form, so that every date it would move can be shown before anybody says yes."""

from collections.abc import Callable

from django import forms

from actions.domain.moving import Moved
from council.refusal import Refusal


def rehearsed(form: forms.BaseForm, rehearsal: Callable[..., list[Moved]], *args, **words) -> list[Moved] | None:
    """Return what would move, or nothing where the move is refused, with the refusal as the form's error."""
    try:
        return rehearsal(*args, **words)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None
