"""What comes back to a committee: the list, and one of them with every time it is expected."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from council.models import Body, MunicipalYear
from council.terms import say_terms
from workprogramme.domain.expecting import Expected, expected_of, say_rule
from workprogramme.domain.items import programme_of
from workprogramme.domain.planner import years_of
from workprogramme.domain.series import begin_series, items_called
from workprogramme.enums import Returns
from workprogramme.exports import series_csv
from workprogramme.forms import SeriesForm
from workprogramme.models import Item, Series
from workprogramme.views.items import ask
from workprogramme.views.programme import find_committee, way_to

A_PAGE = 25
MOST_ITEMS = 100


@standing_required
@require_safe
def series_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Show everything that comes back to a committee, with what is expected of it this year."""
    body = find_committee(slug)
    found = Series.objects.filter(body=body).select_related(*OF_RULE).prefetch_related("authors__person", "portfolios")
    page = Paginator(found.order_by("until_on", "title", "pk"), A_PAGE).get_page(request.GET.get("page"))
    expected = this_years(body)
    context = {
        "body": body,
        "year": this_year(),
        "page": page,
        "rows": [_row(series, expected) for series in page],
        "without_update": without_update(body, list(found)),
        "today": today(),
        "may_plan": may_run(request.user, body),
        "breadcrumbs": [*way_to(body), {"text": "Items that come back"}],
    }
    return render(request, "workprogramme/series/list.html", context)


OF_RULE = ("body", "origin_clause__minute__meeting", "origin_clause__parent", "report_of", "organisation")


def this_years(body: Body) -> list[Expected]:
    """Every time in this municipal year at which something is expected of a committee."""
    year = this_year()
    return expected_of(programme_of(body, year), today()) if year else []


def this_year() -> MunicipalYear | None:
    """The municipal year of today, where it is on record."""
    return MunicipalYear.objects.filter(starts_on__lte=today(), ends_on__gte=today()).first()


def _row(series: Series, expected: list[Expected]) -> dict:
    times = [each for each in expected if each.series.pk == series.pk]
    return {
        "series": series,
        "rule": say_rule(series),
        "missing": [each for each in times if each.lacks_place],
        "placed": [each for each in times if each.state == "placed"],
        "is_live": series.is_live_on(today()) or series.from_on > today(),
    }


def without_update(body: Body, found: list[Series]) -> list[str]:
    """The portfolios of a committee whose Cabinet Member gives no update report that stands (Protocol 4.1)."""
    covered = {portfolio.pk for series in found if series.is_live_on(today()) for portfolio in series.portfolios.all()}
    return [portfolio.name for portfolio in body.portfolios.all() if portfolio.pk not in covered]


@standing_required
@require_safe
def export_series(request: HttpRequest, slug: str) -> HttpResponse:
    """Download what comes back to a committee, and every time it is expected this year, as CSV."""
    body = find_committee(slug)
    found = Series.objects.filter(body=body).select_related(*OF_RULE).prefetch_related("authors__person")
    return series_csv(found, this_years(body), f"{body.slug}-comes-back.csv")


