"""Forms about one meeting."""

from datetime import date
from typing import Any

from django import forms

from committees.enums import DECIDING_KINDS, MeetingKind
from council.models import MunicipalYear
from govuk.forms import DateField, GovukForm
from workprogramme.fields import Names
from workprogramme.models import Item

TIMES = ["%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p"]


class NewMeeting(GovukForm):
    """A meeting of any kind."""

    kind = forms.ChoiceField(label="Kind of meeting", choices=MeetingKind, initial=MeetingKind.FORMAL)
    title = forms.CharField(max_length=300, required=False, label="What an informal meeting or visit is about")
    on = DateField(
        label="Date", required=False, help_text="For example, 26 9 2023. Only a formal meeting must have one."
    )
    at = forms.TimeField(
        label="Time",
        required=False,
        input_formats=TIMES,
        help_text="For example, 18:30",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
        error_messages={"invalid": "Time must be a real time, like 18:30"},
    )
    venue = forms.CharField(max_length=200, required=False)
    room = forms.CharField(max_length=120, required=False)
    organisers = Names(required=False, label="Who arranges it", help_text="One name on a line.")
    year = forms.ModelChoiceField(
        MunicipalYear.objects.all(),
        required=False,
        label="Municipal year",
        help_text="Only where there is no date yet.",
    )

    def clean(self) -> dict[str, Any]:
        """A formal meeting has a date; any other has a date or a year, and something it is about."""
        cleaned = super().clean()
        undated = cleaned.get("on") is None and "on" not in self.errors
        if undated and cleaned.get("kind") in DECIDING_KINDS:
            self.add_error("on", "Enter the date of the meeting: a formal meeting needs one")
        elif undated and not cleaned.get("year"):
            self.add_error("year", "Select the municipal year, or enter a date")
        if cleaned.get("kind") not in DECIDING_KINDS and not cleaned.get("title"):
            self.add_error("title", "Enter what the informal meeting or visit is about")
        return cleaned


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
