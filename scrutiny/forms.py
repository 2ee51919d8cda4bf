"""What people type in on the pages of this room."""

from typing import Any

from django import forms

from committees.models import Meeting
from govuk.forms import DateField, GovukForm, VersionField
from workprogramme.domain.meetings import meetings_open_to
from workprogramme.fields import AGREED_BY, MeetingChoice, a_reason
from workprogramme.models import Item


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


class MoveMeeting(GovukForm):
    """To which day a meeting moves, and why."""

    to = DateField(label="New date", help_text="For example, 26 9 2023")
    why = a_reason("Why it moves")
    version = VersionField()

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": meeting.version}, **kwargs)
