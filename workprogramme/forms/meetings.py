"""Forms about one meeting."""

from datetime import date
from typing import Any

from django import forms

from govuk.forms import DateField, GovukForm
from workprogramme.models import Item


class AgendaPublished(GovukForm):
    """The day the agenda went out, and which reports went with it."""

    on = DateField(label="Published on", help_text="For example, 18 9 2023")
    items = forms.ModelMultipleChoiceField(
        Item.objects.none(),
        required=False,
        label="Which reports went out with it?",
        help_text="A report that follows later stays as it is.",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, items: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today, "items": list(items)}, **kwargs)
        self.fields["items"].queryset = items
        self.fields["on"].latest = today
        if not items:
            del self.fields["items"]


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
