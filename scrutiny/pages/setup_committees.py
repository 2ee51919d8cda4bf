"""Setting up committees: those that stand, to be renamed, merged or split; those that ended; what was reorganised."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from committees.models import Reorganisation
from council.access import find_only_if
from council.enums import COMMITTEE_KINDS
from council.models import Body, BodySuccession
from council.rules import may_reorganise

A_PAGE = 25


@login_required
@require_safe
def setup_committees(request: HttpRequest) -> HttpResponse:
    """Show every committee, and each reorganisation so far."""
    find_only_if(may_reorganise(request.user))
    committees = Body.objects.filter(kind__in=COMMITTEE_KINDS).prefetch_related("portfolios")
    standing = committees.filter(ended_on__isnull=True).order_by("name")
    made = Reorganisation.objects.select_related("by__person", "clause__minute__meeting__body")
    context = {
        "page": Paginator(standing, A_PAGE).get_page(request.GET.get("page")),
        "ended": ended_committees()[:A_PAGE],
        "made": made.prefetch_related("ended", "into")[:A_PAGE],
        "breadcrumbs": [{"text": "Committees", "href": reverse("committees")}, {"text": "Set up committees"}],
    }
    return render(request, "reorganisation/committees.html", context)


def ended_committees() -> QuerySet[Body]:
    """The committees that ended, the latest first, with those that continue them."""
    following = BodySuccession.objects.select_related("after").order_by("after__name")
    ended = Body.objects.filter(kind__in=COMMITTEE_KINDS, ended_on__isnull=False).order_by("-ended_on", "name")
    return ended.prefetch_related(Prefetch("successions_after", following))


def find_standing(request: HttpRequest, slug: str) -> Body:
    """The committee to be renamed or split, where this person may; otherwise not found."""
    find_only_if(may_reorganise(request.user))
    return get_object_or_404(Body, slug=slug, kind__in=COMMITTEE_KINDS, ended_on__isnull=True)