@standing_required
def series_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that something comes back to a committee."""
    body = find_committee(slug)
    find_only_if(may_run(request.user, body))
    initial = {"from_on": today(), **_initial(body, request.GET.get("item", ""))}
    form = SeriesForm(request.POST or None, body=body, initial=initial)
    if form.is_valid():
        planned = items_called(form.cleaned_data["title"], body)
        if carry_out(form, begin_series, body=body, items=planned, by=request.user, **form.cleaned_data):
            messages.success(request, _begun(form.cleaned_data["title"], len(planned)))
            return redirect("series_list", body.slug)
    back = reverse("series_list", args=[body.slug])
    lead = ["What is planned already under the same title becomes part of it. You can add what is called otherwise."]
    words = {"heading": "Add an item that comes back", "caption": body.called, "submit": "Add it", "cancel": back}
    return ask(request, form, lead=lead, breadcrumbs=way_to_series(body), **words)


def _initial(body: Body, item: str) -> dict:
    """What an item that is planned already says of itself, for the form of what it is to be one of."""
    found = Item.objects.filter(programme__body=body, pk=item).first() if item.isdecimal() and len(item) < 10 else None
    if found is None:
        return {}
    same = ("title", "origin_clause", "report_of", "purpose", "route")
    return {name: getattr(found, name) for name in same}


def _begun(title: str, items: int) -> str:
    with_items = f", with {items} item{'s' if items != 1 else ''} planned already" if items else ""
    return f"“{title.strip()}” now comes back{with_items}."


@standing_required
@require_safe
def series(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one thing that comes back: its rule, and every time of a year at which it is expected."""
    found = find_series(pk)
    years = list(years_of(found.body, today()))
    year = _chosen(years, request.GET.get("year", ""))
    expected = expected_of(programme_of(found.body, year), today()) if year else []
    context = {
        "series": found,
        "body": found.body,
        "rule": say_rule(found),
        "facts": facts_of(found),
        "years": years,
        "year": year,
        "expected": [each for each in expected if each.series.pk == found.pk],
        "today": today(),
        "may_plan": may_run(request.user, found.body),
        "others": found.items.filter(meeting__isnull=True).order_by("-pk")[:MOST_ITEMS],
        "breadcrumbs": [*way_to_series(found.body), {"text": found.title}],
    }
    return render(request, "workprogramme/series/series.html", context)


def _chosen(years: list[MunicipalYear], label: str) -> MunicipalYear | None:
    return next((year for year in years if year.slug == label), None) or this_year()


def facts_of(found: Series) -> list[dict]:
    """What is said of it; what nobody has said is left out."""
    until = f" until {_day(found.until_on)}" if found.until_on else ""
    clause, names = found.origin_clause, [str(author.person) for author in found.authors.all()]
    facts = [
        {"key": "Comes back", "value": f"from {_day(found.from_on)}{until}"},
        {"key": "School terms", "value": say_terms() if found.returns == Returns.TERM else ""},
        {"key": "Ended because", "value": found.ended_because},
        {"key": "Cabinet Members’ updates", "value": ", ".join(str(each) for each in found.portfolios.all())},
        {"key": "Next written by", "value": " / ".join(names) or str(found.organisation or "Nobody yet")},
        {"key": "Report of", "value": str(found.report_of or "")},
    ]
    if clause:
        address = f"{reverse('meeting_minutes', args=[clause.minute.meeting_id])}#{clause.anchor}"
        facts.append({"key": "Asked for by", "value": str(clause), "href": address, "action": "Open", "about": "it"})
    return [fact for fact in facts if fact["value"]]


def _day(on) -> str:
    return f"{on.day} {on:%B %Y}"


def find_series(pk: int) -> Series:
    """What comes back, with what its page shows, or not found."""
    found = Series.objects.select_related(*OF_RULE).prefetch_related("authors__person", "portfolios")
    return get_object_or_404(found, pk=pk)


def find_series_to_plan(request: HttpRequest, pk: int) -> Series:
    """The same, where this person may plan it; otherwise not found."""
    found = find_series(pk)
    find_only_if(may_run(request.user, found.body))
    return found


def way_to_series(body: Body) -> list[dict]:
    """The way to the list of what comes back to a committee."""
    return [*way_to(body), {"text": "Items that come back", "href": reverse("series_list", args=[body.slug])}]


def about(request: HttpRequest, form, found: Series, **context) -> HttpResponse:
    """Show a form about something that comes back; it leads back to it."""
    back = reverse("series", args=[found.pk])
    way = [*way_to_series(found.body), {"text": found.title, "href": back}]
    return ask(request, form, caption=found.title, breadcrumbs=way, **{"cancel": back, **context})
