"""What people type in on the pages of this room."""

from datetime import date
from hashlib import sha256
from typing import Any

from django import forms
from django.db.models import QuerySet

from actions.domain.moving import Consequences
from actions.domain.year_end import Proposed
from committees.enums import DECIDING_KINDS, MeetingKind
from committees.models import Clause, Meeting
from council.models import MunicipalYear
from govuk.forms import DateField, GovukForm, Look, VersionField
from workprogramme.domain.meetings import meetings_open_to
from workprogramme.fields import AGREED_BY, ClauseChoice, HearingChoices, MeetingChoice, Names, a_reason
from workprogramme.models import Edition, Hearing, Item

NOW = "now"
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


class CommitteeMeeting(forms.ModelChoiceField):
    """A meeting of any committee, by whose it is and when."""

    def label_from_instance(self, obj: Meeting) -> str:
        """Return "Adult Social Care and Health, 5 September 2023"."""
        return f"{obj.body.called}, {obj.when}"


class ChooseHearing(GovukForm):
    """At which meeting another committee hears a report."""

    to = CommitteeMeeting(
        Meeting.objects.none(), label="Which meeting?", empty_label="Select a meeting",
        error_messages={"required": "Select the meeting", "invalid_choice": "Choose a meeting from the list"},
    )  # fmt: skip

    def __init__(self, *args: Any, meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = meetings


class ConfirmHearing(GovukForm):
    """Yes to a hearing, once every date that would move was seen; a move says why."""

    why = a_reason("Why")
    version = VersionField(required=False)
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, told: Consequences, version: int, needs_why: bool, **kwargs: Any) -> None:
        self.told = fingerprint(told)
        super().__init__(*args, initial={"version": version, "seen": self.told}, **kwargs)
        self.fields["why"].required = needs_why

    def clean(self) -> dict[str, Any]:
        """Whoever says yes has seen what would happen now."""
        cleaned = super().clean()
        if cleaned.pop("seen", self.told) != self.told:
            self.data = self.data.copy()
            self.data["seen"] = self.told
            self.add_error(None, "What would move has changed since you opened this. Check it below, then go on")
        return cleaned


def fingerprint(told: Consequences) -> str:
    """A short mark of what was told, by which another telling is known to be the same."""
    return sha256(repr(told).encode()).hexdigest()[:16]


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


class CancelMeeting(GovukForm):
    """Why a meeting is cancelled."""

    why = a_reason("Why it is cancelled", help_text="Whoever looks for the meeting sees this.")


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

    hearings = HearingChoices(
        Hearing.objects.none(), required=False, label="Which reports of other committees went out with it?"
    )

    def __init__(self, *args: Any, items: Any, hearings: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today, "items": list(items), "hearings": list(hearings)}, **kwargs)
        self.fields["items"].queryset, self.fields["hearings"].queryset = items, hearings
        if not hearings:
            del self.fields["hearings"]
        self.fields["on"].latest = today
        if not items:
            del self.fields["items"]


class MeetingOfYear(forms.ModelChoiceField):
    """A formal meeting of one year, by its date."""

    def label_from_instance(self, obj: Meeting) -> str:
        """Return "14 November 2023"."""
        return obj.when


class FreezeEdition(GovukForm):
    """For which meeting an edition is kept, if for one."""

    for_meeting = MeetingOfYear(
        Meeting.objects.none(), required=False, label="Meeting it is printed for", empty_label="None",
        help_text="The front sheet and the agenda of that meeting are kept with it.",
    )  # fmt: skip

    def __init__(self, *args: Any, meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["for_meeting"].queryset = meetings


class CompareEditions(GovukForm):
    """Which two editions, or which edition and the programme as it is now."""

    before = forms.ChoiceField(label="From")
    after = forms.ChoiceField(label="To")

    def __init__(self, *args: Any, editions: list[Edition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = [(str(edition.number), self._named(edition)) for edition in editions]
        self.fields["before"].choices = kept
        self.fields["after"].choices = [(NOW, "The programme now"), *kept]

    @staticmethod
    def _named(edition: Edition) -> str:
        made = edition.made_on
        of = f", for {edition.for_meeting.when}" if edition.for_meeting else ""
        return f"Edition {edition.number}, {made.day} {made:%B %Y}{of}"


class AdoptProgramme(GovukForm):
    """The clause by which the committee adopted its programme (Protocol 5.4)."""

    clause = ClauseChoice(
        Clause.objects.none(), label="Clause", empty_label="Select the clause",
        help_text="Clauses of this year\u2019s minutes that agree or approve something.",
        error_messages={"required": "Select the clause"},
    )  # fmt: skip

    def __init__(self, *args: Any, clauses: QuerySet[Clause], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].queryset = clauses


class CarryOver(GovukForm):
    """Which of the proposed meetings of next year are arranged, and on what day. Nothing is arranged unasked."""

    def __init__(self, *args: Any, proposed: list[Proposed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposed = proposed
        for row in proposed:
            asked = f"Arrange a meeting in place of {row.meeting.when}"
            day = f"Day in place of {row.meeting.when}"
            self.fields[row.key] = forms.BooleanField(label=asked, required=False)
            hint = f"The {row.place}. This year it was the {row.was}."
            hint += f" No working day: {row.why_not}." if row.why_not else ""
            self.fields[f"{row.key}_on"] = DateField(label=day, required=False, initial=row.on, help_text=hint)

    def clean(self) -> dict[str, Any]:
        """A meeting that is arranged has a day."""
        cleaned = super().clean()
        for row in self.proposed:
            day = f"{row.key}_on"
            if cleaned.get(row.key) and not cleaned.get(day) and day not in self.errors:
                self.add_error(day, f"Enter the day of the meeting in place of {row.meeting.when}")
        return cleaned

    @property
    def confirmed(self) -> list[tuple[Proposed, date]]:
        """The meetings to arrange, each with its day."""
        told = self.cleaned_data
        return [(row, told[f"{row.key}_on"]) for row in self.proposed if told.get(row.key)]
