"""Forms about one meeting."""

from typing import Any

from django import forms

from govuk.forms import GovukForm
from workprogramme.fields import HearingChoices
from workprogramme.models import Hearing, Item


class MeetingHeld(GovukForm):
    """Which items the committee considered."""

    items = forms.ModelMultipleChoiceField(
        Item.objects.none(),
        required=False,
        label="Which items did the committee consider?",
        help_text="An item that was not reached stays where it is until you move or defer it.",
        widget=forms.CheckboxSelectMultiple,
    )

    hearings = HearingChoices(
        Hearing.objects.none(), required=False, label="Which reports of other committees did it consider?"
    )

    def __init__(self, *args: Any, items: Any, hearings: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"items": list(items), "hearings": list(hearings)}, **kwargs)
        self.fields["items"].queryset, self.fields["hearings"].queryset = items, hearings
        if not hearings:
            del self.fields["hearings"]
        if not items:
            del self.fields["items"]
