"""Finding the reading a page is about: of those one may review, or not found."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from intake.models import Reading
from intake.rules import visible_readings


def find_reading(request: HttpRequest, pk: int) -> Reading:
    """A reading that the user may review, without its text, with its paper, who gave it, and its committee."""
    found = visible_readings(request.user).select_related("paper__kept_by__person", "body").defer("text")
    return get_object_or_404(found, pk=pk)
