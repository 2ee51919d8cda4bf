"""The form kit: forms that speak plainly and draw themselves as the Design System does."""

from collections.abc import Mapping
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from django import forms

from govuk.bound import GovukBoundField, Look
from govuk.date_field import DateField, DateInput, DateParts

__all__ = ["DateField", "DateInput", "DateParts", "FilterForm", "GovukForm", "GovukModelForm", "Look", "VersionField"]

SELECTING = (forms.ChoiceField, forms.ModelChoiceField)
DASHES = "---------"
NO_CHOICE = "Select one"


class VersionField(forms.IntegerField):
    """The hidden version of the record a form was opened on, so that a save can notice that somebody was quicker."""

    widget = forms.HiddenInput


class GovukMixin:
    """What every form shares: no browser bubbles, messages that say what to do, dates in three parts.

    `look` says how single fields differ from the usual: `look = {"title": Look(size="m")}`.
    """

    look: ClassVar[Mapping[str, Look]] = {}
    bound_field_class = GovukBoundField
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for name, field in self.fields.items():
            if type(field) is forms.DateField:
                field = self.fields[name] = as_three_parts(field)
            if field.label is None:
                field.label = name.replace("_", " ").capitalize()
            if isinstance(field, forms.ModelChoiceField) and field.empty_label == DASHES:
                field.empty_label = NO_CHOICE
            say_what_to_do(field)

    @property
    def helper(self) -> FormHelper:
        """Return crispy's helper: the template writes the form tag, its token and its button."""
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    @property
    def revealed_names(self) -> set[str]:
        """Return the fields that are drawn under an option and so not on their own."""
        return {name for look in self.look.values() for name in look.reveals.values()}


class GovukForm(GovukMixin, forms.Form):
    """A form of the house."""


class FilterForm(GovukForm):
    """The form of a list's filters; its ids differ from those of any other form on the page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "filter_%s", **kwargs})


class GovukModelForm(GovukMixin, forms.ModelForm):
    """A form of the house on a model."""


def as_three_parts(field: forms.DateField) -> DateField:
    """Return a date in three parts in place of a date in one box."""
    return DateField(
        label=field.label,
        required=field.required,
        help_text=field.help_text,
        initial=field.initial,
        disabled=field.disabled,
        validators=field.validators,
    )


def say_what_to_do(field: forms.Field) -> None:
    """Replace Django's stock messages on one field; a message somebody chose is kept."""
    stock: dict[str, str] = {}
    for kind in reversed(type(field).__mro__):
        stock.update(getattr(kind, "default_error_messages", {}))
    for code, message in plain_messages(field).items():
        if field.error_messages.get(code) == stock.get(code):
            field.error_messages[code] = message


def plain_messages(field: forms.Field) -> dict[str, str]:
    """Return messages by code that name the field and say what to do."""
    label = str(field.label)
    messages = {
        "required": required_message(field),
        "max_length": f"{label} must be %(limit_value)d characters or fewer",
        "min_length": f"{label} must be %(limit_value)d characters or more",
        "min_value": f"{label} must be %(limit_value)s or more",
        "max_value": f"{label} must be %(limit_value)s or less",
    }
    if isinstance(field, SELECTING):
        messages |= {"invalid_choice": f"Choose the {in_sentence(label)} from the list"}
    if isinstance(field, forms.IntegerField):
        messages |= {"invalid": f"{label} must be a whole number"}
    if isinstance(field, forms.EmailField):
        messages |= {"invalid": "Enter an email address in the correct format, like name@council.example"}
    return messages


def required_message(field: forms.Field) -> str:
    """Return "Enter the due date", "Select the committee", or the question to be answered."""
    label = str(field.label)
    if label.endswith("?"):
        return f"Answer the question: {label}"
    if isinstance(field, forms.BooleanField):
        return f"Tick the box: {in_sentence(label)}"
    verb = "Select" if isinstance(field, (*SELECTING, forms.FileField)) else "Enter"
    return f"{verb} the {in_sentence(label)}"


def in_sentence(label: str) -> str:
    """Return a label as it reads inside a sentence: "Due date" as "due date", "FD number" as it is."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
