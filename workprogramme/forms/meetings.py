"""Forms about one meeting."""

from typing import Any

from django import forms

from govuk.forms import GovukForm
from workprogramme.models import Item


class MeetingHeld(GovukForm):
    """Which items the committee considered."""

    items = forms.ModelMultipleChoiceField(
        Item.objects.none(),
        required=False,
        label="Which items did the committee consider?",
        help_text="An item that was not reached stays where it is until you move or defer it.",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, items: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"items": list(items)}, **kwargs)
        self.fields["items"].queryset = items
        if not items:
            del self.fields["items"]
