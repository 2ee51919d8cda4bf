"""The forms of one action, each opened on a version of it."""

from django import forms

from actions.enums import ActionState, Standing
from actions.forms.choices import ItemChoice, MeetingChoice, OccasionChoice, meetings_to_date
from actions.models import Action
from actions.rules import can_become
from actions.standing import asks_for_date
from committees.models import Meeting
from council.calendar import today
from council.models import Person, Post
from govuk.forms import DateField, GovukForm, Look, VersionField
from workprogramme.models import Item

MINUTE = "As minutes cite it, such as 6 (2) (a). Leave it empty until the minutes are out."
AGREED = "Such as the chair, or the committee at a meeting"


class ActionForm(GovukForm):
    """What every form on an action shares: the version it was opened on."""

    version = VersionField()

    def __init__(self, *args, record: Action, initial: dict | None = None, **kwargs):
        super().__init__(*args, initial={"version": record.version, **(initial or {})}, **kwargs)
        self.record = record


class UpdateForm(ActionForm):
    """The owner says where it stands."""

    look = {
        "standing": Look(
            hints={
                Standing.SLIPPED: "Ask for a new date: an officer decides about it",
                Standing.AWAITING: "Say below who you are waiting for",
                Standing.DONE: "You propose that it is complete: the committee decides at a meeting",
            },
            reveals={Standing.SLIPPED: "asks_for"},
        )
    }
    standing = forms.ChoiceField(label="Where does it stand?", choices=Standing.choices, widget=forms.RadioSelect)
    asks_for = DateField(label="New date you ask for", required=False)
    text = forms.CharField(
        label="What has been done, and what comes next", max_length=5000, widget=forms.Textarea,
        error_messages={"required": "Say what has been done, and what comes next"},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["asks_for"].earliest = today()
        if not can_become(self.record, ActionState.PROPOSED):
            self.fields["standing"].choices = [row for row in Standing.choices if row[0] != Standing.DONE]

    def clean(self) -> dict:
        """A new date belongs to a slip, and only to a slip."""
        data = super().clean()
        if data.get("standing") != Standing.SLIPPED:
            self.errors.pop("asks_for", None)
            data["asks_for"] = None
        elif "asks_for" not in self.errors and not data.get("asks_for"):
            self.add_error("asks_for", "Enter the new date you ask for")
        return data


class TakeBackForm(ActionForm):
    """It is not done after all."""

    text = forms.CharField(
        label="What is still to be done", max_length=5000, widget=forms.Textarea,
        error_messages={"required": "Say what is still to be done"},
    )  # fmt: skip


class AtMeetingForm(ActionForm):
    """What a form on the committee's view shares: at which meeting, by which minute."""

    meeting = MeetingChoice(queryset=None, label="Meeting")
    minute_text = forms.CharField(label="Minute", max_length=60, required=False, help_text=MINUTE)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings_to_date(self.record.body, self.record.asked_on)


class AcceptForm(AtMeetingForm):
    """The committee accepted that it is complete."""


class OpenAgainForm(AtMeetingForm):
    """The committee was not satisfied."""

    why = forms.CharField(
        label="Why the committee was not satisfied",
        error_messages={"required": "Say why the committee was not satisfied"},
        max_length=500,
        widget=forms.Textarea,
    )
    due_on = DateField(label="New date", required=False, help_text="Leave it empty to keep the date it has.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["due_on"].earliest = today()


class DateForm(ActionForm):
    """Another date."""

    on = DateField(label="New date")
    why = forms.CharField(
        label="Why the date moves",
        error_messages={"required": "Say why the date moves"},
        max_length=300,
        widget=forms.Textarea,
    )
    agreed_by = forms.CharField(label="Agreed by", max_length=200, required=False, help_text=AGREED)

    def __init__(self, *args, record: Action, **kwargs):
        asked = asks_for_date(record, today())
        kwargs["initial"] = {"on": asked.asks_for, "why": asked.text[:300]} if asked else {}
        super().__init__(*args, record=record, **kwargs)
        self.fields["on"].earliest = today()


class OwnerForm(ActionForm):
    """Another post owes it."""

    owner = forms.ModelChoiceField(queryset=Post.objects.all(), label="Post")
    why = forms.CharField(
        label="Why it changes", error_messages={"required": "Say why it changes"}, max_length=300, widget=forms.Textarea
    )

    def __init__(self, *args, record: Action, **kwargs):
        super().__init__(*args, record=record, initial={"owner": record.owed_by_post_id}, **kwargs)


class PassOnForm(ActionForm):
    """To whom the work is given."""

    to = forms.ModelChoiceField(
        queryset=Person.objects.exclude(email=""), label="Pass it on to", required=False,
        empty_label="Nobody: I keep it", help_text="They are reminded beside you, and can say where it stands.",
    )  # fmt: skip

    def __init__(self, *args, record: Action, **kwargs):
        super().__init__(*args, record=record, initial={"to": record.delegate_id}, **kwargs)


class AnswerForm(ActionForm):
    """What it got: an item of the programme, or words."""

    item = ItemChoice(
        queryset=None, label="Programme item", required=False, empty_label="None of these",
        help_text="The item whose report answers it",
    )  # fmt: skip
    note = forms.CharField(
        label="Or how it was answered", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as a briefing note sent to all members",
    )  # fmt: skip
    on = DateField(label="Answered on", required=False, help_text="Leave it empty for the date of the item's meeting.")

    def __init__(self, *args, record: Action, **kwargs):
        super().__init__(*args, record=record, initial={"item": record.item_id}, **kwargs)
        items = Item.objects.filter(programme__body=record.body).select_related("meeting")
        self.fields["item"].queryset = items.order_by("-meeting__on", "title")
        self.fields["on"].earliest = record.asked_on

    def clean(self) -> dict:
        """An item or words, and a day: the item's own meeting gives one."""
        data = super().clean()
        item = data.get("item")
        if "item" not in self.errors and not item and not data.get("note"):
            self.add_error("item", "Select the item that answers it, or say how it was answered")
        if "on" not in self.errors and not data.get("on"):
            data["on"] = item.meeting.on if item and item.meeting else None
            if not data["on"]:
                self.add_error("on", "Enter the date it was answered")
        return data


class ProgrammeForm(ActionForm):
    """What will answer it: an item of the programme, or an informal meeting or visit."""

    item = ItemChoice(queryset=None, label="Programme item", required=False, empty_label="None of these")
    meeting = OccasionChoice(
        queryset=None, label="Or an informal meeting or visit", required=False, empty_label="None of these",
        error_messages={"invalid_choice": "Choose the meeting or visit from the list"},
    )  # fmt: skip

    def __init__(self, *args, record: Action, **kwargs):
        super().__init__(
            *args, record=record, initial={"item": record.item_id, "meeting": record.arranged_as_id}, **kwargs
        )
        items = Item.objects.filter(programme__body=record.body).select_related("meeting")
        self.fields["item"].queryset = items.order_by("-meeting__on", "title")
        self.fields["meeting"].queryset = Meeting.objects.informal().filter(body=record.body).order_by("-on")

    def clean(self) -> dict:
        """One or the other, or both."""
        data = super().clean()
        if not self.errors and not data["item"] and not data["meeting"]:
            self.add_error("item", "Select the item, meeting or visit that will answer it")
        return data


class EndForm(ActionForm):
    """No longer required."""

    why = forms.CharField(
        label="Why it is no longer required",
        error_messages={"required": "Say why it is no longer required"},
        max_length=300,
        widget=forms.Textarea,
    )
    agreed_by = forms.CharField(
        label="Agreed by", max_length=200, help_text=AGREED, error_messages={"required": "Say who agreed"}
    )


class DraftForm(ActionForm):
    """Nothing to be asked: only the version the reader saw."""
