"""The golden thread of an action: from what members raised to what the committee made of the answer."""

from collections.abc import Iterator

from django.db.models import Prefetch, QuerySet
from django.urls import NoReverseMatch, reverse

from actions.enums import Standing
from actions.models import Action, ActionClause, Recommendation
from actions.standing import asked_of
from committees.models import Clause, IssueRaised
from workprogramme.domain.register import Step


def with_thread(actions: QuerySet[Action]) -> QuerySet[Action]:
    """The actions with the clauses that repeat them, at the same number of queries for one clause as for many."""
    repeats = ActionClause.objects.select_related("clause__minute__meeting__body")
    return actions.prefetch_related(Prefetch("repeats", repeats))


def thread_of(action: Action) -> list[Step]:
    """The steps in their order: issues raised, resolutions, the action, its item or meeting, answers, verdicts."""
    return [
        *_raised(action),
        *_resolved(action),
        Step("Asked of", asked_of(action), action.asked_on),
        *_on_its_way(action),
        *_answers(action),
        *_said_to_be_done(action),
        *_verdicts(action),
    ]


def thread_of_recommendation(recommendation: Recommendation) -> list[Step]:
    """The steps in their order: resolution, to whom, Council's approval, updates given, the committee's sign-off."""
    return [
        *(_resolved_by([recommendation.clause]) if recommendation.clause else ()),
        Step("Recommended to", str(recommendation.addressed_to or "Nobody named"), recommendation.made_on),
        *([Step("Approved by Council", "", recommendation.approved_on)] if recommendation.approved_on else ()),
        *_progress(recommendation),
        *_signed_off(recommendation),
    ]


def clauses_of(action: Action) -> list[Clause]:
    """Every clause that asks for it, the first one first."""
    first = [action.clause] if action.clause else []
    return [*first, *(repeat.clause for repeat in action.repeats.all())]


def page(name: str, **where) -> str:
    """The address of a page, or nothing where this installation has no such page."""
    try:
        return reverse(name, kwargs=where)
    except NoReverseMatch:
        return ""


def _raised(action: Action) -> Iterator[Step]:
    issues = IssueRaised.objects.filter(taken_up_by__in=clauses_of(action)).select_related("minute__meeting")
    for issue in issues:
        meeting = issue.minute.meeting
        yield Step("Raised by members", issue.text, meeting.on, page("meeting_minutes", pk=meeting.pk))


def _resolved(action: Action) -> Iterator[Step]:
    return _resolved_by(clauses_of(action))


def _resolved_by(clauses: list[Clause]) -> Iterator[Step]:
    for clause in clauses:
        meeting = clause.minute.meeting
        yield Step(f"Resolved: Minute {clause.cited}", clause.text, meeting.on, page("meeting_minutes", pk=meeting.pk))


def _on_its_way(action: Action) -> Iterator[Step]:
    answering = {answer.item_id for answer in action.answers.all()}
    if action.item and action.item_id not in answering:
        item = action.item
        yield Step("On the programme", str(item), item.meeting and item.meeting.on, page("item", pk=item.pk))
    if action.arranged_as:
        meeting = action.arranged_as
        text = meeting.title or meeting.when
        yield Step(meeting.get_kind_display(), text, meeting.on, page("meeting", pk=meeting.pk))


def _answers(action: Action) -> Iterator[Step]:
    for answer in action.answers.all():
        href = page("item", pk=answer.item_id) if answer.item_id else ""
        yield Step("Answered", str(answer.item or answer.paper or answer.note), answer.on, href)


def _said_to_be_done(action: Action) -> Iterator[Step]:
    for update in action.updates.filter(standing=Standing.DONE).order_by("pk"):
        yield Step("Said to be done", update.text, update.on)


def _verdicts(action: Action) -> Iterator[Step]:
    for verdict in sorted(action.verdicts.all(), key=lambda verdict: verdict.pk):
        what = "Accepted by the committee" if verdict.satisfied else "Opened again by the committee"
        minute = f"Minute {verdict.minute_text}" if verdict.minute_text else ""
        yield Step(what, verdict.why or minute, verdict.meeting.on, page("meeting", pk=verdict.meeting_id))


def _progress(recommendation: Recommendation) -> Iterator[Step]:
    for update in recommendation.updates.all():
        if update.met_on:
            yield Step(f"Update {update.number}: {update.get_owner_view_display()}", update.owner_text, update.met_on)


def _signed_off(recommendation: Recommendation) -> Iterator[Step]:
    meeting = recommendation.signed_off_at
    if meeting:
        what = f"Signed off by the committee: {recommendation.get_state_display().lower()}"
        yield Step(what, "", meeting.on, page("meeting", pk=meeting.pk))
