"""The yearly call to Heads of Service: who was asked, who answered, who did not; and answering it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from council.models import Body, MunicipalYear, Post
from workprogramme.domain.calls import answer_nothing, give_longer, likely_posts, open_call, propose_for_call
from workprogramme.domain.register import where_it_went, with_ways
from workprogramme.forms.calls import GiveLonger, NothingThisYear, OpenCall, ProposeItem
from workprogramme.models import CallAnswer, ItemRequest, YearlyCall
from workprogramme.rules import may_answer_call
from workprogramme.views.items import ask
from workprogramme.views.programme import find_committee, find_year, way_to


@standing_required
@require_safe
def call(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Show the call of a year: each post with its answer, and who has not answered."""
    body, chosen = find_run(request, slug, year)
    found = YearlyCall.objects.filter(body=body, year=chosen).first()
    answers = list(found.answers.select_related("owed_by_post", "met_by__person")) if found else []
    context = {
        "body": body,
        "year": chosen,
        "call": found,
        "rows": [(answer, proposals) for answer, proposals in with_proposals(answers)],
        "missing": sum(answer.is_owed for answer in answers),
        "today": today(),
        "breadcrumbs": [*way_to(body, chosen), {"text": "Call for items"}],
    }
    return render(request, "requests/call.html", context)


def with_proposals(answers: list[CallAnswer]) -> list[tuple[CallAnswer, list[tuple[ItemRequest, str]]]]:
    """Each answer with what it proposes and where that went, at one query for all."""
    found: dict[int, list] = {answer.pk: [] for answer in answers}
    for asked in with_ways(ItemRequest.objects.filter(call_answer__in=answers)).order_by("pk"):
        found[asked.call_answer_id].append((asked, where_it_went(asked)))
    return [(answer, found[answer.pk]) for answer in answers]


@standing_required
def call_open(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Open the call of a year, or ask more posts."""
    body, chosen = find_run(request, slug, year)
    asked = YearlyCall.objects.filter(body=body, year=chosen).first()
    posts = Post.objects.exclude(callanswers_owed__call=asked) if asked else Post.objects.all()
    initial = {"answer_by": asked.answer_by} if asked else {}
    likely = posts.none() if asked else posts.filter(pk__in=likely_posts(body))
    form = OpenCall(request.POST or None, posts=posts, likely=likely, initial=initial)
    if form.is_valid() and carry_out(form, open_call, body=body, year=chosen, by=request.user, **form.cleaned_data):
        messages.success(request, "The posts are asked. Whoever holds one finds it under My work.")
        return redirect("call", slug, year)
    heading = "Ask more posts" if asked else f"Ask for items for {chosen}"
    return ask_of_call(request, form, body, chosen, heading=heading, submit="Ask them")


@standing_required
def call_longer(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Give those who have not answered longer."""
    body, chosen = find_run(request, slug, year)
    found = get_object_or_404(YearlyCall, body=body, year=chosen)
    form = GiveLonger(request.POST or None)
    if form.is_valid() and carry_out(form, give_longer, found, by=request.user, **form.cleaned_data):
        messages.success(request, "Those who have not answered have longer.")
        return redirect("call", slug, year)
    return ask_of_call(request, form, body, chosen, heading="Give them longer", submit="Move the day")


@standing_required
def call_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a call for a post: propose an item, one at a time, or say that there is nothing this year."""
    answer = find_answer(request, pk)
    nothing = "nothing" in request.POST
    propose = ProposeItem(request.POST if request.POST and not nothing else None)
    none = NothingThisYear(request.POST if nothing else None)
    form, verb = (none, answer_nothing) if nothing else (propose, propose_for_call)
    if form.is_bound and form.is_valid() and carry_out(form, verb, answer, by=request.user, **form.cleaned_data):
        messages.success(request, "Your answer is recorded." if nothing else "It is proposed. You can propose more.")
        return redirect("call_answer", answer.pk)
    context = {
        "answer": answer,
        "body": answer.call.body,
        "propose": propose,
        "nothing": none,
        "proposals": with_proposals([answer])[0][1],
        "today": today(),
        "breadcrumbs": [{"text": "My work", "href": reverse("home")}, {"text": "Call for items"}],
    }
    return render(request, "requests/call_answer.html", context)


def find_answer(request: HttpRequest, pk: int) -> CallAnswer:
    """The answer, where this person may give it; otherwise not found."""
    found = CallAnswer.objects.select_related("call__body", "call__year", "owed_by_post")
    answer = get_object_or_404(found, pk=pk)
    find_only_if(may_answer_call(request.user, answer, today()))
    return answer


def find_run(request: HttpRequest, slug: str, year: str) -> tuple[Body, MunicipalYear]:
    """The committee and the year of this address, where this person runs the committee; otherwise not found."""
    body, chosen = find_committee(slug), find_year(year)
    find_only_if(may_run(request.user, body))
    return body, chosen


def ask_of_call(request: HttpRequest, form, body: Body, year: MunicipalYear, **words) -> HttpResponse:
    """Show a form about a call; it leads back to the call."""
    back = reverse("call", args=[body.slug, year.slug])
    way = [*way_to(body, year), {"text": "Call for items", "href": back}]
    return ask(request, form, caption=f"{body.called}, {year}", cancel=back, breadcrumbs=way, **words)
