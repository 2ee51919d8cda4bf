"""The year's end of a programme: what is carried over, what stays, what is left and why; then yes. And its CSV."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from actions.domain.carrying import carry_over
from actions.domain.year_end import YearEnd, plan_year_end
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from council.domain.setting_up import open_year
from papers.writing.sheet import csv_lines
from scrutiny.forms import CarryOver
from scrutiny.pages.editions import find_programme, way_to_programme
from workprogramme.models import Programme

COLUMNS = ("What happens", "Reference", "Title", "Why")


@standing_required
def year_end(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Show what carrying the programme over would do, and do it."""
    programme = find_programme_to_carry(request, slug, year)
    plan = plan_year_end(programme)
    form = CarryOver(request.POST if request.method == "POST" else None, proposed=plan.meetings)
    if form.is_valid():
        words = {"to_year": open_year(plan.to_year), "by": request.user, "meetings": form.confirmed}
        if carry_out(form, carry_over, programme, **words):
            messages.success(request, said_of(plan, len(form.confirmed)))
            return redirect("programme", slug, words["to_year"].slug)
    context = {
        "programme": programme,
        "plan": plan,
        "form": form,
        "cancel": reverse("programme", args=[slug, year]),
        "breadcrumbs": [*way_to_programme(programme), {"text": "Year end"}],
    }
    return render(request, "editions/year_end.html", context)


@standing_required
@require_safe
def year_end_csv(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Download the same lists as CSV."""
    programme = find_programme_to_carry(request, slug, year)
    lines = csv_lines(COLUMNS, rows_of(plan_year_end(programme)))
    response = HttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{year}-year-end.csv"'
    return response


def find_programme_to_carry(request: HttpRequest, slug: str, year: str) -> Programme:
    """The programme, where this person may carry it over; otherwise not found."""
    programme = find_programme(slug, year)
    find_only_if(may_run(request.user, programme.body))
    return programme


def rows_of(plan: YearEnd) -> Iterator[list[str]]:
    """Yield the cells of each line of a year's end."""
    parts = (
        (f"Carried over to {plan.to_year}", plan.carried),
        (f"Carried over to {plan.to_year} already", plan.already),
        ("Stays open", plan.stays),
        ("Left behind", plan.left),
    )
    for what, lines in parts:
        for line in lines:
            yield [what, line.ref, line.title, line.because]
    for row in plan.meetings:
        yield [
            "Meeting proposed",
            "",
            f"{row.on:%A} {row.on.day} {row.on:%B %Y}",
            f"The {row.place}. {row.why_not}".strip(),
        ]


def said_of(plan: YearEnd, meetings: int) -> str:
    """What was done, in words."""
    items = len(plan.carried)
    arranged = f" and {meetings} meeting{'s' if meetings != 1 else ''} arranged" if meetings else ""
    return f"{items} item{'s' if items != 1 else ''} carried over to {plan.to_year}{arranged}."
