"""The reports somebody writes, over all committees, with what each must answer."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from council.access import standing_required
from council.calendar import today
from scrutiny.my_reports import MOST_ROWS, MyReports, reports_by, reports_csv, to_be_written
from scrutiny.sheets import sheets_of, with_reports

A_PAGE = 10


@standing_required
@require_safe
def my_reports(request: HttpRequest) -> HttpResponse:
    """Show the reports somebody writes, ten a page."""
    theirs, narrowed, day = reports_by(request.user), _narrowed(request), today()
    page = Paginator(with_reports(narrowed.qs), A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.urlencode()
    context = {
        "today": day,
        "filter": narrowed,
        "page": page,
        "sheets": sheets_of(page.object_list, request.user, day),
        "total": theirs.count(),
        "ahead": to_be_written(theirs).count(),
        "here": request.get_full_path(),
        "csv": reverse("my_reports_csv") + (f"?{query}" if query else ""),
    }
    return render(request, "scrutiny/my_reports.html", context)


@standing_required
@require_safe
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as it is shown, all its pages, as a CSV file."""
    items = list(with_reports(_narrowed(request).qs)[: MOST_ROWS + 1])
    sheets = sheets_of(items[:MOST_ROWS], request.user, today())
    lines = reports_csv(sheets, more=len(items) > MOST_ROWS)
    file = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    file["Content-Disposition"] = f'attachment; filename="my-reports-{today():%Y-%m-%d}.csv"'
    return file


def _narrowed(request: HttpRequest) -> MyReports:
    return MyReports(request.GET, queryset=reports_by(request.user), request=request)
