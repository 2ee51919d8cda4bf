"""Forms about one item."""

from typing import Any

from django import forms

from committees.models import Meeting
from council.models import Body, Portfolio, Post
from govuk.forms import GovukForm, VersionField
from workprogramme.domain.meetings import meetings_open_to
from workprogramme.enums import Purpose, Route
from workprogramme.fields import AGREED_BY, MeetingChoice, Names, a_reason
from workprogramme.models import Item


class NewItem(GovukForm):
    """An item for the programme."""

    title = forms.CharField(max_length=300)
    purpose = forms.ChoiceField(label="What for", choices=Purpose, initial=Purpose.NOT_STATED)
    route = forms.ChoiceField(label="How the committee takes it", choices=Route, initial=Route.FORMAL)
    authors = Names(
        required=False,
        label="Who writes the report",
        help_text="One name on a line. A name that is not on record yet is added.",
    )
    organisation = forms.CharField(
        required=False, max_length=250, help_text="Where an organisation writes the report instead."
    )
    report_of = forms.ModelChoiceField(
        Post.objects.all(), required=False, label="Report of", help_text="The post whose report it is."
    )
    accepted = forms.TypedChoiceField(
        label="Where does it go?",
        widget=forms.RadioSelect,
        choices=[("yes", "On the programme"), ("no", "It is a suggestion, to be decided later")],
        coerce=lambda chosen: chosen == "yes",
        initial="yes",
    )
    meeting = MeetingChoice(
        Meeting.objects.none(),
        required=False,
        label="Meeting",
        empty_label="None yet",
        help_text="Only for an item that goes on the programme.",
    )

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings_open_to(body)

    def clean(self) -> dict[str, Any]:
        """A suggestion has no meeting, and a report is written by people or by an organisation."""
        cleaned = super().clean()
        if cleaned.get("meeting") and cleaned.get("accepted") is False:
            self.add_error("meeting", "A suggestion has no meeting yet: choose None yet, or put it on the programme")
        if cleaned.get("authors") and cleaned.get("organisation"):
            self.add_error("organisation", "Enter people or an organisation, not both")
        return cleaned


class ItemAuthors(GovukForm):
    """Who writes an item's report."""

    authors = Names(
        required=False,
        label="Who writes the report",
        help_text="One name on a line, in the order to be printed. A name that is not on record yet is added.",
    )


class ItemWhose(GovukForm):
    """Of which post an item is the report, in whose portfolio it falls, and what it is looked at for."""

    report_of = forms.ModelChoiceField(
        Post.objects.all(), required=False, label="Report of", empty_label="Nobody yet",
        help_text="The post whose report it is. For pre-scrutiny its senior officer shall attend (Protocol 6.7).",
    )  # fmt: skip
    portfolio = forms.ModelChoiceField(
        Portfolio.objects.all(), required=False, empty_label="None",
        help_text="Its Cabinet Member is invited to the meeting (Protocol 4.1, 6.6).",
    )  # fmt: skip
    purpose = forms.ChoiceField(label="What for", choices=Purpose)
    version = VersionField()

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        names = ("report_of", "portfolio", "purpose", "version")
        super().__init__(*args, initial={name: getattr(item, name) for name in names}, **kwargs)


class LeaveMeeting(GovukForm):
    """Why an item is deferred or withdrawn, and who agreed."""

    why = a_reason("Why")
    agreed_by = forms.CharField(max_length=200, required=False, help_text=AGREED_BY)
    version = VersionField()


class DeclineItem(GovukForm):
    """Why a suggestion is declined."""

    why = a_reason("Why", help_text="Whoever suggested it will see this.")


class TakeOffHearing(GovukForm):
    """Why a committee does not hear a report."""

    why = a_reason("Why does this committee not hear it?")
    version = VersionField()
