"""What does not agree in a paper: settled by an officer who says how, and opened again."""

from django.db import transaction

from committees.models import PaperWarning
from council.calendar import today
from council.refusal import Refusal


@transaction.atomic
def settle_warning(warning: PaperWarning, *, how: str, by) -> PaperWarning:
    """Say how something that does not agree in a paper was settled, so that it is shown no more.

    Raises ``Refusal`` where it is not said how, or somebody settled it before.
    """
    warning = PaperWarning.objects.select_for_update(of=("self",)).get(pk=warning.pk)
    if warning.settled_because:
        raise Refusal(f"This was settled already: {warning.settled_because}")
    if not how.strip():
        raise Refusal("Say how it was settled.")
    return _say(warning, because=how.strip()[:300], by=by, on=today())


@transaction.atomic
def open_warning_again(warning: PaperWarning) -> PaperWarning:
    """Take "settled" back: the undo of ``settle_warning``."""
    return _say(warning, because="", by=None, on=None)


def _say(warning: PaperWarning, *, because: str, by, on) -> PaperWarning:
    warning.settled_because, warning.settled_by, warning.settled_on = because, by, on
    warning.save(update_fields=["settled_because", "settled_by", "settled_on"])
    return warning
