"""Two editions of a programme beside each other, or one beside the programme as it is now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from actions.domain.editions import build_edition
from council.access import standing_required
from papers.writing.changes import compare
from papers.writing.edition import Edition as Printed
from scrutiny.forms import NOW, CompareEditions
from scrutiny.pages.editions import find_edition, find_programme, kept_editions, not_as_frozen, way_to_editions
from workprogramme.domain.editions import Altered, read_edition
from workprogramme.models import Edition, Programme


@standing_required
@require_safe
def edition_compare(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Ask for two editions and show each difference; without a question, the last one beside the programme now."""
    programme = find_programme(slug, year)
    kept = list(kept_editions(programme))
    form = CompareEditions(request.GET if "before" in request.GET else None, editions=kept)
    context = {"programme": programme, "form": form, "kept": kept}
    try:
        context |= compared(programme, form, kept)
    except Altered as altered:
        return not_as_frozen(request, kept[0], altered)
    way = way_to_editions(programme, {"text": "Compare"})
    return render(request, "editions/compare.html", {**context, "breadcrumbs": way})


def compared(programme: Programme, form: CompareEditions, kept: list[Edition]) -> dict:
    """What the chosen two are, and each difference between them; nothing where there is no edition yet."""
    if not kept or (form.is_bound and not form.is_valid()):
        return {}
    chosen = form.cleaned_data if form.is_bound else {"before": str(kept[0].number), "after": NOW}
    before, after = (_facts(programme, chosen[side]) for side in ("before", "after"))
    told = {"before": _named(chosen["before"]), "after": _named(chosen["after"])}
    return {**told, "changes": compare(before, after), "shown": True}


def _facts(programme: Programme, chosen: str) -> Printed:
    if chosen == NOW:
        return build_edition(programme)
    return read_edition(find_edition(programme, int(chosen)))


def _named(chosen: str) -> str:
    return "the programme now" if chosen == NOW else f"edition {chosen}"
