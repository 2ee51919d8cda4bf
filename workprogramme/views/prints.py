"""A print: how far it has come, what it says, its file, and having one made that failed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from council.access import find_only_if, standing_required
from council.calendar import today
from council.downloads import HTML, PDF, WORD, as_download
from jobs.following import follow
from jobs.waking import wake
from jobs.work import WorkState
from papers.writing.html import article_of
from papers.writing.kinds import paper_of
from workprogramme.domain.editions import Altered
from workprogramme.domain.prints import facts_of, is_quick, make_again, print_at_once
from workprogramme.enums import PrintForm
from workprogramme.models import Print, PrintFile
from workprogramme.rules import may_print
from workprogramme.tasks import make_prints

TYPES = {PrintForm.WORD: WORD, PrintForm.PDF: PDF, PrintForm.HTML: HTML}


@standing_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def print_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a print and what it says; a press has one that failed made again."""
    found = find_print(request, pk)
    if request.method == "POST":
        have_made(make_again(found, by=request.user))
        return redirect(found)
    context = {"print": found, "breadcrumbs": _way(found), **vars(follow(found, request.GET.get("looks", "")))}
    if found.is_made:
        context |= _preview(found)
    return render(request, "reports/print.html", context)


@standing_required
@never_cache
@require_safe
def print_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The part that says how far a print has come; leads on once it is made."""
    found = find_print(request, pk)
    if not request.htmx:
        return redirect(f"{found.get_absolute_url()}?looks={request.GET.get('looks', '')[:4]}")
    if found.is_made:
        return HttpResponseClientRedirect(found.get_absolute_url())
    return render(
        request, "reports/progress.html", {"print": found, **vars(follow(found, request.GET.get("looks", "")))}
    )


@standing_required
@require_safe
def print_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of a print, byte for byte as it was made."""
    found = find_print(request, pk)
    kept = PrintFile.objects.filter(made=found).first()
    if kept is None:
        raise Http404
    return as_download(bytes(kept.content), name=found.name, content_type=TYPES[found.form])


def find_print(request: HttpRequest, pk: int) -> Print:
    """A print of a committee whose papers one may have printed, or not found."""
    related = ("programme__body", "programme__year", "edition", "asked_by__person")
    found = get_object_or_404(Print.objects.select_related(*related), pk=pk)
    find_only_if(may_print(request.user, found.programme.body, today()))
    return found


def have_made(found: Print) -> None:
    """Have a print made that waits: at once where that is quick, else by a worker, who is woken."""
    if found.state != WorkState.WAITING:
        return
    if is_quick(found):
        print_at_once(found)
    else:
        wake(make_prints)


def _preview(found: Print) -> dict:
    try:
        return {"article": article_of(paper_of(found.paper, facts_of(found), draft=found.edition is None))}
    except Altered as altered:
        return {"altered": altered}


def _way(found: Print) -> list[dict]:
    body, year = found.programme.body, found.programme.year
    return [
        {"text": "Print papers", "href": reverse("reports")},
        {"text": f"{body.called} {year}", "href": reverse("reports_of", args=[body.slug, year.slug])},
        {"text": found.label},
    ]
