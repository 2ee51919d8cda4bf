"""The recommendations list and the page of one: who was told, what was approved, and what became of it."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from actions import rules
from actions.enums import RecommendationState
from actions.filters import RecommendationFilter
from actions.models import ImplementationUpdate, Recommendation
from actions.story import story_of
from actions.thread import page, thread_of_recommendation
from council.calendar import today
from council.directory import holders
from council.models import User

PAGE = 25
TONES = {
    RecommendationState.ACHIEVED: "met",
    RecommendationState.NOT_ACHIEVED: "late",
    RecommendationState.NOT_ACCEPTED: "waived",
}


@login_required
@require_safe
def recommendations(request: HttpRequest) -> HttpResponse:
    """Every recommendation, with its state and its next update."""
    seen = recommendations_for(request.user)
    narrowed = RecommendationFilter(request.GET, queryset=seen, request=request)
    shown = Paginator(narrowed.qs, PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": narrowed,
        "page": shown,
        "rows": [row_of(recommendation) for recommendation in shown],
        "total": seen.count(),
        "today": today(),
    }
    return render(request, "actions/recommendations.html", context)


@login_required
@require_safe
def recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    """What was recommended, and both voices at every update."""
    found = get_object_or_404(recommendations_for(request.user), pk=pk)
    row = row_of(found)
    context = {
        **row,
        "today": today(),
        "minutes": page("meeting_minutes", pk=found.clause.minute.meeting_id) if found.clause else "",
        "holders": list(holders(found.lead_post, today())) if found.lead_post else [],
        "updates": [update for update in found.updates.all() if update.met_on],
        "thread": thread_of_recommendation(found),
        "story": story_of(found),
        "may_update": row["owed"] and rules.may_update_recommendation(request.user, found, today()),
        "may_close": rules.may_close_recommendation(request.user, found),
        "verbs": _verbs(request.user, found),
        "breadcrumbs": [{"text": "Recommendations", "href": page("recommendations")}, {"text": found.ref}],
    }
    return render(request, "actions/recommendation.html", context)


def recommendations_for(user: User) -> QuerySet[Recommendation]:
    """Every recommendation with what its row and page show; not found for those who may see none."""
    if not rules.may_see_recommendations(user):
        raise Http404
    related = ("body", "addressed_to", "lead_post", "clause__minute__meeting", "signed_off_at")
    updates = Prefetch("updates", ImplementationUpdate.objects.select_related("met_by__person"))
    return Recommendation.objects.select_related(*related).prefetch_related(updates)


def row_of(found: Recommendation) -> dict:
    """A recommendation with the update it owes and the last one it got."""
    updates = list(found.updates.all())
    owed = next((update for update in updates if update.is_owed), None)
    return {
        "recommendation": found,
        "owed": owed,
        "overdue": owed is not None and owed.is_late(today()),
        "last": next((update for update in reversed(updates) if update.met_on), None),
        "tone": TONES.get(found.state, "open"),
    }


def _verbs(user: User, found: Recommendation) -> list[dict[str, str]]:
    """What the committee's officers can record now."""
    if not rules.may_close_recommendation(user, found):
        return []
    offered = (
        ("recommendation_approved", "Council approved it", rules.can_be_approved),
        ("recommendation_sign_off", "The committee signed it off", rules.can_be_signed_off),
    )
    return [{"text": text, "href": page(name, pk=found.pk)} for name, text, can in offered if can(found)]
