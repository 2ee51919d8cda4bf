"""The year planner: meetings as columns, items as cards, the tray and the lanes of what is informal."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from committees.rules import may_run
from council.access import find_only_if, standing_required
from council.calendar import office_calendar, today
from council.models import Body, MunicipalYear
from council.succession import continued_by
from workprogramme.domain.expecting import expected_without_place
from workprogramme.domain.items import programme_of
from workprogramme.domain.marks import with_clashes
from workprogramme.domain.planner import hearings_of_year, items_of_year, plan_year, with_expected, years_of
from workprogramme.exports import programme_csv
from workprogramme.models import Programme


@standing_required
@require_safe
def programme(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Show a committee's year."""
    body, chosen = find_committee(slug), find_year(year)
    plan = with_clashes(plan_year(body, chosen, today()), office_calendar(), today())
    expected = expected_without_place(programme_of(body, chosen), today())
    context = {
        "body": body,
        "year": chosen,
        "years": years_of(body, today()),
        "plan": with_expected(plan, expected),
        "expected": expected,
        "adopted": Programme.objects.filter(body=body, year=chosen)
        .select_related("adopted_by__minute__meeting")
        .first(),
        "today": today(),
        "may_plan": may_run(request.user, body) and body.ended_on is None,
        "continued_by": continued_by(body) if body.ended_on else [],
        "breadcrumbs": [*way_to(body), {"text": f"Work programme {chosen}"}],
    }
    return render(request, "workprogramme/programme.html", context)


@standing_required
@require_safe
def export_programme(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Download a committee's year as CSV."""
    body, chosen = find_committee(slug), find_year(year)
    name = f"{body.slug}-programme-{chosen.slug}.csv"
    return programme_csv(items_of_year(body, chosen), name, hearings_of_year(body, chosen))


def find_committee(slug: str) -> Body:
    """The committee of this address, or not found."""
    body = get_object_or_404(Body, slug=slug)
    find_only_if(body.is_committee)
    return body


def find_year(slug: str) -> MunicipalYear:
    """The municipal year of this address, such as 2023-24, or not found."""
    return get_object_or_404(MunicipalYear, label=slug.replace("-", "/"))


def way_to(body: Body, year: MunicipalYear | None = None) -> list[dict]:
    """The way from the committees to one of them, and on to its programme of a year."""
    way = [
        {"text": "Committees", "href": reverse("committees")},
        {"text": body.called, "href": reverse("committee", args=[body.slug])},
    ]
    if year is None:
        return way
    return [*way, {"text": f"Work programme {year}", "href": reverse("programme", args=[body.slug, year.slug])}]
