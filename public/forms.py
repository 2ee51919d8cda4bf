"""What anybody may type in, without signing in."""

from typing import Any

from django import forms

from govuk.forms import GovukForm, Look


class SuggestAsPublic(GovukForm):
    """A suggestion for a committee: what, why, and no more of a person than a name and an optional way to answer."""

    committee = forms.TypedChoiceField(
        label="Which committee should look at it?", widget=forms.RadioSelect, coerce=int,
        error_messages={"required": "Select the committee", "invalid_choice": "Choose a committee from the list"},
    )  # fmt: skip
    title = forms.CharField(
        label="What should the committee look at?", max_length=200, help_text="A few words, as for a title",
        error_messages={"required": "Enter in a few words what the committee should look at"},
    )  # fmt: skip
    why = forms.CharField(
        label="Why?", max_length=1500, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Do not name other people, and do not tell of your own case or complaint.",
        error_messages={"required": "Enter why the committee should look at it"},
    )  # fmt: skip
    name = forms.CharField(
        label="Your name", max_length=200, help_text="It is not published.",
        error_messages={"required": "Enter your name"},
    )  # fmt: skip
    reply_to = forms.CharField(
        label="How do you want to be answered?", max_length=200, required=False,
        help_text="For example, an email address. Leave empty where you need no answer.",
    )  # fmt: skip

    def __init__(self, *args: Any, committees: list[tuple[int, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["committee"].choices = [(key, name) for key, name, _ in committees]
        hints = {str(key): remit[:300] for key, _, remit in committees if remit}
        self.look = {"committee": Look(hints=hints)}
