"""What people type in on the pages of this room."""

from hashlib import sha256
from typing import Any

from django import forms

from actions.domain.moving import Consequences
from committees.enums import DECIDING_KINDS, MeetingKind
from committees.models import Meeting
from council.models import MunicipalYear
from govuk.forms import DateField, GovukForm, Look, VersionField
from workprogramme.domain.meetings import meetings_open_to
from workprogramme.fields import AGREED_BY, MeetingChoice, Names, a_reason
from workprogramme.models import Item

TIMES = ["%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p"]


class ChooseMeeting(GovukForm):
    """To which meeting an item goes; where one came from and the version one saw go with it."""

    to = MeetingChoice(
        Meeting.objects.none(),
        label="Which meeting?",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select the meeting",
            "invalid_choice": "Choose a meeting from the list: one to come that the item is not on already",
        },
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)
    version = VersionField(required=False)
    look = {"to": Look(size="m")}

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = meetings_open_to(item.programme.body).exclude(pk=item.meeting_id)


class MoveItem(GovukForm):
    """Why an item goes to the meeting that was chosen, and who agreed, once every date that would move was seen."""

    why = a_reason("Why it moves")
    agreed_by = forms.CharField(max_length=200, required=False, help_text=AGREED_BY)
    version = VersionField()
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, item: Item, told: Consequences, why: str = "", **kwargs: Any) -> None:
        self.told, self.now_at = fingerprint(told), item.version
        super().__init__(*args, initial={"version": item.version, "seen": self.told, "why": why}, **kwargs)
        self.fields["why"].required = item.meeting_id is not None

    def clean(self) -> dict[str, Any]:
        """Whoever says yes has seen what would happen now, not what would have happened before."""
        cleaned = super().clean()
        if cleaned.pop("seen", self.told) != self.told:
            self.data = self.data.copy()
            self.data["seen"], self.data["version"] = self.told, str(self.now_at)
            self.add_error(None, "What would move has changed since you opened this. Check it below, then go on")
        return cleaned


def fingerprint(told: Consequences) -> str:
    """A short mark of what was told, by which another telling is known to be the same."""
    return sha256(repr(told).encode()).hexdigest()[:16]


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
