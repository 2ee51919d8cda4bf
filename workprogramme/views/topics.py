"""Topics for review: the ranking of a year, one topic with its points, and what is done with it up to its approval."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from committees.models import Clause
from committees.rules import may_run, sits_on
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from council.models import Body, MunicipalYear
from govuk.forms import GovukForm
from workprogramme.domain.planner import years_of
from workprogramme.domain.ranking import rank_topics, ranked
from workprogramme.domain.topics import (
    approve_topic,
    propose_topic,
    reaches_threshold,
    score_topic,
    set_aside_topic,
    short_list_topic,
    take_off_short_list,
)
from workprogramme.enums import TOPIC_LIFE, TopicState
from workprogramme.exports import topics_csv
from workprogramme.forms.topics import (
    ApproveTopic,
    BringTopicBack,
    ProposeTopic,
    ScoreTopic,
    SetTopicAside,
    ShortListTopic,
)
from workprogramme.models import AskingRules, ReviewTopic
from workprogramme.rules import is_scored_still, may_score, may_set_asking_rules
from workprogramme.views.items import ask
from workprogramme.views.programme import find_committee, find_year, way_to
from workprogramme.views.recording import people_of


@standing_required
@require_safe
def topics(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Show the topics of a committee's year in the order of their points."""
    body, chosen = find_committee(slug), find_year(year)
    context = {
        "body": body,
        "year": chosen,
        "years": years_of(body, today()),
        "rows": rank_topics(body, chosen),
        "rules": AskingRules.of(body),
        "may_propose": may_propose(request, body),
        "may_set": may_set_asking_rules(request.user),
        "breadcrumbs": [*way_to(body), {"text": f"Topics for review {chosen}"}],
    }
    return render(request, "topics/topics.html", context)


