"""The forms of the council room."""

from django import forms

from deadlines.calendar import Calendar
from deadlines.clock import MOST
from deadlines.proof import Proof
from deadlines.rules import RULES
from govuk.forms import DateField, GovukForm


class DateQuestion(GovukForm):
    """*Work out a date*: which clock, from which day, how many of its units."""

    rule = forms.ChoiceField(
        label="What do you want to work out?",
        choices=[(rule.name, rule.title) for rule in RULES.values()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you want to work out"},
    )
    date = DateField(label="Date", help_text="For example, 26 9 2023")
    number = forms.IntegerField(
        label="Number of days or months",
        min_value=0,
        max_value=MOST,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )

    @classmethod
    def asked(cls, query) -> "DateQuestion":
        """The question in an address: asked where it has a date, otherwise begun with what the address gives."""
        if any(key == "date" or key.startswith("date-") for key in query):
            return cls(query)
        return cls(initial={name: query[name] for name in ("rule", "number") if name in query})

    def worked_out(self, calendar: Calendar) -> Proof | None:
        """The date asked for with its proof, or nothing, with an error where there is no such date."""
        if not self.is_valid():
            return None
        asked = self.cleaned_data
        try:
            return RULES[asked["rule"]].work_out(asked["date"], asked["number"], calendar)
        except ValueError as problem:
            self.add_error("number", str(problem))
            return None
