"""A form field as the Design System draws it: its template, its classes, what describes it, where its error points."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import flatatt
from django.utils.functional import cached_property

from govuk.date_field import DateInput, DateParts

# The first row whose widget fits: widget class, template, class of the control.
KINDS: tuple[tuple[type[forms.Widget], str, str], ...] = (
    (DateInput, "date_input", ""),
    (forms.CheckboxSelectMultiple, "choices", "govuk-checkboxes"),
    (forms.RadioSelect, "choices", "govuk-radios"),
    (forms.CheckboxInput, "checkbox", "govuk-checkboxes"),
    (forms.Textarea, "control", "govuk-textarea"),
    (forms.Select, "control", "govuk-select"),
    (forms.FileInput, "control", "govuk-file-upload"),
    (forms.Widget, "control", "govuk-input"),
)


@dataclass(frozen=True)
class Look:
    """How one field is to look, where that differs from the usual.

    size: s, m, l or xl for the label or legend. heading: the label is the page's h1. small, inline: radios and
    checkboxes. prefix, suffix: beside a text box. hints: a hint for an option, by value. divider: the word before the
    last option. exclusive: the value of the checkbox that clears the others. reveals: the field shown under an option,
    by value. legend: False leaves choices without a fieldset. group: more classes for the whole group.
    """

    size: str = ""
    heading: bool = False
    small: bool = False
    inline: bool = False
    prefix: str = ""
    suffix: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    divider: str = ""
    exclusive: str = ""
    reveals: Mapping[str, str] = field(default_factory=dict)
    legend: bool = True
    group: str = ""


class GovukBoundField(BoundField):
    """A bound field that knows its GOV.UK markup."""

    @classmethod
    def of(cls, bound: BoundField) -> "GovukBoundField":
        """Return the field of any Django form in this shape."""
        return bound if isinstance(bound, cls) else cls(bound.form, bound.field, bound.name)

    @cached_property
    def look(self) -> Look:
        """Return how the form wants this field to look."""
        return getattr(self.form, "look", {}).get(self.name, Look())

    @cached_property
    def kind(self) -> tuple[type[forms.Widget], str, str]:
        """Return the row of KINDS for this field's widget."""
        return next(row for row in KINDS if isinstance(self.field.widget, row[0]))

    @property
    def group_template(self) -> str:
        """Return the template that draws the whole group."""
        return f"govuk/fields/{self.kind[1]}.html"

    @property
    def component(self) -> str:
        """Return the class every part of this component is named after, such as govuk-radios."""
        return self.kind[2]

    @property
    def key(self) -> str:
        """Return the id the parts of the group are named after."""
        return self.field.widget.attrs.get("id") or self.auto_id or self.html_name

    @property
    def error_target(self) -> str:
        """Return the id that the error summary links to: the box to be put right first."""
        return f"{self.key}-{(self.faulty_parts or DateParts._fields)[0]}" if self.is_date else self.key

    @property
    def is_date(self) -> bool:
        """Return whether this is a date in three parts."""
        return isinstance(self.field.widget, DateInput)

    @property
    def faulty_parts(self) -> tuple[str, ...]:
        """Return the parts of a date to be outlined in red."""
        faults = self.form.errors.get(self.name)
        if not faults:
            return ()
        params = faults.as_data()[0].params or {}
        return params.get("parts", DateParts._fields)

    @property
    def date_parts(self) -> list[dict[str, str]]:
        """Return the boxes of a date."""
        return self.field.widget.parts(self.html_name, self.key, self.value(), self.faulty_parts)

    @property
    def described_by(self) -> str:
        """Return the ids that describe the control: what the widget names itself, then hint, then error."""
        own = self.field.widget.attrs.get("aria-describedby", "")
        ids = (own, f"{self.key}-hint" if self.help_text else "", f"{self.key}-error" if self.errors else "")
        return " ".join(filter(None, ids))

    @property
    def title_classes(self) -> str:
        """Return the size class of the label or legend."""
        fieldset = self.kind[1] in ("choices", "date_input") and self.look.legend
        block = "govuk-fieldset__legend" if fieldset else "govuk-label"
        return f"{block}--{self.look.size}" if self.look.size else ""

    @property
    def options(self) -> list[dict[str, Any]]:
        """Return the radios or checkboxes, with the ids, hints and revealed fields the Design System gives them."""
        drawn = [row for row in self.subwidgets if not self.field.required or row.data["value"] != ""]
        return [self._option(row.data, number, len(drawn)) for number, row in enumerate(drawn, 1)]

    def _option(self, data: dict[str, Any], number: int, count: int) -> dict[str, Any]:
        value = str(data["value"])
        revealed = self.look.reveals.get(value, "")
        skipped = ("id", "class", "checked", "aria-describedby")
        hint = self.look.hints.get(value, "")
        divider = self.look.divider if number == count else ""
        place = number + 1 if divider else number  # the Design System numbers the divider too
        option_id = self.key if place == 1 else f"{self.key}-{place}"
        outer = "" if self.look.legend or self.component == "govuk-radios" else self.described_by
        return {
            "id": option_id,
            "name": data["name"],
            "value": value,
            "label": data["label"],
            "checked": data["selected"],
            "type": data["type"],
            "attrs": flatatt({key: text for key, text in data["attrs"].items() if key not in skipped}),
            "hint": hint,
            "described_by": " ".join(filter(None, (outer, f"{option_id}-item-hint" if hint else ""))),
            "exclusive": value == self.look.exclusive,
            "divider": divider,
            "revealed": self.form[revealed] if revealed else None,
        }

    def build_widget_attrs(self, attrs: Mapping[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Return the attributes of the control: Design System classes, and nothing to make a browser hold back a form.

        Required and maxlength are left to the server, whose message says what to do; text over a maxlength would
        be cut off unseen when pasted.
        """
        widget = widget or self.field.widget
        attrs = {**attrs, "class": self._classes(widget), "maxlength": False, "minlength": False}
        if self.field.disabled:
            attrs["disabled"] = True
        if self.described_by and self.kind[1] == "control":
            attrs["aria-describedby"] = self.described_by
        if isinstance(widget, forms.Textarea):
            attrs["cols"] = False
            attrs["rows"] = 5 if widget.attrs.get("rows") in (None, "10") else widget.attrs["rows"]
        return attrs

    def _classes(self, widget: forms.Widget) -> str | bool:
        if widget.is_hidden or self.kind[1] != "control":
            return False
        error = f"{self.component}--error" if self.errors else ""
        return " ".join(filter(None, (self.component, widget.attrs.get("class", ""), error)))
