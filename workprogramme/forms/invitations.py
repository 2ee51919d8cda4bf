"""Forms about who is asked to a meeting."""

from typing import Any

from django import forms

from council.calendar import today
from govuk.forms import DateField, GovukForm, Look
from workprogramme.domain.attendance import Line
from workprogramme.enums import Coming
from workprogramme.fields import a_reason


class Invite(GovukForm):
    """Who was asked, and when."""

    whom = forms.MultipleChoiceField(
        label="Who was invited?", widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Select who was invited", "invalid_choice": "Choose from those who are not invited yet"
        },
    )  # fmt: skip
    on = DateField(label="Invited on", help_text="For example, 12 9 2023")

    def __init__(self, *args: Any, lines: list[Line], **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today(), "whom": [line.key for line in lines]}, **kwargs)
        self.lines = {line.key: line for line in lines}
        self.fields["whom"].choices = [(line.key, _named(line)) for line in lines]
        self.fields["on"].latest = today()

    @property
    def words(self) -> dict[str, Any]:
        """Return whom and when, as the verb takes them."""
        told = self.cleaned_data
        return {"whom": [self.lines[key].who for key in told["whom"]], "on": told["on"]}


def _named(line: Line) -> str:
    held = f" ({', '.join(map(str, line.holders))})" if line.holders else ""
    return f"{line.who}{held}"


class AnswerInvitation(GovukForm):
    """What somebody answered, or what was agreed of their attendance."""

    answer = forms.ChoiceField(
        label="What was answered or agreed?", widget=forms.RadioSelect, required=False,
        choices=[*Coming.choices, ("", "Nothing yet")],
        error_messages={"invalid_choice": "Choose an answer from the list"},
    )  # fmt: skip
    instead = forms.CharField(label="Who comes instead", max_length=200, required=False)
    note = forms.CharField(
        label="Note", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Such as the item they come for, or when they have to leave.",
    )  # fmt: skip
    look = {"answer": Look(reveals={Coming.SUBSTITUTE: "instead"})}

    def __init__(self, *args: Any, line: Line, **kwargs: Any) -> None:
        kept = line.invitation
        told = {"answer": line.answer, "instead": kept.instead, "note": kept.note} if kept else {}
        super().__init__(*args, initial=told, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Whoever sends somebody says whom."""
        cleaned = super().clean()
        if cleaned.get("answer") == Coming.SUBSTITUTE and not cleaned.get("instead"):
            self.add_error("instead", "Enter who comes instead")
        return cleaned


class AddGuest(GovukForm):
    """Somebody who does not follow from the agenda: a person or an organisation, and why."""

    person = forms.CharField(max_length=200, required=False, help_text="The name of one person.")
    organisation = forms.CharField(
        label="Or an organisation", max_length=250, required=False, help_text="Such as a partner that sends somebody."
    )
    because = a_reason("Why are they invited?", help_text="For example, agreed by the committee on 6 March 2023.")

    asked_on = DateField(label="Asked for on", required=False, help_text="Leave empty for today.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_on"].latest = today()

    def clean(self) -> dict[str, Any]:
        """A person or an organisation, and not both."""
        cleaned = super().clean()
        if not self.errors and bool(cleaned.get("person")) == bool(cleaned.get("organisation")):
            self.add_error("person", "Enter the name of a person or of an organisation")
        return cleaned


class WithdrawInvitation(GovukForm):
    """Why somebody is not asked any more."""

    because = a_reason("Why are they not invited any more?")
