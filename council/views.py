"""The pages of the council room."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from council.calendar import office_calendar, today
from council.forms import DateQuestion
from council.periods import Period, periods_in_force
from council.rules import may_change_calendar
from deadlines.bank_holidays import HORIZON, warns

SHOWN_UNFOLDED = 40
"""A proof of more days than this is folded away until somebody opens it."""


@require_safe
def dates(request: HttpRequest) -> HttpResponse:
    """*Work out a date*, for anyone: any clock with its proof, at an address that can be passed on."""
    form = DateQuestion.asked(request.GET)
    proof = form.worked_out(office_calendar()) if form.is_bound else None
    context = {
        "form": form,
        "proof": proof,
        "unfolded": proof is not None and len(proof.days) <= SHOWN_UNFOLDED,
        "columns": ["Period", "How long", "Source"],
        "periods": [_row(period) for period in periods_in_force()],
        "horizon": HORIZON,
        "list_ends_soon": warns(today()),
        "may_change_calendar": may_change_calendar(request.user),
    }
    return render(request, "council/dates.html", context)


def _row(period: Period) -> list[str]:
    query = urlencode({"rule": period.rule, "number": period.number})
    link = format_html('<a class="govuk-link" href="?{}#question">{}</a>', query, period.title)
    return [link, f"{period.number} {period.unit}", period.source]
