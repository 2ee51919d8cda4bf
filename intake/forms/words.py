"""What an officer can put in place of what was read: a form for each sort, giving words in the shape of ``says``."""

import datetime as dt
from typing import Any

from django import forms

from committees.enums import MeetingKind, SeatRole
from govuk.forms import DateField, GovukForm, Look, VersionField
from intake.enums import Sort
from intake.models import Proposal
from workprogramme.fields import Names

_TIMES = ["%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p"]
_ROLES = [(role.value, role.label) for role in SeatRole]
_NARROW = {"class": "govuk-input--width-5"}
_FEW_LINES = forms.Textarea(attrs={"rows": 3})


def as_said(value: Any) -> Any:
    """A cleaned value as a proposal says it: days and times as ISO text, names as a list."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return list(value) if isinstance(value, tuple) else value


class WordsForm(GovukForm):
    """What the forms of all sorts share: they open on what would go on record now, and on a version."""

    version = VersionField()

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        self.proposal, self.now = proposal, proposal.now_says
        super().__init__(
            *args, initial={"version": proposal.version, **self.opening()}, auto_id=f"p{proposal.pk}_%s", **kwargs
        )

    def opening(self) -> dict[str, Any]:
        """What stands in the boxes at first."""
        said = {name: self.now.get(name) for name in self.base_fields if name != "version"}
        return {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}

    def words(self) -> dict[str, Any]:
        """What the officer said, as the proposal says it."""
        return {name: as_said(self.cleaned_data[name]) for name in self.fields if name != "version"}

    def shared(self) -> dict[str, Any]:
        """The words that answer the same doubt of others; nothing for most sorts."""
        return {}


class MeetingWords(WordsForm):
    """When and where."""

    on = DateField(label="Date of the meeting")
    at = forms.TimeField(
        label="Time", required=False, input_formats=_TIMES, widget=forms.TextInput(attrs=_NARROW),
        error_messages={"invalid": "Time must be a real time, like 18:30"},
    )  # fmt: skip
    venue = forms.CharField(max_length=200, required=False)


class SeatWords(WordsForm):
    """Who sits as what."""

    name = forms.CharField(max_length=200)
    role = forms.ChoiceField(choices=_ROLES)
    represents = forms.CharField(label="Party, ward or organisation", max_length=200, required=False)


class AppointmentWords(SeatWords):
    """A seat with its term."""

    from_on = DateField(label="First day of the term")
    to_on = DateField(label="Last day of the term", required=False, help_text="Leave empty where it has no end.")

    def clean(self) -> dict[str, Any]:
        """A term ends after it begins."""
        cleaned = super().clean()
        if cleaned.get("from_on") and cleaned.get("to_on") and cleaned["to_on"] < cleaned["from_on"]:
            self.add_error("to_on", "Last day of the term must be after its first day")
        return cleaned


class AgendaWords(WordsForm):
    """A line of an agenda."""

    title = forms.CharField(max_length=300)
    report_of = forms.CharField(label="Report of", max_length=300, required=False)


class MinuteWords(WordsForm):
    """The title of a minute; its clauses stay as printed."""

    title = forms.CharField(max_length=300, help_text="Its clauses stay as they are printed.")


class SuggestionWords(WordsForm):
    """What would go on the programme as suggested."""

    title = forms.CharField(max_length=300, widget=_FEW_LINES)


class RowWords(WordsForm):
    """An item of the programme with its authors."""

    title = forms.CharField(max_length=300)
    authors = Names(required=False, help_text="One name on a line.")


class InformalWords(WordsForm):
    """An informal meeting or visit."""

    title = forms.CharField(max_length=300)
    on = DateField(label="Date", required=False, help_text="Leave empty where it is not arranged yet.")
    kind = forms.ChoiceField(
        choices=[("", "As its title says"), *(kind for kind in MeetingKind.choices if kind[0] not in
                                               {MeetingKind.FORMAL, MeetingKind.SPECIAL, MeetingKind.CALL_IN})],
        required=False,
    )  # fmt: skip

    def words(self) -> dict[str, Any]:
        """One that gets a day is arranged."""
        words = super().words()
        arranged = words["on"] and not self.proposal.says["on"]
        return {**words, "status": "arranged" if arranged else self.proposal.says["status"]}


class DecisionWords(WordsForm):
    """A decision of the forward plan."""

    title = forms.CharField(max_length=300)
    decision_on = DateField(
        label="Decision expected on", required=False, help_text="Leave empty where no day is printed."
    )
    lead = forms.CharField(label="Lead officer", max_length=200, required=False)


class RecommendationWords(WordsForm):
    """What is recommended, and to whom."""

    text = forms.CharField(label="What is recommended", max_length=5000, widget=forms.Textarea(attrs={"rows": 5}))
    to = forms.CharField(
        label="To whom", max_length=200, required=False,
        help_text="A body on record, such as Cabinet. Leave empty where it does not say.",
    )  # fmt: skip
    made_on = DateField(label="Made on")


class ConflictWords(WordsForm):
    """Which of two the record takes."""

    look = {"chosen": Look()}
    chosen = forms.TypedChoiceField(label="Which is right?", coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [
            (place, f"{choice['value']} ({choice['source']})") for place, choice in enumerate(self.now["choices"])
        ]


SIMPLE: dict[str, type[WordsForm]] = {
    Sort.MEETING: MeetingWords,
    Sort.SEAT: SeatWords,
    Sort.APPOINTMENT: AppointmentWords,
    Sort.AGENDA_LINE: AgendaWords,
    Sort.MINUTE: MinuteWords,
    Sort.SUGGESTION: SuggestionWords,
    Sort.ROW: RowWords,
    Sort.INFORMAL: InformalWords,
    Sort.DECISION: DecisionWords,
    Sort.RECOMMENDATION: RecommendationWords,
    Sort.CONFLICT: ConflictWords,
}
