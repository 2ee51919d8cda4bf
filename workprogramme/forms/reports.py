"""Forms about one report on its way: stages, comments, the checklist, and a move asked for."""

from datetime import date
from typing import Any

from django import forms

from committees.models import Meeting
from govuk.forms import DateField, GovukForm, Look
from papers.reading.comment_numbers import comment_number
from workprogramme.domain.meetings import meetings_open_to
from workprogramme.enums import CommentsFrom
from workprogramme.fields import MeetingChoice, a_reason
from workprogramme.models import Item, ReportStage

WHERE = "A paragraph, a page or an appendix, like paragraph 3.2"


class CameFrom(GovukForm):
    """A form that leads back to the page it was opened from."""

    next = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def words(self) -> dict[str, Any]:
        """Return what was typed, without the way back."""
        return {name: value for name, value in self.cleaned_data.items() if name != "next"}


class StageDone(CameFrom):
    """When a stage was done and, where that is late, why."""

    on = DateField(required=False, label="When was it done?", help_text="Leave empty where it is done today.")
    late_because = a_reason(
        "Why is it late, or recorded late?", help_text="Officers and members of the committee can read this."
    )

    def __init__(self, *args: Any, stage: ReportStage, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].latest = day
        if not stage.is_late(day):
            del self.fields["late_because"]


class CommentsNumbers(CameFrom):
    """The FD and LD numbers of a report, or why there are none."""

    fd = forms.CharField(
        label="FD number", required=False, max_length=40, help_text="For example, FD.7343/23",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )  # fmt: skip
    fd_not_required = forms.CharField(label="Or why finance comments are not required", required=False, max_length=300)
    ld = forms.CharField(
        label="LD number", required=False, max_length=40, help_text="For example, LD.5543/23",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )  # fmt: skip
    ld_not_required = forms.CharField(label="Or why legal comments are not required", required=False, max_length=300)
    late_because = forms.CharField(
        label="Why are the comments late?", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Their day has passed. Needed once both are there.",
    )  # fmt: skip

    def __init__(self, *args: Any, item: Item, is_late: bool, **kwargs: Any) -> None:
        kept = {comments.which: comments for comments in item.comments.all()}
        initial = {which.lower(): comments.number for which, comments in kept.items()}
        initial |= {f"{which.lower()}_not_required": each.not_required_because for which, each in kept.items()}
        super().__init__(*args, **{**kwargs, "initial": {**initial, **kwargs.get("initial", {})}})
        if not is_late:
            del self.fields["late_because"]

    def clean(self) -> dict[str, Any]:
        """Each number is read as it is kept, and stands beside no reason for none."""
        cleaned = super().clean()
        for which in CommentsFrom.values:
            self._read(which)
        return cleaned

    def _read(self, which: str) -> None:
        name, number = which.lower(), self.cleaned_data.get(which.lower())
        if number and self.cleaned_data.get(f"{name}_not_required"):
            self.add_error(name, f"Clear the {which} number, or the reason why it is not required")
        elif number:
            try:
                self.cleaned_data[name] = comment_number(number, which)
            except ValueError as error:
                self.add_error(name, str(error))


class TickPoint(CameFrom):
    """Where a report answers a point."""

    where = forms.CharField(
        label="Where does the report answer it?", max_length=120, help_text=WHERE,
        error_messages={"required": "Enter where the report answers it, like paragraph 3.2 or page 12"},
    )  # fmt: skip


class AddPoints(GovukForm):
    """What a clause asked to see, and in which reports."""

    texts = forms.CharField(
        label="What did the committee ask to see?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="In a few words, each thing on a line of its own. Its author ticks them one by one.",
        error_messages={"required": "Enter what the committee asked to see"},
    )
    later = forms.TypedChoiceField(
        label="In which reports?",
        widget=forms.RadioSelect,
        choices=[("yes", "In this one and later ones whose title begins the same"), ("no", "In this one alone")],
        coerce=lambda chosen: chosen == "yes",
        initial="yes",
    )
    subject = forms.CharField(label="Their title begins with", required=False, max_length=300)
    look = {"later": Look(reveals={"yes": "subject"})}

    def clean(self) -> dict[str, Any]:
        """Later reports are known by how their title begins."""
        cleaned = super().clean()
        if cleaned.get("later") and not cleaned.get("subject"):
            self.add_error("subject", "Enter how the title of later reports begins")
        return cleaned

    @property
    def words(self) -> dict[str, Any]:
        """Return the points and the subject, as the verb takes them."""
        chosen = self.cleaned_data
        return {"texts": chosen["texts"].splitlines(), "subject": chosen["subject"] if chosen["later"] else ""}


class EndPoint(CameFrom):
    """Why a point is asked for no longer."""

    why = a_reason("Why is it no longer asked for?")


class AskToMove(CameFrom):
    """To which meeting an author asks to move, and why."""

    to = MeetingChoice(
        Meeting.objects.none(),
        label="Meeting",
        empty_label="Select a meeting",
        error_messages={"required": "Select the meeting", "invalid_choice": "Choose the meeting from the list"},
    )
    why = a_reason("Why should it move?", help_text="The committee's officers decide, and tell you here.")

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = meetings_open_to(item.programme.body).exclude(pk=item.meeting_id)


class DeclineMove(GovukForm):
    """Why a report cannot move."""

    why = a_reason("Why can it not move?", help_text="Its author will see this.")
