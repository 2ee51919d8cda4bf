"""Addresses that keep what the reader chose: pages of a list, and filters that can be taken away one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Page
from django.http import HttpRequest, QueryDict

from govuk.date_field import DateParts
from govuk.words import short_date


@dataclass(frozen=True)
class Chosen:
    """One chosen filter: what it is called, its value in words, and the address of the list without it."""

    label: str
    text: str
    href: str


def address(request: HttpRequest, query: QueryDict) -> str:
    """Return this page's address with another query."""
    return f"{request.path}?{query.urlencode()}" if query else request.path


def page_link(request: HttpRequest, number: int) -> str:
    """Return the address of another page of the same list."""
    query = request.GET.copy()
    query["page"] = str(number)
    return address(request, query)


def page_items(request: HttpRequest, page: Page) -> list[dict[str, Any]]:
    """Return the links of a pagination, with a gap where pages are left out."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [
        {"number": number, "href": page_link(request, number), "current": number == page.number}
        if isinstance(number, int)
        else {"gap": True}
        for number in numbers
    ]


def chosen_filters(request: HttpRequest, form: forms.BaseForm) -> list[Chosen]:
    """Return every filter in force, each with the address of the list without it, in the form's order."""
    if not form.is_bound:
        return []
    form.errors  # noqa: B018 - cleans the form
    return [
        Chosen(str(field.label), text, without(request, form[name], raw))
        for name, field in form.fields.items()
        for raw, text in values_in_words(field, form.cleaned_data.get(name))
    ]


def without(request: HttpRequest, bound: forms.BoundField, raw: str) -> str:
    """Return the address without one value of one filter; the page number goes too, as the list gets longer."""
    query = request.GET.copy()
    kept = [value for value in query.getlist(bound.html_name) if value != raw and raw]
    for key in (bound.html_name, "page", *(f"{bound.html_name}-{part}" for part in DateParts._fields)):
        query.pop(key, None)
    if kept:
        query.setlist(bound.html_name, kept)
    return address(request, query)


def values_in_words(field: forms.Field, value: Any) -> Iterator[tuple[str, str]]:
    """Yield each value chosen in one filter, as sent (where several may be) and in words."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        yield from ((str(field.prepare_value(item)), str(item)) for item in value or ())
    elif isinstance(field, forms.MultipleChoiceField):
        labels = flat_choices(field)
        yield from ((item, labels.get(item, item)) for item in value or ())
    elif value not in (None, "", False) or (value is False and isinstance(field, forms.NullBooleanField)):
        yield "", in_words(field, value)


def in_words(field: forms.Field, value: Any) -> str:
    """Return one value as a reader would say it."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        return flat_choices(field).get(str(value), str(value))
    return str(value)


def flat_choices(field: forms.ChoiceField) -> dict[str, str]:
    """Return labels by value, groups opened out."""
    labels: dict[str, str] = {}
    for value, label in field.choices:
        labels |= (
            {str(key): str(text) for key, text in label}
            if isinstance(label, (list, tuple))
            else {str(value): str(label)}
        )
    return labels
