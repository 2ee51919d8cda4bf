"""Saying whose paper it is."""

from typing import Any

from django import forms

from council.models import Body, User
from govuk.forms import GovukForm
from intake.rules import committees_of

_FEW = 8


class SayCommittee(GovukForm):
    """Which committee a paper is of."""

    body = forms.ModelChoiceField(
        Body.objects.none(), label="Which committee is this paper of?", empty_label=None, widget=forms.RadioSelect,
        error_messages={"required": "Select the committee", "invalid_choice": "Choose the committee from the list"},
    )  # fmt: skip

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        committees = committees_of(user).order_by("name")
        if committees.count() > _FEW:
            self.fields["body"].widget = forms.Select()
            self.fields["body"].empty_label = "Choose a committee"
        self.fields["body"].queryset = committees
