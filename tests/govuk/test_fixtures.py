"""The form kit against GOV.UK Frontend's own fixtures: what it can express, it draws to the same HTML."""

import json
import re
from pathlib import Path

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.test.html import parse_html
from django.utils.safestring import mark_safe

from govuk.bound import Look
from govuk.date_field import DateField, DateParts
from govuk.forms import GovukForm
from govuk.templatetags.govuk import govuk_field

FIXTURES = Path(__file__).parent / "fixtures"

# Component: how many of its fixtures the kit draws alike, of how many there are: 208 of 329 in all. The others ask for
# what no page of ours needs (HTML in hints, attributes on single options, dates without a year, translations).
EQUAL = {
    "button": (27, 38),
    "checkboxes": (22, 42),
    "date-input": (23, 50),
    "error-message": (4, 9),
    "error-summary": (7, 19),
    "fieldset": (13, 18),
    "file-upload": (16, 22),
    "hint": (5, 6),
    "input": (38, 45),
    "radios": (26, 43),
    "select": (9, 19),
    "textarea": (18, 18),
}
KNOWN = {
    "name", "id", "idPrefix", "label", "hint", "errorMessage", "classes", "value", "values", "type", "prefix", "suffix",
    "autocomplete", "inputmode", "pattern", "spellcheck", "autocapitalize", "disabled", "attributes", "describedBy",
    "formGroup", "rows", "items", "fieldset", "multiple", "namePrefix", "day", "month", "year",
}  # fmt: skip
ITEM = ("text", "html", "value", "selected", "checked", "hint", "divider", "behaviour", "name", "classes", "error")
WIDGETS = {
    "input": forms.TextInput,
    "textarea": forms.Textarea,
    "select": forms.Select,
    "radios": forms.RadioSelect,
    "checkboxes": forms.CheckboxSelectMultiple,
    "file-upload": forms.FileInput,
}


class Severally(forms.FileInput):
    allow_multiple_selected = True


def fixtures(component):
    return json.loads((FIXTURES / f"{component}.json").read_text())


def is_equal(drawn, wanted):
    return parse_html(drawn) == parse_html(wanted)


def plain(part, *known):
    """Return whether a part of the options asks only for what is known."""
    return not set(part or {}) - set(known)


def can_say(options):
    """Return whether the kit has words for these options."""
    group = plain(options.get("formGroup"), "classes")
    title = options.get("label") or (options.get("fieldset") or {}).get("legend") or {}
    items = [item for item in options.get("items") or () if item]
    return (
        not set(options) - KNOWN
        and group
        and plain(title, "text", "html", "classes", "isPageHeading")
        and plain(options.get("fieldset"), "legend", "describedBy")
        and plain(options.get("hint"), "text")
        and plain(options.get("errorMessage"), "text")
        and plain(options.get("prefix"), "text")
        and plain(options.get("suffix"), "text")
        and all(plain(item, *ITEM) and plain(item.get("hint"), "text") for item in items)
    )


def words(part):
    """Return the text of a part of the options, or its HTML."""
    return mark_safe(part["html"]) if "html" in part else part.get("text", "")


def size_of(title):
    return title.get("classes", "").rpartition("--")[2]


def attributes_of(options):
    """Return widget attributes for options that are plain attributes of the control."""
    named = ("autocomplete", "inputmode", "pattern", "autocapitalize", "rows")
    attrs = {name: options[name] for name in named if name in options}
    attrs |= options.get("attributes", {})
    if "spellcheck" in options:
        attrs["spellcheck"] = str(options["spellcheck"]).lower()
    if options.get("classes") and "items" not in options:
        attrs["class"] = options["classes"]
    described = options.get("describedBy") or (options.get("fieldset") or {}).get("describedBy")
    if described:
        attrs["aria-describedby"] = described
    return attrs


def look_of(options, title):
    items = [item for item in options.get("items") or () if item]
    classes = options.get("classes", "")
    return Look(
        size=size_of(title),
        heading=bool(title.get("isPageHeading")),
        small="--small" in classes,
        inline="--inline" in classes,
        prefix=(options.get("prefix") or {}).get("text", ""),
        suffix=(options.get("suffix") or {}).get("text", ""),
        hints={str(item["value"]): item["hint"]["text"] for item in items if item.get("hint")},
        divider=next((item["divider"] for item in items if "divider" in item), ""),
        exclusive=next((item["value"] for item in items if item.get("behaviour") == "exclusive"), ""),
        legend="fieldset" in options,
        group=(options.get("formGroup") or {}).get("classes", ""),
    )


