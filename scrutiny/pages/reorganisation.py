"""The record of a reorganisation: who decided it, when, why, and what went where; and its CSV."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from committees.models import Reorganisation
from council.access import standing_required
from papers.writing.sheet import csv_lines
from scrutiny.reorganisations import Group, what_stayed, what_went

COLUMNS = ("What", "Reference", "Title", "From", "To", "Why there")


@standing_required
@require_safe
def reorganisation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one reorganisation."""
    made = find_reorganisation(pk)
    context = {
        "made": made,
        "groups": what_went(made, request.user),
        "stays": list(what_stayed(made)),
        "breadcrumbs": [{"text": "Committees", "href": reverse("committees")}, {"text": str(made)}],
    }
    return render(request, "reorganisation/reorganisation.html", context)


@standing_required
@require_safe
def reorganisation_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """Download what went where as CSV."""
    made = find_reorganisation(pk)
    lines = csv_lines(COLUMNS, rows_of(what_went(made, request.user)))
    response = HttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="reorganisation-{made.pk}.csv"'
    return response


def find_reorganisation(pk: int) -> Reorganisation:
    """The record with its committees, or not found."""
    found = Reorganisation.objects.select_related("by__person", "clause__minute__meeting__body")
    return get_object_or_404(found.prefetch_related("ended", "into"), pk=pk)


def rows_of(groups: list[Group]) -> Iterator[list[str]]:
    """Yield the cells of each line."""
    for group in groups:
        for line in group.lines:
            yield [group.label, line.ref, line.title, line.before, line.after or "Nowhere", line.because]
