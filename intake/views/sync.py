"""Meetings from the council's ModernGov: the runs with their age, what each took and what failed."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_safe

from council.access import carry_out, find_only_if
from council.calendar import today
from govuk.words import ago, short_date
from intake.domain.sync import ask_for_sync
from intake.forms.sync import AskForSync
from intake.models import SyncRun
from intake.rules import may_sync
from intake.tasks import sync
from jobs.waking import wake
from jobs.work import WorkState

PAGE = 25
COLUMNS = ["Run", "Days", "Asked by", "What came of it"]
FAILED_COLUMNS = ["Record", "Why it was not taken"]
WAY = [{"text": "Papers", "href": "/intake/"}]
MODERNGOV = {"text": "ModernGov", "href": "/intake/moderngov/"}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def runs(request: HttpRequest) -> HttpResponse:
    """The runs, latest first, each with its age; and the way to ask for another."""
    find_only_if(may_sync(request.user))
    form = AskForSync(request.POST or None)
    if form.is_valid() and carry_out(form, ask_for_sync, by=request.user, **form.cleaned_data):
        wake(sync)
        return redirect(SyncRun.objects.first())
    found = SyncRun.objects.select_related("asked_by__person").annotate(failed=Count("failures")).order_by("-pk")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "address": settings.MODERNGOV_URL,
        "page": page,
        "columns": COLUMNS,
        "rows": [_row(one) for one in page],
        "breadcrumbs": [*WAY, {"text": "ModernGov"}],
    }
    return render(request, "intake/sync_runs.html", context)


@login_required
@require_safe
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """One run: how far it has come, what it took, and each record that failed with the reason."""
    find_only_if(may_sync(request.user))
    found = get_object_or_404(SyncRun.objects.select_related("asked_by__person"), pk=pk)
    page = Paginator(found.failures.all(), PAGE).get_page(request.GET.get("page"))
    context = {
        "run": found,
        "waiting": found.state == WorkState.WAITING,
        "age": age(found),
        "page": page,
        "columns": FAILED_COLUMNS,
        "rows": [[failure.what, failure.reason] for failure in page],
        "breadcrumbs": [*WAY, MODERNGOV, {"text": short_date(found.asked_at)}],
    }
    template = "intake/sync_progress.html" if request.htmx else "intake/sync_run.html"
    return render(request, template, context)


def age(run: SyncRun) -> str:
    """How old what it took is: today, 3 days ago."""
    return ago(run.asked_at, today())


def _row(run: SyncRun) -> list:
    link = format_html('<a class="govuk-link" href="{}">{}</a>', run.get_absolute_url(), short_date(run.asked_at))
    when = format_html("{} ({})", link, age(run))
    return [when, f"{short_date(run.since)} to {short_date(run.until)}", str(run.asked_by), _came_of(run)]


def _came_of(run: SyncRun) -> str:
    if run.state == WorkState.WAITING:
        return run.doing or "Waiting to begin"
    if run.state == WorkState.FAILED:
        return run.outcome
    said = f"{run.fresh} new, {run.changed} changed, {run.known} as known"
    return f"{said}, {run.failed} failed" if run.failed else said