def field_of(component, options, title):
    """Return a form field and its initial value for a fixture."""
    common = {
        "label": words(title),
        "help_text": (options.get("hint") or {}).get("text", ""),
        "required": False,
        "disabled": bool(options.get("disabled")),
    }
    if component == "date-input":
        values = options.get("values") or {}
        field = DateField(**common)
        field.widget.attrs = attributes_of({**options, "items": ()})
        prefix = f"{options['namePrefix']}-" if "namePrefix" in options else ""
        return field, DateParts(*(str(values.get(prefix + part, "")) for part in DateParts._fields))
    items = [item for item in options.get("items") or () if item and "divider" not in item]
    choices = [(item.get("value", item.get("text")), words(item)) for item in items]
    chosen = [item.get("value") for item in items if item.get("selected") or item.get("checked")]
    widget = Severally if options.get("multiple") else WIDGETS[component]
    attrs = attributes_of(options) | ({"multiple": True} if options.get("multiple") else {})
    kinds = {"select": forms.ChoiceField, "radios": forms.ChoiceField, "checkboxes": forms.MultipleChoiceField}
    if component in kinds:
        initial = options.get("values") or chosen or options.get("value")
        if component != "checkboxes" and isinstance(initial, list):
            initial = initial[0] if initial else None
        return kinds[component](choices=choices, widget=widget(attrs=attrs), **common), initial
    if options.get("type"):
        widget = type("Typed", (widget,), {"input_type": options["type"]})
    return forms.Field(widget=widget(attrs=attrs), **common), options.get("value")


def drawn_field(component, options):
    """Draw one fixture with the kit."""
    title = options.get("label") or (options.get("fieldset") or {}).get("legend") or {}
    name = options.get("namePrefix") or options.get("name") or options.get("id")
    field, initial = field_of(component, options, title)
    field.widget.attrs["id"] = options.get("id") or options.get("idPrefix") or name
    kit = type("Fixture", (GovukForm,), {"look": {name: look_of(options, title)}, "base_fields": {}})
    form = kit(initial={name: initial})
    field.label = words(title)
    form.fields[name] = field
    form._errors = forms.utils.ErrorDict()
    if options.get("errorMessage"):
        form.cleaned_data = {}
        faulty = faulty_parts(options)
        error = ValidationError(options["errorMessage"]["text"], params={"parts": faulty or DateParts._fields})
        form.add_error(name, error)
    return govuk_field(form[name])


def faulty_parts(options):
    """Return the parts of a date that a fixture outlines in red."""
    boxes = options.get("items") or [{"name": part, **(options.get(part) or {})} for part in DateParts._fields]
    return tuple(box["name"] for box in boxes if box.get("error") or "--error" in box.get("classes", ""))


def wanted(component, fixture):
    """Return a fixture's HTML; the boxes of a date are named after their field, as a form may have two dates."""
    if component != "date-input" or "namePrefix" in fixture["options"]:
        return fixture["html"]
    return re.sub(r'name="(?=(day|month|year)")', f'name="{fixture["options"]["id"]}-', fixture["html"])


def drawn_part(component, options):
    """Draw a fixture of a component that is not a field."""
    text = words(options)
    if component == "button":
        variant = options.get("classes", "").replace("govuk-button--", "")
        context = {
            "type": "submit",
            **options,
            "text": text,
            "variant": variant,
            "once": options.get("preventDoubleClick"),
        }
        return render_to_string("govuk/button.html", context)
    if component == "hint":
        return render_to_string("govuk/hint.html", {**options, "text": text})
    if component == "error-message":
        return render_to_string("govuk/error_message.html", {"id": options.get("id"), "messages": [text]})
    if component == "error-summary":
        errors = [{"text": words(error), "href": error.get("href")} for error in options.get("errorList", ())]
        return render_to_string("govuk/error_summary.html", {"errors": errors})
    legend = options.get("legend") or {}
    field = {"label": words(legend), "title_classes": legend.get("classes", "")}
    field["look"] = {"heading": legend.get("isPageHeading")}
    fieldset = '<fieldset class="govuk-fieldset">{}</fieldset>'
    return fieldset.format(render_to_string("govuk/fields/legend.html", {"field": field}))


def is_alike(component, fixture):
    options = fixture["options"]
    if component in WIDGETS or component == "date-input":
        return can_say(options) and is_equal(drawn_field(component, options), wanted(component, fixture))
    return is_equal(drawn_part(component, options), fixture["html"])


@pytest.mark.parametrize("component", EQUAL)
def test_kit_draws_fixtures_alike(component):
    found = fixtures(component)
    assert (sum(is_alike(component, fixture) for fixture in found), len(found)) == EQUAL[component]
