"""A committee's report stages: how many days before a meeting each is due, and what moves when that changes."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from actions.domain.moving import Moved, change_cycle, rehearse
from committees.domain.cycle import set_up_cycle
from committees.enums import Stage
from committees.models import Cycle
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from council.models import Body
from govuk.forms import GovukForm
from scrutiny.pages.rehearsal import rehearsed
from workprogramme.fields import a_reason

MOST_DAYS = 120


class ReportStages(GovukForm):
    """How many days before a meeting each stage of a report is due."""

    why = a_reason("Why they change")

    def __init__(self, *args, rows: list[Cycle], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        own = {row.stage: self._days(row) for row in rows if row.stage != Stage.PUBLISHED}
        self.fields = own | self.fields

    @staticmethod
    def _days(row: Cycle) -> forms.IntegerField:
        return forms.IntegerField(
            label=f"{row.get_stage_display()}: {row.get_counting_display()} the meeting",
            min_value=0,
            max_value=MOST_DAYS,
            initial=row.number,
            help_text=row.source,
            widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
            error_messages={"invalid": "Enter a whole number of days"},
        )

    @property
    def offsets(self) -> dict[str, int]:
        """The days by stage, as typed in."""
        return {name: days for name, days in self.cleaned_data.items() if name != "why"}


@standing_required
def cycle(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the committee's report stages and change them: first what would move, then yes."""
    body = get_object_or_404(Body, slug=slug)
    find_only_if(body.is_committee and may_run(request.user, body))
    rows = set_up_cycle(body)
    form = ReportStages(request.POST or None, rows=rows)
    context = {"body": body, "form": form, "today": today(), "breadcrumbs": _way_to(body)}
    if form.is_valid():
        wanted = {"offsets": form.offsets, "why": form.cleaned_data["why"]}
        if "confirmed" in request.POST:
            if carry_out(form, change_cycle, body, by=request.user, **wanted):
                messages.success(request, "The report stages are changed. Whoever has a date that moved is told.")
                return redirect("committee", body.slug)
        elif (moved := rehearsed(form, _rehearse, body, by=request.user, **wanted)) is not None:
            return render(request, "committees/cycle_confirm.html", {**context, "moved": moved, **wanted})
    published = next(row for row in rows if row.stage == Stage.PUBLISHED)
    return render(request, "committees/cycle.html", {**context, "published": published})


def _rehearse(body: Body, **words) -> list[Moved]:
    return rehearse(change_cycle, body, **words)


def _way_to(body: Body) -> list[dict]:
    return [
        {"text": "Committees", "href": reverse("committees")},
        {"text": body.called, "href": reverse("committee", args=[body.slug])},
        {"text": "Report stages"},
    ]
