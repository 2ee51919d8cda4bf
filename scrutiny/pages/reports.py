"""Papers to print: the committees whose papers one may have, and for one programme which edition, paper and form."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from actions.domain.editions import build_edition
from council.access import find_only_if, standing_required
from council.calendar import today
from council.refusal import Refusal
from council.rules import is_officer
from scrutiny.pages.editions import find_programme, formal_meetings, kept_editions, not_as_frozen
from workprogramme.domain.editions import Altered
from workprogramme.domain.prints import print_draft, print_edition
from workprogramme.forms.prints import DRAFT, EDITION, ChoosePrint
from workprogramme.models import Print, Programme
from workprogramme.rules import bodies_to_print_for, may_print, may_set_papers
from workprogramme.views.prints import have_made

A_PAGE = 25
MOST_EDITIONS = 60


@standing_required
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """List the programmes whose papers one may have printed, the latest years first."""
    bodies = bodies_to_print_for(request.user, today())
    may_set = may_set_papers(request.user)
    find_only_if(is_officer(request.user) or bodies.exists())
    programmes = Programme.objects.filter(body__in=bodies).select_related("body", "year")
    in_turn = programmes.order_by("-year__starts_on", "body__name")
    page = Paginator(in_turn, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "reports/reports.html", {"page": page, "may_set": may_set})


@standing_required
def reports_of(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Choose what to print of one programme; below it what was printed before."""
    programme = find_programme(slug, year)
    find_only_if(may_print(request.user, programme.body, today()))
    form = _form(request, programme)
    if request.method == "POST" and form.is_valid():
        try:
            made = _ask(form, programme, request.user)
        except Altered as altered:
            return not_as_frozen(request, form.edition or programme.editions.first(), altered)
        if made is not None:
            return redirect(made)
    prints = programme.prints.select_related("asked_by__person").defer("facts")
    context = {
        "programme": programme,
        "form": form,
        "page": Paginator(prints, A_PAGE).get_page(request.GET.get("page")),
        "breadcrumbs": [{"text": "Print papers", "href": reverse("reports")}, {"text": str(programme)}],
    }
    return render(request, "reports/of.html", context)


def _form(request: HttpRequest, programme: Programme) -> ChoosePrint:
    editions = list(kept_editions(programme)[:MOST_EDITIONS])
    meetings = list(formal_meetings(programme).filter(on__gte=today()))
    chosen = request.GET.get("of") or (f"{EDITION}-{editions[0].number}" if editions else _next(meetings))
    words = {"editions": editions, "meetings": meetings, "initial": {"of": chosen}}
    return ChoosePrint(request.POST if request.method == "POST" else None, **words)


def _next(meetings: list) -> str:
    return f"{DRAFT}-{meetings[0].pk}" if meetings else DRAFT


def _ask(form: ChoosePrint, programme: Programme, by) -> Print | None:
    words = {"paper": form.cleaned_data["paper"], "form": form.cleaned_data["form"], "by": by}
    try:
        if form.edition:
            made = print_edition(form.edition, **words)
        else:
            made = print_draft(programme, build_edition(programme, for_meeting=form.meeting), **words)
    except Refusal as refusal:
        form.add_error("of", str(refusal))
        return None
    have_made(made)
    return made
