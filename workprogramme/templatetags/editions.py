"""How editions look: `{% load editions %}`."""

from django import template
from django.urls import reverse

from papers.writing.changes import KINDS
from papers.writing.edition import Change

register = template.Library()

PAGES = {"I": "item", "A": "action", "R": "recommendation", "M": "meeting", "Q": "request"}


@register.filter
def page_of(ref: str) -> str:
    """Return the address of what a reference such as I12 names."""
    return reverse(PAGES[ref[0]], args=[int(ref[1:])])


@register.filter
def by_kind(changes: tuple[Change, ...]) -> list[tuple[str, list[Change]]]:
    """Return changes under what they are called, in the order of a report."""
    kinds = [(label, [change for change in changes if change.kind == kind]) for kind, label in KINDS.items()]
    return [(label, found) for label, found in kinds if found]
