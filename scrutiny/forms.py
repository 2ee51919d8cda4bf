"""What people type in on the pages of this room."""

from typing import Any

from django import forms

from committees.enums import DECIDING_KINDS, MeetingKind
from committees.models import Meeting
from council.models import MunicipalYear
from govuk.forms import DateField, GovukForm, VersionField
from workprogramme.domain.meetings import meetings_open_to
from workprogramme.fields import AGREED_BY, MeetingChoice, Names, a_reason
from workprogramme.models import Item

TIMES = ["%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p"]


class MoveItem(GovukForm):
    """To which meeting an item moves, why, and who agreed."""

    to = MeetingChoice(
        Meeting.objects.none(),
        label="Move to",
        empty_label="Select a meeting",
        error_messages={"required": "Select the meeting", "invalid_choice": "Choose the meeting from the list"},
    )
    why = a_reason("Why it moves")
    agreed_by = forms.CharField(max_length=200, required=False, help_text=AGREED_BY)
    version = VersionField()

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": item.version}, **kwargs)
        self.fields["to"].queryset = meetings_open_to(item.programme.body).exclude(pk=item.meeting_id)


class GrantMove(GovukForm):
    """The move an author asked for, as it was shown."""

    version = VersionField()


class MoveMeeting(GovukForm):
    """To which day a meeting moves, and why."""

    to = DateField(label="New date", help_text="For example, 26 9 2023")
    why = a_reason("Why it moves")
    version = VersionField()

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": meeting.version}, **kwargs)


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
