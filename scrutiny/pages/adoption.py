"""The minute by which a committee adopts its programme (Protocol 5.4)."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from committees.enums import ClauseSort
from committees.models import Clause
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from scrutiny.forms import AdoptProgramme
from scrutiny.pages.editions import find_programme, way_to_editions
from workprogramme.domain.editions import adopt_programme
from workprogramme.models import Programme

CAN_ADOPT = (ClauseSort.AGREED, ClauseSort.APPROVED, ClauseSort.OTHER, ClauseSort.ADD_TO_PROGRAMME)


@standing_required
def programme_adopt(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Say by which clause the committee adopted its programme."""
    programme = find_programme(slug, year)
    find_only_if(may_run(request.user, programme.body))
    form = AdoptProgramme(request.POST or None, clauses=clauses_to_adopt_by(programme))
    if form.is_valid() and carry_out(form, adopt_programme, programme, by=request.user, **form.cleaned_data):
        messages.success(request, f"The programme is adopted by {form.cleaned_data['clause']}.")
        return redirect("editions", slug, year)
    words = {"heading": "By which minute was the programme adopted?", "submit": "Record the adoption"}
    context = {"form": form, "cancel": reverse("editions", args=[slug, year]), "caption": str(programme), **words}
    way = way_to_editions(programme, {"text": "Adoption"})
    return render(request, "workprogramme/ask.html", {**context, "breadcrumbs": way})


def clauses_to_adopt_by(programme: Programme) -> QuerySet[Clause]:
    """The clauses of the year's formal meetings that agree or approve something, the latest meeting first."""
    of_year = Clause.objects.filter(minute__meeting__body=programme.body, minute__meeting__year=programme.year)
    found = of_year.filter(sort__in=CAN_ADOPT).select_related("minute__meeting")
    return found.order_by("-minute__meeting__on", "minute__order", "order", "pk")