@standing_required
@require_safe
def export_topics(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Download the topics of a year with their points as CSV."""
    body, chosen = find_committee(slug), find_year(year)
    return topics_csv(rank_topics(body, chosen), f"{body.slug}-topics-{chosen.slug}.csv")


@standing_required
def topic_new(request: HttpRequest, slug: str, year: str) -> HttpResponse:
    """Propose a topic for review."""
    body, chosen = find_committee(slug), find_year(year)
    find_only_if(may_propose(request, body))
    form = ProposeTopic(request.POST or None, initial={"proposed_by": str(request.user)})
    place = {"body": body, "year": chosen, "by": request.user}
    if form.is_valid() and carry_out(form, propose_topic, **place, **form.cleaned_data):
        messages.success(request, "The topic is proposed. It can be scored now.")
        return redirect("topics", slug, year)
    words = {"heading": "Propose a topic for review", "submit": "Propose it", "caption": f"{body.called}, {chosen}"}
    back = reverse("topics", args=[slug, year])
    return ask(request, form, cancel=back, breadcrumbs=way_to_topics(body, chosen), **words)


@standing_required
@require_safe
def topic(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one topic with everybody's points."""
    found = find_topic(pk)
    (row,) = ranked([found])
    leads_to = TOPIC_LIFE[found.state] if may_run(request.user, found.body) else frozenset()
    scores = list(found.scores.all()) if may_score(request.user, found, today()) else []
    context = {
        "topic": found,
        "row": row,
        "scores": scores,
        "lines": [(question, [score.points.get(question.key) for score in scores]) for question in found.questions],
        "may_score": is_scored_still(found) and may_score(request.user, found, today()),
        "scored": any(score.person_id == request.user.person_id for score in scores),
        "may_short_list": TopicState.SHORT_LISTED in leads_to,
        "may_approve": TopicState.APPROVED in leads_to,
        "may_set_aside": TopicState.SET_ASIDE in leads_to,
        "may_bring_back": TopicState.PROPOSED in leads_to,
        "requests": found.requests.select_related("body"),
        "breadcrumbs": [*way_to_topics(found.body, found.year), {"text": found.ref}],
    }
    return render(request, "topics/topic.html", context)


@standing_required
def topic_score(request: HttpRequest, pk: int) -> HttpResponse:
    """Give one's points; an officer enters those of others."""
    found, day = find_topic(pk), today()
    find_only_if(may_score(request.user, found, day))
    if not is_scored_still(found):
        messages.info(request, "This topic is not scored any more.")
        return redirect("topic", found.pk)
    people = people_of(found.body) if may_run(request.user, found.body) else None
    given = found.scores.filter(person=request.user.person_id or 0).first() if people is None else None
    form = ScoreTopic(request.POST or None, topic=found, people=people, given=given)
    if form.is_valid():
        whose = form.cleaned_data.get("person") or request.user.person
        words = {"person": whose, "points": form.points, "note": form.cleaned_data["note"], "by": request.user}
        if carry_out(form, score_topic, found, **words):
            messages.success(request, f"The points of {whose} count." if people is not None else "Your points count.")
            return redirect("topic", found.pk)
    words = {"heading": f"Score against {found.checklist}", "submit": "Save the points"}
    return about(request, found, form, **words)


@standing_required
def topic_short_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a topic on the short list."""
    found = find_topic_to_run(request, pk)
    reaches = reaches_threshold(found)
    form = ShortListTopic(request.POST or None, reaches=reaches, initial={"version": found.version})
    more = [] if reaches else ["It is below the threshold, or too few have scored it: say why it is short-listed."]
    words = {"heading": "Put this topic on the short list", "submit": "Short-list it", "consequences": more}
    return decide(request, found, form, short_list_topic, TopicState.SHORT_LISTED, **words)


@standing_required
def topic_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a topic back among those proposed."""
    found = find_topic_to_run(request, pk)
    form = BringTopicBack(request.POST or None, initial={"version": found.version})
    words = {"heading": "Put this topic back among those proposed", "submit": "Put it back"}
    return decide(request, found, form, take_off_short_list, TopicState.PROPOSED, **words)


@standing_required
def topic_set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a topic aside."""
    found = find_topic_to_run(request, pk)
    form = SetTopicAside(request.POST or None, initial={"version": found.version})
    words = {"heading": "Set this topic aside?", "submit": "Set it aside", "variant": "warning"}
    more = ["Its points stay, and it can be put back."]
    return decide(request, found, form, set_aside_topic, TopicState.SET_ASIDE, consequences=more, **words)


@standing_required
def topic_approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the minute by which the committee approved a topic."""
    found = find_topic_to_run(request, pk)
    form = ApproveTopic(request.POST or None, clauses=clauses_of(found), initial={"version": found.version})
    words = {"heading": "By which minute was this topic approved?", "submit": "Record the approval"}
    more = ["It is then a topic that the committee reviews, and is not scored any more."]
    return decide(request, found, form, approve_topic, TopicState.APPROVED, consequences=more, **words)


def clauses_of(found: ReviewTopic):
    """The clauses of the year's minutes, the latest meeting first."""
    of_year = Clause.objects.filter(minute__meeting__body=found.body, minute__meeting__year=found.year)
    return of_year.select_related("minute__meeting").order_by("-minute__meeting__on", "minute__order", "order", "pk")


def decide(
    request: HttpRequest, found: ReviewTopic, form: GovukForm, verb: Callable, state: str, **words
) -> HttpResponse:
    """Carry out one verb over a topic and lead back to it; where its life does not lead there now, say so."""
    if request.method != "POST" and state not in TOPIC_LIFE[found.state]:
        messages.info(request, f"This topic is {found.get_state_display().lower()}.")
        return redirect("topic", found.pk)
    if form.is_valid() and carry_out(form, verb, found, by=request.user, **form.cleaned_data):
        found.refresh_from_db()
        messages.success(request, f"The topic is {found.get_state_display().lower()}.")
        return redirect("topic", found.pk)
    return about(request, found, form, **words)


def about(request: HttpRequest, found: ReviewTopic, form: GovukForm, **words) -> HttpResponse:
    """Show a form about a topic; it leads back to the topic."""
    back = reverse("topic", args=[found.pk])
    way = [*way_to_topics(found.body, found.year), {"text": found.ref, "href": back}]
    return ask(request, form, caption=f"{found.ref} {found.title}", cancel=back, breadcrumbs=way, **words)


def may_propose(request: HttpRequest, body: Body) -> bool:
    """Whether this person may propose a topic: members and officers of the committee."""
    return may_run(request.user, body) or sits_on(request.user, body, today())


def find_topic(pk: int) -> ReviewTopic:
    """The topic with everybody's points, or not found."""
    found = ReviewTopic.objects.select_related("body", "year", "approved_by__minute__meeting")
    return get_object_or_404(found.prefetch_related("scores__person"), pk=pk)


def find_topic_to_run(request: HttpRequest, pk: int) -> ReviewTopic:
    """The topic, where this person runs its committee; otherwise not found."""
    found = find_topic(pk)
    find_only_if(may_run(request.user, found.body))
    return found


def way_to_topics(body: Body, year: MunicipalYear) -> list[dict]:
    """The way from the committees to the topics of a year."""
    return [
        *way_to(body),
        {"text": f"Topics for review {year}", "href": reverse("topics", args=[body.slug, year.slug])},
    ]
