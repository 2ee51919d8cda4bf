"""Form fields that several pages ask with."""

from typing import Any

from django import forms
from django.utils.text import Truncator

from committees.models import Clause, Meeting
from workprogramme.models import Hearing

AGREED_BY = "Such as the chair, or a minute. Leave empty where nobody had to agree."


def a_reason(label: str, **more: Any) -> forms.CharField:
    """A reason of a few lines, as long as the record keeps."""
    messages = {"required": "Enter the reason"}
    box = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=300, widget=box, error_messages=messages, **more)


class Names(forms.CharField):
    """People's names, one on a line; cleaned to a tuple of names, each once."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> tuple[str, ...]:
        """Return the names typed. Raises ValidationError where one is longer than the record keeps."""
        lines = [" ".join(line.split()) for line in (super().to_python(value) or "").splitlines()]
        names = tuple(dict.fromkeys(line for line in lines if line))
        if any(len(name) > 200 for name in names):
            raise forms.ValidationError("Each name must be 200 characters or fewer: one name on a line")
        return names

    def prepare_value(self, value: Any) -> Any:
        """Return the names as they were typed."""
        return "\n".join(value) if isinstance(value, tuple) else value


class MeetingChoice(forms.ModelChoiceField):
    """A meeting to come, with how full it is."""

    def label_from_instance(self, obj: Meeting) -> str:
        """Return "14 November 2023, formal meeting: 6 of 8 items"."""
        what = obj.get_kind_display().lower() if obj.decides else (obj.title or obj.get_kind_display())
        load = f": {obj.load} of {obj.body.item_limit} items" if obj.decides else ""
        return f"{obj.when[:1].upper()}{obj.when[1:]}, {what}{load}"


class ClauseChoice(forms.ModelChoiceField):
    """A clause of a resolution, by how minutes cite it and how it begins."""

    def label_from_instance(self, obj: Clause) -> str:
        """Return "13 (1) of 6 June 2023: Draft programme agreed"."""
        return f"{obj}: {Truncator(obj.text).chars(80)}"


class HearingChoices(forms.ModelMultipleChoiceField):
    """The reports of other committees on a meeting, each with whose it is."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Hearing) -> str:
        """Return "Domestic Abuse (report of Children)"."""
        return f"{obj.item.title} (report of {obj.item.programme.body.called})"
