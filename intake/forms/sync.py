"""Asking for the meetings of a span of days from the council's ModernGov."""

from typing import Any

from council.calendar import today
from govuk.forms import DateField, GovukForm
from intake.domain.sync import AHEAD, BACK


class AskForSync(GovukForm):
    """From which day to which."""

    since = DateField(label="From", error_messages={"required": "Enter the first day"})
    until = DateField(label="To", error_messages={"required": "Enter the last day"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        initial = {"since": today() - BACK, "until": today() + AHEAD}
        super().__init__(*args, **{"initial": initial, **kwargs})
