"""The form that changes how the committee takes an item."""

from typing import Any

from django import forms

from govuk.forms import GovukForm, Look, VersionField
from workprogramme.enums import Route
from workprogramme.fields import a_reason
from workprogramme.models import Item


class RerouteItem(GovukForm):
    """How an item is to be taken from now on, why, and the chair who agreed."""

    route = forms.ChoiceField(
        label="How should the committee take it?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select how the committee should take it",
            "invalid_choice": "Choose another way from the list",
        },
    )
    why = a_reason("Why")
    agreed_by = forms.CharField(
        label="Agreed by",
        max_length=200,
        help_text="Rerouting an item is for the chair (Protocol 5.8). For example, Councillor Ashe, chair.",
        error_messages={"required": "Enter who agreed"},
    )
    version = VersionField()
    look = {"route": Look(size="m")}

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": item.version}, **kwargs)
        self.fields["route"].choices = [(value, label) for value, label in Route.choices if value != item.route]
