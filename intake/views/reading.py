"""The review of a paper."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from intake.views.finding import find_reading
from intake.views.progress import waiting_page
from intake.views.review import review_page


@login_required
@require_safe
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper beside its proposals; how far its reading has come while it is not read."""
    found = find_reading(request, pk)
    return review_page(request, found) if found.is_read else waiting_page(request, found)
