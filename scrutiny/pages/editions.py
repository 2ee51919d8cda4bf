"""The editions of a programme: their list, one exactly as it was, its text byte for byte, and freezing another."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from actions.domain.editions import build_edition, freeze_edition
from committees.models import Meeting
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from scrutiny.forms import FreezeEdition
from workprogramme.domain.editions import Altered, read_edition, text_of
from workprogramme.models import Edition, Programme
from workprogramme.rules import may_print

A_PAGE = 25


@standing_required
@require_safe
def editions(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Show the editions of a programme, and what changed since the last."""
    programme = find_programme(slug, year)
    page = Paginator(kept_editions(programme), A_PAGE).get_page(request.GET.get("page"))
    last = programme.editions.first()
    try:
        changes = build_edition(programme).changes if last else ()
    except Altered as altered:
        return not_as_frozen(request, last, altered)
    context = {
        "programme": programme,
        "page": page,
        "last": last,
        "changes": changes,
        "adoptions": programme.adoptions.select_related("clause__minute__meeting", "edition").defer("edition__content"),
        "may_run": may_run(request.user, programme.body),
        "breadcrumbs": [*way_to_programme(programme), {"text": "Editions"}],
    }
    return render(request, "editions/editions.html", context)


@standing_required
@require_safe
def edition(request: HttpRequest, slug: str, year: str, number: int) -> HttpResponse:
    """Show one edition exactly as it was, its text held against its hash."""
    found = find_edition(find_programme(slug, year), number)
    try:
        facts = read_edition(found)
    except Altered as altered:
        return not_as_frozen(request, found, altered)
    way = way_to_editions(found.programme, {"text": f"Edition {found.number}"})
    context = {"edition": found, "facts": facts, "programme": found.programme, "breadcrumbs": way}
    context["may_print"] = may_print(request.user, found.programme.body, today())
    return render(request, "editions/edition.html", context)


@standing_required
@require_safe
def edition_text(request: HttpRequest, slug: str, year: str, number: int) -> HttpResponse:
    """Give the text of an edition, byte for byte as it was frozen."""
    found = find_edition(find_programme(slug, year), number)
    try:
        response = HttpResponse(text_of(found), content_type="application/json; charset=utf-8")
    except Altered as altered:
        return not_as_frozen(request, found, altered)
    name = f"{found.programme.body.slug}-{found.programme.year.slug}-edition-{found.number}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@standing_required
def edition_freeze(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Freeze the programme as it is now, for a meeting where one is chosen."""
    programme = find_programme(slug, year)
    find_only_if(may_run(request.user, programme.body))
    last = programme.editions.first()
    form = FreezeEdition(request.POST if request.method == "POST" else None, meetings=formal_meetings(programme))
    if form.is_valid() and carry_out(form, freeze_edition, programme, by=request.user, **form.cleaned_data):
        newest = programme.editions.first()
        same = last is not None and newest == last
        said = "Nothing changed since edition {}, so there is no new one." if same else "Edition {} is kept."
        messages.success(request, said.format(newest.number))
        return redirect("edition", slug, year, newest.number)
    words = {"heading": "Keep an edition of the programme as it is now", "submit": "Keep the edition"}
    back = reverse("editions", args=[slug, year])
    context = {"form": form, "cancel": back, "caption": str(programme), **words}
    way = way_to_editions(programme, {"text": "Keep an edition"})
    return render(request, "workprogramme/ask.html", {**context, "breadcrumbs": way})


def find_programme(slug: str, year: str) -> Programme:
    """The programme of a committee and a year such as 2023-24, or not found."""
    found = Programme.objects.select_related("body", "year", "adopted_by__minute__meeting")
    return get_object_or_404(found, body__slug=slug, year__label=year.replace("-", "/"))


def find_edition(programme: Programme, number: int) -> Edition:
    """One edition of a programme, or not found."""
    return get_object_or_404(programme.editions.select_related("for_meeting", "by__person"), number=number)


def kept_editions(programme: Programme) -> QuerySet[Edition]:
    """The editions of a programme, the latest first, without their texts."""
    return programme.editions.select_related("for_meeting__body", "by__person").defer("content")


def formal_meetings(programme: Programme) -> QuerySet[Meeting]:
    """The meetings an edition of the programme can be for."""
    return Meeting.objects.deciding().filter(body=programme.body, year=programme.year).order_by("on")


def not_as_frozen(request: HttpRequest, found: Edition, altered: Altered) -> HttpResponse:
    """Say that the record of an edition was altered, and show nothing of it."""
    way = way_to_programme(found.programme)
    context = {"edition": found, "altered": altered, "breadcrumbs": way}
    return render(request, "editions/altered.html", context, status=500)


def way_to_programme(programme: Programme) -> list[dict]:
    """The way from the committees to a programme."""
    body, year = programme.body, programme.year
    return [
        {"text": "Committees", "href": reverse("committees")},
        {"text": body.called, "href": reverse("committee", args=[body.slug])},
        {"text": f"Work programme {year}", "href": reverse("programme", args=[body.slug, year.slug])},
    ]


def way_to_editions(programme: Programme, *more: dict) -> list[dict]:
    """The way from the committees to the editions of a programme, and on."""
    address = reverse("editions", args=[programme.body.slug, programme.year.slug])
    return [*way_to_programme(programme), {"text": "Editions", "href": address}, *more]
