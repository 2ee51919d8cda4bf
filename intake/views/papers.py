"""Papers: the list of those under review, giving one, getting its file back, reading it again, removing it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from council.access import carry_out, find_only_if
from council.refusal import Refusal
from govuk.words import long_date
from intake.domain.papers import forget as forget_paper
from intake.domain.papers import read_again
from intake.domain.receive import Received, receive_paper, receive_text
from intake.domain.waiting import is_quick, read_at_once
from intake.enums import Decided
from intake.forms.papers import UPLOAD, GivePaper, ReadAgain
from intake.models import Reading
from intake.rules import check_nothing_on_record, committees_of, may_give_papers, may_sync, visible_readings
from intake.tasks import read
from intake.views.finding import find_reading
from intake.views.rows import COLUMNS, reading_row
from jobs.waking import wake

PAGE = 25
READ_AND_POST = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@require_safe
def papers(request: HttpRequest) -> HttpResponse:
    """The papers one may review, newest first, each with where it stands."""
    find_only_if(may_give_papers(request.user))
    found = visible_readings(request.user).select_related("paper__kept_by__person", "body").defer("text")
    decided = Count("proposals", filter=~Q(proposals__decided=Decided.OPEN))
    counted = found.annotate(proposed=Count("proposals"), decided=decided).order_by("-pk")
    page = Paginator(counted, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "columns": COLUMNS,
        "rows": [reading_row(reading) for reading in page],
        "may_sync": may_sync(request.user),
    }
    return render(request, "intake/papers.html", context)


@login_required
@READ_AND_POST
def paper_new(request: HttpRequest) -> HttpResponse:
    """Give a paper, as a file or as text."""
    find_only_if(may_give_papers(request.user))
    form = GivePaper(request.POST or None, request.FILES or None, committees=committees_of(request.user))
    if request.method == "POST" and form.is_valid():
        received = _receive(form, request.user)
        if received is not None:
            return _lead_on(request, received)
    return render(request, "intake/new.html", {"form": form})


def _receive(form: GivePaper, by) -> Received | None:
    given = form.cleaned_data
    words = {"by": by, "kind": given["kind"], "body": given.get("body")}
    try:
        if given["way"] == UPLOAD:
            return receive_paper(content=given["file"].read(), name=given["file"].name, **words)
        return receive_text(text=given["text"], **words)
    except Refusal as refusal:
        form.add_error(form.given_in, str(refusal))
        return None


def _lead_on(request: HttpRequest, received: Received) -> HttpResponse:
    paper = received.reading.paper
    if received.before:
        given = f"{paper.kept_by} gave this paper on {long_date(paper.kept_at)}"
        messages.info(request, f"{given}, as {paper.name}. This is its review.")
    else:
        _have_read(received.reading)
    return redirect(received.reading)


def _have_read(reading: Reading) -> None:
    if is_quick(reading.paper):
        read_at_once(reading)
    else:
        wake(read)


@login_required
@READ_AND_POST
def paper_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a paper read again, as what it really is; asks first, as what was decided about it goes."""
    reading = find_reading(request, pk)
    if refused := _refused(request, reading):
        return refused
    form = ReadAgain(request.POST or None, reading=reading)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        if carry_out(form, read_again, reading, kind=words["kind"], version=words["version"], by=request.user):
            _have_read(reading)
            return redirect(reading)
    return _ask(
        request, reading, "Read {} again?", submit="Read it again", form=form,
        consequences=_lost_by_reading_again(reading),
    )  # fmt: skip


@login_required
@READ_AND_POST
def paper_forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a paper nothing of which is on record; asks first."""
    reading = find_reading(request, pk)
    if refused := _refused(request, reading):
        return refused
    if request.method == "POST":
        try:
            forget_paper(reading, by=request.user)
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect(reading)
        messages.success(request, f"{reading.paper.name} is removed.")
        return redirect("intake")
    return _ask(
        request, reading, "Remove {}?", submit="Remove it", variant="warning",
        consequences=_lost_by_removing(reading),
    )  # fmt: skip


def _ask(request: HttpRequest, reading: Reading, heading: str, **more) -> HttpResponse:
    context = {"heading": heading.format(reading.paper.name), "cancel": reading.get_absolute_url(), **more}
    return render(request, "govuk/confirm.html", context)


def _refused(request: HttpRequest, reading: Reading) -> HttpResponse | None:
    try:
        check_nothing_on_record(reading)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(reading)
    return None


def _lost_by_reading_again(reading: Reading) -> list[str]:
    decided = reading.proposals.exclude(decided=Decided.OPEN).count()
    if not decided:
        return []
    return [f"What was decided about {decided} of its {reading.proposals.count()} proposals is lost."]


def _lost_by_removing(reading: Reading) -> list[str]:
    proposed = reading.proposals.count()
    proposals = f", its text and its {proposed} proposal{'' if proposed == 1 else 's'}" if proposed else ""
    return [f"The file{proposals} are deleted." if proposals else "The file is deleted.", "Nothing on record changes."]
