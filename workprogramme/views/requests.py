"""Asking for an item, the register of requests, and the page of one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from council.access import find_only_if, standing_required
from council.calendar import today
from council.models import Body
from council.refusal import Refusal
from govuk.forms import GovukForm
from workprogramme.domain.asked import ask_for_item
from workprogramme.domain.notices import give_notice, next_open_agenda
from workprogramme.domain.register import own_first, way_of, where_it_went, with_ways
from workprogramme.enums import Origin
from workprogramme.exports import requests_csv
from workprogramme.filters import RequestFilter
from workprogramme.forms.requests import SuggestItem
from workprogramme.models import ItemRequest
from workprogramme.rules import (
    can_be_accepted,
    committees_to_suggest_to,
    has_right_of_notice,
    is_undecided,
    may_decide_asked,
    may_say_chairs_view,
    may_set_asking_rules,
    requests_seen_by,
)

A_PAGE = 25


@standing_required
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Show where every request went that one may see, one's own first."""
    seen = own_first(requests_seen_by(request.user, today()), request.user, today())
    narrowed = RequestFilter(request.GET, queryset=seen, request=request)
    page = Paginator(with_ways(narrowed.qs), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": narrowed,
        "page": page,
        "rows": [(asked, where_it_went(asked)) for asked in page.object_list],
        "total": seen.count(),
        "may_suggest": committees_to_suggest_to(request.user, today()).exists(),
        "may_set": may_set_asking_rules(request.user),
        "csv": f"{reverse('requests_csv')}?{request.GET.urlencode()}",
    }
    return render(request, "requests/register.html", context)


@standing_required
@require_safe
def export_register(request: HttpRequest) -> HttpResponse:
    """Download what the register shows, on all pages, as CSV."""
    seen = own_first(requests_seen_by(request.user, today()), request.user, today())
    narrowed = RequestFilter(request.GET, queryset=seen, request=request)
    return requests_csv(with_ways(narrowed.qs), f"requests-{today():%Y-%m-%d}.csv")


@standing_required
def suggest(request: HttpRequest) -> HttpResponse:
    """Choose the committee to suggest an item to; one sits on one only, mostly."""
    bodies = list(committees_to_suggest_to(request.user, today()))
    find_only_if(bool(bodies))
    if len(bodies) == 1:
        return redirect("suggest_to", bodies[0].slug)
    return render(request, "requests/choose.html", {"bodies": bodies, "breadcrumbs": way_from_register()})


@standing_required
def suggest_to(request: HttpRequest, slug: str) -> HttpResponse:
    """A member suggests an item to their committee, or gives notice of one, with its remit in sight."""
    body = get_object_or_404(committees_to_suggest_to(request.user, today()).prefetch_related("portfolios"), slug=slug)
    has_right = has_right_of_notice(request.user.person, body, today())
    lands_on = next_open_agenda(body, today()) if has_right else None
    form = SuggestItem(request.POST or None, may_give_notice=has_right, lands_on=lands_on)
    if form.is_valid():
        asked = carry_out_asking(form, body, person=request.user.person, by=request.user, **form.cleaned_data)
        if asked:
            messages.success(request, say_received(asked))
            return redirect("request", asked.pk)
    context = {"form": form, "body": body, "breadcrumbs": [*way_from_register(), {"text": "Suggest an item"}]}
    return render(request, "requests/suggest.html", context)


@standing_required
@require_safe
def one_request(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one request: who asked for what, the chair's view, the decision, and where it is now."""
    asked, day = find_request(request, pk), today()
    decides = may_decide_asked(request.user, asked)
    waits = is_undecided(asked)
    context = {
        "asked": asked,
        "petition": getattr(asked, "petition", None),
        "went": where_it_went(asked),
        "thread": list(way_of(asked)),
        "may_see_private": decides,
        "may_say_view": waits and may_say_chairs_view(request.user, asked, day),
        "may_accept": decides and can_be_accepted(asked),
        "may_answer": decides and waits,
        "may_record_outcome": decides and asked.origin == Origin.PETITION,
        "may_place": decides and may_choose_place(asked),
        "may_forget": decides and not waits and bool(asked.name or asked.reply_to),
        "breadcrumbs": [*way_from_register(), {"text": asked.ref}],
    }
    return render(request, "requests/request.html", context)


def may_choose_place(asked: ItemRequest) -> bool:
    """Whether the request is a notice on a meeting to come, whose place there can still be chosen."""
    item = asked.item
    on_a_meeting = item is not None and item.meeting is not None and not item.meeting.is_over(today())
    return asked.origin == Origin.NOTICE and on_a_meeting and item.state in ("scheduled", "in_preparation")


def carry_out_asking(
    form: GovukForm, body: Body, *, by, origin: str = Origin.SUGGESTION, **words
) -> ItemRequest | None:
    """Put a suggestion or a notice on record; a refusal becomes the form's own error."""
    try:
        if origin == Origin.NOTICE:
            return give_notice(body=body, by=by, **words)
        return ask_for_item(body=body, origin=origin, by=by, **words)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None


def say_received(asked: ItemRequest) -> str:
    """What a person is told whose request is on record now."""
    if asked.origin != Origin.NOTICE:
        return "Your request is on record. This page shows where it goes."
    if asked.item.meeting:
        return f"It is on the agenda of {asked.item.meeting.when}."
    return "It goes on the next agenda as soon as a meeting is arranged."


def find_request(request: HttpRequest, pk: int) -> ItemRequest:
    """The request, where this person may see it; otherwise not found."""
    return get_object_or_404(with_ways(requests_seen_by(request.user, today())), pk=pk)


def find_request_to_decide(request: HttpRequest, pk: int) -> ItemRequest:
    """The request, where this person may decide it; otherwise not found."""
    asked = find_request(request, pk)
    find_only_if(may_decide_asked(request.user, asked))
    return asked


def way_from_register() -> list[dict]:
    """The way back to the register."""
    return [{"text": "Requests", "href": reverse("requests")}]
